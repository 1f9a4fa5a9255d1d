"""`cpsprep bank retire` and `bank move`: a question out of use, or in another deck; its id stays."""

from pathlib import Path

import pytest

from fakes_bank import DECK, basics, write_bank
from fakes_cli import Outcome, cpsprep
from fakes_writing import changes


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_bank(
        tmp_path / "small", {"first.yaml": DECK, "second.yaml": "# mine\n" + basics("ex-1", "ex-2")}
    )


def run(home: Path, *words: str) -> Outcome:
    return cpsprep("bank", *words, "--bank", "small", home=home)


def deck(bank: Path, name: str = "first") -> str:
    return (bank / f"{name}.yaml").read_text("utf-8")


def test_a_retired_question_says_why_in_a_comment(home: Path, bank: Path) -> None:
    done = run(home, "retire", "one-choice", "--reason", "the new guide: says\n otherwise")

    (comment, status) = changes(DECK, deck(bank))
    assert done.code == 0
    assert comment.startswith("+     # retired 20")
    assert comment.endswith(": the new guide: says otherwise")
    assert status == "+     status: retired"
    assert run(home, "retire", "one-choice", "--reason", "x").out.startswith("It is retired already")


def test_a_retired_question_in_braces_too(home: Path, bank: Path) -> None:
    run(home, "retire", "three-basic", "--reason", "twice")

    comment, gone, come = changes(DECK, deck(bank))
    assert "status: draft" in gone
    assert comment.lstrip("+").startswith("   # retired")
    assert "status: retired" in come


@pytest.mark.parametrize("back", ["live", "draft", ""])
def test_a_question_that_comes_back_loses_the_comment(home: Path, bank: Path, back: str) -> None:
    run(home, "retire", "one-choice", "--reason", "too easy")
    done = run(home, "edit", "one-choice", "--set", f"status={back}")

    assert done.code == 0
    assert changes(DECK, deck(bank)) == ([f"+     status: {back}"] if back else [])


def test_the_list_marks_what_is_not_studied(home: Path, bank: Path) -> None:
    run(home, "retire", "one-choice", "--reason", "too easy")

    assert "one-choice single, retired: " in run(home, "list").out


def test_a_missing_deck_says_how_to_make_one(home: Path, bank: Path) -> None:
    assert "cpsprep bank add DECK" in run(home, "move", "one-choice", "third").err


def test_a_missing_question_may_be_of_another_bank(home: Path, bank: Path) -> None:
    assert "did you mean 'one-choice', or one of another bank (--bank my-bank)?" in " ".join(
        run(home, "edit", "one-choise", "--set", "level=recall").err.split()
    )


def test_a_moved_question_takes_its_comments_along(home: Path, bank: Path) -> None:
    (bank / "first.yaml").write_text(DECK.replace("  - {id: two", "  # a note\n  - {id: two"), "utf-8")

    done = run(home, "move", "two-cloze", "second")

    assert done.code == 0
    assert "two-cloze" not in deck(bank)
    assert deck(bank) == DECK.replace(
        '  - {id: two-cloze, kind: cloze, text: "I {{c2::see}} and {{c1::hear}}.", explanation: Both.}\n', ""
    )
    assert deck(bank, "second").startswith(
        "# mine\n" + basics("ex-1", "ex-2") + "  # a note\n  - {id: two-cloze"
    )
    assert (
        run(home, "move", "two-cloze", "second.yaml").out
        == "It is in that deck already; nothing was changed.\n"
    )


def test_a_scenario_moves_as_a_whole(home: Path, bank: Path) -> None:
    done = run(home, "move", "scn-one", "second")

    assert done.code == 0
    assert "four-true" in deck(bank, "second")
    assert "scn-one" not in deck(bank)
