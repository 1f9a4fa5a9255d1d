"""Our files in the hands of Moodle itself: GIFT, Aiken and Moodle XML, read as its import does."""

from collections.abc import Callable, Sequence
from html import unescape
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from cpsprep.adapters.bank.shelf import BankShelf
from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.core.bank import BankHeader
from cpsprep.core.cloze import Hidden
from cpsprep.core.export.aiken import aiken
from cpsprep.core.export.gift import gift
from cpsprep.core.export.moodle_xml import moodle_xml
from cpsprep.core.export.parts import Exported
from cpsprep.core.export.wording import question, segments
from cpsprep.core.item import Basic, Choice, Cloze, Item, Kind
from cpsprep.core.paragraphs import flowing, one_line
from fakes_anki import HEADER
from fakes_questions import items, truth

pytestmark = pytest.mark.moodle
Found = dict[str, Any]
Read = Callable[[str, str], list[Found]]
Write = Callable[[Sequence[Item], BankHeader], Exported]
NAMED: tuple[tuple[str, Write], ...] = (("xml", moodle_xml), ("gift", gift))
"""The formats in which a question has a name."""
FEW = settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # each example starts PHP, so making a failure small takes long
    suppress_health_check=list(HealthCheck),
)
SOME = st.lists(items(), min_size=8, max_size=25, unique_by=lambda item: item.id)


def text(value: str | Found) -> str:
    """A text of Moodle's, which may say its format; how it is broken into lines does not count."""
    return one_line(value if isinstance(value, str) else value["text"])


def shown(value: str) -> str:
    return one_line(flowing(value))


def holds(found: Found, item: Item) -> None:
    """Whether a question that was read is this one."""
    match item.body:
        case Choice(kind=Kind.TRUEFALSE) as body:
            assert found["qtype"] == "truefalse"
            assert bool(found.get("answer", found["correctanswer"])) == truth(item)
            told = [text(found[f"feedback{option}"]) for option in body.options]
            assert told == [shown(body.why.get(option, "")) for option in body.options]
        case Choice() as body:
            assert found["qtype"] == "multichoice"
            assert bool(found["single"]) == (body.kind is Kind.SINGLE)
            assert [text(one) for one in found["answer"]] == [shown(one) for one in body.options.values()]
            assert [one > 0 for one in map(float, found["fraction"])] == [
                option in body.answer for option in body.options
            ]
            assert [text(one) for one in found["feedback"]] == [
                shown(body.why.get(option, "")) for option in body.options
            ]
        case Basic():
            assert found["qtype"] == "essay"
        case _:
            return
    assert text(found["questiontext"]) == shown(question(item))


def hidden(item: Item) -> list[str]:
    """The hidden parts of a cloze; Moodle takes the backslash before a star away where it marks."""
    assert isinstance(item.body, Cloze)
    parts = [one_line(one.text) for one in segments(item.body.text) if isinstance(one, Hidden)]
    return [part.replace("*", r"\*") for part in parts]


@pytest.fixture(scope="module")
def bank() -> list[Item]:
    (shipped,) = BankShelf([default_bank_folder()], None).banks()
    return list(shipped.items.values())


def all_held(read: Read, made: Sequence[Item], name: str, write: Write) -> None:
    done = write(made, HEADER)
    found = {one.get("idnumber") or one["name"]: one for one in read(name, done.text)}
    left = {item for item, _ in done.left_out}
    for item in made:
        if item.id not in left and item.kind is not Kind.CLOZE:
            holds(found[item.id], item)


@pytest.mark.parametrize(("name", "write"), NAMED)
def test_the_shipped_bank_is_read_whole(read: Read, bank: list[Item], name: str, write: Write) -> None:
    all_held(read, bank, name, write)


@pytest.mark.parametrize(("name", "write"), NAMED)
@FEW
@given(SOME)
def test_any_texts_are_read_as_they_were(read: Read, name: str, write: Write, made: list[Item]) -> None:
    all_held(read, made, name, write)


@FEW
@given(SOME)
def test_gaps_ask_for_what_is_hidden(read: Read, made: list[Item]) -> None:
    texts = [item for item in made if item.kind is Kind.CLOZE]
    assume(texts)

    for found, item in zip(read("xml", moodle_xml(texts, HEADER).text), texts, strict=True):
        asked = found["options"]["questions"].values()
        assert [one["answer"] for one in asked] == [[part] for part in hidden(item)]


@FEW
@given(SOME)
def test_aiken_has_the_options_and_the_key(read: Read, made: list[Item]) -> None:
    done = aiken(made, HEADER)
    left = {item for item, _ in done.left_out}

    for found, item in zip(
        read("aiken", done.text), [one for one in made if one.id not in left], strict=True
    ):
        assert isinstance(item.body, Choice)
        # Moodle makes references of < and & twice here.
        options = [unescape(unescape(text(one))) for one in found["answer"]]
        assert options == [one_line(one) for one in item.body.options.values()]
        assert [one > 0 for one in found["fraction"]] == [
            option in item.body.answer for option in item.body.options
        ]
