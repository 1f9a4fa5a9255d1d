"""Bring reviews home from Anki: find ours in a file, add to the log what it lacks."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from cpsprep.core.anki.history_in import (
    AnkiHistory,
    Incoming,
    LoggedAnswer,
    OurNote,
    copies,
    our_notes,
    sort_out,
)
from cpsprep.core.bank import Catalog
from cpsprep.core.events import Event, EventId, Moment


class ReviewFile(Protocol):
    """A file that Anki wrote."""

    def read(self, notes: Mapping[str, OurNote]) -> AnkiHistory:
        """Read what it holds of these notes, by GUID.

        Raises:
            UnreadableError: it is no such file, damaged or too large.
        """
        ...


class AnswerLog(Protocol):
    """The log as an import sees it."""

    def answers(self) -> Sequence[LoggedAnswer]:
        """Every answer, also those taken back."""
        ...

    def voids(self) -> Collection[EventId]:
        """The ids of the events that take something back."""
        ...

    def add(self, events: Sequence[Event], at: Moment) -> None:
        """Put events on disk as they are, all or none; their ids are new to the log.

        Raises:
            CpsprepError: they could not be saved; then none of them is.
        """
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """What a file tells, and the notes that were looked for, by GUID."""

    history: AnkiHistory
    notes: Mapping[str, OurNote]


@dataclass(frozen=True, slots=True)
class Pulled:
    """What of a file is new, and how many copies of answers given in cpsprep were taken back."""

    incoming: Incoming
    withdrawn: int = 0


def find_reviews(file: ReviewFile, catalog: Catalog) -> Found:
    """Read a file's reviews of the cards of these banks.

    Raises:
        CpsprepError: it cannot be read.
    """
    notes = our_notes({(entry.bank, entry.item) for entry in catalog.entries})
    return Found(file.read(notes), notes)


def pull_anki(found: Found, log: AnswerLog, at: Moment, *, dry_run: bool = False) -> Pulled:
    """Add the reviews that the log lacks; a dry run only counts them.

    Raises:
        CpsprepError: the log cannot be read or written.
    """
    logged = log.answers()
    incoming = sort_out(found.history, found.notes, logged, at.at_ms, at.study_day)
    withdrawn = tuple(copies(logged, log.voids()))
    if not dry_run and (incoming.events or withdrawn):
        log.add((*incoming.events, *withdrawn), at)
    return Pulled(incoming, len(withdrawn))


def withdraw_copies(log: AnswerLog, at: Moment) -> int:
    """Take back reviews from Anki that a merge showed to be answers given in cpsprep; says how many."""
    withdrawn = tuple(copies(log.answers(), log.voids()))
    if withdrawn:
        log.add(withdrawn, at)
    return len(withdrawn)
