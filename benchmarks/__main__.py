"""`make bench`: the table of ratios, all measured in this run; exit 1 where a budget is missed."""

import argparse
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.ratios import Row

HERE = Path(__file__).parent
ON_DEMAND = {"peers", "readiness"}
"""Those that run only by name: one gives no verdict, one takes minutes."""


def main() -> int:
    words = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    words.add_argument("only", nargs="*", help="names of benchmarks, such as startup")
    words.add_argument("--peers", action="store_true", help="compare with installed peers; no verdict")
    asked = words.parse_args()
    found: list[Row] = []
    for row in _rows(asked.only or (["peers"] if asked.peers else _names())):
        found.append(row)
        print(_line(row), flush=True)
    missed = [row for row in found if row.missed]
    print(
        f"{len(found) - len(missed)} within budget, {len(missed)} over" if not asked.peers else "no budgets"
    )
    return 1 if missed else 0


def _names() -> list[str]:
    every = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    return [name for name in every if name not in ON_DEMAND]


def _rows(names: list[str]) -> Iterator[Row]:
    print(f"| {'work':<44} | {'against':<40} | ratio  | budget |\n|{'-' * 46}|{'-' * 42}|--------|--------|")
    for name in names:
        for row in importlib.import_module(f"benchmarks.bench_{name}").rows():
            yield row if isinstance(row, Row) else Row(row[0], "", row[1], row[2])


def _line(row: Row) -> str:
    least = "" if row.least is None else f"{row.least:g} to "
    budget = "" if row.budget is None else f"{least}{row.budget:g}{' !' if row.missed else ''}"
    return f"| {row.work:<44} | {row.against:<40} | {row.ratio:>6.2f} | {budget:<6} |"


if __name__ == "__main__":
    sys.exit(main())
