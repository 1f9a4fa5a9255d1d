"""The ledger on disk: whose folder it lies in, how it reads, and what is said of a damaged one."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from cpsprep.adapters.anki.ledger_files import PublishedFiles
from cpsprep.app.errors import UnreadableError
from cpsprep.core.anki.ledger import Published, PublishedNote, Stamp, Tenure
from cpsprep.core.anki.note import NoteType
from cpsprep.core.item import BankId, ItemId
from fakes_anki import BANK, HEADER

STAMP = Stamp("0123456789abcdef" * 2, 1_780_000_000)
LEDGER = Published(
    BANK,
    {
        (ItemId("b-2"), NoteType.BASIC): PublishedNote(STAMP, 3),
        (ItemId("b-1"), NoteType.CLOZE): PublishedNote(STAMP, 2),
        (ItemId("b-1"), NoteType.BASIC): PublishedNote(STAMP, 1),
    },
    {NoteType.CLOZE: STAMP, NoteType.BASIC: STAMP},
)
_ROW = '"hash": "0123456789abcdef0123456789abcdef", "modified": 1780000000'
TEXT = f"""\
{{"format": 1, "bank": "b0f5f9f6-6f0c-4f5e-9c1b-2c6f0a7de5a1",
 "types": [
  {{"type": "Basic", {_ROW}}},
  {{"type": "Cloze", {_ROW}}}
 ],
 "notes": [
  {{"id": "b-1", "type": "Basic", {_ROW}, "note": 1}},
  {{"id": "b-1", "type": "Cloze", {_ROW}, "note": 2}},
  {{"id": "b-2", "type": "Basic", {_ROW}, "note": 3}}
 ]}}
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    folder = tmp_path / "bank"
    folder.mkdir()
    return folder


def owned(bank: Path) -> PublishedFiles:
    return PublishedFiles(bank.parent / "data")


def test_a_bank_without_a_ledger_published_nothing(bank: Path) -> None:
    header = replace(HEADER, folder=str(bank), owned=True)
    assert owned(bank).read(header) == Published(BANK)
    assert owned(bank).read(HEADER) == Published(BANK)


def test_the_ledger_of_ones_own_bank_is_beside_it_one_note_a_line(bank: Path) -> None:
    header = replace(HEADER, folder=str(bank), owned=True)
    owned(bank).write(header, LEDGER)
    assert (bank / "published.json").read_bytes().decode() == TEXT
    assert owned(bank).read(header) == LEDGER
    assert [path.name for path in bank.parent.iterdir()] == ["bank"]


def test_an_empty_ledger_reads_back(bank: Path) -> None:
    header = replace(HEADER, folder=str(bank), owned=True)
    owned(bank).write(header, Published(BANK))
    assert owned(bank).read(header) == Published(BANK)


def test_who_names_the_folder_keeps_its_ledger(bank: Path) -> None:
    PublishedFiles(bank.parent / "data", (bank,)).write(replace(HEADER, folder=str(bank)), LEDGER)
    assert (bank / "published.json").exists()


def test_for_somebody_else_s_bank_what_its_ledger_does_not_say_is_in_the_data_folder(bank: Path) -> None:
    header = replace(HEADER, folder=str(bank))
    (bank / "published.json").write_text(TEXT, encoding="utf-8")
    more = replace(LEDGER, notes={**LEDGER.notes, (ItemId("b-3"), NoteType.BASIC): PublishedNote(STAMP, 4)})
    owned(bank).write(header, more)
    mine = json.loads((bank.parent / "data" / f"{BANK}.json").read_text("utf-8"))
    assert [row["id"] for row in mine["notes"]] == ["b-3"]
    assert (bank / "published.json").read_text("utf-8") == TEXT
    assert owned(bank).read(header) == more


NEWER = Stamp("f" * 32, STAMP.modified + 5)


def test_the_ledger_of_a_release_is_known_to_who_copied_its_bank(bank: Path) -> None:
    released = bank.parent / "released"
    released.mkdir()
    (released / "published.json").write_text(TEXT, encoding="utf-8")
    files = PublishedFiles(bank.parent / "data", released=released)
    assert files.read(replace(HEADER, folder=str(bank), owned=True)) == LEDGER


def test_of_the_ledger_of_a_release_another_bank_knows_the_looks(bank: Path) -> None:
    released = bank.parent / "released"
    released.mkdir()
    (released / "published.json").write_text(TEXT, encoding="utf-8")
    header = replace(HEADER, folder=str(bank), owned=True, id=BankId("0" * 32))
    mine = Published(header.id, {}, {NoteType.BASIC: NEWER, NoteType.CHOICE: NEWER})
    owned(bank).write(header, mine)
    found = PublishedFiles(bank.parent / "data", released=released).read(header)
    assert found == replace(mine, types={**mine.types, NoteType.CLOZE: STAMP})


def test_without_a_release_s_ledger_only_ones_own_is_known(bank: Path) -> None:
    header = replace(HEADER, folder=str(bank), owned=True)
    files = PublishedFiles(bank.parent / "data", released=bank.parent / "none")
    assert files.read(header) == Published(BANK)


@pytest.mark.parametrize(
    ("owned_", "named", "released", "published", "whose"),
    [
        (True, False, True, False, Tenure.HOME),
        (False, True, True, True, Tenure.HOME),
        (True, False, False, True, Tenure.OWN),
        (False, False, True, True, Tenure.GUEST),
        (False, False, False, True, Tenure.GUEST),
        (False, False, False, False, Tenure.OWN),
    ],
)
def test_whose_bank_it_is(
    bank: Path, owned_: bool, named: bool, released: bool, published: bool, whose: Tenure
) -> None:
    if published:
        (bank / "published.json").write_text(TEXT, encoding="utf-8")
    home = bank if released else bank.parent / "released"
    files = PublishedFiles(bank.parent / "data", (bank,) * named, home)
    assert files.tenure(replace(HEADER, folder=str(bank), owned=owned_)) is whose


def test_a_bank_without_a_folder_is_the_exporter_s(bank: Path) -> None:
    assert PublishedFiles(bank, (), bank).tenure(HEADER) is Tenure.OWN
    assert PublishedFiles(bank).tenure(HEADER) is Tenure.HOME


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_bank_that_cannot_be_written_has_its_ledger_in_the_data_folder(bank: Path) -> None:
    bank.chmod(0o500)
    owned(bank).write(replace(HEADER, folder=str(bank), owned=True), LEDGER)
    assert (bank.parent / "data" / f"{BANK}.json").exists()


def test_a_uuid_that_is_no_file_name_does_not_leave_the_folder(bank: Path) -> None:
    header = replace(HEADER, id=BankId("../../x"))
    owned(bank).write(header, replace(LEDGER, bank=header.id))
    assert [path.name for path in (bank.parent / "data").iterdir()] == ["______x.json"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (TEXT, "", "not valid JSON"),
        ('"types"', '<<<<<<< "types"', r"published\.json:2: this is not valid JSON"),
        (TEXT, "[" * 100_000, "not a ledger"),
        (TEXT, "[]", "damaged"),
        (TEXT, "{}", "damaged"),
        (TEXT, '{"format": 1, "bank": null}', "belongs to another bank"),
        ('"format": 1', '"format": 2', "newer cpsprep"),
        (BANK[:4], "ffff", "belongs to another bank"),
        ('"type": "Cloze"', '"type": "Other"', "damaged: 'Other'"),
        ('"b-2"', '["b-2"]', "damaged"),
        ('"id": "b-1"', '"id": "b-2"', "in it twice"),
        ("0123456789abcdef0123456789abcdef", "xyz", "'xyz' is not a hash"),
        ('"note": 3', '"note": "3"', "not a time or number"),
        ('"note": 3', '"note": true', "not a time or number"),
        ('"note": 3', '"note": -3', "not a time or number"),
        ('"note": 3', '"note": 99999999999999999999', "not a time or number"),
        ('"note": 3', '"note": 3.5', "not a time or number"),
        ("1780000000,", "1e400,", "not a time or number"),
        (', "note": 3', "", "damaged: 'note'"),
        ('"notes": [', '"notes": [3,', "damaged"),
    ],
)
def test_a_damaged_ledger_is_named_with_a_way_out(bank: Path, old: str, new: str, says: str) -> None:
    (bank / "published.json").write_text(TEXT.replace(old, new), encoding="utf-8")
    with pytest.raises(UnreadableError, match=says) as refused:
        owned(bank).read(replace(HEADER, folder=str(bank), owned=True))
    assert "published.json" in str(refused.value)
    assert refused.value.hint


def test_a_ledger_that_is_no_text_is_named(bank: Path) -> None:
    (bank / "published.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableError, match="not UTF-8"):
        owned(bank).read(replace(HEADER, folder=str(bank)))


def test_a_ledger_that_is_a_folder_is_named(bank: Path) -> None:
    (bank / "published.json").mkdir()
    with pytest.raises(UnreadableError, match="cannot be read"):
        owned(bank).read(replace(HEADER, folder=str(bank)))


def test_a_data_folder_that_cannot_be_made_is_named(bank: Path) -> None:
    (bank.parent / "data").touch()
    with pytest.raises(UnreadableError, match="data cannot be made"):
        owned(bank).write(HEADER, LEDGER)
