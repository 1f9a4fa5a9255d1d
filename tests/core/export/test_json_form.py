"""JSON holds a bank's questions whole, and its schema says how."""

import json
from typing import Any

from hypothesis import given
from jsonschema import Draft7Validator

from cpsprep.core.export.json_form import json_form
from cpsprep.core.export.json_schema import questions_schema
from cpsprep.core.item import (
    Basic,
    Body,
    Choice,
    Cloze,
    Item,
    ItemId,
    Kind,
    Level,
    OptionId,
    ScenarioPart,
    Status,
)
from cpsprep.core.problem import Place
from cpsprep.core.version import canonical, version_of
from fakes_anki import HEADER, single
from fakes_questions import banks

VALIDATOR = Draft7Validator(questions_schema())


def item_of(row: dict[str, Any], like: Item) -> Item:
    """The item that a row tells of; only numbers of a cloze and places are taken from the original."""
    part = row.get("scenario")
    return Item(
        ItemId(row["id"]),
        body_of(row, like.body),
        Place("deck.yaml", 7, 5),
        row.get("deck", ""),
        row.get("domain", ""),
        row.get("topic", ""),
        Level(row["level"]) if "level" in row else None,
        Status(row["status"]),
        row.get("explanation", ""),
        row.get("content_note", ""),
        ScenarioPart(part["id"], part["vignette"], tuple(part.get("updates", ())), part["position"])
        if part
        else None,
        tuple(row.get("claims", ())),
        tuple(row.get("facts", ())),
        tuple(row.get("source", ())),
        tuple(row.get("tags", ())),
        row.get("review_by", ""),
        row.get("shuffle", True),
        media=row.get("media", {}),
    )


def body_of(row: dict[str, Any], like: Body) -> Body:
    if "text" in row:
        assert isinstance(like, Cloze)
        return Cloze(row["text"], like.numbers)
    if "front" in row:
        return Basic(row["front"], row["back"])
    assert isinstance(like, Choice)
    options = {OptionId(one["id"]): one["text"] for one in row["options"]}
    right = {OptionId(one["id"]) for one in row["options"] if one["right"]}
    return Choice(
        Kind(row["kind"]),
        row["stem"],
        options,
        tuple(one for one in like.answer if one in right),
        {OptionId(one["id"]): one["why"] for one in row["options"] if "why" in one},
        {OptionId(one["id"]): one["misconception"] for one in row["options"] if "misconception" in one},
    )


@given(banks())
def test_every_item_can_be_made_again(items: list[Item]) -> None:
    whole = json.loads(json_form(items, HEADER).text)

    assert [item_of(row, one) for row, one in zip(whole["items"], items, strict=True)] == items


@given(banks())
def test_the_schema_takes_it(items: list[Item]) -> None:
    whole = json.loads(json_form(items, HEADER).text)

    assert [error.message for error in VALIDATOR.iter_errors(whole)] == []


def test_the_schema_takes_nothing_else() -> None:
    whole = json.loads(json_form([single()], HEADER).text)
    whole["items"][0]["anwser"] = "a"

    assert not VALIDATOR.is_valid(whole)


def test_the_schema_is_one() -> None:
    Draft7Validator.check_schema(questions_schema())


def test_each_item_has_its_version() -> None:
    (row,) = json.loads(json_form([single()], HEADER).text)["items"]

    assert row["version"] == version_of(canonical(single()))
