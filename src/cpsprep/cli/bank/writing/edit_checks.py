"""What is wrong with items that were edited: told in words; an error keeps the edit from being saved."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cpsprep.cli.bank.problem_lines import problem_lines
from cpsprep.cli.bank.writing.editing import Bench
from cpsprep.cli.saying import say
from cpsprep.cli.unheard import put
from cpsprep.core.bank import Bank
from cpsprep.core.config.settings import Ui
from cpsprep.core.problem import Problem, Severity

if TYPE_CHECKING:
    from cpsprep.adapters.bank.saving import Change


def conclude(bench: Bench, changes: "Sequence[Change]", names: Collection[str], *, dry_run: bool) -> None:
    """Check a finished edit of these items, then show and save it, and tell what it might do better.

    Raises:
        typer.Exit: it brings an error in; nothing is saved.
        UnreadableError: it would reach other items, or cannot be saved.
    """
    after = bench.tried(changes, names)
    wrong = new_errors(bench.bank, after, names)
    if wrong:
        tell(wrong, marked=bench.here.settings.ui is not Ui.PLAIN)
        say("Nothing was saved, because this would be a mistake.")
        raise typer.Exit(1)
    advice = new_advice(bench.bank, after, names, changes)
    bench.save(changes, dry_run=dry_run)
    tell(advice, marked=False)


def new_errors(before: Bank, after: Bank, names: Collection[str]) -> list[Problem]:
    """Errors of these items that were not there before."""
    known = {(one.code, one.message) for one in before.problems if one.item in names}
    errors = (one for one in after.problems if one.item in names and one.severity is Severity.ERROR)
    return [one for one in errors if (one.code, one.message) not in known]


def new_advice(
    before: Bank, after: Bank, names: Collection[str], changes: "Sequence[Change]"
) -> list[Problem]:
    """Warnings about these items that were not there before, of the rules that look at one item alone."""
    old = {str(change.path): change.before or b"" for change in changes}
    new = {str(change.path): change.after for change in changes}
    known = {(one.code, one.message) for one in _advice(before, names, old)}
    return [one for one in _advice(after, names, new) if (one.code, one.message) not in known]


def _advice(bank: Bank, names: Collection[str], files: dict[str, bytes]) -> Iterator[Problem]:
    from cpsprep.adapters.bank.yaml_events import read, source_of
    from cpsprep.core.lint.engine import lint
    from cpsprep.core.lint.rule import ItemRule
    from cpsprep.core.lint.rules import RULES

    items = {name: item for name, item in bank.items.items() if name in names}
    places = {item.place.file for item in items.values()}
    sources = [
        source_of(file, files[file] if file in files else Path(file).read_bytes()) for file in sorted(places)
    ]
    rules = [rule for rule in RULES if isinstance(rule, ItemRule)]
    found = lint(replace(bank, items=items), [(one, read(one).root) for one in sources], rules)
    yield from (one for one in found if one.item in names and one.severity is Severity.WARNING)


def tell(problems: Collection[Problem], *, marked: bool) -> None:
    """Each problem with its way out, beside the results."""
    for problem in problems:
        for line in problem_lines(problem, 0, marked=marked):
            put(line, err=True)
