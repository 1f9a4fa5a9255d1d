"""What a rule of the linter is, and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from cpsprep.core.bank import Bank, BankHeader
from cpsprep.core.item import Item
from cpsprep.core.problem import Severity
from cpsprep.core.records.records import Records


class About(StrEnum):
    """What a finding is about; the value is the field that names it in a file."""

    ITEM = "id"
    SCENARIO = "scenario"
    DECK = "deck"
    BANK = "title"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found.

    Rules do not know lines: `path` names the fields that lead to what is meant, such as ("options", "b"), and
    `places.Places` looks them up in the file. An empty path means the thing as a whole.
    """

    about: About
    name: str
    message: str
    hint: str
    path: tuple[str, ...] = ()


class Strictness(StrEnum):
    """How much the linter asks of a bank: what any question needs, or all that item writers advise."""

    BASIC = "basic"
    STRICT = "strict"


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of every kind of rule.

    Args:
        id: its code.
        severity: no rule is an error, because errors hide an item.
        doc: its documentation; see `documentation.parse`.
        level: from which strictness on it runs.
        threshold: the number that it measures by, if there is one; `bank.yaml` may give another.
        takes_words: whether `allow` of `bank.yaml` may list words that it lets pass.
    """

    id: str
    severity: Severity
    doc: str | None
    level: Strictness = field(default=Strictness.BASIC, kw_only=True)
    threshold: float | None = field(default=None, kw_only=True)
    takes_words: bool = field(default=False, kw_only=True)

    def limit(self, bank: BankHeader) -> float:
        """The threshold that counts for this bank; 0 for a rule that has none."""
        return bank.lint.thresholds.get(self.id, self.threshold or 0)

    def allowed(self, bank: BankHeader) -> tuple[str, ...]:
        """The words that this bank lets pass."""
        return bank.lint.allow.get(self.id, ())


@dataclass(frozen=True, slots=True)
class ItemRule(_Told):
    """A rule that needs to see one item, and what its bank says."""

    check: Callable[[Item, BankHeader], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class BankRule(_Told):
    """A rule that compares items, or looks at decks and scenarios."""

    check: Callable[[Bank], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class RecordsRule(_Told):
    """A rule that holds the items against what lies beside them: readings, facts, blueprints."""

    check: Callable[[Bank, Records], Iterator[Finding]]


Rule = ItemRule | BankRule | RecordsRule


def in_item(item: Item, *path: str, message: str, hint: str) -> Finding:
    """A finding in one item, at the field that `path` leads to."""
    return Finding(About.ITEM, item.id, message, hint, path)
