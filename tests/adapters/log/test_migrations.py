"""Logs of earlier forms: brought to the present one when they are written, read as they are until then."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from cpsprep.adapters.log.database import LATEST
from cpsprep.core.days import to_date
from cpsprep.core.events import EventType, Mode
from cpsprep.core.item import ItemId
from fakes_log import BANK, DAY, answer, event, fact, insert, log_at, moment

FACTS = (
    fact("p", EventType.PLANNED, None, payload={"exam_date": to_date(DAY + 40).isoformat()}),
    answer("a"),
    answer("b", card="al-0002", mode=Mode.PRACTICE),
    answer("c", None, "al-0003", mode=Mode.EXAM, correct=False),
    fact("d", EventType.EXAM_ENDED, None, payload={"exam": "x"}),
)


@pytest.fixture
def first_form(tmp_path: Path) -> Path:
    """A log as the first form had it: without the index of what was shown."""
    with log_at(tmp_path) as log:
        insert(log, (event(one, DAY, n) for n, one in enumerate(FACTS)))
    path = tmp_path / "log.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("drop index events_shown")
        connection.execute("pragma user_version = 1")
    return path


def form(path: Path) -> tuple[int, int]:
    """The number of the form, and how many of its newest index there are."""
    with closing(sqlite3.connect(path)) as connection:
        (number,) = connection.execute("pragma user_version").fetchone()
        (indexes,) = connection.execute(
            "select count(*) from sqlite_master where name = 'events_shown'"
        ).fetchone()
    return number, indexes


def test_writing_brings_the_first_form_to_the_present_one_after_a_backup(first_form: Path) -> None:
    told: list[int] = []
    with log_at(first_form.parent, before_migration=told.append) as log:
        log.append([answer("z")], moment(DAY + 1), {})
    assert (form(first_form), told) == ((LATEST, 1), [1])


def test_reading_leaves_it_as_it_is_and_reads_the_same(first_form: Path) -> None:
    with log_at(first_form.parent, create=False) as log:
        before = log.history(DAY)
    assert form(first_form) == (1, 0)
    with log_at(first_form.parent) as log:
        assert log.history(DAY) == before
    assert before.seen == {(BANK, ItemId("al-0002")): DAY, (BANK, ItemId("al-0003")): DAY}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that is closed to us")
def test_it_reads_also_where_nothing_can_be_written(first_form: Path) -> None:
    first_form.chmod(0o400)
    first_form.parent.chmod(0o500)
    try:
        with log_at(first_form.parent, create=False) as log:
            assert len(log.history(DAY).records) == 1
    finally:
        first_form.parent.chmod(0o700)


@pytest.mark.parametrize("asked", ["mode = 'exam' and type = 'answered'", "bank is not null"])
def test_what_was_shown_comes_from_its_index(tmp_path: Path, asked: str) -> None:
    shown = "(type = 'seen' or (type = 'answered' and (grade is null or mode <> 'review')))"
    with log_at(tmp_path) as log:
        rows = log.connection.execute(
            f"explain query plan select bank, item, study_day from events where {shown} and {asked}"
        )
        assert any("events_shown" in row[-1] for row in rows)
