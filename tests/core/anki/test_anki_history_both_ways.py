"""Laws of history that goes to Anki and comes back, over drawn answers: nothing counts twice."""

from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.anki.history_in import (
    AnkiHistory,
    AnkiReview,
    Incoming,
    LoggedAnswer,
    copies,
    our_notes,
    sort_out,
)
from cpsprep.core.anki.history_out import Given, standings
from cpsprep.core.anki.note import NoteType, guid
from cpsprep.core.events import Event, EventId, Mode
from cpsprep.core.item import CardId, ItemId
from fakes_anki import BANK, DAY, NOON

ITEMS = (ItemId("al-0001"), ItemId("ba-0001"))
NOTES = our_notes([(BANK, item) for item in ITEMS])
LATE, LAST_DAY = NOON + 1000 * DAY, 40_000


def given_here(drawn: list[tuple[str, int, int]]) -> list[Given]:
    """Answers of a card, at a minute or within the same millisecond as others."""
    answers = [
        Given(BANK, CardId(card), at, at // DAY, "laptop", Mode.REVIEW, grade, None, 4000)
        for card, minute, grade in drawn
        for at in [NOON + minute * 60_000]
    ]
    return sorted(answers, key=lambda one: (one.study_day, one.at_ms))


def rows_of(answers: list[Given]) -> list[AnkiReview]:
    """What Anki's review log holds after an export of these answers."""
    cards, _ = standings(answers, LATE)
    return sorted(
        AnkiReview(row.number, guid(BANK, NoteType.CHOICE, ItemId(card)), 0, row.button, row.kind, 1, row.ms)
        for (_, card), standing in cards.items()
        for row in standing.rows
    )


def logged(answers: list[Given]) -> list[LoggedAnswer]:
    return [
        LoggedAnswer(EventId(f"own{number}"), one.device, (BANK, one.card), one.at_ms, 0, one.study_day)
        for number, one in enumerate(answers)
    ]


def as_logged(events: tuple[Event, ...]) -> list[LoggedAnswer]:
    return [
        LoggedAnswer(
            one.fact.id, one.device, (BANK, one.fact.card or CardId("")), one.at_ms, 0, one.study_day
        )
        for one in events
    ]


def pulled(rows: list[AnkiReview], log: list[LoggedAnswer]) -> Incoming:
    return sort_out(AnkiHistory(rows, 0), NOTES, log, LATE, LAST_DAY)


_drawn = st.lists(st.tuples(st.sampled_from(ITEMS), st.integers(0, 5000), st.integers(0, 5)), max_size=20)


@given(_drawn)
def test_what_was_exported_comes_back_as_nothing_new(drawn: list[tuple[str, int, int]]) -> None:
    answers = given_here(drawn)
    assert pulled(rows_of(answers), logged(answers)) == Incoming(own=len(answers))


@given(_drawn, _drawn)
def test_a_merge_in_between_leaves_rows_recognisable(
    drawn: list[tuple[str, int, int]], merged: list[tuple[str, int, int]]
) -> None:
    answers, more = given_here(drawn), given_here(merged)
    assert pulled(rows_of(answers), [*logged(answers), *logged(more)]).events == ()


@given(_drawn)
def test_a_pull_before_the_merge_is_taken_back_whole(drawn: list[tuple[str, int, int]]) -> None:
    answers = given_here(drawn)
    elsewhere = pulled(rows_of(answers), []).events
    voids = list(copies([*as_logged(elsewhere), *logged(answers)], ()))
    assert {void.fact.target for void in voids} == {event.fact.id for event in elsewhere}
    assert len({void.fact.id for void in voids}) == len(answers)


@given(_drawn)
def test_reviews_that_go_on_to_a_fresh_profile_are_the_same_events_when_they_return(
    drawn: list[tuple[str, int, int]],
) -> None:
    first = pulled(rows_of(given_here(drawn)), []).events
    again = [
        Given(
            BANK, one.fact.card or CardId(""), one.at_ms, one.study_day, one.device, one.fact.mode,
            one.fact.grade, one.fact.correct, 4000,
        )
        for one in first
    ]  # fmt: skip
    assert pulled(rows_of(again), as_logged(first)) == Incoming(known=len(first))
