"""`cpsprep bank diff`: what became of each question between two folders of a bank, in words."""

import json
import shutil
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cpsprep.cli.bank.problem_lines import wrapped
from cpsprep.cli.saying import counted
from cpsprep.core.writing.comparison import Became, Step

if TYPE_CHECKING:
    from cpsprep.core.bank import Bank

_HEADS: Final = {
    Became.GONE: ("gone", "Learners cannot tell why. Retire questions rather than deleting them."),
    Became.KEY: ("with another key", "Learners are told once, and asked again."),
    Became.WORDING: ("with another wording", "Learners keep their progress."),
    Became.NEW: ("new", ""),
    Became.RETIRED: ("retired", ""),
    Became.BACK: ("in use again", ""),
    Became.STATUS: ("with another status", ""),
    Became.MOVED: ("in another deck", ""),
    Became.OTHER: ("changed in what learners do not read", ""),
}


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A bank's folder as it was.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The folder as it is.")],
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Say what changed between two states of a bank.

    Questions are told apart by their ids: new ones, those with another key or another wording, retired and
    moved ones. It exits with 1 where anything differs. To compare with an earlier commit, check that out into
    a folder first: git worktree add ../before HEAD~1

    Examples:
      cpsprep bank diff ../before my-bank
    """
    from cpsprep.adapters.bank.yaml_bank import read_bank
    from cpsprep.core.writing.comparison import compared

    banks = read_bank(old), read_bank(new)
    steps = compared(*banks)
    if as_json:
        told = [{name: value for name, value in step._asdict().items() if value} for step in steps]
        left = {"old": banks[0].left_out, "new": banks[1].left_out}
        whole = {"schema": "cpsprep.bank-diff/1", "left_out": left, "steps": told}
        typer.echo(json.dumps(whole, indent=2, ensure_ascii=False))
    else:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
        for line in _lines(steps, *banks):
            typer.echo(wrapped(line, width, "    "))
    if steps:
        raise typer.Exit(1)


def _lines(steps: list[Step], old: "Bank", new: "Bank") -> Iterator[str]:
    from cpsprep.cli.study.opening_words import opening_words

    if old.header.id != new.header.id:
        yield "These are two banks, each with a uuid of its own, so learners' progress does not carry over."
    for name, bank in (("old", old), ("new", new)):
        if bank.left_out:
            yield f"Left out of the {name} one because of mistakes: {counted(bank.left_out, 'question')}."
    if not steps:
        yield "No question differs."
    for became, group in groupby(steps, key=lambda step: step.became):
        found = list(group)
        head, meaning = _HEADS[became]
        yield f"{counted(len(found), 'question')} {head}.{f' {meaning}' if meaning else ''}"
        for step in found:
            item = new.items.get(step.item) or old.items[step.item]
            yield f"  {step.item}: {opening_words(item)}"
            if step.fields:
                yield f"    {', '.join(step.fields)}"
            if step.before or step.after:
                yield f"    before: {step.before}"
                yield f"    now: {step.after}"
