"""What is told of questions that do not go to Anki although no filter keeps them out."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Final

import typer

from cpsprep.cli.saying import counted
from cpsprep.core.bank import Bank
from cpsprep.core.problem import Severity
from cpsprep.core.which import Which

TaggedDrafts = Annotated[bool, typer.Option("--drafts", help="Drafts too; they get the tag cps::draft.")]
_MOST: Final = 10


def left_out(banks: Sequence[Bank], which: Which, drafts: int, retired: int) -> Iterator[str]:
    """A line for each reason."""
    problems = [problem for bank in banks for problem in bank.problems if problem.severity is Severity.ERROR]
    mistakes = {(problem.place.file, problem.item or problem.place.line) for problem in problems}
    if mistakes:
        yield f"Mistakes kept {counted(len(mistakes), 'question')} out. See: cpsprep bank lint"
        yield from (f"  {one.place}: {one.code}: {one.message}" for one in problems[:_MOST])
        if len(problems) > _MOST:
            yield f"  and {len(problems) - _MOST} more"
    if drafts and not which.statuses:
        yield f"Left out: {counted(drafts, 'draft')}. To take drafts along: --drafts"
    if retired and not which.statuses:
        were = "was" if retired == 1 else "were"
        yield f"Left out: {counted(retired, 'retired question')} that {were} never published."
