"""Where a package may be written, and which files are never overwritten."""

import errno
import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from cpsprep.adapters.anki.apkg_file import ApkgFile, apkg_file, file_name
from cpsprep.adapters.anki.package import AnkiPackager
from cpsprep.app.errors import UnreadableError, UsageError
from fakes_anki import Press, bank, basic


def write(path: Path, data: bytes) -> None:
    with apkg_file(path).draft() as file:
        file.write(data)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Certified Peer Specialist", "certified-peer-specialist.apkg"),
        ("  A/b: c? ", "a-b-c.apkg"),
        ("Ünïcode", "ünïcode.apkg"),
        ("CON", "bank-con.apkg"),
        ("lpt1", "bank-lpt1.apkg"),
        ("???", "cpsprep.apkg"),
        ("x" * 100, "x" * 60 + ".apkg"),
    ],
)
def test_a_title_makes_a_file_name_that_is_good_everywhere(title: str, name: str) -> None:
    assert file_name(title) == name


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("-", "not text"),
        ("", "is a folder"),
        ("cps", "does not end in .apkg"),
        ("cps.zip", "does not end in .apkg"),
        ("cps.colpkg", "replace a whole Anki collection"),
    ],
)
def test_what_cannot_be_a_package_is_refused_with_a_way_out(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(UsageError, match=says) as refused:
        apkg_file(Path(name) if name == "-" else tmp_path / name)
    assert "-o " in refused.value.hint


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="there is no folder"):
        apkg_file(tmp_path / "none" / "cps.apkg")


def test_a_package_of_ours_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "cps.apkg"
    data = Press(AnkiPackager()).export(bank(basic()))
    write(path, data)
    write(path, data)
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_file_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "cps.apkg").touch()
    write(tmp_path / "cps.apkg", b"x")
    assert (tmp_path / "cps.apkg").read_bytes() == b"x"


def test_an_interrupted_package_leaves_the_earlier_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "cps.apkg"
    write(path, Press(AnkiPackager()).export(bank(basic())))
    before = path.read_bytes()
    with pytest.raises(KeyboardInterrupt), apkg_file(path).draft():
        raise KeyboardInterrupt
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_that_is_full_is_said(tmp_path: Path) -> None:
    with (
        pytest.raises(UnreadableError, match=r"cps\.apkg cannot be written: no space left") as refused,
        apkg_file(tmp_path / "cps.apkg").draft(),
    ):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert "room" in refused.value.hint
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_pipe_is_written_to_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "cps.apkg"
    os.mkfifo(path)
    reader = subprocess.Popen(["cat", path], stdout=subprocess.PIPE)
    with ApkgFile(path).draft() as file:
        file.write(b"x")
    assert reader.communicate(timeout=60)[0] == b"x"
    assert path.is_fifo()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_private_package_can_be_read_by_its_owner_alone_from_its_first_byte(tmp_path: Path) -> None:
    with apkg_file(tmp_path / "cps.apkg", private=True).draft():
        (draft,) = tmp_path.iterdir()
        assert draft.stat().st_mode & 0o777 == 0o600


def test_another_file_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "notes.apkg"
    path.write_text("my notes", encoding="utf-8")
    with pytest.raises(UsageError, match="not a package of cpsprep"):
        apkg_file(path)


def test_a_package_of_anki_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "german.apkg"
    with zipfile.ZipFile(path, "w") as package:
        for name in ("meta", "collection.anki21b", "collection.anki2", "media"):
            package.writestr(name, b"")
    with pytest.raises(UsageError, match="not a package of cpsprep"):
        apkg_file(path)
