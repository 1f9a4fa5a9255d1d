"""The records of a bank: readings of its items, facts and claims behind them, boards' blueprints, targets.

All of it is optional, and study never reads it: only authors need it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cpsprep.core.item import ItemId, Version
from cpsprep.core.problem import Place, Problem
from cpsprep.core.records.board import Blueprint
from cpsprep.core.records.targets import Targets


class ReadingKind(StrEnum):
    """How an item was read: without its key, by its options alone, or against the sources of its facts."""

    BLIND = "blind"
    OPTIONS_ONLY = "options-only"
    FACT = "fact"


class Reader(StrEnum):
    """Who read; a person is never implied who was not there."""

    AUTOMATED = "automated"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of `readings.jsonl`.

    Args:
        date: ISO, the day of the reading.
        item: what was read.
        version: of the item, at that time.
        kind: how it was read.
        agreed: with the key, of `blind`; with key and reasons, of `fact`; of `options-only` it hit the key.
        reader: who read.
        defended: an option beside the key as one that a fair person could choose.
        by: a name that the reader chose, empty for none.
        note: what the reader said of it.
    """

    date: str
    item: ItemId
    version: Version
    kind: ReadingKind
    agreed: bool
    reader: Reader
    defended: bool = False
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SourcedFact:
    """One line of the brief of facts.

    Args:
        id: such as 2.1.01.
        says: the fact.
        place: where it stands.
        source: keys of `sources.yaml`.
        marks: such as `varies` and `do-not-test`.
        read: where the source itself was read; empty where it was not.
        left_out: why no question tests it.
    """

    id: str
    says: str
    place: Place
    source: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    read: str = ""
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of the outline that items list."""

    id: str
    says: str
    place: Place


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that a bank records about itself, and what is wrong in the files."""

    readings: tuple[Reading, ...] = ()
    facts: Mapping[str, SourcedFact] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    """Sections of the facts, number to title."""
    targets: Targets | None = None
    """What `coverage` of `bank.yaml` asks for; None where it asks nothing."""
    blueprints: tuple[Blueprint, ...] = ()
    media: frozenset[str] = frozenset()
    """The names of the pictures and sounds that are there."""
    problems: tuple[Problem, ...] = ()
