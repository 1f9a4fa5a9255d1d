"""One writer at a time, and the second is told who the first is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cpsprep.adapters.log.lock import writing
from cpsprep.app.errors import BusyError, UnreadableError

_HOLDER = """
import sys
from pathlib import Path
from cpsprep.adapters.log.lock import writing
with writing(Path(sys.argv[1]), "a review"):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(path: Path) -> "subprocess.Popen[str]":
    """Another process that holds the lock until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def take(path: Path) -> None:
    with writing(path, "merging"):
        pass


def test_a_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    with holder(tmp_path / "log.lock") as first:
        with pytest.raises(BusyError) as told:
            take(tmp_path / "log.lock")
        first.communicate("")
    assert "a review, since" in str(told.value)
    assert f"(process {first.pid})" in str(told.value)
    assert "type q" in told.value.hint
    assert told.value.exit_code == 4


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    with holder(tmp_path / "log.lock") as first:
        first.kill()
        first.communicate()
    assert (tmp_path / "log.lock.json").exists()
    take(tmp_path / "log.lock")


@pytest.mark.parametrize("note", ["", "[]", "{}", '{"since": "now", "process": "?", "doing": 1}', None])
def test_a_note_that_makes_no_sense_does_no_harm(tmp_path: Path, note: str | None) -> None:
    with holder(tmp_path / "log.lock") as first:
        path = tmp_path / "log.lock.json"
        path.unlink()
        if note is not None:
            path.write_text(note, encoding="utf-8")
        with pytest.raises(BusyError, match="another cpsprep is using the log"):
            take(tmp_path / "log.lock")
        first.communicate("")


def test_it_can_be_taken_again(tmp_path: Path) -> None:
    take(tmp_path / "log.lock")
    take(tmp_path / "log.lock")


def test_it_makes_its_folder(tmp_path: Path) -> None:
    take(tmp_path / "new" / "log.lock")
    assert (tmp_path / "new").is_dir()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnreadableError, match="cannot use the log"):
        take(tmp_path / "file" / "log.lock")
