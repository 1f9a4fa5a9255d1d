"""What is said before a mock exam begins, and after it: by whose rules, and what that does not mean."""

from dataclasses import replace

import pytest

from cpsprep.app.exam_start import ExamWish, Offer, offer
from cpsprep.cli.exam.opening import offer_lines
from cpsprep.cli.exam.report_lines import next_lines, report_lines
from cpsprep.core.events import Confidence
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.report import report
from cpsprep.core.item import ItemId
from cpsprep.core.readiness.prediction import Prediction
from cpsprep.core.records.board import Areas, Blueprint, Told
from fakes_boards import FakeBlueprints, board, exam, passes
from fakes_exam import MINUTE, FakeExamLog, Walk, chosen, paper, slots
from fakes_study import BANK, DAY, FakeClock, FakeShelf, bank, choice, item

ITEMS = [item(f"q-{n}", choice(f"Question {n}?")) for n in range(12)]
NAMES = [one.id for one in ITEMS]


def offered(*boards: Blueprint, seen: int = 0, **wish: object) -> Offer:
    log = FakeExamLog(seen={(BANK, ItemId(f"q-{n}")): DAY - n for n in range(seen)})
    asked = ExamWish(**wish)  # type: ignore[arg-type]
    return offer(FakeShelf([bank(*ITEMS)]), log, FakeClock(), FakeBlueprints({BANK: boards}), asked)


def said(made: Offer) -> str:
    return "\n".join(offer_lines(made))


def a_board(**more: object) -> Blueprint:
    return board("icrc", {"role": NAMES[:6], "ethics": NAMES[6:]}, **more)


def test_the_areas_and_their_numbers_are_named() -> None:
    assert "6 questions: Role 3, Ethics 3." in said(offered(a_board(), blueprint="icrc", items=6))


def test_equal_shares_are_named_as_ours() -> None:
    known = a_board(weights=Told({"role": 0.7, "ethics": 0.3}))

    assert "all count the same" in said(offered(a_board(), blueprint="icrc", items=6))
    assert "all count the same" not in said(offered(known, blueprint="icrc", items=6))


def test_areas_of_the_bank_are_named_as_such() -> None:
    assert "not of a board" in said(offered(items=6))
    assert "not of a board" in said(offered(a_board(areas=Areas.UNKNOWN), blueprint="icrc", items=6))


def test_a_number_of_questions_of_ours_is_named_so() -> None:
    long = [item(f"q-{n}", choice(f"Question {n}?")) for n in range(80)]
    shelf, clock = FakeShelf([bank(*long)]), FakeClock()
    made = offer(shelf, FakeExamLog(), clock, FakeBlueprints({}), ExamWish())

    assert "75 is a number of ours" in said(made)
    assert "a number of ours" not in said(offered(a_board(exam=exam(12, 20)), blueprint="icrc"))


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        ({"minutes": 10}, "Time: 10 minutes."),
        ({"minutes": 10, "extra": 1.5}, "Time: 15 minutes, which is 1.5 times 10 minutes."),
        ({"minutes": 9, "extra": 1.5}, "Time: 13 minutes 30 seconds, which is 1.5 times 9 minutes."),
        ({"minutes": 10, "break_minutes": 5}, "Breaks: 5 minutes in all"),
        ({"untimed": True}, "There is no clock."),
        ({}, "Time: 9 minutes (90 seconds a question, a pace of ours"),
        ({"items": 5}, "Time: 8 minutes (90 seconds a question, a pace of ours"),
    ],
)
def test_the_time_is_told_with_whose_it_is(wish: dict[str, object], says: str) -> None:
    assert says in said(offered(**({"items": 6} | wish)))  # type: ignore[arg-type]


def test_part_of_a_boards_exam_goes_at_its_pace() -> None:
    part = said(offered(a_board(exam=exam(12, 24)), blueprint="icrc", items=6))

    assert "Time: 12 minutes (this board's pace)." in part


def test_the_pass_mark_is_told_with_whose_it_is() -> None:
    known = a_board(exam=exam(12, 24, passes(70)))

    assert "Pass mark: 70% of the questions, as far as is known." in said(offered(known, blueprint="icrc"))
    assert "a number of your own" in said(offered(known, blueprint="icrc", cut=0.8))
    assert "no pass or fail" in said(offered(items=6))


def test_what_was_seen_before_is_told() -> None:
    assert "You have seen none of them before." in said(offered(items=6))
    assert "8 of them you have never seen" in said(offered(seen=4))
    assert "none of them before; 5 of them were kept" in said(replace(offered(items=6), kept=5))


@pytest.mark.parametrize(
    ("kept", "says"),
    [(6, "; all were kept"), (5, "; 5 of them were kept"), (1, "; one of them was kept"), (0, ".")],
)
def test_how_many_were_kept_for_this_is_told(kept: int, says: str) -> None:
    assert f"You have seen none of them before{says}" in said(replace(offered(items=6), kept=kept))


def test_what_is_short_is_told() -> None:
    uneven = board("icrc", {"role": NAMES[:1], "ethics": NAMES[1:]}, exam=exam(12, 24))

    assert "Role 1 in place of 6" in said(offered(uneven, blueprint="icrc"))
    assert "not enough questions for 40" in said(offered(items=40))


def test_a_form_run_again_says_what_became_of_it() -> None:
    made = replace(offered(items=6), outline=None, form=None, gone=2, edited=1)
    again = replace(made, rules=replace(made.rules, again=ItemId("exam-0")), slots=slots())  # type: ignore[arg-type]

    text = said(again)

    assert "2 questions are no longer in the bank" in text
    assert "1 question of them changed since then" in text
    assert "seen these questions before" in text


def test_where_no_board_is_named_the_way_to_name_one_is() -> None:
    assert "--blueprint NAME" in said(offered(items=6))
    assert "--blueprint NAME" not in said(offered(a_board(), blueprint="icrc"))


def test_every_opening_says_to_check_with_the_board() -> None:
    for made in (offered(items=6), offered(a_board(), blueprint="icrc")):
        assert "check with your own board" in said(made)
        assert "cpsprep exam blueprints" in said(made)


def told(walk: Walk, *, late: bool = False) -> str:
    if late:
        over = walk.do(act.Time(), after=99 * MINUTE)
    else:
        walk.do(act.Submit())
        over = walk.do(act.Confirm())
    made = report(over)
    return "\n".join([*report_lines(over, made, 3), *next_lines(made, 3)])


def test_a_score_comes_with_its_range_and_without_a_verdict_where_none_is_known() -> None:
    text = told(Walk.of())

    assert "Score: 0 of 4 right.\n" in text
    assert "a range of 0% to 40%" in text
    assert "No raw pass mark is known, so there is no pass or fail." in text


def test_a_verdict_names_whose_cut_it_is_and_when_it_was_close() -> None:
    walk = Walk.of(paper(*slots(1) * 4, cut=0.5, own_cut=True))
    for _ in range(2):
        walk.do(chosen("a"))
        walk.do(act.Next())
    board_cut = Walk.of(paper(*slots(1) * 30, cut=0.7))

    assert "at or above your own pass mark, 50% or 2 right. It was close" in told(walk)
    assert "below the pass mark that is known of this board, 70% or 21 right.\n" in told(board_cut)


def test_a_time_out_says_that_what_was_answered_counts() -> None:
    walk = Walk.of()
    walk.do(chosen("a"))
    text = told(walk, late=True)

    assert text.startswith("The time is up; every answer given by then counts.")
    assert "left at the end" not in text


def test_areas_seen_and_unseen_pace_and_changes_are_told() -> None:
    walk = Walk.of()
    walk.do(chosen("b", confidence=Confidence.GUESS))
    walk.do(act.Next())
    walk.do(chosen("a", "b", confidence=Confidence.SURE))
    walk.do(act.Previous(), after=30_000)
    walk.do(chosen("a"))
    text = told(walk)

    for says in (
        "One: 1 of 2 right.",
        "Questions never seen before: 1 of 2 right. Seen before: 0 of 2 right.",
        "1 answer felt sure and was not right.",
        "Changed after a question was left: 1 answer, to the right one.",
        "Pace: ",
        "left at the end.",
        "1 question is worth another look",
        "cpsprep exam report 3 --walk",
        "2 questions have no answer",
    ):
        assert says in text


def test_changes_in_several_ways_are_counted_one_by_one() -> None:
    walk = Walk.of(paper(*slots(1) * 3))
    for first, then in (("b", "a"), ("a", "b")):
        walk.do(chosen(first))
        walk.do(act.Next())
        walk.do(act.Previous())
        walk.do(chosen(then))
        walk.do(act.Next())

    assert "2 answers, 1 to the right one, 1 away from the right one." in told(walk)


def test_questions_that_took_long_are_named() -> None:
    walk = Walk.of(paper(*slots(1) * 3))
    for after in (10_000, 10_000, 90_000):
        walk.do(chosen("a"), after=after)
        walk.do(act.Next(), after=0)

    assert "More than twice as long: question 3 (1 minute 3" in told(walk)


def test_all_seen_before_says_less_about_new_ones() -> None:
    walk = Walk.of(paper(slots(2)[1]))

    assert "You had seen all of these questions before" in told(walk)


def test_with_everything_right_there_is_nothing_to_walk_through() -> None:
    walk = Walk.of(paper(*slots(1)))
    walk.do(chosen("a"))

    assert "Every answer was right, and none was a guess." in told(walk)


@pytest.mark.parametrize(("low", "further"), [(0.1, False), (0.6, True)])
def test_a_forecast_is_held_against_the_score(low: float, further: bool) -> None:
    walk = Walk.of(paper(*slots(1) * 2))
    walk.do(chosen("a"))
    walk.do(act.Submit())
    over = walk.do(act.Confirm())
    foretold = Prediction(30, 2, 0.7, low, 0.9, (), (), ())

    lines = "\n".join(report_lines(over, report(over), 1, foretold))

    assert f"Before it, {low:.0%} to 90% was to be expected; it became 50%." in lines
    assert ("takes that in" in lines) == further


def test_guesses_are_told() -> None:
    walk = Walk.of(paper(*slots(1) * 5))
    for _ in range(5):
        walk.do(chosen("a", confidence=Confidence.GUESS))
        walk.do(act.Next())

    assert "Guessed: 5 of 5 right, 100%." in told(walk)
