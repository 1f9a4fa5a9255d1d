"""JSON that `cpsprep bank export --to json` wrote, as drafts; `core/export/json_schema.py` describes it."""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from cpsprep.core.interchange.draft import TRUTH, Draft, Found, Option, Skipped, Spot
from cpsprep.core.interchange.tidy import tidy
from cpsprep.core.item import Kind

SCHEMA: Final = '"schema": "cpsprep.questions/1"'
"""By which it is known, at its start."""
_KEPT: Final = (
    "status",
    "domain",
    "level",
    "content_note",
    "claims",
    "facts",
    "source",
    "review_by",
    "decision",
)
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
    texts = [_text(one, "id" if kind is Kind.TRUEFALSE else "text") for one in listed]
    options = tuple(
        Option(text, one.get("right") is True, _text(one, "why"))
        for text, one in zip(texts, listed, strict=True)
        if kind is not Kind.TRUEFALSE or text in TRUTH
    )
    wrong = {_text(one, "id"): told for one in listed if (told := _text(one, "misconception"))}
    scenario = _map(fields.get("scenario"))
    news = [text for text in _list(scenario, "updates") if isinstance(text, str)]
    more: dict[str, object] = {name: fields[name] for name in _KEPT if fields.get(name)}
    more |= {"misconception": wrong} if wrong else {}
    more |= {"shuffle": False} if fields.get("shuffle") is False and kind is not Kind.TRUEFALSE else {}
    lost = ("pictures or sounds",) if fields.get("media") else ()
    return Draft(
        kind,
        where,
        "\n\n".join([*news, stem]),
        options,
        back=_text(fields, "back"),
        name=_text(fields, "id"),
        explanation=_text(fields, "explanation"),
        topic="" if fields.get("topic") == fields.get("deck") else _text(fields, "topic"),
        tags=tuple(tag for tag in _list(fields, "tags") if isinstance(tag, str)),
        story=_text(scenario, "vignette"),
        more={name: value for name, value in more.items() if value != "live"},
        lost=(*lost, "updates of the scenario as such; they went into the question") if news else lost,
    )


def _map(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _list(fields: Mapping[str, object], name: str) -> list[object]:
    value = fields.get(name)
    return value if isinstance(value, list) else []


def _text(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name)
    return tidy(value) if isinstance(value, str) else ""
