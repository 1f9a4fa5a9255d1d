"""Items for programs, as `cpsprep bank list`, `show` and `search` print them."""

from typing import assert_never

from cpsprep.cli.bank.problem_lines import shown
from cpsprep.cli.study.opening_words import opening_words
from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Basic, Choice, Cloze, Item, Status
from cpsprep.core.records.readings import as_row
from cpsprep.core.records.standing import ReadingStatus
from cpsprep.core.version import canonical, version_of


def short_json(item: Item, header: BankHeader) -> dict[str, object]:
    """What a list needs."""
    return {
        "bank": header.id,
        "id": item.id,
        "kind": item.kind.value,
        "level": item.level.value if item.level else None,
        "status": item.status.value,
        "deck": item.deck,
        "domain": item.domain,
        "topic": item.topic,
        "decision": item.decision.value if item.decision else None,
        "scenario": item.scenario.id if item.scenario else None,
        "version": version_of(canonical(item)),
        "words": opening_words(item),
    }


def full_json(item: Item, header: BankHeader, standing: ReadingStatus) -> dict[str, object]:
    """The item whole; names are those of the bank's format."""
    part = item.scenario
    return {
        **short_json(item, header),
        "read_by_peer_specialist": item.status is Status.REVIEWED,
        "readings": [as_row(reading) for reading in standing.readings],
        "cards": list(item.cards),
        "file": shown(item.place.file),
        "line": item.place.line,
        "content_note": item.content_note,
        "media": dict(item.media),
        "vignette": part.vignette if part else "",
        "updates": list(part.updates) if part else [],
        **_body(item),
        "explanation": item.explanation,
        "claims": list(item.claims),
        "facts": list(item.facts),
        "source": [{"key": key, "title": header.sources.get(key, "")} for key in item.source],
        "tags": list(item.tags),
        "review_by": item.review_by,
        "shuffle": item.shuffle,
    }


def _body(item: Item) -> dict[str, object]:
    match item.body:
        case Choice() as body:
            return {
                "stem": body.stem,
                "options": dict(body.options),
                "answer": list(body.answer),
                "why": dict(body.why),
                "misconception": dict(body.misconceptions),
            }
        case Cloze(text=text):
            return {"text": text}
        case Basic(front=front, back=back):
            return {"front": front, "back": back}
        case _:
            assert_never(item.body)
