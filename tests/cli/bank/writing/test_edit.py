"""`cpsprep bank edit` as an author uses it: one question changes, all else stays."""

import os
import stat
import sys
from pathlib import Path

import pytest

import cpsprep as program
from fakes_bank import DECK, HEADER, OTHER_UUID, basics, write_bank
from fakes_cli import Outcome, clean_environment, cpsprep
from fakes_writing import changes

posix = pytest.mark.skipif(os.name == "nt", reason="an editor that is a shell script")


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_bank(
        tmp_path / "small", {"first.yaml": DECK, "second.yaml": "# mine\n" + basics("ex-1", "ex-2")}
    )


def run(home: Path, *words: str, text: str = "", env: dict[str, str] | None = None) -> Outcome:
    return cpsprep("bank", *words, "--bank", "small", home=home, text=text, env=env)


def deck(bank: Path, name: str = "first") -> str:
    return (bank / f"{name}.yaml").read_text("utf-8")


def editor(folder: Path, *steps: str) -> dict[str, str]:
    """An editor that runs one step of sed each time it is opened."""
    path = folder / "editor.sh"
    lines = [
        f"if [ ! -e {folder}/done{n} ]; then touch {folder}/done{n}; sed -i '{step}' \"$1\"; exit; fi"
        for n, step in enumerate(steps)
    ]
    path.write_text("\n".join(["#!/bin/sh", *lines, ""]))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return {"EDITOR": str(path)}


def test_a_field_is_set_and_the_change_is_shown(home: Path, bank: Path) -> None:
    done = run(home, "edit", "one-choice", "--set", "level=application", "--set", "why.b=No: not so.")

    assert (done.code, done.err) == (0, "The bank: Small bank, in small.\n")
    assert changes(DECK, deck(bank)) == [
        "-     level: recall",
        "+     level: application",
        "-     why: {a: It is., b: It is not.}",
        '+     why: {a: It is., b: "No: not so."}',
    ]
    assert "-    level: recall\n+    level: application" in done.out
    kept = Path(done.out.splitlines()[-1].removeprefix("As it was: "))
    assert kept.read_text("utf-8") == DECK
    assert kept.is_relative_to(home)


def test_for_the_ear_a_change_is_told_in_words(home: Path, bank: Path) -> None:
    done = run(home, "edit", "one-choice", "--set", "level=application", env={"CPSPREP_UI": "plain"})

    assert done.out.splitlines()[:3] == [
        f"{Path('small', 'first.yaml')}, line 7.",
        "Before: level: recall",
        "Now: level: application",
    ]


def test_a_dry_run_writes_nothing(home: Path, bank: Path) -> None:
    done = run(home, "edit", "one-choice", "--set", "level=application", "--dry-run")

    assert (done.code, deck(bank)) == (0, DECK)
    assert done.out.endswith("Nothing was written: this was a dry run.\n")
    assert not (home / "data" / "bank-backups").exists()


def test_what_is_so_already_is_not_written(home: Path, bank: Path) -> None:
    done = run(home, "edit", "one-choice", "--set", "level=recall")

    assert (done.code, done.out) == (0, "It is so already; nothing was changed.\n")


def test_a_mistake_is_told_and_not_saved(home: Path, bank: Path) -> None:
    done = run(home, "edit", "one-choice", "--set", "answer=z")

    assert (done.code, deck(bank)) == (1, DECK)
    assert "error[answer-not-an-option]" in done.err
    assert "Nothing was saved" in done.out


def test_what_could_be_better_is_told_after_saving(home: Path, bank: Path) -> None:
    done = run(home, "edit", "one-choice", "--set", "options.a=It  is this one one")

    assert done.code == 0
    assert "warning[doubled-word]" in done.err


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("edit", "nothing", "--set", "level=recall"), 2, "there is no question 'nothing'"),
        (("show", "nothing"), 2, "; for another bank add its folder: --bank my-bank"),
        (("retire", "nothing", "--reason", "old"), 2, "for another bank"),
        (("edit", "one-choise", "--set", "level=recall"), 2, "'one-choice', or one of another bank"),
        (("edit", "one-choice", "--set", "id=other"), 2, "an id never changes"),
        (("edit", "one-choice", "--set", "anwser=a"), 2, "did you mean 'answer'?"),
        (("edit", "one-choice", "--set", "options=x"), 2, "a text for each option"),
        (("edit", "one-choice", "--set", "stem=a\x1bb"), 2, "U+001B cannot be written"),
        (("edit", "one-choice"), 3, "no editor is set; the question is at"),
        (("retire", "scn-one", "--reason", "old"), 2, "is a scenario"),
        (("retire", "one-choice", "--reason", " "), 2, "the reason is empty"),
        (("move", "four-true", "second"), 2, "belongs to the scenario 'scn-one'"),
        (("move", "one-choice", "secnd"), 2, "did you mean 'second'; a new deck"),
    ],
)
def test_what_cannot_be_done_is_told_with_a_way_out(
    home: Path, bank: Path, words: tuple[str, ...], code: int, message: str
) -> None:
    done = run(home, *words, env={"EDITOR": "", "VISUAL": ""})

    assert (done.code, done.out, deck(bank)) == (code, "", DECK)
    assert message in done.err


def test_a_file_with_another_mistake_in_it_is_let_be(home: Path, bank: Path) -> None:
    broken = DECK + '  - {id: five, kind: basic, front: "open, back: x}\n'
    (bank / "first.yaml").write_text(broken, "utf-8")

    done = run(home, "edit", "one-choice", "--set", "level=application")

    assert (done.code, deck(bank)) == (3, broken)
    assert "has to be mended before it can be edited" in done.err
    assert "to see all: cpsprep bank lint" in done.err


def test_an_id_in_two_places_is_told(home: Path, bank: Path) -> None:
    (bank / "third.yaml").write_text(basics("ex-1"), "utf-8")

    done = run(home, "edit", "ex-1", "--set", "front=x")

    assert done.code == 3
    assert "'ex-1' stands in two places" in done.err


def test_the_bank_inside_the_program_is_not_written_to(home: Path, tmp_path: Path) -> None:
    package = Path(program.__file__).parent / "core"
    done = cpsprep("bank", "add", "--bank", str(package), home=home)

    assert (done.code, done.out) == (3, "")
    assert "read-only here" in done.err
    assert "to make one of your own: cpsprep bank new my-bank" in done.err


@posix
def test_an_editor_sees_the_question_alone(home: Path, bank: Path) -> None:
    done = run(home, "edit", "one-choice", env=editor(bank.parent, "s/BEST//;s/Which is best/Which is BEST/"))

    assert done.code == 0
    assert changes(DECK, deck(bank)) == ["-     stem: Which is best?", "+     stem: Which is BEST?"]
    assert list((home / "data" / "bank-drafts").iterdir()) == []


@posix
def test_a_mistake_can_be_mended_before_anything_is_saved(home: Path, bank: Path) -> None:
    done = run(
        home,
        "edit",
        "one-choice",
        text="what\ne\n",
        env=editor(bank.parent, "s/answer: a/answer: z/", "s/: z/: b/"),
    )

    assert done.code == 0
    assert changes(DECK, deck(bank)) == ["-     answer: a", "+     answer: b"]
    assert "one-choice." in done.err  # the place is that of the text in the editor
    assert ".yaml:6:11: error[answer-not-an-option]" in done.err
    assert done.out.count("Type e to edit again") == 2


@posix
def test_a_text_with_a_mistake_is_kept_for_the_next_time(home: Path, bank: Path) -> None:
    env = editor(bank.parent, "s/answer: a/answer: z/", "s/: z/: b/")
    first = run(home, "edit", "one-choice", env=env)
    again = run(home, "edit", "one-choice", text="\n", env=env)

    assert (first.code, again.code) == (1, 0)
    assert "Your text is kept for the next time" in first.out
    assert "Your text of the last time is still here." in again.out
    assert "answer: b" in deck(bank)


@posix
@pytest.mark.parametrize("answer", ["d\n", "\nd\n"])
def test_a_text_can_be_thrown_away(home: Path, bank: Path, answer: str) -> None:
    env = editor(bank.parent, 's/answer: a/answer: "z/')
    run(home, "edit", "one-choice", text="d\n", env=env)

    assert deck(bank) == DECK
    assert list((home / "data" / "bank-drafts").iterdir()) == []


@posix
@pytest.mark.parametrize(
    "step", ["s/id: one-choice/id: other-id/", "$ a - {id: more-one, kind: basic, front: a, back: b}", "d"]
)
def test_the_id_stays_and_no_other_question_comes_in(home: Path, bank: Path, step: str) -> None:
    done = run(home, "edit", "one-choice", env=editor(bank.parent, step))

    assert (done.code, deck(bank)) == (1, DECK)
    assert "This edits one-choice alone" in done.out


@posix
def test_a_scenario_is_edited_with_its_questions_and_may_get_more(home: Path, bank: Path) -> None:
    more = "$ a \\    - {id: five-basic, kind: basic, front: a, back: b}"
    done = run(home, "edit", "scn-one", env=editor(bank.parent, more))

    assert done.code == 0
    assert changes(DECK, deck(bank)) == ["+       - {id: five-basic, kind: basic, front: a, back: b}"]


@posix
def test_a_file_that_changes_while_the_editor_is_open_is_not_overwritten(home: Path, bank: Path) -> None:
    script = editor(bank.parent, "s/best/BEST/")
    other = f'#!/bin/sh\nsed -i "s/best/BEST/" "$1"\necho "# more" >> {bank}/first.yaml\n'
    Path(script["EDITOR"]).write_text(other)
    done = run(home, "edit", "one-choice", env=script)

    assert done.code == 3
    assert "changed since it was read, so nothing was written to it" in done.err
    assert deck(bank) == f"{DECK}# more\n"
    assert "BEST" in next((home / "data" / "bank-drafts").iterdir()).read_text("utf-8")


@posix
@pytest.mark.parametrize(("command", "code"), [("true", 0), ("false", 3), ("no-such-editor", 3)])
def test_an_editor_that_changes_nothing_leaves_nothing_behind(
    home: Path, bank: Path, command: str, code: int
) -> None:
    done = run(home, "edit", "one-choice", env={"EDITOR": command})

    assert (done.code, deck(bank)) == (code, DECK)
    assert list((home / "data" / "bank-drafts").iterdir()) == []


@posix
def test_what_was_written_is_kept_when_the_editor_then_fails(home: Path, bank: Path) -> None:
    script = editor(bank.parent, "s/best/BEST/")
    failing = Path(script["EDITOR"])
    failing.write_text(failing.read_text().replace("exit;", "exit 7;"))

    done = run(home, "edit", "one-choice", env=script)

    assert (done.code, deck(bank)) == (3, DECK)
    assert "ended with an error" in done.err
    assert "your text is kept for the next time you edit this question" in done.err
    (kept,) = (home / "data" / "bank-drafts").iterdir()
    assert "BEST" in kept.read_text("utf-8")


@posix
@pytest.mark.parametrize(("said", "opened"), [("", True), ("q", False)])
def test_without_an_editor_a_usual_one_is_offered(home: Path, bank: Path, said: str, opened: bool) -> None:
    import pexpect

    tools = bank.parent / "tools"
    tools.mkdir()
    nano = Path(editor(bank.parent, "s/best/BEST/")["EDITOR"]).rename(tools / "nano")
    nano.write_text(nano.read_text().replace('"$1"', '"$2"'))  # the line comes first
    away = {"EDITOR": "", "VISUAL": "", "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
    words = ["-m", "cpsprep", "bank", "edit", "one-choice", "--bank", "small"]

    room = pexpect.spawn(
        sys.executable, words, env=clean_environment(home, **away), cwd=home.parent, timeout=60
    )
    room.expect("It opens in nano. Save with Ctrl[+]O and Enter, leave with Ctrl[+]X.")
    room.expect("Press Enter to open it, or type q.")
    room.sendline(said)
    room.expect(pexpect.EOF)

    assert ("BEST" in deck(bank)) == opened
    assert (b"Nothing was changed." in room.before) != opened


def test_the_bank_that_has_the_question_is_found_among_several(
    home: Path, bank: Path, tmp_path: Path
) -> None:
    header = HEADER.replace(HEADER.split("uuid: ")[1][:36], OTHER_UUID)
    write_bank(tmp_path / "other", {"a.yaml": basics("oth-1")}, header)

    done = run(home, "edit", "oth-1", "--bank", "other", "--set", "front=New")

    assert done.code == 0
    assert "front: New" in (tmp_path / "other" / "a.yaml").read_text("utf-8")
