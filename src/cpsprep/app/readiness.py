"""Readiness: the forecast of an exam from banks and log, today or as it was before an exam began."""

from collections.abc import Iterable, Mapping

from cpsprep.core.bank import Catalog
from cpsprep.core.exam.outline import Outline
from cpsprep.core.readiness.evidence import Exposure, gather
from cpsprep.core.readiness.model import predict
from cpsprep.core.readiness.prediction import NotYet, Prediction


def expected(
    exposures: Iterable[Exposure],
    catalog: Catalog,
    outline: Outline,
    today: int,
    *,
    before_ms: int | None = None,
    asked: int | Mapping[str, int] | None = None,
) -> Prediction | NotYet:
    """What was to be expected of an exam, from what came before it alone.

    Args:
        exposures: every time a question was shown, in the canonical order (`adapters.log.exposures`).
        catalog: the banks in use.
        outline: of the exam.
        today: the study day of the exam.
        before_ms: when the exam began, in milliseconds since 1970; None counts everything until now.
        asked: how many questions it asked, or how many of each area (by its id).
    """
    kinds = {(entry.bank, entry.item): entry.kind for entry in catalog.entries}
    earlier = (one for one in exposures if before_ms is None or one.at_ms < before_ms)
    return predict(gather(earlier, kinds, outline, today), outline, asked)
