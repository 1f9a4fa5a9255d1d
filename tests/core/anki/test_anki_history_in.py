"""Reviews from Anki as events: what they say, and that none counts twice."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.anki.history_in import (
    NEAR_MS,
    AnkiHistory,
    AnkiReview,
    Incoming,
    LoggedAnswer,
    copies,
    our_notes,
    sort_out,
)
from cpsprep.core.anki.note import NoteType, guid
from cpsprep.core.days import study_day
from cpsprep.core.events import Event, EventId, EventType, Mode
from cpsprep.core.item import CardId, ItemId
from cpsprep.core.replay import replay
from fakes_anki import BANK, DAY, NOON

CHOICE, BASIC, CLOZE = ItemId("al-0001"), ItemId("ba-0001"), ItemId("cl-0001")
NOTES = our_notes([(BANK, CHOICE), (BANK, BASIC), (BANK, CLOZE)])
LATE = NOON + 1000 * DAY
LAST_DAY = 40_000


def review(
    item: ItemId = CHOICE,
    kind: NoteType = NoteType.CHOICE,
    *,
    ordinal: int = 0,
    row: int = NOON,
    ease: int = 3,
    type_: int = 1,
    factor: int = 2500,
    ms: int = 4000,
) -> AnkiReview:
    return AnkiReview(row, guid(BANK, kind, item), ordinal, ease, type_, factor, ms)


def taken(*reviews: AnkiReview, offset: int = 0, logged: Iterable[LoggedAnswer] = ()) -> Incoming:
    return sort_out(AnkiHistory(reviews, offset), NOTES, list(logged), LATE, LAST_DAY)


def logged(event: Event) -> LoggedAnswer:
    fact = event.fact
    assert fact.bank is not None
    assert fact.card is not None
    return LoggedAnswer(
        fact.id, event.device, (fact.bank, fact.card), event.at_ms, event.offset_min, event.study_day
    )


def own(at_ms: int, card: str = CHOICE, id_: str = "own") -> LoggedAnswer:
    return LoggedAnswer(EventId(id_), "laptop", (BANK, CardId(card)), at_ms, 60, at_ms // DAY)


@pytest.mark.parametrize(("ease", "grade"), [(1, 1), (2, 3), (3, 4), (4, 5)])
def test_buttons_become_grades(ease: int, grade: int) -> None:
    (event,) = taken(review(ease=ease)).events
    assert event.fact.grade == grade


def test_a_review_is_an_answer_from_anki_at_its_own_time() -> None:
    (event,) = taken(review(), offset=60).events
    fact = event.fact
    assert (fact.type, fact.mode, fact.bank, fact.item, fact.card) == (
        EventType.ANSWERED, Mode.REVIEW, BANK, CHOICE, CardId(CHOICE),
    )  # fmt: skip
    assert (event.source, event.device, event.at_ms, event.seq, event.offset_min) == (
        "anki", "anki", NOON, NOON, 60,
    )  # fmt: skip
    assert fact.payload == {"ms": 4000, "anki": {"ease": 3, "type": 1}}


def test_of_a_choice_nobody_knows_which_option_was_in_mind() -> None:
    (event,) = taken(review(ease=1)).events
    assert event.fact.correct is None
    assert "chosen" not in event.fact.payload
    assert event.fact.version is None


@pytest.mark.parametrize(("ease", "knew"), [(1, False), (2, True)])
def test_of_other_cards_the_learner_said_whether_it_was_known(ease: int, knew: bool) -> None:
    (event,) = taken(review(BASIC, NoteType.BASIC, ease=ease)).events
    assert event.fact.correct is knew


def test_a_cloze_card_is_named_by_its_number() -> None:
    (event,) = taken(review(CLOZE, NoteType.CLOZE, ordinal=2)).events
    assert (event.fact.item, event.fact.card) == ("cl-0001", "cl-0001#c3")


def test_an_item_that_was_of_another_kind_keeps_what_was_answered_then() -> None:
    (event,) = taken(review(CHOICE, NoteType.BASIC)).events
    assert event.fact.card == CardId(CHOICE)


def test_time_that_was_not_measured_is_not_told() -> None:
    (event,) = taken(review(ms=0)).events
    assert "ms" not in event.fact.payload


@pytest.mark.parametrize(
    ("type_", "factor", "mode"),
    [(0, 0, Mode.REVIEW), (2, 2500, Mode.REVIEW), (3, 0, Mode.PRACTICE), (3, 2500, Mode.REVIEW)],
)
def test_cramming_does_not_schedule(type_: int, factor: int, mode: Mode) -> None:
    (event,) = taken(review(type_=type_, factor=factor)).events
    assert event.fact.mode is mode


@pytest.mark.parametrize("ease", [0, 5, -1])
def test_a_row_that_is_no_answer_is_counted_and_left(ease: int) -> None:
    assert taken(review(ease=ease, type_=4)) == Incoming(resets=1)


@given(
    st.integers(0, 3_000_000_000_000),
    st.integers(-14 * 60, 14 * 60),
)
def test_the_study_day_is_that_of_the_collections_time_zone(row: int, offset: int) -> None:
    result = sort_out(AnkiHistory((review(row=row),), offset), NOTES, [], row, LAST_DAY)
    local = datetime.fromtimestamp(row / 1000, UTC).astimezone(timezone(timedelta(minutes=offset)))
    (event,) = result.events
    assert event.study_day == study_day(local)


def test_ids_are_versioned_as_the_standard_says_and_differ_by_row_card_and_note() -> None:
    cloze = [review(CLOZE, NoteType.CLOZE, ordinal=ordinal) for ordinal in (0, 1)]
    events = taken(review(), review(row=NOON + 1), review(BASIC, NoteType.BASIC), *cloze).events
    ids = {event.fact.id for event in events}
    assert len(ids) == 5
    assert {UUID(id_).version for id_ in ids} == {5}
    assert {UUID(id_).variant for id_ in ids} == {"specified in RFC 4122"}


def test_the_id_of_a_row_is_the_same_for_ever() -> None:
    (event,) = taken(review()).events
    space = UUID("1f0b6a5c-a7e4-5cb5-a3d1-c2f5f07f4f1e")
    assert event.fact.id == str(uuid5(space, f"{guid(BANK, NoteType.CHOICE, CHOICE)}\n0\n{NOON}"))
    assert event.fact.id == "917af03e-0ebf-5613-a8b7-879d90ea77c7"


def test_the_same_row_is_known_the_second_time() -> None:
    first = taken(review(), review(row=NOON + 5))
    again = taken(review(), review(row=NOON + 5), logged=map(logged, first.events))
    assert again == Incoming(known=2)


def test_a_row_that_is_in_a_file_twice_counts_once() -> None:
    done = taken(review(), review())
    assert (len(done.events), done.known) == (1, 1)


@pytest.mark.parametrize("shift", [0, 1, NEAR_MS])
def test_an_answer_given_here_that_an_export_took_along_is_not_taken_back(shift: int) -> None:
    assert taken(review(row=NOON + shift), logged=[own(NOON)]) == Incoming(own=1)


@pytest.mark.parametrize(
    "other",
    [own(NOON + 1), own(NOON - NEAR_MS - 1), own(NOON, BASIC)],
    ids=["later", "long ago", "another card"],
)
def test_another_answer_given_here_hides_no_review(other: LoggedAnswer) -> None:
    assert len(taken(review(), logged=[other]).events) == 1


def test_two_quick_reviews_in_anki_are_two() -> None:
    first = taken(review())
    assert len(taken(review(row=NOON + 300), logged=map(logged, first.events)).events) == 1


@pytest.mark.parametrize(("now", "today"), [(NOON - 1, LAST_DAY), (NOON, NOON // DAY - 2)])
def test_a_review_from_the_future_waits(now: int, today: int) -> None:
    done = sort_out(AnkiHistory((review(),), 0), NOTES, [], now, today)
    assert done == Incoming(later=1)


def test_the_first_answer_of_a_study_day_schedules_and_later_ones_are_drill() -> None:
    day = NOON // DAY * DAY + 12 * 3_600_000
    rows = [(0, 1), (60_000, 3), (DAY, 3), (DAY + 60_000, 1), (2 * DAY, 4)]
    events = taken(*(review(row=day + after, ease=ease) for after, ease in rows)).events
    record = replay(events, LAST_DAY).records[BANK, CardId(CHOICE)]
    assert (record.answers, record.misses) == (3, 1)
    assert (record.state.repetitions, record.state.interval, record.state.ease) == (2, 6, 260)


def test_a_copy_of_an_answer_that_a_merge_brought_is_taken_back_once_by_an_event_all_machines_agree_on() -> (
    None
):
    (copy,) = taken(review(row=NOON + 1)).events
    (void,) = copies([logged(copy), own(NOON)], ())
    assert (void.fact.type, void.fact.target) == (EventType.VOIDED, copy.fact.id)
    assert (void.device, void.seq, void.at_ms, void.study_day) == (
        "anki",
        copy.seq,
        copy.at_ms,
        copy.study_day,
    )
    assert list(copies([own(NOON, id_="other"), logged(copy)], ())) == [void]
    assert list(copies([logged(copy), own(NOON)], {void.fact.id})) == []


def test_a_review_that_was_made_in_anki_is_not_taken_back() -> None:
    (event,) = taken(review()).events
    assert list(copies([logged(event), own(NOON - 60_000)], ())) == []
