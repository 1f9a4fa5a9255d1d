"""When the key of an item counts as changed since it was answered."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.item import Body, Kind
from cpsprep.core.key_change import key_changed
from cpsprep.core.version import canonical
from fakes_study import BASIC, CLOZE, choice, item, truefalse

TWO = {"a": "Listen.", "b": "Plan."}


def of(body: Body) -> str:
    return canonical(item(body=body))


LISTEN = of(choice(options=TWO, answer="a"))


@pytest.mark.parametrize(
    ("after", "why"),
    [
        (choice(options=TWO, answer="b"), "the other option is right now"),
        (choice(options=TWO, answer="ab", kind=Kind.MULTIPLE), "one more is right now"),
        (choice(options={"a": "Plan.", "b": "Listen."}, answer="a"), "the texts changed places"),
        (choice(options={"a": "Wait.", "b": "Listen."}, answer="a"), "the right text is wrong now"),
        (truefalse("Listen.", true=True), "it became another kind of question"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_key_changed(after: Body, why: str) -> None:
    assert key_changed(LISTEN, of(after)), why


@pytest.mark.parametrize(
    ("after", "why"),
    [
        (choice(options=TWO, answer="a"), "nothing changed"),
        (choice("What now?", options=TWO, answer="a"), "the stem changed"),
        (choice(options={"a": "Listen to her.", "b": "Plan."}, answer="a"), "the right option was reworded"),
        (choice(options={"a": "Plan.", "b": "Listen."}, answer="b"), "the options were reordered"),
        (choice(options={**TWO, "c": "Wait."}, answer="a"), "a wrong option was added"),
        (BASIC, "it became a card without options"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_key_is_the_same(after: Body, why: str) -> None:
    assert not key_changed(LISTEN, of(after)), why


def test_true_that_became_false_is_a_change() -> None:
    assert key_changed(of(truefalse(true=True)), of(truefalse(true=False)))


def test_a_true_or_false_statement_may_be_reworded() -> None:
    assert not key_changed(of(truefalse("One.", true=True)), of(truefalse("Two.", true=True)))


@pytest.mark.parametrize("body", [BASIC, CLOZE])
def test_what_has_no_options_has_no_key_to_change(body: Body) -> None:
    assert not key_changed(of(body), LISTEN)


STRANGE = [
    "",
    "[]",
    "null",
    "{}",
    '{"kind":[]}',
    '{"kind":"single"}',
    '{"kind":"single","answer":["z"],"options":[["a","A"]]}',
    '{"kind":"single","answer":7,"options":[["a","A"]]}',
    '{"kind":"single","answer":["a"],"options":[["a"]]}',
    '{"kind":"single","answer":["a"],"options":[["a",[]]]}',
    "[" * 100_000,
]


@pytest.mark.parametrize("text", STRANGE, ids=lambda text: text[:40] or "empty")
def test_a_version_that_came_from_elsewhere_may_be_anything(text: str) -> None:
    assert not key_changed(text, LISTEN)
    assert not key_changed(LISTEN, text)


JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(["single", "truefalse"]), JSON, JSON)
def test_no_version_makes_it_stumble(kind: str, answer: object, options: object) -> None:
    text = json.dumps({"kind": kind, "answer": answer, "options": options})

    assert key_changed(text, LISTEN) in {True, False}
