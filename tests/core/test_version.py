"""The version of an item: what changes it, what does not, and its frozen value."""

import json
from dataclasses import replace
from hashlib import sha256

import pytest

from cpsprep.core.item import (
    FALSE,
    TRUE,
    Basic,
    Choice,
    Cloze,
    Decision,
    Item,
    ItemId,
    Kind,
    OptionId,
    ScenarioPart,
    Status,
)
from cpsprep.core.problem import Place
from cpsprep.core.version import canonical, version_of

A, B = OptionId("a"), OptionId("b")
CHOICE = Choice(
    Kind.SINGLE, "Which is best?", {A: "Wait.", B: "Ask."}, (B,), {A: "Too slow.", B: "Right."}, {A: "waited"}
)
SINGLE = Item(
    ItemId("al-1"), CHOICE, Place("a.yaml", 1, 1), "deck", "role", "topic", explanation="Ask first."
)
SCENARIO = ScenarioPart("dana", "Dana comes in.", ("She is late.",), 2)


def test_the_canonical_form_is_frozen() -> None:
    assert canonical(SINGLE) == (
        '{"answer":["b"],"explanation":"Ask first.","kind":"single","options":[["a","Wait."],["b","Ask."]],'
        '"stem":"Which is best?","why":{"a":"Too slow.","b":"Right."}}'
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (Cloze("A {{c1::peer}}.", (1,)), '{"kind":"cloze","text":"A {{c1::peer}}."}'),
        (Basic("Front", "Zurück"), '{"back":"Zurück","front":"Front","kind":"basic"}'),
        (
            Choice(Kind.TRUEFALSE, "It is so.", {TRUE: "True", FALSE: "False"}, (TRUE,)),
            '{"answer":["true"],"kind":"truefalse","stem":"It is so."}',
        ),
    ],
)
def test_the_canonical_form_of_the_other_kinds_is_frozen(body: Cloze | Basic | Choice, expected: str) -> None:
    assert canonical(replace(SINGLE, body=body, explanation="")) == expected


def test_the_version_is_the_sha_256_of_the_utf_8_text() -> None:
    text = canonical(replace(SINGLE, body=Basic("Front", "Zurück")))
    assert version_of(text) == sha256(text.encode("utf-8")).hexdigest()


def test_the_canonical_form_is_json_that_reads_back() -> None:
    read = json.loads(canonical(replace(SINGLE, scenario=SCENARIO, content_note="Abuse.")))
    assert (read["vignette"], read["updates"]) == ("Dana comes in.", ["She is late."])
    assert read["content_note"] == "Abuse."


@pytest.mark.parametrize(
    "other",
    [
        replace(SINGLE, body=replace(CHOICE, stem="Which is worst?")),
        replace(SINGLE, body=replace(CHOICE, kind=Kind.MULTIPLE)),
        replace(SINGLE, body=replace(CHOICE, options={B: "Ask.", A: "Wait."})),
        replace(SINGLE, body=replace(CHOICE, options={A: "Wait.", B: "Ask!"})),
        replace(SINGLE, body=replace(CHOICE, answer=(A,))),
        replace(SINGLE, body=replace(CHOICE, why={A: "Too slow."})),
        replace(SINGLE, explanation=""),
        replace(SINGLE, content_note="Abuse."),
        replace(SINGLE, scenario=SCENARIO),
        replace(SINGLE, scenario=replace(SCENARIO, updates=())),
    ],
)
def test_what_a_learner_reads_changes_the_version(other: Item) -> None:
    assert version_of(canonical(other)) != version_of(canonical(SINGLE))


@pytest.mark.parametrize(
    "other",
    [
        replace(SINGLE, id=ItemId("al-2")),
        replace(SINGLE, place=Place("b.yaml", 9, 9)),
        replace(SINGLE, deck="other", domain="other", topic="other"),
        replace(
            SINGLE, status=Status.REVIEWED, tags=("new",), source=("nimh",), claims=("S01",), facts=("1.1",)
        ),
        replace(SINGLE, shuffle=False, review_by="2027-01-01", decision=Decision.ACT),
        replace(SINGLE, body=replace(CHOICE, why={B: "Right.", A: "Too slow."})),
        replace(SINGLE, body=replace(CHOICE, misconceptions={})),
    ],
)
def test_what_stands_around_a_question_does_not(other: Item) -> None:
    assert canonical(other) == canonical(SINGLE)


def test_the_order_in_which_keys_are_written_does_not_matter() -> None:
    both = replace(CHOICE, kind=Kind.MULTIPLE, answer=(A, B))
    assert canonical(replace(SINGLE, body=both)) == canonical(
        replace(SINGLE, body=replace(both, answer=(B, A)))
    )
