"""Errors made with confidence: they are told until a later day proves them mended."""

from cpsprep.core.progress.weak_spots import SHOWN, sure_errors
from fakes_plan import BANK
from fakes_rows import row

PRESENT = {(BANK, row(name).item) for name in "abcdefgh"}


def errors(*rows: object) -> list[str]:
    return [item for _, item in sure_errors(rows, PRESENT)]  # type: ignore[arg-type]


def test_a_wrong_answer_counts_only_when_it_was_sure() -> None:
    assert errors(row("a", right=False, sure=True), row("b", right=False)) == ["a"]


def test_the_drill_of_the_same_day_does_not_mend_it() -> None:
    assert errors(row("a", 1, right=False, sure=True), row("a", 1)) == ["a"]


def test_a_right_answer_on_a_later_day_does() -> None:
    assert errors(row("a", 1, right=False, sure=True), row("a", 0)) == []


def test_the_latest_stands_first() -> None:
    first, second = row("a", 2, right=False, sure=True), row("b", 1, right=False, sure=True)

    assert errors(first, second) == ["b", "a"]
    assert errors(first, second, first._replace(day=second.day)) == ["a", "b"]


def test_a_question_that_left_the_bank_is_not_told() -> None:
    assert errors(row("z", right=False, sure=True)) == []


def test_only_some_are_told() -> None:
    assert len(errors(*(row(name, right=False, sure=True) for name in "abcdefgh"))) == SHOWN
