"""Banks: items by id, and the light catalog of all cards that planning works on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from cpsprep.core.item import BankId, CardId, Item, ItemId, Kind, Level, Status, Version
from cpsprep.core.problem import Problem


@dataclass(frozen=True, slots=True)
class Domain:
    """A content area of the bank; `share` is its intended part of the bank in percent."""

    id: str
    title: str
    share: float | None = None


class LintSettings(NamedTuple):
    """What `lint` in `bank.yaml` asks of the linter, names not checked yet; see `core.lint.rule`."""

    level: str = ""
    thresholds: Mapping[str, float] = MappingProxyType({})
    """By the id of a rule, which has one at most."""
    allow: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """By the id of a rule: words that it lets pass."""


@dataclass(frozen=True, slots=True)
class BankHeader:
    """What `bank.yaml` says."""

    id: BankId
    title: str
    version: str = ""
    language: str = "en"
    licence: str = ""
    domains: tuple[Domain, ...] = ()
    misconceptions: Mapping[str, str] = field(default_factory=dict)
    require: tuple[str, ...] = ()
    lint: LintSettings = field(default_factory=LintSettings)
    """Not in the cache: only the linter asks, and it reads the file."""
    decks: Mapping[str, str] = field(default_factory=dict)
    """Deck id to title, in file order."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """Source key to what a learner reads: title, publisher, year."""
    folder: str = ""
    owned: bool = False
    """Whether the learner may edit it; the installed bank is read-only."""


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank read whole: its header, the valid items in file order, and the problems found on the way."""

    header: BankHeader
    items: Mapping[ItemId, Item]
    problems: tuple[Problem, ...] = ()
    left_out: int = 0
    """Items that are not in `items` because of their problems."""


class Entry(NamedTuple):
    """One card as planning sees it, without its text; `order` is its place in the bank.

    A named tuple, because ten thousand are made at each start and a tuple is made six times as fast.
    """

    bank: BankId
    item: ItemId
    card: CardId
    kind: Kind
    deck: str
    domain: str
    topic: str
    status: Status
    order: int
    version: Version
    level: Level | None = None
    scenario: str = ""
    tags: tuple[str, ...] = ()
    misconceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalog:
    """Every card of the banks in use, and how many items were left out because of mistakes."""

    headers: tuple[BankHeader, ...]
    entries: tuple[Entry, ...]
    left_out: int = 0
