"""The shipped bank, written for other programs and brought in again, is the same."""

from pathlib import Path

import pytest

from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.adapters.interchange.incoming import Incoming
from cpsprep.adapters.interchange.reading import Asked, read_incoming
from cpsprep.core.export.formats import WRITERS
from cpsprep.core.export.names import Format as To
from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.names import Format
from cpsprep.core.interchange.settling import settled
from cpsprep.core.item import Choice, Item, Kind

BANK = read_bank(default_bank_folder())


def folded(text: str) -> str:
    return " ".join(text.split())


def asked(item: Item) -> tuple[object, ...]:
    """What matters of an item that is chosen from."""
    assert isinstance(item.body, Choice)
    body = item.body
    return (
        body.kind,
        folded(body.stem),
        [(folded(text), option in body.answer) for option, text in _options(body)],
    )


def _options(body: Choice) -> list[tuple[str, str]]:
    statement = body.kind is Kind.TRUEFALSE
    return [(option, option if statement else text) for option, text in body.options.items()]


def drafted(draft: Draft, item: Item) -> tuple[object, ...]:
    """The same of a draft; what stood before the stem is left out."""
    assert isinstance(item.body, Choice)
    stem = folded(draft.stem)
    end = folded(item.body.stem)
    return (
        draft.kind,
        end if stem.endswith(end) else stem,
        [(folded(one.text), one.right) for one in draft.options],
    )


@pytest.mark.parametrize(
    ("to", "form", "by_id", "kinds"),
    [
        (To.GIFT, Format.GIFT, True, {Kind.SINGLE, Kind.MULTIPLE, Kind.TRUEFALSE}),
        (To.MOODLE_XML, Format.MOODLE_XML, True, {Kind.SINGLE, Kind.MULTIPLE, Kind.TRUEFALSE}),
        (To.CSV, Format.CSV, True, {Kind.SINGLE, Kind.MULTIPLE, Kind.TRUEFALSE}),
        (To.MARKDOWN, Format.TEXT, True, {Kind.SINGLE, Kind.MULTIPLE, Kind.TRUEFALSE}),
        (To.AIKEN, Format.AIKEN, False, {Kind.SINGLE}),
    ],
)
def test_what_goes_out_comes_in_as_it_was(to: To, form: Format, by_id: bool, kinds: set[Kind]) -> None:
    items = [item for item in BANK.items.values() if item.kind in kinds]
    out = WRITERS[to].write(items, BANK.header)
    refused = {name for name, _ in out.left_out}
    items = [item for item in items if item.id not in refused]

    read = read_incoming(Incoming("f", "f", out.text.encode()), Path("f"), Asked())
    found = settled(read.found)

    assert read.format_ is form
    assert (found.needing, found.skipped, len(found.ready)) == ((), (), len(items))
    drafts = {draft.name: draft for draft in found.ready}
    pairs = (
        [(item, drafts[item.id]) for item in items] if by_id else list(zip(items, found.ready, strict=True))
    )
    assert [item.id for item, draft in pairs if drafted(draft, item) != asked(item)] == []


@pytest.mark.parametrize("to", [To.GIFT, To.MOODLE_XML, To.CSV, To.MARKDOWN])
def test_reasons_and_explanations_come_along(to: To) -> None:
    items = [item for item in BANK.items.values() if item.kind is Kind.SINGLE]
    text = WRITERS[to].write(items, BANK.header).text
    found = settled(read_incoming(Incoming("f", "f", text.encode()), Path("f"), Asked()).found)
    drafts = {draft.name: draft for draft in found.ready}

    for item in items:
        assert isinstance(item.body, Choice)
        draft = drafts[item.id]
        assert [folded(one.why) for one in draft.options] == [
            folded(item.body.why[key]) for key in item.body.options
        ]
        assert folded(draft.explanation) == folded(item.explanation)


def test_clozes_and_cards_come_along_in_tables_moodle_and_markdown() -> None:
    for to in (To.CSV, To.MOODLE_XML, To.MARKDOWN):
        items = [item for item in BANK.items.values() if item.kind in {Kind.CLOZE, Kind.BASIC}]
        text = WRITERS[to].write(items, BANK.header).text

        found = settled(read_incoming(Incoming("f", "f", text.encode()), Path("f"), Asked()).found)

        assert {draft.name: draft.kind for draft in found.ready} == {item.id: item.kind for item in items}
