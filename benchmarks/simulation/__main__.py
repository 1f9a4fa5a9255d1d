"""`make simulate`: simulated learners study to an exam; exit 1 where a promise about the plan is missed."""

import argparse
import os
import sys

from benchmarks.simulation import report
from benchmarks.simulation.running import courses
from benchmarks.simulation.schedules import ALL, COMPARED

CARDS, DAYS = 400, 60
BUDGETS = (6.0, 8.0, 9.0, 10.0, 12.0, 15.0, 20.0, 30.0)
QUICK = (8.0, 10.0, 12.0, 30.0)


def main() -> int:
    words = argparse.ArgumentParser(prog="python -m benchmarks.simulation", description=__doc__)
    words.add_argument("--quick", action="store_true", help="six learners, four budgets: under a minute")
    words.add_argument("--learners", type=int, default=30)
    words.add_argument("--seed", type=int, default=5)
    words.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked = words.parse_args()
    learners = 6 if asked.quick else asked.learners
    budgets = QUICK if asked.quick else BUDGETS
    names = list(COMPARED if asked.quick else ALL)
    print(f"{CARDS} cards, {DAYS} days, {learners} learners, seed {asked.seed}\n", flush=True)
    found: list[report.Verdict] = []
    for truth in ("FSRS", "ACT-R"):
        results = courses(truth, names, learners, (CARDS, DAYS, budgets), asked.seed, asked.workers)
        print("\n".join(report.gains_table(truth, results, budgets, asked.seed)), end="\n\n")
        print("\n".join(report.schedules_table(truth, results, budgets, asked.seed)), end="\n\n", flush=True)
        found += report.verdicts(truth, results, budgets, asked.seed)
    print("\n".join(one.line() for one in found))
    return 0 if all(one.kept for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
