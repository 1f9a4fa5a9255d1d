"""Fields set where they stand: the style stays, comments stay, and so does every other line."""

import pytest

from cpsprep.core.writing.edits import LayoutError
from cpsprep.core.writing.fields import Value, set_field
from fakes_writing import DECK, changes, edited, entry


def setting(name: str, path: str, value: Value, deck: str = DECK) -> list[str]:
    after = edited(deck, set_field(deck, entry(deck, name).node, path.split("."), value))
    return changes(deck, after)


@pytest.mark.parametrize(
    ("name", "path", "value", "lines"),
    [
        # an existing text, in its style and before its comment
        ("ex-0001", "stem", "Which: now?", [
            '-     stem: "Which is best?"   # asked in class',
            '+     stem: "Which: now?"   # asked in class',
        ]),
        ("ex-0001", "stem", "One.\nTwo?", [
            '-     stem: "Which is best?"   # asked in class',
            "+     stem: |   # asked in class",
            "+       One.",
            "+       Two?",
        ]),
        ("ex-0001", "options.a", "No: this", ["-       a: This one.", '+       a: "No: this"']),
        ("ex-0001", "options.b", "Both", ["-       b: 'That one.'", '+       b: "Both"']),
        ("ex-0001", "options.b", "Two\nlines", [
            "-       b: 'That one.'", "+       b: |", "+         Two", "+         lines",
        ]),
        ("ex-s1", "vignette", "Ana left.", [
            "-       Ana waits.", "- ", "-       It rains.", "+       Ana left.",
        ]),
        ("ex-s1", "vignette", "a\u2028b", [
            "-     vignette: |   # told once",
            '+     vignette: "a\\u2028b"   # told once',
            "-       Ana waits.", "- ", "-       It rains.",
        ]),
        # between brackets
        ("ex-0001", "why.b", "No, not", [
            "-     why: {a: It is., b: It is not.}", '+     why: {a: It is., b: "No, not"}',
        ]),
        ("ex-0002", "back", "Behind", [
            '-   - {id: ex-0002, kind: basic, front: Front, back: "Back"}',
            '+   - {id: ex-0002, kind: basic, front: Front, back: "Behind"}',
        ]),
        ("ex-0002", "level", "recall", [
            '-   - {id: ex-0002, kind: basic, front: Front, back: "Back"}',
            '+   - {id: ex-0002, kind: basic, level: recall, front: Front, back: "Back"}',
        ]),
        ("ex-0002", "shuffle", False, [
            '-   - {id: ex-0002, kind: basic, front: Front, back: "Back"}',
            '+   - {id: ex-0002, kind: basic, front: Front, back: "Back", shuffle: false}',
        ]),
        ("ex-0002", "tags", ["a", "b"], [
            '-   - {id: ex-0002, kind: basic, front: Front, back: "Back"}',
            '+   - {id: ex-0002, kind: basic, front: Front, back: "Back", tags: [a, b]}',
        ]),
        ("ex-0002", "why.a", "x", [
            '-   - {id: ex-0002, kind: basic, front: Front, back: "Back"}',
            '+   - {id: ex-0002, kind: basic, front: Front, back: "Back", why: {a: x}}',
        ]),
        ("ex-0002", "back", "", [
            '-   - {id: ex-0002, kind: basic, front: Front, back: "Back"}',
            "+   - {id: ex-0002, kind: basic, front: Front}",
        ]),
        ("ex-0002", "id", "", [
            '-   - {id: ex-0002, kind: basic, front: Front, back: "Back"}',
            '+   - {kind: basic, front: Front, back: "Back"}',
        ]),
        # fields that are new stand where the documents have them
        ("ex-0001", "status", "draft", ["+     status: draft"]),
        ("ex-0001", "misconception.b", "reassured", ["+     misconception: {b: reassured}"]),
        ("ex-0001", "tags", ["short"], ["+     tags: [short]"]),
        ("ex-0001", "options.c", "Neither.", ["+       c: Neither."]),
        ("ex-0001", "explanation", "Two\nlines", ["+     explanation: |", "+       Two", "+       lines"]),
        # lists
        ("ex-0001", "source", ["guide"], [
            "-     source:", "-       - guide", "-       - plain", "+     source: [guide]",
        ]),
        ("ex-0001", "answer", ["a", "b"], ["-     answer: a", "+     answer: [a, b]"]),
        # taken away
        ("ex-0001", "stem", "", ['-     stem: "Which is best?"   # asked in class']),
        ("ex-0001", "options.b", "", ["-       b: 'That one.'"]),
        ("ex-0001", "source", [], ["-     source:", "-       - guide", "-       - plain"]),
        ("ex-0001", "why.a", "", [
            "-     why: {a: It is., b: It is not.}", "+     why: {b: It is not.}",
        ]),
        ("ex-0001", "id", "", ["-   - id: ex-0001", "-     kind: single", "+   - kind: single"]),
        # as it is
        ("ex-0001", "stem", "Which is best?", []),
        ("ex-0001", "source", ["guide", "plain"], []),
        ("ex-0001", "level", "", []),
        ("ex-0001", "misconception.a", "", []),
        ("ex-0004", "back", "No", []),
    ],
)  # fmt: skip
def test_one_field_changes_and_no_other_line(name: str, path: str, value: Value, lines: list[str]) -> None:
    assert sorted(setting(name, path, value)) == sorted(lines)


EMPTY = """\
items:
  - id: ex-0001
    explanation:
    shuffle: true
    why:   # reasons
    options: ""
    misconception: # wrong ideas
    front: |  # here
      Front
  - {id: ex-0002, why: , options: {b: x}}
"""


@pytest.mark.parametrize(
    ("name", "path", "value", "lines"),
    [
        ("ex-0001", "explanation", "Both.", ["-     explanation:", "+     explanation: Both."]),
        ("ex-0001", "shuffle", False, ["-     shuffle: true", "+     shuffle: false"]),
        ("ex-0001", "shuffle", True, []),
        ("ex-0001", "why.a", "It is.", ["+       a: It is."]),
        ("ex-0001", "why.a", "", []),
        ("ex-0001", "options.a", "x", ['-     options: ""', "+     options:", "+       a: x"]),
        ("ex-0001", "misconception.b", "x", [
            "-     misconception: # wrong ideas", "+     misconception: {b: x} # wrong ideas",
        ]),
        ("ex-0001", "front", "Back\nof it", ["-       Front", "+       Back", "+       of it"]),
        ("ex-0002", "why.a", "x", [
            "-   - {id: ex-0002, why: , options: {b: x}}",
            "+   - {id: ex-0002, why: {a: x}, options: {b: x}}",
        ]),
        ("ex-0002", "options.a", "z", [
            "-   - {id: ex-0002, why: , options: {b: x}}",
            "+   - {id: ex-0002, why: , options: {a: z, b: x}}",
        ]),
    ],
)  # fmt: skip
def test_an_empty_field_is_filled_beside_its_comment(
    name: str, path: str, value: Value, lines: list[str]
) -> None:
    assert sorted(setting(name, path, value, EMPTY)) == sorted(lines)


def test_the_first_of_several_options_can_come_last() -> None:
    deck = "items:\n  - id: ex-0001\n    options:\n      b: x\n"

    assert setting("ex-0001", "options.a", "z", deck) == ["+       a: z"]
    assert edited(deck, set_field(deck, entry(deck, "ex-0001").node, ["options", "a"], "z")).endswith(
        "    options:\n      a: z\n      b: x\n"
    )


def test_a_picture_comes_behind_those_that_are_there_since_texts_number_them() -> None:
    deck = "items:\n  - id: ex-0001\n    media:\n      z.png: one\n      y.png: two\n"
    edit = set_field(deck, entry(deck, "ex-0001").node, ["media", "a.png"], "three")

    assert edited(deck, edit) == f"{deck}      a.png: three\n"


def test_taking_the_last_part_of_a_map_takes_the_map() -> None:
    deck = "items:\n  - id: ex-0001\n    why: {a: x}\n"

    assert setting("ex-0001", "why.a", "", deck) == ["-     why: {a: x}"]


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        ("options", "x", "is a map"),
        ("stem.a", "x", "is no map"),
        ("source", ["x"], "comments in it"),
    ],
)
def test_what_would_lose_more_than_a_value_is_refused(path: str, value: Value, why: str) -> None:
    deck = DECK.replace("      - guide\n", "      - guide   # page 3\n")

    with pytest.raises(LayoutError, match=why):
        setting("ex-0001", path, value, deck)


def test_the_only_field_of_an_item_stays() -> None:
    with pytest.raises(LayoutError, match="only field"):
        setting("ex-0001", "id", "", "items:\n  - id: ex-0001\n")


def test_a_control_character_is_refused() -> None:
    with pytest.raises(ValueError, match="U\\+001B"):
        setting("ex-0001", "stem", "a\x1bb")


def test_lines_end_as_the_others_of_the_file_do() -> None:
    deck = DECK.replace("\n", "\r\n")
    after = edited(deck, set_field(deck, entry(deck, "ex-0001").node, ["stem"], "One.\nTwo?"))

    assert after.count("\n") == after.count("\r\n") == deck.count("\n") + 2
