"""What a rule of the linter is, and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class ItemRule:
    """A rule that needs to see one item, and what its bank says.

    `doc` is its documentation; see `documentation.parse`. No rule is an error: errors hide an item.
    """

    id: str
    severity: Severity
    doc: str | None
    check: Callable[[Item, BankHeader], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class BankRule:
    """A rule that compares items, or looks at decks and scenarios."""

    id: str
    severity: Severity
    doc: str | None
    check: Callable[[Bank], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class RecordsRule:
    """A rule that holds the items against what lies beside them: readings, facts, blueprints."""

    id: str
    severity: Severity
    doc: str | None
    check: Callable[[Bank, Records], Iterator[Finding]]


Rule = ItemRule | BankRule | RecordsRule


def in_item(item: Item, *path: str, message: str, hint: str) -> Finding:
    """A finding in one item, at the field that `path` leads to."""
    return Finding(About.ITEM, item.id, message, hint, path)
