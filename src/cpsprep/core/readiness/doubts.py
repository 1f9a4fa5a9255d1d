"""Why a forecast is unsure."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from cpsprep.core.exam.outline import Outline
from cpsprep.core.readiness.evidence import LONG_AGO, Evidence
from cpsprep.core.readiness.prediction import Doubt, Why

_FEW: Final = 60
"""Answers below which the range is wide."""
_WEIGHTY: Final = 0.10
_THIN: Final = 3
"""An area of a tenth of the exam or more with fewer questions than this is all but unknown."""


def doubts_of(evidence: Evidence, outline: Outline) -> tuple[Doubt, ...]:
    """The reasons that apply, the weightiest first; the last one always does."""
    return tuple(_doubts(evidence, outline))


def _doubts(evidence: Evidence, outline: Outline) -> Iterator[Doubt]:
    tried = evidence.tried
    counts = Counter(one.area for one in tried)
    if len(tried) < _FEW:
        yield Doubt(Why.FEW, len(tried))
    thin = [area.id for area in outline.areas if area.share >= _WEIGHTY - 1e-9 and counts[area.id] < _THIN]
    if thin:
        yield Doubt(Why.THIN_AREAS, len(thin), tuple(thin))
    if not outline.areas_known:
        yield Doubt(Why.OUR_AREAS)
    elif not outline.shares_known and len(outline.areas) > 1:
        yield Doubt(Why.EQUAL_SHARES)
    old = sum(evidence.today - one.day > LONG_AGO for one in tried)
    if 2 * old > len(tried):
        yield Doubt(Why.OLD, old)
    again = sum(one.again for one in tried)
    if again:
        yield Doubt(Why.SEEN_BEFORE, again)
    yield Doubt(Why.NOT_THE_BOARDS)
