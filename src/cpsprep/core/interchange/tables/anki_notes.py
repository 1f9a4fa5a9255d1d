"""Notes of Anki: its text export, with the lines at its head, and the notes of packages."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Final

from cpsprep.core.interchange.draft import Draft, Found, HostileError, Skipped, Spot
from cpsprep.core.interchange.html_text import html_text
from cpsprep.core.interchange.media.marks import mark
from cpsprep.core.interchange.tables.columns import Row, columns_of
from cpsprep.core.interchange.tables.own_notes import own_draft
from cpsprep.core.interchange.tables.rows import read_table
from cpsprep.core.interchange.tidy import shortened, tidy
from cpsprep.core.item import Kind

_HEADER: Final = re.compile(r"#([a-z]+(?: column)?):(.*)", re.IGNORECASE)
_SIGNS: Final[Mapping[str, str]] = {
    "comma": ",",
    "semicolon": ";",
    "tab": "\t",
    "space": " ",
    "pipe": "|",
    "colon": ":",
}
_CLOZE: Final = re.compile(r"\{\{c\d+::")
_SOUND: Final = re.compile(r"\[sound:([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its fields, and their names where they are known."""

    where: Spot
    fields: Sequence[str]
    names: Sequence[str] = ()
    tags: Sequence[str] = ()
    guid: str = ""
    deck: str = ""
    html: bool = True


@dataclass(slots=True)
class _Head:
    """What the lines at the head of a file say."""

    separator: str = "\t"
    html: bool = False
    tags: tuple[str, ...] = ()
    names: list[str] = field(default_factory=list)
    deck: str = ""
    columns: dict[str, int] = field(default_factory=dict)
    lines: int = 0


def read_anki_text(text: str, file: str) -> Found:
    """The notes of a text that Anki exported as "Notes in Plain Text".

    Raises:
        HostileError: a field is far too long.
    """
    lines = text.split("\n")
    head = _head(lines)
    reader = csv.reader((f"{line}\n" for line in lines[head.lines :]), delimiter=head.separator)
    notes: list[Note] = []
    start = head.lines + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
                notes.append(_note(Spot(file, start), cells, head))
            start = head.lines + reader.line_num + 1
    except csv.Error as error:
        raise HostileError(f"a field near line {start} cannot be read: {error}") from None
    return read_notes(notes)


def read_notes(notes: Sequence[Note]) -> Found:
    """The questions that these notes make."""
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    for note in notes:
        found = _draft(note)
        if isinstance(found, Draft):
            drafts.append(found)
        else:
            skipped.append(found)
    return Found(drafts, skipped)


def _head(lines: Sequence[str]) -> _Head:
    head = _Head()
    for line in lines:
        found = _HEADER.match(line)
        if not found:
            break
        head.lines += 1
        key, value = found[1].lower(), found[2].strip("\r")
        match key:
            case "separator":
                head.separator = _SIGNS.get(value.strip().lower(), value[:1] or "\t")
            case "html":
                head.html = value.strip().lower() == "true"
            case "tags":
                head.tags = tuple(value.split())
            case "columns":
                head.names = value.split(head.separator)
            case "deck":
                head.deck = value.strip()
            case _ if key.endswith(" column") and value.strip().isdigit():
                head.columns[key.removesuffix(" column")] = int(value) - 1
            case _:
                pass
    return head


def _note(where: Spot, cells: Sequence[str], head: _Head) -> Note:
    special = set(head.columns.values())

    def cell(name: str) -> str:
        place = head.columns.get(name, -1)
        return cells[place].strip() if 0 <= place < len(cells) else ""

    return Note(
        where,
        [text for place, text in enumerate(cells) if place not in special],
        [text for place, text in enumerate(head.names) if place not in special],
        (*head.tags, *cell("tags").split()),
        cell("guid"),
        cell("deck") or head.deck,
        head.html,
    )


def _draft(note: Note) -> Draft | Skipped:
    lost: list[str] = []
    own = own_draft(note.where, note.names, note.fields, note.tags, lambda one: _text(one, note, lost))
    if own:
        return own
    lost.clear()
    texts = [_text(one, note, lost) for one in note.fields]
    if not any(texts):
        return Skipped(note.where, "without text", "all fields are empty, or hold pictures or sounds alone")
    known = columns_of(note.names)
    more = tuple(dict.fromkeys(lost))
    if len(known.options) > 1 and "stem" in known.places:
        found = read_table([Row(note.where, note.names), Row(note.where, texts)])
        return _told(next(iter(found.drafts), None) or found.skipped[0], note, more)
    cloze = next((place for place, text in enumerate(texts) if _CLOZE.search(text)), None)
    if cloze is not None:
        rest = [text for place, text in enumerate(texts) if place != cloze and text]
        return _told(Draft(Kind.CLOZE, note.where, texts[cloze], explanation="\n\n".join(rest)), note, more)
    front, back, *rest = (*texts, "")
    if not front or not back:
        return Skipped(note.where, "without a back", f"one side is empty: {shortened(front or back)}")
    explanation = "\n\n".join(filter(None, rest))
    return _told(Draft(Kind.BASIC, note.where, front, back=back, explanation=explanation), note, more)


def _text(text: str, note: Note, lost: list[str]) -> str:
    text = _SOUND.sub(lambda found: f" {mark(unescape(found[1]), '', is_sound=True)} ", text)
    if not note.html:
        return tidy(text)
    plain, gone = html_text(text)
    lost += gone
    return plain


def _told(draft: Draft | Skipped, note: Note, lost: tuple[str, ...]) -> Draft | Skipped:
    if isinstance(draft, Skipped):
        return draft
    topic = note.deck.replace("\x1f", "::").rpartition("::")[2]
    return replace(draft, name=note.guid, topic=tidy(topic), tags=tuple(note.tags), lost=(*draft.lost, *lost))
