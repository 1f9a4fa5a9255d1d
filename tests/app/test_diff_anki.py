"""Telling before an export what it would do: against the ledger, a day, or an earlier package."""

from cpsprep.app.diff_anki import diff_anki
from cpsprep.app.export_anki import export_anki
from cpsprep.core.anki.difference import Before, ChangeKind
from cpsprep.core.anki.note import NoteType
from cpsprep.core.item import Status
from fakes_anki import DAY, NOON, MemoryLedger, MemoryTarget, NamesOnly, bank, basic, single

LOOKS = {NoteType.BASIC: "a" * 32}


def shipped() -> MemoryLedger:
    ledger = MemoryLedger()
    export_anki([bank(basic(), basic("ba-0002"))], ledger, NamesOnly(), MemoryTarget(), at_ms=NOON)
    ledger.written = 0
    return ledger


def kinds(
    ledger: MemoryLedger, *, before: Before | None = None, since_ms: int | None = None
) -> list[ChangeKind]:
    changed = bank(basic(explanation="More."), basic("ba-0002", status=Status.RETIRED), basic("ba-0003"))
    compared = diff_anki([changed], ledger, LOOKS, before=before, since_ms=since_ms)
    assert (compared.problems, ledger.written) == ((), 0)
    return [one.kind for one in compared.differences.found]


def test_against_the_last_export() -> None:
    assert kinds(shipped()) == [ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.RETIRED]


def test_against_a_day() -> None:
    assert kinds(shipped(), since_ms=NOON + DAY) == [ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.RETIRED]
    assert kinds(shipped(), since_ms=NOON - DAY) == [ChangeKind.NEW] * 3


def test_against_a_package_that_holds_nothing_of_these_banks() -> None:
    assert kinds(shipped(), before=Before()) == [ChangeKind.NEW] * 3


def test_drafts_come_along_when_asked_for() -> None:
    drafts = bank(basic(status=Status.DRAFT))
    assert diff_anki([drafts], MemoryLedger(), LOOKS).differences.found == ()
    assert len(diff_anki([drafts], MemoryLedger(), LOOKS, drafts=True).differences.found) == 1


def test_what_an_export_would_refuse_is_handed_on() -> None:
    compared = diff_anki([bank(single(stem=""))], MemoryLedger(), LOOKS)
    assert [problem.code for problem in compared.problems] == ["anki-empty-front"]
