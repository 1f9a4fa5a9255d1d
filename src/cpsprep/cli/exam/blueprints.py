"""`cpsprep exam blueprints`: what is known of each board's exam, from where, and what nobody found."""

import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cpsprep.app.errors import UsageError
from cpsprep.cli.bank.problem_lines import wrapped
from cpsprep.cli.options import AsJson, Banks
from cpsprep.cli.saying import as_called, counted
from cpsprep.cli.wiring import world

if TYPE_CHECKING:
    from cpsprep.core.bank import Catalog
    from cpsprep.core.exam.outline import Outline
    from cpsprep.core.records.board import Blueprint, Told

_HEAD: Final = "What is known of each exam. What was not found may still exist: ask your board."


def blueprints(
    board: Annotated[
        str, typer.Argument(metavar="[BOARD]", help="One in full: its id, its state or its name.")
    ] = "",
    banks: Banks = None,
    as_json: AsJson = False,
) -> None:
    """Show what is known of each board's exam, with source and date.

    Nothing here comes from a board directly: check your own.

    Examples:
      cpsprep exam blueprints
      cpsprep exam blueprints Illinois
    """
    from cpsprep.app.outlines import every_blueprint, outline_named
    from cpsprep.cli.exam.board_json import as_json as in_json
    from cpsprep.core.days import to_date

    here = world(banks)
    catalog, files = here.shelf().catalog(), here.blueprints()
    today = to_date(here.clock.now().study_day)
    sources = {key: text for one in reversed(catalog.headers) for key, text in files.sources(one).items()}
    shown = _meant(board, every_blueprint(files, catalog))
    outlines = {one.id: outline_named(one.id, files, catalog) for one in shown}
    if as_json:
        typer.echo(in_json(shown, outlines, catalog, sources))
        return
    if board and len(shown) == 1:
        lines = _in_full(shown[0], outlines[shown[0].id], catalog, sources, today)
    else:
        lines = _listed(shown, sources, today)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip()))
        typer.echo(wrapped(as_called(line), width, f"{indent}  " if indent else ""))


def _meant(text: str, known: "tuple[Blueprint, ...]") -> "tuple[Blueprint, ...]":
    """All of them, or those that were asked for.

    Raises:
        UsageError: none fits.
    """
    from cpsprep.core.exam.boards import guess_board

    if not text.strip():
        return known
    meant = guess_board(text, known)
    if not meant:
        hint = "without a name, this command lists those there are; yours may still use one of their exams"
        raise UsageError(f"nothing is known here of '{text}'", hint)
    return meant


def _listed(boards: "Iterable[Blueprint]", sources: Mapping[str, str], today: date) -> Iterator[str]:
    from cpsprep.cli.exam.board_words import CHECK, came_from, summary

    yield _HEAD
    last = ""
    for board in boards:
        yield ""
        yield f"{board.title} ({board.id})"
        yield f"  {summary(board)}"
        if board.note:
            yield f"  {board.note}"
        if whence := came_from(_together(board), sources, today):
            yield f"  {whence}"
        last = board.id
    yield ""
    yield f"For one in full, with all notes: cpsprep exam blueprints {last}"
    yield CHECK


def _together(board: "Blueprint") -> "Told[bool]":
    """All sources of what is known of an exam, and the oldest look; the file's where nothing is."""
    from cpsprep.core.records.board import Told

    told = [one for one in board.exam if one.value is not None]
    if not told:
        return Told(None, board.source, board.as_of)
    keys = dict.fromkeys(key for one in told for key in one.source)
    return Told(True, tuple(keys), min((one.as_of for one in told if one.as_of), default=""))


def _in_full(
    board: "Blueprint", outline: "Outline", catalog: "Catalog", sources: Mapping[str, str], today: date
) -> Iterator[str]:
    from cpsprep.cli.exam.board_words import (
        CHECK,
        areas_title,
        came_from,
        known_values,
        pass_words,
        shares_words,
    )
    from cpsprep.core.exam.outlines import held
    from cpsprep.core.records.board import Told

    yield f"{board.title} ({board.id})"
    if board.note:
        yield board.note
    yield ""
    for title, words, told in known_values(board):
        yield f"{title}: {words}"
        own = came_from(told, sources, today) if told[1:3] != (board.source, board.as_of) else ""
        yield from (f"  {line}" for line in (told.note, own) if line)
    if words := pass_words(board):
        yield ""
        yield words
    yield ""
    yield f"{areas_title(board)}: {len(outline.areas)}"
    there = held(outline, catalog)
    for area in outline.areas:
        part = f"{100 * area.share:.0f} percent of a mock exam"
        yield f"  {area.title}: {part}, from {counted(there[area.id], 'question')}"
    yield shares_words(outline)
    if board.weights.value:
        own = came_from(board.weights, sources, today)
        yield from (f"  {line}" for line in (board.weights.note, own) if line)
    if whence := came_from(Told(True, board.source, board.as_of), sources, today):
        yield f"Where nothing else is named: {whence[0].lower()}{whence[1:]}"
    yield ""
    if board.address:
        yield f"To ask: {board.address}"
    yield CHECK
