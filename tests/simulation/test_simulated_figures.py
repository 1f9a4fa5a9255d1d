"""From courses to figures: straight lines between budgets, intervals over learners."""

import pytest
from benchmarks.simulation.course import Outcome
from benchmarks.simulation.forecasts import Forecast
from benchmarks.simulation.measure import (
    Courses,
    Figure,
    curve,
    figure,
    gain_at_equal_budget,
    gain_at_equal_minutes,
    minutes_ratio,
    minutes_to,
    recall_at,
)
from benchmarks.simulation.report import Verdict, forecast_table, forecast_verdict, gains_table
from benchmarks.simulation.running import Setting
from benchmarks.simulation.schedules import NO_PLAN, PLAN


def made(*learners: list[tuple[float, float]]) -> Courses:
    """Courses by minutes and recall."""
    return [
        [Outcome(recall, minutes, peak=9, last_week=1, unseen=0) for minutes, recall in one]
        for one in learners
    ]


ONE = made([(100, 0.5), (200, 0.9), (300, 0.95)])
LESS = made([(100, 0.4), (200, 0.6), (250, 0.7)])


@pytest.mark.parametrize(
    ("target", "minutes"), [(0.5, 100), (0.7, 150), (0.9, 200), (0.96, None), (0.3, 100)]
)
def test_minutes_to_a_target_lie_on_the_line_between_budgets(target: float, minutes: float | None) -> None:
    assert minutes_to(curve(ONE, [0]), target) == (None if minutes is None else pytest.approx(minutes))


@pytest.mark.parametrize(("minutes", "recall"), [(50, 0.5), (150, 0.7), (300, 0.95), (900, 0.95)])
def test_recall_is_never_told_beyond_what_was_measured(minutes: float, recall: float) -> None:
    assert recall_at(curve(ONE, [0]), minutes) == pytest.approx(recall)


def test_the_curve_is_of_means_over_learners() -> None:
    both = made([(100, 0.5), (200, 0.9)], [(200, 0.7), (400, 0.7)])
    assert [point.minutes for point in curve(both, [0, 1])] == pytest.approx([150, 300])
    assert [point.recall for point in curve(both, [0, 1])] == pytest.approx([0.6, 0.8])


def test_a_gain_is_told_at_equal_budgets_and_at_equal_minutes() -> None:
    assert gain_at_equal_budget(ONE, LESS, 2, seed=1).value == pytest.approx(25)
    assert gain_at_equal_minutes(ONE, LESS, 2, seed=1).value == pytest.approx(22.5)


def test_a_ratio_of_minutes_is_missing_where_one_never_gets_there() -> None:
    assert minutes_ratio(ONE, LESS, 0.6, seed=1).value == pytest.approx(125 / 200)
    assert minutes_ratio(ONE, LESS, 0.9, seed=1) == Figure(None)


def test_an_interval_covers_the_value_and_is_the_same_for_the_same_seed() -> None:
    values = [0.1, 0.4, 0.2, 0.9, 0.5]
    found = figure(5, lambda learners: sum(values[one] for one in learners) / 5, seed=1)

    assert found == figure(5, lambda learners: sum(values[one] for one in learners) / 5, seed=1)
    assert found.value == pytest.approx(0.42)
    assert found.low is not None
    assert found.high is not None
    assert 0.1 <= found.low < 0.42 < found.high <= 0.9


def test_figures_read_well() -> None:
    assert Figure(None).shown(".2f") == "not reached"
    assert Figure(1.234).shown(".2f") == "1.23"
    assert Figure(4.2, 3.5, 5.0).shown("+.1f") == "+4.2 (+3.5 to +5.0)"


def foretold(off: float) -> Forecast:
    return Forecast(0.9, 0.9 - off, 0.9, 0.8)


@pytest.mark.parametrize(("off", "kept"), [(0.02, True), (-0.02, True), (0.06, False)])
def test_a_forecast_is_judged_by_how_far_it_is_off_either_way(off: float, kept: bool) -> None:
    verdict = forecast_verdict(
        {("FSRS", 10.0): [foretold(off)] * 3, ("ACT-R", 10.0): [foretold(0.01)] * 3}, 1
    )

    assert verdict.found.value == pytest.approx(100 * (abs(off) + 0.01) / 2)
    assert forecast_verdict({("FSRS", 10.0): [foretold(off)] * 3}, 1).kept is kept
    assert verdict.line().startswith("- kept: ")


def test_a_missed_promise_is_said_loudly() -> None:
    assert Verdict("it pays", Figure(1.0), ".1f", kept=False).line() == "- MISSED: it pays: 1.0"


def test_each_budget_has_a_row_that_tells_what_the_plan_adds() -> None:
    rows = list(gains_table("FSRS", {NO_PLAN: LESS, PLAN: ONE}, Setting(40, 12, (1.0, 2.0, 3.0)), seed=1))

    assert len(rows) == 2 + 3
    assert rows[-1].startswith("| 3 | 0.700, 250, 0% | 0.950, 300, 0% | +25.0 (+25.0 to +25.0) | +22.5")


def test_forecasts_are_told_as_they_came_out() -> None:
    assert list(forecast_table({("FSRS", 10.0): [foretold(0.02)]}))[-1] == (
        "| FSRS, 10 | 0.900 | 0.880 | 2.0 points | 0.900 | 0.800 | 10.0 points |"
    )
