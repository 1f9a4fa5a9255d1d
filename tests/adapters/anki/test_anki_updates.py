"""What an update does in the real Anki beyond the text of notes: looks, decks, deletions, parts (T06)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from cpsprep.adapters.anki.package import AnkiPackager
from cpsprep.adapters.bank.shelf import BankShelf
from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.core.anki.deck import root
from cpsprep.core.which import Which
from fakes_anki import HEADER, Press, bank, basic, cloze, multiple, single, told, true_false
from fakes_anki_releases import dressed
from fakes_anki_user import AnkiUser, Imported

IN_2100: Final = 4_102_444_800_000
MIXED = bank(
    single(),
    told("sc-0001", 0),
    told("sc-0002", 1, "Then she laughs."),
    true_false(domain="crisis"),
    basic(),
    multiple(),
    cloze(),
)


@pytest.fixture
def user(tmp_path: Path) -> Iterator[AnkiUser]:
    with AnkiUser(tmp_path) as found:
        yield found


@pytest.fixture
def press() -> Press:
    return Press(AnkiPackager())


@pytest.mark.parametrize("merge", [False, True])
def test_a_new_look_arrives_once_it_is_newer_than_the_last_import(
    user: AnkiUser, press: Press, merge: bool
) -> None:
    """With "Merge notetypes" Anki gives a note type the time of the import, so the release must be later."""
    user.imports(press.export(MIXED), merge=merge)
    user.studies([3, 3])
    schedule = user.schedule()
    press.packager, press.at_ms = AnkiPackager(dict(dressed(1))), IN_2100
    assert user.imports(press.export(MIXED)) == Imported(duplicate=7)
    for name in user.types():
        found = user.col.models.by_name(name)
        assert found is not None
        assert "--look: 1;" in found["css"]
    assert user.schedule() == schedule


def test_a_note_that_was_deleted_comes_back_with_the_next_import(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(MIXED))
    user.col.remove_notes([user.note("al-0001").id])
    assert user.imports(press.export(MIXED)) == Imported(new=1, duplicate=6)


def test_a_deck_renamed_in_anki_keeps_its_cards_and_new_ones_come_under_our_name(
    user: AnkiUser, press: Press
) -> None:
    user.imports(press.export(bank(basic())))
    deck = user.col.decks.by_name("Peer <Specialist>::01 Listening")
    assert deck is not None
    user.col.decks.rename(deck, "Mine")
    user.imports(press.export(bank(basic(front="Newer?"), basic("ba-0002"))))
    decks = {name: user.col.decks.name(user.note(name).cards()[0].did) for name in ("ba-0001", "ba-0002")}
    assert decks == {"ba-0001": "Mine", "ba-0002": "Peer <Specialist>::01 Listening"}
    assert user.note("ba-0001")["Front"] == "Newer?"


def test_filtered_packages_leave_the_rest_alone_and_add_up_to_the_whole(user: AnkiUser, press: Press) -> None:
    assert user.imports(press.export(MIXED, which=Which(domains=("crisis",)))) == Imported(new=1)
    assert user.imports(press.export(MIXED, which=Which(domains=("listening",)))) == Imported(new=6)
    before = user.everything()
    assert user.imports(press.export(MIXED)) == Imported(duplicate=7)
    assert user.everything() == before


@pytest.mark.parametrize("title", ["Title with & < 'quotes'", "Ünïcode", "a::b", "x" * 200])
def test_decks_of_any_title_arrive(user: AnkiUser, press: Press, title: str) -> None:
    header = replace(HEADER, title=title)
    user.imports(press.export(bank(basic(), header=header)))
    (card,) = user.note("ba-0001").cards()
    assert user.col.decks.name(card.did) == f"{root(header)}::01 Listening"


def test_the_shipped_bank_with_all_its_drafts_arrives_whole(user: AnkiUser, press: Press) -> None:
    (shipped,) = BankShelf([default_bank_folder()], None).banks()
    done = user.imports(press.export(shipped, which=Which(drafts=True)))
    assert done == Imported(new=press.last.notes)
    assert user.col.card_count() == press.last.cards
    assert user.ask("select id from notes where id not in (select nid from cards)") == []
    assert user.col.get_empty_cards().notes == []
    assert user.col.fix_integrity()[1]
