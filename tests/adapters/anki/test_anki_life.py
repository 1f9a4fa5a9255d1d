"""Any life of a bank and a learner's Anki: releases, own exports, edits and reviews in any order (T08).

After every import each note has the newest of all texts and pictures that reached it, the learner's own texts
among them, the schedule is as it was, and nothing is there twice.
"""

import re
import tempfile
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path
from typing import Final

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cpsprep.adapters.anki.types import NAMES
from cpsprep.core.anki.note import NoteType, guid
from cpsprep.core.item import BankId, ItemId, Status
from effort import percent_of_examples
from fakes_anki import BANK, HEADER, NOON, bank, basic
from fakes_anki_releases import FRONT, Guest, Keeper, Key, Made
from fakes_anki_user import AnkiUser, keeps_times

HOUR: Final = 3_600_000
OWN: Final = BankId("0" * 32)
TYPES: Final = st.sampled_from(list(NoteType))
ITEMS: Final = st.integers(0, 7)
SOURCE: Final = re.compile(r'src="([^"]+)"')

AFTER: Final = {Status.DRAFT: Status.LIVE, Status.LIVE: Status.RETIRED, Status.RETIRED: Status.LIVE}


class Change(Enum):
    """What a keeper does to one item between two releases, or to the look."""

    WRITTEN = auto()
    DRAFTED = auto()
    CORRECTED = auto()
    PICTURED = auto()
    PASSED_OR_RETIRED = auto()
    MADE_ANOTHER_KIND = auto()
    RESTYLED = auto()


class Life(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        folder = Path(self.place.name)
        (folder / "own").mkdir()
        (folder / "anki").mkdir()
        self.keeper, self.guest = Keeper(folder / "keeper"), Guest(folder / "data")
        self.own = replace(HEADER, id=OWN, title="Own", folder=str(folder / "own"), owned=True)
        self.user = AnkiUser(folder / "anki")
        self.at_ms, self.made, self.installed, self.own_text = NOON, 0, 0, 0
        self.held: dict[Key, tuple[str, int]] = {}
        """What is in Anki: the text of each note, and when that was new."""
        self.pictures: dict[Key, bytes | None] = {}
        """What each note in Anki shows."""
        self.looks: dict[str, int] = {}
        """The look that each note type in Anki should have."""
        self.reviewed = 0

    def teardown(self) -> None:
        assert self.user.col.fix_integrity()[1]
        assert self.user.ask("select id from notes where id not in (select nid from cards)") == []
        self.user.col.close()
        self.place.cleanup()

    @initialize(types=st.lists(TYPES, min_size=2, max_size=4))
    def begin(self, types: list[NoteType]) -> None:
        for note_type in types:
            self.write(note_type, Status.LIVE)
        self.keeper.release(self.at_ms)

    @rule(changes=st.lists(st.tuples(st.sampled_from(Change), ITEMS, TYPES), max_size=4))
    def release(self, changes: list[tuple[Change, int, NoteType]]) -> None:
        for change, number, note_type in changes:
            self.made += 1
            name = f"it-{number % len(self.keeper.items):04}"
            made = self.keeper.items[name]
            match change:
                case Change.WRITTEN:
                    self.write(note_type, Status.LIVE)
                case Change.DRAFTED:
                    self.write(note_type, Status.DRAFT)
                case Change.CORRECTED:
                    self.keeper.items[name] = replace(made, text=self.made)
                case Change.PICTURED:
                    picture = 0 if made.picture and number % 2 else self.made
                    self.keeper.items[name] = replace(made, picture=picture)
                case Change.PASSED_OR_RETIRED:
                    self.keeper.items[name] = replace(made, status=AFTER[made.status])
                case Change.MADE_ANOTHER_KIND:
                    self.keeper.items[name] = replace(made, type=note_type, text=self.made)
                case Change.RESTYLED:
                    self.keeper.look += 1
        if not any(made.status is Status.LIVE for made in self.keeper.items.values()):
            self.write(NoteType.BASIC, Status.LIVE)
        self.at_ms += HOUR
        self.keeper.release(self.at_ms)

    def write(self, note_type: NoteType, status: Status) -> None:
        self.made += 1
        self.keeper.items[f"it-{len(self.keeper.items):04}"] = Made(note_type, self.made, status)

    @rule(back=st.integers(0, 2))
    def import_a_release(self, back: int) -> None:
        number = max(0, len(self.keeper.releases) - 1 - back)
        self.bring(number, self.keeper.releases[number].package, drafts=False)

    @rule(back=st.integers(0, 2), drafts=st.booleans())
    def import_an_own_export(self, back: int, drafts: bool) -> None:
        self.at_ms += HOUR
        self.installed = max(self.installed, len(self.keeper.releases) - 1 - back)
        release = self.keeper.releases[self.installed]
        self.bring(self.installed, self.guest.export(release, self.at_ms, drafts=drafts), drafts=drafts)

    @rule()
    def import_a_bank_of_ones_own(self) -> None:
        self.at_ms += HOUR
        self.own_text += 1
        release = self.keeper.releases[self.installed]
        mine = bank(basic("ow-0001", f"Own {self.own_text}"), header=self.own)
        assert self.user.imports(self.guest.export_own(mine, release, self.at_ms)).conflicting == 0
        self.dress({NoteType.BASIC}, release.look)
        assert self.user.note("ow-0001")["Front"] == f"Own {self.own_text}"

    @precondition(lambda self: self.published())
    @rule(number=ITEMS)
    def edit_in_anki(self, number: int) -> None:
        keys = self.published()
        _, note_type = key = keys[number % len(keys)]
        self.at_ms += HOUR
        text = f"Mine {self.at_ms} {{{{c1::x}}}}"
        self.user.edits_note(self.number_of(key), FRONT[note_type], text, at_ms=self.at_ms)
        self.held[key] = text, self.at_ms

    @precondition(lambda self: self.held)
    @rule(grades=st.lists(st.integers(1, 4), min_size=1, max_size=4))
    def study(self, grades: list[int]) -> None:
        self.reviewed += self.user.studies_any(grades)

    @invariant()
    def every_note_has_its_newest_text_once(self) -> None:
        rows = self.user.ask("select guid, flds from notes")
        own = {guid(OWN, NoteType.BASIC, ItemId("ow-0001")): f"Own {self.own_text}"}
        expected = {guid(BANK, kind, ItemId(name)): text for (name, kind), (text, _) in self.held.items()}
        assert len(rows) == len({row[0] for row in rows})
        assert {guid_: fields.split("\x1f")[1] for guid_, fields in rows} == (
            expected | (own if self.own_text else {})
        )

    @invariant()
    def every_note_shows_its_newest_picture(self) -> None:
        folder = Path(self.user.col.media.dir())
        for key, picture in self.pictures.items():
            shown = SOURCE.findall(self.user.field(self.number_of(key), "Media"))
            assert [(folder / name).read_bytes() for name in shown] == ([picture] if picture else [])

    @invariant()
    def no_note_type_is_there_twice_and_each_has_its_newest_look(self) -> None:
        assert set(self.user.types()) == set(self.looks)
        for name, look in self.looks.items():
            found = self.user.col.models.by_name(name)
            assert found is not None
            assert f"--look: {look};" in found["css"]

    @invariant()
    def no_review_is_lost(self) -> None:
        assert len(self.user.reviews()) == self.reviewed

    def bring(self, number: int, package: bytes, *, drafts: bool) -> None:
        release = self.keeper.releases[number]
        before = {row[0]: row for row in self.user.schedule()}
        assert self.user.imports(package).conflicting == 0
        after = {row[0]: row for row in self.user.schedule()}
        assert {card: after.get(card) for card in before} == before
        present: set[NoteType] = set()
        for name, item in release.bank.items.items():
            key = name, NoteType.of(item.kind)
            made, new_at = release.new_at[key]
            wanted = item.status is Status.LIVE or (
                drafts if item.status is Status.DRAFT else key in release.published
            )
            if wanted:
                present.add(made.type)
            if wanted and (key not in self.held or new_at > self.held[key][1]):
                self.held[key] = made.front(), new_at
                self.pictures[key] = made.bytes() if made.picture else None
        self.dress(present, release.look)
        everything = self.user.everything()
        assert set(vars(self.user.imports(package)).items()) >= {("new", 0), ("updated", 0)}
        assert self.user.everything() == everything

    def dress(self, present: set[NoteType], look: int) -> None:
        """Anki takes those note types of a package that have notes in it."""
        for name in map(NAMES.__getitem__, present):
            self.looks[name] = max(self.looks.get(name, 0), look)

    def published(self) -> list[Key]:
        """Notes in Anki that a release has; what an own export has of a draft has no time to compare with."""
        return [key for key in self.held if any(key in one.published for one in self.keeper.releases)]

    def number_of(self, key: Key) -> int:
        name, note_type = key
        wanted = guid(BANK, note_type, ItemId(name))
        ((found,),) = self.user.ask(f"select id from notes where guid = '{wanted}'")
        return int(found)


TestLife = keeps_times(Life.TestCase)
TestLife.settings = settings(percent_of_examples(6), stateful_step_count=25)
