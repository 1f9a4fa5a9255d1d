"""The answers of a log: none that was taken back, in canonical order, tolerant of what a payload lacks."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cpsprep.adapters.log.answer_rows import answer_rows
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.core.events import EventId, Fact, Moment
from cpsprep.core.item import BankId, CardId, ItemId, OptionId, Version
from cpsprep.core.progress.answer_rows import AnswerRow

BANK, ITEM, CARD = BankId("bank"), ItemId("al-1"), CardId("al-1")


def answered(id_: str, payload: Mapping[str, Any] | None = None, **fields: object) -> Fact:
    values = {"mode": "review", "grade": 4, "correct": True, "version": Version("v"), **fields}
    return Fact(EventId(id_), "answered", BANK, ITEM, CARD, payload=payload or {}, **values)  # type: ignore[arg-type]


def rows(path: Path, *facts: Fact, day: int = 9) -> list[AnswerRow]:
    with SqliteLog(path / "log.db", session="s", source="plain") as log:
        for step, fact in enumerate(facts):
            log.append([fact], Moment(at_ms=step, offset_min=0, study_day=day, ids=()), {})
        return list(answer_rows(log.connection))


def test_an_answer_comes_with_all_it_tells(tmp_path: Path) -> None:
    payload = {"chosen": ["b", "c"], "ms": 4100, "shown": ["c", "b"]}
    assert rows(tmp_path, answered("1", payload, correct=False, grade=1)) == [
        AnswerRow(9, BANK, ITEM, CARD, "review", 1, False, (OptionId("b"), OptionId("c")), 4100)
    ]


def test_practice_and_exam_answers_come_too(tmp_path: Path) -> None:
    found = rows(tmp_path, answered("1", mode="practice"), answered("2", mode="exam", grade=None))
    assert [(row.mode, row.grade) for row in found] == [("practice", 4), ("exam", None)]


def test_what_was_taken_back_does_not_come(tmp_path: Path) -> None:
    void = Fact(EventId("2"), "voided", BANK, ITEM, CARD, target=EventId("1"))
    assert [row.grade for row in rows(tmp_path, answered("1"), void, answered("3", grade=5))] == [5]


def test_what_is_no_answer_of_a_card_does_not_come(tmp_path: Path) -> None:
    seen = Fact(EventId("1"), "seen", BANK, ITEM, CARD)
    nothing = Fact(EventId("2"), "answered", mode="review", grade=4)
    assert rows(tmp_path, seen, nothing) == []


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"chosen": None, "ms": None},
        {"chosen": "b", "ms": "9"},
        {"chosen": [1, None], "ms": -1},
        {"ms": True},
    ],
)
def test_a_payload_from_elsewhere_may_lack_anything(tmp_path: Path, payload: dict[str, Any]) -> None:
    (row,) = rows(tmp_path, answered("1", payload, correct=None))
    assert (row.chosen, row.ms, row.correct) == ((), None, None)


def test_answers_come_by_day_and_time_not_as_they_arrived(tmp_path: Path) -> None:
    rows(tmp_path, answered("late", grade=5), day=9)
    assert [row.grade for row in rows(tmp_path, answered("early", grade=3), day=8)] == [3, 5]


def test_a_log_that_is_not_there_has_no_answers(tmp_path: Path) -> None:
    with SqliteLog(tmp_path / "none.db", create=False) as log:
        assert list(answer_rows(log.connection)) == []
