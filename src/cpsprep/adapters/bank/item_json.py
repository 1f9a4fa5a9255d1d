"""Items, headers and catalogs as JSON, in which the cache keeps them.

Not an exchange format: `bank_cache.LAYOUT` counts its changes, and an older cache is simply made again.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, fields
from itertools import repeat
from pathlib import Path
from typing import Any, Final, assert_never

from cpsprep.core.bank import BankHeader, Domain, Entry
from cpsprep.core.item import (
    Basic,
    Body,
    Choice,
    Cloze,
    Decision,
    Item,
    ItemId,
    Kind,
    Level,
    OptionId,
    ScenarioPart,
    Status,
)
from cpsprep.core.problem import Place

_KINDS: Final = {kind.value: kind for kind in Kind}
_LEVELS: Final = {"": None, **{level.value: level for level in Level}}
_DECISIONS: Final = {"": None, **{decision.value: decision for decision in Decision}}
_STATUSES: Final = {status.value: status for status in Status}
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_VERSION: Final = 64
_NOT_KEPT: Final = {"folder", "owned", "lint"}
"""Fields of a header that depend on where it lies, or that only the linter asks for."""
_DIGEST_COLUMNS: Final = (
    "kind",
    "deck",
    "domain",
    "topic",
    "status",
    "level",
    "scenario",
    "tags",
    "misconceptions",
)


def dump_item(item: Item) -> str:
    """One item; of its place only the name of the file is kept, so that the folder may be spelled anew."""
    part = item.scenario
    return _ENCODER.encode(
        [
            item.id,
            item.kind.value,
            _body_row(item.body),
            [Path(item.place.file).name, item.place.line, item.place.column],
            [item.deck, item.domain, item.topic, item.level or "", item.status.value],
            [item.explanation, item.content_note, item.review_by, item.shuffle, item.decision or ""],
            [part.id, part.vignette, part.updates, part.position] if part else None,
            [item.claims, item.facts, item.source, item.tags],
            list(item.media.items()),
        ]
    )


def load_item(text: str, folder: Path) -> Item:
    """The item of `dump_item`.

    Raises:
        ValueError, LookupError, TypeError: the text is none of ours.
    """
    name, kind, body, place, shelf, words, part, lists, media = json.loads(text)
    deck, domain, topic, level, status = shelf
    explanation, content_note, review_by, shuffle, decision = words
    claims, facts, source, tags = map(tuple, lists)
    return Item(
        id=ItemId(name),
        body=_body(_KINDS[kind], body),
        place=Place(str(folder / place[0]), place[1], place[2]),
        deck=deck,
        domain=domain,
        topic=topic,
        level=_LEVELS[level],
        status=_STATUSES[status],
        explanation=explanation,
        content_note=content_note,
        scenario=ScenarioPart(part[0], part[1], tuple(part[2]), part[3]) if part else None,
        claims=claims,
        facts=facts,
        source=source,
        tags=tags,
        review_by=review_by,
        shuffle=shuffle,
        decision=_DECISIONS[decision],
        media=dict(media),
    )


def _body_row(body: Body) -> list[Any]:
    match body:
        case Choice():
            return [
                body.stem,
                list(body.options.items()),
                body.answer,
                list(body.why.items()),
                list(body.misconceptions.items()),
            ]
        case Cloze():
            return [body.text, body.numbers]
        case Basic():
            return [body.front, body.back]
        case _:
            assert_never(body)


def _body(kind: Kind, row: list[Any]) -> Body:
    match kind:
        case Kind.SINGLE | Kind.MULTIPLE | Kind.TRUEFALSE:
            stem, options, answer, why, misconceptions = row
            named = tuple(map(OptionId, answer))
            return Choice(kind, stem, dict(options), named, dict(why), dict(misconceptions))
        case Kind.CLOZE:
            return Cloze(row[0], tuple(row[1]))
        case Kind.BASIC:
            return Basic(row[0], row[1])
        case _:
            assert_never(kind)


def dump_header(header: BankHeader) -> str:
    kept = {one.name: getattr(header, one.name) for one in fields(header) if one.name not in _NOT_KEPT}
    return _ENCODER.encode({**kept, "domains": [asdict(domain) for domain in header.domains]})


def load_header(text: str, folder: Path, *, owned: bool) -> BankHeader:
    """The header of `dump_header`, for the bank that now lies in this folder."""
    row = json.loads(text)
    row["domains"] = tuple(Domain(**domain) for domain in row["domains"])
    row["require"] = tuple(row["require"])
    return BankHeader(**{**row, "folder": str(folder), "owned": owned})


def dump_entries(entries: Sequence[Entry]) -> str:
    """The catalog by column; words that repeat are kept once and then counted.

    Read that way, 10,000 cards take a third of the time that a row for each would.
    """
    columns: dict[str, Any] = {
        "item": [entry.item for entry in entries],
        "number": [_number(entry) for entry in entries],
        "version": "".join(entry.version for entry in entries),
    }
    for name in _DIGEST_COLUMNS:
        columns[name] = _digest([getattr(entry, name) or "" for entry in entries])
    return _ENCODER.encode(columns)


def load_entries(text: str, header: BankHeader) -> tuple[Entry, ...]:
    """The catalog of `dump_entries`.

    Raises:
        ValueError, LookupError, TypeError: the text is none of ours.
    """
    columns = json.loads(text)
    items: list[str] = columns["item"]
    cards = [f"{item}#c{n}" if n else item for item, n in zip(items, columns["number"], strict=True)]
    joined: str = columns["version"]
    rows: tuple[Iterable[Any], ...] = (
        repeat(header.id),
        items,
        cards,
        _column(columns["kind"], _KINDS.__getitem__),
        _column(columns["deck"], str),
        _column(columns["domain"], str),
        _column(columns["topic"], str),
        _column(columns["status"], _STATUSES.__getitem__),
        range(len(items)),
        [joined[at : at + _VERSION] for at in range(0, len(joined), _VERSION)],
        _column(columns["level"], _LEVELS.__getitem__),
        _column(columns["scenario"], str),
        _column(columns["tags"], tuple),
        _column(columns["misconceptions"], tuple),
    )
    entries = tuple(map(Entry._make, zip(*rows, strict=False)))
    if len(entries) != len(items):
        raise ValueError("the columns of the catalog differ in length")
    return entries


def _number(entry: Entry) -> int:
    """The number of a cloze card, 0 for a card that is its whole item."""
    return int(entry.card.partition("#c")[2] or 0)


def _digest(values: list[Any]) -> list[list[Any]]:
    index = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return [list(index), [index[value] for value in values]]


def _column(digest: list[list[Any]], made: Callable[[Any], Any]) -> Iterable[Any]:
    table = [made(value) for value in digest[0]]
    return map(table.__getitem__, digest[1])
