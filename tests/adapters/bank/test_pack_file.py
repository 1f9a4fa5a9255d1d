"""Packs: the same bank gives the same bytes, and nothing hostile is ever used."""

import stat
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpsprep.adapters.bank.pack_file import MAX_TEXTS, Pack, files_of, read_pack
from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.app.errors import CpsprepError, UnreadableError, UsageError
from fakes_bank import DECK, HEADER, SOURCES, write_bank
from fakes_packs import forged, packed

FILES = {"bank.yaml": HEADER.encode(), "first.yaml": DECK.encode(), "sources.yaml": SOURCES.encode()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = write_bank(tmp_path / "bank")
    for inner, name in (("facts", "a.yaml"), ("blueprints", "nc.yaml"), ("media", "map.png")):
        (made / inner).mkdir()
        (made / inner / name).write_bytes(b"x: 1\n")
    (made / "readings.jsonl").write_text("{}", "utf-8")
    (made / "notes.txt").write_text("mine", "utf-8")
    (made / "media" / "drawing.svg").write_text("<svg/>", "utf-8")
    return made


def test_a_pack_holds_the_bank_and_not_who_read_it(folder: Path) -> None:
    assert sorted(files_of(folder)) == [
        *("bank.yaml", "blueprints/nc.yaml", "facts/a.yaml", "first.yaml", "media/map.png", "sources.yaml"),
    ]


def test_what_was_packed_is_read(folder: Path, tmp_path: Path) -> None:
    found = read_pack(packed(folder, tmp_path / "a.cpsbank"))

    assert found.files == files_of(folder)
    assert (found.manifest.title, found.manifest.questions) == ("Small bank", 4)


def test_the_same_bank_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    first, second = packed(folder, tmp_path / "a.cpsbank"), tmp_path / "b.cpsbank"
    for path in folder.rglob("*.yaml"):
        path.touch()

    assert packed(folder, second).read_bytes() == first.read_bytes()


def test_the_shipped_bank_can_be_packed(tmp_path: Path) -> None:
    assert read_pack(packed(default_bank_folder(), tmp_path / "a.cpsbank")).manifest.questions > 600


def test_a_name_that_not_every_computer_can_have_is_refused(folder: Path) -> None:
    (folder / "\u00fcben.yaml").write_text("items: []\n", "utf-8")

    with pytest.raises(UnreadableError, match="not every computer can have"):
        files_of(folder)


def test_a_link_in_a_folder_of_records_is_passed_over(folder: Path, tmp_path: Path) -> None:
    (folder / "facts" / "b.yaml").symlink_to(tmp_path / "elsewhere")

    assert "facts/b.yaml" not in files_of(folder)


def refused(path: Path) -> str:
    with pytest.raises(UnreadableError) as told:
        read_pack(path)
    return str(told.value)


def test_there_is_no_such_file(tmp_path: Path) -> None:
    assert "there is no file" in refused(tmp_path / "a.cpsbank")


def test_a_folder_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        read_pack(tmp_path)


@pytest.mark.parametrize("data", [b"", b"nonsense", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_zip_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.cpsbank"
    path.write_bytes(data)

    assert "a.cpsbank" in refused(path)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "../evil.yaml",
            "/etc/evil.yaml",
            "..\\evil.yaml",
            "C:\\evil.yaml",
            "facts/../../evil.yaml",
            "x.py",
        ),
        *("con.yaml", "BANK.yaml", "First.YAML", "evil/", "media/evil.svg"),
    ],
)
def test_a_name_that_no_pack_holds_is_refused(tmp_path: Path, name: str) -> None:
    path = forged(tmp_path / "a.cpsbank", FILES)
    with zipfile.ZipFile(path, "a") as pack:
        pack.writestr(name, b"x")

    assert "not to be trusted" in refused(path)


def test_a_file_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    path = forged(tmp_path / "a.cpsbank", FILES)
    with zipfile.ZipFile(path, "a") as pack, pytest.warns(UserWarning, match="Duplicate"):
        pack.writestr("first.yaml", b"x")

    assert "not to be trusted" in refused(path)


@pytest.mark.parametrize("mode", [stat.S_IFLNK, stat.S_IFDIR, stat.S_IFIFO, stat.S_IFCHR])
def test_what_is_no_plain_file_is_refused(tmp_path: Path, mode: int) -> None:
    path = forged(tmp_path / "a.cpsbank", FILES)
    link = zipfile.ZipInfo("second.yaml")
    link.external_attr = (mode | 0o777) << 16
    with zipfile.ZipFile(path, "a") as pack:
        pack.writestr(link, b"/etc/passwd")

    assert "not to be trusted" in refused(path)


def test_nothing_compressed_is_unpacked_so_no_bomb_goes_off(tmp_path: Path) -> None:
    path = forged(tmp_path / "a.cpsbank", FILES)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("bomb.yaml", b"\0" * 50_000_000)

    assert path.stat().st_size < 100_000
    assert "not to be trusted" in refused(path)


def test_a_size_that_is_a_lie_is_found_out(tmp_path: Path) -> None:
    path = forged(tmp_path / "a.cpsbank", FILES)
    data = bytearray(path.read_bytes())
    place = data.rfind(b"PK\x01\x02")
    for offset in (20, 24):
        data[place + offset : place + offset + 4] = (60_000_000).to_bytes(4, "little")
    path.write_bytes(data)

    assert "a.cpsbank" in refused(path)


def test_too_many_texts_are_refused(tmp_path: Path) -> None:
    path = forged(tmp_path / "a.cpsbank", {**FILES, "huge.yaml": b"#" * (MAX_TEXTS + 1)})

    assert "too large for a pack" in refused(path)


def test_a_file_that_was_changed_is_refused(tmp_path: Path) -> None:
    assert "are not what it says" in refused(
        forged(tmp_path / "a.cpsbank", FILES, files={"bank.yaml": "0" * 64})
    )


def test_a_manifest_that_makes_no_sense_is_refused(tmp_path: Path) -> None:
    assert "is no pack of cpsprep" in refused(forged(tmp_path / "a.cpsbank", FILES, bank="x"))


def test_a_newer_form_asks_for_a_newer_program(tmp_path: Path) -> None:
    assert "made by a newer cpsprep" in refused(
        forged(tmp_path / "a.cpsbank", FILES, schema="cpsprep.pack/2")
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    places=st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), min_size=1, max_size=6),
    cut=st.integers(0, 50),
)
def test_no_damage_breaks_the_reading(tmp_path: Path, places: list[tuple[int, int]], cut: int) -> None:
    path = forged(tmp_path / "a.cpsbank", FILES)
    data = bytearray(path.read_bytes())
    for place, value in places:
        data[place % len(data)] = value
    path.write_bytes(data[: len(data) - cut])

    with suppress(CpsprepError):
        found = read_pack(path)
        assert isinstance(found, Pack)
        assert found.files == FILES
