"""Whatever a bank says of its questions, JSON and CSV bring back as it was, and Markdown what it can hold."""

import pytest
from hypothesis import given

from cpsprep.core.export.names import Format
from cpsprep.core.export.wording import question
from cpsprep.core.item import Choice, Item
from cpsprep.core.paragraphs import flowing
from fakes_all_of_it import bank_of, decks, placeless, there_and_back


@pytest.mark.parametrize("to", [Format.JSON, Format.CSV])
@given(deck=decks())
def test_everything_comes_back(to: Format, deck: str) -> None:
    bank = bank_of(deck)
    items = list(bank.items.values())

    again, done = there_and_back(items, bank, to)

    assert (done.skipped, done.needing) == ((), ())
    assert all(one.said.startswith("not in a folder 'media' beside the file") for one in done.remarks)
    assert [placeless(one) for one in again.values()] == [placeless(one) for one in items]


def in_markdown(item: Item) -> tuple[object, ...]:
    """What Markdown holds of a question, with all that stands before it."""
    body = item.body
    rest: tuple[object, ...]
    if isinstance(body, Choice):
        rest = tuple(
            (flowing(text), option in body.answer, flowing(body.why.get(option, "")))
            for option, text in body.options.items()
        )
    else:
        rest = (flowing(getattr(body, "back", "")),)
    about = (item.domain, flowing(item.topic), item.level, item.tags, flowing(item.explanation))
    return (item.id, item.kind, flowing(question(item)), rest, *about)


@given(deck=decks())
def test_markdown_brings_back_what_it_holds(deck: str) -> None:
    bank = bank_of(deck)
    items = list(bank.items.values())

    again, done = there_and_back(items, bank, Format.MARKDOWN)

    assert (done.skipped, done.needing, done.remarks) == ((), (), ())
    assert [in_markdown(one) for one in again.values()] == [in_markdown(one) for one in items]
