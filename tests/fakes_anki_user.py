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

from anki.buildinfo import version
from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
from anki.decks import DeckId
from anki.notes import Note, NoteId

keeps_times = pytest.mark.xfail(
    tuple(map(int, version.split(".")[:2])) < (25, 2),
    reason="this Anki gives an updated note the time of the import, and skips an update made before that",
)
"""Tests of two updates of one note; docs/anki.md tells people with such an old Anki what to do."""
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
        self.ask("pragma synchronous = off")  # tests survive no power failure

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.col.close()

    def imports(self, data: bytes, *, merge: bool = False, progress: bool = False) -> Imported:
        """Import a package; `progress` is "Import any learning progress"."""
        path = self.folder / "package.apkg"
        path.write_bytes(data)
        options = ImportAnkiPackageOptions(merge_notetypes=merge, with_scheduling=progress)
        log = self.col.import_anki_package(
            ImportAnkiPackageRequest(package_path=str(path), options=options)
        ).log
        self.col.models._clear_cache()
        return Imported(len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting))

    def exports(self, ending: str, legacy: bool = False, *, scheduling: bool = True) -> Path:
        """Write the whole collection as Anki does, as a package or as a backup."""
        path = self.folder / f"exported-{legacy}.{ending}"
        if ending == "colpkg":
            self.col.export_collection_package(str(path), False, legacy)
            self.col.reopen()
            return path
        options = ExportAnkiPackageOptions(
            with_scheduling=scheduling, with_deck_configs=False, with_media=False, legacy=legacy
        )
        self.col.export_anki_package(out_path=str(path), options=options, limit=None)
        return path

    def studies(self, grades: Sequence[int]) -> None:
        """Answer so many cards of the deck with these buttons."""
        self.col.decks.select(DeckId(self.ask("select did from cards order by id limit 1")[0][0]))
        for grade in grades:
            card = self.col.sched.getCard()
            assert card is not None
            self.col.sched.answerCard(card, grade)  # type: ignore[arg-type]

    def studies_any(self, grades: Sequence[int]) -> int:
        """Answer cards of any deck for as long as there are some; how many it were."""
        done = 0
        for deck in self.col.decks.all_names_and_ids():
            self.col.decks.select(DeckId(deck.id))
            while done < len(grades) and (card := self.col.sched.getCard()):
                self.col.sched.answerCard(card, grades[done])  # type: ignore[arg-type]
                done += 1
        return done

    def begins_days_at(self, hour: int) -> None:
        """Set "Next day starts at" in Anki's preferences."""
        wishes = self.col.get_preferences()
        wishes.scheduling.rollover = hour
        self.col.set_preferences(wishes)

    def ask(self, sql: str) -> list[Any]:
        """Ask Anki's own database."""
        assert self.col.db is not None
        return self.col.db.all(sql)

    def note(self, name: str) -> Note:
        (found,) = self.col.find_notes(f"QID:{name}")
        return self.col.get_note(found)

    def field(self, number: int, name: str) -> str:
        return self.col.get_note(NoteId(number))[name]

    def edits(self, name: str, field: str, text: str, *, at_ms: int) -> None:
        self.edits_note(self.note(name).id, field, text, at_ms=at_ms)

    def edits_note(self, number: int, field: str, text: str, *, at_ms: int) -> None:
        note = self.col.get_note(NoteId(number))
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
