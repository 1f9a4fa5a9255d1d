"""Typed questions before anybody knows what is right: the lines of stem, options and all that was said."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cpsprep.core.interchange.draft import Spot
from cpsprep.core.interchange.listed.fields import Said
from cpsprep.core.interchange.listed.keys.lists import Key, Unnumbered
from cpsprep.core.interchange.listed.line import Line, Sort


@dataclass(slots=True)
class RawOption:
    """An option as typed, its lines one below the other."""

    lines: list[Line]
    number: int = 0


@dataclass(slots=True)
class Raw:
    """A question as typed; `number` is 0 where it has none, `part` counts the headings above it."""

    where: Spot
    number: int = 0
    sort: Sort | None = None
    level: int = 0
    group: str = ""
    topic: str = ""
    stem: list[Line] = field(default_factory=list)
    options: list[RawOption] = field(default_factory=list)
    answer: str | None = None
    explanation: list[str] = field(default_factory=list)
    whys: dict[int, list[str]] = field(default_factory=dict)
    said: dict[Said, str] = field(default_factory=dict)
    media: dict[str, str] = field(default_factory=dict)
    sublist: int = 0
    part: int = 0

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing but its label so far."""
        return not (self.stem or self.options or self.answer)

    @property
    def is_loose(self) -> bool:
        """Whether nothing says so far that it is a question."""
        return self.sort is None and not self.options and self.answer is None


@dataclass(frozen=True, slots=True)
class Loose:
    """Lines that are no part of any question; `before` is the place of the question that follows them."""

    lines: Sequence[Line]
    before: int
    topic: str = ""
    part: int = 0

    @property
    def in_table(self) -> bool:
        return all(line.table for line in self.lines)


@dataclass(slots=True)
class Grouped:
    """What a file comes to; `early` are lists of keys above the questions, `unsure` is of `keys.above`."""

    questions: list[Raw] = field(default_factory=list)
    keys: list[Key] = field(default_factory=list)
    unnumbered: list[Unnumbered] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    early: list[Spot] = field(default_factory=list)
    unsure: bool = False
