"""The JSON Schema (draft-07) of questions as JSON, with what each field means."""

from cpsprep.core.export.json_form import SCHEMA
from cpsprep.core.item import Decision, Kind, Level, Status

_Schema = dict[str, object]


def questions_schema() -> _Schema:
    """The schema of what `cpsprep bank export --to json` writes."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Questions of a cpsprep bank",
        "type": "object",
        "required": ["schema", "bank", "items"],
        "additionalProperties": False,
        "properties": {
            "schema": {"const": SCHEMA},
            "bank": _bank(),
            "items": {"type": "array", "items": _item()},
        },
    }


def _bank() -> _Schema:
    domain = _object({"id": _text("Id."), "title": _text("As learners read it.")}, "id", "title")
    return _object(
        {
            "uuid": _text("Tells this bank from all others, for ever."),
            "title": _text("As learners read it."),
            "version": _text("Of the bank, in its owner's words."),
            "language": _text("A BCP 47 tag such as en."),
            "licence": _text("The terms, such as CC-BY-4.0."),
            "domains": {"type": "array", "items": domain, "description": "Content areas, in order."},
            "decks": _map("Titles of decks by their ids."),
            "misconceptions": _map("Mistakes that options show, by their ids."),
            "sources": _map("Sources by their keys: title, publisher, year."),
        },
        "uuid",
        "title",
    )


def _item() -> _Schema:
    scenario = _object(
        {
            "id": _text("Items with one id share a story."),
            "vignette": _text("The situation."),
            "updates": _list("What happened since, up to this question."),
            "position": {"type": "integer", "description": "The place among its siblings, from 1."},
        },
        "id",
        "vignette",
        "position",
    )
    option = _object(
        {
            "id": _text("For ever; letters on paper or a screen are places."),
            "text": _text("As learners read it."),
            "right": {"type": "boolean", "description": "Whether it belongs to the key."},
            "why": _text("The reason why it is right or not."),
            "misconception": _text("The id of the mistake it shows."),
        },
        "id",
        "text",
        "right",
    )
    return _object(
        {
            "id": _text("For ever, and unique in the bank."),
            "version": _text("SHA-256 of what a learner reads and of the key."),
            "kind": {"enum": [kind.value for kind in Kind]},
            "status": {"enum": [status.value for status in Status]},
            "deck": _text("The id of its deck."),
            "domain": _text("The id of its domain."),
            "topic": _text("What it is about."),
            "level": {"enum": [level.value for level in Level]},
            "content_note": _text("Shown before a question that may be hard to read."),
            "scenario": scenario,
            "media": _map("Pictures and sounds: names of files, and what they show in words."),
            "stem": _text("What is asked: of single, multiple and truefalse."),
            "options": {"type": "array", "minItems": 2, "items": option},
            "text": _text("Of cloze, with {{c1::hidden::hint}}."),
            "front": _text("Of basic."),
            "back": _text("Of basic."),
            "explanation": _text("The principle."),
            "claims": _list("What it tests."),
            "facts": _list("What the key rests on."),
            "source": _list("Keys of sources."),
            "tags": _list("Words to choose by."),
            "review_by": _text("A date by which to look at it again."),
            "shuffle": {"const": False, "description": "There where the options keep their order."},
            "decision": {"enum": [decision.value for decision in Decision]},
        },
        "id",
        "version",
        "kind",
        "status",
    )


def _object(properties: dict[str, _Schema], *required: str) -> _Schema:
    return {
        "type": "object",
        "required": list(required),
        "additionalProperties": False,
        "properties": properties,
    }


def _text(meaning: str) -> _Schema:
    return {"type": "string", "description": meaning}


def _list(meaning: str) -> _Schema:
    return {"type": "array", "items": {"type": "string"}, "description": meaning}


def _map(meaning: str) -> _Schema:
    return {"type": "object", "additionalProperties": {"type": "string"}, "description": meaning}
