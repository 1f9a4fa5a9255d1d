"""`cpsprep bank lint` and `explain`: what they print, for people and programs, and how they exit."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from fakes_bank import UUID, write_bank
from fakes_cli import Outcome, cpsprep

ROOT = Path(__file__).resolve().parents[4]
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


def test_the_hints_to_be_seen_are_those_of_the_same_bank_and_level(home: Path, bank: Path) -> None:
    named = cpsprep("bank", "lint", "--strict", "small", home=home, cwd=bank.parent).out

    assert run(home, bank, "lint").out.endswith(". To see them: cpsprep bank lint --hints\n")
    assert named.endswith(". To see them: cpsprep bank lint --hints --level strict small\n")


def test_a_bank_is_named_alone_or_after_its_option(home: Path, bank: Path) -> None:
    alone, after = (
        cpsprep("bank", "lint", *words, home=home).out for words in ((str(bank),), ("--bank", str(bank)))
    )

    assert after == alone


def test_a_bank_without_questions_is_told_how_their_files_are_named(home: Path, tmp_path: Path) -> None:
    folder = write_bank(tmp_path / "empty")
    (folder / "first.yaml").rename(folder / "first.yaml.txt")

    assert run(home, folder, "lint").out.splitlines()[1] == (
        "There is no question yet. The name of a file with questions ends in .yaml."
    )


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
    assert "What a code means, for example: cpsprep bank explain missing-field\n" in done.out


def test_a_finding_names_its_question_for_bank_edit(home: Path, bank: Path) -> None:
    (bank / "twice.yaml").write_text(TWICE.replace(", options", ",\n     options"), "utf-8")

    assert "option 'b' says the same as 'a' (tw-1)" in run(home, bank, "lint").out


def test_an_installed_bank_is_linted_by_its_name(home: Path, bank: Path) -> None:
    cpsprep("bank", "pack", str(bank), "-o", "a.cpsbank", home=home)
    cpsprep("bank", "install", "a.cpsbank", home=home)

    for words in (("small-bank",), ("--bank", "small-bank")):
        done = cpsprep("bank", "lint", *words, home=home)
        assert (done.code, done.err) == (0, "")
        assert "4 items in " in done.out


def test_a_path_is_taken_instead_of_the_banks_in_use(home: Path, bank: Path) -> None:
    (bank / "broken.yaml").write_text(BROKEN, "utf-8")

    assert cpsprep("bank", "lint", str(bank), home=home).code == 1
    assert cpsprep("bank", "lint", str(bank / "first.yaml"), home=home).code == 0
    assert " items in " in cpsprep("bank", "lint", home=home).out


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


def test_github_is_told_file_line_and_column_in_its_own_words(home: Path, bank: Path) -> None:
    (bank / "broken.yaml").write_text(BROKEN.replace("bad-one", "bad-one, a,b: 1"), "utf-8")
    (bank / "twice.yaml").write_text(TWICE.replace("b: x", 'b: "x"'), "utf-8")

    done = run(home, bank, "lint", "--format", "github")

    assert done.code == 1
    commands = [line.replace(f"file={bank.name}/", "file=") for line in done.out.splitlines()]
    where = "file=twice.yaml,line=4,col=59,endColumn=60,title=same-options"
    assert [line for line in commands if "twice" in line] == [
        f"::warning {where}::option 'b' says the same as 'a'; write another, or delete it"
    ]
    assert all(line.startswith("::error file=broken.yaml,line=3,col=") for line in commands[:3])
    assert commands[-1].startswith("5 items in 5 files: ")


def test_github_gets_signs_of_its_own_escaped(home: Path, tmp_path: Path) -> None:
    folder = write_bank(tmp_path / "a,b")
    (folder / "broken.yaml").write_text(
        "items:\n  - {id: bad-one, kind: basic, front: f, 100%: b}\n", "utf-8"
    )

    found = cpsprep("bank", "lint", "a,b", "--format=github", home=home, cwd=tmp_path).out

    assert "file=a%2Cb/broken.yaml," in found
    assert "no field '100%25'" in found


def test_hints_are_notices_where_they_are_asked_for(home: Path, bank: Path) -> None:
    assert "::notice" not in run(home, bank, "lint", "--format=github").out
    assert "::notice" in run(home, bank, "lint", "--format=github", "--hints").out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 0),
        (("--level", "basic"), 0),
        (("--level", "strict"), 1),
        (("--strict",), 1),
        (("--strict", "--level", "strict"), 1),
        (("--strict", "--level", "basic"), 2),
        (("--level", "harsh"), 2),
    ],
)
def test_a_bank_can_be_held_to_more_than_it_asks(
    home: Path, bank: Path, words: tuple[str, ...], code: int
) -> None:
    assert run(home, bank, "lint", *words).code == code


def test_a_strict_bank_can_be_held_to_less(home: Path, bank: Path) -> None:
    with (bank / "bank.yaml").open("a", encoding="utf-8") as file:
        file.write("lint: {level: strict}\n")

    assert run(home, bank, "lint").code == 1
    assert run(home, bank, "lint", "--level=basic").code == 0


def test_what_runs_before_a_commit_is_a_command_that_there_is(home: Path, bank: Path) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    program, *words = (*str(hook["entry"]).split(), *map(str, hook["args"]))

    assert (program, hook["pass_filenames"]) == ("cpsprep", False)
    assert cpsprep(*words, home=home, cwd=bank.parent).code == 0
    assert cpsprep(*words, home=home, cwd=bank).code == 0
    (bank / "broken.yaml").write_text(BROKEN, "utf-8")
    assert cpsprep(*words, home=home, cwd=bank).code == 1


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
        (("explain", "key"), 2, "codes like it: key-length, "),
        (("show", "basic"), 2, "did you mean 'three-basic', or one"),
        (("show", "one-choise"), 2, "did you mean 'one-choice', or one"),
        (("show", "zzz"), 2, "there is: one-choice, two-cloze, three-basic, four-true"),
        (("list", "--deck", "frist"), 2, "did you mean 'first'?"),
        (("list", "--domain", "elsewhere"), 2, "no question has the domain 'elsewhere'"),
        (("list", "--kind", "essay"), 2, "--kind takes one of single, multiple,"),
        (("search", " "), 2, "there is nothing to search for"),
        (("lint", "--format", "xml"), 2, "--format takes one of text, json, github, not 'xml'"),
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
    assert "\nRuns at both levels.\n" in done.out


def test_explain_tells_what_bank_yaml_may_set(home: Path) -> None:
    done = cpsprep("bank", "explain", "clang", home=home)
    (one,) = told(cpsprep("bank", "explain", "clang", "--json", home=home))["codes"]

    assert "\nRuns at the level strict. Threshold: 2. May be allowed words.\n" in done.out
    assert (one["level"], one["threshold"], one["takes_words"]) == ("strict", 2, True)
    assert "level" not in cpsprep("bank", "explain", "tab", home=home).out


def test_explain_tells_how_a_rule_is_set_aside_and_that_no_mistake_can_be(home: Path) -> None:
    assert "# cpsprep: ignore clang REASON\n" in cpsprep("bank", "explain", "clang", home=home).out
    assert "ignore" not in cpsprep("bank", "explain", "tab", home=home).out


@pytest.mark.parametrize("code", ["tab", "error[tab]", " TAB"])
def test_explain_takes_a_code_as_it_was_printed(home: Path, code: str) -> None:
    assert cpsprep("bank", "explain", code, home=home).out.startswith("tab (error)\n")


def test_explain_alone_lists_all_codes(home: Path) -> None:
    listed = told(cpsprep("bank", "explain", "--json", home=home))

    assert listed["schema"] == "cpsprep.bank-explain/1"
    lines = cpsprep("bank", "explain", home=home).out.splitlines()
    assert [line.partition(" ")[0] for line in lines] == [one["code"] for one in listed["codes"]]
