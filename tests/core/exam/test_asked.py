"""A question out of the log reads as it was asked."""

import json
from typing import Any

import pytest

from cpsprep.core.exam.asked import as_asked
from cpsprep.core.item import Basic, Body, Choice, Cloze, ItemId, Kind, ScenarioPart
from cpsprep.core.version import canonical, version_of
from fakes_study import choice, item, truefalse

STORY = ScenarioPart("scn", "Ana waits.", ("She leaves.",), 1)


@pytest.mark.parametrize(
    "body", [choice(), choice(kind=Kind.MULTIPLE, answer=("a", "b")), choice(why=False), truefalse()]
)
@pytest.mark.parametrize("scenario", [None, STORY])
def test_its_text_is_the_same_version(body: Choice, scenario: ScenarioPart | None) -> None:
    made = item("q-1", body, content_note="Loss.", explanation="Both.", scenario=scenario)

    again = as_asked(ItemId("q-1"), canonical(made))

    assert again is not None
    assert version_of(canonical(again)) == version_of(canonical(made))
    assert again.body == body


@pytest.mark.parametrize("body", [Basic("Front", "Back"), Cloze("I {{c1::see}}.", (1,))])
def test_a_question_without_options_is_none_for_an_exam(body: Body) -> None:
    assert as_asked(ItemId("q-1"), canonical(item("q-1", body))) is None


def broken(**changes: Any) -> str:  # noqa: ANN401
    return json.dumps(json.loads(canonical(item())) | changes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "7",
        "{",
        "[" * 100_000,
        broken(kind="essay"),
        broken(options=3),
        broken(options=[["a"]]),
        broken(answer=[]),
        broken(answer=["z"]),
        broken(why=3),
        broken(updates=3),
        broken(media=3),
    ],
)
def test_what_is_no_question_is_none(text: str) -> None:
    assert as_asked(ItemId("q-1"), text) is None
