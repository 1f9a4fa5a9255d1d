"""The bytes of an Anki package: always the same for the same notes, with the times of the ledger."""

import io
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from cpsprep.adapters.anki.package import AnkiPackager
from cpsprep.app.errors import UnreadableError
from fakes_anki import NOON, Press, bank, basic, cloze, multiple, single, told, true_false

MIXED = bank(single(), told("sc-0001", 0), basic(), true_false(), multiple(), cloze())


@contextmanager
def database(data: bytes) -> Iterator[sqlite3.Connection]:
    with zipfile.ZipFile(io.BytesIO(data)) as package, closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(package.read("collection.anki2"))
        yield connection


def test_the_same_notes_give_the_same_bytes() -> None:
    first, second = Press(AnkiPackager()), Press(AnkiPackager())
    assert first.export(MIXED) == second.export(MIXED) == first.export(MIXED)


def test_another_process_with_another_hash_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    program = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from hashlib import sha256\n"
        "from test_anki_package import MIXED, AnkiPackager, Press\n"
        "print(sha256(Press(AnkiPackager()).export(MIXED)).hexdigest(), end='')"
    )
    here = Path(__file__).parent
    found = {
        subprocess.run(
            [sys.executable, "-c", program, str(here), str(here.parent.parent)],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "TMPDIR": str(tmp_path), "TEMP": str(tmp_path)},
            text=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_package_holds_a_compressed_database_and_no_media() -> None:
    with zipfile.ZipFile(io.BytesIO(Press(AnkiPackager()).export(MIXED))) as package:
        assert package.namelist() == ["collection.anki2", "media"]
        assert package.read("media") == b"{}"
        database_entry = package.getinfo("collection.anki2")
        assert database_entry.compress_type == zipfile.ZIP_DEFLATED
        assert database_entry.date_time == (1980, 1, 1, 0, 0, 0)


@pytest.mark.parametrize("error", [sqlite3.OperationalError("database or disk is full"), OSError("no room")])
def test_a_full_disk_is_said(error: Exception) -> None:
    class Full:
        def write(self, cursor: sqlite3.Cursor) -> None:
            raise error

    with pytest.raises(UnreadableError, match="could not be put together") as refused:
        Press(AnkiPackager(history=Full())).export(bank(basic()))  # type: ignore[arg-type]
    assert "TMPDIR" in refused.value.hint


def test_notes_carry_the_times_of_the_ledger() -> None:
    press = Press(AnkiPackager())
    press.export(bank(single(), basic()))
    with database(press.export(bank(single(stem="Other?"), basic()))) as found:
        rows = found.execute("select sfld, mod from notes order by id").fetchall()
    assert rows == [("Other?", NOON // 1000 + 86_400), ("Who decides?", NOON // 1000)]


def test_cards_are_numbered_by_their_note() -> None:
    with database(Press(AnkiPackager()).export(bank(cloze()))) as found:
        rows = found.execute("select id - nid, ord, due, mod from cards order by id").fetchall()
    assert rows == [(0, 0, 1, NOON // 1000), (1, 1, 1, NOON // 1000)]


def test_the_database_is_sound_and_has_its_indexes() -> None:
    with database(Press(AnkiPackager()).export(MIXED)) as found:
        assert found.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert found.execute("select count() from sqlite_master where type = 'index'").fetchone() == (7,)
