"""A learner's history in a fresh profile of the real Anki, and back (acceptance T13 to T17)."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cpsprep.adapters.anki.collection_reviews import CollectionFile
from cpsprep.adapters.anki.history_rows import HistoryRows
from cpsprep.adapters.anki.package import AnkiPackager
from cpsprep.adapters.log.answers_given import AnswersGiven
from cpsprep.adapters.log.imports import Imports
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.app.pull_anki import find_reviews, pull_anki
from cpsprep.app.take_history import take_history
from cpsprep.core.anki.history_in import Incoming
from cpsprep.core.days import study_day
from cpsprep.core.events import Mode, Moment
from cpsprep.core.sm2 import Profile
from fakes_anki import Press
from fakes_anki_history import ASIDE, CATALOG, MINE, STATES, now, package, states, studied
from fakes_anki_user import AnkiUser, Imported
from fakes_log import log_at

LATER = Moment(4_000_000_000_000, 0, 46_000, ())


@pytest.fixture
def user(tmp_path: Path) -> Iterator[AnkiUser]:
    with AnkiUser(tmp_path) as found:
        yield found


@pytest.fixture
def log(tmp_path: Path) -> Iterator[SqliteLog]:
    with log_at(tmp_path) as made:
        yield made


def made_days_ago(user: AnkiUser, days: int) -> None:
    user.ask(f"update col set crt = crt - {days * 86_400}")
    user.col.close()
    user.col.reopen()


@pytest.mark.parametrize("age", [0, 3000])
def test_schedule_and_review_log_arrive_exactly(user: AnkiUser, log: SqliteLog, age: int) -> None:
    made_days_ago(user, age)
    studied(log)
    data, made = package(log)
    assert user.imports(data, progress=True) == Imported(new=5)
    assert states(user) == STATES
    wanted = sorted(tuple(row) for one in made.history.cards.values() for row in one.rows)
    got = [(row[0], *row[3:]) for row in user.reviews()]
    assert got == wanted
    assert (made.rows, made.cards) == (10, 4)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"])
@pytest.mark.skipif(os.name == "nt", reason="Windows takes no time zone from the environment")
def test_due_dates_and_days_are_right_in_every_time_zone(tmp_path: Path, zone: str) -> None:
    told = lived(tmp_path, zone)
    assert told["states"] == {card: list(state) for card, state in STATES.items()}
    assert told["pulled"] == told["anki"]


@pytest.mark.parametrize(("minute", "days_ago"), [(-5, [0, 0]), (5, [0, 1])])
@pytest.mark.skipif(os.name == "nt", reason="Windows takes no time zone from the environment")
def test_due_dates_and_days_are_right_around_four_o_clock(
    tmp_path: Path, minute: int, days_ago: list[int]
) -> None:
    """Nobody can set Anki's clock, but there is always a time zone in which it is five to or past four."""
    told = lived(tmp_path, zone_where_it_is(4 * 60 + minute))
    assert told["states"] == {card: list(state) for card, state in STATES.items()}
    assert (told["anki"], told["pulled"]) == (days_ago, days_ago)


def zone_where_it_is(minute: int) -> str:
    """A time zone (POSIX) in which this minute of the day is now."""
    utc = datetime.now(UTC)
    ahead = (minute - utc.hour * 60 - utc.minute + 720) % 1440 - 720
    return f"<CPS>{'-' if ahead >= 0 else '+'}{abs(ahead) // 60:02}:{abs(ahead) % 60:02}"


def lived(place: Path, zone: str) -> dict[str, Any]:
    """What the child tells that lives in this time zone."""
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("anki_zone_child.py"), str(place)],
        env=os.environ | {"TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads((place / "told.json").read_text("utf-8"))
    return told


def test_at_every_hour_that_a_day_may_begin_anki_s_day_is_ours(user: AnkiUser) -> None:
    """For one of them the day has just begun, for the next one it is about to."""
    made_days_ago(user, 9)  # Anki counts no days before a collection was made
    ((begun,),) = user.ask("select crt from col")
    first = study_day(datetime.fromtimestamp(begun).astimezone(), 0)
    for hour in range(24):
        user.begins_days_at(hour)
        before, theirs, after = now(hour), user.col.sched.today, now(hour)
        assert before.study_day <= first + theirs <= after.study_day


@pytest.mark.parametrize("ahead", [0, 1], ids=["a day that began this hour", "a day that ends this hour"])
@pytest.mark.parametrize("theirs", [0, 1], ids=["began in Anki too", "ends in Anki too"])
def test_due_dates_stay_as_far_off_wherever_the_border_of_the_day_lies(
    user: AnkiUser, log: SqliteLog, ahead: int, theirs: int
) -> None:
    hour = datetime.now().astimezone().hour
    user.begins_days_at((hour + theirs) % 24)
    ours = (hour + ahead) % 24
    studied(log, rollover_hour=ours)
    user.imports(package(log, ours)[0], progress=True)
    assert states(user) == STATES


def test_what_was_set_aside_is_suspended_also_when_it_is_new(user: AnkiUser, log: SqliteLog) -> None:
    studied(log)
    user.imports(package(log)[0], progress=True)
    rows = user.ask("select n.flds from cards c join notes n on n.id = c.nid where c.queue = -1 order by 1")
    assert [fields.split("\x1f")[0] for (fields,) in rows] == list(ASIDE)


def test_anki_finds_nothing_to_mend_and_needs_no_one_way_sync(user: AnkiUser, log: SqliteLog) -> None:
    studied(log)
    user.imports(package(log)[0], progress=True)
    cards, schema = user.schedule(), user.ask("select scm from col")
    assert user.col.fix_integrity()[1]
    assert (user.schedule(), user.ask("select scm from col")) == (cards, schema)


def test_fsrs_learns_from_the_history(user: AnkiUser, log: SqliteLog) -> None:
    """A first row of another kind would make it pass over all of them: a stability near 18 days, not 60."""
    studied(log, [("al-0001", ago, 4, Mode.REVIEW) for ago in (30, 29, 23, 8)])
    user.imports(package(log)[0], progress=True)
    user.col.set_config("fsrs", True)
    (card,) = user.note("al-0001").card_ids()
    stability = user.col.compute_memory_state(card).stability
    assert stability is not None
    assert stability > 50


def test_an_import_without_progress_brings_new_cards(user: AnkiUser, log: SqliteLog) -> None:
    studied(log)
    user.imports(package(log)[0])
    assert (states(user), user.reviews()) == ({}, [])


def test_a_second_import_changes_nothing(user: AnkiUser, log: SqliteLog) -> None:
    studied(log)
    data, _ = package(log)
    user.imports(data, progress=True)
    before = user.everything(), user.reviews()
    assert user.imports(data, progress=True) == Imported(duplicate=5)
    assert (user.everything(), user.reviews()) == before


def test_the_same_history_gives_the_same_bytes(log: SqliteLog) -> None:
    studied(log)
    at = now()
    made = [take_history(AnswersGiven(log), at, Profile.TEXT, 4) for _ in range(2)]
    one, two = (Press(AnkiPackager(history=HistoryRows(taken))).export(MINE) for taken in made)
    assert one == two


def test_what_went_to_anki_comes_home_as_known_and_later_reviews_as_new(
    user: AnkiUser, log: SqliteLog
) -> None:
    studied(log)
    user.imports(package(log)[0], progress=True)
    user.studies_any([3, 3])
    found = find_reviews(CollectionFile(user.exports("apkg")), CATALOG)
    done = pull_anki(found, Imports(log), LATER).incoming
    assert (done.own, len(done.events)) == (10, 2)
    assert pull_anki(found, Imports(log), LATER).incoming == Incoming(known=2, own=10)


def test_reviews_from_anki_go_to_a_fresh_profile_and_are_known_when_they_come_back(
    user: AnkiUser, log: SqliteLog, tmp_path: Path
) -> None:
    user.imports(Press(AnkiPackager()).export(MINE))
    user.studies([3, 1, 3])
    numbers = [row[0] for row in user.reviews()]
    pull_anki(find_reviews(CollectionFile(user.exports("apkg")), CATALOG), Imports(log), LATER)
    (tmp_path / "fresh").mkdir()
    with AnkiUser(tmp_path / "fresh") as fresh:
        fresh.imports(package(log)[0], progress=True)
        assert [row[0] for row in fresh.reviews()] == numbers
        back = find_reviews(CollectionFile(fresh.exports("colpkg")), CATALOG)
    assert pull_anki(back, Imports(log), LATER).incoming == Incoming(known=3)
