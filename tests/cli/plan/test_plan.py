"""`cpsprep plan`: what its commands say, and what they refuse, as a learner runs them."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from cpsprep.core.days import long_date
from fakes_cli import Outcome, cpsprep
from fakes_my_bank import my_bank

DECK = """\
deck: one
title: One
domain: role
items:
""" + "".join(
    f"  - {{id: it-{n:04}, kind: single, stem: Which {n}?, options: {{a: 'One', b: Two}}, answer: a}}\n"
    for n in range(100)
)


def ahead(days: int) -> str:
    """A date so many days ahead; late at night it may be a study day more, which no test here minds."""
    return (date.today() + timedelta(days)).strftime("%m/%d/%Y")  # noqa: DTZ011


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return my_bank(tmp_path, DECK)


def plan(*words: str, home: Path, text: str = "") -> Outcome:
    named = ("--bank", "bank") if words[0] in {"set", "show", "result"} else ()
    return cpsprep("plan", *words, *named, home=home, text=text)


def test_a_plan_says_what_fits_and_what_is_kept(home: Path, bank: Path) -> None:
    done = plan("set", "--exam-date", ahead(20), "--minutes-per-day", "10", home=home)
    lines = done.out.splitlines()
    assert (done.code, done.err) == (0, "")
    assert lines[0].startswith("Exam: ")
    assert lines[1].endswith(
        "of 80 questions fit, chosen to cover every area; that is the plan, not a failure."
    )
    assert "20 more are kept for mock exams. They come in no review before the exam." in lines
    assert lines[-1].startswith("Check your own board")


def test_saying_it_again_changes_nothing(home: Path, bank: Path) -> None:
    words = ("set", "--exam-date", ahead(20), "--minutes-per-day", "10")
    plan(*words, home=home)
    assert plan(*words, home=home).out.startswith("Your plan stands as it is.\n")


def test_it_asks_where_nothing_is_said(home: Path, bank: Path) -> None:
    done = plan("set", home=home, text=f"{ahead(20)}\n\n2 hours\nsun\nsat\n")
    assert done.code == 0
    assert f"Exam: {long_date(date.today() + timedelta(20))}" in done.out  # noqa: DTZ011
    assert "Mock exams on a Saturday." in done.out
    assert "All 80 questions fit into your days before the exam." in done.out
    again = plan("set", home=home, text="q\n")
    assert again.out.endswith("Nothing was changed. To see the plan: cpsprep plan show\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--exam-date", "soon"), "--exam-date soon: That is no date I can read"),
        (("--exam-date", "11/22/2020"), "that day has passed"),
        (("--days-off", "someday"), "'someday' is no weekday"),
        (("--minutes-per-day", "0"), "Write a number of minutes from 1 to 600"),
        (("--mocks", "often"), "'often' is neither parts nor a weekday. Write parts, sat, or none"),
        (("--exam-date", "12/28/9999"), "a plan reaches 3 years ahead"),
        (("--mock-day", "sat,sun"), "name one weekday"),
        (("--pass-mark", "0"), "write a number from 1 to 100"),
        (("--pass-mark", "high"), "write a number from 1 to 100"),
        (("--blueprint", "Nowhere"), "there is no blueprint 'Nowhere'"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(
    home: Path, bank: Path, words: tuple[str, ...], told: str
) -> None:
    done = plan("set", *words, home=home)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_without_a_date_the_rest_is_kept_and_that_is_said(home: Path, bank: Path) -> None:
    done = plan("set", "--days-off", "sun", home=home)
    assert done.out.startswith("A plan needs the day of your exam; until then the rest is only kept.\n")
    assert plan("show", home=home).out == "There is no plan yet. To make one: cpsprep plan set\n"


def test_every_option_is_kept_and_none_forgets(home: Path, bank: Path) -> None:
    plan(
        "set", "--exam-date", ahead(40), "--minutes-per-day", "1 h", "--days-off", "sat,sun",
        "--mocks", "day", "--mock-day", "wed", "--pass-mark", "72%", "--blueprint", "generic", home=home,
    )  # fmt: skip
    seen = json.loads(plan("show", "--json", home=home).out)["plan"]
    assert (seen["minutes_per_day"], seen["days_off"], seen["own_pass_mark"]) == (60, ["sat", "sun"], 72)
    assert {date.fromisoformat(one["date"]).weekday() for one in seen["mocks"]} == {2}
    plan("set", "--days-off", "none", "--mocks", "none", "--pass-mark", "none", home=home)
    seen = json.loads(plan("show", "--json", home=home).out)["plan"]
    assert (seen["days_off"], seen["own_pass_mark"], seen["mocks"]) == ([], None, [])


def test_with_bars_every_day_has_its_line_within_40_columns(home: Path, bank: Path) -> None:
    plan("set", "--exam-date", ahead(20), "--minutes-per-day", "10", "--mocks", "parts", home=home)
    lines = plan("show", "--full", home=home).out.splitlines()
    days = lines[lines.index("Minutes a day, about") + 1 :]
    assert len(days) in {19, 20, 21}
    assert all(len(line) <= 40 for line in days)
    plain = plan("show", "--plain", home=home).out.splitlines()
    assert "█" not in "".join(plain)
    assert len(plain) < len(lines)


def test_plain_and_full_do_not_go_together(home: Path) -> None:
    assert plan("show", "--plain", "--full", home=home).code == 2


def test_without_a_plan_json_says_so(home: Path) -> None:
    told = json.loads(cpsprep("plan", "show", "--json", home=home).out)
    assert told == {"schema": "cpsprep.plan/1", "plan": None}


def test_a_plan_can_be_cleared_once(home: Path, bank: Path) -> None:
    plan("set", "--exam-date", ahead(20), home=home)
    assert plan("clear", home=home).out.startswith("The plan is cleared.")
    assert plan("clear", home=home).out == "There is no plan to clear.\n"
    assert cpsprep("today", "--bank", "bank", home=home).out.startswith("Today: ")


def test_what_is_kept_can_be_given_free_once(home: Path, tmp_path: Path) -> None:
    assert plan("release", home=home).out == "Nothing is kept for mock exams now.\n"
    cpsprep("plan", "set", "--exam-date", ahead(20), home=home)
    assert "questions are free now and will come in reviews" in plan("release", home=home).out
    assert plan("release", "--yes", home=home).out == "Nothing is kept for mock exams now.\n"
    assert "you gave them free" in cpsprep("plan", "show", home=home).out


def test_a_result_is_asked_for_and_makes_the_next_plan(home: Path, bank: Path) -> None:
    done = plan("result", home=home, text=f"perhaps\nno\nbelow\n{ahead(60)}\n")
    assert "Type yes or no, or press Enter to skip." in done.out
    assert "many pass at another attempt" in done.out
    assert done.out.endswith("Areas that were weak come more often in this plan.\n")


def test_a_result_may_be_skipped(home: Path, bank: Path) -> None:
    done = plan("result", home=home, text="q\n")
    assert done.out.endswith("Nothing was kept. To say it later: cpsprep plan result\n")


@pytest.mark.parametrize(("word", "told"), [("passed", "Congratulations."), ("Failed.", "another attempt")])
def test_a_result_may_be_said_in_its_own_word(home: Path, bank: Path, word: str, told: str) -> None:
    assert told in plan("result", home=home, text=f"{word}\nq\n").out


def test_who_passed_is_congratulated(home: Path, bank: Path) -> None:
    assert plan("result", "--passed", home=home).out.startswith("Congratulations.")
    assert plan("result", home=home, text="yes\n").out.count("Congratulations.") == 1


def test_a_result_by_options(home: Path, bank: Path) -> None:
    done = plan("result", "--failed", "--date", "11/22/2020", "--area", "role=55", home=home)
    assert done.out.endswith("When you know your next date: cpsprep plan set --exam-date 12/28/2026\n")
    export = cpsprep("data", "export", "-o", "-", home=home).out
    kept = next(line for line in map(json.loads, export.splitlines()) if line.get("type") == "board-result")
    assert kept["payload"] == {"passed": False, "date": "2020-11-22", "domains": {"role": 55.0}}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--failed", "--area", "art=below"), "'art' is no area"),
        (("--failed", "--area", "role=b"), "write below, near, above, or a number from 1 to 100"),
        (("--failed", "--area", "role=fine"), "write below, near, above, or a number from 1 to 100"),
        (("--failed", "--date", "soon"), "--date soon is no date that can be read"),
        (("--failed", "--exam-date", "11/22/2020"), "that day has passed"),
        (("--passed", "--date", "11/22/2999"), "is still to come"),
    ],
)
def test_a_result_that_cannot_be_read_is_refused(
    home: Path, bank: Path, words: tuple[str, ...], told: str
) -> None:
    done = plan("result", *words, home=home)
    assert done.code == 2
    assert told in done.err


def test_an_exam_that_is_still_to_come_has_no_result(home: Path, bank: Path) -> None:
    plan("set", "--exam-date", ahead(20), home=home)
    assert "your exam is still to come" in plan("result", "--passed", home=home).err
