"""`cpsprep bank export`, as somebody types it."""

import json
from pathlib import Path

import pytest

from cpsprep.core.export.names import Format
from fakes_bank import HEADER, OTHER_UUID, UUID, write_bank
from fakes_cli import Outcome, cpsprep


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "bank")


def export(folder: Path, *words: str) -> Outcome:
    return cpsprep("bank", "export", "--bank", folder.name, *words, home=folder.parent / "home")


@pytest.mark.parametrize("name", list(Format))
def test_a_file_is_written_and_it_is_told_what_is_in_it(folder: Path, name: Format) -> None:
    done = export(folder, "--to", name)

    assert done.code == 0, done.err
    assert done.out.startswith("Wrote small-bank.")
    assert list(folder.parent.glob("small-bank.*"))


def test_what_a_format_cannot_carry_is_told(folder: Path) -> None:
    lines = export(folder, "--to", "aiken", "--drafts").out.splitlines()

    assert lines[:4] == [
        "Wrote small-bank.aiken.txt: 2 questions.",
        "Left out: 2 questions.",
        "  two-cloze: Aiken has no cloze questions",
        "  three-basic: Aiken has no basic questions",
    ]
    assert lines[4].endswith("the story that several questions share (1), notes before heavy subjects (1).")
    assert lines[5].startswith(
        "What aiken cannot carry, and in how many questions: ids (2), reasons of options (1),"
    )


def test_drafts_and_retired_questions_that_stay_behind_are_told(tmp_path: Path) -> None:
    rows = "".join(
        f"  - {{id: {status}-1, kind: basic, front: f, back: b, status: {status}}}\n"
        for status in ("live", "draft", "retired")
    )
    folder = write_bank(tmp_path / "bank", {"first.yaml": f"items:\n{rows}"})

    assert export(folder, "--to", "csv").out.splitlines()[:3] == [
        "Wrote small-bank.csv: 1 question.",
        "Not in it: 1 draft. To write drafts too: --drafts",
        "Not in it: 1 retired question. To write those alone: --status retired",
    ]
    assert "draft" not in export(folder, "--to", "csv", "--drafts").out
    assert "Not in it" not in export(folder, "--to", "csv", "--status", "retired").out


def test_on_the_screen_the_file_stands_alone(folder: Path) -> None:
    done = export(folder, "--to", "json", "-o", "-")

    assert len(json.loads(done.out)["items"]) == 3
    assert done.err.splitlines() == [
        "Not in it: 1 draft. To write drafts too: --drafts",
        "It holds everything that the bank says of them.",
    ]


def test_a_table_says_that_it_is_utf_8(folder: Path) -> None:
    export(folder, "--to", "csv", "-o", "t.csv")

    assert (folder.parent / "t.csv").read_bytes().startswith(b"\xef\xbb\xbfid,kind")


def test_filters_choose(folder: Path) -> None:
    assert "1 question." in export(folder, "--to", "gift", "--tag", "short").out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--to", "gift", "--tag", "shrot"], 2, "did you mean 'short'?"),
        (["--to", "gift", "--status", "retired"], 3, "there is no such question"),
        (["--to", "aiken", "--status", "draft"], 3, "aiken has no form for any of these questions"),
        (["--to", "gift", "-o", "no/where.txt"], 3, "there is no folder no"),
        (["--to", "gift", "-o", "bank"], 2, "bank is a folder"),
        (["--to", "gift", "-o", "bank/first.yaml"], 2, "would look like another kind of file"),
        (["--to", "qti"], 2, "qti"),
    ],
)
def test_what_cannot_be_done_is_told(folder: Path, words: list[str], code: int, told: str) -> None:
    done = export(folder, *words)

    assert done.code == code
    assert told in done.err


def test_questions_of_two_banks_are_two_files(folder: Path) -> None:
    other = write_bank(
        folder.parent / "other", header=HEADER.replace(UUID, OTHER_UUID).replace("Small", "Other")
    )
    done = export(folder, "--to", "gift", "--bank", str(other))

    assert done.code == 3
    assert "of several banks: Small bank and Other bank" in done.err


def test_the_schema_of_the_json_can_be_had(folder: Path) -> None:
    done = cpsprep("bank", "schema", "questions", home=folder.parent / "home")

    assert json.loads(done.out)["properties"]["schema"] == {"const": "cpsprep.questions/1"}


@pytest.mark.parametrize("name", [one for one in Format if one is not Format.AIKEN])
def test_a_later_export_takes_the_place_of_an_earlier_one_and_says_so(folder: Path, name: Format) -> None:
    assert "It replaces" not in export(folder, "--to", name, "-o", "a.txt").out

    done = export(folder, "--to", name, "-o", "a.txt")

    assert (done.code, done.out.splitlines()[1]) == (0, "It replaces an earlier one.")


@pytest.mark.parametrize("name", [one for one in Format if one is not Format.AIKEN])
def test_an_earlier_export_that_says_something_else_is_kept(folder: Path, name: Format) -> None:
    export(folder, "--to", name, "-o", "a.txt")
    with (folder.parent / "a.txt").open("ab") as file:
        file.write(b"\nmy own words")

    told = export(folder, "--to", name, "-o", "a.txt").out

    assert "It replaces an earlier one. That is kept as a.earlier.txt." in told
    assert "my own words" in (folder.parent / "a.earlier.txt").read_text("utf-8")
    assert "my own words" not in (folder.parent / "a.txt").read_text("utf-8")


@pytest.mark.parametrize("name", list(Format))
def test_no_other_file_is_written_over(folder: Path, name: Format) -> None:
    (folder.parent / "notes.txt").write_text("// my notes\n", "utf-8")

    done = export(folder, "--to", name, "-o", "notes.txt")

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("cpsprep: notes.txt is there already and ")
    assert done.err.endswith("\nuse another name with -o, or delete that file first\n")
    assert (folder.parent / "notes.txt").read_text("utf-8") == "// my notes\n"


def test_an_export_in_another_format_is_another_file(folder: Path) -> None:
    export(folder, "--to", "gift", "-o", "a.txt")

    assert "a.txt is there already and is not json that cpsprep wrote" in (
        export(folder, "--to", "json", "-o", "a.txt").err
    )


def test_of_an_aiken_file_nobody_can_tell_whose_it_is(folder: Path) -> None:
    export(folder, "--to", "aiken", "-o", "a.txt")

    assert "cpsprep cannot tell whose it is" in export(folder, "--to", "aiken", "-o", "a.txt").err


def test_an_empty_file_is_a_free_place(folder: Path) -> None:
    (folder.parent / "a.txt").touch()

    assert export(folder, "--to", "gift", "-o", "a.txt").code == 0
