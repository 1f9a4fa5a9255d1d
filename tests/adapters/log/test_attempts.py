"""The attempts to recall that memory rests on."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from cpsprep.adapters.log.attempts import attempts, attempts_of
from cpsprep.core.events import Event
from cpsprep.core.item import CardId
from cpsprep.core.memory.recall import Attempt
from fakes_log import BANK, DAY, answer, event, fact, insert, log_at, void

CARD = CardId("al-0001")


def found(folder: Path, *events: Event) -> list[Attempt]:
    with log_at(folder) as log:
        insert(log, events)
        return list(attempts(log.connection))


@pytest.mark.parametrize("mode", ["review", "practice"])
@pytest.mark.parametrize("grade", range(6))
def test_a_graded_answer_is_an_attempt_of_that_grade(tmp_path: Path, mode: str, grade: int) -> None:
    assert found(tmp_path, event(answer("e1", grade, mode=mode))) == [(BANK, CARD, DAY, grade)]


@pytest.mark.parametrize(
    ("correct", "payload", "grades"),
    [
        (True, {"chosen": ["a"]}, [4]),
        (True, {"chosen": ["a"], "confidence": "sure"}, [4]),
        (True, {"chosen": ["a"], "confidence": "guess"}, [1]),
        (False, {"chosen": ["a"]}, [1]),
        (False, {"chosen": []}, []),
        (None, {"chosen": ["a"]}, []),
    ],
    ids=["right", "sure", "guessed", "wrong", "blank", "unknown"],
)
def test_a_mock_exam_tells_by_right_and_wrong(
    tmp_path: Path, correct: bool | None, payload: dict[str, Any], grades: list[int]
) -> None:
    made = answer("e1", None, mode="exam", correct=correct, payload=payload)

    assert [grade for *_, grade in found(tmp_path, event(made))] == grades


def test_what_was_taken_back_is_none(tmp_path: Path) -> None:
    assert found(tmp_path, event(answer("e1")), event(void("v1", "e1"), seq=2)) == []


def test_without_a_grade_there_is_none(tmp_path: Path) -> None:
    assert found(tmp_path, event(answer("e1", None, correct=True))) == []


def test_a_sight_is_none(tmp_path: Path) -> None:
    assert found(tmp_path, event(fact("e1", "seen"))) == []


def days(events: Iterable[Attempt]) -> list[tuple[str, int]]:
    return [(card, day) for _, card, day, _ in events]


def test_they_come_card_by_card_in_the_order_of_the_log(tmp_path: Path) -> None:
    made = [event(answer(f"e{day}", card=card), day, day) for day, card in ((9, "b"), (3, "a"), (7, "b"))]

    assert days(found(tmp_path, *made)) == [("a", 3), ("b", 7), ("b", 9)]


def test_one_card_can_be_asked_for(tmp_path: Path) -> None:
    with log_at(tmp_path) as log:
        insert(log, [event(answer("e1", card="a")), event(answer("e2", card="b"), DAY + 2, 2)])

        assert days(attempts_of(log.connection, (BANK, CardId("b")))) == [("b", DAY + 2)]
