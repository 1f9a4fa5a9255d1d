"""Which items go to Anki."""

import pytest

from cpsprep.core.anki.deck import lay_out
from cpsprep.core.anki.ledger import Published, PublishedNote, Stamp
from cpsprep.core.anki.note import NoteType
from cpsprep.core.item import BankId, ItemId, Status
from cpsprep.core.which import Which
from fakes_anki import BANK, bank, basic

ITEMS = [
    basic("it-live", deck="one", tags=("grief",)),
    basic("it-draft", deck="one", status=Status.DRAFT),
    basic("it-old", deck="two", status=Status.RETIRED),
    basic("it-never", deck="two", status=Status.RETIRED),
    basic("it-read", deck="two", domain="crisis", tags=("grief", "loss"), status=Status.CHECKED),
]
ENTRY = PublishedNote(Stamp("a" * 32, 1), 1)
PUBLISHED = {BANK: Published(BANK, {(ItemId("it-old"), NoteType.BASIC): ENTRY})}


@pytest.mark.parametrize(
    ("which", "ids"),
    [
        (Which(), "it-live it-read it-old"),
        (Which(drafts=True), "it-live it-draft it-read it-old"),
        (Which(decks=("one",)), "it-live"),
        (Which(decks=("one", "two")), "it-live it-read it-old"),
        (Which(domains=("crisis",)), "it-read"),
        (Which(tags=("loss", "grief")), "it-live it-read"),
        (Which(tags=("grief",), decks=("two",)), "it-read"),
        (Which(statuses=(Status.DRAFT,)), "it-draft"),
        (Which(statuses=(Status.CHECKED,)), "it-read"),
        (Which(statuses=(Status.CHECKED,), drafts=True), "it-draft it-read"),
        (Which(statuses=(Status.RETIRED,)), "it-old it-never"),
        (Which(decks=("none",)), ""),
        (Which(without=frozenset({(BANK, ItemId("it-live"))})), "it-read it-old"),
        (Which(without=frozenset({(BankId("other"), ItemId("it-live"))})), "it-live it-read it-old"),
    ],
)
def test_filters_narrow_each_other(which: Which, ids: str) -> None:
    layout = lay_out([bank(*ITEMS)], which, PUBLISHED)
    assert sorted(note.item for note in layout.notes) == sorted(ids.split())


def test_what_was_never_published_does_not_come_once_it_is_retired() -> None:
    assert [note.item for note in lay_out([bank(*ITEMS)]).notes] == ["it-live", "it-read"]


def test_what_only_its_status_keeps_out_is_counted() -> None:
    layout = lay_out([bank(*ITEMS)], Which(decks=("two",)), PUBLISHED)
    assert (layout.drafts, layout.retired) == (0, 1)
    layout = lay_out([bank(*ITEMS)])
    assert (layout.drafts, layout.retired) == (1, 2)


def test_a_retired_note_has_its_tag() -> None:
    layout = lay_out([bank(*ITEMS)], published=PUBLISHED)
    assert [note.item for note in layout.notes if "cps::retired" in note.tags] == ["it-old"]
