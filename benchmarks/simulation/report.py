"""The tables and the verdict, as Markdown."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from benchmarks.simulation import measure
from benchmarks.simulation.measure import Courses, Figure
from benchmarks.simulation.schedules import FSRS_PLAN, FSRS_STEPS_PLAN, NO_PLAN, OPTION, PLAN, RANDOM

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
    truth: str, results: Mapping[str, Courses], budgets: Sequence[float], seed: int
) -> Iterator[str]:
    target, last = TARGETS[truth], len(budgets) - 1
    yield (
        f"| {truth} truth | recall | minutes | peak day | last week "
        f"| minutes to {target} | against the plan |"
    )
    yield "|---|---|---|---|---|---|---|"
    for name, found in results.items():
        everyone = range(len(found))
        at = measure.mean_point(found, last, everyone)
        needed = measure.minutes_to(measure.curve(found, everyone), target)
        ratio = measure.minutes_ratio(found, results[PLAN], target, seed)
        yield (
            f"| {name} | {at.recall:.3f} | {at.minutes:.0f} | {at.peak:.0f} | {at.last_week:.1f} "
            f"| {'not reached' if needed is None else f'{needed:.0f}'} "
            f"| {'' if ratio.value is None else ratio.shown('.2f')} |"
        )


def gains_table(
    truth: str, results: Mapping[str, Courses], budgets: Sequence[float], seed: int
) -> Iterator[str]:
    yield (
        f"| {truth} truth, minutes a day | no plan: recall, minutes, unseen | plan: recall, minutes, unseen "
        "| points at the same minutes a day | points at the same minutes used |"
    )
    yield "|---|---|---|---|---|"
    none, plan = results[NO_PLAN], results[PLAN]
    for place, minutes in enumerate(budgets):
        cells = [
            f"{at.recall:.3f}, {at.minutes:.0f}, {at.unseen:.0%}"
            for at in (measure.mean_point(one, place, range(len(one))) for one in (none, plan))
        ]
        day = measure.gain_at_equal_budget(plan, none, place, seed)
        used = measure.gain_at_equal_minutes(plan, none, place, seed)
        yield f"| {minutes:g} | {cells[0]} | {cells[1]} | {day.shown('+.1f')} | {used.shown('+.1f')} |"


def verdicts(
    truth: str, results: Mapping[str, Courses], budgets: Sequence[float], seed: int
) -> Iterator[Verdict]:
    plan, target = results[PLAN], TARGETS[truth]
    gain = measure.gain_at_equal_minutes(plan, results[NO_PLAN], len(budgets) - 1, seed)
    yield Verdict(
        f"{truth} truth: the plan adds at least {GAINS[truth]:g} points at no more minutes",
        gain,
        "+.1f",
        gain.value is not None and gain.value >= GAINS[truth],
    )
    limit = AGAINST_RANDOM[truth]
    random = measure.minutes_ratio(plan, results[RANDOM], target, seed)
    yield _at_most(f"{truth} truth: minutes for {target} against random", random, limit)
    if truth == "FSRS":
        strongest = min(
            (FSRS_PLAN, FSRS_STEPS_PLAN),
            key=lambda name: (
                measure.minutes_to(measure.curve(results[name], range(len(plan))), target) or float("inf")
            ),
        )
        option = measure.minutes_ratio(results[OPTION], results[strongest], target, seed)
        yield _at_most(
            f"FSRS truth: minutes for {target} with drill.below 3 against {strongest}", option, AGAINST_FSRS
        )


def _at_most(promise: str, found: Figure, limit: float) -> Verdict:
    kept = found.value is not None and found.value <= limit
    return Verdict(f"{promise} at most {limit:g}", found, ".2f", kept)
