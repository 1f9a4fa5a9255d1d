"""The text of questions that wait for their keys: how many still do."""

import pytest

from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.interchange.lms.choices import truth
from cpsprep.core.interchange.needs_key import needs_key_text, waiting_in
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
