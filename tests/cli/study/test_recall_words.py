"""How likely it is to recall a question, in words."""

import pytest

from cpsprep.cli.study.recall_words import recall_words

TODAY = 20_000
ONCE = [(TODAY - 9, 4)]


def test_a_question_never_answered_has_nothing_to_recall() -> None:
    assert recall_words([], TODAY, TODAY + 9) == ""


def test_without_an_exam_ahead_only_now_is_told() -> None:
    now = "The chance that you recall it now: about 78%."

    assert recall_words(ONCE, TODAY, None) == recall_words(ONCE, TODAY, TODAY) == now


def test_the_day_of_the_exam_follows() -> None:
    assert recall_words(ONCE, TODAY, TODAY + 30) == (
        "The chance that you recall it now: about 78%. "
        "On the day of the exam, in 30 days, if not asked before: about 64%."
    )


def test_what_was_answered_today_is_not_doubted_today() -> None:
    assert recall_words([*ONCE, (TODAY, 4)], TODAY, None) == ""


@pytest.mark.parametrize(("answers", "chance"), [([(TODAY - 1, 5)] * 9, 99), ([(TODAY - 900, 1)], 28)])
def test_nothing_is_quite_sure(answers: list[tuple[int, int]], chance: int) -> None:
    assert f"about {chance}%" in recall_words(answers, TODAY, None)
