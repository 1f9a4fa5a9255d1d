"""Pulling from Anki as a use case: what is added, what a dry run leaves, what is taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cpsprep.app.pull_anki import find_reviews, pull_anki, withdraw_copies
from cpsprep.core.anki.history_in import AnkiHistory, AnkiReview, LoggedAnswer, OurNote
from cpsprep.core.anki.note import NoteType, guid
from cpsprep.core.bank import Catalog
from cpsprep.core.catalog import entries_of
from cpsprep.core.events import Event, EventId, EventType, Moment
from cpsprep.core.item import CardId, ItemId
from fakes_anki import BANK, DAY, NOON, bank, cloze, single

NOW = Moment(NOON + DAY, 0, (NOON + DAY) // DAY, ())
CATALOG = Catalog((), entries_of(bank(single(), cloze())))
REVIEW = AnkiReview(NOON, guid(BANK, NoteType.CHOICE, ItemId("al-0001")), 0, 3, 1, 2500, 4000)


@dataclass
class FakeFile:
    history: AnkiHistory
    asked: Mapping[str, OurNote] = field(default_factory=dict)

    def read(self, notes: Mapping[str, OurNote]) -> AnkiHistory:
        self.asked = notes
        return self.history


@dataclass
class FakeLog:
    events: list[Event] = field(default_factory=list)
    own: list[LoggedAnswer] = field(default_factory=list)

    def answers(self) -> Sequence[LoggedAnswer]:
        answered = [one for one in self.events if one.fact.type == EventType.ANSWERED]
        return [*self.own, *map(_logged, answered)]

    def voids(self) -> set[EventId]:
        return {one.fact.id for one in self.events if one.fact.type == EventType.VOIDED}

    def add(self, events: Sequence[Event], at: Moment) -> None:
        assert at == NOW
        assert not {one.fact.id for one in events} & {one.fact.id for one in self.events}
        self.events += events


def _logged(event: Event) -> LoggedAnswer:
    fact = event.fact
    assert fact.bank is not None
    assert fact.card is not None
    return LoggedAnswer(
        fact.id, event.device, (fact.bank, fact.card), event.at_ms, event.offset_min, event.study_day
    )


def later(after: int) -> AnkiReview:
    return REVIEW._replace(row=NOON + after)


def found(*reviews: AnkiReview) -> FakeFile:
    return FakeFile(AnkiHistory(reviews, 0, cards=2))


def test_reviews_are_added_once() -> None:
    log = FakeLog()
    file = found(REVIEW, later(5000))
    first = pull_anki(find_reviews(file, CATALOG), log, NOW)
    again = pull_anki(find_reviews(file, CATALOG), log, NOW)
    assert (len(first.incoming.events), len(again.incoming.events), again.incoming.known) == (2, 0, 2)
    assert len(log.events) == 2


def test_the_file_is_asked_for_the_notes_of_all_items_of_the_banks() -> None:
    file = found()
    find_reviews(file, CATALOG)
    assert {(note.item, note.type) for note in file.asked.values()} == {
        (item, kind) for item in ("al-0001", "cl-0001") for kind in NoteType
    }


def test_a_dry_run_counts_and_leaves_the_log_alone() -> None:
    log = FakeLog()
    done = pull_anki(find_reviews(found(REVIEW), CATALOG), log, NOW, dry_run=True)
    assert (len(done.incoming.events), log.events) == (1, [])


def test_a_pull_before_a_merge_counts_no_answer_twice_after_it() -> None:
    log = FakeLog()
    pull_anki(find_reviews(found(REVIEW), CATALOG), log, NOW)
    log.own.append(LoggedAnswer(EventId("own"), "laptop", (BANK, CardId("al-0001")), NOON, 0, NOON // DAY))
    assert withdraw_copies(log, NOW) == 1
    assert log.events[-1].fact.target == log.events[0].fact.id
    assert withdraw_copies(log, NOW) == 0


def test_the_next_pull_takes_back_copies_too() -> None:
    log = FakeLog()
    pull_anki(find_reviews(found(REVIEW), CATALOG), log, NOW)
    log.own.append(LoggedAnswer(EventId("own"), "laptop", (BANK, CardId("al-0001")), NOON, 0, NOON // DAY))
    done = pull_anki(find_reviews(found(REVIEW), CATALOG), log, NOW)
    assert (done.withdrawn, done.incoming.known) == (1, 1)


def test_events_are_the_same_on_a_machine_with_another_version_of_the_bank() -> None:
    newer = Catalog((), entries_of(bank(single(stem="Corrected"), cloze())))
    one, two = FakeLog(), FakeLog()
    pull_anki(find_reviews(found(REVIEW), CATALOG), one, NOW)
    pull_anki(find_reviews(found(REVIEW), newer), two, NOW)
    assert one.events == two.events
