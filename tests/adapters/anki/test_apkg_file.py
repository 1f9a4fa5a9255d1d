"""Where a package may be written, and which files are never overwritten."""

import zipfile
from pathlib import Path

import pytest

from cpsprep.adapters.anki.apkg_file import apkg_file, file_name
from cpsprep.adapters.anki.package import AnkiPackager
from cpsprep.app.errors import UnreadableError, UsageError
from fakes_anki import Press, bank, basic


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
    apkg_file(path).write(data)
    apkg_file(path).write(data)
    assert path.read_bytes() == data


def test_an_empty_file_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "cps.apkg").touch()
    apkg_file(tmp_path / "cps.apkg").write(b"x")


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
