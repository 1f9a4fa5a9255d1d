"""Running the form of an earlier mock exam again: the same questions, as far as the bank has them."""

import pytest

from cpsprep.app.errors import UsageError
from cpsprep.core.events import EventId
from fakes_exam_desk import MANY, Desk
from fakes_study import DAY, choice, item


def test_a_form_can_be_run_again() -> None:
    desk = Desk()
    first = desk.offer(items=5, minutes=7)
    desk.take(first)

    again = desk.again()

    assert [slot.question.item.id for slot in again.slots] == [slot.question.item.id for slot in first.slots]
    assert [slot.order for slot in again.slots] == [slot.order for slot in first.slots]
    assert again.rules.again == EventId("e4")
    assert (again.rules.minutes, again.gone, again.edited) == (7, 0, 0)
    assert all(slot.seen == DAY for slot in again.slots)


def test_a_form_can_be_run_again_by_other_rules() -> None:
    desk = Desk()
    desk.take(desk.offer(items=5, minutes=7))

    slow = desk.again(minutes=9, extra=2, break_minutes=3, cut=0.5).rules
    free = desk.again(untimed=True).rules

    assert (slow.minutes, slow.extra, slow.break_minutes, slow.cut, slow.own_cut) == (9, 2, 3, 0.5, True)
    assert free.minutes is None


def test_a_question_that_was_mended_is_asked_as_it_is_now() -> None:
    desk = Desk(items=MANY[:2])
    desk.take(desk.offer())
    mended = item("q-0", choice("Mended?", options={"a": "Yes.", "b": "No."}), shuffle=True)
    desk.items = [mended, MANY[1]]

    again = desk.again()

    assert (again.edited, again.gone) == (1, 0)
    assert {slot.body.stem for slot in again.slots} == {"Mended?", "Question 1?"}
    assert all(sorted(slot.order) == sorted(slot.body.options) for slot in again.slots)


def test_a_question_that_is_gone_is_left_out() -> None:
    desk = Desk(items=MANY[:3])
    desk.take(desk.offer())
    desk.items, desk.gone = MANY[1:3], ("q-2",)

    again = desk.again()

    assert [slot.question.item.id for slot in again.slots] == ["q-1"]
    assert again.gone == 2


def test_a_form_of_which_nothing_is_left_cannot_be_run_again() -> None:
    desk = Desk(items=MANY[:3])
    desk.take(desk.offer())
    desk.items = MANY[10:]

    with pytest.raises(UsageError, match="none of its questions"):
        desk.again()


def test_a_form_cannot_be_run_again_while_an_exam_runs() -> None:
    desk = Desk()
    desk.take(desk.offer(items=5))
    desk.begin(desk.offer(items=5))

    with pytest.raises(UsageError, match="still running"):
        desk.again("1")


def test_a_form_that_cannot_be_read_here_cannot_be_run_again() -> None:
    desk = Desk()
    desk.take(desk.offer(items=5))
    desk.log.versions.clear()

    with pytest.raises(UsageError, match="cannot be read here"):
        desk.again("1")
