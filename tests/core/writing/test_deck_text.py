"""Deck files as they are written: the layout of docs/authoring.md, quotes only where they are needed."""

import pytest

from cpsprep.core.reading.item_fields import FIELDS
from cpsprep.core.writing.deck_text import ORDER, deck_text, field_text, item_text
from cpsprep.core.writing.scalar import inline, scalar, writable

WHOLE = """\
# yaml-language-server: $schema=../bank.schema.json
deck: first-steps
title: "First steps: listening"
domain: listening
items:
  - id: fs-0001
    kind: single
    stem: |
      Dana is in tears.

      Which response is BEST to give NEXT?
    options:
      a: "It sounds like this: a long night."
      b: Try not to worry.
    answer: a
    why:
      a: It names what she shows.
    misconception: {b: reassured}
    shuffle: false
    source: [guide]

  - scenario: fs-scn-01
    vignette: Keoni is at a peer respite.
    items:
      - id: fs-0002
        kind: truefalse
        stem: It is best to tell him first.
        answer: false
        why:
          true: |
            He came to talk.
             And waits.

      - id: fs-0003
        kind: basic
        front: What first?
        back: Ask.
"""


def test_a_deck_is_laid_out_as_in_the_documents() -> None:
    single = {
        "source": ["guide"],
        "id": "fs-0001",
        "kind": "single",
        "stem": "Dana is in tears.\n\nWhich response is BEST to give NEXT?\n",
        "options": {"a": "It sounds like this: a long night.", "b": "Try not to worry."},
        "answer": "a",
        "why": {"a": "It names what she shows.", "b": ""},
        "misconception": {"b": "reassured"},
        "shuffle": False,
        "topic": "",
        "tags": [],
        "facts": {},
    }
    statement = {
        "id": "fs-0002",
        "kind": "truefalse",
        "stem": "It is best to tell him first.",
        "answer": False,
        "why": {"true": "He came to talk.\n And waits."},
    }
    card = {"id": "fs-0003", "kind": "basic", "front": "What first?", "back": "Ask."}
    scenario = {
        "items": [statement, card],
        "scenario": "fs-scn-01",
        "vignette": "Keoni is at a peer respite.",
    }

    told = deck_text(
        "first-steps",
        "First steps: listening",
        "listening",
        [single, scenario],
        schema="../bank.schema.json",
    )

    assert told == WHOLE


def test_a_deck_without_questions_is_ready_for_the_first() -> None:
    assert deck_text("empty", "Empty", "", []) == "deck: empty\ntitle: Empty\nitems:\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain words, with 'marks' and \"more\"", "plain words, with 'marks' and \"more\""),
        ("3.9.01", "3.9.01"),
        ("12 steps", "12 steps"),
        ("no", '"no"'),
        ("007", '"007"'),
        ("1:30", '"1:30"'),
        ("1.5e3", '"1.5e3"'),
        ("0o7", '"0o7"'),
        (".inf", '".inf"'),
        ("2027-06-30", '"2027-06-30"'),
        ("note: this", '"note: this"'),
        ("ends so:", '"ends so:"'),
        ("C #1", '"C #1"'),
        ("*stars*", '"*stars*"'),
        ("- a hyphen", '"- a hyphen"'),
        ("...", '"..."'),
        ("a\tb", '"a\\tb"'),
        ('say "a\\b": c', '"say \\"a\\\\b\\": c"'),
        ("a\u2028b\nc", '"a\\u2028b\\nc"'),
        ("", '""'),
        ("one\n\n two", "|\n  one\n\n   two"),
    ],
)
def test_quotes_stand_only_where_something_else_would_be_read(text: str, written: str) -> None:
    assert scalar(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [("guide", "guide"), ("a, b", '"a, b"'), ("[a]", '"[a]"'), ("x:y", '"x:y"'), ("a\nb", '"a\\nb"')],
)
def test_between_brackets_more_has_to_be_quoted(text: str, written: str) -> None:
    assert inline(text) == written


def test_a_long_list_takes_a_line_for_each_text() -> None:
    told = field_text("tags", ["word " * 15, "other " * 15, "a\nb"], 4)

    block = "      - |\n        a\n        b\n"
    assert told == f"    tags:\n      - {('word ' * 15).strip()}\n      - {('other ' * 15).strip()}\n{block}"


def test_a_long_map_of_misconceptions_takes_a_line_for_each() -> None:
    told = field_text("misconception", {"a": "w" * 60, "b": "v" * 60}, 0)

    assert told == f"misconception:\n  a: {'w' * 60}\n  b: {'v' * 60}\n"


def test_an_unknown_field_is_written_last_where_the_linter_finds_it() -> None:
    assert item_text({"points": "3", "id": "x-1"}, 0) == '- id: x-1\n  points: "3"\n'


def test_an_item_without_fields_is_still_an_item() -> None:
    assert item_text({"stem": " "}, 2) == "  - {}\n"


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\rb", "a\x7fb", "a\ufeffb", "a\ud800b"])
def test_what_no_file_may_hold_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="cannot be written to a bank"):
        field_text("stem", text, 0)


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\x7fb", "a\ud800b"])
def test_a_control_character_becomes_a_space(text: str) -> None:
    assert writable(text) == "a b"


def test_a_writable_text_has_one_kind_of_line_break_and_no_mark_of_byte_order() -> None:
    assert writable("\ufeff a\r\nb\rc\u2028d\x85\n") == "a\nb\nc\nd"


@pytest.mark.parametrize("value", [1, None, ["a", 1], {"a": 1}, [{"id": "x-1"}, "a"], b"ab"])
def test_a_value_of_another_type_is_a_mistake_of_the_program(value: object) -> None:
    with pytest.raises(TypeError, match="'x' cannot"):
        field_text("x", value, 0)


def test_every_field_that_a_question_can_have_has_its_place_in_the_order() -> None:
    assert frozenset[str]().union(*FIELDS.values()) <= set(ORDER)
