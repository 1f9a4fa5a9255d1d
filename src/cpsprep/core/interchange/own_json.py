"""JSON that `cpsprep bank export --to json` wrote, as drafts; `core/export/json_schema.py` describes it.

It holds all that a bank says of a question, in its own words, so every text comes back as it was.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from cpsprep.core.interchange.draft import Draft, Found, Option, Skipped, Spot
from cpsprep.core.interchange.tidy import exact
from cpsprep.core.item import LETTERS, TRUTH, Decision, Kind, Level, Status
from cpsprep.core.media import is_name

SCHEMA: Final = '"schema": "cpsprep.questions/1"'
"""By which it is known, at its start."""
_WORDS: Final = ("domain", "content_note", "review_by")
_LISTS: Final = ("claims", "facts", "source")
_ONE_OF: Final = {
    "status": frozenset(Status) - {Status.LIVE},
    "level": frozenset(Level),
    "decision": frozenset(Decision),
}
_KINDS: Final = {kind.value: kind for kind in Kind}


def read_own_json(text: str, file: str) -> Found:
    """The questions of an export; what somebody broke in it is skipped and told."""
    try:
        whole = json.loads(text)
    except ValueError as error:
        where = Spot(file, getattr(error, "lineno", 1))
        return Found(skipped=[Skipped(where, "broken file", f"this is not valid JSON: {error}")])
    except RecursionError:
        return Found(skipped=[Skipped(Spot(file, 1), "broken file", "it is nested without end")])
    items = whole.get("items") if isinstance(whole, dict) else None
    found = list(_drafts(items if isinstance(items, list) else [], file))
    bank = _map(whole.get("bank")) if isinstance(whole, dict) else {}
    return Found(
        [one for one in found if isinstance(one, Draft)],
        [one for one in found if isinstance(one, Skipped)],
        title=_text(bank, "title"),
    )


def _drafts(items: list[object], file: str) -> Iterator[Draft | Skipped]:
    for number, item in enumerate(items, 1):
        where, fields = Spot(file, number, "question"), _map(item)
        kind = _KINDS.get(_text(fields, "kind"))
        stem = _text(fields, "stem") or _text(fields, "text") or _text(fields, "front")
        if kind is None or not stem:
            yield Skipped(where, "broken question", "it has no kind or no text").of(stem)
        else:
            yield _draft(where, kind, stem, fields)


def _draft(where: Spot, kind: Kind, stem: str, fields: Mapping[str, object]) -> Draft:
    listed = [_map(one) for one in _list(fields, "options")]
    ids = [_text(one, "id") for one in listed]
    words = ids if kind is Kind.TRUEFALSE else [_text(one, "text") for one in listed]
    options = tuple(
        Option(text, one.get("right") is True, _text(one, "why"))
        for text, one in zip(words, listed, strict=True)
        if kind is not Kind.TRUEFALSE or text in TRUTH
    )
    are_letters = len(set(ids)) == len(ids) and all(one in LETTERS and len(one) == 1 for one in ids)
    scenario, media = _map(fields.get("scenario")), _map(fields.get("media"))
    known = TRUTH if kind is Kind.TRUEFALSE else ids if are_letters else ()
    wrong = {one: told for one, of in zip(ids, listed, strict=True) if (told := _text(of, "misconception"))}
    wrong = {one: told for one, told in wrong.items() if one in known}
    shown = {name: told for name in media if is_name(name) and (told := _text(media, name))}
    more: dict[str, object] = {name: told for name in _WORDS if (told := _text(fields, name))}
    more |= {name: told for name, names in _ONE_OF.items() if (told := _text(fields, name)) in names}
    more |= {name: texts for name in _LISTS if (texts := _texts(fields, name))}
    more |= {"misconception": wrong} if wrong else {}
    more |= {"media": shown} if shown else {}
    more |= {"shuffle": False} if fields.get("shuffle") is False and kind is not Kind.TRUEFALSE else {}
    return Draft(
        kind,
        where,
        stem,
        options,
        back=_text(fields, "back"),
        name=_text(fields, "id"),
        explanation=_text(fields, "explanation"),
        topic="" if fields.get("topic") == fields.get("deck") else _text(fields, "topic"),
        tags=tuple(_texts(fields, "tags")),
        story=_text(scenario, "vignette"),
        scene=_text(scenario, "id"),
        updates=tuple(_texts(scenario, "updates")),
        letters="".join(ids) if are_letters else "",
        more=more,
        lost=("pictures or sounds with names that a bank cannot have",) if len(shown) < len(media) else (),
        is_exact=True,
    )


def _map(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _list(fields: Mapping[str, object], name: str) -> list[object]:
    value = fields.get(name)
    return value if isinstance(value, list) else []


def _texts(fields: Mapping[str, object], name: str) -> list[str]:
    return [told for one in _list(fields, name) if isinstance(one, str) and (told := exact(one))]


def _text(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name)
    return exact(value) if isinstance(value, str) else ""
