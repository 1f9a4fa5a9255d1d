"""`cpsprep bank diff`: what became of each question between two states of a bank, in words."""

import json
import shutil
import sys
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cpsprep.cli.bank.problem_lines import wrapped
from cpsprep.cli.options import AsJson, Banks
from cpsprep.cli.saying import counted
from cpsprep.cli.wiring import world
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
    old: Annotated[str | None, typer.Argument(metavar="[OLD]", help="The bank as it was.")] = None,
    new: Annotated[str | None, typer.Argument(metavar="[NEW]", help="The bank as it is.")] = None,
    banks: Banks = None,
    as_json: AsJson = False,
) -> None:
    """Say what changed between two states of a bank.

    Each is a folder, a file made by bank pack, the name of an installed bank, or, for a bank kept with git, a
    commit or tag. Without NEW it is the folder as it is now, without both what changed since the last commit.

    Questions are told apart by their ids: new ones, those with another key or another wording, retired and
    moved ones. It exits with 1 where anything differs.

    Examples:
      cpsprep bank diff before my-bank
      cpsprep bank diff autumn.cpsbank my-bank
      cpsprep bank diff my-bank
      cpsprep bank diff v1.0 my-bank
      cpsprep bank diff HEAD~3 HEAD --bank my-bank
    """
    from cpsprep.cli.bank.looking.sides import two_sides
    from cpsprep.core.writing.comparison import compared

    sides = two_sides(old, new, world(banks), chosen=bool(banks))
    left, right = (side.bank for side in sides)
    steps = compared(left, right)
    if as_json:
        told = [{name: value for name, value in step._asdict().items() if value} for step in steps]
        whole = {
            "schema": "cpsprep.bank-diff/1",
            "old": sides[0].words,
            "new": sides[1].words,
            "left_out": {"old": left.left_out, "new": right.left_out},
            "steps": told,
        }
        typer.echo(json.dumps(whole, indent=2, ensure_ascii=False))
    else:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
        typer.echo(wrapped(f"From {sides[0].words} to {sides[1].words}:", width))
        for line in _lines(steps, left, right):
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
            fields = ", ".join(step.fields)
            if fields and became is not Became.KEY:
                yield f"    {fields}"
            if step.before or step.after:
                yield f"    before: {step.before}"
                yield f"    now: {step.after}"
            if fields and became is Became.KEY:
                yield f"    also changed: {fields}"
