"""A paper comes back out of its event as it was; what cannot be read is none."""

from dataclasses import replace
from typing import Any

import pytest

from cpsprep.core.events import Event, EventId
from cpsprep.core.exam.machine import begin
from cpsprep.core.exam.paper import Paper, Slot, read_paper, started_fact, versions_of
from cpsprep.core.sitting.question import Question
from fakes_exam import START_MS, at, held, paper, texts_of
from fakes_study import BASIC, question


def event(made: Paper, **changes: Any) -> Event:  # noqa: ANN401
    fact = started_fact(made)
    return held(replace(fact, payload={**fact.payload, **changes}), at(0), 1)


@pytest.mark.parametrize(
    "made",
    [
        paper(),
        paper(minutes=None),
        paper(cut=0.7, own_cut=True, extra=1.5, seed="s", shares_known=True, app="1"),
        paper(again=EventId("exam-0")),
    ],
)
def test_it_comes_back_as_it_was(made: Paper) -> None:
    back = read_paper(event(made), texts_of(made))

    assert back is not None
    assert started_fact(back) == started_fact(made)
    assert (back.started_ms, back.deadline_ms) == (START_MS, made.deadline_ms)
    assert [slot.body for slot in back.slots] == [slot.body for slot in made.slots]


def test_the_event_says_when_the_time_is_up() -> None:
    assert started_fact(paper(extra=2.0)).payload["deadline_ms"] == START_MS + 20 * 60_000


def test_the_event_says_which_question_was_seen_before() -> None:
    seen = [row.get("seen") for row in started_fact(paper()).payload["form"]]

    assert seen == [None, 19_991, None, 19_991]


def test_its_versions_are_those_of_its_questions() -> None:
    made = paper()

    assert versions_of(event(made)) == tuple(slot.question.version for slot in made.slots)
    assert versions_of(event(made, form=3)) == ()
    assert versions_of(event(made, form=[3, {"version": 4}])) == ()


def row(**changes: Any) -> dict[str, Any]:  # noqa: ANN401
    first: dict[str, Any] = started_fact(paper()).payload["form"][0]
    return {**first, **changes}


@pytest.mark.parametrize(
    "changes",
    [
        {"form": []},
        {"form": 3},
        {"form": [3]},
        {"form": [row(version="gone")]},
        {"form": [row(shown=["a", "b"])]},
        {"form": [row(shown=None)]},
        {"outline": None},
        {"outline": {"id": "x"}},
        {"minutes": "many"},
        {"minutes": -1},
        {"minutes": float("nan")},
        {"extra_time": 1e300},
        {"break_minutes": None},
    ],
)
def test_what_is_of_another_form_is_none(changes: dict[str, Any]) -> None:
    made = paper()

    assert read_paper(event(made, **changes), texts_of(made)) is None


def test_a_text_that_is_no_question_makes_no_paper() -> None:
    made = paper()
    texts = dict.fromkeys(texts_of(made), "{}")

    assert read_paper(event(made), texts) is None


def test_only_questions_with_options_have_a_body_here() -> None:
    recall: Question = question(body=BASIC)

    with pytest.raises(TypeError):
        _ = Slot(recall, ()).body


def test_an_exam_is_begun_at_the_time_of_its_paper() -> None:
    exam, facts = begin(paper(), at(0, "exam-1", "e0"))

    assert facts[0].id == exam.paper.id
    assert facts[1].payload["at"] == START_MS
