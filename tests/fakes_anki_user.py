"""A learner who uses the real Anki: imports with the options that Anki offers by default, studies, edits."""

from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Self
from unicodedata import normalize

import pytest

pytest.importorskip(
    "anki", reason="there is no wheel of anki for this Python or system", exc_type=ImportError
)

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.decks import DeckId
from anki.notes import Note

_SCHEDULE = "id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data"


@dataclass(frozen=True)
class Imported:
    """What Anki says it did with the notes of a package."""

    new: int = 0
    updated: int = 0
    duplicate: int = 0
    conflicting: int = 0


class AnkiUser:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.col = Collection(str(folder / "collection.anki2"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.col.close()

    def imports(self, data: bytes, *, merge: bool = False) -> Imported:
        path = self.folder / "package.apkg"
        path.write_bytes(data)
        options = ImportAnkiPackageOptions(merge_notetypes=merge)
        log = self.col.import_anki_package(
            ImportAnkiPackageRequest(package_path=str(path), options=options)
        ).log
        self.col.models._clear_cache()
        return Imported(len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting))

    def studies(self, grades: Sequence[int]) -> None:
        """Answer so many cards of the deck with these buttons."""
        self.col.decks.select(DeckId(self.ask("select did from cards where due = 1")[0][0]))
        for grade in grades:
            card = self.col.sched.getCard()
            assert card is not None
            self.col.sched.answerCard(card, grade)  # type: ignore[arg-type]

    def ask(self, sql: str) -> list[Any]:
        """Ask Anki's own database."""
        assert self.col.db is not None
        return self.col.db.all(sql)

    def note(self, name: str) -> Note:
        (found,) = self.col.find_notes(f"QID:{name}")
        return self.col.get_note(found)

    def edits(self, name: str, field: str, text: str, *, at_ms: int) -> None:
        note = self.note(name)
        note[field] = text
        self.col.update_note(note)
        self.ask(f"update notes set mod = {at_ms // 1000} where id = {note.id}")

    def schedule(self) -> list[Any]:
        return self.ask(f"select {_SCHEDULE} from cards order by id")

    def reviews(self) -> list[Any]:
        return self.ask("select * from revlog order by id")

    def everything(self) -> list[Any]:
        """All that a sync would see of notes and cards, with their times and sync marks."""
        return [self.ask(f"select * from {table} order by id") for table in ("notes", "cards")]

    def types(self) -> list[str]:
        return [entry.name for entry in self.col.models.all_names_and_ids() if entry.name.startswith("CPS")]

    def decks(self) -> list[str]:
        return [entry.name for entry in self.col.decks.all_names_and_ids() if entry.name != "Default"]

    def sides(self, name: str, ordinal: int = 0) -> tuple[str, str]:
        """The HTML of both sides of a card, as Anki renders it."""
        for card in self.note(name).cards():
            if card.ord == ordinal:
                shown = card.render_output()
                return shown.question_text, shown.answer_text
        raise LookupError(name)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.tags: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        if tag in {"p", "br", "li", "div"}:
            self.parts.append(" ")


def text_of(html: str) -> str:
    """What a browser would show."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return plain("".join(parser.parts))


def tags_of(html: str) -> set[str]:
    """The HTML elements in it."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return set(parser.tags)


def plain(text: str) -> str:
    """Text as it compares: one form for each letter, layout white space as one blank."""
    return " ".join(normalize("NFC", text).split())
