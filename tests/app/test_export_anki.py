"""An export to Anki as a use case: what is written, in which order, and what keeps it from being written."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import BinaryIO

import pytest

from cpsprep.app.errors import UnreadableError
from cpsprep.app.export_anki import Exported, export_anki
from cpsprep.core.anki.ledger import Changes, Published
from cpsprep.core.anki.note import NoteType
from cpsprep.core.bank import Bank, BankHeader
from cpsprep.core.item import BankId, Status
from cpsprep.core.which import Which
from fakes_anki import (
    BANK,
    EVERYTHING,
    HEADER,
    NOON,
    MemoryLedger,
    MemoryTarget,
    NamesOnly,
    bank,
    basic,
    cloze,
    single,
)

OTHER = BankId("0" * 32)


class Locked:
    """A place that nothing can be moved to in the end."""

    @contextmanager
    def draft(self) -> Iterator[BinaryIO]:
        yield BytesIO()
        raise UnreadableError("in use")


class FullLedger(MemoryLedger):
    def write(self, bank: BankHeader, published: Published) -> None:
        raise UnreadableError("no room")


class FullDisk:
    @contextmanager
    def draft(self) -> Iterator[BinaryIO]:
        raise UnreadableError("no room")
        yield BytesIO()


@dataclass
class Desk:
    ledger: MemoryLedger = field(default_factory=MemoryLedger)
    packager: NamesOnly = field(default_factory=NamesOnly)
    target: MemoryTarget = field(default_factory=MemoryTarget)

    def export(self, *banks: Bank, which: Which = EVERYTHING, at_ms: int = NOON) -> Exported:
        return export_anki(banks, self.ledger, self.packager, self.target, at_ms=at_ms, which=which)


def test_an_export_writes_the_package_and_says_what_it_holds() -> None:
    desk = Desk()
    done = desk.export(bank(basic(), cloze(), basic("ba-0002", status=Status.DRAFT)))
    assert done == Exported(Changes(new=2), notes=2, cards=3, left_drafts=1)
    assert desk.target.data == b"ba-0001 cl-0001"


def test_drafts_can_come_along() -> None:
    desk = Desk()
    desk.export(bank(basic(status=Status.DRAFT)), which=Which(drafts=True))
    assert desk.target.data == b"ba-0001"


def test_what_was_published_stays_in_the_package_once_it_is_retired() -> None:
    desk = Desk()
    desk.export(bank(basic(), cloze()))
    done = desk.export(bank(basic(status=Status.RETIRED), cloze(), single(status=Status.RETIRED)))
    assert done == Exported(Changes(changed=1, unchanged=1), 2, 3, retired=1, left_retired=1)
    assert desk.target.data == b"cl-0001 ba-0001"


def test_an_unchanged_export_leaves_the_record_alone() -> None:
    desk = Desk()
    desk.export(bank(basic()))
    assert desk.export(bank(basic())).changes == Changes(unchanged=1)
    assert desk.ledger.written == 1


def test_a_problem_keeps_everything_from_being_written() -> None:
    desk = Desk()
    done = desk.export(bank(basic(), single(stem="")))
    assert [problem.code for problem in done.problems] == ["anki-empty-front"]
    assert (desk.target.data, desk.ledger.written) == (None, 0)


def test_nothing_to_export_writes_nothing() -> None:
    desk = Desk()
    assert desk.export(bank(basic(status=Status.RETIRED))) == Exported(left_retired=1)
    assert (desk.target.data, desk.ledger.written) == (None, 0)


def test_the_record_is_kept_before_the_package_so_that_a_locked_file_costs_no_update() -> None:
    ledger = MemoryLedger()
    with pytest.raises(UnreadableError, match="in use"):
        export_anki([bank(basic())], ledger, NamesOnly(), Locked(), at_ms=NOON)
    assert Desk(ledger).export(bank(basic())).changes == Changes(unchanged=1)


def test_a_package_that_has_no_room_leaves_no_record() -> None:
    ledger = MemoryLedger()
    with pytest.raises(UnreadableError, match="no room"):
        export_anki([bank(basic())], ledger, NamesOnly(), FullDisk(), at_ms=NOON)
    assert ledger.written == 0


def test_a_record_that_cannot_be_kept_leaves_the_earlier_package() -> None:
    desk = Desk(FullLedger())
    with pytest.raises(UnreadableError, match="no room"):
        desk.export(bank(basic()))
    assert desk.target.data is None


@pytest.mark.parametrize("order", [1, -1])
def test_note_types_that_banks_share_have_the_newest_time(order: int) -> None:
    desk = Desk()
    one, two = bank(basic()), bank(basic(), header=replace(HEADER, id=OTHER, title="Other"))
    desk.export(one)
    desk.export(*[one, two][::order], at_ms=NOON + 5000)
    assert desk.packager.asked[NoteType.BASIC].modified == NOON // 1000 + 5
    assert desk.ledger.kept[BANK].types[NoteType.BASIC].modified == NOON // 1000
