"""`make simulate`: simulated learners study to an exam; exit 1 where a promise about the plan is missed."""

import argparse
import os
import sys
from collections.abc import Iterator

from benchmarks.simulation import report
from benchmarks.simulation.course import Frame
from benchmarks.simulation.forecasts import Foretold, forecast
from benchmarks.simulation.report import Verdict
from benchmarks.simulation.running import Setting, courses, on_all
from benchmarks.simulation.schedules import COMPARED, NO_PLAN, PLAN, TRIED

PARTS = ("schedules", "others", "forecasts")
TRUTHS = ("FSRS", "ACT-R")
CARDS, DAYS = 400, 60
BUDGETS = (6.0, 8.0, 10.0, 11.0, 12.0, 15.0, 30.0)
QUICK_BUDGETS = (8.0, 10.0, 12.0, 30.0)
OTHERS = (
    Setting(400, 30, (12.0, 20.0, 30.0)),
    Setting(400, 90, (6.0, 10.0, 30.0)),
    Setting(600, 35, (7.0, 14.0, 30.0)),
    Setting(100, 5, (10.0, 20.0, 60.0)),
)
"""Other ways to an exam; the third is 30 minutes a day for questions of 45 seconds, which do not all fit."""
FORECAST_MINUTES = (10.0, 15.0, 30.0)


def main() -> int:
    words = argparse.ArgumentParser(prog="python -m benchmarks.simulation", description=__doc__)
    words.add_argument("only", nargs="*", choices=[[], *PARTS], metavar="PART", help=", ".join(PARTS))
    words.add_argument("--quick", action="store_true", help="six learners, four budgets: under a minute")
    words.add_argument("--learners", type=int, default=30)
    words.add_argument("--seed", type=int, default=5)
    words.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = words.parse_args()
    learners = 6 if asked.quick else asked.learners
    parts = asked.only or (PARTS[::2] if asked.quick else PARTS)
    print(f"{CARDS} cards, {DAYS} days, {learners} learners, seed {asked.seed}", flush=True)
    found: list[Verdict] = []
    if "schedules" in parts:
        for truth in TRUTHS:
            found += _compared(truth, learners, asked)
    if "others" in parts:
        _others(learners, asked)
    if "forecasts" in parts:
        found.append(_forecasts(learners, asked))
    print("\n".join(one.line() for one in found))
    return 0 if all(one.kept for one in found) else 1


def _compared(truth: str, learners: int, asked: argparse.Namespace) -> Iterator[Verdict]:
    setting = Setting(CARDS, DAYS, QUICK_BUDGETS if asked.quick else BUDGETS)
    results = courses(truth, list(COMPARED), learners, setting, asked.seed, asked.workers)
    _show(report.gains_table(truth, results, setting, asked.seed))
    _show(report.schedules_table(truth, results, results, setting, asked.seed))
    if not asked.quick:
        fewer = setting._replace(budgets=QUICK_BUDGETS)
        tried = courses(truth, list(TRIED), learners, fewer, asked.seed, asked.workers)
        _show(report.schedules_table(truth, tried, results, fewer, asked.seed, ": tried"))
    yield from report.verdicts(truth, results, setting, asked.seed)


def _others(learners: int, asked: argparse.Namespace) -> None:
    for setting in OTHERS:
        for truth in TRUTHS:
            results = courses(truth, [NO_PLAN, PLAN], learners, setting, asked.seed, asked.workers)
            _show(report.gains_table(truth, results, setting, asked.seed))


def _forecasts(learners: int, asked: argparse.Namespace) -> Verdict:
    rows = {}
    for truth in TRUTHS:
        for minutes in FORECAST_MINUTES:
            frame = Frame(CARDS, DAYS, minutes)
            tasks = [Foretold(truth, learner, frame, asked.seed) for learner in range(learners)]
            rows[truth, minutes] = on_all(forecast, tasks, asked.workers)
    _show(report.forecast_table(rows))
    return report.forecast_verdict(rows, asked.seed)


def _show(lines: Iterator[str]) -> None:
    print("", *lines, sep="\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
