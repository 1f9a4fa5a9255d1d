"""Release files and own exports, mixed in the real Anki: no update is skipped, and none goes back in time."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cpsprep.core.anki.note import NoteType
from cpsprep.core.item import BankId, Status
from fakes_anki import DAY, HEADER, NOON, bank, basic
from fakes_anki_releases import Guest, Keeper, Made
from fakes_anki_user import AnkiUser, Imported, keeps_times

BASIC = NoteType.BASIC
LATE = NOON + 30 * DAY
"""When the learner does what the keeper did long ago."""


@pytest.fixture
def user(tmp_path: Path) -> Iterator[AnkiUser]:
    with AnkiUser(tmp_path) as found:
        yield found


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return Keeper(tmp_path / "keeper", {"it-0001": Made(BASIC), "it-0002": Made(BASIC)})


@pytest.fixture
def guest(tmp_path: Path) -> Guest:
    return Guest(tmp_path / "data")


def css(user: AnkiUser) -> str:
    found = user.col.models.by_name("CPS Basic v1")
    assert found is not None
    return str(found["css"])


def test_an_own_export_of_a_release_is_the_release(user: AnkiUser, keeper: Keeper, guest: Guest) -> None:
    first = keeper.release(NOON)
    user.imports(first.package)
    assert user.imports(guest.export(first, LATE)) == Imported(duplicate=2)


def test_an_update_arrives_that_was_released_before_the_own_export(
    user: AnkiUser, keeper: Keeper, guest: Guest
) -> None:
    first = keeper.release(NOON)
    keeper.items["it-0001"] = Made(BASIC, 1)
    second = keeper.release(NOON + DAY)
    user.imports(guest.export(first, LATE))
    assert user.imports(second.package) == Imported(updated=1, duplicate=1)


def test_a_draft_taken_along_is_updated_by_the_release_that_has_it(
    user: AnkiUser, keeper: Keeper, guest: Guest
) -> None:
    keeper.items["it-0003"] = Made(BASIC, 0, Status.DRAFT)
    first = keeper.release(NOON)
    keeper.items["it-0003"] = Made(BASIC, 1, Status.CHECKED)
    second = keeper.release(NOON + DAY)
    user.imports(guest.export(first, LATE, drafts=True))
    assert user.imports(second.package) == Imported(updated=1, duplicate=2)
    assert user.note("it-0003")["Front"] == "Text 1"


@keeps_times
def test_a_draft_that_changed_twice_is_updated_by_own_exports(
    user: AnkiUser, keeper: Keeper, guest: Guest
) -> None:
    for number in range(3):
        keeper.items["it-0003"] = Made(BASIC, number, Status.DRAFT)
        release = keeper.release(NOON + number * DAY)
        user.imports(guest.export(release, LATE + number, drafts=True))
        assert user.note("it-0003")["Front"] == f"Text {number}"


def test_an_own_export_of_an_old_release_takes_nothing_back(
    user: AnkiUser, keeper: Keeper, guest: Guest
) -> None:
    first = keeper.release(NOON)
    keeper.items["it-0001"], keeper.look = Made(BASIC, 1), 1
    user.imports(keeper.release(NOON + DAY).package)
    assert user.imports(guest.export(first, LATE)) == Imported(duplicate=2)
    assert user.note("it-0001")["Front"] == "Text 1"
    assert "--look: 1" in css(user)


def test_a_new_look_arrives_after_an_own_bank_was_exported_with_the_old_one(
    user: AnkiUser, keeper: Keeper, guest: Guest, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir()
    header = replace(HEADER, id=BankId("0" * 32), title="Own", folder=str(tmp_path / "own"), owned=True)
    first = keeper.release(NOON)
    keeper.look = 1
    second = keeper.release(NOON + DAY)
    user.imports(guest.export_own(bank(basic("ow-0001"), header=header), first, LATE))
    assert "--look: 0" in css(user)
    user.imports(second.package)
    assert "--look: 1" in css(user)


def test_a_copy_of_a_bank_follows_the_releases_where_it_was_not_edited(
    user: AnkiUser, keeper: Keeper, guest: Guest, tmp_path: Path
) -> None:
    (tmp_path / "copy").mkdir()
    first = keeper.release(NOON)
    keeper.items["it-0001"] = Made(BASIC, 1)
    keeper.items["it-0002"] = Made(BASIC, 2)
    second = keeper.release(NOON + DAY)
    copied = {**first.bank.items, **bank(basic("it-0002", "Mine")).items}
    header = replace(first.bank.header, folder=str(tmp_path / "copy"), owned=True)
    copy = replace(first.bank, header=header, items=copied)
    user.imports(guest.export_own(copy, first, LATE))
    assert user.imports(second.package) == Imported(updated=1, duplicate=1)
    assert user.note("it-0001")["Front"] == "Text 1"
    assert user.note("it-0002")["Front"] == "Mine"
