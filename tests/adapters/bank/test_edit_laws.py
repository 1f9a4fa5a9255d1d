"""The law of edits, on the shipped bank: what was not meant stays, byte for byte and as it is read."""

from hypothesis import given
from hypothesis import strategies as st

from cpsprep.adapters.bank.deck_file import DeckFile, deck_paths, parsed, read_deck_file
from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.adapters.bank.yaml_events import read, source_of
from cpsprep.core.reading.deck import read_deck
from cpsprep.core.reading.item_fields import BankRules
from cpsprep.core.version import canonical
from cpsprep.core.writing.edits import applied
from cpsprep.core.writing.fields import set_field
from cpsprep.core.writing.regions import own_text, put_back, put_in, region, taken_out
from cpsprep.core.writing.scalar import writable
from cpsprep.core.writing.written import Found, entries, find

_BY_SIZE = sorted(deck_paths(default_bank_folder()), key=lambda path: path.stat().st_size)
DECKS = [read_deck_file(path) for path in _BY_SIZE[:4]]
"""The smallest, since each example reads one or two whole."""
_TEXT = st.text(max_size=40).map(writable).filter(bool)


def versions(data: bytes) -> dict[str, str]:
    """What is read of each item of a deck."""
    source = source_of("deck.yaml", data)
    reading = read(source)
    assert reading.problems == []
    found = read_deck(source, reading.root, reading.flawed, "deck", BankRules())
    assert found.problems == []
    return {item.id: canonical(item) for item in found.items}


@st.composite
def places(draw: st.DrawFn) -> tuple[DeckFile, Found]:
    deck = draw(st.sampled_from(DECKS))
    if draw(st.booleans()):
        deck = parsed(deck.path, deck.text.replace("\n", "\r\n").encode())
    return deck, draw(st.sampled_from(list(entries(deck.root))))


def around(found: Found) -> set[str]:
    """Items that may change with it: its siblings in a scenario."""
    holder = found.scenario or found.node
    inner = holder.fields["items"].value.items if "items" in holder.fields else (holder,)
    return {one.fields["id"].value.text for one in inner}


@given(places(), st.sampled_from(["stem", "explanation", "topic", "content_note", "vignette"]), _TEXT)
def test_a_set_field_changes_no_other_item_and_can_be_read(
    place: tuple[DeckFile, Found], field: str, text: str
) -> None:
    deck, found = place
    if (field == "vignette") != ("scenario" in found.node.fields) or (
        field == "stem" and "stem" not in found.node.fields
    ):
        field = "vignette" if "scenario" in found.node.fields else "topic"
    edit = set_field(deck.text, found.node, [field], text)
    data = deck.edited([edit] if edit else [])

    before, after = versions(deck.data), versions(data)
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} <= around(found)
    again = find(parsed(deck.path, data).root, found.name)
    assert again is not None
    assert again.node.fields[field].value.text.strip() == text
    of = region(deck.text, found)
    assert data.startswith(deck.text[: of.start].encode())
    assert data.endswith(deck.text[of.end :].encode())


@given(places(), _TEXT)
def test_edited_and_edited_back_is_the_same_file(place: tuple[DeckFile, Found], note: str) -> None:
    deck, found = place
    of = region(deck.text, found)
    own = own_text(deck.text, of)
    line = f"  # {' '.join(note.split())}\n"
    edit = put_back(deck.text, of, own + line)
    assert edit is not None
    there = deck.after([edit])
    back = find(there.root, found.name)
    assert back is not None
    undo = put_back(there.text, region(there.text, back), own)

    assert undo is not None
    assert there.edited([undo]) == deck.data


@given(places(), st.sampled_from(DECKS))
def test_a_move_changes_the_text_of_no_item(place: tuple[DeckFile, Found], goal: DeckFile) -> None:
    deck, found = place
    if found.scenario or goal.path == deck.path:
        return
    of = region(deck.text, found)
    come = applied(goal.text, [put_in(goal.text, goal.root, own_text(deck.text, of))]).encode()
    left = applied(deck.text, [taken_out(deck.text, of)]).encode()

    before = versions(deck.data) | versions(goal.data)
    assert versions(left) | versions(come) == before
    assert come.startswith(goal.data)
    assert deck.data.startswith(left[: of.start])
