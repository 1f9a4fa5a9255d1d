"""Our GIFT files in the hands of a reader that is not ours."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cpsprep.adapters.bank.shelf import BankShelf
from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.core.export.gift import gift
from cpsprep.core.export.wording import question
from cpsprep.core.item import Basic, Choice, Item, Kind
from cpsprep.core.paragraphs import flowing, one_line
from fakes_anki import HEADER
from fakes_questions import items, truth

pytestmark = pytest.mark.gift
Read = Callable[[str], list[dict[str, Any]]]


def spaced(text: str) -> str:
    """The text as this reader has it: it makes one space of several, but keeps line breaks."""
    return "\n".join(one_line(line) for line in text.split("\n"))


def holds(found: dict[str, Any], item: Item) -> None:
    """Whether a question that was read is this one."""
    assert (found["title"], found["id"]) == (item.id, item.id)
    assert spaced(found["stem"]["text"]) == spaced(question(item))
    assert found["tags"] == (list(item.tags) or None)
    general = item.explanation
    match item.body:
        case Choice(kind=Kind.TRUEFALSE):
            assert (found["type"], found["isTrue"]) == ("TF", truth(item))
        case Choice() as body:
            assert found["type"] == "MC"
            assert [spaced(one["text"]["text"]) for one in found["choices"]] == [
                spaced(flowing(text)) for text in body.options.values()
            ]
            assert [one["isCorrect"] or (one["weight"] or 0) > 0 for one in found["choices"]] == [
                option in body.answer for option in body.options
            ]
            assert [spaced((one["feedback"] or {"text": ""})["text"]) for one in found["choices"]] == [
                spaced(flowing(body.why.get(option, ""))) for option in body.options
            ]
        case Basic(back=back):
            assert found["type"] == "Essay"
            general = f"{back}\n\n{item.explanation}"
        case _:
            return
    assert spaced((found["globalFeedback"] or {"text": ""})["text"]) == spaced(flowing(general))


def test_the_shipped_bank_is_read_whole(read: Read) -> None:
    (bank,) = BankShelf([default_bank_folder()], None).banks()
    done = gift(list(bank.items.values()), bank.header)
    found = {one["title"]: one for one in read(done.text)}

    assert done.left_out == ()
    for item in bank.items.values():
        if item.kind is not Kind.CLOZE:
            holds(found[item.id], item)


def points(item: Item) -> bool:
    """Whether an option has an arrow: this grammar takes it for a matching question, Moodle does not."""
    return isinstance(item.body, Choice) and any("->" in text for text in item.body.options.values())


@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # each example starts node, so making a failure small takes long
    suppress_health_check=list(HealthCheck),
)
@given(
    st.lists(
        items().filter(lambda item: not points(item)), min_size=8, max_size=20, unique_by=lambda item: item.id
    )
)
def test_any_texts_are_read_as_they_were(read: Read, made: list[Item]) -> None:
    done = gift(made, HEADER)
    found = {one["title"]: one for one in read(done.text)}
    left = {name for name, _ in done.left_out}

    for item in made:
        if item.kind is not Kind.CLOZE and item.id not in left:
            holds(found[item.id], item)
