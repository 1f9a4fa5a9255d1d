"""Lines of `readings.jsonl`: what is read, what is refused, and that what is written can be read again."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.item import ItemId, Version
from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import MOST_PROBLEMS, UNSEEN, Source
from cpsprep.core.records.readings import as_line, read_readings
from cpsprep.core.records.records import Reader, Reading, ReadingKind

VERSION = "a" * 64
ROW = {
    "date": "2026-11-23",
    "item": "al-0001",
    "version": VERSION,
    "kind": "blind",
    "agreed": True,
    "defended": False,
    "reader": "automated",
}
SEEN = st.text().filter(lambda text: not UNSEEN.search(text))


def read(data: bytes | str) -> tuple[tuple[Reading, ...], list[Problem]]:
    problems: list[Problem] = []
    raw = data.encode() if isinstance(data, str) else data
    return read_readings(Source("readings.jsonl", raw), problems), problems


def line(**changes: object) -> str:
    return json.dumps({name: value for name, value in {**ROW, **changes}.items() if value is not None})


def test_a_line_is_a_reading() -> None:
    (one,), problems = read(line(note="Fine.", by="AB"))

    assert problems == []
    assert one == Reading(
        "2026-11-23",
        ItemId("al-0001"),
        Version(VERSION),
        ReadingKind.BLIND,
        agreed=True,
        reader=Reader.AUTOMATED,
        by="AB",
        note="Fine.",
    )


def test_what_does_not_apply_may_be_left_out_and_what_is_not_known_is_passed_over() -> None:
    found, problems = read(line(kind="fact", defended=None, colour="blue"))

    assert (len(found), problems) == (1, [])


def test_empty_lines_and_windows_line_ends_do_no_harm() -> None:
    found, problems = read(f"{line()}\r\n\r\n{line()}\n")

    assert (len(found), problems) == (2, [])


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ('{"date": "2026-1', "cut short"),
        (b"\xff\xfe", "cut short"),
        ("[" * 100_000, "cut short"),
        ('{"date": ' + "9" * 5_000 + "}", "cut short"),
        (line(item=[[["deep"]]]), "'item' of a reading is a list"),
        (line(version={"a": 1}), "'version' of a reading is an object"),
        ("[1]", "object"),
        ("7", "object"),
        (line(date="23 November"), "'date'"),
        (line(date=None), "missing"),
        (line(item=7), "'item'"),
        (line(version="abc"), "'version'"),
        (line(kind="quick"), "blind, options-only, fact"),
        (line(kind=["blind"]), "'kind'"),
        (line(reader="me"), "automated, person"),
        (line(agreed="yes"), "true or false"),
        (line(agreed=None), "missing"),
        (line(defended=1), "'defended'"),
        (line(note=1), "'note'"),
        (line(by=1), "'by'"),
    ],
)
def test_a_line_that_is_none_is_told_and_the_others_count(wrong: str | bytes, says: str) -> None:
    raw = wrong.encode() if isinstance(wrong, str) else wrong

    found, (problem,) = read(line().encode() + b"\n" + raw + b"\n" + line().encode())

    assert len(found) == 2
    assert (problem.code, problem.place.line, problem.place.column) == ("bad-reading", 2, 1)
    assert says in problem.message
    assert problem.hint


@pytest.mark.parametrize("form", ["utf-16", "utf-16-be", "utf-32"])
def test_a_file_saved_as_something_else_than_utf8_is_told_once(form: str) -> None:
    found, (problem,) = read("\ufeff".encode(form)[-4:] + f"{line()}\n{line()}\n".encode(form))

    assert (found, problem.code, problem.place.line) == ((), "utf-16", 1)


def test_a_file_of_something_else_does_not_fill_the_memory_with_problems() -> None:
    _, problems = read("no\n" * (MOST_PROBLEMS + 5))

    assert len(problems) == MOST_PROBLEMS


def test_a_terminal_is_not_steered_by_what_others_wrote() -> None:
    (one,), problems = read(line(note="red \x1b[31m, half \ud800, back \u202e", by="A\x07B"))

    assert (one.note, one.by) == ("red \ufffd[31m, half \ufffd, back \ufffd", "A\ufffdB")
    assert problems == []


@given(
    st.builds(
        Reading,
        date=st.dates().map(str),
        item=st.text(min_size=1).map(ItemId),
        version=st.just(Version(VERSION)),
        kind=st.sampled_from(ReadingKind),
        agreed=st.booleans(),
        reader=st.sampled_from(Reader),
        by=SEEN,
        note=SEEN,
    )
)
def test_what_is_written_is_read_again(one: Reading) -> None:
    written = as_line(one)

    assert "\n" not in written
    assert read(written) == ((one,), [])


def test_what_was_defended_is_only_said_of_blind_readings() -> None:
    one = Reading("2026-11-23", ItemId("q"), Version(VERSION), ReadingKind.FACT, True, Reader.PERSON)

    assert "defended" not in as_line(one)
