"""`cpsprep bank lint` and `explain`: what they print, for people and programs, and how they exit."""

import json
from pathlib import Path
from typing import Any

import pytest

from fakes_bank import UUID, write_bank
from fakes_cli import Outcome, cpsprep

BROKEN = "deck: broken\nitems:\n  - {id: bad-one, kind: basic, front: f, bakc: b}\n"
TWICE = """\
deck: twice
domain: role
items:
  - {id: tw-1, kind: single, stem: What?, options: {a: x, b: x}, answer: a}
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "small")


def run(home: Path, bank: Path, *words: str) -> Outcome:
    return cpsprep("bank", *words, home=home, env={"CPSPREP_BANK": str(bank)})


def told(outcome: Outcome) -> Any:  # noqa: ANN401  (JSON is whatever it is)
    assert outcome.code in {0, 1}, outcome.err
    return json.loads(outcome.out)


def test_a_clean_bank_exits_with_zero_and_counts_hints(home: Path, bank: Path) -> None:
    done = run(home, bank, "lint")

    assert done.code == 0
    summary, hints = done.out.splitlines()
    assert summary == "4 items in 3 files: 9 hints."
    assert hints.startswith("Hints: no-level 3, no-source 3, no-rationale 2, lone-scenario 1. To see them: ")


def test_hints_are_shown_when_asked_for_and_change_no_exit_code(home: Path, bank: Path) -> None:
    done = run(home, bank, "lint", "--hints")

    assert done.code == 0
    assert "first.yaml:19:5: hint[lone-scenario]: this scenario has one item" in done.out


def test_mistakes_are_shown_by_file_and_line_and_summed_up(home: Path, bank: Path) -> None:
    (bank / "broken.yaml").write_text(BROKEN, "utf-8")
    (bank / "twice.yaml").write_text(TWICE, "utf-8")

    done = run(home, bank, "lint")

    assert done.code == 1
    heads = [line.partition("small")[2][1:] for line in done.out.splitlines() if "small" in line]
    assert heads == [
        "broken.yaml:3:5: error[missing-field]: this item has no 'back'",
        "broken.yaml:3:42: error[unknown-field]: a basic item has no field 'bakc'",
        "twice.yaml:4:59: warning[same-options]: option 'b' says the same as 'a'",
    ]
    assert f"{' ' * 41}^^^^ did you mean 'back'?" in done.out
    assert "5 items in 5 files: 2 errors, 1 warning, " in done.out
    assert "Left out of study because of mistakes: 1 item." in done.out
    assert "What a code means: cpsprep bank explain CODE" in done.out


def test_a_path_is_taken_instead_of_the_banks_in_use(home: Path, bank: Path) -> None:
    (bank / "broken.yaml").write_text(BROKEN, "utf-8")

    assert cpsprep("bank", "lint", str(bank), home=home).code == 1
    assert cpsprep("bank", "lint", str(bank / "first.yaml"), home=home).code == 0
    assert cpsprep("bank", "lint", home=home).out.endswith(": no mistakes.\n")


@pytest.mark.parametrize("flag", ["--json", "--format=json"])
def test_lint_tells_programs_everything(home: Path, bank: Path, flag: str) -> None:
    (bank / "broken.yaml").write_text(BROKEN, "utf-8")

    done = run(home, bank, "lint", flag)

    assert done.code == 1
    report = told(done)
    assert report["schema"] == "cpsprep.bank-lint/1"
    assert report["counts"]["error"] == 2
    assert report["counts"]["hint"] > 0
    assert report["banks"][0]["bank"] == UUID
    assert report["banks"][0]["left_out"] == 1
    first = report["problems"][0]
    assert (first["line"], first["column"], first["item"]) == (3, 5, "bad-one")
    assert set(first) == {
        *("file", "line", "column", "width", "severity", "code", "message", "hint", "item", "snippet"),
    }


def test_whoever_reads_by_ear_gets_no_marks(home: Path, bank: Path) -> None:
    (bank / "broken.yaml").write_text(BROKEN, "utf-8")

    done = cpsprep("bank", "lint", str(bank), home=home, env={"CPSPREP_UI": "plain"})

    assert "^" not in done.out
    assert "  did you mean 'back'?" in done.out


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("lint", "nowhere"), 3, "there is no bank and no deck file at nowhere"),
        (("explain", "same-option"), 2, "did you mean 'same-options'?"),
        (("explain", "qqqq"), 2, "to see all codes: cpsprep bank explain"),
        (("show", "one-choise"), 2, "did you mean 'one-choice'?"),
        (("show", "zzz"), 2, "there is: one-choice, two-cloze, three-basic, four-true"),
        (("list", "--deck", "frist"), 2, "did you mean 'first'?"),
        (("list", "--domain", "elsewhere"), 2, "no question has the domain 'elsewhere'"),
        (("list", "--kind", "essay"), 2, "'essay' is not one of"),
        (("search", " "), 2, "there is nothing to search for"),
        (("lint", "--format", "xml"), 2, "'xml' is not one of"),
        (("lnt",), 2, "did you mean lint?"),
    ],
)
def test_what_does_not_fit_is_told_with_a_way_out(
    home: Path, bank: Path, words: tuple[str, ...], code: int, says: str
) -> None:
    done = run(home, bank, *words)

    assert done.code == code
    assert done.out == ""
    assert says in done.err


def test_explain_shows_what_passes_and_what_does_not(home: Path) -> None:
    done = cpsprep("bank", "explain", "same-options", home=home)

    assert done.code == 0
    assert done.out.startswith("same-options (warning)\n\nTwo options of one question say the same.\n")
    assert "\nPasses:\n  - id: ex-0001\n" in done.out
    assert "\nDoes not pass:\n  - id: ex-0001\n" in done.out


@pytest.mark.parametrize("code", ["tab", "error[tab]", " TAB"])
def test_explain_takes_a_code_as_it_was_printed(home: Path, code: str) -> None:
    assert cpsprep("bank", "explain", code, home=home).out.startswith("tab (error)\n")


def test_explain_alone_lists_all_codes(home: Path) -> None:
    listed = told(cpsprep("bank", "explain", "--json", home=home))

    assert listed["schema"] == "cpsprep.bank-explain/1"
    lines = cpsprep("bank", "explain", home=home).out.splitlines()
    assert [line.partition(" ")[0] for line in lines] == [one["code"] for one in listed["codes"]]
