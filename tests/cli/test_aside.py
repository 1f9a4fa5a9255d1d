"""Questions that were set aside, and how they come back."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest

from cpsprep.app.errors import UsageError
from cpsprep.cli.aside import aside_lines, bring_back, labels, named
from cpsprep.core.bank import Bank
from cpsprep.core.history import CardKey
from cpsprep.core.item import BankId, CardId, Cloze
from fakes_cli import cpsprep
from fakes_study import BANK, BASIC, HEADER, FakeClock, FakeLog, FakeShelf, bank, choice, item

OTHER = BankId("c0f5f9f6-6f0c-4f5e-9c1b-2c6f0a7de5a2")
TWICE = Cloze("{{c1::Open}} questions, {{c2::kindly::how}} asked.", (1, 2))
HERE = bank(item("q-1", choice("What\n  comes FIRST?")), item("q-2", BASIC), item("c-1", TWICE))
THERE = bank(item("q-1", choice("Another bank?")), header=replace(HEADER, id=OTHER, title="Other bank"))
RETURN = "To bring one back: cpsprep aside --return ID"


def keys(*cards: str, bank_id: BankId = BANK) -> set[CardKey]:
    return {(bank_id, CardId(card)) for card in cards}


def lines(away: Collection[CardKey], *banks: Bank, gone: Collection[str] = ()) -> list[str]:
    shelf = FakeShelf(banks or (HERE,), gone)
    return aside_lines(away, shelf.catalog(), shelf)


def meant(*names: str, away: Collection[CardKey], banks: tuple[Bank, ...] = (HERE,)) -> set[CardKey]:
    return set(named(names, away, FakeShelf(banks).catalog()))


def test_nothing_may_be_set_aside() -> None:
    assert lines(set()) == ["Nothing is set aside."]


def test_each_question_is_shown_by_its_first_words_in_the_order_of_the_bank() -> None:
    assert lines(keys("q-2", "q-1")) == [
        "q-1: What comes FIRST?",
        "q-2: Who named active listening?",
        RETURN,
    ]


def test_blanks_stay_hidden() -> None:
    assert lines(keys("c-1#c2"))[0] == "c-1#c2: [blank] questions, [blank] asked."


def test_a_long_question_is_cut() -> None:
    (line, _) = lines(keys("q-1"), bank(item("q-1", choice("word " * 40))))

    assert len(line) <= len("q-1: ") + 60
    assert line.endswith("word...")


def test_a_question_that_cannot_be_read_does_not_hide_the_others() -> None:
    assert lines(keys("q-1", "q-2"), gone={"q-1"})[:2] == [
        "q-1: (it cannot be read at the moment)",
        "q-2: Who named active listening?",
    ]


@pytest.mark.parametrize(
    ("cards", "words"),
    [
        (("z-1",), "1 question is set aside that the banks in use do not have."),
        (("z-1", "z-2"), "2 questions are set aside that the banks in use do not have."),
    ],
)
def test_what_is_in_no_bank_any_more_is_counted(cards: tuple[str, ...], words: str) -> None:
    assert lines(keys(*cards)) == ["Nothing is set aside.", words]
    assert lines(keys("q-1", *cards))[1:] == [words, RETURN]


def test_the_same_id_in_two_banks_is_told_apart_by_their_titles() -> None:
    assert lines(keys("q-1") | keys("q-1", bank_id=OTHER), HERE, THERE) == [
        "q-1 (Test bank): What comes FIRST?",
        "q-1 (Other bank): Another bank?",
        RETURN,
    ]


def test_a_question_is_called_by_its_id() -> None:
    assert meant("q-2", away=keys("q-1", "q-2")) == keys("q-2")


@pytest.mark.parametrize("name", ["Q-2", " q-2 "])
def test_case_and_blanks_do_not_matter(name: str) -> None:
    assert meant(name, away=keys("q-1", "q-2")) == keys("q-2")


def test_an_item_stands_for_all_of_its_blanks() -> None:
    assert meant("c-1", away=keys("c-1#c1", "c-1#c2", "q-1")) == keys("c-1#c1", "c-1#c2")


def test_one_blank_may_be_meant_alone() -> None:
    assert meant("c-1#c2", away=keys("c-1#c1", "c-1#c2")) == keys("c-1#c2")


def test_naming_a_question_twice_means_it_once() -> None:
    assert named(["q-1", "q-1"], keys("q-1"), FakeShelf([HERE]).catalog()) == list(keys("q-1"))


def test_an_id_that_two_banks_have_means_both() -> None:
    both = keys("q-1") | keys("q-1", bank_id=OTHER)

    assert meant("q-1", away=both, banks=(HERE, THERE)) == both


def test_what_left_the_bank_can_come_back_too() -> None:
    assert meant("z-1", away=keys("z-1")) == keys("z-1")


@pytest.mark.parametrize(
    ("away", "hint"),
    [
        (set(), "nothing is set aside"),
        (keys("q-1", "q-2"), "set aside: q-1, q-2; to see all: cpsprep aside"),
    ],
    ids=["none", "two"],
)
def test_a_name_that_fits_nothing_is_refused(away: set[CardKey], hint: str) -> None:
    with pytest.raises(UsageError) as refusal:
        meant("zz", away=away)

    assert (str(refusal.value), refusal.value.hint) == ("'zz' is not set aside", hint)


def test_a_refusal_does_not_list_hundreds() -> None:
    many = bank(*(item(f"q-{n}") for n in range(300)))
    with pytest.raises(UsageError) as refusal:
        meant("zz", away=keys(*(f"q-{n}" for n in range(300))), banks=(many,))

    assert refusal.value.hint == "set aside: q-0, q-1, q-2, q-3, q-4, ...; to see all: cpsprep aside"


def test_one_wrong_name_brings_nothing_back() -> None:
    with pytest.raises(UsageError):
        meant("q-1", "zz", away=keys("q-1"))


def test_coming_back_is_a_fact_for_each_card() -> None:
    log = FakeLog()
    bring_back([(BANK, CardId("c-1#c1")), (OTHER, CardId("q-1"))], log, FakeClock())

    assert [(fact.type, fact.bank, fact.item, fact.card) for fact in log.facts] == [
        ("returned", BANK, "c-1", "c-1#c1"),
        ("returned", OTHER, "q-1", "q-1"),
    ]


def test_a_bank_that_is_not_in_use_is_named_by_its_uuid_where_it_must_be() -> None:
    both = [(BANK, CardId("q-1")), (OTHER, CardId("q-1"))]

    assert list(labels(both, FakeShelf([HERE]).catalog()).values()) == [
        "q-1 (Test bank)",
        f"q-1 ({OTHER})",
    ]


def test_a_question_goes_and_comes_back(tmp_path: Path) -> None:
    home = tmp_path / "home"
    cpsprep("review", "--plain", "--limit", "1", home=home, text="aside\n")
    shown = cpsprep("aside", home=home).out.split(":")[0]

    assert cpsprep("aside", "--return", shown, home=home).out == f"{shown} is back.\n"
    assert cpsprep("aside", home=home).out == "Nothing is set aside.\n"


def test_looking_writes_no_log(tmp_path: Path) -> None:
    done = cpsprep("aside", home=tmp_path / "home")

    assert (done.code, (tmp_path / "home" / "data").exists()) == (0, False)


def test_a_wrong_name_writes_no_log(tmp_path: Path) -> None:
    done = cpsprep("aside", "--return", "zz", home=tmp_path / "home")

    assert (done.code, done.err) == (2, "cpsprep: 'zz' is not set aside\nnothing is set aside\n")
    assert not (tmp_path / "home" / "data").exists()
