"""What a bank holds, counted: one table for each way of looking at its items."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cpsprep.core.bank import Bank
from cpsprep.core.item import TRUE, Choice, Decision, Item, Kind, Level, Status
from cpsprep.core.planning.selection import STUDIED
from cpsprep.core.records.board import Blueprint
from cpsprep.core.records.records import Reading, Records
from cpsprep.core.records.standing import standings

CHECKED: Final = frozenset({Status.CHECKED, Status.REVIEWED})
SUBSTANCE_USE: Final = frozenset({"substance-use", "co-occurring"})
"""Tags of the setting of a situation."""
SAFETY: Final = "safety"
"""The tag of items that practise the border between listening and safety."""
_DECISIONS: Final[Mapping[str, str]] = {
    Decision.LISTEN: "listens",
    Decision.SAFETY: "takes a step for safety, danger is shown",
    Decision.ASK: "asks directly, a sign is unclear",
    Decision.ACT: "does something else",
}
NONE: Final = ""
"""The key of what has no value in a table."""


@dataclass(frozen=True, slots=True)
class CensusRow:
    """How many items have one value; `of` are those that could have it, where rows differ in that."""

    key: str
    title: str
    number: int
    of: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """The items by one property.

    Args:
        id: what a program calls it.
        title: what a person reads.
        rows: in the order to be read.
        of: the items that were looked at; 0 where each row has its own.
        long: whether it is too long to be shown unless asked for.
    """

    id: str
    title: str
    rows: tuple[CensusRow, ...]
    of: int = 0
    long: bool = False


def studied(bank: Bank, *, drafts: bool = False) -> tuple[Item, ...]:
    """The items that learners get, and drafts where they are to count as well."""
    return tuple(
        item
        for item in bank.items.values()
        if item.status in STUDIED or (drafts and item.status is Status.DRAFT)
    )


def situations(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items that ask for a decision in a situation: those of the level application."""
    return tuple(item for item in items if item.level is Level.APPLICATION)


def decided(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items that ask what to do or say."""
    return tuple(item for item in items if item.decision is not None)


def in_substance_use(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if SUBSTANCE_USE.intersection(item.tags))


def at_the_border(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if SAFETY in item.tags)


def in_stories(items: Sequence[Item], least: int = 2, most: int = 4) -> tuple[Item, ...]:
    """The items in scenarios of such a size."""
    sizes = Counter(item.scenario.id for item in items if item.scenario)
    return tuple(item for item in items if item.scenario and least <= sizes[item.scenario.id] <= most)


def with_four_options(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items with one best answer of four."""
    return tuple(
        item
        for item in items
        if isinstance(item.body, Choice) and item.kind is Kind.SINGLE and len(item.body.options) == 4  # noqa: PLR2004  (the name says it)
    )


def statements(items: Iterable[Item], domain: str) -> tuple[int, int]:
    """How many `truefalse` items of a domain are true, and how many there are."""
    bodies = [item.body for item in items if item.domain == domain and item.kind is Kind.TRUEFALSE]
    return sum(isinstance(body, Choice) and TRUE in body.answer for body in bodies), len(bodies)


def of_board(items: Iterable[Item], board: Blueprint) -> dict[str, int]:
    """The studied items in each domain of a board."""
    here = {item.id for item in items}
    return {domain.id: len(here.intersection(board.items[domain.id])) for domain in board.domains}


def census(bank: Bank, records: Records, items: tuple[Item, ...]) -> tuple[Table, ...]:
    """Every table of a bank. The first counts all that it holds, the others these items."""
    domains = {domain.id: domain.title for domain in bank.header.domains}
    acts = decided(items)
    settings = situations(items)
    return (
        _table("status", "Status", (item.status for item in bank.items.values()), _words(Status)),
        _table("domain", "Area", (item.domain for item in items), domains),
        _table("level", "Level", (item.level or NONE for item in items), _words(Level)),
        _table("kind", "Kind", (item.kind for item in items), _words(Kind)),
        _table(
            "decision", "What to do or say: the key", (item.decision or NONE for item in acts), _DECISIONS
        ),
        _setting(settings),
        _special(items),
        *_vetted(items, records.readings),
        _truths(items, domains),
        *(_board(items, board) for board in records.blueprints if board.domains and not board.uses),
        _long("source", "Source", (key for item in items for key in item.source), bank.header.sources),
        _long(
            "claim",
            "Claim",
            (claim for item in items for claim in item.claims),
            {claim.id: claim.says for claim in records.claims.values()},
        ),
        _long(
            "fact",
            "Fact",
            (fact for item in items for fact in item.facts),
            {fact.id: fact.says for fact in records.facts.values()},
        ),
    )


def _words(values: Iterable[str]) -> dict[str, str]:
    return {str(value): str(value) for value in values}


def _table(id_: str, title: str, values: Iterable[str], titles: Mapping[str, str]) -> Table:
    counted = Counter(map(str, values))
    names = dict.fromkeys([*titles, *counted])
    rows = tuple(CensusRow(name, titles.get(name, name) or "none given", counted[name]) for name in names)
    return Table(id_, title, rows, sum(counted.values()))


def _long(id_: str, title: str, values: Iterable[str], titles: Mapping[str, str]) -> Table:
    counted = Counter(values)
    names = dict.fromkeys([*titles, *sorted(counted)])
    return Table(
        id_, title, tuple(CensusRow(name, titles.get(name, ""), counted[name]) for name in names), long=True
    )


def _setting(settings: tuple[Item, ...]) -> Table:
    inside = len(in_substance_use(settings))
    rows = (
        CensusRow("substance-use", "substance use or co-occurring recovery", inside),
        CensusRow("other", "other settings", len(settings) - inside),
    )
    return Table("setting", "Setting of application questions", rows, len(settings))


def _special(items: tuple[Item, ...]) -> Table:
    rows = (
        CensusRow("four-options", "one best answer of four", len(with_four_options(items))),
        CensusRow("safety", "at the border of danger", len(at_the_border(items))),
        CensusRow("scenario", "in stories of two to four questions", len(in_stories(items))),
        CensusRow(
            "content-note", "with a note on a heavy subject", sum(bool(item.content_note) for item in items)
        ),
    )
    return Table("special", "Special questions", rows, len(items))


def _vetted(items: tuple[Item, ...], readings: Iterable[Reading]) -> Iterator[Table]:
    """What people said of the texts as they are now, and which of them they dispute."""
    said = {name: one.said_by_people for name, one in standings(items, readings).items()}
    disputed = {name: verdicts.count(False) for name, verdicts in said.items() if not all(verdicts)}
    agreed = sum(bool(verdicts) and all(verdicts) for verdicts in said.values())
    rows = (
        CensusRow("agreed", "agreed", agreed),
        CensusRow("disputed", "disputed by one or more", len(disputed)),
        CensusRow("unread", "not read", len(items) - agreed - len(disputed)),
    )
    yield Table("people", "Read by people, in its present text", rows, len(items))
    titles = (CensusRow(name, name, number) for name, number in disputed.items())
    yield Table("disputed", "Disputed by people: question, number of disputes", tuple(titles))


def _truths(items: tuple[Item, ...], domains: dict[str, str]) -> Table:
    counted = {name: statements(items, name) for name in domains}
    rows = (CensusRow(name, domains[name], true, every) for name, (true, every) in counted.items() if every)
    return Table("true", "True statements, of true or false", tuple(rows))


def _board(items: tuple[Item, ...], board: Blueprint) -> Table:
    counted = of_board(items, board)
    rows = [CensusRow(domain.id, domain.title, counted[domain.id]) for domain in board.domains]
    rows.append(CensusRow(NONE, "in no domain of this board", len(items) - sum(counted.values())))
    return Table(f"board {board.id}", f"Board: {board.title}", tuple(rows), len(items))
