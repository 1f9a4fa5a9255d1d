"""A bank that is released again and again, and learners who install, import and export it when they like."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from cpsprep.adapters.anki.ledger_files import PublishedFiles
from cpsprep.adapters.anki.package import AnkiPackager
from cpsprep.adapters.anki.types import Look, looks
from cpsprep.adapters.bank.media import MediaFolders
from cpsprep.app.export_anki import export_anki
from cpsprep.core.anki.note import NoteType
from cpsprep.core.bank import Bank
from cpsprep.core.item import Item, Status
from cpsprep.core.which import Which
from fakes_anki import HEADER, MemoryTarget, bank, basic, cloze, single

Key = tuple[str, NoteType]
FRONT: Final = {NoteType.CHOICE: "Stem", NoteType.BASIC: "Front", NoteType.CLOZE: "Text"}


@dataclass(frozen=True)
class Made:
    """One state of an item: its kind, the numbers of its text and of its picture (0 is none), its status."""

    type: NoteType
    text: int = 0
    status: Status = Status.LIVE
    picture: int = 0

    def item(self, name: str) -> Item:
        media = {f"{name}.png": "A picture."} if self.picture else {}
        match self.type:
            case NoteType.CHOICE:
                return single(name, stem=self.front(), status=self.status, media=media)
            case NoteType.BASIC:
                return basic(name, self.front(), status=self.status, media=media)
            case NoteType.CLOZE:
                return cloze(name, self.front(), status=self.status, media=media)

    def bytes(self) -> bytes:
        """The file of its picture, which keeps its name in the bank."""
        return f"picture {self.picture}".encode()

    def front(self) -> str:
        """What its note asks."""
        ends = {NoteType.CHOICE: "?", NoteType.BASIC: "", NoteType.CLOZE: " {{c1::x}}"}
        return f"Text {self.text}{ends[self.type]}"


@dataclass(frozen=True)
class Release:
    """What people can get: a program with its bank and the ledger beside it, and a package for Anki."""

    bank: Bank
    look: int
    package: bytes
    folder: Path
    new_at: dict[Key, tuple[Made, int]]
    """When each state of a note that is in the bank was first released."""
    published: frozenset[Key]
    """The notes of this package and of those before it."""


@dataclass
class Keeper:
    """Who keeps the bank and makes the releases."""

    folder: Path
    items: dict[str, Made] = field(default_factory=dict)
    look: int = 0
    new_at: dict[Key, tuple[Made, int]] = field(default_factory=dict)
    releases: list[Release] = field(default_factory=list)
    published: frozenset[Key] = frozenset()

    def release(self, at_ms: int) -> Release:
        home = self.folder / "home"
        (home / "media").mkdir(parents=True, exist_ok=True)
        for name, state in self.items.items():
            (home / "media" / f"{name}.png").write_bytes(state.bytes())
        made = bank(
            *(made.item(name) for name, made in self.items.items()),
            header=replace(HEADER, folder=str(home), owned=True),
        )
        files = PublishedFiles(self.folder / "data", released=home)
        package = exported(made, files, self.look, at_ms)
        for name, state in self.items.items():
            key = name, state.type
            if state.status is Status.LIVE:
                self.published |= {key}
            if key not in self.new_at or self.new_at[key][0] != state:
                self.new_at[key] = state, at_ms
        wheel = self.folder / f"release-{len(self.releases)}"
        shutil.copytree(home, wheel)
        header = replace(HEADER, folder=str(wheel))
        self.releases.append(
            Release(
                replace(made, header=header), self.look, package, wheel, dict(self.new_at), self.published
            )
        )
        return self.releases[-1]


@dataclass(frozen=True)
class Guest:
    """A learner who has a release installed and makes packages of it."""

    data: Path

    def export(self, release: Release, at_ms: int, *, drafts: bool = False) -> bytes:
        files = PublishedFiles(self.data, released=release.folder)
        return exported(release.bank, files, release.look, at_ms, Which(drafts=drafts))

    def export_own(self, own: Bank, release: Release, at_ms: int) -> bytes:
        """Export a bank of one's own with the program of a release."""
        return exported(own, PublishedFiles(self.data, released=release.folder), release.look, at_ms)


def exported(
    made: Bank,
    files: PublishedFiles,
    look: int,
    at_ms: int,
    which: Which = Which(),  # noqa: B008  (frozen)
) -> bytes:
    target, media = MemoryTarget(), MediaFolders()
    packager = AnkiPackager(dict(dressed(look)), media=media)
    done = export_anki([made], files, packager, target, at_ms=at_ms, which=which, media=media)
    assert target.data is not None, done
    return target.data


def dressed(number: int) -> Iterator[tuple[NoteType, Look]]:
    """Note types in the look of that number."""
    for name, look in looks().items():
        yield name, replace(look, css=f"{look.css}\n.card {{ --look: {number}; }}")
