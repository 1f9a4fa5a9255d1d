"""A file that is handed on: what it replaces is kept where it says something else, in a free place."""

from pathlib import Path

import pytest

from cpsprep.adapters.output_file import OutputFile


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.csv"


def write(file: Path, was: str, now: str = "new") -> str:
    """The name of the file that keeps what was there, "" for none."""
    file.write_text(was, "utf-8")
    kept = OutputFile(file, replaces=True).write(now.encode())
    assert file.read_text("utf-8") == now
    return kept.name if kept else ""


def test_each_earlier_one_gets_a_place_of_its_own(file: Path) -> None:
    kept = [write(file, words) for words in ("one", "two", "three")]

    assert kept == ["a.earlier.csv", "a.earlier-2.csv", "a.earlier-3.csv"]
    assert [(file.parent / name).read_text("utf-8") for name in kept] == ["one", "two", "three"]


def test_what_is_kept_already_is_kept_once(file: Path) -> None:
    assert [write(file, words) for words in ("one", "two", "one", "two")] == [
        *("a.earlier.csv", "a.earlier-2.csv"),
        *("a.earlier.csv", "a.earlier-2.csv"),
    ]


def test_what_says_the_same_is_kept_nowhere(file: Path) -> None:
    assert write(file, "new") == ""
    assert sorted(one.name for one in file.parent.iterdir()) == ["a.csv"]


def test_words_in_a_kept_one_stay(file: Path) -> None:
    kept = file.with_name(write(file, "one"))
    kept.write_text("one, and mine", "utf-8")

    assert write(file, "two") == "a.earlier-2.csv"
    assert kept.read_text("utf-8") == "one, and mine"


def test_a_folder_in_that_place_is_passed_over(file: Path) -> None:
    file.with_name("a.earlier.csv").mkdir()

    assert write(file, "one") == "a.earlier-2.csv"


def test_a_new_file_keeps_nothing(file: Path) -> None:
    assert OutputFile(file).write(b"new") is None
