"""Every `# expect: code` in tests/lint_cases is a problem in that line, and there are no others.

Items named `good-...` are read all the same, those named `bad-...` are not.
"""

import re
from pathlib import Path

import pytest

from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.core.bank import Bank
from cpsprep.core.reading.codes import CODES, RECORDS

FOLDER = Path(__file__).resolve().parents[2] / "lint_cases"
FILES = sorted(FOLDER.glob("*.yaml"))
HEADER = """\
format: 1
uuid: 0e5a9d5c-39c1-4e5f-9d3c-111111111111
title: Cases
domains: [{id: listening, title: Listening}, {id: role, title: Role}]
misconceptions: {reassured: reassuring too quickly, shared-too-soon: sharing too soon}
"""
EXPECT = re.compile(r"# expect: ([a-z, -]+)$")
REQUIRE = re.compile(r"^# require: ([a-z_ ]+)$", re.MULTILINE)

Found = set[tuple[int, str]]


def expected(text: str) -> Found:
    return {
        (number, code)
        for number, line in enumerate(text.splitlines(), 1)
        if (match := EXPECT.search(line))
        for code in match[1].split(", ")
        if code in CODES
    }


def bank_of(case: Path, folder: Path) -> Bank:
    text = case.read_text("utf-8")
    required = REQUIRE.search(text)
    require = f"require: [{', '.join(required[1].split())}]\n" if required else ""
    (folder / "bank.yaml").write_text(HEADER + require, "utf-8")
    (folder / "sources.yaml").write_text(
        "sources: {known: {title: T, publisher: unknown, year: 2020}}", "utf-8"
    )
    (folder / case.name).write_text(text, "utf-8")
    return read_bank(folder)


@pytest.mark.parametrize("case", FILES, ids=lambda case: case.stem)
def test_each_mistake_is_found_in_its_line(case: Path, tmp_path: Path) -> None:
    bank = bank_of(case, tmp_path)
    assert {(problem.place.line, problem.code) for problem in bank.problems} == expected(
        case.read_text("utf-8")
    )


@pytest.mark.parametrize("case", FILES, ids=lambda case: case.stem)
def test_bad_items_hide_and_good_ones_stay(case: Path, tmp_path: Path) -> None:
    bank = bank_of(case, tmp_path)
    named = set(re.findall(r"\bid: (good-[a-z-]+)", case.read_text("utf-8")))
    assert set(bank.items) == named


@pytest.mark.parametrize("case", FILES, ids=lambda case: case.stem)
def test_each_problem_says_where_what_and_how_to_go_on(case: Path, tmp_path: Path) -> None:
    for problem in bank_of(case, tmp_path).problems:
        assert Path(problem.place.file).name == case.name
        assert problem.message
        assert problem.hint or problem.code == "unknown-field"
        assert 1 <= problem.width <= max(1, len(problem.snippet) - problem.place.column + 1)


def test_every_code_has_a_case_or_is_about_whole_files() -> None:
    covered = {code for case in FILES for _, code in expected(case.read_text("utf-8"))}
    assert CODES.keys() - covered - RECORDS.keys() == {
        *("unreadable-file", "too-large", "utf-16", "bad-utf8", "yml-file"),
        *("not-a-bank", "bad-format", "bad-uuid", "bad-number", "unknown-requirement"),
    }
