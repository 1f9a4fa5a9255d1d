"""JSON that cpsprep wrote comes back with all that it holds, and broken JSON breaks nothing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.interchange.names import Format, Refused
from cpsprep.core.interchange.own_json import read_own_json
from cpsprep.core.interchange.sniffing import sniffed
from fakes_import import lines, skipped

JSON = {
    "schema": "cpsprep.questions/1",
    "bank": {"title": "Spring class"},
    "items": [
        {
            "id": "fs-0001",
            "kind": "single",
            "status": "live",
            "deck": "first",
            "topic": "first",
            "level": "recall",
            "stem": "Who?",
            "options": [
                {"id": "a", "text": "x", "right": True, "why": "so"},
                {"id": "b", "text": "z", "right": False, "misconception": "wrong-one"},
            ],
            "tags": ["one"],
            "source": ["guide"],
            "shuffle": False,
        },
        {
            "id": "fs-0002",
            "kind": "truefalse",
            "status": "draft",
            "topic": "T",
            "stem": "So.",
            "options": [
                {"id": "true", "text": "True", "right": False},
                {"id": "false", "text": "False", "right": True},
            ],
            "shuffle": False,
        },
        {
            "id": "fs-0003",
            "kind": "cloze",
            "text": "It is {{c1::so}}.",
            "media": {"a.png": "A  thing", "../b.png": "No place"},
            "status": "new",
            "level": 3,
        },
        {
            "id": "fs-0004",
            "kind": "basic",
            "front": "What now?",
            "back": "Ask.",
            "scenario": {"id": "s", "vignette": "Dana is here.", "updates": ["She says so."], "position": 1},
        },
        {"id": "fs-0005", "kind": "song", "stem": "What is it?"},
        "no question",
    ],
}


def test_everything_comes_back() -> None:
    found = read_own_json(json.dumps(JSON), "f")

    assert lines(found) == [
        "single: Who? | *x | z | why: so | named fs-0001 | #one",
        "truefalse: So. = false | named fs-0002 | in T",
        (
            "cloze: It is {{c1::so}}. | named fs-0003"
            " | !! pictures or sounds with names that a bank cannot have"
        ),
        "basic: What now? = Ask. | named fs-0004",
    ]
    assert [dict(one.more) for one in found.drafts] == [
        {"level": "recall", "source": ["guide"], "misconception": {"b": "wrong-one"}, "shuffle": False},
        {"status": "draft"},
        {"media": {"a.png": "A  thing"}},
        {},
    ]
    assert [one.letters for one in found.drafts] == ["ab", "", "", ""]
    last = found.drafts[3]
    assert (last.scene, last.story, last.updates) == ("s", "Dana is here.", ("She says so.",))
    assert found.title == "Spring class"
    assert skipped(found) == ["5 broken question", "6 broken question"]
    assert found.skipped[0].why == "it has no kind or no text: What is it?"


@pytest.mark.parametrize(
    ("text", "said"),
    [('{"a": }', ["1 broken file"]), ("[" * 100_000, ["1 broken file"]), ("[]", []), ('{"items": 3}', [])],
)
def test_what_is_no_such_json_holds_no_question(text: str, said: list[str]) -> None:
    found = read_own_json(text, "f")

    assert (lines(found), skipped(found)) == ([], said)


def test_texts_come_back_to_the_last_space_but_for_what_no_file_can_hold() -> None:
    item = {"kind": "basic", "front": " a  b\t\u200f\r\n\n\n- c ", "back": "x\0y"}

    (draft,) = read_own_json(json.dumps({"items": [item]}), "f").drafts

    assert (draft.stem, draft.back, draft.is_exact) == ("a  b\t\u200f\n\n\n- c", "x y", True)


def test_mistakes_are_those_of_options_with_letters_of_their_own() -> None:
    options = [{"id": "A", "text": "x", "misconception": "m"}, {"id": "b", "text": "y", "right": True}]

    (draft,) = read_own_json(
        json.dumps({"items": [{"kind": "single", "stem": "?", "options": options}]}), "f"
    ).drafts

    assert (draft.letters, dict(draft.more)) == ("", {})


def test_it_is_known_by_its_schema() -> None:
    assert sniffed(json.dumps(JSON, indent=2)) is Format.JSON
    assert sniffed('{"schema": "other/1"}') is Refused.JSON


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["single", "truefalse", "x", "true"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["kind", "stem", "options", "id", "text", "scenario", "updates"]), inner
        )
    ),
    max_leaves=12,
)


@given(values)
def test_whatever_stands_in_it_is_read_without_a_failure(value: object) -> None:
    read_own_json(json.dumps({"items": [value, {"kind": "single", "stem": "x", "options": value}]}), "f")
