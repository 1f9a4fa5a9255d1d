"""Saving an edit: all of it or nothing, nobody else's change lost, and the earlier form kept."""

import os
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from cpsprep.adapters.bank.saving import KEPT, Change, Shelter, save
from cpsprep.app.errors import BusyError, UnreadableError

NOW = datetime(2027, 1, 2, 3, 4, 5)  # noqa: DTZ001  (local time, as people read it)
posix = pytest.mark.skipif(os.name == "nt", reason="needs signals and limits of POSIX")


@pytest.fixture
def shelter(tmp_path: Path) -> Shelter:
    return Shelter(tmp_path / "data" / "bank-backups", "0e5a9d5c-39c1-4e5f-9d3c-111111111111")


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "first.yaml"
    path.write_bytes(b"old")
    return path


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")


def test_the_earlier_form_is_kept_under_bank_deck_and_time(shelter: Shelter, deck: Path) -> None:
    kept = save([Change(deck, b"old", b"new")], shelter, NOW)

    assert deck.read_bytes() == b"new"
    assert [path.name for path in kept] == ["0e5a9d5c-first.20270102-030405-001.yaml"]
    assert kept[0].read_bytes() == b"old"


def test_two_forms_of_one_second_are_both_kept(shelter: Shelter, deck: Path) -> None:
    save([Change(deck, b"old", b"new")], shelter, NOW)
    (kept,) = save([Change(deck, b"new", b"newer")], shelter, NOW)

    assert kept.name.endswith("-002.yaml")
    assert kept.read_bytes() == b"new"


def test_of_too_many_the_oldest_go_and_those_of_other_decks_stay(shelter: Shelter, deck: Path) -> None:
    shelter.keep(deck.with_name("first-more.yaml"), b"other", NOW)
    for number in range(KEPT + 5):
        shelter.keep(deck, str(number).encode(), NOW)

    mine = sorted(path.read_bytes() for path in shelter.folder.glob("0e5a9d5c-first.*"))
    assert mine == sorted(str(number).encode() for number in range(5, KEPT + 5))
    assert len(list(shelter.folder.glob("*first-more*"))) == 1


def test_a_new_file_has_no_earlier_form(shelter: Shelter, tmp_path: Path) -> None:
    assert save([Change(tmp_path / "new.yaml", None, b"new")], shelter, NOW) == []
    assert (tmp_path / "new.yaml").read_bytes() == b"new"


@pytest.mark.parametrize(("before", "what"), [(b"older", "changed since"), (None, "was made since")])
def test_a_file_that_changed_meanwhile_is_not_touched(
    shelter: Shelter, deck: Path, before: bytes | None, what: str
) -> None:
    other = deck.with_name("other.yaml")

    with pytest.raises(UnreadableError, match=f"{what} it was read, so nothing was written"):
        save([Change(other, None, b"new"), Change(deck, before, b"new")], shelter, NOW)

    assert deck.read_bytes() == b"old"
    assert files(shelter.folder) == []
    assert not other.exists()


def test_a_file_that_is_gone_meanwhile_stays_gone(shelter: Shelter, deck: Path) -> None:
    deck.unlink()

    with pytest.raises(UnreadableError, match="changed since it was read"):
        save([Change(deck, b"old", b"new")], shelter, NOW)
    assert not deck.exists()


def test_where_nothing_can_be_kept_nothing_is_changed(shelter: Shelter, deck: Path) -> None:
    shelter.folder.parent.mkdir()
    shelter.folder.write_text("a file in the way")

    with pytest.raises(UnreadableError, match="nothing was changed"):
        save([Change(deck, b"old", b"new")], shelter, NOW)
    assert deck.read_bytes() == b"old"


def test_what_cannot_be_read_is_said(shelter: Shelter, tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()

    with pytest.raises(UnreadableError, match=r"folder\.yaml cannot be read"):
        save([Change(tmp_path / "folder.yaml", b"old", b"new")], shelter, NOW)


def test_of_two_files_both_change_or_none(shelter: Shelter, deck: Path, tmp_path: Path) -> None:
    """The second cannot be written, since its folder is not there; the first was made and goes again."""
    lost = tmp_path / "nowhere" / "second.yaml"
    new = tmp_path / "new.yaml"

    with pytest.raises(UnreadableError, match=r"second\.yaml cannot be written"):
        save([Change(deck, b"old", b"new"), Change(new, None, b"x"), Change(lost, None, b"y")], shelter, NOW)

    assert deck.read_bytes() == b"old"
    assert not new.exists()


def test_who_comes_second_is_told_that_another_saves(shelter: Shelter, deck: Path) -> None:
    from filelock import FileLock

    shelter.folder.mkdir(parents=True)
    with FileLock(shelter.folder / "saving.lock"), pytest.raises(BusyError, match="another cpsprep"):
        save([Change(deck, b"old", b"new")], shelter, NOW, patience=0)
    assert deck.read_bytes() == b"old"


CHILD = """
import os, resource, signal, sys
from datetime import datetime
from pathlib import Path
from cpsprep.adapters.bank.saving import Change, Shelter, save

class Deadly(Shelter):
    def keep(self, path, data, now):
        kept = super().keep(path, data, now)
        os.kill(os.getpid(), signal.SIGKILL)
        return kept

folder, deck, how = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
if how == "full":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4, 4))
made = Deadly if how == "killed" else Shelter
new = b"new" if how == "killed" else b"much longer"
save([Change(deck, b"old", new)], made(folder, "bank"), datetime(2027, 1, 2))
"""


def child(shelter: Shelter, deck: Path, how: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-c", CHILD, str(shelter.folder), str(deck), how]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=60, env=env)


@posix
def test_killed_between_keeping_and_writing_the_deck_is_as_it_was(shelter: Shelter, deck: Path) -> None:
    done = child(shelter, deck, "killed")

    assert done.returncode == -signal.SIGKILL
    assert deck.read_bytes() == b"old"
    assert files(deck.parent) == ["bank-first.20270102-000000-001.yaml", "first.yaml"]
    assert save([Change(deck, b"old", b"new")], shelter, NOW) != []


@posix
def test_a_full_disk_leaves_the_deck_as_it_was(shelter: Shelter, deck: Path) -> None:
    """Files here may hold four bytes: the earlier form fits, the new one does not."""
    done = child(shelter, deck, "full")

    assert "UnreadableError" in done.stderr
    assert "first.yaml cannot be written" in done.stderr
    assert deck.read_bytes() == b"old"
    assert not list(deck.parent.glob(".*.part"))
