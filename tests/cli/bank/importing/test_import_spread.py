"""`cpsprep bank import`: what other decks of the bank have comes in no second time."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cpsprep.adapters.bank.yaml_bank import read_bank
from fakes_cli import Outcome, cpsprep

ONE = "1. Who decides?\na) the peer *\nb) the state\n\n2. Who listens?\na) the peer\nb) the guide *\n"
TWO = "1. Where is it?\na) at home *\nb) abroad\n\n2. When is it?\na) now *\nb) later\n"


@pytest.fixture
def folder(home: Path) -> Path:
    """A bank of two decks, as it was exported: out.csv beside it."""
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (home.parent / name).write_text(text, "utf-8")
        assert cpsprep("bank", "import", name, "--into", "b", home=home).code == 0
    assert cpsprep("bank", "export", "--to", "csv", "--bank", "b", "-o", "out.csv", home=home).code == 0
    return home.parent


def bring(folder: Path, *words: str, code: int = 0) -> Outcome:
    done = cpsprep("bank", "import", *words, home=folder / "home")
    assert done.code == code, done.err
    return replace(done, out=done.out.replace("\\", "/"), err=done.err.replace("\\", "/"))


@pytest.mark.parametrize("words", [("--into", "b"), ("-o", "b/three.yaml")])
def test_a_file_of_all_decks_makes_no_second_copy_of_them(folder: Path, words: tuple[str, ...]) -> None:
    said = bring(folder, "out.csv", *words, code=2).err

    assert "4 of the 4 questions in out.csv are in other decks of the bank already: one.yaml (2)" in said
    assert "to bring a deck up to date: cpsprep bank import out.csv -o b/one.yaml, and so for each" in said
    assert "(to have them twice: empty the ids in the file)" in said
    assert len(read_bank(folder / "b").items) == 4


def test_each_deck_takes_its_own_questions_and_the_others_are_told(folder: Path) -> None:
    table = folder / "out.csv"
    text = table.read_text("utf-8-sig").replace("at home", "with Ann").replace("the state", "the board")
    table.write_text(text, "utf-8")

    first = bring(folder, "out.csv", "-o", "b/one.yaml").out
    second = bring(folder, "out.csv", "-o", "b/two.yaml").out

    assert "2 ready, 2 in other decks." in first
    assert "In other decks of the bank, so left out here:\n  out.csv:4: Where is it? (two.yaml)" in first
    assert "To bring them up to date there:\n  cpsprep bank import out.csv -o b/two.yaml\n" in first
    assert "In the deck, but in the file no more" not in first + second
    assert "with Ann" in (folder / "b" / "two.yaml").read_text("utf-8")
    assert "the board" in (folder / "b" / "one.yaml").read_text("utf-8")
    assert len(read_bank(folder / "b").items) == 4


def test_words_alone_tell_it_too_where_the_file_has_no_ids(folder: Path) -> None:
    (folder / "all.txt").write_text(f"{ONE}\n{TWO.replace('1.', '3.').replace('2.', '4.')}", "utf-8")
    bring(folder, "all.txt", "--into", "b", code=2)
    (folder / "most.txt").write_text(f"{ONE.replace('listens', 'goes')}\n{TWO.partition('2.')[0]}", "utf-8")

    said = bring(folder, "most.txt", "--into", "b", code=2).err

    assert "2 of the 3 questions in most.txt are in other decks" in said
    assert "to have them twice: -o b/most.yaml" in said
    assert "3 new questions" in bring(folder, "most.txt", "-o", "b/most.yaml").out


def test_the_wrong_deck_stays_as_it_is(folder: Path) -> None:
    deck = (folder / "b" / "two.yaml").read_bytes()

    said = bring(folder, "one.txt", "-o", "b/two.yaml", code=2).err

    assert "cpsprep bank import one.txt -o b/one.yaml" in said
    assert (folder / "b" / "two.yaml").read_bytes() == deck


def test_programs_are_told_too_and_pasted_text_has_no_command(folder: Path) -> None:
    told = json.loads(bring(folder, "out.csv", "-o", "b/two.yaml", "--json").out)
    text = (folder / "out.csv").read_text("utf-8-sig")
    pasted = cpsprep("bank", "import", "-", "-o", "b/two.yaml", home=folder / "home", text=text)

    assert [one["deck"] for one in told["elsewhere"]] == ["one.yaml", "one.yaml"]
    assert all(one["id"].startswith("one-") for one in told["elsewhere"])
    assert "In other decks of the bank, so left out here" in pasted.out
    assert "To bring them" not in pasted.out


def test_decks_beyond_the_first_are_counted(folder: Path) -> None:
    for number in range(4):
        (folder / f"deck{number}.txt").write_text(f"1. Which {number}?\na) x *\nb) y\n", "utf-8")
        bring(folder, f"deck{number}.txt", "--into", "b")
    cpsprep("bank", "export", "--to", "csv", "--bank", "b", "-o", "out.csv", home=folder / "home")

    assert "deck3.yaml (1), and 2 more" in bring(folder, "out.csv", "--into", "b", code=2).err
