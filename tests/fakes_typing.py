"""Someone who is asked things at a terminal, for tests of what is asked there."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from cpsprep.cli.plan.person import Person


@dataclass
class Typing:
    """Someone who types these lines and then nothing more, and hears what is said."""

    lines: Iterator[str]
    heard: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, *lines: str) -> "Typing":
        return cls(iter([f"{line}\n" for line in lines]))

    @property
    def person(self) -> Person:
        return Person(self.heard.append, lambda: next(self.lines, ""))
