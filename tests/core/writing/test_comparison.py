"""Two states of a bank: what became of each question."""

from pathlib import Path

import pytest

from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.core.bank import Bank
from cpsprep.core.item import ItemId
from cpsprep.core.writing.comparison import Became, Step, compared
from cpsprep.core.writing.harm import harms
from fakes_bank import DECK, basics, write_bank


def bank(folder: Path, deck: str = DECK, **decks: str) -> Bank:
    return read_bank(
        write_bank(folder, {"first.yaml": deck, **{f"{name}.yaml": t for name, t in decks.items()}})
    )


def steps(folder: Path, before: str, after: str) -> list[Step]:
    return compared(bank(folder / "old"), bank(folder / "new", DECK.replace(before, after)))


@pytest.mark.parametrize(
    ("before", "after", "item", "became", "fields"),
    [
        ("answer: a", "answer: b", "one-choice", Became.KEY, ()),
        ("stem: Which is best?", "stem: Which is BEST?", "one-choice", Became.WORDING, ("stem",)),
        ("explanation: Both.", "explanation: Either.", "two-cloze", Became.WORDING, ("explanation",)),
        ("vignette: Ana waits.", "vignette: Ann waits.", "four-true", Became.WORDING, ("vignette",)),
        ("status: draft", "status: retired", "three-basic", Became.RETIRED, ()),
        ("status: draft", "status: live", "three-basic", Became.STATUS, ()),
        ("level: recall", "level: application", "one-choice", Became.OTHER, ("level",)),
        ("tags: [short]", "tags: [long]", "one-choice", Became.OTHER, ("tags",)),
        ("misconception: {b: reassured}", "", "one-choice", Became.OTHER, ("misconception",)),
    ],
)  # fmt: skip
def test_one_change_is_one_step(
    tmp_path: Path, before: str, after: str, item: str, became: Became, fields: tuple[str, ...]
) -> None:
    (step,) = steps(tmp_path, before, after)

    assert (step.item, step.became, step.fields) == (item, became, fields)


def test_the_words_of_both_keys_are_told(tmp_path: Path) -> None:
    (step,) = steps(tmp_path, "answer: a", "answer: b")

    assert (step.before, step.after) == ("This one", "That one")


@pytest.mark.parametrize(
    ("changes", "became"),
    [
        (
            {"answer: a": "answer: b", "b: That one": "b: That other", "It is.": "No."},
            [(Became.KEY, ("options", "why"))],
        ),
        (
            {"{a: This one, b: That one}": "{a: That one, b: This one}", "Which is best?": "Which?"},
            [(Became.KEY, ("options", "stem"))],
        ),
        (
            {"answer: a": "answer: b\n    status: retired", "level: recall": "level: application"},
            [(Became.KEY, ()), (Became.RETIRED, ()), (Became.OTHER, ("level",))],
        ),
        (
            {
                "Which is best?": "Which?",
                "answer: a": "answer: a\n    status: draft",
                "{a: It is.,": "{a: So.,",
            },
            [(Became.WORDING, ("stem", "why")), (Became.STATUS, ())],
        ),
    ],
    ids=[
        "key, options and reasons",
        "words that changed sides",
        "key, status and level",
        "wording and status",
    ],
)
def test_several_changes_of_one_question_are_all_told(
    tmp_path: Path, changes: dict[str, str], became: list[tuple[Became, tuple[str, ...]]]
) -> None:
    deck = DECK
    for before, after in changes.items():
        deck = deck.replace(before, after)

    found = compared(bank(tmp_path / "old"), bank(tmp_path / "new", deck))

    assert [(step.became, tuple(sorted(step.fields))) for step in found] == became


def test_a_question_can_come_back(tmp_path: Path) -> None:
    old = bank(tmp_path / "old", DECK.replace("status: draft", "status: retired"))

    assert [step.became for step in compared(old, bank(tmp_path / "new"))] == [Became.BACK]


def test_new_and_missing_and_moved_questions_are_told_in_order(tmp_path: Path) -> None:
    old = bank(tmp_path / "old", basics("ex-1", "ex-2"), other=basics("ex-3"))
    new = bank(tmp_path / "new", basics("ex-2", "ex-3"), other=basics("ex-4"))

    assert [(step.item, step.became) for step in compared(old, new)] == [
        ("ex-1", Became.GONE),
        ("ex-4", Became.NEW),
        ("ex-3", Became.MOVED),
    ]


def test_nothing_differs_from_itself(tmp_path: Path) -> None:
    assert compared(bank(tmp_path / "old"), bank(tmp_path / "new")) == []


def test_an_edit_harms_none_but_those_that_are_meant(tmp_path: Path) -> None:
    old = bank(tmp_path / "old", basics("ex-1", "ex-2", "ex-3"))
    new = bank(
        tmp_path / "new", basics("ex-2", "ex-3", "ex-4").replace("{id: ex-2", "{explanation: e, id: ex-2")
    )

    assert list(harms(old, new, set(map(ItemId, ("ex-1", "ex-2", "ex-4"))))) == []
    assert list(harms(old, new, set())) == [
        "'ex-1' would no longer be there",
        "'ex-2' would get another text",
        "'ex-4' would be there besides",
    ]
