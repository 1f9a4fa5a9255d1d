"""Mending a question while vetting: it is read again, asked again, and kept as it is then."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cpsprep.cli.bank.checking.vetting import Way
from cpsprep.core.item import Item
from cpsprep.core.records.records import Reader
from fakes_records import made, reading
from fakes_vetting import ITEM, Room, said, typed


def test_a_mended_question_is_asked_anew_and_kept_with_its_new_version() -> None:
    mended = replace(ITEM, explanation="Better.")

    room = typed("a", "e", "a", "a", edits=[mended])

    assert room.kept == [reading(mended, reader=Reader.PERSON, date="2027-01-02")]
    assert said(room).count("What comes FIRST?") == 2
    assert room.edited == [ITEM.place]


def test_a_question_that_was_not_changed_waits_for_the_verdict() -> None:
    room = typed("a", "e", "a")

    assert "The question is as it was. If your editor is still open, save, and type r." in said(room)
    assert len(room.kept) == 1


def test_a_file_saved_later_is_read_when_asked() -> None:
    room = Room(["a", "e", "r", "r", "a", "a"], edits=[ITEM])
    mended = replace(ITEM, explanation="Better.")
    answers: Iterator[Item] = iter([ITEM, ITEM, ITEM, mended])
    room.again = lambda name: (next(answers), ())  # type: ignore[method-assign]
    room.vet(ITEM)

    assert [one.version for one in room.kept] == [reading(mended).version]


def test_a_question_broken_while_editing_can_be_mended() -> None:
    mended = replace(ITEM, explanation="Better.")

    room = typed("a", "e", "what", "e", "a", "a", edits=[None, mended])

    assert "first.yaml:5:3: error[missing-field]: this item has no 'stem'" in said(room)
    assert said(room).count("Type e to edit again, s to leave it, or q to stop.") == 2
    assert [one.version for one in room.kept] == [reading(mended).version]


@pytest.mark.parametrize(("line", "way"), [("s", Way.LEFT), ("q", Way.STOPPED), (None, Way.STOPPED)])
def test_a_broken_question_can_be_left(line: str | None, way: Way) -> None:
    room = Room(["a", "e", *([line] if line else [])], edits=[None])
    vetting = room.vet(ITEM, made("q-2"))

    assert vetting.ways[way][:1] == ["q-1"]
    assert room.kept == []


def test_an_editor_that_does_not_start_is_told() -> None:
    room = typed("a", "e", "a", broken_editor="No editor is set.")

    at = said(room).index("No editor is set.")
    assert said(room)[at + 1] == "When you have mended and saved the file by other means, type r."
    assert not any("your editor is still open" in line for line in said(room))
