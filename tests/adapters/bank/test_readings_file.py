"""The file of readings: read, added to, and what is said where that cannot be done."""

from pathlib import Path

import pytest

from cpsprep.adapters.bank.folder import MAX_BYTES
from cpsprep.adapters.bank.records import append_reading, check_readings, readings_of
from cpsprep.app.errors import UnreadableError
from fakes_bank import write_bank
from fakes_records import made, reading


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "small")


def test_a_file_of_readings_that_is_too_large_is_told_what_helps(folder: Path) -> None:
    with (folder / "readings.jsonl").open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    _, (problem,) = readings_of(folder)

    assert (problem.code, problem.hint) == ("too-large", "take out lines of versions that are long gone")


def test_a_reading_goes_below_the_others(folder: Path) -> None:
    first, second = reading(made("one"), note="Zoë said: so"), reading(made("two"))

    for one in (first, second):
        append_reading(folder, one)

    assert readings_of(folder) == ((first, second), ())
    assert (folder / "readings.jsonl").read_bytes().endswith(b"\n")


def test_a_line_ends_where_json_says_so(folder: Path) -> None:
    append_reading(folder, reading(made(), note="first \u2028 second\nthird\x85fourth"))

    (one,), problems = readings_of(folder)
    assert (one.note, problems) == ("first \ufffd second\nthird\ufffdfourth", ())


def test_a_line_that_was_cut_short_costs_only_itself(folder: Path) -> None:
    (folder / "readings.jsonl").write_bytes(b'{"date": "2026')

    append_reading(folder, reading(made()))

    found, (problem,) = readings_of(folder)
    assert (len(found), problem.place.line) == (1, 1)


def test_where_it_cannot_be_written_that_is_said(folder: Path) -> None:
    (folder / "readings.jsonl").mkdir()

    with pytest.raises(UnreadableError, match="cannot be written"):
        append_reading(folder, reading(made()))


def test_whether_it_can_be_written_is_found_out_without_writing(folder: Path) -> None:
    check_readings(folder)
    assert not (folder / "readings.jsonl").exists()

    append_reading(folder, reading(made()))
    before = (folder / "readings.jsonl").read_bytes()
    check_readings(folder)
    assert (folder / "readings.jsonl").read_bytes() == before

    (folder / "readings.jsonl").unlink()
    (folder / "readings.jsonl").mkdir()
    with pytest.raises(UnreadableError, match="cannot be written"):
        check_readings(folder)
