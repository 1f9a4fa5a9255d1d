"""Every time a question was on the screen, as readiness asks for it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from cpsprep.adapters.log.exposures import exposures
from cpsprep.core.events import FROM_ANKI, Event, Fact
from cpsprep.core.item import ItemId
from cpsprep.core.readiness.evidence import Exposure
from fakes_log import BANK, DAY, DAY_MS, answer, event, fact, insert, log_at, void

SHOWN = {"shown": list("abcd"), "chosen": ["a"], "ms": 9000}


def given(id_: str = "e1", **changes: Any) -> Fact:  # noqa: ANN401
    told: dict[str, Any] = {"correct": True, "payload": SHOWN} | changes
    return answer(id_, **told)


def found(folder: Path, events: Iterable[Event]) -> list[Exposure]:
    with log_at(folder) as log:
        insert(log, events)
        return list(exposures(log.connection))


def test_an_answer_tells_whether_it_was_right_and_among_how_many(tmp_path: Path) -> None:
    assert found(tmp_path, [event(given())]) == [
        Exposure(DAY, DAY * DAY_MS + 1, BANK, ItemId("al-0001"), "review", True, 4)
    ]


@pytest.mark.parametrize("mode", ["practice", "exam"])
def test_answers_of_every_mode_come(tmp_path: Path, mode: str) -> None:
    (one,) = found(tmp_path, [event(given(mode=mode, grade=None, correct=False))])

    assert (one.mode, one.right) == (mode, False)


def test_a_question_that_was_only_looked_at_has_no_answer(tmp_path: Path) -> None:
    seen = fact("e1", "seen", item=ItemId("al-0001"), payload={"shown": list("abc")})
    (one,) = found(tmp_path, [event(seen)])

    assert (one.mode, one.right, one.options) == ("", None, 3)


def test_an_answer_that_was_taken_back_was_on_the_screen_all_the_same(tmp_path: Path) -> None:
    (one,) = found(tmp_path, [event(given()), event(void("v1", "e1"), seq=2)])

    assert one.right is None


@pytest.mark.parametrize(
    ("changes", "right"),
    [({"payload": {}}, None), ({"payload": {"shown": "abcd"}}, None), ({"correct": None}, None)],
    ids=["no options", "no list", "no verdict"],
)
def test_an_answer_from_elsewhere_may_tell_nothing(
    tmp_path: Path, changes: dict[str, Any], right: bool | None
) -> None:
    (one,) = found(tmp_path, [event(given(**changes))])

    assert one.right is right


def test_a_copy_that_came_back_from_anki_was_never_shown(tmp_path: Path) -> None:
    copy = event(given("e2", correct=None, payload={}), device=FROM_ANKI)
    both = found(tmp_path, [event(given()), copy, event(void("v1", "e2"), seq=2)])

    assert [one.right for one in both] == [True]


def test_the_order_is_that_of_the_log(tmp_path: Path) -> None:
    days = [one.day for one in found(tmp_path, [event(given(f"e{day}"), day, day) for day in (9, 3, 7)])]

    assert days == [3, 7, 9]


def test_marks_are_no_exposures(tmp_path: Path) -> None:
    assert found(tmp_path, [event(fact("e1", "set-aside", item=ItemId("al-0001")))]) == []
