"""`cpsprep review`: hold today's sitting, plain or full screen."""

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cpsprep import __version__
from cpsprep.app.closing import close_sitting
from cpsprep.app.errors import UsageError
from cpsprep.app.sitting import Sitting
from cpsprep.app.study import SittingWish, open_sitting
from cpsprep.cli.options import Banks, Full, Plain
from cpsprep.cli.saying import quoted, say
from cpsprep.cli.study.extras import SittingExtras
from cpsprep.cli.study.opening import opening_lines
from cpsprep.cli.study.plain import Page
from cpsprep.cli.study.plain import run as run_plain
from cpsprep.cli.study.summary import summary_lines
from cpsprep.cli.wiring import World, is_full, world
from cpsprep.core.history import CardKey
from cpsprep.core.planning.selection import Selection
from cpsprep.core.sitting import actions as act

if TYPE_CHECKING:
    from cpsprep.adapters.log.sqlite_log import SqliteLog

FIRST_HINTS = 3
"""Questions of a learner's life with cpsprep that say what can be typed."""


def review(
    minutes: Annotated[float | None, typer.Option(min=0.1, help="Stop after so many minutes.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many questions.")] = None,
    new: Annotated[int | None, typer.Option(min=0, help="So many new questions today.")] = None,
    ahead: Annotated[int, typer.Option(min=0, help="Also what is due in the next so many days.")] = 0,
    deck: Annotated[list[str] | None, typer.Option(help="Only this deck (may be repeated).")] = None,
    domain: Annotated[list[str] | None, typer.Option(help="Only this domain.")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="Only questions with this tag.")] = None,
    misconception: Annotated[
        list[str] | None, typer.Option(help="Only questions that this misconception leads astray.")
    ] = None,
    practice: Annotated[bool, typer.Option("--practice", help="Any time; changes no schedule.")] = False,
    drafts: Annotated[bool, typer.Option("--drafts", help="Drafts and retired questions too.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take back your last answer first.")] = False,
    seed: Annotated[str | None, typer.Option(help="Fixes the order, to see the same again.")] = None,
    bank: Banks = None,
    plain: Plain = False,
    full: Full = False,
) -> None:
    """Study what is due today, then new questions.

    Each answer is saved before the next question shows. Stop at any time with q.
    """
    if practice and undo:
        raise UsageError("--practice and --undo do not go together", "practice changes no schedule")
    here = world(bank)
    is_full(here.settings, plain=plain, full=full)  # refuses both flags before anything is asked
    if is_first_run(here) and sys.stdin.isatty() and sys.stdout.isatty():
        from cpsprep.cli.plan.person import Person
        from cpsprep.cli.start import welcome

        welcome(here, Person(say, sys.stdin.readline))
        here = world(bank)
    selection = Selection(
        decks=tuple(deck or ()),
        domains=tuple(domain or ()),
        tags=tuple(tag or ()),
        misconceptions=tuple(misconception or ()),
        limit=limit,
        new=new,
        ahead=ahead,
        practice=practice,
        drafts=drafts,
    )
    wish = SittingWish(selection=selection, minutes=minutes, seed=seed, app=__version__)
    hold(here, wish, full_screen=is_full(here.settings, plain=plain, full=full), undo=undo, banks=bank or ())


def is_first_run(here: World) -> bool:
    """Whether nothing was ever answered or set up on this machine."""
    return not os.path.lexists(here.folders.log)


def hold(
    here: World, wish: SittingWish, *, full_screen: bool, undo: bool = False, banks: Sequence[Path] = ()
) -> None:
    """Hold a sitting from its first question to its closing words; `banks` were named for this one only."""
    shelf = here.shelf()
    with here.writing_log("a review", "full" if full_screen else "plain") as log:
        exams = _exams(log, here)
        opened = open_sitting(shelf, log, here.clock, here.settings, wish, here.blueprints)
        sitting = Sitting(opened.session, log=log, clock=here.clock)
        if undo:
            _take_back(sitting)
        opening = [*exams, *_for_banks(opening_lines(replace(opened, session=sitting.session)), banks)]
        if undo:
            opening.append("Your last answer is taken back. Here is its question again.")
        if not full_screen or sitting.session.is_over:
            for line in opening:
                say(line)
        if sitting.session.is_over:
            return

        def closing() -> list[str]:
            closed = close_sitting(shelf, log, opened, here.settings)
            return _for_banks(summary_lines(sitting.session, closed), banks)

        extras = SittingExtras(opened, here.settings.editor, answers=partial(_answers, log))
        hints = max(0, FIRST_HINTS - len(opened.history.records))
        try:
            if full_screen:
                from cpsprep.cli.tui import run as run_full

                run_full(sitting, extras, hints=hints, summary=closing, opening=" ".join(opening))
            else:
                run_plain(sitting, extras, _page(), sys.stdin.readline, hints=hints)
        except KeyboardInterrupt:
            say("")
            if not sitting.session.is_over:
                sitting.do(act.Quit())
            raise
        finally:
            if sitting.session.is_over:
                for line in closing():
                    say(line)


def _exams(log: "SqliteLog", here: World) -> list[str]:
    """What to say of mock exams that were left; nearly always there are none."""
    from cpsprep.adapters.log.open_exams import has_open_exam

    if not has_open_exam(log):
        return []
    from cpsprep.cli.exam.meanwhile import meanwhile

    return list(meanwhile(log, here.clock))


def _answers(log: "SqliteLog", card: CardKey) -> list[tuple[int, int]]:
    from cpsprep.adapters.log.attempts import attempts_of

    return [(day, grade) for *_, day, grade in attempts_of(log.connection, card)]


def _for_banks(lines: list[str], banks: Sequence[Path]) -> list[str]:
    """The lines with commands that go on with the banks of this sitting."""
    flags = "".join(f" --bank {quoted(str(bank))}" for bank in banks)
    return [line.replace("cpsprep review", f"cpsprep review{flags}") for line in lines]


def _page() -> Page:
    """This terminal, or a pipe, which gets whole paragraphs and no prompt."""
    return Page(
        out=sys.stdout,
        width=shutil.get_terminal_size().columns if sys.stdout.isatty() else 0,
        prompt="> " if sys.stdin.isatty() else "",
    )


def _take_back(sitting: Sitting) -> None:
    if sitting.session.previous is None:
        raise UsageError("there is no answer to take back")
    sitting.do(act.Undo())
