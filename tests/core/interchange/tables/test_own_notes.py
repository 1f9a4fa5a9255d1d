"""Notes that cpsprep made for Anki, brought in again: the questions that they were."""

from collections.abc import Sequence
from dataclasses import replace
from unicodedata import normalize

import pytest
from hypothesis import given

from cpsprep.core.anki.note import FIELDS, AnkiNote, BankText, anki_note
from cpsprep.core.interchange.draft import Draft, Spot
from cpsprep.core.interchange.tables.anki_notes import Note, read_notes
from cpsprep.core.item import Choice, Item, Kind, Level, Status
from cpsprep.core.paragraphs import flowing
from fakes_anki import HEADER, basic, cloze, multiple, single, told, true_false
from fakes_import import line, lines
from fakes_questions import banks

PLACE = Spot("f", 1, "note")


def as_note(item: Item, *, named: bool = True) -> Note:
    made = anki_note(item, BankText.of(HEADER, {name: f"cps-{name}" for name in item.media}))
    assert isinstance(made, AnkiNote)
    return Note(PLACE, made.fields, FIELDS[made.type] if named else (), made.tags, made.guid, "Deck")


def back(item: Item, *, named: bool = True) -> Draft:
    """What the note of an item comes back as."""
    (draft,) = read_notes([as_note(item, named=named)]).drafts
    return draft


def changed(item: Item, **fields: str) -> Draft:
    """The same after somebody changed the note in Anki."""
    note = as_note(item)
    mine = [fields.get(name, text) for name, text in zip(note.names, note.fields, strict=True)]
    (draft,) = read_notes([replace(note, fields=mine)]).drafts
    return draft


@pytest.mark.parametrize("named", [True, False], ids=["package", "text"])
def test_every_kind_comes_back_with_its_id(named: bool) -> None:
    items = [single(), multiple(), true_false(), basic(), cloze()]
    drafts = [back(item, named=named) for item in items]

    assert [(one.name, one.kind) for one in drafts] == [(one.id, one.kind) for one in items]
    assert line(drafts[1]).startswith("multiple: ")
    assert drafts[3].back == "The person."
    assert drafts[4].stem == "I {{c1::see}} and {{c2::hear::sense}}."
    assert [(one.text, one.right, one.why) for one in drafts[2].options] == [
        ("true", False, "No."),
        ("false", True, "Peers do plan."),
    ]


@given(banks())
def test_key_options_and_reasons_are_as_they_were(items: Sequence[Item]) -> None:
    for item in items:
        draft = back(item)
        assert draft.kind is item.kind
        if isinstance(item.body, Choice) and item.kind is not Kind.TRUEFALSE:
            body = item.body
            assert [(one.text, one.right, one.why) for one in draft.options] == [
                (_told(text), option in body.answer, _told(body.why.get(option, "")))
                for option, text in sorted(body.options.items())
            ]


def _told(text: str) -> str:
    return normalize("NFC", flowing(text))


def test_what_else_a_question_has_comes_back() -> None:
    item = single(
        level=Level.RECALL,
        tags=("x", "y"),
        explanation="One.\n\nTwo.",
        content_note="Heavy.",
        source=("a book, page 3",),
        status=Status.RETIRED,
    )
    draft = back(item)

    assert draft.more == {
        "domain": "listening",
        "level": "recall",
        "status": "retired",
        "content_note": "Heavy.",
        "source": ["a book, page 3"],
    }
    assert (draft.topic, draft.tags, draft.explanation) == ("timing", ("x", "y"), "One.\n\nTwo.")


def test_a_fixed_order_and_a_draft_come_back() -> None:
    assert back(single(shuffle=False, status=Status.DRAFT)).more == {
        "domain": "listening",
        "status": "draft",
        "shuffle": False,
    }


def test_a_story_comes_back_as_a_story() -> None:
    assert back(told("sc-0001", 1, "She laughs.")).story == "Ana is late.\n\nShe cries.\n\nShe laughs."


def test_a_picture_comes_back_below_the_question() -> None:
    found = read_notes([as_note(basic(media={"map.png": "a small map"}))])

    assert lines(found) == [
        "basic: Who decides?/[picture: a small map] = The person. | named ba-0001 | in timing | !! a picture"
    ]


def test_tags_of_the_learner_stay_and_those_of_anki_go() -> None:
    note = as_note(basic(tags=("mine",)))
    (draft,) = read_notes([replace(note, tags=(*note.tags, "leech", "marked", "hard"))]).drafts

    assert draft.tags == ("mine", "hard")


@pytest.mark.parametrize(
    "fields",
    [
        {"Key": '<span data-k="b">Me too.</span>'},
        {"Key": "It sounds hard."},
        {"Rationales": ""},
        {"Options": '<ol><li data-k="a">x</li><li data-k="b">y</li></ol>'},
    ],
)
def test_a_note_that_was_changed_so_that_its_key_is_not_clear_needs_one(fields: dict[str, str]) -> None:
    draft = changed(single(), **fields)

    assert not draft.has_key
    assert draft.doubt == "the note was changed in Anki, and its parts say different things of the key"


def test_a_changed_wording_comes_back_as_it_is_now() -> None:
    assert changed(single(), Stem="Which is <b>best</b> now?").stem == "Which is best now?"


def test_a_note_of_another_kind_is_none_of_ours() -> None:
    assert changed(single(), Kind="essay").kind is Kind.BASIC
    note = replace(as_note(basic(), named=False), tags=())
    (draft,) = read_notes([note]).drafts
    assert draft.stem == "ba-0001"
