"""A file is there whole or not at all."""

import os
from pathlib import Path

import pytest

from cpsprep.adapters.whole_file import replacing, write_whole
from cpsprep.app.errors import UnreadableError


def test_a_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"one")
    write_whole(tmp_path / "a", b"two")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"two")]


def test_the_mode_of_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    path.chmod(0o640)
    write_whole(path, b"two")
    assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_new_file_may_be_for_its_owner_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"one", private=True)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


def interrupted(path: Path) -> None:
    with replacing(path) as draft:
        draft.write_bytes(b"tw")
        raise KeyboardInterrupt


def test_an_interruption_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one")
    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path / "a")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"one")]


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("a")
    write_whole(tmp_path / "link", b"one")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"one"


def test_what_cannot_be_written_is_said_and_leaves_no_draft(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnreadableError, match="folder cannot be written"):
        write_whole(tmp_path / "folder", b"one")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        write_whole(tmp_path / "none" / "a", b"one")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes with a path")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, b"one")
        assert os.read(reader, 10) == b"one"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
