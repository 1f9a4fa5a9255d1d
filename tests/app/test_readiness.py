"""Readiness from banks and log."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest

from cpsprep.app.exams import Begun
from cpsprep.app.exams import begun as exams_begun
from cpsprep.app.readiness import Readiness, expected, readiness, unsealed
from cpsprep.core.bank import Catalog
from cpsprep.core.days import to_date
from cpsprep.core.exam.ending import last_events
from cpsprep.core.exam.exam import Ended, How
from cpsprep.core.exam.outline import Area, Outline
from cpsprep.core.history import CardKey, CardRecord, History, StudyPlan
from cpsprep.core.item import CardId, ItemId
from cpsprep.core.memory.recall import foreseen, trace
from cpsprep.core.readiness.evidence import Exposure
from cpsprep.core.readiness.guessing import guessed
from cpsprep.core.readiness.prediction import NotYet, Prediction
from cpsprep.core.sm2 import CardState
from fakes_exam import MINUTE, FakeExamLog, Walk, at, chosen, texts_of
from fakes_study import BANK, BASIC, DAY, FakeShelf, bank, item

NAMES = [f"q-{number}" for number in range(1, 31)]
CATALOG = FakeShelf([bank(*map(item, NAMES), item("card", BASIC))]).catalog()
AREAS = (Area("talk", "Talking", 0.6), Area("rest", "The rest", 0.4))
OUTLINE = Outline(
    "board",
    "The board",
    AREAS,
    {(BANK, ItemId(name)): "talk" if number < 20 else "rest" for number, name in enumerate(NAMES)},
    items=10,
)
STATE = CardState(3, 40, 250)
RECORD = CardRecord(STATE, DAY + 38, DAY - 9, DAY - 2, 3, 0, 4, 0, None)
ANSWERED: CardKey = (BANK, CardId("q-1"))


def shown(names: Iterable[str], *, right: bool = True, day: int = DAY - 2) -> list[Exposure]:
    return [Exposure(day, day * 86_400_000, BANK, ItemId(name), "review", right, 4) for name in names]


def seen(
    exposures: Sequence[Exposure] = (), history: History | None = None, catalog: Catalog = CATALOG
) -> Readiness:
    past = history or History()
    attempts = [(*key, DAY - 2, 4) for key in past.records]
    return readiness(catalog, past, exposures, attempts, OUTLINE, DAY)


def test_before_the_first_answer_everything_is_missing() -> None:
    found = seen()

    assert isinstance(found.forecast, NotYet)
    assert (found.forecast.missing, found.fresh) == (20, 30)
    assert (found.practised, found.days) == (None, None)


def test_twenty_first_answers_give_a_forecast() -> None:
    found = seen(shown(NAMES[:20]))

    assert isinstance(found.forecast, Prediction)
    assert (found.forecast.n, found.forecast.asked, found.fresh) == (20, 10, 10)


def test_what_was_studied_stands_on_its_own() -> None:
    found = seen(history=History({ANSWERED: RECORD}))

    assert isinstance(found.forecast, NotYet)
    assert found.practised is not None
    assert found.practised.n == 1


def test_what_was_set_aside_is_left_out() -> None:
    assert seen(history=History({ANSWERED: RECORD}, frozenset({ANSWERED}))).practised is None


def test_what_a_mock_exam_missed_is_not_studied_before_it_is_reviewed() -> None:
    wrong = {ANSWERED: DAY}
    attempts = [(*ANSWERED, DAY, 1)]
    never = readiness(CATALOG, History(missed_in_mock=wrong), (), attempts, OUTLINE, DAY)

    assert never.practised is None
    assert seen(history=History({ANSWERED: RECORD}, missed_in_mock=wrong)).practised is not None


def planned(days: int) -> History:
    return History({ANSWERED: RECORD}, plan=StudyPlan(to_date(DAY + days).isoformat()), learner="learner")


def test_an_exam_ahead_is_foreseen_with_the_days_of_the_plan() -> None:
    """By the scheduler the card would come back after the exam; the plan brings it in the final window."""
    found = seen(history=planned(21))
    kept = trace([(DAY - 2, 4)])

    assert found.days == 21
    assert found.practised is not None
    assert found.practised.planned is not None
    assert found.practised.planned > guessed(foreseen(kept, STATE, DAY + 38, DAY + 21), 0.25)


@pytest.mark.parametrize("days", [0, -5])
def test_an_exam_that_is_not_ahead_is_not_spoken_of(days: int) -> None:
    found = seen(history=planned(days))

    assert found.days is None
    assert found.practised is not None
    assert found.practised.planned is None


def test_an_area_names_the_domains_to_study() -> None:
    """All questions are of one domain: most of it belongs to the first area, the second has no better one."""
    assert seen().domains == {"talk": ("listening",), "rest": ("listening",)}


def test_an_area_without_questions_names_none() -> None:
    assert seen(catalog=Catalog((), ())).domains == {"talk": (), "rest": ()}


def test_what_was_to_be_expected_knows_nothing_of_the_exam_itself() -> None:
    before = shown(NAMES[:25], day=DAY - 1)
    after = shown(NAMES[25:], right=False, day=DAY)
    found = expected([*before, *after], CATALOG, OUTLINE, DAY, before_ms=DAY * 86_400_000)

    assert found == expected(before, CATALOG, OUTLINE, DAY)


def test_an_exam_may_have_asked_otherwise_than_its_outline() -> None:
    found = expected(shown(NAMES), CATALOG, OUTLINE, DAY, asked={"talk": 3, "rest": 4})

    assert isinstance(found, Prediction)
    assert found.asked == 7


def begun(walk: Walk, now_ms: int) -> tuple[Begun, ...]:
    log = FakeExamLog(walk.events, texts_of(walk.exam.paper))
    return exams_begun(log, at(now_ms))


def test_a_mock_exam_that_ran_out_alone_counts_as_it_stood() -> None:
    walk = Walk.of()
    walk.do(chosen("a"))
    (found,) = unsealed(begun(walk, 10 * MINUTE))

    assert (found.bank, found.item, found.mode, found.right, found.options) == (
        BANK,
        ItemId("q-1"),
        "exam",
        True,
        4,
    )
    assert found.at_ms == at(10 * MINUTE).at_ms


def test_a_mock_exam_that_still_runs_tells_nothing_yet() -> None:
    walk = Walk.of()
    walk.do(chosen("a"))

    assert unsealed(begun(walk, 2 * MINUTE)) == ()


def test_a_mock_exam_that_was_noted_down_is_in_the_log_already() -> None:
    walk = Walk.of()
    walk.events += last_events(replace(walk.exam, ended=Ended(How.TIME, at(9).at_ms)))

    assert unsealed(begun(walk, 10 * MINUTE)) == ()
