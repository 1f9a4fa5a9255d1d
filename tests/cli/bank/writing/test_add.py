"""`cpsprep bank add`: a question asked for part by part."""

import json
from pathlib import Path

import pytest

from fakes_bank import DECK, HEADER, OTHER_UUID, UUID, write_bank
from fakes_bank_add import ASKED, CARD, add, deck
from fakes_writing import changes


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "small")


def test_every_kind_of_question_goes_into_the_deck_as_it_would_be_written(home: Path, bank: Path) -> None:
    text = (
        "s\nAna waits.\nWhich is BEST?\n\nStay with her.\nLeave her.\n\na\nShe is alone.\n\na\nguide\n\n\n\n"
    )
    text += "t\nSo?\n\nf\n\nNo: not so.\n\n\nmine-01\n\nq\n"
    done = add(home, text=text)

    assert (done.code, done.err) == (0, "The bank: Small bank, in small.\n")
    come = [line[2:] for line in changes(DECK, deck(bank))]
    assert come == [
        "  - id: first-0001",
        "    kind: single",
        "    level: application",
        "    stem: |",
        "      Ana waits.",
        "      Which is BEST?",
        "    options:",
        "      a: Stay with her.",
        "      b: Leave her.",
        "    answer: a",
        "    why:",
        "      a: She is alone.",
        "    source: [guide]",
        "  - id: mine-01",
        "    kind: truefalse",
        "    stem: So?",
        "    answer: false",
        "    why:",
        '      false: "No: not so."',
    ]


def test_signs_that_steer_a_terminal_are_never_printed_back(home: Path, bank: Path) -> None:
    (bank / "second.yaml").write_text("deck: second\nitems:\n", "utf-8")

    done = add(home, "a\x1bc", text="\x1bc\n\x9b2J\nfirst\nx\x1bc\nb\nWhat\x1bc?\n\nThat.\n\n\n\n\n\x1b\nq\n")

    assert "'a c' is no id for a deck" in done.out
    assert "'x c' is no kind" in done.out
    assert not set("\x1b\x9b") & set(done.out + done.err)


def test_an_escape_alone_saves_nothing(home: Path, bank: Path) -> None:
    done = add(home, text=f"{ASKED}\n\x1b\nq\n")

    assert "That key means nothing here; q stops." in done.out
    assert deck(bank) == DECK


def test_lines_are_taken_back_one_by_one(home: Path, bank: Path) -> None:
    done = add(home, text="u\nb\nWhat?\nu\nWhich?\n\nu\n\nThis\nu\nThat\n\n\n\n\nu\n\n\n\nq\n")

    assert "There is nothing to take back." in done.out
    assert "Taken back: What?" in done.out
    assert "Taken back: This" in done.out
    assert "front: Which?" in deck(bank)
    assert "back: That" in deck(bank)


def test_what_the_linter_says_is_told_at_once_and_once(home: Path, bank: Path) -> None:
    done = add(home, text="b\nIs the the text here?\n\nYes, it is.\n\n\n\n\n\nq\n")

    assert done.out.count("Note: 'the' stands twice; delete one.") == 1
    assert done.out.index("Note:") < done.out.index("What does it ask for?")


def test_questions_that_are_much_alike_are_shown_before_the_reasons(home: Path, bank: Path) -> None:
    done = add(home, text="s\nWhich is best?\n\nThis one\nThat one\n\na\nq\n")

    assert "Much alike (100%): one-choice, 'Which is best?'" in done.out
    assert done.out.index("Much alike") < done.out.index("Why is this right?")


def test_help_and_wrong_lines_ask_again(home: Path, bank: Path) -> None:
    done = add(home, text="?\nx\ns\n\nWhich?\n\nq\n")

    assert "u: take back the last line." in done.out
    assert "'x' is no kind" in done.out
    assert "This is needed." in done.out
    assert done.out.count("Which kind?") == 3


@pytest.mark.parametrize(
    ("line", "message"),
    [("No", "'No' is no id"), ("one-choice", "'one-choice' is taken"), ("q", "What you wrote is kept")],
)
def test_an_id_has_to_be_free_for_good(home: Path, bank: Path, line: str, message: str) -> None:
    (bank / "published.json").write_text(json.dumps({"notes": [{"id": "first-0001"}]}))
    done = add(home, text=f"{ASKED}{line}\n")

    assert "Its id will be first-0002, for good." in done.out
    assert message in done.out


def test_a_deck_can_be_made_on_the_way(home: Path, bank: Path) -> None:
    done = add(
        home, "second-lesson", text="Second: lesson\nlistning\nlistening\nb\nWhat?\n\nThat.\n\n\n\n\n\nq\n"
    )

    assert (done.code, done.err) == (0, "The bank: Small bank, in small.\n")
    assert deck(bank, "second-lesson").startswith(
        'deck: second-lesson\ntitle: "Second: lesson"\ndomain: listening\nitems:\n  - id: sl-0001\n'
    )


def test_of_several_decks_one_is_asked_for(home: Path, bank: Path) -> None:
    (bank / "second.yaml").write_text("deck: second\nitems:\n", "utf-8")

    done = add(home, text="No!\nbank\nthird\n\nsecond\nq\n")

    assert done.out.count("Which deck of Small bank? first, second. ? for help, q to stop.") == 4
    assert "'No!' is no id for a deck" in done.out
    assert "There is no deck 'third' yet." in done.out


@pytest.mark.parametrize(
    ("line", "says"), [("q", ""), ("quit", ""), ("?", "Another name makes a new deck")], ids=str
)
def test_where_a_deck_is_asked_for_there_is_help_and_a_way_out(
    home: Path, bank: Path, line: str, says: str
) -> None:
    (bank / "second.yaml").write_text("deck: second\nitems:\n", "utf-8")

    done = add(home, text=f"{line}\nq\n")

    assert (done.code, done.err) == (0, "The bank: Small bank, in small.\n")
    assert says in done.out
    assert "is no id" not in done.out
    assert changes(DECK, deck(bank)) == []


def test_a_draft_is_not_studied(home: Path, bank: Path) -> None:
    add(home, "--draft", text=CARD + "q\n")

    assert "status: draft" in deck(bank).partition("first-0001")[2]


def test_a_dry_run_writes_nothing(home: Path, bank: Path) -> None:
    done = add(home, "--dry-run", text=CARD + "q\n")

    assert "Nothing was written: this was a dry run." in done.out
    assert deck(bank) == DECK


def test_what_the_bank_requires_cannot_be_skipped(home: Path, tmp_path: Path) -> None:
    write_bank(tmp_path / "small", header=HEADER + "require: [level, why, source]\n")
    done = add(home, text="b\nWhat?\n\nThat.\n\nIt is.\nlistening\n\nr\n\nguide\n\n\nq\n")

    assert done.out.count("This is needed.") == 3
    assert "Saved: first-0001" in done.out


def test_of_two_banks_one_has_to_be_named(home: Path, bank: Path, tmp_path: Path) -> None:
    write_bank(tmp_path / "other", header=HEADER.replace(UUID, OTHER_UUID))

    done = add(home, "--bank", "other", text="")

    assert (done.code, done.out) == (2, "")
    assert "there are 2 banks in use that it could go into" in done.err


def test_both_ways_at_once_are_refused(home: Path, bank: Path) -> None:
    done = add(home, "--plain", "--full", text="")

    assert (done.code, "do not go together" in done.err) == (2, True)


def test_where_no_screen_can_be_drawn_it_goes_line_by_line(home: Path, bank: Path) -> None:
    assert "Which kind?" in add(home, "--full", text="q\n").out
