"""The JSON Schemas (draft-07) by which an editor helps while a deck file or `bank.yaml` is written.

Editors give values the types of YAML 1.2 while cpsprep keeps every value as text, so a text may also be a
number or a boolean here. The loader decides; `tests/adapters/bank/test_schema.py` holds the schemas to it.
What needs the whole bank (unknown domains, ids given twice, an answer that is no option) is for the linter.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from cpsprep.core.item import LETTERS, TRUTH, Decision, Kind, Level, Status
from cpsprep.core.media import NAME as MEDIA_NAME
from cpsprep.core.reading.header import FORMAT, REQUIRABLE
from cpsprep.core.reading.item_fields import FIELDS
from cpsprep.core.reading.lint_settings import LEVELS as LINT_LEVELS
from cpsprep.core.reading.schema_words import (
    BANK,
    COVERAGE,
    DECISIONS,
    DECK,
    DOMAIN,
    ITEM,
    KINDS,
    LEVELS,
    LINT,
    SCENARIO,
    STATUSES,
)
from cpsprep.core.records.targets import COUNTS, SHARES

Schema = dict[str, Any]

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_SCALAR: Final = ("string", "number", "boolean")
_TRUTH: Final[tuple[bool | str, ...]] = (True, False, *TRUTH)
_ID: Final[Schema] = {"type": ["string", "boolean"], "pattern": "^[a-z][a-z0-9-]{2,39}$"}
_TEXT: Final[Schema] = {"type": [*_SCALAR, "null"]}
_NEEDED: Final[Schema] = {"type": list(_SCALAR), "pattern": r"\S"}
_EMPTY: Final[Schema] = {"maxLength": 0}
"""Where a list or a map is not needed, an empty text is none."""
_TEXTS: Final[Schema] = {"type": [*_SCALAR, "null", "array"], "items": _TEXT}
_MAP: Final[Schema] = {**_EMPTY, "type": ["object", "null", "string"], "additionalProperties": _TEXT}
_MEDIA: Final[Schema] = {
    **_EMPTY,
    "type": ["object", "null", "string"],
    "patternProperties": {f"^{MEDIA_NAME}$": _NEEDED},
    "additionalProperties": False,
}
_UUID: Final = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
_REQUIRED: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.SINGLE: ("stem", "options", "answer"),
    Kind.MULTIPLE: ("stem", "options", "answer"),
    Kind.TRUEFALSE: ("stem", "answer"),
    Kind.CLOZE: ("text",),
    Kind.BASIC: ("front", "back"),
}
_OPTIONS: Final[Schema] = {
    "type": "object",
    "patternProperties": {"^[a-h]$": _NEEDED},
    "additionalProperties": False,
    "minProperties": 2,
}
_ANSWER: Final[Schema] = {
    "type": [*_SCALAR, "array"],
    "items": {"enum": [*LETTERS, *_TRUTH]},
    "minItems": 1,
    "uniqueItems": True,
}
_SHAPES: Final[Mapping[str, Schema]] = {
    "id": _ID,
    "kind": {"enum": [kind.value for kind in Kind], "enumDescriptions": list(KINDS)},
    "level": {"enum": [level.value for level in Level], "enumDescriptions": list(LEVELS)},
    "status": {"enum": [status.value for status in Status], "enumDescriptions": list(STATUSES)},
    "decision": {"enum": [one.value for one in Decision], "enumDescriptions": list(DECISIONS)},
    **dict.fromkeys(("stem", "text", "front", "back"), _NEEDED),
    "options": _OPTIONS,
    "answer": _ANSWER,
    **dict.fromkeys(("why", "misconception"), _MAP),
    **dict.fromkeys(("claims", "facts", "source", "tags"), _TEXTS),
    "review_by": {"type": ["string", "null"], "pattern": r"^\s*(\d{4}-\d{2}-\d{2})?\s*$"},
    "shuffle": {"enum": list(_TRUTH)},
    "media": _MEDIA,
}


def deck_schema() -> Schema:
    """The schema of a deck file."""
    entry = {
        "if": {"type": "object", "required": ["scenario"]},
        "then": {"$ref": "#/definitions/scenario"},
        "else": {"$ref": "#/definitions/item"},
    }
    entries: Schema = {**_EMPTY, "type": ["array", "null", "string"], "items": entry}
    deck = {"type": [*_ID["type"], "null"], "pattern": f"{_ID['pattern']}|^$"}
    part = {"type": "array", "items": {"$ref": "#/definitions/part"}}
    return {
        "$schema": _DRAFT,
        "title": "A deck of cpsprep, format 1",
        **_object(DECK, {"deck": deck, "items": entries}, ("items",)),
        "definitions": {
            "item": _item(name for name in ITEM if name != "update"),
            "part": _item(ITEM),
            "scenario": _object(
                SCENARIO, {"scenario": _ID, "vignette": _NEEDED, "items": part}, tuple(SCENARIO)
            ),
        },
    }


def bank_schema() -> Schema:
    """The schema of `bank.yaml`."""
    share = {"type": ["string", "number", "null"], "minimum": 0, "maximum": 100, "pattern": r"^[\d.]*\s*%?$"}
    domain = _object(DOMAIN, {"id": _ID, "share": share}, ("id",))
    names = sorted(REQUIRABLE)
    require = {
        "type": ["string", "array", "null"],
        "pattern": f"^({'|'.join(names)})?$",
        "items": {"enum": names},
    }
    threshold = {"type": ["number", "string"], "minimum": 0, "pattern": r"^\d{1,4}(\.\d{1,4})?$"}
    lint = {
        "level": {"enum": list(LINT_LEVELS)},
        "thresholds": {**_MAP, "additionalProperties": threshold},
        "allow": {**_MAP, "additionalProperties": _TEXTS},
    }
    shapes: dict[str, Schema] = {
        "coverage": _coverage(),
        "format": {"enum": [int(FORMAT), FORMAT]},
        "uuid": {"type": "string", "pattern": _UUID},
        "title": _NEEDED,
        "domains": {"type": "array", "items": domain},
        "misconceptions": _MAP,
        "require": require,
        "lint": {**_EMPTY, **_object(LINT, lint, ()), "type": ["object", "null", "string"]},
    }
    return {
        "$schema": _DRAFT,
        "title": "The head of a bank of cpsprep, format 1",
        **_object(BANK, shapes, ("format", "uuid", "title")),
    }


def _coverage() -> Schema:
    """The schema of the `coverage` block, which is read by `core.records.targets`."""
    number: Schema = {"type": ["string", "integer", "null"], "minimum": 0}
    count = {**number, "pattern": r"^[0-9]{0,6}$"}
    share = {**number, "maximum": 100, "pattern": r"^(0?[0-9]{1,2}|100)?\s*%?$"}
    levels = {
        "type": "object",
        "additionalProperties": share,
        "propertyNames": {"enum": [level.value for level in Level]},
    }
    own: dict[str, Schema] = {
        "levels": levels,
        "facts": _TEXTS,
        "boards": {"type": "object", "additionalProperties": count},
    }
    return _object(COVERAGE, {**dict.fromkeys(COUNTS, count), **dict.fromkeys(SHARES, share), **own}, ())


def _object(words: Mapping[str, str], shapes: Mapping[str, Schema], required: Iterable[str]) -> Schema:
    """An object with these fields and no others; a field without a shape of its own is a text."""
    return {
        "type": "object",
        "properties": {
            name: {"description": told, **shapes.get(name, _TEXT)} for name, told in words.items()
        },
        "required": list(required),
        "additionalProperties": False,
    }


def _item(names: Iterable[str]) -> Schema:
    words = {name: ITEM[name] for name in names}
    return {
        **_object(words, _SHAPES, ("id", "kind")),
        "allOf": [_of_kind(kind, words) for kind in Kind],
    }


def _of_kind(kind: Kind, names: Iterable[str]) -> Schema:
    """What an item of one kind must have and may have."""
    then: Schema = {
        "required": list(_REQUIRED[kind]),
        "propertyNames": {"enum": [name for name in names if name in FIELDS[kind]]},
    }
    if "answer" in _REQUIRED[kind]:
        known = list(_TRUTH if kind is Kind.TRUEFALSE else LETTERS)
        several: Schema = {"type": "array", "items": {"enum": known}}
        if kind is not Kind.MULTIPLE:
            several["maxItems"] = 1
        keys = {"propertyNames": {"enum": known}}  # editors take the name `true` for a boolean too
        then["properties"] = {
            "answer": {"anyOf": [{"enum": known}, several]},
            "why": keys,
            "misconception": keys,
        }
    return {"if": {"required": ["kind"], "properties": {"kind": {"const": kind.value}}}, "then": then}
