"""JSON with everything a bank says of its questions; `json_schema.py` describes it, field by field."""

import json
from collections.abc import Sequence
from typing import Final, assert_never

from cpsprep.core.bank import BankHeader
from cpsprep.core.export.parts import EVERY, Capacity, Exported, exported
from cpsprep.core.item import Basic, Choice, Cloze, Item, OptionId
from cpsprep.core.version import canonical, version_of

SCHEMA: Final = "cpsprep.questions/1"
CAPACITY: Final = Capacity(EVERY)


def json_form(items: Sequence[Item], header: BankHeader) -> Exported:
    """The items as one JSON object; what is empty is left out."""
    whole = {
        "schema": SCHEMA,
        "bank": _present(
            {
                "uuid": header.id,
                "title": header.title,
                "version": header.version,
                "language": header.language,
                "licence": header.licence,
                "domains": [{"id": domain.id, "title": domain.title} for domain in header.domains],
                "decks": dict(header.decks),
                "misconceptions": dict(header.misconceptions),
                "sources": dict(header.sources),
            }
        ),
        "items": [_item(item) for item in items],
    }
    return exported(json.dumps(whole, indent=2, ensure_ascii=False) + "\n", items, [], CAPACITY)


def _item(item: Item) -> dict[str, object]:
    part = item.scenario
    return _present(
        {
            "id": item.id,
            "version": version_of(canonical(item)),
            "kind": item.kind.value,
            "status": item.status.value,
            "deck": item.deck,
            "domain": item.domain,
            "topic": item.topic,
            "level": item.level.value if item.level else "",
            "content_note": item.content_note,
            "scenario": {
                "id": part.id,
                "vignette": part.vignette,
                "updates": list(part.updates),
                "position": part.position,
            }
            if part
            else {},
            "media": dict(item.media),
            **_body(item),
            "explanation": item.explanation,
            "claims": list(item.claims),
            "facts": list(item.facts),
            "source": list(item.source),
            "tags": list(item.tags),
            "review_by": item.review_by,
            "shuffle": "" if item.shuffle else False,
            "decision": item.decision.value if item.decision else "",
        }
    )


def _body(item: Item) -> dict[str, object]:
    match item.body:
        case Choice() as body:
            return {"stem": body.stem, "options": [_option(body, option) for option in body.options]}
        case Cloze(text=text):
            return {"text": text}
        case Basic(front=front, back=back):
            return {"front": front, "back": back}
        case _:
            assert_never(item.body)


def _option(body: Choice, option: OptionId) -> dict[str, object]:
    return _present(
        {
            "id": option,
            "text": body.options[option],
            "right": option in body.answer,
            "why": body.why.get(option, ""),
            "misconception": body.misconceptions.get(option, ""),
        }
    )


def _present(fields: dict[str, object]) -> dict[str, object]:
    """What is not empty; a plain no is something."""
    return {name: value for name, value in fields.items() if value is False or value}
