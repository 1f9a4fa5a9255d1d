"""The forecast of a score: what it says, and the laws that it keeps."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.readiness.evidence import Evidence, Tried
from cpsprep.core.readiness.model import chance, predict
from cpsprep.core.readiness.prediction import LEAST, NotYet, Prediction
from effort import percent_of_examples
from fakes_readiness import ENOUGH, SHARES, TITLES, evidence, outline, tried

AREAS = tuple(TITLES)
EXAM = outline()
ANSWERS = st.lists(
    st.builds(
        Tried,
        st.sampled_from(AREAS),
        st.booleans(),
        st.sampled_from([0.25, 0.5]),
        st.just(20_000),
    ),
    min_size=LEAST,
    max_size=60,
)


def foretold(known: Evidence, shares: tuple[float, ...] = SHARES, asked: int | None = None) -> Prediction:
    found = predict(known, outline(shares), asked)
    assert isinstance(found, Prediction)
    return found


def test_two_thirds_right_foretell_about_two_thirds() -> None:
    found = foretold(ENOUGH)

    assert found.share == pytest.approx(2 / 3, abs=0.03)
    assert found.low < 0.6
    assert found.high > 0.75


def test_the_range_holds_nine_scores_of_ten() -> None:
    found = foretold(ENOUGH)
    low, high = round(found.low * found.asked), round(found.high * found.asked)

    assert sum(found.scores) == pytest.approx(1)
    assert sum(found.scores[:low]) <= 0.05
    assert sum(found.scores[high + 1 :]) <= 0.05
    assert sum(found.scores[low : high + 1]) >= 0.9


def test_below_twenty_questions_it_refuses_and_says_how_many_are_missing() -> None:
    known = Evidence(ENOUGH.tried[: LEAST - 1], ENOUGH.today)
    found = predict(known, EXAM)

    assert isinstance(found, NotYet)
    assert (found.n, found.missing) == (19, 1)
    assert [area.n for area in found.areas] == [19, 0, 0]


def test_twenty_are_enough() -> None:
    assert isinstance(predict(Evidence(ENOUGH.tried[:LEAST], ENOUGH.today), EXAM), Prediction)


def test_more_answers_make_the_range_narrower() -> None:
    found = foretold(ENOUGH)
    better = foretold(replace(ENOUGH, tried=ENOUGH.tried * 5))

    assert better.high - better.low < found.high - found.low


def test_an_area_without_answers_is_taken_to_be_like_the_others() -> None:
    strong = foretold(evidence(tried("ethics", 38, 2), tried("listening", 38, 2)))
    weak = foretold(evidence(tried("ethics", 15, 25), tried("listening", 15, 25)))

    assert strong.areas[2].level > 0.75
    assert weak.areas[2].level < 0.55
    assert strong.areas[2].n == 0


def test_areas_count_as_much_as_the_exam_says() -> None:
    known = evidence(tried("ethics", 30, 5), tried("crisis", 5, 30))

    assert foretold(known, shares=(0.6, 0.2, 0.2)).share > foretold(known, shares=(0.2, 0.2, 0.6)).share


def test_true_and_false_right_count_less_than_four_options_right() -> None:
    """Who answers true-false questions half right knows nothing; an exam of four options then brings 25 %."""
    short = [one._replace(asked=False) for one in tried("ethics", 30, 30, chance=0.5)]

    assert foretold(evidence(short)).share < 0.4
    assert foretold(evidence(tried("ethics", 30, 30))).share == pytest.approx(0.5, abs=0.03)


def test_an_exam_of_the_same_kind_offers_the_same_guess() -> None:
    assert foretold(evidence(tried("ethics", 30, 30, chance=0.5))).share == pytest.approx(0.55, abs=0.05)


@pytest.mark.parametrize(
    ("asked", "total"), [(None, 50), (20, 20), ({"ethics": 3, "crisis": 2}, 5)], ids=["outline", "n", "areas"]
)
def test_an_exam_may_be_of_any_length(asked: int | dict[str, int] | None, total: int) -> None:
    found = predict(ENOUGH, EXAM, asked)

    assert isinstance(found, Prediction)
    assert (found.asked, len(found.scores)) == (total, total + 1)


def test_an_exam_asks_something() -> None:
    with pytest.raises(ValueError, match="at least one question"):
        predict(ENOUGH, EXAM, {})


@percent_of_examples(30)
@given(ANSWERS, st.integers(0, 99))
def test_the_order_of_the_answers_does_not_matter(answers: list[Tried], seed: int) -> None:
    mixed = Random(seed).sample(answers, len(answers))

    one, other = Evidence(tuple(answers), 20_000), Evidence(tuple(mixed), 20_000)
    assert foretold(one, asked=10) == foretold(other, asked=10)


@percent_of_examples(30)
@given(ANSWERS, st.data())
def test_one_more_right_never_foretells_less(answers: list[Tried], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(answers) - 1))
    before = [*answers[:place], answers[place]._replace(right=False), *answers[place + 1 :]]
    after = [*answers[:place], answers[place]._replace(right=True), *answers[place + 1 :]]
    less, more = (foretold(Evidence(tuple(one), 20_000), asked=10) for one in (before, after))

    assert more.share > less.share
    assert (more.low, more.high) >= (less.low, less.high)
    assert chance(more, 0.7) >= chance(less, 0.7)
    assert all(one.level >= other.level - 1e-12 for one, other in zip(more.areas, less.areas, strict=True))


@pytest.mark.parametrize(("right", "wrong", "expected"), [(60, 0, 0.95), (0, 60, 0.05)])
def test_nobody_is_sure_to_pass_or_to_fail(right: int, wrong: int, expected: float) -> None:
    assert chance(foretold(evidence(tried("ethics", right, wrong))), 0.7) == expected


@pytest.mark.parametrize(("cut", "expected"), [(0.0, 0.95), (1.0, 0.05), (0.66, 0.55)])
def test_the_chance_goes_down_as_the_pass_mark_goes_up(cut: float, expected: float) -> None:
    assert chance(foretold(ENOUGH), cut) == pytest.approx(expected)


def test_a_chance_is_a_multiple_of_five_percent() -> None:
    found = foretold(ENOUGH)

    assert all(chance(found, cut / 100) * 20 == round(chance(found, cut / 100) * 20) for cut in range(101))


def test_what_an_area_costs_is_its_share_times_what_is_missing() -> None:
    area = foretold(ENOUGH).areas[0]

    assert area.loss == pytest.approx(0.5 * (1 - area.level))
