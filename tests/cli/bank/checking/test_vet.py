"""`cpsprep bank vet` as a person uses it: a folder, an editor, Ctrl+C, and a bank that is not theirs."""

import os
import sys
from pathlib import Path

import pytest

import cpsprep as program
from cpsprep.adapters.bank.shipped_bank import default_bank_folder, is_installed
from fakes_bank import DECK, HEADER, OTHER_UUID, write_bank
from fakes_cli import clean_environment, cpsprep
from fakes_vet import DONE, deck_of, kept, run, small_bank

posix = pytest.mark.skipif(os.name == "nt", reason="a terminal of POSIX")
PACKAGE = Path(program.__file__).parent


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return small_bank(tmp_path / "small")


def test_each_verdict_is_in_the_file_of_readings(home: Path, bank: Path) -> None:
    done = run(home, bank, text=f"{DONE}\nd Wrong blank.\n")

    assert (done.code, done.err) == (0, "")
    assert [(one["item"], one["kind"], one["agreed"], one["reader"]) for one in kept(bank)] == [
        ("one-choice", "blind", True, "person"),
        ("two-cloze", "blind", False, "person"),
    ]
    assert "by" not in kept(bank)[0]


def test_the_end_says_what_came_of_it_and_how_to_go_on(home: Path, bank: Path) -> None:
    lines = run(home, bank, text=f"{DONE}\nd Wrong blank.\nq\n").out.splitlines()

    assert lines[0] == "Small bank: 5 questions to read, 0 read before."
    assert lines[-4:-1] == [
        "Read: 2. Agreed: 1. Disputed: 1.",
        f"Disputed: two-cloze, {bank.relative_to(bank.parent)}/first.yaml:17".replace("/", os.sep),
        "3 left. To go on: cpsprep bank vet",
    ]
    assert "No question was marked as reviewed." in lines[-1]


def test_it_goes_on_with_what_was_not_read(home: Path, bank: Path) -> None:
    run(home, bank, text=DONE)
    again = run(home, bank, text="q\n").out

    assert "4 questions to read, 1 read before." in again
    assert "Question 1 of 4, two-cloze: Listening." in again


def test_a_changed_question_is_read_again(home: Path, bank: Path) -> None:
    run(home, bank, text=DONE)
    (bank / "first.yaml").write_text(DECK.replace("a: It is.", "a: It is so."), "utf-8")

    assert "5 questions to read" in run(home, bank, text="q\n").out


def test_another_reader_has_a_queue_of_their_own(home: Path, bank: Path) -> None:
    run(home, bank, text=DONE)

    assert "5 questions to read" in run(home, bank, "--as", "AB", text=DONE).out
    assert [one.get("by") for one in kept(bank)] == [None, "AB"]


def test_only_one_area_or_deck_can_be_read(home: Path, bank: Path) -> None:
    assert "Small bank: 1 question to read" in run(home, bank, "--domain", "role", text="q\n").out
    assert "Small bank: 4 questions to read" in run(home, bank, "--deck", "first", text="q\n").out


def test_going_on_takes_the_same_words(home: Path, bank: Path) -> None:
    words = ("--domain", "listening", "--deck", "first", "--as", "A B")

    done = run(home, bank, *words, text=DONE)

    assert 'To go on: cpsprep bank vet --domain listening --deck first --as "A B"' in done.out


def test_where_no_reading_can_be_kept_nobody_is_asked(home: Path, bank: Path) -> None:
    (bank / "readings.jsonl").mkdir()

    done = run(home, bank, text=DONE)

    assert (done.code, done.out) == (3, "")
    assert "cannot be written" in done.err


def test_a_bank_that_cannot_be_used_is_refused(home: Path, bank: Path) -> None:
    (bank / "bank.yaml").write_text(HEADER.replace("uuid", "uid"), "utf-8")

    done = run(home, bank, text=DONE)

    assert (done.code, done.out) == (3, "")
    assert "cannot be used" in done.err
    assert "to see why: cpsprep bank lint small" in done.err


def test_readings_that_are_none_are_not_passed_over_in_silence(home: Path, bank: Path) -> None:
    run(home, bank, text=DONE)
    with (bank / "readings.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"date": "2026')

    first, second, *_ = run(home, bank, text="q\n").out.splitlines()

    assert first.startswith("Not all of readings.jsonl can be read, so a question")
    assert first.endswith("To see why: cpsprep bank lint small")
    assert second == "Small bank: 4 questions to read, 1 read before."


@pytest.mark.parametrize("words", [("--domain", "rolle"), ("--deck", "frist")])
def test_an_area_that_is_none_is_told(home: Path, bank: Path, words: tuple[str, str]) -> None:
    done = run(home, bank, *words)

    assert (done.code, done.out) == (2, "")
    assert f"'{words[1]}'" in done.err
    assert "did you mean" in done.err


def test_when_all_is_read_it_says_so(home: Path, bank: Path) -> None:
    run(home, bank, "--domain", "role", text="\na\n")

    done = run(home, bank, "--domain", "role")

    assert (done.code, done.out) == (0, "Small bank: nothing is left to read; you read 1 question before.\n")


def test_a_bank_without_questions_is_not_said_to_be_read(home: Path, tmp_path: Path) -> None:
    done = run(home, write_bank(tmp_path / "empty", {"first.yaml": "items: []\n"}))

    assert (done.code, done.out) == (0, "Small bank: there is no question to read.\n")


def test_questions_with_mistakes_are_not_passed_over_in_silence(home: Path, bank: Path) -> None:
    (bank / "third.yaml").write_text("items:\n  - {id: one-x, kind: basic}\n", "utf-8")

    first, second, *_ = run(home, bank, text="q\n").out.splitlines()

    assert first == "Left out because of mistakes: 1 question. To see why: cpsprep bank lint small"
    assert second == "Small bank: 5 questions to read, 0 read before."


def test_a_bank_can_be_named_alone(home: Path, bank: Path) -> None:
    done = cpsprep("bank", "vet", "small", home=home, cwd=bank.parent, text=DONE)

    assert "To go on: cpsprep bank vet --bank small" in done.out


def test_the_end_of_input_stops_at_any_point(home: Path, bank: Path) -> None:
    for text in ("", "a\n", "a\nd\n"):
        done = run(home, bank, text=text)
        assert done.code == 0
        assert "Read: 0." in done.out
    assert kept(bank) == []


def test_the_deck_is_never_written_to(home: Path, bank: Path) -> None:
    before = (bank / "first.yaml").read_bytes()
    run(home, bank, text=f"{DONE}\nd no\n")

    assert (bank / "first.yaml").read_bytes() == before


def test_a_bank_inside_the_program_is_refused_before_anything_is_asked(home: Path) -> None:
    done = run(home, PACKAGE / "core", text=DONE)

    assert (done.code, done.out) == (3, "")
    assert "read-only here, so readings cannot be kept" in done.err
    assert "copy that folder to a place of your own" in done.err


@posix
def test_a_folder_that_cannot_be_written_is_refused_too(home: Path, bank: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("nothing is closed to this user")
    bank.chmod(0o555)

    done = run(home, bank)

    bank.chmod(0o755)
    assert (done.code, done.out) == (3, "")


def test_the_bank_of_a_checkout_can_be_vetted() -> None:
    assert is_installed(PACKAGE / "decks" / "cps")
    assert not is_installed(default_bank_folder())


def test_of_several_banks_one_comes_after_the_other(home: Path, bank: Path, tmp_path: Path) -> None:
    other = write_bank(
        tmp_path / "other",
        {"a.yaml": deck_of("other-one", "role")},
        HEADER.replace("111111111111", OTHER_UUID[-12:]).replace("Small", "Other"),
    )
    words = [*("--bank", str(other)), *("--bank", str(bank))]

    done = cpsprep("bank", "vet", *words, home=home, text="\na\nq\n")

    assert done.out.startswith("Other bank: 1 question to read")
    assert "Small bank: 5 questions to read" in done.out
    assert f"To go on: cpsprep bank vet --bank {bank}" in done.out


def test_a_bank_that_is_gone_is_told(home: Path, tmp_path: Path) -> None:
    done = run(home, tmp_path / "gone")

    assert done.code == 3
    assert "gone" in done.err


@posix
def test_ctrl_c_keeps_what_was_said_and_says_how_to_go_on(home: Path, bank: Path) -> None:
    import pexpect

    env = clean_environment(home, CPSPREP_BANK=str(bank), TERM="dumb")
    child = pexpect.spawn(
        sys.executable, ["-m", "cpsprep", "bank", "vet"], env=env, timeout=20, dimensions=(24, 80)
    )
    child.expect("Question 1 of 5.*> ")
    child.sendline("a")
    child.expect("Type a to agree.*> ")
    child.sendline("a")
    child.expect("Question 2 of 5.*> ")
    child.sendintr()
    child.expect("4 left. To go on: cpsprep bank vet")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 130
    assert len(kept(bank)) == 1
