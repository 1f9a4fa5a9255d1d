"""Pictures written into a bank's folder: over nothing, and all or none."""

import os
from pathlib import Path

import pytest

from cpsprep.adapters.interchange.picture_files import others_there, take_back, write_pictures
from cpsprep.app.errors import UnreadableError

FILES = {"picture-1.png": b"one", "picture-2.png": b"two"}


def there(bank: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (bank / "media").glob("*")}


def test_what_is_missing_is_written(tmp_path: Path) -> None:
    written = write_pictures(tmp_path, FILES)

    assert [path.name for path in written] == list(FILES)
    assert there(tmp_path) == FILES
    assert write_pictures(tmp_path, FILES) == []


def test_nothing_makes_no_folder(tmp_path: Path) -> None:
    write_pictures(tmp_path, {})

    assert not (tmp_path / "media").exists()


def test_what_its_author_changed_stays(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "picture-1.png").write_bytes(b"cut to size")

    assert others_there(tmp_path, FILES) == ["picture-1.png"]
    write_pictures(tmp_path, FILES)

    assert there(tmp_path) == {**FILES, "picture-1.png": b"cut to size"}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "picture-1.png").symlink_to(tmp_path / "elsewhere")

    write_pictures(tmp_path, FILES)

    assert not (tmp_path / "elsewhere").exists()
    assert others_there(tmp_path, FILES) == ["picture-1.png"]


def test_a_folder_in_the_place_of_a_picture_is_something_else(tmp_path: Path) -> None:
    (tmp_path / "media" / "picture-1.png").mkdir(parents=True)

    assert others_there(tmp_path, FILES) == ["picture-1.png"]


def test_where_there_is_no_room_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "media").write_bytes(b"a file of this name")

    with pytest.raises(UnreadableError, match="media cannot be made"):
        write_pictures(tmp_path, FILES)


def test_a_name_that_cannot_be_written_takes_the_others_back(tmp_path: Path) -> None:
    with pytest.raises((UnreadableError, OSError, ValueError)):
        write_pictures(tmp_path, {**FILES, "no/such/folder.png": b"x"})

    assert not (tmp_path / "media").exists()


def test_what_was_written_can_be_taken_back_and_what_was_there_stays(tmp_path: Path) -> None:
    write_pictures(tmp_path, {"picture-1.png": b"one"})

    take_back(write_pictures(tmp_path, FILES))

    assert there(tmp_path) == {"picture-1.png": b"one"}
    take_back([])
