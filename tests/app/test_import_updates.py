"""Scenarios in which things happen: nobody is told what has not happened yet, whatever the deck has."""

import pytest

from cpsprep.app.import_bank import Plan, Standing, plan_import
from cpsprep.core.interchange.again.scenes import Scene
from cpsprep.core.interchange.draft import Draft, Found, Spot
from cpsprep.core.interchange.item_fields import fields_of, flat
from cpsprep.core.interchange.settling import settled
from cpsprep.core.item import Kind


def asked(name: str, *updates: str) -> Draft:
    return Draft(
        *(Kind.BASIC, Spot("f", 1), f"What is asked in {name}?"),
        back="This.",
        name=name,
        story="Dana is here.",
        scene="case-1",
        updates=updates,
    )


def planned(standing: Standing, *drafts: Draft) -> Plan:
    return plan_import(settled(Found(drafts)).ready, standing, "f", "f")


def deck(*drafts: Draft, updates: tuple[str, ...] = (), inside: bool = True) -> Standing:
    """A deck with these questions, in the scenario or outside of it."""
    here = {one.name: flat(fields_of(one, one.name)) for one in settled(Found(drafts)).ready}
    items = frozenset(here) if inside else frozenset[str]()
    return Standing(here, {}, frozenset(here), {"case-1": Scene("Dana is here.", "", items, updates)})


def stories(plan: Plan) -> list[tuple[str, tuple[str, ...], bool]]:
    return [(one.text, one.of, one.is_new) for one in plan.stories]


def test_new_questions_come_in_with_what_is_new_to_each() -> None:
    plan = planned(Standing({}, {}, frozenset()), asked("fs-0002"), asked("fs-0003", "A."))

    assert [one.draft.more for one in plan.added] == [{}, {"update": "A."}]
    assert stories(plan) == [("Dana is here.", ("fs-0002", "fs-0003"), True)]


@pytest.mark.parametrize(
    ("happened", "new"),
    [
        ((), asked("fs-0003", "A.")),
        (("A.",), asked("fs-0003", "A.")),
        (("A.",), asked("fs-0003", "A.", "B.")),
    ],
)
def test_a_new_question_joins_the_end_of_a_scenario_where_that_is_its_time(
    happened: tuple[str, ...], new: Draft
) -> None:
    old = asked("fs-0002", *happened)

    plan = planned(deck(old, updates=happened), old, new)

    assert [one.id for one in plan.added] == ["fs-0003"]
    assert stories(plan) == [("Dana is here.", ("fs-0003", "fs-0002"), False)]


def test_one_that_is_asked_before_gets_a_scenario_of_its_own() -> None:
    late = asked("fs-0002", "A.", "B.")

    plan = planned(deck(late, updates=("A.\n\nB.",)), asked("fs-0003", "A."), late)

    assert stories(plan) == [
        ("Dana is here.\n\nA.", ("fs-0003",), True),
        ("Dana is here.", ("fs-0002",), False),
    ]
    assert "update" not in plan.added[0].draft.more


def test_one_that_is_asked_at_the_start_does_not_come_at_the_end() -> None:
    late = asked("fs-0002", "A.")

    plan = planned(deck(late, updates=("A.",)), asked("fs-0003"), late)

    assert stories(plan) == [
        ("Dana is here.", ("fs-0003",), True),
        ("Dana is here.", ("fs-0002",), False),
    ]


def test_what_happened_is_not_written_to_a_question_that_stands_in_no_scenario() -> None:
    old = asked("fs-0002", "A.")

    plan = planned(deck(old, inside=False), old)

    assert [one.merged.changes for one in plan.updates] == [{}]


def test_a_change_of_what_happened_goes_into_the_deck() -> None:
    plan = planned(deck(asked("fs-0002", "A."), updates=("A.",)), asked("fs-0002", "A, and soon."))

    assert [one.merged.conflicts[0].there for one in plan.updates] == ["A, and soon."]
