"""The decks of a bank: one is chosen for a new question, or another one is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from cpsprep.adapters.bank.deck_file import Head, heads
from cpsprep.cli.bank.problem_lines import shown
from cpsprep.cli.bank.writing.editing import Bench
from cpsprep.core.reading.header import ID, ID_HINT
from cpsprep.core.writing.scalar import writable

if TYPE_CHECKING:
    from cpsprep.cli.bank.writing.add_desk import Desk

_RESERVED: Final = frozenset({"bank", "sources"})


@dataclass(frozen=True, slots=True)
class Decks:
    """Those that are there, by id, and what holds for one that is not there yet."""

    bench: Bench
    known: Mapping[str, Head]

    @classmethod
    def of(cls, bench: Bench) -> Self:
        """Those of this bank.

        Raises:
            UnreadableError: there is no bank.
        """
        return cls(bench, {head.id: head for head in heads(bench.folder)})

    def found(self, name: str | None) -> Head | None:
        """The deck of this id or with this file; without a name the only one, if there is just one."""
        if name is None:
            return next(iter(self.known.values())) if len(self.known) == 1 else None
        files = {head.path.name: head for head in self.known.values()}
        return self.known.get(name) or files.get(name)

    def refusal(self, name: str) -> str:
        """Why a new deck cannot have this id; "" where it can."""
        if not ID.fullmatch(name) or name in _RESERVED:
            return f"'{writable(name)}' is no id for a deck: {ID_HINT}."
        path = self.bench.folder / f"{name}.yaml"
        if name in self.known or path.exists():
            return f"{shown(str(path))} is another deck's file."
        return ""

    @property
    def domains(self) -> Mapping[str, str]:
        """What the questions of a deck can belong to, each with its title."""
        return {one.id: one.title for one in self.bench.bank.header.domains}

    def made(self, name: str, title: str, domain: str = "") -> Head:
        """A new deck, which is written with its first question."""
        return Head(self.bench.folder / f"{name}.yaml", name, title, domain)


class Entrance(NamedTuple):
    """What is there before a form opens: a deck is still to be chosen.

    Args:
        decks: to choose from.
        wanted: the id of a deck that is not there; "" where none was named.
        desk: opens the desk of the one that was chosen.
    """

    decks: Decks
    wanted: str
    desk: "Callable[[Head], Desk]"
