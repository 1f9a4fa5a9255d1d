"""Blueprints for programs: the schema `cpsprep.blueprints/1`."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from cpsprep.core.bank import Catalog
from cpsprep.core.exam.outline import Outline
from cpsprep.core.exam.outlines import held
from cpsprep.core.records.board import Blueprint, Told

SCHEMA: Final = "cpsprep.blueprints/1"


def as_json(
    boards: Iterable[Blueprint], outlines: Mapping[str, Outline], catalog: Catalog, sources: Mapping[str, str]
) -> str:
    """Minutes, shares from 0 to 1, `null` where something is unknown; `sources` explains the keys."""
    told = [_board(board, outlines[board.id], catalog) for board in boards]
    named = {key for one in told for key in _keys(one)}
    whole = {
        "schema": SCHEMA,
        "blueprints": told,
        "sources": {key: text for key, text in sources.items() if key in named},
    }
    return json.dumps(whole, indent=2, ensure_ascii=False)


def _board(board: Blueprint, outline: Outline, catalog: Catalog) -> dict[str, Any]:
    there = held(outline, catalog)
    mark = board.exam.pass_mark.value
    return {
        "id": board.id,
        "title": board.title,
        "also": list(board.also),
        "uses": board.uses or None,
        "note": board.note or None,
        "address": board.address or None,
        "source": list(board.source),
        "as_of": board.as_of or None,
        "items": _told(board.exam.items, board.exam.items.value),
        "minutes": _told(board.exam.minutes, board.exam.minutes.value),
        "pass_mark": _told(board.exam.pass_mark, mark and mark._asdict()),
        "kinds": _told(board.exam.kinds, board.exam.kinds.value),
        "weights": _told(board.weights, board.weights.value),
        "areas_of": board.areas.value,
        "mock": {
            "items": outline.items,
            "minutes": outline.minutes,
            "cut": outline.cut,
            "kinds": sorted(outline.kinds),
            "areas": [
                {"id": area.id, "title": area.title, "share": area.share, "questions": there[area.id]}
                for area in outline.areas
            ],
        },
    }


def _told(told: Told[Any], value: object) -> dict[str, object]:
    return {
        "value": value,
        "source": list(told.source),
        "as_of": told.as_of or None,
        "note": told.note or None,
    }


def _keys(board: Mapping[str, Any]) -> set[str]:
    values = (board[name] for name in ("items", "minutes", "pass_mark", "kinds", "weights"))
    return {*board["source"], *(key for value in values for key in value["source"])}
