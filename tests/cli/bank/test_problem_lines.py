"""A problem as text: a first line that tools can read, the source line, a mark that fits any width."""

from pathlib import Path

import pytest

from cpsprep.cli.bank.problem_lines import cells, problem_lines, shown
from cpsprep.core.problem import Place, Problem

SNIPPET = "    anwser: a"
PROBLEM = Problem(
    Place("/deck/a.yaml", 8, 5),
    "unknown-field",
    "no field 'anwser'",
    "did you mean 'answer'?",
    snippet=SNIPPET,
    width=6,
)
LINE = f"  - {{id: al-0001, {'x' * 150}, anwser: a, {'y' * 50}}}"
LONG = PROBLEM._replace(snippet=LINE, place=Place("/deck/a.yaml", 8, LINE.index("anwser") + 1))


def test_place_code_line_mark_and_way_out() -> None:
    assert list(problem_lines(PROBLEM, 0)) == [
        "/deck/a.yaml:8:5: error[unknown-field]: no field 'anwser'",
        "  |",
        "8 |     anwser: a",
        "  |     ^^^^^^ did you mean 'answer'?",
    ]


def test_without_marks_it_is_two_lines_to_hear() -> None:
    assert list(problem_lines(PROBLEM, 0, marked=False)) == [
        "/deck/a.yaml:8:5: error[unknown-field]: no field 'anwser'",
        "  did you mean 'answer'?",
    ]


def test_without_hint_or_line_there_is_nothing_to_add() -> None:
    assert list(problem_lines(PROBLEM._replace(snippet="", hint=""), 0)) == [
        "/deck/a.yaml:8:5: error[unknown-field]: no field 'anwser'"
    ]


def test_a_narrow_window_wraps_words_and_puts_the_way_out_below() -> None:
    assert list(problem_lines(PROBLEM, 30)) == [
        "/deck/a.yaml:8:5:\n  error[unknown-field]: no\n  field 'anwser'",
        "  |",
        "8 |     anwser: a",
        "  |     ^^^^^^",
        "  did you mean 'answer'?",
    ]


@pytest.mark.parametrize("width", [10, 30, 40, 80, 300])
def test_the_mark_stays_under_its_text_at_any_width(width: int) -> None:
    _, _, line, mark, *_ = problem_lines(LONG, width)
    at = mark.index("^")

    assert line[at : at + 6] == "anwser"
    assert len(line) <= max(width, 30)


def test_a_pipe_gets_a_line_of_one_hundred() -> None:
    head, _, line, _ = problem_lines(LONG, 0)

    assert len(line) == 100
    assert "\n" not in head


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("\u65e5\u672c", 4), ("e\u0301", 1), ("", 0), ("\uff21", 2)]
)
def test_wide_letters_take_two_columns_and_accents_none(text: str, columns: int) -> None:
    assert cells(text) == columns


def test_the_mark_counts_wide_letters() -> None:
    wide = PROBLEM._replace(snippet="\u65e5\u672c: \u8a9e", place=Place("a", 8, 5), width=1)

    assert list(problem_lines(wide, 0))[3].startswith("  |       ^^ ")


def test_files_below_the_current_folder_are_short() -> None:
    here = Path.cwd()

    assert shown(str(here / "bank" / "a.yaml")) == str(Path("bank", "a.yaml"))
    assert shown(str(here.parent / "a.yaml")) == str(here.parent / "a.yaml")
    assert shown("bank/a.yaml") == "bank/a.yaml"
