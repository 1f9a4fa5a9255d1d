"""What a report says of an exam that is over."""

import pytest

from cpsprep.core.events import Confidence
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.exam import How
from cpsprep.core.exam.report import AreaScore, Changes, Report, Score, Slow, report
from fakes_exam import MINUTE, Walk, chosen, paper, slots

GUESS, SURE = Confidence.GUESS, Confidence.SURE


def over(walk: Walk) -> Report:
    walk.do(act.Submit())
    return report(walk.do(act.Confirm()))


def answered(*letters: str, cut: float | None = None, minutes: float | None = 10.0) -> Walk:
    """Six questions with the key a; "-" leaves one open, further ones are never looked at."""
    easy = slots(2)[:1] * 6
    walk = Walk.of(paper(*easy, cut=cut, minutes=minutes))
    for letter in letters:
        if letter != "-":
            walk.do(chosen(letter))
        walk.do(act.Next())
    return walk


def test_nothing_is_told_before_the_end() -> None:
    with pytest.raises(ValueError, match="before its end"):
        report(Walk.of().exam)


def test_what_is_open_counts_as_not_right() -> None:
    made = over(answered("a", "a", "b", "-", "a"))

    assert made.score == Score(3, 6)
    assert made.unanswered == 2
    assert made.ended.how is How.SUBMITTED


def test_the_score_has_a_range() -> None:
    low, high = Score(45, 60).interval

    assert (round(low, 3), round(high, 3)) == (0.649, 0.830)
    assert Score(0, 0).share is None


def test_areas_come_in_the_order_of_the_outline_and_only_those_that_were_asked() -> None:
    walk = Walk.of(paper(*slots(3)))
    walk.do(chosen("a"))

    assert over(walk).areas == (AreaScore("one", "One", Score(1, 2)), AreaScore("two", "Two", Score(0, 1)))
    assert [area.id for area in over(answered("a")).areas] == ["one"]


def test_questions_never_seen_before_count_apart() -> None:
    walk = Walk.of(paper(*slots(4)))
    walk.do(chosen("a"))
    walk.do(act.GoTo(4))
    walk.do(chosen("a"))
    made = over(walk)

    assert (made.fresh, made.seen) == (Score(1, 2), Score(1, 2))


def test_guesses_and_sure_answers_count_apart() -> None:
    walk = Walk.of(paper(*slots(1) * 3))
    for letter, confidence in (("a", GUESS), ("b", GUESS), ("b", SURE)):
        walk.do(chosen(letter, confidence=confidence))
        walk.do(act.Next())
    made = over(walk)

    assert (made.guesses, made.sure) == (Score(1, 2), Score(0, 1))
    assert made.missed == (0, 1, 2)


def test_worth_another_look_is_what_was_shown_and_not_known() -> None:
    assert over(answered("a", "b", "-", "a", "a")).missed == (1, 2, 5)


def test_what_was_never_looked_at_stays_new() -> None:
    assert over(answered("a")).missed == (1,)


@pytest.mark.parametrize(
    ("first", "then", "changes"),
    [
        ("b", "a", Changes(to_right=1)),
        ("a", "b", Changes(to_wrong=1)),
        ("b", "c", Changes(wrong_to_wrong=1)),
        ("b", "b", Changes()),
        ("a", None, Changes(to_wrong=1)),
    ],
)
def test_changed_answers_are_told_by_where_they_led(first: str, then: str | None, changes: Changes) -> None:
    walk = Walk.of()
    walk.do(chosen(first))
    walk.do(act.Next())
    walk.do(act.Previous())
    walk.do(chosen(then) if then else act.Clear())

    made = over(walk)

    assert made.changes == changes
    assert made.changes.all == (changes != Changes())


def test_pace_is_the_median_of_what_was_answered() -> None:
    walk = Walk.of(paper(*slots(1) * 4))
    for after in (10_000, 20_000, 90_000):
        walk.do(chosen("a"), after=after)
        walk.do(act.Next(), after=0)
    made = over(walk)

    assert made.pace.median_ms == pytest.approx(20_000, abs=5)
    assert [slow.place for slow in made.pace.slowest] == [2]
    assert made.pace.left_ms == pytest.approx(10 * MINUTE - 122_000, abs=10)


def test_without_an_answer_there_is_no_pace() -> None:
    made = over(answered(minutes=None))

    assert (made.pace.median_ms, made.pace.slowest, made.pace.left_ms) == (None, (), None)


def test_at_most_three_slow_questions_are_named_the_slowest_first() -> None:
    walk = Walk.of(paper(*slots(1) * 9))
    for after in (1_000, 5_000, 1_000, 4_000, 1_000, 9_000, 1_000, 1_000, 8_000):
        walk.do(chosen("a"), after=after)
        walk.do(act.Next(), after=0)

    slowest = over(walk).pace.slowest

    assert [slow.place for slow in slowest] == [8, 5, 1]
    assert isinstance(slowest[0], Slow)


@pytest.mark.parametrize(
    ("right", "cut", "passed", "needed"), [(3, 0.5, True, 3), (2, 0.5, False, 3), (4, 0.7, False, 5)]
)
def test_passed_is_at_least_the_cut(right: int, cut: float, passed: bool, needed: int) -> None:
    verdict = over(answered(*"a" * right, cut=cut)).verdict

    assert verdict is not None
    assert (verdict.passed, verdict.needed, verdict.own) == (passed, needed, False)


def test_seven_of_ten_are_seventy_percent() -> None:
    walk = Walk.of(paper(*slots(1) * 10, cut=0.7, own_cut=True))
    for _ in range(7):
        walk.do(chosen("a"))
        walk.do(act.Next())
    verdict = over(walk).verdict

    assert verdict is not None
    assert (verdict.passed, verdict.needed, verdict.own, verdict.is_close) == (True, 7, True, True)


def test_without_a_cut_there_is_no_verdict() -> None:
    assert over(answered("a")).verdict is None


def test_a_score_far_from_the_cut_is_not_close() -> None:
    verdict = over(answered(cut=0.9)).verdict

    assert verdict is not None
    assert not verdict.is_close
