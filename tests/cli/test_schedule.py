"""`cpsprep schedule`: the arithmetic of SM-2, in lines that read well at 40 columns and by ear."""

import json
import re
import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner, Result

from cpsprep.app.errors import UsageError
from cpsprep.cli.schedule import read_grades, schedule

APP = typer.Typer()
APP.command()(schedule)


def run(*words: str) -> Result:
    return CliRunner().invoke(APP, words)


def test_each_grade_gets_a_line() -> None:
    assert run("3,3,4,5,4,3").stdout.splitlines() == [
        "After each grade, wozniak_text:",
        "3: repetitions 1, 1 day, ease 2.36",
        "3: repetitions 2, 6 days, ease 2.22",
        "4: repetitions 3, 14 days, ease 2.22",
        "5: repetitions 4, 32 days, ease 2.32",
        "4: repetitions 5, 75 days, ease 2.32",
        "3: repetitions 6, 174 days, ease 2.18",
    ]


@pytest.mark.parametrize("profile", ["wozniak_delphi", "WOZNIAK_DELPHI"])
def test_the_other_profile_is_asked_for_by_name(profile: str) -> None:
    assert run("4,0", "--profile", profile).stdout.splitlines() == [
        "After each grade, wozniak_delphi:",
        "4: repetitions 1, 1 day, ease 2.50",
        "0: repetitions 0, 1 day, ease 1.70",
    ]


def test_an_unknown_profile_is_a_usage_error() -> None:
    assert run("4", "--profile", "sm5").exit_code == 2


def test_json_is_a_list_of_objects() -> None:
    assert json.loads(run("5,2", "--json").stdout) == [
        {"grade": 5, "repetitions": 1, "interval": 1, "ease": 2.6},
        {"grade": 2, "repetitions": 0, "interval": 1, "ease": 2.6},
    ]


def test_json_writes_the_ease_with_two_decimals() -> None:
    assert re.findall(r'"ease": ([^}]+)', run("4,3", "--json").stdout) == ["2.50", "2.36"]


@pytest.mark.parametrize(
    "words",
    [
        ("3,3,4",),
        ("3", "3", "4"),
        ("3 3 4",),
        ("3,", "3,", "4"),
        ("3, 3, 4",),
        (",3,,3, ,4,",),
        (" 3,3\t4 ",),
    ],
)
def test_grades_may_stand_between_commas_or_spaces(words: tuple[str, ...]) -> None:
    assert read_grades(words) == [3, 3, 4]


@pytest.mark.parametrize(
    ("words", "position", "part"),
    [
        (("3,x,4",), "grade 2 of 3", "'x'"),
        (("6",), "grade 1 of 1", "'6'"),
        (("3,,3,-1",), "grade 3 of 3", "'-1'"),
        (("3", "4.5"), "grade 2 of 2", "'4.5'"),
        (("345",), "grade 1 of 1", "'345'"),
        (("3;4",), "grade 1 of 1", "'3;4'"),
        (("\u0663",), "grade 1 of 1", "'\u0663'"),
        (("\x1b[2J",), "grade 1 of 1", r"'\x1b[2J'"),
        (("9" * 5000,), "grade 1 of 1", "'99999999999999999999...'"),
    ],
)
def test_a_bad_grade_is_named_with_its_position(words: tuple[str, ...], position: str, part: str) -> None:
    with pytest.raises(UsageError) as error:
        read_grades(words)
    assert str(error.value) == f"{position}, {part}, is not a whole number from 0 to 5"
    assert error.value.exit_code == 2
    assert "cpsprep schedule 3,3,4" in error.value.hint


@pytest.mark.parametrize("words", [(), ("",), (",",), (" ", ",,")])
def test_without_grades_it_says_where_the_own_schedule_is(words: tuple[str, ...]) -> None:
    result = run(*words)
    assert result.exit_code == 0
    for command in ("cpsprep review", "cpsprep stats", "cpsprep data path"):
        assert command in result.stdout


def test_without_grades_json_is_an_empty_list_and_the_words_go_to_stderr() -> None:
    result = run("--json")
    assert json.loads(result.stdout) == []
    assert "cpsprep review" in result.stderr


@pytest.mark.parametrize("grades", ["5," * 12, "0,1,2,3,4,5"])
def test_40_columns_are_enough(grades: str) -> None:
    assert max(map(len, run(grades).stdout.splitlines())) <= 40


def test_it_loads_nothing_beyond_typer_and_the_rules() -> None:
    script = (
        "import sys, typer; before = set(sys.modules); import cpsprep.cli.schedule;"
        " print(*sorted(set(sys.modules) - before))"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert {name for name in loaded.split() if not name.startswith("cpsprep")} <= {"dataclasses"}
