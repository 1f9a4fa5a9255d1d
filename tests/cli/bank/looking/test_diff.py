"""`bank diff`: what became of each question, between folders, packs, installed banks and commits."""

import json
from pathlib import Path

import pytest

from fakes_bank import DECK, HEADER, OTHER_UUID, UUID, basics, write_bank
from fakes_cli import cpsprep
from fakes_git import committed
from fakes_packs import packed

WRONG = basics("wr-0001", "wr-0002").replace("wr-0001, kind: basic", "wr-0001, knd: basic")
OTHER_KEY = DECK.replace("answer: a", "answer: b")
KEY_TOLD = [
    "1 question with another key. Learners are told once, and asked again.",
    "  one-choice: Which is best?",
    "    before: This one",
    "    now: That one",
]


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "small")


def with_other_key(bank: Path) -> Path:
    (bank / "first.yaml").write_text(OTHER_KEY, "utf-8")
    return bank


def test_what_became_of_each_question_is_told_in_words(home: Path, bank: Path) -> None:
    (bank / "wrong.yaml").write_text(WRONG, "utf-8")
    decks = {"first.yaml": OTHER_KEY.replace("Both.", "Either."), "new.yaml": basics("ex-1")}
    write_bank(bank.parent / "now", decks)

    done = cpsprep("bank", "diff", "small", "now", home=home)

    assert (done.code, done.err) == (1, "")
    assert done.out.splitlines() == [
        "From small to now:",
        "Left out of the old one because of mistakes: 1 question.",
        "1 question gone. Learners cannot tell why. Retire questions rather than deleting them.",
        "  wr-0002: f",
        *KEY_TOLD,
        "1 question with another wording. Learners keep their progress.",
        "  two-cloze: I [blank] and [blank].",
        "    explanation",
        "1 question new.",
        "  ex-1: f",
    ]


def test_what_changed_besides_the_key_is_told_below_it(home: Path, bank: Path) -> None:
    decks = {
        "first.yaml": OTHER_KEY.replace("b: That one", "b: That other").replace(
            "level: recall", "level: application"
        )
    }
    write_bank(bank.parent / "now", decks)

    told = cpsprep("bank", "diff", "small", "now", home=home).out.splitlines()[1:]

    assert told == [
        *KEY_TOLD[:-1],
        "    now: That other",
        "    also changed: options",
        "1 question changed in what learners do not read.",
        "  one-choice: Which is best?",
        "    level",
    ]


def test_a_bank_does_not_differ_from_itself(home: Path, bank: Path) -> None:
    done = cpsprep("bank", "diff", "small", "small", home=home)

    assert (done.code, done.out) == (0, "From small to small:\nNo question differs.\n")


def test_two_banks_are_told_apart_by_their_uuids(home: Path, bank: Path) -> None:
    write_bank(bank.parent / "now", {"first.yaml": DECK}, HEADER.replace(UUID, OTHER_UUID))

    assert "These are two banks" in cpsprep("bank", "diff", "small", "now", home=home).out


def test_the_difference_is_there_for_programs(home: Path, bank: Path) -> None:
    write_bank(bank.parent / "now", {"first.yaml": OTHER_KEY})

    told = json.loads(cpsprep("bank", "diff", "small", "now", "--json", home=home).out)

    assert (told["schema"], told["old"], told["new"]) == ("cpsprep.bank-diff/1", "small", "now")
    changed = {"item": "one-choice", "became": "changed-key", "before": "This one", "after": "That one"}
    assert changed in told["steps"]


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        (("small",), "From small at the last commit (NUMBER, 2026-11-20) to now:"),
        (("--bank", "small"), "From small at the last commit (NUMBER, 2026-11-20) to now:"),
        (("v1", "small"), "From small at v1 (NUMBER, 2026-11-20) to small:"),
        (("v1", "--bank", "small"), "From small at v1 (NUMBER, 2026-11-20) to now:"),
        (("HEAD", "small"), "From small at the last commit (NUMBER, 2026-11-20) to small:"),
    ],
)
def test_a_bank_kept_with_git_is_compared_with_what_it_was(
    home: Path, bank: Path, words: tuple[str, ...], heading: str
) -> None:
    committed(bank.parent, "v1")
    with_other_key(bank)

    done = cpsprep("bank", "diff", *words, home=home)

    assert (done.code, done.err) == (1, "")
    head, *told = done.out.splitlines()
    number = head.partition("(")[2].partition(",")[0]
    assert (head.replace(number, "NUMBER"), told) == (heading, KEY_TOLD)


def test_in_the_folder_of_a_bank_nothing_need_be_named(home: Path, bank: Path) -> None:
    committed(bank.parent)
    with_other_key(bank)

    done = cpsprep("bank", "diff", home=home, cwd=bank)

    assert done.out.startswith("From small at the last commit (")
    assert done.out.splitlines()[1:] == KEY_TOLD


def test_the_bank_in_use_need_not_be_named_either(home: Path, bank: Path) -> None:
    committed(bank.parent)
    with_other_key(bank)
    cpsprep("config", "set", "bank", str(bank), home=home)

    assert cpsprep("bank", "diff", home=home).out.splitlines()[1:] == KEY_TOLD


def test_two_commits_are_compared_whatever_the_folder_holds_now(home: Path, bank: Path) -> None:
    committed(bank.parent, "v1")
    committed(with_other_key(bank).parent, "v2")
    (bank / "first.yaml").write_text("items: []", "utf-8")

    done = cpsprep("bank", "diff", "v1", "v2", "--bank", "small", home=home)

    assert done.out.splitlines()[1:] == KEY_TOLD


def test_a_deck_that_was_never_committed_is_new(home: Path, bank: Path) -> None:
    committed(bank.parent)
    (bank / "second.yaml").write_text(basics("ex-1"), "utf-8")

    done = cpsprep("bank", "diff", "small", home=home)

    assert done.out.splitlines()[1:] == ["1 question new.", "  ex-1: f"]


def test_a_pack_is_a_state_like_any_other(home: Path, bank: Path) -> None:
    packed(bank, bank.parent / "old.cpsbank")
    with_other_key(bank)

    forth = cpsprep("bank", "diff", "old.cpsbank", "small", home=home).out.splitlines()
    back = cpsprep("bank", "diff", "small", "old.cpsbank", home=home).out.splitlines()

    assert forth == ["From old.cpsbank to small:", *KEY_TOLD]
    assert back[-2:] == ["    before: That one", "    now: This one"]


def test_an_installed_bank_is_known_by_its_name(home: Path, bank: Path) -> None:
    packed(bank, bank.parent / "old.cpsbank")
    cpsprep("bank", "install", "old.cpsbank", home=home)
    with_other_key(bank)

    done = cpsprep("bank", "diff", "small-bank", "small", home=home)

    assert done.out.splitlines() == ["From small-bank to small:", *KEY_TOLD]


def test_a_pack_alone_is_compared_with_the_same_bank_in_use(home: Path, bank: Path) -> None:
    packed(bank, bank.parent / "old.cpsbank")
    with_other_key(bank)

    done = cpsprep("bank", "diff", "old.cpsbank", "--bank", "small", home=home)

    assert done.out.splitlines() == ["From old.cpsbank to small:", *KEY_TOLD]


def test_a_folder_comes_before_a_tag_of_its_name(home: Path, bank: Path) -> None:
    committed(bank.parent, "before")
    with_other_key(bank)
    write_bank(bank.parent / "before", {"first.yaml": OTHER_KEY})

    assert cpsprep("bank", "diff", "before", "small", home=home).out.endswith("No question differs.\n")


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("befor", "small"), "no folder, no pack and no installed bank 'befor'", "git log --oneline"),
        (("v1", "v9", "--bank", "small"), "git knows no commit 'v9'", "git log --oneline"),
        (("--", "--output=x", "small"), "git knows no commit '--output=x'", "git log --oneline"),
        (("small/first.yaml", "small"), "is one file of a bank", "name its folder: small"),
        (
            ("v1", "--bank", "small", "--bank", "other"),
            "several banks could be meant",
            "cpsprep bank diff small",
        ),
    ],
)
def test_what_cannot_be_compared_is_told_with_a_way_out(
    home: Path, bank: Path, words: tuple[str, ...], message: str, hint: str
) -> None:
    committed(bank.parent, "v1")

    done = cpsprep("bank", "diff", *words, home=home)

    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert hint in done.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("small",), "small is not kept with git"),
        (("v1", "small"), "no installed bank 'v1', and small is not kept with git"),
    ],
)
def test_without_a_repository_there_are_no_commits(
    home: Path, bank: Path, words: tuple[str, ...], message: str
) -> None:
    done = cpsprep("bank", "diff", *words, home=home)

    assert (done.code, done.out) == (3, "")
    assert message in done.err
    assert "cpsprep bank diff before.cpsbank my-bank" in done.err


def test_without_git_folders_and_packs_are_compared_all_the_same(home: Path, bank: Path) -> None:
    packed(bank, bank.parent / "old.cpsbank")
    committed(bank.parent, "v1")
    without = {"PATH": str(home)}

    assert cpsprep("bank", "diff", "old.cpsbank", "small", home=home, env=without).code == 0
    refused = cpsprep("bank", "diff", "v1", "small", home=home, env=without)
    assert (refused.code, refused.out) == (3, "")
    assert "the program git is needed for this, and is not here" in refused.err


def test_a_bank_that_cannot_be_used_is_not_taken_for_an_empty_one(home: Path, bank: Path) -> None:
    write_bank(bank.parent / "now", header="title: no uuid\n")

    done = cpsprep("bank", "diff", "small", "now", home=home)

    assert (done.code, done.out) == (3, "")
    assert "now cannot be used: its bank.yaml has a mistake" in done.err
    assert "cpsprep bank lint now" in done.err


def test_a_pack_of_a_bank_that_is_not_in_use_asks_for_the_other_side(home: Path, bank: Path) -> None:
    packed(bank, bank.parent / "old.cpsbank")

    done = cpsprep("bank", "diff", "old.cpsbank", home=home)

    assert (done.code, done.out) == (2, "")
    assert "no bank in use is 'Small bank'" in done.err


def test_where_no_bank_in_use_is_kept_with_git_both_states_are_asked_for(home: Path, bank: Path) -> None:
    cpsprep("config", "set", "bank", str(bank), home=home)

    plain = cpsprep("bank", "diff", home=home)
    named = cpsprep("bank", "diff", "v1", home=home)

    assert (plain.code, named.code) == (2, 2)
    assert "no bank in use is kept with git" in plain.err
    assert "add" not in named.out
    assert "no installed bank 'v1'" in named.err
