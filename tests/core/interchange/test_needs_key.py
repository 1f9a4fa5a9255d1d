"""The text of questions that wait for their keys: how many still do, and when it may be replaced."""

from dataclasses import replace

import pytest

from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.interchange.lms.choices import truth
from cpsprep.core.interchange.needs_key import gives_way, needs_key_text, waiting_in
from cpsprep.core.item import Kind

WAITING = [
    ("m-1", Draft(Kind.SINGLE, Spot("f", 1), "Who?", (Option("x"), Option("y", why="so")), topic="T")),
    ("m-2", Draft(Kind.TRUEFALSE, Spot("f", 2), "So.", truth(None), explanation="E", doubt="D")),
]


@pytest.mark.parametrize(
    ("filled", "ids", "many"),
    [(0, {"x"}, 2), (1, {"x"}, 2), (1, {"m-1"}, 1), (2, {"m-1", "m-2"}, 0), (0, {"m-1", "m-2"}, 2)],
)
def test_a_question_waits_until_it_has_a_key_and_is_in_the_bank(
    filled: int, ids: set[str], many: int
) -> None:
    text = needs_key_text(WAITING, "cpsprep bank import x").replace("Answer:\n", "Answer: a\n", filled)

    assert waiting_in(text, ids) == many


OTHER = Draft(
    Kind.SINGLE, Spot("f", 3), "Where?\n- here", (Option("x"), Option("y")), story="A.\n\nB.", tags=("t",)
)


@pytest.mark.parametrize(
    ("wrote", "keyed", "expected"),
    [
        (("Answer:", "Answer:"), {"m-2"}, True),
        (("Answer:", "Answer:"), set(), False),
        (("Answer:\n", "Answer: b\n"), {"m-2"}, False),
        (("Answer:\n", "Answer:\nb\n"), {"m-2"}, False),
        (("b) y", "*b) y"), {"m-2"}, False),
        (("(true or false)", "(true)"), {"m-2"}, False),
        (("\n\nQuestion 1", "\n// Ask Maria.\n\nQuestion 1"), {"m-2"}, False),
        (("ID: m-2\n", ""), {"m-2"}, False),
        (("//   cpsprep bank import x", "//   cpsprep bank import y"), {"m-2"}, True),
    ],
)
def test_an_older_text_gives_way_unless_something_in_it_would_be_lost(
    wrote: tuple[str, str], keyed: set[str], expected: bool
) -> None:
    old = needs_key_text([*WAITING, ("m-3", OTHER)], "cpsprep bank import x").replace(*wrote)
    new = needs_key_text([("m-3", OTHER), WAITING[0]], "cpsprep bank import x")

    assert gives_way(old, new, keyed) is expected


def test_the_same_questions_with_another_reason_to_ask_take_the_place_of_those_without() -> None:
    one, (name, asked) = needs_key_text(WAITING, "x"), WAITING[0]
    other = needs_key_text([(name, replace(asked, doubt="two are bold")), WAITING[1]], "x")

    assert gives_way(one, other, set())
    assert not gives_way(one.replace("Answer:", "Answer: b"), other, set())
    assert not gives_way(other.replace("two are bold", "Ask Maria."), one, set())


def test_an_empty_text_gives_way_and_a_text_of_something_else_does_not() -> None:
    assert gives_way("", "x", set())
    assert not gives_way("Call Maria.", "x", set())
    assert not gives_way("Question 1. ", "x", set())
