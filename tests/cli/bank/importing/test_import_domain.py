"""`bank import --domain`: which area new questions get, and what a bank says that asks for one."""

import os
import sys
from pathlib import Path

import pytest

from cpsprep.adapters.bank.yaml_bank import read_bank
from fakes_cli import Outcome, clean_environment, cpsprep

posix = pytest.mark.skipif(os.name == "nt", reason="needs a terminal of its own")
HEADER = """\
format: 1
uuid: 3f0c2a52-6f9e-4a55-9a3f-5f1d4c1b7e10
title: T
domains:
  - {id: listening, title: Listening}
  - {id: role, title: Role and scope}
"""
TYPED = "1. Who?\na) x\nb) y*\n"
NAMED = "listening (Listening), role (Role and scope)"


@pytest.fixture
def bank(home: Path) -> Path:
    folder = home.parent / "b"
    folder.mkdir()
    (folder / "bank.yaml").write_text(HEADER, "utf-8")
    (home.parent / "quiz.txt").write_text(TYPED, "utf-8")
    return folder


def bring(home: Path, *words: str) -> Outcome:
    return cpsprep("bank", "import", "quiz.txt", "--into", "b", *words, home=home)


def domains(bank: Path) -> list[str]:
    read = read_bank(bank)
    assert read.problems == ()
    return [item.domain for item in read.items.values()]


@pytest.mark.parametrize("said", ["role", "ROLE", "Role and scope"])
def test_a_new_deck_is_in_the_domain_that_was_said(home: Path, bank: Path, said: str) -> None:
    assert bring(home, "--domain", said).code == 0

    assert domains(bank) == ["role"]
    assert "\ndomain: role\n" in (bank / "quiz.yaml").read_text("utf-8")


def test_what_a_deck_says_stays_and_later_questions_may_be_elsewhere(home: Path, bank: Path) -> None:
    bring(home, "--domain", "role")
    (home.parent / "quiz.txt").write_text(f"{TYPED}\n2. Where?\na) x*\nb) y\n", "utf-8")

    assert bring(home, "--domain", "listening").code == 0
    assert domains(bank) == ["role", "listening"]
    assert "2 of them as they were" in bring(home).out


def test_a_wrong_one_is_told_with_those_of_the_bank(home: Path, bank: Path) -> None:
    done = bring(home, "--domain", "rolle")

    assert (done.code, done.err) == (2, f"cpsprep: the bank has no domain 'rolle'\nits domains: {NAMED}\n")


def test_a_bank_without_domains_says_so(home: Path, bank: Path) -> None:
    done = cpsprep("bank", "import", "quiz.txt", "--into", "new", "--domain", "role", home=home)

    assert (done.code, "the bank names no domains" in done.err) == (2, True)
    assert not (home.parent / "new").exists()


def test_without_one_it_is_said_where_they_could_be(home: Path, bank: Path) -> None:
    assert f"The new questions are in no domain; --domain puts them into one: {NAMED}." in bring(home).out
    assert domains(bank) == [""]


def test_a_bank_that_asks_for_one_gets_none_without(home: Path, bank: Path) -> None:
    (bank / "bank.yaml").write_text(f"{HEADER}require: [domain]\n", "utf-8")

    done = bring(home)

    assert (done.code, f"say which with --domain: {NAMED}" in done.err) == (2, True)
    assert not (bank / "quiz.yaml").exists()


def test_a_table_that_names_domains_needs_no_other(home: Path, bank: Path) -> None:
    (bank / "bank.yaml").write_text(f"{HEADER}require: [domain]\n", "utf-8")
    (home.parent / "quiz.txt").write_text("Question,A,B,Answer,Domain\nWho?,x,y,B,listening\n", "utf-8")

    assert bring(home).code == 0
    assert domains(bank) == ["listening"]


@posix
def test_in_a_terminal_it_is_asked_for_until_one_is_named(home: Path, bank: Path) -> None:
    import pexpect

    (bank / "bank.yaml").write_text(f"{HEADER}require: [domain]\n", "utf-8")
    env = clean_environment(home, TERM="dumb")
    words = ["-m", "cpsprep", "bank", "import", "quiz.txt", "--into", "b"]
    child = pexpect.spawn(sys.executable, words, env=env, cwd=home.parent, timeout=20, dimensions=(24, 80))
    child.expect("Which domain do the new questions belong to.*Type its id")
    child.sendline("")
    child.expect("Type its id")
    child.sendline("rolle")
    child.expect("has no domain 'rolle'")
    child.sendline("Listening")
    child.expect("Wrote b/quiz.yaml: 1 new question.")
    child.expect(pexpect.EOF)
    child.close()

    assert (child.exitstatus, domains(bank)) == (0, ["listening"])


@posix
def test_ctrl_c_while_keys_are_asked_keeps_what_was_said_and_says_how_to_go_on(
    home: Path, bank: Path
) -> None:
    import pexpect

    (home.parent / "quiz.txt").write_text("1. Who?\na) x\nb) y\n\n2. Where?\na) x\nb) y\n", "utf-8")
    env = clean_environment(home, TERM="dumb")
    words = ["-m", "cpsprep", "bank", "import", "quiz.txt", "--into", "b", "--domain", "role"]
    child = pexpect.spawn(sys.executable, words, env=env, cwd=home.parent, timeout=20, dimensions=(24, 80))
    child.expect("Question 1 of 2")
    child.sendline("b")
    child.expect("Question 2 of 2")
    child.sendintr()
    child.expect("Wrote b/quiz.yaml: 1 new question.")
    child.expect("Questions without a key are in b/quiz.needs-key.txt. Write the keys there")
    child.expect(pexpect.EOF)
    child.close()

    assert (child.exitstatus, domains(bank)) == (130, ["role"])
