"""What the linter's findings are mended to, and what is left to a person."""

from pathlib import Path

import pytest

from cpsprep.adapters.bank.lint import linted_folder
from cpsprep.core.lint.rule import Strictness
from cpsprep.core.problem import Place, Problem
from cpsprep.core.writing.mending import mends, without_unseen
from fakes_bank import write_bank
from fakes_writing import changes, edited, tree

HEAD = "items:\n"
BASIC = "  - id: ex-0001\n    kind: basic\n"
CHOICE = "  - id: ex-0001\n    kind: single\n    stem: Which?\n"


def mended(folder: Path, deck: str) -> list[str]:
    """The lines that went and came."""
    found = linted_folder(write_bank(folder, {"d.yaml": deck}), level=Strictness.STRICT)
    mine = [one for one in found.problems if one.place.file.endswith("d.yaml")]
    edits = [edit for one in mends(deck, tree(deck), mine) for edit in one.edits]
    return changes(deck, edited(deck, *edits))


@pytest.mark.parametrize(
    ("item", "lines"),
    [
        # gaps between words, in every style
        ("  - {id: ex-0001, kind: basic, front: A  text, back: x}\n", [
            "-   - {id: ex-0001, kind: basic, front: A  text, back: x}",
            "+   - {id: ex-0001, kind: basic, front: A text, back: x}",
        ]),
        (f'{BASIC}    front: |  # head\n      A  text\n        and   more\n    back: "a  b"\n', [
            "-       A  text", "+       A text", "-         and   more", "+         and more",
            '-     back: "a  b"', '+     back: "a b"',
        ]),
        # ends of options
        (f"{CHOICE}    options: {{a: One., b: Two}}\n    answer: a\n", [
            "-     options: {a: One., b: Two}", "+     options: {a: One., b: Two.}",
        ]),
        (f'{CHOICE}    options:\n      a: "One."\n      b: "Two"\n      c: Three\n    answer: a\n', [
            '-       a: "One."', '+       a: "One"',
        ]),
        (f"{CHOICE}    options: {{a: One?, b: Two}}\n    answer: a\n", []),
        (f"{CHOICE}    options: {{a: One..., b: Two}}\n    answer: a\n", []),
        (f"""{CHOICE}    options: {{a: One., b: "'Two'"}}\n    answer: a\n""", []),
        (f'{CHOICE}    options: {{a: "One.\\u0020", b: Two, c: Three}}\n    answer: a\n', []),
        # comments that ignore nothing
        (f"  # cpsprep: ignore clang no reason\n{BASIC}    front: A\n    back: x\n", [
            "-   # cpsprep: ignore clang no reason",
        ]),
        ("  - {id: ex-0001, kind: basic, front: A, back: x}   # cpsprep: ignore clang no reason\n", [
            "-   - {id: ex-0001, kind: basic, front: A, back: x}   # cpsprep: ignore clang no reason",
            "+   - {id: ex-0001, kind: basic, front: A, back: x}",
        ]),
        # capital letters
        ("  - {id: ex-0001, Kind: basic, front: A, back: x}\n", [
            "-   - {id: ex-0001, Kind: basic, front: A, back: x}",
            "+   - {id: ex-0001, kind: basic, front: A, back: x}",
        ]),
        ('  - {id: ex-0001, kind: "Basic", front: A, back: x}\n', [
            '-   - {id: ex-0001, kind: "Basic", front: A, back: x}',
            '+   - {id: ex-0001, kind: "basic", front: A, back: x}',
        ]),
        (f"{CHOICE}    options: {{A: One., b: Two.}}\n    answer: b\n", [
            "-     options: {A: One., b: Two.}", "+     options: {a: One., b: Two.}",
        ]),
        (f"{CHOICE}    options: {{a: One., b: Two.}}\n    answer: A\n    why: {{B: No.}}\n", [
            "-     answer: A", "+     answer: a", "-     why: {B: No.}", "+     why: {b: No.}",
        ]),
        # what wants a person
        ("  - {id: ex-0001, kind: basic, front: The the text, back: x, tgas: [a]}\n", []),
        ("  - {id: ex-0001, kind: basc, front: A, back: x}\n", []),
    ],
)  # fmt: skip
def test_what_is_mechanical_is_mended(tmp_path: Path, item: str, lines: list[str]) -> None:
    assert sorted(mended(tmp_path / "bank", HEAD + item)) == sorted(lines)


def test_two_findings_on_one_word_are_mended_once() -> None:
    deck = "items:\n  - {id: ex-0001, Kind: basic}\n"
    problem = Problem(Place("d.yaml", 2, 19), "unknown-field", "m", "did you mean 'kind'?", width=4)

    assert len(list(mends(deck, tree(deck), [problem, problem]))) == 1


@pytest.mark.parametrize(
    ("code", "line", "column"),
    [
        ("double-space", 2, 5),
        ("end-marks", 2, 5),
        ("double-space", 3, 5),
        ("end-marks", 3, 5),
        ("bad-option", 9, 1),
    ],
)
def test_a_finding_that_fits_nothing_here_is_let_be(code: str, line: int, column: int) -> None:
    deck = "items:\n  - id: ex-0001\n    options: {a: b}\n"
    if (code, line) == ("end-marks", 3):
        deck = deck.replace("{a: b}", "a  b")
    problem = Problem(Place("d.yaml", line, column), code, "m")

    assert list(mends(deck, tree(deck), [problem])) == []


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("one\x0btwo", "one two"),
        ("one \x0btwo", "one two"),
        ("\ufeffone\x00", "one"),
        ("a\ufeffb", "ab"),
        ("a", "a"),
    ],
)
def test_signs_that_nobody_sees_go(text: str, clean: str) -> None:
    assert without_unseen(text) == clean
