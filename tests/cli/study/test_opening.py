"""What is said before the first question, and when there is none."""

from dataclasses import replace

import pytest

from cpsprep.app.study import Opened, SittingWish
from cpsprep.cli.saying import wrapped
from cpsprep.cli.study.opening import opening_lines
from cpsprep.core.bank import Catalog
from cpsprep.core.history import History
from cpsprep.core.item import Item
from cpsprep.core.planning.catchup import CatchUp
from cpsprep.core.planning.planned import Counts, Queue
from cpsprep.core.planning.selection import Selection
from fakes_study import DAY, FakeShelf, bank, item, questions, session

EMPTY = "There are no questions to study yet. To check the bank: cpsprep bank lint"


def opened(
    *,
    asked: int = 0,
    items: tuple[Item, ...] = (item(),),
    left_out: int = 0,
    counts: Counts | None = None,
    pile: CatchUp | None = None,
    **rest: object,
) -> Opened:
    catalog: Catalog = FakeShelf([bank(*items, left_out=left_out)]).catalog()
    made = Opened(session(*questions(asked)), Queue((), counts or Counts(), pile), catalog, History(), DAY)
    return replace(made, **rest)  # type: ignore[arg-type]


def wishing(**wish: object) -> SittingWish:
    return SittingWish(selection=Selection(**wish))  # type: ignore[arg-type]


def test_on_most_days_nothing_is_said() -> None:
    assert opening_lines(opened(asked=1)) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1 question is left out because of mistakes in the bank. To see them: cpsprep bank lint"),
        (3, "3 questions are left out because of mistakes in the bank. To see them: cpsprep bank lint"),
    ],
)
def test_questions_that_a_mistake_hides_are_told(number: int, words: str) -> None:
    assert opening_lines(opened(asked=1, left_out=number)) == [words]


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        (("q-1",), "The bank changed this moment, so 1 question waits for another time."),
        (("q-1", "q-2"), "The bank changed this moment, so 2 questions wait for another time."),
    ],
)
def test_questions_that_changed_this_moment_are_told(gone: tuple[str, ...], words: str) -> None:
    assert opening_lines(opened(asked=1, missing=gone)) == [words]


@pytest.mark.parametrize(
    ("pile", "words"),
    [
        (
            CatchUp(overdue=430, days=7, today=62),
            (
                "430 questions have piled up; that happens. "
                "Today brings 62 of them, and in about 7 days you have caught up."
            ),
        ),
        (
            CatchUp(overdue=1, days=3, today=0),
            (
                "1 question has piled up; that happens. "
                "Today's share is done, and in about 3 days you have caught up."
            ),
        ),
    ],
)
def test_a_pile_is_told_kindly(pile: CatchUp, words: str) -> None:
    assert opening_lines(opened(asked=1, pile=pile)) == [words]


def test_nothing_due_says_what_comes_next() -> None:
    assert opening_lines(opened(next_in=3)) == ["Nothing is due now. The next questions come in 3 days."]


def test_nothing_in_sight_promises_nothing() -> None:
    assert opening_lines(opened()) == ["Nothing is due now."]


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (Counts(left_for_tomorrow=1), "Today's share is done; 1 more waits."),
        (Counts(left_for_tomorrow=4, siblings=2), "Today's share is done; 6 more wait."),
    ],
)
def test_what_waits_is_not_called_nothing(counts: Counts, words: str) -> None:
    assert opening_lines(opened(counts=counts)) == [words]


def test_more_new_questions_can_be_had() -> None:
    assert opening_lines(opened(counts=Counts(new_available=9), next_in=1, more_new=True)) == [
        "Nothing is due now. The next questions come tomorrow.",
        "For more new questions today: cpsprep review --new 10",
    ]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1 question is set aside. To see them: cpsprep aside"),
        (5, "5 questions are set aside. To see them: cpsprep aside"),
    ],
)
def test_what_was_set_aside_is_not_forgotten(number: int, words: str) -> None:
    assert opening_lines(opened(counts=Counts(set_aside=number)))[1:] == [words]


def test_an_empty_bank_is_told() -> None:
    assert opening_lines(opened(items=())) == [EMPTY]


def test_conditions_that_exclude_each_other_are_told() -> None:
    both = wishing(decks=("deck",), domains=("crisis",))

    assert opening_lines(opened(wish=both)) == [
        "No question fits all of that together. Leave one condition out."
    ]


def test_practice_speaks_of_practice() -> None:
    assert opening_lines(opened(wish=wishing(practice=True))) == [
        "Nothing to practice: all of it is set aside, or left until tomorrow."
    ]


def test_a_bank_that_changed_wholly_can_be_opened_again() -> None:
    assert opening_lines(opened(missing=("q-1",)))[1:] == ["To study the bank as it is now: cpsprep review"]


def test_all_of_it_fits_forty_columns() -> None:
    full = opened(
        left_out=2,
        missing=("q-1",),
        pile=CatchUp(430, 7, 62),
        counts=Counts(set_aside=1, new_available=9, left_for_tomorrow=8),
        more_new=True,
    )
    lines = [part for line in opening_lines(full) for part in wrapped(line, 40).split("\n")]

    assert max(map(len, lines)) <= 40
