"""A bank goes from an instructor to a learner, and a newer one after it."""

from pathlib import Path

import pytest

from fakes_bank import HEADER, UUID, basics, write_bank
from fakes_class import bank, pack, packed
from fakes_cli import cpsprep
from fakes_exam_day import EXAM
from fakes_packs import forged


def test_a_class_gets_one_file_and_half_a_page(folder: Path) -> None:
    done = pack(folder, "--where", "https://example.org")

    assert done.out.splitlines() == [
        "Wrote a.cpsbank: 2 questions, version 1.",
        "Wrote a-half-page.txt and a-half-page.html: a half page for the class.",
        "For those with only a phone: add --practice",
        "A learner types: cpsprep bank install a.cpsbank",
    ]
    page = (folder.parent / "a-half-page.txt").read_text("utf-8")
    assert "unpack it: https://example.org" in page
    assert "cpsprep review" in page


def test_paper_anki_and_practice_come_when_asked_for(tmp_path: Path) -> None:
    folder = write_bank(tmp_path / "bank")
    done = pack(folder, "--paper", "--anki", "--practice")

    assert done.code == 0, done.err
    assert sorted(path.name for path in tmp_path.glob("a*")) == [
        *("a-exam-key.html", "a-exam.html", "a-half-page.html", "a-half-page.txt", "a-practice.html"),
        *("a.apkg", "a.cpsbank"),
    ]


@pytest.mark.parametrize(
    ("deck", "told"),
    [
        ("items:\n  - {id: aa-1, kind: basic, front: f}\n", "has 1 mistake that would keep questions from"),
        (
            "items:\n  - {id: aaa-1, kind: basic, front: f, back: b, status: draft}\n",
            "no question that is ready",
        ),
    ],
)
def test_a_bank_that_is_not_ready_is_not_packed(tmp_path: Path, deck: str, told: str) -> None:
    done = pack(bank(tmp_path, "1", deck))

    assert done.code == 3
    assert told in done.err
    assert not (tmp_path / "a.cpsbank").exists()


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ("1", "It has the version of the file it replaces"),
        ("0.9", "The file it replaces had a later version, 1"),
    ],
)
def test_a_version_that_was_not_raised_is_told(folder: Path, version: str, told: str) -> None:
    pack(folder)

    assert told in pack(bank(folder.parent, version, basics("one-first"))).out


def test_a_version_that_another_file_has_already_is_told(folder: Path) -> None:
    pack(folder)
    (folder.parent / "broken.cpsbank").write_text("mine", "utf-8")
    newer = bank(folder.parent, "1", basics("one-first"))
    done = cpsprep("bank", "pack", newer.name, "-o", "b.cpsbank", home=folder.parent / "instructor")
    again = cpsprep("bank", "pack", newer.name, "-o", "c.cpsbank", home=folder.parent / "instructor")

    assert "a.cpsbank has the same version: raise version in bank.yaml" in done.out
    assert "b.cpsbank" not in again.out
    assert "broken" not in done.out


def test_no_other_file_is_written_over(folder: Path) -> None:
    other = folder.parent / "a.cpsbank"
    other.write_text("mine", "utf-8")

    assert pack(folder).code == 3
    assert other.read_text("utf-8") == "mine"


def test_another_banks_pack_is_not_written_over(folder: Path) -> None:
    pack(folder)
    (folder / "bank.yaml").write_text(
        HEADER.replace(UUID, UUID[::-1].replace("-", "0", 1)[:8] + UUID[8:]), "utf-8"
    )

    assert pack(folder).code == 3


def test_another_ending_is_refused(folder: Path) -> None:
    done = cpsprep("bank", "pack", "bank", "-o", "a.zip", home=folder.parent / "home")

    assert (done.code, done.err) == (2, "cpsprep: a.zip does not end in .cpsbank\nuse -o a.cpsbank\n")


def test_a_learner_installs_it_and_studies_it(folder: Path, home: Path) -> None:
    done = cpsprep("bank", "install", str(packed(folder)), home=home)

    assert done.out.splitlines() == [
        "Installed Small bank, version 1: 2 questions.",
        "Its new questions come before those of the other banks: cpsprep review",
        "To study it alone: cpsprep review --bank small-bank",
        "To see or choose banks: cpsprep bank installed",
    ]
    listed = cpsprep("bank", "list", home=home).out.splitlines()
    assert listed[0].startswith("one-first basic")
    assert len(listed) > 600
    assert len(cpsprep("bank", "list", "--bank", "small-bank", home=home).out.splitlines()) == 2
    assert len(cpsprep("bank", "list", "--bank", "cps", home=home).out.splitlines()) == len(listed) - 2


def test_the_first_new_questions_are_those_of_the_class(folder: Path, home: Path) -> None:
    cpsprep("bank", "install", str(packed(folder)), home=home)
    cpsprep("review", "--plain", "--limit", "1", home=home, text="\na\n\nq\n")

    assert "one-first" in cpsprep("data", "export", "-o", "-", home=home).out


def test_a_learner_with_a_plan_is_told_that_it_mixes_the_banks(folder: Path, home: Path) -> None:
    cpsprep("plan", "set", "--exam-date", EXAM, home=home)
    done = cpsprep("bank", "install", str(packed(folder)), home=home)

    assert "Your plan to the exam takes its new questions together with those of the other" in done.out
    assert "come before those of the other banks" not in done.out


def test_packing_and_installing_count_the_same_questions(tmp_path: Path, home: Path) -> None:
    retired = "items:\n  - {id: old-1, kind: basic, front: f, back: b, status: retired}\n"
    folder = bank(tmp_path, "1", retired + basics("one-first").partition("\n")[2])

    assert "2 questions" not in pack(folder).out
    assert "Installed Small bank, version 1: 1 question." in (
        cpsprep("bank", "install", "a.cpsbank", home=home).out
    )


def test_the_page_for_phones_is_named_on_the_half_page(folder: Path) -> None:
    done = pack(folder, "--practice")

    assert "Open a-practice.html in its browser." in (folder.parent / "a-half-page.txt").read_text("utf-8")
    assert "only a phone" not in done.out


def test_a_newer_one_updates_it_and_the_answers_stay(folder: Path, home: Path) -> None:
    cpsprep("bank", "install", str(packed(folder)), home=home)
    cpsprep("review", "--plain", "--bank", "small-bank", "--limit", "1", home=home, text="\na\n\nq\n")
    before = cpsprep("data", "export", "-o", "-", home=home).out
    assert "one-first" in before
    newer = packed(bank(folder.parent, "2", basics("one-first", "three-new")))
    done = cpsprep("bank", "install", str(newer), home=home)

    assert done.out.startswith("Updated Small bank, version 2 (before: 1): 1 new, 0 changed, 1 gone.")
    assert cpsprep("data", "export", "-o", "-", home=home).out == before
    assert "Answered so far: 1 of 2" in cpsprep("stats", "--bank", "small-bank", home=home).out


def test_the_same_file_changes_nothing(folder: Path, home: Path) -> None:
    file = packed(folder)
    cpsprep("bank", "install", str(file), home=home)

    assert "Nothing was changed." in cpsprep("bank", "install", str(file), home=home).out


def test_an_older_one_is_refused_unless_asked_for(folder: Path, home: Path) -> None:
    old = packed(folder).rename(folder.parent / "old.cpsbank")
    new = packed(bank(folder.parent, "2", basics("one-first")))
    cpsprep("bank", "install", str(new), home=home)
    refused = cpsprep("bank", "install", str(old), home=home)
    done = cpsprep("bank", "install", str(old), "--older", home=home)

    assert (refused.code, refused.err.splitlines()[0]) == (
        2,
        "cpsprep: Small bank is installed in version 2, and this file is older",
    )
    assert done.out.startswith("Updated Small bank, version 1 (before: 2): 1 new, 0 changed, 0 gone.")


def test_an_older_one_of_the_same_version_is_known_again(folder: Path, home: Path) -> None:
    old = packed(folder).rename(folder.parent / "old.cpsbank")
    cpsprep("bank", "install", str(old), home=home)
    newer = cpsprep("bank", "install", str(packed(bank(folder.parent, "1", basics("one-first")))), home=home)
    back = cpsprep("bank", "install", str(old), home=home)

    assert "Nobody can tell by their versions which of the two files is newer" in newer.out
    assert (back.code, back.err.splitlines()[0]) == (
        2,
        "cpsprep: Small bank is installed in version 1, and this file is older, the one that you had before",
    )


def test_a_key_that_was_corrected_and_a_question_that_was_retired_are_told(folder: Path, home: Path) -> None:
    def deck(key: str, status: str) -> str:
        choice = f"  - {{id: one-1, kind: truefalse, stem: Is it so?, answer: {key}}}\n"
        return f"items:\n{choice}  - {{id: two-2, kind: basic, front: f, back: b, status: {status}}}\n"

    cpsprep("bank", "install", str(packed(bank(folder.parent, "1", deck("true", "live")))), home=home)
    newer = packed(bank(folder.parent, "2", deck("false", "retired")))
    done = cpsprep("bank", "install", str(newer), home=home).out.splitlines()

    assert done[0].startswith("Updated Small bank, version 2 (before: 1): 0 new, 1 changed, 1 gone.")
    assert done[1] == (
        "Of the changed, 1 has another right answer now. What you answered of them comes first."
    )


def test_a_broken_pack_is_refused_in_one_line_and_a_way_out(home: Path, tmp_path: Path) -> None:
    file = forged(tmp_path / "a.cpsbank", {"bank.yaml": HEADER.encode(), "x.yaml": b"items: [\n"})
    done = cpsprep("bank", "install", str(file), home=home)

    assert done.code == 3
    assert "was not installed, because its questions cannot all be read" in done.err
    assert "Traceback" not in done.err
    assert cpsprep("bank", "installed", home=home).out.startswith("cps: ")
