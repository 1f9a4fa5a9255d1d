"""What a board examines, as far as anybody found out: every number with its source and the day of the look.

Named tuples, because a learner with a plan reads one of these at every start; see `core.exam.outlines`.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Generic, NamedTuple, TypeVar

from cpsprep.core.item import ItemId, Kind
from cpsprep.core.problem import Place

GENERIC: Final = "generic"
"""The blueprint of no board, which is used where none is named."""

Value = TypeVar("Value")


class Told(NamedTuple, Generic[Value]):
    """One thing that a board may say of its examination.

    Args:
        value: None where it is unknown.
        source: keys of `sources.yaml`: where it stands, or where it was looked for in vain.
        as_of: the year, month or day of that look; "" where nobody looked.
        note: what else pages say, above all where they contradict one another.
    """

    value: Value | None = None
    source: tuple[str, ...] = ()
    as_of: str = ""
    note: str = ""


class ScoreScale(StrEnum):
    """What a pass mark counts in: percent of the questions, questions, or points of a scale of its own."""

    PERCENT = "percent"
    RAW = "raw"
    SCALED = "scaled"


class PassMark(NamedTuple):
    """The least score that passes; `low` and `high` are the ends of the scale of a scaled one."""

    value: float
    score: ScoreScale = ScoreScale.PERCENT
    low: float | None = None
    high: float | None = None


class Areas(StrEnum):
    """Whose areas a blueprint examines by; where a board's are unknown, the bank's own serve."""

    BOARD = "board"
    BANK = "bank"
    UNKNOWN = "unknown"


class BoardDomain(NamedTuple):
    """A content area of a board's examination."""

    id: str
    title: str


class ExamSpec(NamedTuple):
    """How a board examines: number of questions, time in minutes, pass mark, kinds of question."""

    items: Told[int] = Told()
    minutes: Told[int] = Told()
    pass_mark: Told[PassMark] = Told()
    kinds: Told[tuple[Kind, ...]] = Told()


class Blueprint(NamedTuple):
    """What one board examines, and which items of this bank belong to which of its domains.

    Args:
        id: what learners name it by.
        title: what they read.
        place: where it stands.
        source: keys of `sources.yaml` for its domains.
        as_of: the year, month or day of the look.
        domains: none unless `areas` are the board's.
        items: has every domain as a key, in the order of `domains`.
        areas: whose areas these are.
        weights: each domain's part of the examination; the parts add up to 1.
        exam: how it is held.
        also: other names by which a learner may ask for it.
        address: where the board says so itself.
        note: what a learner should know of it besides.
        uses: the blueprint of the board whose examination this one gives; what is unsaid here is said there.
    """

    id: str
    title: str
    place: Place
    source: tuple[str, ...] = ()
    as_of: str = ""
    domains: tuple[BoardDomain, ...] = ()
    items: Mapping[str, tuple[ItemId, ...]] = MappingProxyType({})
    areas: Areas = Areas.BOARD
    weights: Told[Mapping[str, float]] = Told()
    exam: ExamSpec = ExamSpec()
    also: tuple[str, ...] = ()
    address: str = ""
    note: str = ""
    uses: str = ""

    def over(self, used: "Blueprint") -> "Blueprint":
        """This blueprint with what it leaves unsaid taken from the one that it uses."""
        ours, theirs = self.exam, used.exam
        return self._replace(
            source=self.source or used.source,
            as_of=self.as_of or used.as_of,
            domains=used.domains,
            items=used.items,
            areas=used.areas,
            weights=used.weights,
            exam=ExamSpec(
                items=theirs.items if ours.items == Told() else ours.items,
                minutes=theirs.minutes if ours.minutes == Told() else ours.minutes,
                pass_mark=theirs.pass_mark if ours.pass_mark == Told() else ours.pass_mark,
                kinds=theirs.kinds if ours.kinds == Told() else ours.kinds,
            ),
            address=self.address or used.address,
        )
