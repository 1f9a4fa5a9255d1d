"""The version of an item: a fingerprint of what a learner reads and of the key (frozen, design 4)."""

import json
from hashlib import sha256
from typing import assert_never

from cpsprep.core.item import Basic, Choice, Cloze, Item, Kind, Version


def canonical(item: Item) -> str:
    """The canonical JSON of an item: sorted keys, no spaces, UTF-8 as it is, empty values left out.

    It holds kind, vignette, updates, stem / text / front and back, options (pairs, in authored order),
    answer, why, explanation, content note and media (name and words, pairs); not id, status, tags, sources
    or place. The two options of a `truefalse` item are left out: their words are ours, not the author's,
    and may be translated.
    """
    body: dict[str, object]
    match item.body:
        case Choice():
            body = {
                "stem": item.body.stem,
                "options": _authored_options(item.body),
                "answer": sorted(item.body.answer),
                "why": dict(item.body.why),
            }
        case Cloze():
            body = {"text": item.body.text}
        case Basic():
            body = {"front": item.body.front, "back": item.body.back}
        case _:
            assert_never(item.body)
    body["kind"] = item.kind.value
    body["explanation"] = item.explanation
    body["content_note"] = item.content_note
    body["media"] = [[name, words] for name, words in item.media.items()]
    if item.scenario:
        body["vignette"] = item.scenario.vignette
        body["updates"] = list(item.scenario.updates)
    present = {name: value for name, value in body.items() if value}
    return json.dumps(present, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _authored_options(choice: Choice) -> list[list[str]]:
    if choice.kind is Kind.TRUEFALSE:
        return []
    return [[option, text] for option, text in choice.options.items()]


def version_of(canonical_json: str) -> Version:
    """SHA-256 of the canonical JSON, in hex."""
    return Version(sha256(canonical_json.encode()).hexdigest())
