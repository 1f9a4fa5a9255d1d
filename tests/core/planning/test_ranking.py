"""In which order new cards come under a plan, and which are kept for mock exams."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.bank import Entry
from cpsprep.core.history import BoardResult
from cpsprep.core.item import ItemId, Kind, Status
from cpsprep.core.planning.introducing import Unit
from cpsprep.core.planning.ranking import MOST_OF_AREA, POOL_SHARE, rank, weight_of
from fakes_deadline import outline
from fakes_plan import BANK, entry
from fakes_queue import many

SHARES = {"role": 0.5, "ethics": 0.3, "crisis": 0.2}


def bank(each: int = 60, **fields: object) -> list[Entry]:
    """So many cards in each of three areas, two topics each."""
    return [
        entry(f"{domain}-{number:03}", domain=domain, topic=f"t{number % 2}")._replace(**fields)  # type: ignore[arg-type]
        for domain in SHARES
        for number in range(each)
    ]


def flat(units: tuple[Unit, ...]) -> list[Entry]:
    return [one for unit in units for one in unit]


def areas(entries: list[Entry]) -> Counter[str]:
    return Counter(one.domain for one in entries)


@pytest.mark.parametrize("count", [10, 20, 40, 70])
def test_whatever_fits_covers_every_area_as_the_exam_does(count: int) -> None:
    drill = flat(rank(bank(), outline(bank(), **SHARES), "l").drill)
    assert all(abs(areas(drill[:count])[area] - share * count) <= 1 for area, share in SHARES.items())


def test_an_area_that_is_used_up_leaves_the_rest_to_the_others() -> None:
    entries = [*bank(10), *(entry(f"more-{n}", domain="role") for n in range(100))]
    drill = flat(rank(entries, outline(entries, **SHARES), "l").drill)
    assert {one.domain for one in drill[-30:]} == {"role"}


def test_topics_of_an_area_come_in_turn() -> None:
    drill = [one for one in flat(rank(bank(), outline(bank(), **SHARES), "l").drill) if one.domain == "role"]
    assert [drill[n].topic != drill[n + 1].topic for n in range(20)] == [True] * 20


def test_learners_have_orders_of_their_own() -> None:
    made = [rank(bank(), outline(bank()), learner) for learner in ("a", "a", "b")]
    assert (made[0] == made[1], made[0] == made[2]) == (True, False)


def test_what_no_board_asks_comes_last_and_is_never_kept() -> None:
    entries = [*bank(20), *(entry(f"x-{n}", domain="history") for n in range(10))]
    made = rank(entries, outline(bank(20), **SHARES), "l")
    assert {one.domain for one in flat(made.drill)[-10:]} == {"history"}
    assert "history" not in areas(flat(made.pool))


def test_drafts_are_not_ranked() -> None:
    made = rank(bank(5, status=Status.DRAFT), outline(bank(5)), "l")
    assert made == ((), ())


@given(st.integers(0, 40), st.text(max_size=3))
def test_every_card_is_ranked_once(each: int, learner: str) -> None:
    made = rank(bank(each), outline(bank(each), **SHARES), learner)
    ranked = [*flat(made.drill), *flat(made.pool)]
    assert sorted(ranked) == sorted(bank(each))


def test_a_fifth_is_kept_in_the_parts_of_the_exam() -> None:
    pool = flat(rank(bank(), outline(bank(), **SHARES), "l").pool)
    assert areas(pool) == {"role": 18, "ethics": 11, "crisis": 7}
    assert len(pool) == round(POOL_SHARE * 180)


def test_no_area_gives_more_than_half_away() -> None:
    entries = [*bank(10), *(entry(f"more-{n}", domain="ethics") for n in range(100))]
    pool = areas(flat(rank(entries, outline(entries, **SHARES), "l").pool))
    assert pool["role"] == 10 * MOST_OF_AREA


def test_only_kinds_that_the_board_asks_are_kept() -> None:
    entries = [*bank(30), *bank(30, kind=Kind.BASIC)]
    entries = [one._replace(item=ItemId(f"{one.item}-{one.kind}")) for one in entries]
    assert {one.kind for one in flat(rank(entries, outline(entries), "l").pool)} == {Kind.SINGLE}


def test_what_was_seen_cannot_be_kept() -> None:
    first = rank(bank(), outline(bank(), **SHARES), "l")
    seen = {(BANK, one.item) for one in flat(first.pool)[:9]}
    again = rank(bank(), outline(bank(), **SHARES), "l", seen)
    assert not seen & {(BANK, one.item) for one in flat(again.pool)}
    assert len(flat(again.pool)) == len(flat(first.pool))


def test_scenarios_and_cloze_items_stay_whole() -> None:
    story = [entry(name, domain="role", scenario="s") for name in many(4)]
    cloze = [entry(f"c-1#c{n}", domain="role") for n in (1, 2)]
    units = [*rank([*story, *cloze], outline([*story, *cloze]), "l").drill]
    assert sorted(len(unit) for unit in units) == [2, 4]


def test_a_scenario_with_one_question_seen_is_not_kept() -> None:
    stories = [entry(f"s{n}-{m}", scenario=f"s{n}") for n in range(5) for m in range(2)]
    seen = {(BANK, ItemId(f"s{n}-0")) for n in range(5)}
    assert rank(stories, outline(stories), "l").pool
    assert not rank(stories, outline(stories), "l", seen).pool


@pytest.mark.parametrize(
    ("said", "weight"),
    [("below", 2.0), ("near", 1.4), ("above", 0.8), ("odd", 1.0), (0.0, 2.0), (75.0, 1.0), (100.0, 0.5)],
)
def test_weak_areas_weigh_more(said: str | float, weight: float) -> None:
    assert weight_of("ethics", BoardResult(areas={"ethics": said})) == weight


def test_after_a_failed_attempt_weak_areas_come_more_often() -> None:
    result = BoardResult(passed=False, areas={"crisis": "below", "role": "above"})
    fresh, retake = (
        areas(flat(rank(bank(), outline(bank(), **SHARES), "l", result=one).drill)[:50])
        for one in (None, result)
    )
    assert (retake["crisis"] > fresh["crisis"] * 1.6, retake["role"] < fresh["role"]) == (True, True)
