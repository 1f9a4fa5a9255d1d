"""`cpsprep bank vet` with an editor: what was changed in the file, and what came of the sitting."""

from pathlib import Path

import pytest

from fakes_vet import DONE, kept, mending, run, running, small_bank


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return small_bank(tmp_path / "small")


def test_an_editor_mends_the_file_and_the_question_is_asked_again(
    home: Path, bank: Path, tmp_path: Path
) -> None:
    editor = mending(tmp_path, "Which is best?", "Which is better?")

    done = run(home, bank, text="a\ne\na\na\nq\n", editor=editor)

    assert "Which is better?" in done.out
    assert len(kept(bank)) == 1
    assert "4 left." in done.out


def test_a_file_broken_in_the_editor_is_told_with_its_place(home: Path, bank: Path, tmp_path: Path) -> None:
    editor = mending(tmp_path, "answer: a", "answer: z")

    done = run(home, bank, text="a\ne\ns\nq\n", editor=editor)

    assert "error[answer-not-an-option]" in done.out
    assert kept(bank) == []


def test_a_question_taken_out_in_the_editor_is_left(home: Path, bank: Path, tmp_path: Path) -> None:
    editor = mending(tmp_path, "id: one-choice", "id: one-changed")

    done = run(home, bank, text="a\ne\ns\nq\n", editor=editor)

    assert "The file has no question 'one-choice' any more." in done.out


def test_a_question_changed_in_the_editor_beside_another_is_asked_as_it_is_now(
    home: Path, bank: Path, tmp_path: Path
) -> None:
    editor = mending(tmp_path, "I {{c2::see}}", "We {{c2::see}}")

    done = run(home, bank, text="a\ne\na\n\na\nq\n", editor=editor)

    assert "We [blank] and [blank]." in done.out
    assert "3 questions to read, 2 read before." in run(home, bank, text="q\n").out


def test_a_question_retired_in_the_editor_is_left(home: Path, bank: Path, tmp_path: Path) -> None:
    editor = mending(tmp_path, "level: recall", "status: retired")

    done = run(home, bank, text="a\ne\ns\nq\n", editor=editor)

    assert "The question 'one-choice' is retired now." in done.out
    assert kept(bank) == []


def test_without_an_editor_the_place_is_told(home: Path, bank: Path) -> None:
    done = run(home, bank, text="a\ne\nq\n")

    assert "No editor is set. The question is at" in done.out


def test_a_full_disk_or_the_like_ends_it_with_what_was_kept(home: Path, bank: Path, tmp_path: Path) -> None:
    editor = running(tmp_path, "file = file.with_name('readings.jsonl'); file.unlink(); file.mkdir()")

    done = run(home, bank, text=f"{DONE}\ne\na\n", editor=editor)

    assert done.code == 3
    assert "Read: 1. Agreed: 1." in done.out
    assert "cannot be written" in done.err
