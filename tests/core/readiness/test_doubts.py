"""The reasons why a forecast is unsure."""

from collections.abc import Mapping

import pytest

from cpsprep.core.readiness.doubts import doubts_of
from cpsprep.core.readiness.evidence import Evidence
from cpsprep.core.readiness.prediction import Doubt, Why
from fakes_readiness import ENOUGH, SHARES, TODAY, evidence, outline, tried


def doubts(
    known: Evidence = ENOUGH, shares: tuple[float, ...] = SHARES, **changes: bool
) -> Mapping[Why, Doubt]:
    return {one.why: one for one in doubts_of(known, outline(shares, **changes))}


def test_one_doubt_always_stays() -> None:
    assert list(doubts()) == [Why.NOT_THE_BOARDS]


def test_few_answers_are_told_with_their_number() -> None:
    few = Evidence(ENOUGH.tried[1:], TODAY)

    assert doubts(few)[Why.FEW].number == 59


@pytest.mark.parametrize(
    ("shares", "thin"),
    [((0.5, 0.3, 0.2), ("listening", "crisis")), ((0.5, 0.41, 0.09), ("listening",))],
)
def test_areas_that_weigh_much_and_have_few_answers_are_named(
    shares: tuple[float, ...], thin: tuple[str, ...]
) -> None:
    known = evidence(tried("ethics", 50, 20), tried("listening", 2, 0))

    assert doubts(known, shares=shares)[Why.THIN_AREAS] == Doubt(Why.THIN_AREAS, len(thin), thin)


def test_equal_shares_that_nobody_published_are_told() -> None:
    assert Why.EQUAL_SHARES in doubts(shares_known=False)


def test_areas_that_are_not_a_boards_are_told_in_their_place() -> None:
    found = doubts(shares_known=False, areas_known=False)

    assert Why.OUR_AREAS in found
    assert Why.EQUAL_SHARES not in found


@pytest.mark.parametrize(("old", "told"), [(29, False), (31, True)])
def test_it_is_told_when_most_answers_are_more_than_a_month_old(old: int, *, told: bool) -> None:
    known = evidence(tried("ethics", 60 - old, 0), tried("ethics", old, 0, day=TODAY - 31))

    assert (Why.OLD in doubts(known)) is told


def test_questions_seen_before_are_counted() -> None:
    again = [one._replace(again=True) for one in tried("ethics", 7, 0)]

    assert doubts(evidence(list(ENOUGH.tried), again))[Why.SEEN_BEFORE].number == 7
