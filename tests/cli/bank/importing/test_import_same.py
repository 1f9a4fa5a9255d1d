"""`cpsprep bank import`: a key stays with its question, and in doubt a person is asked which is which."""

from pathlib import Path

import pytest

from cpsprep.app.import_bank import Doubt, Named
from cpsprep.cli.bank.importing.asking import same_ones
from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.interchange.item_fields import fields_of, flat
from cpsprep.core.item import Kind
from fakes_cli import cpsprep

OARS = "Open questions,Affirmations,Reflections,Summaries"
HEAD = "Question,A,B,C,D,Answer\n"


def row(sign: str, key: str) -> str:
    return f"What does the letter {sign} in OARS stand for?,{OARS},{key}\n"


def bring(home: Path, *rows: str, text: str = "", words: tuple[str, ...] = ()) -> str:
    (home.parent / "oars.csv").write_text(text or f"{HEAD}{''.join(rows)}", "utf-8")
    done = cpsprep("bank", "import", "oars.csv", "--into", "b", *words, home=home)
    assert done.code == 0, done.err
    return done.out


def test_a_row_without_a_key_never_inherits_that_of_another(home: Path) -> None:
    bring(home, row("O", "A"), row("A", "B"), row("R", "C"))
    deck = (home.parent / "b" / "oars.yaml").read_text("utf-8")

    said = bring(home, row("O", "A"), row("R", "C"), row("S", ""))

    assert "2 ready, 1 needs a key." in said
    assert (home.parent / "b" / "oars.yaml").read_text("utf-8") == deck
    assert "letter S" in (home.parent / "b" / "oars.needs-key.txt").read_text("utf-8")


def test_a_question_that_changed_and_lost_its_key_waits_for_one_under_its_id(home: Path) -> None:
    before = f"{HEAD}Which shows that you do listen?,one,two,three,,A\n"
    bring(home, text=before)
    deck = home.parent / "b" / "oars.yaml"
    whole = deck.read_text("utf-8")

    bring(home, text=before.replace(",A\n", ",\n").replace("one,two", "one,four"))
    waiting = home.parent / "b" / "oars.needs-key.txt"
    assert deck.read_text("utf-8") == whole
    waiting.write_text(waiting.read_text("utf-8").replace("Answer:\n", "Answer: b\n"), "utf-8")
    done = cpsprep("bank", "import", "b/oars.needs-key.txt", "-o", "b/oars.yaml", home=home)

    assert ": was 'one', now 'four': Which shows that you do listen?" in done.out
    assert deck.read_text("utf-8") == whole.replace("b: two", "b: four").replace("answer: a", "answer: b")


def test_another_key_is_told_in_words(home: Path) -> None:
    bring(home, row("O", "B"))

    assert (
        "Another key than before:\n  oars-4g7cp: was 'Affirmations', now 'Open questions': What does the"
        in bring(home, row("O", "A"))
    )


def test_a_key_that_was_typed_is_counted(home: Path) -> None:
    bring(home, row("O", "A"), row("R", "C"))

    assert "1 ready, 1 with the key that the deck has." in bring(home, row("O", ""), row("R", "C"))


def test_what_may_be_the_same_is_new_and_told_where_nobody_can_be_asked(home: Path) -> None:
    bring(home, row("O", "A"))

    whole = bring(home, row("Q", "A"), words=("--json", "--dry-run"))
    said = bring(home, row("Q", "A"))

    assert '"perhaps": "oars-4g7cp"' in whole
    assert "New, though each may be a question of the deck with other words" in said
    assert "oars.csv:2: What does the letter Q in OARS stand for? (perhaps oars-4g7cp)" in said
    assert "Wrote b/oars.yaml: 1 new question." in said.replace("\\", "/")


def choice(stem: str) -> Draft:
    return Draft(Kind.SINGLE, Spot("f", 1), stem, (Option("x", right=True), Option("y")))


def doubt(place: int) -> Doubt:
    was = flat(fields_of(choice("Who was it?"), "m-00001"))
    return Doubt(place, Named(f"m-9999{place}", choice("Where was it?")), "m-00001", was)


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        (["y", "n"], [3]),
        (["no", "YES"], [4]),
        (["", "y"], [4]),
        (["q", "y"], []),
        ([], []),
        (["perhaps", "y", "y"], [3, 4]),
        (["?", "?", "?", "y"], [4]),
    ],
)
def test_a_person_says_which_is_the_same(
    typed: list[str], places: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = iter(f"{word}\n" for word in typed)

    assert list(same_ones([doubt(3), doubt(4)], lambda: next(lines, ""))) == places
    said = capsys.readouterr().out
    assert "In the deck: Who was it? (x / y)\nIn the file: Where was it? (x / y)\n" in said
    assert "Is this m-00001 with a new wording? y or n" in said
