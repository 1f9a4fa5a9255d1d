"""Which answers tell how an exam would go: those to questions that were new, or not seen for a long time.

A question that was practised is easier than the exam's own, which nobody has seen. Taking practised ones
for evidence is the main way in which such forecasts promise too much (docs/readiness.md has how much), so
each question counts once, by the answer that practice of it cannot have helped.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from cpsprep.core.events import Mode
from cpsprep.core.exam.outline import Outline
from cpsprep.core.item import BankId, ItemId, ItemKey, Kind
from cpsprep.core.readiness.guessing import CHOICES, chance_of

LONG_AGO: Final = 30
"""Days without seeing a question after which a mock exam's answer to it counts again."""


class Exposure(NamedTuple):
    """One time that a question was before the learner; of all modes, also when the answer was taken back.

    A named tuple, since a long log holds very many.

    Args:
        day: the study day.
        at_ms: milliseconds since 1970 UTC.
        mode: of an answer, "" when the question was only looked at.
        right: None where no answer counts: it was left, taken back, graded by the learner, or given in Anki.
        options: how many were shown, 0 where that is not known.
    """

    day: int
    at_ms: int
    bank: BankId
    item: ItemId
    mode: str = ""
    right: bool | None = None
    options: int = 0


class Tried(NamedTuple):
    """What one question tells; `chance` is that of guessing right, `again` that it was seen long before.

    `asked` says whether the exam asks this kind of question.
    """

    area: str
    right: bool
    chance: float
    day: int
    again: bool = False
    asked: bool = True


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known of a learner for an exam, on a study day; a question stands here once at most."""

    tried: tuple[Tried, ...]
    today: int


def gather(
    exposures: Iterable[Exposure], kinds: Mapping[ItemKey, Kind], outline: Outline, today: int
) -> Evidence:
    """Take of each question the answer that counts.

    That is its first exposure, if it was answered then, or a later answer in a mock exam before which it was
    not seen for 30 days; of several the latest. Questions that grade themselves (cloze, front and back) do
    not count, nor does what was first met in Anki.

    Args:
        exposures: in the canonical order of the log.
        kinds: of the questions in use; others do not count.
        outline: of the exam; questions in none of its areas do not count.
        today: the study day.
    """
    last: dict[ItemKey, int] = {}
    found: dict[ItemKey, Tried] = {}
    for one in exposures:
        key = (one.bank, one.item)
        before = last.get(key)
        last[key] = one.day
        if one.right is None or not _counts(one, before):
            continue
        kind, area = kinds.get(key), outline.area_of.get(key)
        if area is None or kind is None or kind not in CHOICES:
            continue
        found[key] = Tried(
            area,
            one.right,
            chance_of(kind, one.options),
            one.day,
            again=before is not None,
            asked=kind in outline.kinds,
        )
    return Evidence(tuple(found.values()), today)


def _counts(one: Exposure, before: int | None) -> bool:
    return before is None or (one.mode == Mode.EXAM and one.day - before >= LONG_AGO)
