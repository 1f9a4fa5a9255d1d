"""What can be said of a question while it is being written: what the linter finds, and what is much alike."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from cpsprep.adapters.bank.deck_file import Head
from cpsprep.adapters.bank.folder import load
from cpsprep.adapters.bank.used_ids import ids_in, used_ids
from cpsprep.cli.bank.writing.editing import Bench
from cpsprep.cli.study.opening_words import opening_words
from cpsprep.core.bank import Bank
from cpsprep.core.item import ItemId, Status
from cpsprep.core.problem import Problem, Severity
from cpsprep.core.writing.deck_text import deck_text
from cpsprep.core.writing.interview import Said, fields_of

_ALIKE: Final = 0.6
"""From how much on two questions are shown to be alike; the linter warns from 0.85 on."""
_MOST: Final = 3
LATER: Final = frozenset({"required-field", "missing-field"})
"""What is still to be asked for."""


@dataclass(slots=True)
class Checks:
    """The checks of one question, each finding told once.

    Args:
        bench: the bank.
        deck: where the question will stand.
    """

    bench: Bench
    deck: Head
    _told: set[tuple[str, str]] = field(default_factory=set)

    def notes(self, said: Said, name: str, *, last: bool = False) -> Iterator[str]:
        """What is wrong that was not told yet; `last` is when nothing more will be asked for."""
        for problem in self.problems(said, name):
            key = problem.code, problem.message
            if key not in self._told and (last or problem.code not in LATER):
                self._told.add(key)
                yield f"Note: {problem.sentence}."

    def problems(self, said: Said, name: str) -> list[Problem]:
        """Errors and warnings of the question as it is."""
        from cpsprep.adapters.bank.yaml_events import read, source_of
        from cpsprep.core.lint.engine import lint
        from cpsprep.core.lint.rule import ItemRule
        from cpsprep.core.lint.rules import RULES

        bank, source = self._read(said, name), source_of(str(self.deck.path), self.text(said, name))
        rules = [rule for rule in RULES if isinstance(rule, ItemRule)]
        found = lint(bank, [(source, read(source).root)], rules)
        return [one for one in found if one.item == name and one.severity is not Severity.HINT]

    def alike(self, said: Said, name: str) -> Iterator[str]:
        """The questions that are most like it."""
        from cpsprep.core.lint.rules.near_duplicate import alike

        item = self._read(said, name).items.get(ItemId(name))
        others = [one for one in self.bench.bank.items.values() if one.status is not Status.RETIRED]
        found = sorted(((alike(item, one), one.id, one) for one in others), reverse=True) if item else []
        for share, _, other in [one for one in found if one[0] >= _ALIKE][:_MOST]:
            yield f"Much alike ({share:.0%}): {other.id}, '{opening_words(other)}'"

    @property
    def was_there(self) -> bool:
        """Whether the deck was in the bank when this question was begun."""
        return self.deck.id in self.bench.bank.header.decks

    def taken(self) -> frozenset[str]:
        """Every id that the bank ever used, so that none is used again."""
        return used_ids(self.bench.folder)

    def own(self) -> frozenset[str]:
        """The ids of the deck."""
        return ids_in(load([self.deck.path])[0].data)

    def text(self, said: Said, name: str) -> bytes:
        """A deck with this question alone."""
        return deck_text(self.deck.id, self.deck.title, self.deck.domain, [fields_of(said, name)]).encode()

    def _read(self, said: Said, name: str) -> Bank:
        """A bank with the same head, and this question alone."""
        from cpsprep.adapters.bank.folder import BANK_FILE, SOURCES_FILE, BankFile, bank_paths
        from cpsprep.adapters.bank.yaml_bank import build

        folder = self.bench.folder
        heads = [path for path in bank_paths(folder) if path.name in {BANK_FILE, SOURCES_FILE}]
        return build(folder, [*load(heads), BankFile(self.deck.path, self.text(said, name))])
