"""`bank lint --fix` and `bank flags`: what is mechanical, what learners said."""

import json
from pathlib import Path

import pytest

from fakes_bank import DECK, OTHER_UUID, UUID, basics, write_bank
from fakes_cli import cpsprep
from fakes_writing import changes

WRONG = """\
deck: wrong
items:
  # cpsprep: ignore clang it was there once
  - id: wr-0001
    kind: Single   # a comment stays
    Stem: "What  is it?"
    options:
      A: One.
      B: Two
    answer: B
  - {id: wr-0002, kind: basic, front: The the text, back: b}
"""
RIGHT = """\
deck: wrong
items:
  - id: wr-0001
    kind: single   # a comment stays
    stem: "What is it?"
    options:
      a: One.
      b: Two.
    answer: b
  - {id: wr-0002, kind: basic, front: The the text, back: b}
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "small", {"first.yaml": DECK, "wrong.yaml": WRONG})


def test_what_is_mechanical_is_mended_in_one_go(home: Path, bank: Path) -> None:
    done = cpsprep("bank", "lint", "--fix", "--strict", "small", home=home)

    assert (bank / "wrong.yaml").read_text("utf-8") == RIGHT
    assert (bank / "first.yaml").read_text("utf-8") == DECK
    assert {"-    kind: Single   # a comment stays", "+    kind: single   # a comment stays"} <= set(
        done.out.splitlines()
    )
    assert "Mended: " in done.out
    assert "double-space 1" in done.out
    assert "doubled-word" in done.out
    (kept,) = (home / "data" / "bank-backups").glob("*.yaml")
    assert kept.read_text("utf-8") == WRONG


def test_a_dry_run_shows_what_would_be_mended(home: Path, bank: Path) -> None:
    done = cpsprep("bank", "lint", "--fix", "--dry-run", "small/wrong.yaml", home=home)

    assert (bank / "wrong.yaml").read_text("utf-8") == WRONG
    assert "Would mend: " in done.out
    assert "error[unknown-word]" in done.out


def test_signs_that_nobody_sees_are_mended_first(home: Path, bank: Path) -> None:
    (bank / "wrong.yaml").write_bytes(b"items:\n  - {id: wr-0001, Kind: basic, front: pas\x0bted, back: b}\n")

    cpsprep("bank", "lint", "--fix", "small", home=home)

    assert (
        bank / "wrong.yaml"
    ).read_bytes() == b"items:\n  - {id: wr-0001, kind: basic, front: pas ted, back: b}\n"


def test_a_mend_of_a_scenario_reaches_its_questions_only(home: Path, bank: Path) -> None:
    (bank / "wrong.yaml").write_text("items: []\n", "utf-8")
    (bank / "first.yaml").write_text(DECK.replace("Ana waits.", "Ana  waits."), "utf-8")

    cpsprep("bank", "lint", "--fix", "small", home=home)

    assert (bank / "first.yaml").read_text("utf-8") == DECK


def test_where_one_mend_would_harm_the_others_are_done(home: Path, bank: Path) -> None:
    """The option b is there in both sizes, so a small one would be there twice."""
    both = WRONG.replace("      B: Two\n", "      B: Two\n      b: Three.\n")
    (bank / "wrong.yaml").write_text(both, "utf-8")

    cpsprep("bank", "lint", "--fix", "small", home=home)

    left = changes(both, (bank / "wrong.yaml").read_text("utf-8"))
    assert "+     kind: single   # a comment stays" in left


def test_a_file_that_is_no_yaml_is_left_to_its_author(home: Path, bank: Path) -> None:
    broken = 'items:\n  - {id: wr-0001, Kind: basic, front: "x, back: b}\n'
    (bank / "wrong.yaml").write_text(broken, "utf-8")

    done = cpsprep("bank", "lint", "--fix", "small", home=home)

    assert (done.code, (bank / "wrong.yaml").read_text("utf-8")) == (1, broken)
    assert "Nothing here can be mended by itself." in done.out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--dry-run",), "--dry-run goes with --fix"),
        (("--fix", "--json"), "--fix shows changes as text"),
        (("--fix", "--format", "github"), "--fix shows changes as text"),
    ],
)
def test_words_that_do_not_go_together(home: Path, bank: Path, words: tuple[str, ...], message: str) -> None:
    done = cpsprep("bank", "lint", *words, "small", home=home)

    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_flags_stand_beside_their_questions_and_say_what_changed_since(home: Path, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "small", {"first.yaml": basics("ex-1", "ex-2")})
    flagged = "f wrong-key it is b\n\na\n\nf unclear\nq\n"
    cpsprep("review", "--bank", "small", "--plain", home=home, text=flagged)
    newest, oldest = json.loads(cpsprep("bank", "flags", "--json", "--bank", "small", home=home).out)["flags"]
    text = basics("ex-1", "ex-2").replace(
        f"{oldest['item']}, kind: basic, front: f", f"{oldest['item']}, kind: basic, front: g"
    )
    (bank / "first.yaml").write_text(text, "utf-8")

    done = cpsprep("bank", "flags", "--bank", "small", home=home)

    assert (newest["reason"], oldest["reason"], oldest["note"]) == ("unclear", "wrong-key", "it is b")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == f"{newest['item']}: unclear, {newest['date']}."
    assert lines[3:5] == [
        f"{oldest['item']}: wrong-key, {oldest['date']}, changed since.",
        "  Note: it is b",
    ]
    assert lines[-1] == "2 flags."
    told = json.loads(cpsprep("bank", "flags", "--json", "--bank", "small", home=home).out)["flags"]
    assert [(one["changed_since"], one["known"]) for one in told] == [(False, True), (True, True)]


def test_flags_of_banks_that_are_not_in_use_and_of_questions_that_are_gone(
    home: Path, tmp_path: Path
) -> None:
    bank = write_bank(tmp_path / "small", {"first.yaml": basics("ex-1")})
    write_bank(
        tmp_path / "other",
        {"first.yaml": basics("ex-1")},
        (bank / "bank.yaml").read_text("utf-8").replace(UUID, OTHER_UUID),
    )
    cpsprep("review", "--bank", "small", "--plain", home=home, text="f other\nq\n")

    assert cpsprep("bank", "flags", "--bank", "other", home=home).out.splitlines() == [
        "No question was flagged.",
        "1 more flag of banks that are not in use here.",
    ]
    (bank / "first.yaml").write_text(basics("ex-2"), "utf-8")
    assert "The bank has no such question now" in cpsprep("bank", "flags", "--bank", "small", home=home).out


def test_without_a_log_nothing_was_flagged(home: Path, tmp_path: Path) -> None:
    write_bank(tmp_path / "small")

    assert cpsprep("bank", "flags", "--bank", "small", home=home).out == "No question was flagged.\n"
    assert not home.exists() or not (home / "data").exists()
