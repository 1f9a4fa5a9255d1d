"""A draft as the fields of a question in a deck, and fields as flat paths for comparing."""

import re
from collections.abc import Mapping
from typing import Final

from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.tidy import tidy
from cpsprep.core.item import LETTERS, Kind

Path = tuple[str, ...]
Flat = Mapping[Path, str | tuple[str, ...]]
"""Each text of a question by its path: ("stem",), ("options", "a"); lists are tuples."""
_TAG_SPACE: Final = re.compile(r"\s+")


def fields_of(draft: Draft, name: str, letters: str = "") -> dict[str, object]:
    """The fields that `core.writing.deck_text` takes; `letters` are other ids of the options, in order."""
    fields: dict[str, object] = {"id": name, "kind": draft.kind.value, "topic": draft.topic}
    match draft.kind:
        case Kind.BASIC:
            fields |= {"front": draft.stem, "back": draft.back}
        case Kind.CLOZE:
            fields["text"] = draft.stem
        case _:
            fields |= _choice(draft, letters or own_letters(draft))
    tags = [tag if draft.is_exact else _TAG_SPACE.sub("-", tag) for tag in draft.tags]
    fields |= {"explanation": draft.explanation, "tags": tags}
    more = {key: value for key, value in draft.more.items() if key not in {"id", "kind"}}
    return {**fields, **more, **_moved(draft, letters)}


def own_letters(draft: Draft) -> str:
    """The ids of the options as the file has them."""
    return draft.letters or LETTERS


def _moved(draft: Draft, letters: str) -> dict[str, object]:
    """The mistakes that options show, under other ids of the options."""
    shown = draft.more.get("misconception")
    if not letters or draft.kind is Kind.TRUEFALSE or not isinstance(shown, Mapping):
        return {}
    places = {letter: place for place, letter in enumerate(own_letters(draft)[: len(letters)])}
    return {"misconception": {letters[places[one]]: told for one, told in shown.items() if one in places}}


def _choice(draft: Draft, letters: str) -> dict[str, object]:
    named = [
        (one.text if draft.kind is Kind.TRUEFALSE else letters[place])
        for place, one in enumerate(draft.options)
    ]
    right = [name for name, one in zip(named, draft.options, strict=True) if one.right]
    said = {name: one.why for name, one in zip(named, draft.options, strict=True) if one.why}
    why = {name: text if draft.is_exact else tidy(text) for name, text in said.items()}
    fields: dict[str, object] = {"stem": draft.stem, "why": why}
    if draft.kind is Kind.TRUEFALSE:
        fields["answer"] = right == ["true"]
    else:
        fields["options"] = {name: one.text for name, one in zip(named, draft.options, strict=True)}
        fields["answer"] = sorted(right) if draft.kind is Kind.MULTIPLE else "".join(right)
    return fields


def flat(fields: Mapping[str, object]) -> dict[Path, str | tuple[str, ...]]:
    """The same as paths, without what is empty; everything is text, as reading makes it."""
    found: dict[Path, str | tuple[str, ...]] = {}
    for name, value in fields.items():
        match value:
            case bool():
                found[name,] = str(value).lower()
            case str():
                found[name,] = value.strip()
            case Mapping():
                found |= {(name, str(key)): str(one).strip() for key, one in value.items()}
            case list() | tuple():
                found[name,] = tuple(str(one).strip() for one in value)
            case _:
                pass
    return {path: one for path, one in found.items() if one}
