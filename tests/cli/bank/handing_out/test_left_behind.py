"""`cpsprep bank pack` says which papers beside it are of an earlier state, and what makes them anew."""

import json
import shlex
from pathlib import Path

import pytest

from fakes_bank import HEADER, write_bank
from fakes_cli import Outcome, cpsprep

LEFT = "Beside it, and not made from the questions as they are now: "
PRACTICE, PACKAGE = "small-bank-practice.html", "small-bank.apkg"
EXAM, KEY = "small-bank-exam.html", "small-bank-exam-key.html"


def write(parent: Path, answer: str, version: str = "1") -> None:
    rows = "".join(
        f"  - {{id: q-{number}, kind: single, stem: S, options: {{a: one, b: two, c: three}}, "
        f"answer: {answer}}}\n"
        for number in range(6)
    )
    write_bank(
        parent / "bank",
        {"first.yaml": f"deck: first\ndomain: role\nitems:\n{rows}"},
        f'{HEADER}version: "{version}"\n',
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "a")
    return tmp_path


def run(folder: Path, *words: str) -> Outcome:
    done = cpsprep(*words, home=folder / "home")
    assert done.code == 0, done.err
    return done


def pack(folder: Path, *more: str) -> list[str]:
    return run(folder, "bank", "pack", "bank", *more).out.splitlines()


def told(lines: list[str]) -> tuple[str, list[str]]:
    """The papers that are told, and the commands."""
    at = next(number for number, line in enumerate(lines) if line.startswith(LEFT))
    names = lines[at].removeprefix(LEFT).partition(". ")[0]
    return names, [line.strip() for line in lines[at + 1 :] if line.startswith("  cpsprep")]


def is_quiet(lines: list[str]) -> bool:
    return not any(line.startswith(LEFT) for line in lines)


def seed(lines: list[str]) -> str:
    return next(line.rpartition("seed ")[2].rstrip(".") for line in lines if "seed" in line)


def test_all_papers_of_an_earlier_key_are_told_and_their_commands_make_them_anew(folder: Path) -> None:
    lot = seed(pack(folder, "--paper", "--practice", "--anki"))
    write(folder, "b", "2")

    names, commands = told(pack(folder))

    assert names == f"{EXAM}, {KEY}, {PRACTICE}, {PACKAGE}"
    assert commands == [
        f"cpsprep print exam --bank bank --seed {lot} --with-key -o {EXAM}",
        "cpsprep bank pack bank --practice",
        f"cpsprep anki export --bank bank -o {PACKAGE}",
    ]
    for command in commands:
        run(folder, *shlex.split(command)[1:])
    assert is_quiet(pack(folder))


def test_papers_of_these_questions_are_not_told_whatever_the_version(folder: Path) -> None:
    pack(folder, "--paper", "--practice", "--anki")
    write(folder, "a", "2")

    assert is_quiet(pack(folder))


def test_a_paper_that_is_made_with_the_pack_is_not_told(folder: Path) -> None:
    pack(folder, "--paper", "--practice", "--anki")
    write(folder, "b", "2")

    assert told(pack(folder, "--paper", "--practice"))[0] == PACKAGE
    assert is_quiet(pack(folder, "--anki"))


def test_what_was_asked_for_then_is_asked_for_again(folder: Path) -> None:
    run(folder, "print", "practice", "--bank", "bank", "--domain", "role", "--items", "3", "--seed", "x")
    run(folder, "print", "key", "--bank", "bank", "--seed", "two words", "--large", "--paper", "a4")
    run(folder, "print", "handout", "--bank", "bank", "--drafts")
    write(folder, "b", "2")

    assert told(pack(folder)) == (
        f"small-bank-key.html, {PRACTICE}, small-bank-handout.html",
        [
            'cpsprep print key --bank bank --seed "two words" --paper a4 --large -o small-bank-key.html',
            f"cpsprep print practice --bank bank --domain role --items 3 --seed x -o {PRACTICE}",
            "cpsprep print handout --bank bank --drafts -o small-bank-handout.html",
        ],
    )


def test_the_pack_that_makes_them_anew_has_its_name_and_address(folder: Path) -> None:
    more = ("-o", "spring class.cpsbank", "--where", "our site")
    pack(folder, *more, "--practice")
    write(folder, "b", "2")

    assert told(pack(folder, *more))[1] == [
        'cpsprep bank pack bank -o "spring class.cpsbank" --where "our site" --practice'
    ]


def test_papers_of_an_earlier_cpsprep_do_not_say_of_which_questions_they_are(folder: Path) -> None:
    pack(folder, "--paper")
    for name in (EXAM, KEY):
        page = (folder / name).read_text("utf-8")
        head, _, rest = page.partition(", state")
        (folder / name).write_text(head + '"' + rest.partition('"')[2], "utf-8")

    assert told(pack(folder)) == (f"{EXAM}, {KEY}", ["cpsprep bank pack bank --paper"])


def test_papers_of_others_are_not_told(folder: Path) -> None:
    (folder / EXAM).write_text("<p>mine</p>", "utf-8")
    (folder / PRACTICE).mkdir()
    (folder / PACKAGE).write_text("mine", "utf-8")
    run(folder, "print", "handout", "--bank", "bank", "-o", KEY)
    write(folder, "b", "2")

    assert is_quiet(pack(folder))


def test_a_practice_page_that_still_fits_stays_on_the_half_page(folder: Path) -> None:
    pack(folder, "--practice")
    lines = pack(folder)

    assert f"Open {PRACTICE} in its browser." in (folder / "small-bank-half-page.txt").read_text("utf-8")
    assert "For those with only a phone: add --practice" not in lines


def test_a_practice_page_of_an_earlier_state_is_not_on_the_half_page(folder: Path) -> None:
    pack(folder, "--practice")
    write(folder, "b", "2")
    lines = pack(folder)

    assert PRACTICE not in (folder / "small-bank-half-page.txt").read_text("utf-8")
    assert "For those with only a phone: add --practice" not in lines


def test_a_ledger_that_is_damaged_keeps_no_pack_from_being_made(folder: Path) -> None:
    pack(folder, "--anki")
    (folder / "bank" / "published.json").write_text(json.dumps([]), "utf-8")

    assert is_quiet(pack(folder))
