"""The ledger: what is new, changed or unchanged, and which numbers notes get."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.anki.ledger import (
    Changes,
    NoteKey,
    Publication,
    Published,
    PublishedNote,
    Stamp,
    Tenure,
    beyond,
    merged,
)
from cpsprep.core.anki.note import AnkiNote, BankText, NoteType, anki_note, content_hash
from cpsprep.core.item import BankId, Item, ItemId
from fakes_anki import BANK, HEADER, basic, cloze, single

AT = 1_780_000_000_999
TYPES = {NoteType.BASIC: "a" * 32}
KEY: NoteKey = ItemId("ba-0001"), NoteType.BASIC


def notes(*items: Item, bank: BankId = BANK) -> list[AnkiNote]:
    made = [anki_note(item, BankText.of(replace(HEADER, id=bank))) for item in items]
    return [note for note in made if isinstance(note, AnkiNote)]


def publish(
    ledgers: Mapping[BankId, Published],
    notes: Sequence[AnkiNote],
    types: Mapping[NoteType, str],
    at_ms: int,
    tenures: Mapping[BankId, Tenure],
) -> tuple[dict[BankId, Published], Changes]:
    keys = [(note.bank, (note.item, note.type)) for note in notes]
    publication = Publication(ledgers, keys, at_ms, tenures)
    entries = [publication.publish(note) for note in notes]
    after = publication.after(types)
    assert entries == [after[bank].notes[key] for bank, key in keys]
    return after, publication.changes()


def step(
    ledger: Published, at_ms: int, *items: Item, whose: Tenure = Tenure.HOME
) -> tuple[Published, Changes]:
    after, changes = publish({BANK: ledger}, notes(*items), TYPES, at_ms, {BANK: whose})
    return after[BANK], changes


def entry(number: int, modified: int = 1, hash_: str = "b" * 32) -> PublishedNote:
    return PublishedNote(Stamp(hash_, modified), number)


def test_what_is_new_gets_the_time_in_seconds() -> None:
    ledger, changes = step(Published(BANK), AT, basic())
    assert changes == Changes(new=1)
    assert ledger.notes[KEY].stamp == Stamp(content_hash(notes(basic())[0]), 1_780_000_000)
    assert ledger.types == {NoteType.BASIC: Stamp("a" * 32, 1_780_000_000)}


def test_what_did_not_change_keeps_everything() -> None:
    ledger, _ = step(Published(BANK), AT, basic())
    assert step(ledger, AT + 10**9, basic()) == (ledger, Changes(unchanged=1))


def test_what_changed_keeps_its_number_and_gets_a_later_time() -> None:
    before, _ = step(Published(BANK), AT, basic())
    after, changes = step(before, AT + 5_000, basic(front="Other?"))
    assert changes == Changes(changed=1)
    assert after.notes[KEY].number == before.notes[KEY].number
    assert after.notes[KEY].stamp.modified == 1_780_000_005


def test_a_clock_that_went_back_still_gives_a_later_time() -> None:
    before, _ = step(Published(BANK), AT, basic())
    after, _ = step(before, AT - 10**9, basic(front="Other?"))
    assert after.notes[KEY].stamp.modified == 1_780_000_001


def test_a_note_type_that_changed_gets_a_later_time() -> None:
    before, _ = step(Published(BANK), AT, basic())
    after, _ = publish({BANK: before}, [], {NoteType.BASIC: "c" * 32}, AT, {BANK: Tenure.HOME})
    assert after[BANK].types[NoteType.BASIC] == Stamp("c" * 32, 1_780_000_001)


LATER = AT + 10**9


def test_a_guest_s_export_does_not_run_ahead_of_the_keeper() -> None:
    before, _ = step(Published(BANK), AT, basic(), cloze())
    after, changes = step(before, LATER, basic(front="Other?"), cloze(), basic("ba-0002"), whose=Tenure.GUEST)
    assert changes == Changes(new=1, changed=1, unchanged=1)
    times = {item: entry.stamp.modified - AT // 1000 for (item, _), entry in after.notes.items()}
    assert times == {"ba-0001": 1, "cl-0001": 0, "ba-0002": 0}


def test_a_guest_of_a_bank_that_was_never_published_has_only_the_present() -> None:
    after, _ = step(Published(BANK), AT, basic(), whose=Tenure.GUEST)
    assert after.notes[KEY].stamp.modified == AT // 1000


@pytest.mark.parametrize(
    ("whose", "notes_later", "types_later"),
    [(Tenure.HOME, 10**6, 10**6), (Tenure.OWN, 10**6, 1), (Tenure.GUEST, 1, 1)],
)
def test_what_is_not_the_exporter_s_own_is_new_by_a_second(
    whose: Tenure, notes_later: int, types_later: int
) -> None:
    before, _ = step(Published(BANK), AT, basic())
    looks = {NoteType.BASIC: "c" * 32}
    after, _ = publish({BANK: before}, notes(basic(front="Other?")), looks, LATER, {BANK: whose})
    assert after[BANK].notes[KEY].stamp.modified - AT // 1000 == notes_later
    assert after[BANK].types[NoteType.BASIC].modified - AT // 1000 == types_later


def test_what_is_no_longer_exported_stays_in_the_ledger() -> None:
    before, _ = step(Published(BANK), AT, basic(), single())
    after, _ = step(before, AT, single())
    assert after.notes == before.notes


def test_numbers_end_at_the_present_and_leave_room_for_cloze_cards() -> None:
    ledger, _ = step(Published(BANK), AT, cloze(), basic())
    found = {key[0]: one.number for key, one in ledger.notes.items()}
    assert found == {"cl-0001": AT - 501, "ba-0001": AT - 1}


def test_a_second_export_at_once_takes_numbers_before_the_oldest() -> None:
    before, _ = step(Published(BANK), AT, basic())
    after, _ = step(before, AT, basic(), basic("ba-0002"))
    assert after.notes[ItemId("ba-0002"), NoteType.BASIC].number == AT - 2


def test_two_banks_share_no_number() -> None:
    other = BankId("0" * 32)
    after, _ = publish(
        {BANK: Published(BANK), other: Published(other)},
        [*notes(basic()), *notes(basic(), bank=other)],
        {},
        AT,
        {BANK: Tenure.OWN, other: Tenure.GUEST},
    )
    assert after[BANK].notes[KEY].number != after[other].notes[KEY].number


def test_a_number_that_two_notes_claim_after_a_merge_goes_to_one_of_them() -> None:
    ledger = Published(BANK, {KEY: entry(AT), (ItemId("ba-0002"), NoteType.BASIC): entry(AT)})
    after, _ = step(ledger, AT + 10, basic(), basic("ba-0002"))
    assert after.notes[KEY].number == AT
    assert after.notes[ItemId("ba-0002"), NoteType.BASIC].number == AT + 9


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 20), st.booleans()), max_size=12))
def test_every_change_is_strictly_later_and_no_card_number_is_used_twice(
    steps: list[tuple[int, int, bool]],
) -> None:
    ledger, at = Published(BANK), AT
    for text, seconds, back in steps:
        at += -seconds * 1000 if back else seconds * 1000
        items = [basic(front=f"Text {text}"), *[cloze(f"cl-{one:04}") for one in range(text)]]
        after, _ = step(ledger, at, *items)
        if KEY in ledger.notes:
            old, new = ledger.notes[KEY].stamp, after.notes[KEY].stamp
            assert (new.modified > old.modified) == (new.hash != old.hash)
            assert after.notes[KEY].number == ledger.notes[KEY].number
        ledger = after
        cards = [
            one.number + ordinal
            for (_, name), one in ledger.notes.items()
            for ordinal in range(500 if name is NoteType.CLOZE else 1)
        ]
        assert len(cards) == len(set(cards))


def test_of_two_ledgers_the_later_word_counts() -> None:
    other: NoteKey = ItemId("ba-0002"), NoteType.BASIC
    one = Published(BANK, {KEY: entry(1, 5)}, {NoteType.BASIC: Stamp("a" * 32, 5)})
    two = Published(
        BANK,
        {KEY: entry(2, 6), other: entry(3)},
        {NoteType.BASIC: Stamp("b" * 32, 6), NoteType.CLOZE: Stamp("c" * 32, 1)},
    )
    assert merged(one, two) == two
    assert merged(two, one) == two


def test_where_two_ledgers_tie_the_first_counts() -> None:
    one, two = Published(BANK, {KEY: entry(1)}), Published(BANK, {KEY: entry(2)})
    assert merged(one, two) == one


def test_a_ledger_of_ones_own_holds_only_what_the_other_does_not() -> None:
    other: NoteKey = ItemId("ba-0002"), NoteType.BASIC
    stamp = Stamp("a" * 32, 5)
    known = Published(BANK, {KEY: entry(1)}, {NoteType.BASIC: stamp})
    whole = Published(BANK, {KEY: entry(1), other: entry(2)}, {NoteType.BASIC: stamp, NoteType.CLOZE: stamp})
    assert beyond(whole, known) == Published(BANK, {other: entry(2)}, {NoteType.CLOZE: stamp})
