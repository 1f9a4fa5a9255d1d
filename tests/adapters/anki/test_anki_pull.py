"""Reviews made in the real Anki, brought home from every kind of file it writes (acceptance T17)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cpsprep.adapters.anki.collection_reviews import CollectionFile
from cpsprep.adapters.anki.package import AnkiPackager
from cpsprep.adapters.log.imports import Imports
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.app.pull_anki import Found, find_reviews, pull_anki
from cpsprep.core.anki.history_in import GRADES
from cpsprep.core.bank import Catalog
from cpsprep.core.catalog import entries_of
from cpsprep.core.events import EventType, Moment
from fakes_anki import Press, bank, basic, cloze, single
from fakes_anki_user import AnkiUser
from fakes_log import log_at

MINE = bank(single(), basic(), cloze())
CATALOG = Catalog((), entries_of(MINE))
LATER = Moment(4_000_000_000_000, 0, 46_000, ())
KINDS = [(ending, legacy) for ending in ("apkg", "colpkg") for legacy in (False, True)]


@pytest.fixture
def user(tmp_path: Path) -> Iterator[AnkiUser]:
    with AnkiUser(tmp_path) as found:
        found.imports(Press(AnkiPackager()).export(MINE))
        yield found


@pytest.fixture
def log(tmp_path: Path) -> Iterator[SqliteLog]:
    with log_at(tmp_path) as made:
        yield made


def found(path: Path) -> Found:
    return find_reviews(CollectionFile(path), CATALOG)


@pytest.mark.parametrize(("ending", "legacy"), KINDS)
def test_every_review_comes_home_from_every_kind_of_file(
    user: AnkiUser, log: SqliteLog, ending: str, legacy: bool
) -> None:
    user.studies([3, 1, 3, 4, 2])
    rows = user.reviews()
    path = user.exports(ending, legacy=legacy)
    done = pull_anki(found(path), Imports(log), LATER)
    events = [one for one in log.events() if one.fact.type == EventType.ANSWERED]
    assert [(one.at_ms, one.fact.grade) for one in events] == [(row[0], GRADES[row[3]]) for row in rows]
    assert len(done.incoming.events) == 5


def test_all_kinds_of_file_tell_the_same_reviews(user: AnkiUser, log: SqliteLog) -> None:
    user.studies([3, 1, 3, 4])
    done = [pull_anki(found(user.exports(*kind)), Imports(log), LATER).incoming for kind in KINDS]
    assert [len(one.events) for one in done] == [4, 0, 0, 0]
    assert [one.known for one in done] == [0, 4, 4, 4]


def test_later_reviews_are_all_that_a_later_pull_adds(user: AnkiUser, log: SqliteLog) -> None:
    user.studies([3, 1])
    pull_anki(found(user.exports("apkg")), Imports(log), LATER)
    user.studies([3, 3, 3])
    done = pull_anki(found(user.exports("apkg")), Imports(log), LATER)
    assert (len(done.incoming.events), done.incoming.known) == (3, 2)


def test_an_export_without_scheduling_holds_no_reviews(user: AnkiUser) -> None:
    user.studies([3, 1])
    history = found(user.exports("apkg", scheduling=False)).history
    assert (history.reviews, history.cards) == ([], 4)


def test_cards_of_other_decks_are_counted(user: AnkiUser) -> None:
    from anki.decks import DeckId

    basic_type = user.col.models.by_name("Basic")
    assert basic_type is not None
    note = user.col.new_note(basic_type)
    note["Front"] = "mine alone"
    user.col.add_note(note, DeckId(1))
    assert found(user.exports("colpkg")).history.foreign == 1


def test_a_change_of_due_dates_by_hand_is_no_answer(user: AnkiUser, log: SqliteLog) -> None:
    user.studies([3])
    user.col.sched.set_due_date(user.col.find_cards("is:new")[:1], "5")
    done = pull_anki(found(user.exports("apkg")), Imports(log), LATER)
    assert (len(done.incoming.events), done.incoming.resets) == (1, 1)
