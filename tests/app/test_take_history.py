"""What of the log goes to Anki."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cpsprep.app.take_history import take_history
from cpsprep.core.anki.history_out import Given
from cpsprep.core.events import Mode, Moment
from cpsprep.core.history import CardKey, History
from cpsprep.core.item import CardId
from cpsprep.core.sm2 import Profile
from fakes_anki import BANK, DAY, NOON

NOW = Moment(NOON, -300, NOON // DAY, ())
KEY = (BANK, CardId("al-0001"))


@dataclass
class FakeLog:
    answers: list[Given] = field(default_factory=list)
    aside: frozenset[CardKey] = frozenset()

    def given(self) -> Iterable[Given]:
        return iter(self.answers)

    def history(self, today: int) -> History:
        return History(set_aside=self.aside)


def answer(at: int) -> Given:
    return Given(*KEY, at, at // DAY, "laptop", Mode.REVIEW, 4, True, 4000)


def test_days_count_from_the_first_answer_in_local_time() -> None:
    log = FakeLog([answer(NOON - 3 * DAY), answer(NOON - DAY)], frozenset({KEY}))
    taken = take_history(log, NOW, Profile.TEXT, 4)
    assert (taken.first_day, taken.offset_min, taken.rollover_hour) == (NOW.study_day - 3, -300, 4)
    assert (taken.rows, taken.skewed, taken.set_aside) == (2, 0, frozenset({KEY}))


def test_an_answer_from_the_future_is_counted() -> None:
    assert take_history(FakeLog([answer(NOON + DAY)]), NOW, Profile.TEXT, 4).skewed == 1


def test_where_nothing_was_answered_days_count_from_today() -> None:
    taken = take_history(FakeLog(), NOW, Profile.TEXT, 4)
    assert (taken.first_day, taken.cards) == (NOW.study_day, {})
