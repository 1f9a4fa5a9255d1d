"""A plan of bringing in, carried out on the text of a deck: new questions, changed fields."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from cpsprep.adapters.bank.deck_file import DeckFile, read_deck_file
from cpsprep.app.errors import UnreadableError
from cpsprep.app.import_bank import Named, Update
from cpsprep.core.interchange.item_fields import Flat, fields_of, flat
from cpsprep.core.writing.deck_text import deck_text, item_text
from cpsprep.core.writing.edits import Edit, LayoutError
from cpsprep.core.writing.fields import set_field
from cpsprep.core.writing.regions import put_in
from cpsprep.core.writing.written import Written, entries


def questions_here(deck: DeckFile) -> Mapping[str, Flat]:
    """The questions of a deck by their ids, as they are written."""
    return {
        one.name: flat({name: _value(named.value) for name, named in one.node.fields.items()})
        for one in entries(deck.root)
        if one.name and "scenario" not in one.node.fields
    }


def new_deck(name: str, title: str, domain: str, added: Sequence[Named], source: str) -> bytes:
    """The text of a new deck."""
    fields = [fields_of(one.draft, one.id) for one in added]
    told = deck_text(name, title, domain, fields)
    return f"# brought in from {source}\n{told}".encode()


def changed_deck(path: Path, added: Sequence[Named], updates: Sequence[Update]) -> tuple[bytes, list[str]]:
    """The bytes of a deck with its changes, and what its layout did not allow to be changed.

    Raises:
        UnreadableError: it has mistakes, or is laid out so that nothing can be added.
    """
    deck = read_deck_file(path)
    nodes = {one.name: one.node for one in entries(deck.root)}
    edits: list[Edit] = []
    refused: list[str] = []
    for update in updates:
        try:
            edits += _edits(deck.text, nodes[update.named.id], update)
        except LayoutError as error:
            refused.append(f"{update.named.id}: {error}")
    deck = deck.after(edits)
    if added:
        told = "\n".join(item_text(fields_of(one.draft, one.id), 0) for one in added)
        try:
            deck = deck.after([put_in(deck.text, deck.root, told)])
        except LayoutError as error:
            raise UnreadableError(
                f"{path} cannot take more questions: {error}", "name another file with -o"
            ) from None
    return deck.data, refused


def _edits(text: str, node: Written, update: Update) -> Iterator[Edit]:
    """What sets the changed fields of one question; a map that is not there yet comes as a whole."""
    whole: dict[str, dict[str, object]] = {}
    for path, value in update.merged.changes.items():
        if len(path) > 1 and path[0] not in node.fields:
            if value:
                whole.setdefault(path[0], {})[path[1]] = value
            continue
        told = list(value) if isinstance(value, tuple) else value
        edit = set_field(text, node, path, told)
        if edit:
            yield edit
    for name, parts in whole.items():
        edit = set_field(text, node, (name,), parts)  # type: ignore[arg-type]  # a map is put in as a whole
        if edit:
            yield edit


def _value(node: Written) -> object:
    if node.is_map:
        return {name: named.value.text for name, named in node.fields.items()}
    if node.is_list:
        return [one.text for one in node.items]
    return node.text
