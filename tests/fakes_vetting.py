"""A reader at a desk: the lines they type, the file they edit, and what is kept."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cpsprep.cli.bank.checking.vetting import Desk, Vetting
from cpsprep.cli.study.plain import Page
from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item, ItemId
from cpsprep.core.problem import Place
from cpsprep.core.records.records import Reading
from fakes_records import bank, fact, made

ITEM = replace(made("q-1"), explanation="Being heard comes first.", facts=("3.9.01", "9.9.99"))


@dataclass
class Room:
    """A reader who types these lines, the file they edit, and what is kept."""

    lines: list[str]
    files: dict[str, Item | None] = field(default_factory=dict)
    edits: list[Item | None] = field(default_factory=list)
    kept: list[Reading] = field(default_factory=list)
    edited: list[Place] = field(default_factory=list)
    out: io.StringIO = field(default_factory=io.StringIO)
    broken_editor: str = ""

    def read(self) -> str:
        return self.lines.pop(0) + "\n" if self.lines else ""

    def edit(self, place: Place) -> str:
        self.edited.append(place)
        if self.edits:
            self.files["q-1"] = self.edits.pop(0)
        return self.broken_editor

    def again(self, name: ItemId) -> tuple[Item | None, Sequence[str]]:
        item = self.files[name]
        return item, () if item else ("first.yaml:5:3: error[missing-field]: this item has no 'stem'",)

    def vet(self, *items: Item, by: str = "", queued: Sequence[Item] | None = None) -> Vetting:
        """Vet these items of the files; `queued` is how they were at the start, where that differs."""
        self.files |= {item.id: item for item in items}
        desk = Desk(
            page=Page(self.out),
            read=self.read,
            keep=self.kept.append,
            edit=self.edit,
            again=self.again,
            today="2027-01-02",
            by=by,
            facts={"3.9.01": fact("3.9.01")},
        )
        vetting = Vetting(desk, HEADER, items if queued is None else queued)
        vetting.run()
        return vetting


HEADER: BankHeader = bank().header


def typed(*lines: str, item: Item = ITEM, **room: object) -> Room:
    """Vet one item with these lines."""
    made_room = Room([*lines], **room)  # type: ignore[arg-type]
    made_room.vet(item)
    return made_room


def said(room: Room) -> list[str]:
    return room.out.getvalue().splitlines()
