"""`cpsprep data`, as a person types it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cpsprep.adapters.log.lock import writing
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.adapters.system import Folders
from cpsprep.core.events import Fact
from cpsprep.core.version import version_of
from fakes_cli import Outcome, cpsprep
from fakes_log import DAY, answer, moment

TEXT = "{}"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with three answers."""
    return lived_in(tmp_path / "home", "a", "b", "c")


def lived_in(home: Path, *ids: str) -> Path:
    folders = Folders.find({"CPSPREP_HOME": str(home)})
    with SqliteLog(folders.log, session="s", source="plain", device=home.name) as log:
        for number, id_ in enumerate(ids):
            log.append([answered(id_)], moment(ms=number), {version_of(TEXT): TEXT})
    return home


def answered(id_: str) -> Fact:
    return answer(id_, version=version_of(TEXT))


def data(home: Path, *args: str, text: str = "") -> Outcome:
    return cpsprep("data", *args, home=home, text=text)


def log_of(home: Path) -> Path:
    return home / "data" / "log.db"


def ids(home: Path) -> list[str]:
    lines = [json.loads(line) for line in data(home, "export", "-o", "-").out.splitlines()]
    return sorted(line["id"] for line in lines if line.get("type") == "answered")


def test_path_names_the_places_and_makes_none(tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = data(home, "path")
    assert f"log: {log_of(home)} (not there yet)\n" in done.out
    assert not home.exists()


@pytest.mark.parametrize(
    ("args", "keys"),
    [
        (("path",), {"log", "backups", "settings", "cache"}),
        (("backup", "--list"), {"made", "backups"}),
        (("backup",), {"made", "backups"}),
    ],
)
def test_json(home: Path, args: tuple[str, ...], keys: set[str]) -> None:
    assert set(json.loads(data(home, *args, "--json").out)) == keys


def test_a_backup_is_made_listed_and_restored(home: Path, tmp_path: Path) -> None:
    made = data(home, "backup").out
    assert made.startswith("backed up to ")
    assert data(home, "backup", "--list").out == made.removeprefix("backed up to ")
    lived_in(home, "d")
    done = data(home, "restore", made.removeprefix("backed up to ").strip(), "--yes")
    assert (done.code, done.err, ids(home)) == (0, "", ["a", "b", "c"])
    kept = next(line for line in done.out.splitlines() if "is kept" in line).partition(": ")[2]
    assert data(home, "merge", kept).out.startswith("1 events added, ")
    assert ids(home) == ["a", "b", "c", "d"]


def test_restoring_asks_first(home: Path) -> None:
    made = data(home, "backup").out.removeprefix("backed up to ").strip()
    done = data(home, "restore", made, text="n\n")
    assert (done.code, done.out.strip()) == (130, "")
    assert "Replace your present answers" in done.err


def test_a_log_that_is_well_needs_a_backup_to_be_named(home: Path) -> None:
    done = data(home, "restore")
    assert (done.code, done.out) == (2, "")
    assert "cpsprep data backup --list" in done.err


def test_a_damaged_log_is_told_mended_and_kept(home: Path) -> None:
    content = log_of(home).read_bytes()
    log_of(home).write_bytes(b"\xa5" * len(content))
    told = data(home, "export", "-o", "-")
    assert (told.code, "cpsprep data restore" in told.err) == (3, True)
    done = data(home, "restore")
    assert done.code == 0
    assert (
        "your log was damaged; 0 events could be read from it\nthere was no sound backup to add" in done.out
    )
    assert data(home, "doctor").code == 0


def test_a_log_without_answers_is_not_backed_up(tmp_path: Path) -> None:
    done = data(tmp_path / "home", "backup")
    assert (done.code, done.out) == (3, "")
    assert "there is no log yet" in done.err


def test_an_export_moves_to_another_machine(home: Path, tmp_path: Path) -> None:
    done = data(home, "export", "-o", str(tmp_path / "my answers.jsonl"))
    assert (done.code, done.out) == (0, "")
    other = tmp_path / "other"
    merged = data(other, "merge", str(tmp_path / "my answers.jsonl"), "--json")
    assert json.loads(merged.out) == {"added": 4, "known": 0}
    assert data(other, "export", "-o", "-").out == data(home, "export", "-o", "-").out


def test_an_empty_log_can_be_exported_and_merged(home: Path, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text(data(tmp_path / "new", "export", "-o", "-").out, encoding="utf-8")
    assert data(home, "merge", str(tmp_path / "none.jsonl")).out == "0 events added, 0 were here already\n"


def test_a_bad_file_merges_nothing(home: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("oops\n", encoding="utf-8")
    done = data(home, "merge", str(tmp_path / "bad.jsonl"))
    assert (done.code, done.out) == (3, "")
    assert f"{tmp_path / 'bad.jsonl'}:1: this is not JSON" in done.err


@contextmanager
def in_use(home: Path) -> Iterator[None]:
    with writing(home / "data" / "log.lock", "a review"):
        yield


@pytest.mark.parametrize("args", [("merge", "x.jsonl"), ("restore",), ("erase", "--yes")])
def test_a_log_in_use_is_not_changed(home: Path, args: tuple[str, ...]) -> None:
    with in_use(home):
        done = data(home, *args)
    assert done.code == 4
    assert "another cpsprep is open: a review, since" in done.err
    assert ids(home) == ["a", "b", "c"]


@pytest.mark.parametrize("args", [("path",), ("export", "-o", "-"), ("doctor",), ("backup",)])
def test_reading_goes_on_while_it_is_in_use(home: Path, args: tuple[str, ...]) -> None:
    with in_use(home):
        assert data(home, *args).code == 0


def test_the_doctor_prints_a_line_for_each_thing(home: Path) -> None:
    done = data(home, "doctor")
    assert done.code == 0
    assert all(line.startswith("ok: ") for line in done.out.splitlines())
    assert {row["name"] for row in json.loads(data(home, "doctor", "--json").out)} >= {
        "log",
        "clock",
        "backup",
    }


def test_the_doctor_exits_with_1_when_something_is_wrong(home: Path) -> None:
    log_of(home).write_bytes(b"?" * 9000)
    done = data(home, "doctor")
    assert (done.code, "WRONG: log: " in done.out) == (1, True)


def test_erasing_asks_first(home: Path) -> None:
    done = data(home, "erase", text="n\n")
    assert (done.code, done.out.strip(), str(log_of(home)) in done.err) == (130, "", True)
    assert ids(home) == ["a", "b", "c"]


def test_erasing_says_what_went(home: Path) -> None:
    done = data(home, "erase", "--yes")
    assert (done.code, f"removed {log_of(home)}" in done.out, list(home.iterdir())) == (0, True, [])
    assert data(home, "erase").out == "there is nothing to erase\n"


def test_a_new_day_of_merging_backs_up_first(home: Path, tmp_path: Path) -> None:
    assert DAY  # The answers are of the past, so today has no backup yet.
    other = lived_in(tmp_path / "other", "z")
    data(home, "merge", str(log_of(other)))
    assert len(list((home / "data" / "backups").iterdir())) == 1
