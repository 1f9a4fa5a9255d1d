"""The tables and the verdict, as Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import mean
from typing import Final, NamedTuple

from benchmarks.simulation import measure
from benchmarks.simulation.forecasts import Forecast
from benchmarks.simulation.measure import Courses, Figure
from benchmarks.simulation.running import Setting
from benchmarks.simulation.schedules import (
    FSRS_PLAN,
    FSRS_STEPS_PLAN,
    NO_PLAN,
    OPTION,
    PLAN,
    RANDOM,
)

TARGETS: Final = {"FSRS": 0.95, "ACT-R": 0.80}
"""The recall on exam day to which minutes are compared, by truth."""
GAINS: Final = {"FSRS": 3.0, "ACT-R": 5.0}
"""Points that the plan has to add at equal minutes."""
AGAINST_RANDOM: Final = {"FSRS": 0.90, "ACT-R": 1.05}
AGAINST_FSRS: Final = 1.05


class Verdict(NamedTuple):
    """One promise: what was found, and whether it holds."""

    promise: str
    found: Figure
    form: str
    kept: bool

    def line(self) -> str:
        return f"- {'kept' if self.kept else 'MISSED'}: {self.promise}: {self.found.shown(self.form)}"


def schedules_table(
    truth: str,
    results: Mapping[str, Courses],
    rivals: Mapping[str, Courses],
    setting: Setting,
    seed: int,
    label: str = "",
) -> Iterator[str]:
    """With the largest budget, and over all of them; `rivals` holds the plan and FSRS."""
    target, last = TARGETS[truth], len(setting.budgets) - 1
    yield (
        f"| {truth} truth{label} | recall | minutes | peak day | last week "
        f"| minutes to {target} | by those of the plan | by those of FSRS, plan |"
    )
    yield "|---|---|---|---|---|---|---|---|"
    fsrs = rivals[strongest_fsrs(truth, rivals)]
    for name, found in results.items():
        everyone = range(len(found))
        at = measure.mean_point(found, last, everyone)
        needed = measure.minutes_to(measure.curve(found, everyone), target)
        ratios = [measure.minutes_ratio(found, other, target, seed) for other in (rivals[PLAN], fsrs)]
        yield (
            f"| {name} | {at.recall:.3f} | {at.minutes:.0f} | {at.peak:.0f} | {at.last_week:.1f} "
            f"| {'not reached' if needed is None else f'{needed:.0f}'} "
            f"| {' | '.join('' if one.value is None else one.shown('.2f') for one in ratios)} |"
        )


def gains_table(truth: str, results: Mapping[str, Courses], setting: Setting, seed: int) -> Iterator[str]:
    yield (
        f"| {truth} truth, {setting.cards} cards, {setting.days} days: minutes a day "
        "| no plan: recall, minutes, unseen | plan: recall, minutes, unseen "
        "| points at the same minutes a day | points at the same minutes used |"
    )
    yield "|---|---|---|---|---|"
    none, plan = results[NO_PLAN], results[PLAN]
    for place, minutes in enumerate(setting.budgets):
        cells = [
            f"{at.recall:.3f}, {at.minutes:.0f}, {at.unseen:.0%}"
            for at in (measure.mean_point(one, place, range(len(one))) for one in (none, plan))
        ]
        day = measure.gain_at_equal_budget(plan, none, place, seed)
        used = measure.gain_at_equal_minutes(plan, none, place, seed)
        yield f"| {minutes:g} | {cells[0]} | {cells[1]} | {day.shown('+.1f')} | {used.shown('+.1f')} |"


def verdicts(truth: str, results: Mapping[str, Courses], setting: Setting, seed: int) -> Iterator[Verdict]:
    plan, target = results[PLAN], TARGETS[truth]
    gain = measure.gain_at_equal_minutes(plan, results[NO_PLAN], len(setting.budgets) - 1, seed)
    yield Verdict(
        f"{truth} truth: the plan adds at least {GAINS[truth]:g} points at no more minutes",
        gain,
        "+.1f",
        gain.value is not None and gain.value >= GAINS[truth],
    )
    ratio = measure.minutes_ratio(plan, results[RANDOM], target, seed)
    yield _at_most(f"{truth} truth: minutes for {target} against {RANDOM}", ratio, AGAINST_RANDOM[truth])
    if truth == "FSRS":
        rival = strongest_fsrs(truth, results)
        ratio = measure.minutes_ratio(results[OPTION], results[rival], target, seed)
        yield _at_most(
            f"{truth} truth: minutes for {target} with drill.below 3 against {rival}", ratio, AGAINST_FSRS
        )


def strongest_fsrs(truth: str, results: Mapping[str, Courses]) -> str:
    """Of FSRS with and without learning steps, the one that needs the fewest minutes to the target."""

    def needed(name: str) -> float:
        points = measure.curve(results[name], range(len(results[name])))
        return measure.minutes_to(points, TARGETS[truth]) or float("inf")

    return min((FSRS_PLAN, FSRS_STEPS_PLAN), key=needed)


def _at_most(promise: str, found: Figure, limit: float, form: str = ".2f") -> Verdict:
    kept = found.value is not None and found.value <= limit
    return Verdict(f"{promise}, at most {limit:g}", found, form, kept)


Forecasts = Mapping[tuple[str, float], Sequence[Forecast]]
OFF: Final = 5.0
"""Points by which a forecast may be off, on average over learners."""


def forecast_table(rows: Forecasts) -> Iterator[str]:
    yield (
        "| truth, minutes a day | foretold with a quarter of the days left | came | off by, on average "
        "| foretold the evening before | came | off by, on average |"
    )
    yield "|---|---|---|---|---|---|---|"
    for (truth, minutes), found in rows.items():
        cells = []
        for foretold, came in (
            ([one.foretold for one in found], [one.came for one in found]),
            ([one.last_foretold for one in found], [one.last_came for one in found]),
        ):
            off = mean(abs(a - b) for a, b in zip(foretold, came, strict=True))
            cells += [f"{mean(foretold):.3f}", f"{mean(came):.3f}", f"{100 * off:.1f} points"]
        yield f"| {truth}, {minutes:g} | {' | '.join(cells)} |"


def forecast_verdict(rows: Forecasts, seed: int) -> Verdict:
    """Over both truths and all budgets; the table tells them apart."""

    def off(learners: Sequence[int]) -> float:
        every = (found[learner] for found in rows.values() for learner in learners)
        return 100 * mean(abs(one.foretold - one.came) for one in every)

    found = measure.figure(min(map(len, rows.values())), off, seed)
    return _at_most("both truths: points by which the forecast is off, on average", found, OFF, ".1f")
