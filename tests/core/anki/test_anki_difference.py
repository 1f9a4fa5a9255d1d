"""What an export would change for somebody who has an earlier one."""

from dataclasses import replace

import pytest

from cpsprep.core.anki.deck import lay_out
from cpsprep.core.anki.difference import (
    Before,
    Differences,
    Shipped,
    asked_words,
    compare,
    from_ledgers,
)
from cpsprep.core.anki.ledger import Published, PublishedNote, Stamp
from cpsprep.core.anki.note import FIELDS, NoteType, content_hash
from cpsprep.core.item import Item, ItemId, Status
from fakes_anki import BANK, HEADER, NOON, bank, basic, cloze, single

LOOKS = {NoteType.BASIC: "a" * 32, NoteType.CLOZE: "b" * 32}


def had(*items: Item) -> Before:
    """What who imported a package of these items has."""
    made = {
        note.guid: Shipped(
            note.bank,
            note.item,
            note.type,
            content_hash(note),
            deck.name,
            note.ordinals,
            asked_words(note.type, note.fields),
        )
        for deck in lay_out([bank(*items)]).decks
        for note in deck.notes
    }
    return Before(made, LOOKS)


def now(before: Before, *items: Item) -> Differences:
    published = {
        BANK: Published(
            BANK, {(one.item, one.type): PublishedNote(Stamp("", 1), 1) for one in before.notes.values()}
        )
    }
    return compare(before, lay_out([bank(*items)], published=published), LOOKS)


def told(found: Differences) -> list[str]:
    return [
        " ".join(filter(None, (one.kind, one.item, one.was and f"{one.was} ->", one.now)))
        for one in found.found
    ]


LONG = basic(front="Who decides which goals a person works on?", back="The person alone.")


@pytest.mark.parametrize(
    ("before", "after", "differences"),
    [
        ([basic()], [basic()], []),
        ([basic()], [basic(), basic("ba-0002")], ["new ba-0002"]),
        ([basic()], [basic(explanation="Since it is theirs.")], ["changed ba-0001"]),
        ([basic()], [basic(tags=("new",))], ["changed ba-0001"]),
        ([basic()], [basic(status=Status.RETIRED)], ["retired ba-0001"]),
        ([basic(), cloze()], [cloze()], ["gone ba-0001"]),
        ([basic(), cloze()], [cloze(), basic(status=Status.DRAFT)], ["gone ba-0001"]),
        (
            [basic()],
            [basic(domain="crisis")],
            [
                "changed ba-0001",
                "moved ba-0001 Peer <Specialist>::01 Listening -> Peer <Specialist>::02 Crisis & self-care",
            ],
        ),
        (
            [cloze(text="I {{c1::see}} it.")],
            [cloze(text="I {{c1::see}} {{c3::it}}.")],
            ["changed cl-0001", "card-added cl-0001 c3"],
        ),
        (
            [cloze(text="I {{c1::see}} {{c2::it}} {{c3::now}}.")],
            [cloze(text="I see it {{c2::now}}.")],
            ["changed cl-0001", "card-empty cl-0001 c1, c3"],
        ),
        (
            [basic("x-1", "Who decides?", "The person.")],
            [single("x-1", stem="Who decides, the person?")],
            ["new-note x-1 Basic -> Choice"],
        ),
        ([LONG], [replace(LONG, body=single().body)], ["reused ba-0001 Basic -> Choice"]),
        (
            [LONG],
            [basic(front="When may a note be shared with police?", back="After a court order.")],
            ["reused ba-0001"],
        ),
    ],
)
def test_each_change_is_told(before: list[Item], after: list[Item], differences: list[str]) -> None:
    assert told(now(had(*before), *after)) == differences


def test_a_question_without_words_is_not_taken_for_another() -> None:
    assert told(now(had(basic(front="?", back="!")), LONG)) == ["changed ba-0001"]
    assert told(now(had(LONG), basic(front="?", back="!"))) == ["changed ba-0001"]


def test_a_report_goes_by_kind_of_change_and_counts_what_stays() -> None:
    found = now(
        had(basic("a-1"), basic("a-2"), basic("a-3")),
        basic("a-2", explanation="x"),
        basic("a-4"),
        basic("a-3"),
    )
    assert told(found) == ["new a-4", "changed a-2", "gone a-1"]
    assert found.unchanged == 1


def test_a_used_id_or_a_broken_note_type_is_not_safe() -> None:
    assert now(had(LONG), basic(front="Other words altogether", back="Nothing alike")).is_safe is False
    assert now(had(LONG), LONG).is_safe
    assert now(replace(had(LONG), broken=("CPS Basic v1: its fields differ",)), LONG).is_safe is False


def test_a_new_look_is_told_of_note_types_that_people_have() -> None:
    layout = lay_out([bank(basic())])
    other = dict.fromkeys(LOOKS, "c" * 32)
    assert compare(had(basic()), layout, other).looks == (NoteType.BASIC,)
    assert compare(had(basic()), layout, LOOKS).looks == ()
    assert compare(Before(), layout, other).looks == ()


def test_the_words_that_count_are_those_asked_and_offered() -> None:
    (note,) = lay_out([bank(single(explanation="Secret.", content_note="Loss."))]).notes
    found = asked_words(note.type, note.fields)
    assert {"best", "sound", "hard", "plan"} <= found
    assert not {"secret", "loss", "data", "li", "feel"} & found
    assert asked_words(NoteType.CLOZE, ("x", "I {{c1::listen&lt;::hint}}")) == {"listen", "hint"}
    assert FIELDS[NoteType.CLOZE][1] == "Text"


def entry(modified: int, number: int, hash_: str = "e" * 32) -> PublishedNote:
    return PublishedNote(Stamp(hash_, modified // 1000), number)


def test_without_a_package_the_ledger_tells_what_people_have() -> None:
    (note,) = lay_out([bank(basic())]).notes
    key = ItemId("ba-0001"), NoteType.BASIC
    ledger = Published(
        BANK, {key: entry(NOON, NOON, content_hash(note))}, {NoteType.BASIC: Stamp("a" * 32, 1)}
    )
    found = compare(from_ledgers([ledger]), lay_out([bank(basic(), cloze())]), LOOKS)
    assert told(found) == ["new cl-0001"]
    assert (found.unchanged, found.looks) == (1, ())


def test_since_a_day_is_what_was_published_or_changed_after_it() -> None:
    notes = [
        note for deck in lay_out([bank(basic(), basic("ba-0002"), cloze())]).decks for note in deck.notes
    ]
    hashes = {note.item: content_hash(note) for note in notes}
    day = NOON - 1_000_000
    ledger = Published(
        BANK,
        {
            (ItemId("ba-0001"), NoteType.BASIC): entry(day - 1000, day - 1000, hashes[ItemId("ba-0001")]),
            (ItemId("ba-0002"), NoteType.BASIC): entry(NOON, day - 1000, hashes[ItemId("ba-0002")]),
            (ItemId("cl-0001"), NoteType.CLOZE): entry(NOON, NOON, hashes[ItemId("cl-0001")]),
        },
        {NoteType.BASIC: Stamp("a" * 32, NOON // 1000)},
    )
    found = compare(
        from_ledgers([ledger], day), lay_out([bank(basic(), basic("ba-0002"), cloze(), header=HEADER)]), LOOKS
    )
    assert told(found) == ["new cl-0001", "changed ba-0002"]
    assert (found.unchanged, found.looks) == (1, (NoteType.BASIC,))
