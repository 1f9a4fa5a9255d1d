"""One file of a bank as it was read for an edit: its bytes, its text, and where everything stands in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cpsprep.adapters.bank.folder import BANK_FILE, SOURCES_FILE, bank_paths, load
from cpsprep.adapters.bank.yaml_events import read, source_of
from cpsprep.adapters.system import typed
from cpsprep.app.errors import UnreadableError
from cpsprep.core.reading.authored import Map
from cpsprep.core.writing.edits import Edit, LayoutError, applied
from cpsprep.core.writing.written import Found, Style, Written, find

_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class DeckFile:
    """A deck; `text` has its line breaks as they are, and no byte order mark."""

    path: Path
    data: bytes
    text: str
    root: Written

    def after(self, edits: Iterable[Edit]) -> "DeckFile":
        """The file as it would be after these edits, to go on with.

        Raises:
            UnreadableError: they would break it.
        """
        return parsed(self.path, self.edited(edits))

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """The bytes of the file after these edits."""
        mark = _BOM if self.data.startswith(_BOM) else b""
        return mark + applied(self.text, edits).encode()

    def line(self, at: int) -> int:
        """The line of a place in the text, counted from 1."""
        return len(self.text[:at].replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def read_deck_file(path: Path) -> DeckFile:
    """The file, ready for edits.

    Raises:
        UnreadableError: it cannot be read, or something in it is no YAML of a bank, so that an edit elsewhere
            in it could not be told from damage.
    """
    file = load([path])[0]
    if file.problem:
        raise UnreadableError(f"{path}: {file.problem.message}", file.problem.hint)
    return parsed(path, file.data)


def parsed(path: Path, data: bytes) -> DeckFile:
    """The file with these bytes.

    Raises:
        UnreadableError: as `read_deck_file`.
    """
    from cpsprep.adapters.bank.yaml_spans import spans

    source = source_of(str(path), data)
    problems = read(source).problems
    if problems:
        first = problems[0]
        raise UnreadableError(
            f"{path.name} has a mistake that has to be mended before it can be edited: {first.message}, "
            f"at {first.place}",
            f"to see all: cpsprep bank lint {typed(path)}",
        )
    text = source.data.decode()
    return DeckFile(path, data, text, spans(text) or Written(0, 0, Style.BLOCK, is_map=True))


def deck_paths(folder: Path) -> list[Path]:
    """The decks of a bank, by name.

    Raises:
        UnreadableError: there is no bank.
    """
    return [path for path in bank_paths(folder) if path.name not in {BANK_FILE, SOURCES_FILE}]


@dataclass(frozen=True, slots=True)
class Head:
    """What a deck file says of itself; its id is the name of the file where it gives none."""

    path: Path
    id: str
    title: str
    domain: str


def heads(folder: Path) -> list[Head]:
    """The decks of a bank, also those with mistakes in them.

    Raises:
        UnreadableError: there is no bank.
    """
    return [_head(path) for path in deck_paths(folder)]


def _head(path: Path) -> Head:
    root = read(source_of(str(path), load([path])[0].data)).root
    fields = root.fields if isinstance(root, Map) else {}
    said = {name: value.strip() for name, (value, _, _) in fields.items() if isinstance(value, str)}
    name = said.get("deck") or path.stem
    return Head(path, name, said.get("title") or name, said.get("domain", ""))


def located(folder: Path, name: str) -> tuple[DeckFile, Found] | None:
    """The item or scenario with this id, and its deck.

    Raises:
        UnreadableError: its deck cannot be edited, or two places have the id.
    """
    sought = name.encode()
    found = []
    for path in deck_paths(folder):
        if sought in load([path])[0].data:
            deck = read_deck_file(path)
            one = find(deck.root, name)
            found += [(deck, one)] if one else []
    if len(found) > 1:
        places = " and ".join(f"{deck.path}:{deck.line(one.node.start)}" for deck, one in found)
        raise UnreadableError(f"'{name}' stands in two places: {places}", "give one of them another id first")
    return found[0] if found else None


def node_of(deck: DeckFile, name: str) -> Written:
    """What has this id in the deck, which is known to have it."""
    found = find(deck.root, name)
    if found is None:
        raise LookupError(name)
    return found.node


def laid_out(path: Path, error: LayoutError) -> UnreadableError:
    """A layout that an edit cannot keep, as a message."""
    return UnreadableError(f"{path} cannot be edited by this command: {error}", "edit it in your editor")
