"""Opening a sitting under a plan to an exam."""

from dataclasses import replace

from cpsprep.app.study import Opened, SittingWish, open_sitting
from cpsprep.core.config.settings import Settings
from cpsprep.core.days import to_date
from cpsprep.core.history import CardRecord, History, StudyPlan
from cpsprep.core.item import CardId, OptionId
from cpsprep.core.planning.study_days import weekday
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.steps import step
from cpsprep.core.sm2 import CardState
from fakes_study import BANK, DAY, FakeClock, FakeLog, FakeShelf, bank, item

KEY = (BANK, CardId("q-1"))
KNOWN = CardRecord(CardState(4, 15, 250), DAY, DAY - 40, DAY - 15, 4, 0, 4, 0, None)


def opened(plan: StudyPlan, records: dict[tuple[str, str], CardRecord] | None = None) -> Opened:
    past = History(records=records or {}, plan=plan)  # type: ignore[arg-type]
    shelf = FakeShelf([bank(item("q-1"), item("q-2"))])
    return open_sitting(shelf, FakeLog(past=past), FakeClock(), Settings(), SittingWish())


def test_a_question_comes_back_before_the_exam() -> None:
    exam = to_date(DAY + 10).isoformat()
    sitting = opened(StudyPlan(exam, begun=DAY - 20, window=4), {KEY: KNOWN})
    (first,) = (one for one in sitting.session.queue if one.card == "q-1")
    assert sitting.course is not None
    assert sitting.session.rules.exam == sitting.course.deadline
    assert first.place == sitting.course.places[KEY]
    after, _ = step(replace(sitting.session, current=first), act.Choose((OptionId("a"),)), FakeClock().now())
    assert after.answered is not None
    assert (after.answered.state.interval, 6 <= after.answered.wait <= 9) == (38, True)


def test_a_day_off_brings_nothing_new() -> None:
    exam = to_date(DAY + 40).isoformat()
    sitting = opened(StudyPlan(exam, begun=DAY, days_off=(weekday(DAY),)))
    assert (sitting.session.queue, sitting.next_in, sitting.more_new) == ((), 1, False)
