"""The schemas and the loader say the same of a deck: neither takes what the other refuses.

A schema sees one file and values with types, so it is held to what it can express: the fields, what is
required, the kinds and the other fixed words, shapes.
"""

import copy
import datetime as dt
import io
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from cpsprep.adapters.bank.folder import BankFile
from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.adapters.bank.yaml_bank import build
from cpsprep.core.item import Decision, Kind, Level, Status
from cpsprep.core.problem import Severity
from cpsprep.core.reading.item_fields import FIELDS
from cpsprep.core.reading.schema import bank_schema, deck_schema
from cpsprep.core.reading.schema_words import DECISIONS, ITEM, KINDS, LEVELS, STATUSES
from fakes_bank import HEADER, UUID

Value: TypeAlias = Any
"""What a file can hold: maps, lists and scalars."""
EXPRESSED = {
    *("unknown-field", "missing-field", "empty-field", "wrong-shape", "unknown-word", "bad-format"),
    *("bad-uuid", "bad-number", "bad-date", "bad-id", "bad-option", "too-few-options", "too-many-answers"),
    *("duplicate-answer", "scenario-in-scenario", "update-without-scenario", "unknown-requirement"),
    *("not-a-deck", "not-a-bank"),
}
"""The codes of mistakes that a schema can see; the others need the whole bank, or another field's value."""
COMMON = {
    "level": "recall",
    "domain": "listening",
    "topic": "words",
    "explanation": "So it is.",
    "content_note": "Sad.",
    "claims": ["S01"],
    "facts": "3.9.01",
    "source": ["guide"],
    "tags": [],
    "decision": "ask",
    "status": "checked",
    "review_by": "2027-06-30",
}
CHOICE = {
    **COMMON,
    "stem": "Which?",
    "options": {"a": "This.", "b": "That.", "c": "Both."},
    "answer": "a",
    "why": {"a": "Yes.", "b": "No."},
    "misconception": {"b": "reassured"},
    "shuffle": False,
}
DECK: dict[str, Any] = {
    "deck": "example",
    "title": "Example",
    "domain": "listening",
    "items": [
        {"id": "ex-1", "kind": "single", **CHOICE},
        {"id": "ex-2", "kind": "multiple", **CHOICE, "answer": ["a", "c"]},
        {
            "id": "ex-3",
            "kind": "truefalse",
            **COMMON,
            "stem": "So?",
            "answer": True,
            "why": {"true": "Yes.", "false": "No."},
            "misconception": {"false": "reassured"},
        },
        {"id": "ex-4", "kind": "cloze", **COMMON, "text": "I {{c1::see}}."},
        {"id": "ex-5", "kind": "basic", **COMMON, "front": "1.10", "back": "no"},
        {
            "scenario": "ex-scn",
            "vignette": "Ana waits.",
            "items": [
                {"id": "ex-6", "kind": "basic", "front": "f", "back": "b"},
                {"id": "ex-7", "kind": "single", **CHOICE, "update": "She goes."},
            ],
        },
    ],
}
BANK: dict[str, Any] = {
    "format": 1,
    "uuid": UUID,
    "title": "Example",
    "version": 1.0,
    "language": "en",
    "licence": "none",
    "domains": [{"id": "listening", "title": "Listening", "share": 60}, {"id": "role", "share": "40%"}],
    "misconceptions": {"reassured": "too quickly"},
    "require": ["level"],
    "lint": {"level": "strict", "thresholds": {"stem-length": 60}, "allow": {"clang": ["listen"]}},
}
WORDS: list[Value] = [
    *("", None, "a", "b", "z", "true", "single", "basic", "application", "draft", "nonsense", "Two words"),
    *(7, 1.5, True),
]
SHAPES: list[Value] = [
    ["a"],
    ["a", "a"],
    [["a"]],
    {"a": "t"},
    {"a": ["t"]},
    {"z": "t"},
    {"a": "t", "b": "u"},
    [],
    {},
]
NAMES = [*ITEM, "scenario", "vignette", "items", "deck", "title", "colour", "uuid", "share", "format"]
DROPPED = "(dropped)"
UNSEEN = {"level", "status", "shuffle", "decision"}
"""Fields that a loader lets be empty while an editor offers their words."""


DECKS, BANKS = Draft7Validator(deck_schema()), Draft7Validator(bank_schema())


def loaded(text: str, bank: str = HEADER) -> set[str]:
    """The codes of all errors, where the deck is this text."""
    files = [BankFile(Path("bank.yaml"), bank.encode()), BankFile(Path("example.yaml"), text.encode())]
    problems = build(Path(), files).problems
    return {problem.code for problem in problems if problem.severity is Severity.ERROR}


def typed(text: str) -> Value:
    """The file as an editor sees it: YAML 1.2, in which every name of a field is a text."""
    return as_json(YAML(typ="safe", pure=True).load(io.StringIO(text)))


def as_json(value: Value) -> Value:
    match value:
        case dict():
            return {as_name(name): as_json(one) for name, one in value.items()}
        case list():
            return [as_json(one) for one in value]
        case dt.date():
            return value.isoformat()
        case _:
            return value


def as_name(name: Value) -> str:
    return str(name).lower() if isinstance(name, bool) else str(name)


def dumped(value: Value) -> str:
    """The file as an author may write it: without anchors, and nothing where nothing is meant."""
    return yaml.dump(value, Dumper=Plainly, sort_keys=False)


class Plainly(yaml.SafeDumper):
    def ignore_aliases(self, data: Value) -> bool:
        return True


Plainly.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def flagged(schema: Draft7Validator, value: Value) -> list[str]:
    return [error.message for error in schema.iter_errors(value)]


def maps(value: Value) -> list[dict[str, Any]]:
    """Every map of fields in a file: the file, its items, scenarios, domains, settings."""
    if isinstance(value, list):
        return [found for one in value for found in maps(one)]
    if not isinstance(value, dict):
        return []
    return [
        *([value] if value else []),
        *(found for name in ("items", "domains", "lint") for found in maps(value.get(name))),
    ]


def spoilt(data: st.DataObject, sound: dict[str, Any]) -> dict[str, Any]:
    """A copy with one to three things changed."""
    deck = copy.deepcopy(sound)
    for _ in range(data.draw(st.integers(1, 3), "changes")):
        fields = data.draw(st.sampled_from(maps(deck)), "map")
        name = data.draw(st.sampled_from([*fields]) | st.sampled_from(NAMES), "field")
        if data.draw(st.booleans(), "drop it"):
            fields.pop(name, None)
        else:
            put(data, fields, name)
    return deck


def put(data: st.DataObject, fields: dict[str, Any], name: str) -> None:
    value = data.draw(st.sampled_from([*WORDS, *SHAPES]), "value")
    if not (name in UNSEEN and value in ("", None)):
        fields[name] = copy.deepcopy(value)


def alone() -> list[dict[str, Any]]:
    """Decks of one entry each, so that one change is seen by itself."""
    return [{**DECK, "items": [entry]} for entry in DECK["items"]]


@pytest.mark.parametrize("sound", alone(), ids=lambda deck: deck["items"][0].get("kind", "scenario"))
def test_loader_and_schema_agree_on_every_single_change(sound: dict[str, Any]) -> None:
    for number, fields in enumerate(maps(sound)):
        for name in {**fields, **dict.fromkeys(NAMES)}:
            for change in [DROPPED, *WORDS, *SHAPES] if name in fields else ["a"]:
                deck = copy.deepcopy(sound)
                if change == DROPPED:
                    del maps(deck)[number][name]
                elif not (name in UNSEEN and change in ("", None)):
                    maps(deck)[number][name] = change
                agree(loaded(dumped(deck)), flagged(DECKS, deck))


@given(st.data())
def test_loader_and_schema_agree_on_decks(data: st.DataObject) -> None:
    deck = spoilt(data, DECK)

    agree(loaded(dumped(deck)), flagged(DECKS, deck))


@given(st.data())
def test_loader_and_schema_agree_on_the_head_of_a_bank(data: st.DataObject) -> None:
    bank = spoilt(data, BANK)

    agree(loaded("items:", dumped(bank)), flagged(BANKS, bank))


def agree(codes: set[str], errors: list[str]) -> None:
    if errors:
        assert codes, errors
    if codes & EXPRESSED:
        assert errors, codes


@pytest.mark.parametrize(("schema", "sound"), [(DECKS, DECK), (BANKS, BANK)], ids=["deck", "bank"])
def test_a_sound_file_passes_both(schema: Draft7Validator, sound: dict[str, Any]) -> None:
    text = dumped(sound)

    assert flagged(schema, typed(text)) == []
    assert loaded(*((text,) if sound is DECK else ("items:", text))) == set()


@pytest.mark.parametrize("schema", [DECKS, BANKS], ids=["deck", "bank"])
def test_a_schema_is_a_schema(schema: Draft7Validator) -> None:
    schema.check_schema(schema.schema)


@pytest.mark.parametrize("path", sorted(default_bank_folder().glob("*.yaml")), ids=lambda path: path.name)
def test_the_shipped_bank_passes(path: Path) -> None:
    if path.name != "sources.yaml":
        schema = BANKS if path.name == "bank.yaml" else DECKS
        assert flagged(schema, typed(path.read_text("utf-8"))) == []


def test_every_field_and_word_has_its_description() -> None:
    assert set(ITEM) == frozenset[str]().union(*FIELDS.values())
    assert (len(KINDS), len(LEVELS), len(STATUSES)) == (len(Kind), len(Level), len(Status))
    assert len(DECISIONS) == len(Decision)


@pytest.mark.parametrize("empty", sorted(UNSEEN))
def test_an_editor_asks_for_a_word_where_the_loader_takes_nothing(empty: str) -> None:
    deck = {"items": [{"id": "ex-1", "kind": "single", **CHOICE, empty: ""}]}

    assert loaded(dumped(deck)) == set()
    assert len(flagged(DECKS, deck)) == 1
