"""`cpsprep bank coverage`: what the banks hold, against what they set themselves, and what is missing."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cpsprep.app.errors import UnreadableError
from cpsprep.cli.bank.problem_lines import problem_lines, shown, wrapped
from cpsprep.cli.options import BankPaths, Banks
from cpsprep.cli.saying import as_called, counted, quoted
from cpsprep.cli.wiring import world
from cpsprep.core.item import Status
from cpsprep.core.problem import Severity

if TYPE_CHECKING:
    from cpsprep.core.bank import Bank
    from cpsprep.core.item import Item
    from cpsprep.core.records.census import CensusRow, Table
    from cpsprep.core.records.coverage import Check
    from cpsprep.core.records.records import Records

_MORE: Final = "To see every source, claim and fact, and all that is missing"
_NAMED: Final = 12
"""How many holes of one target are named unless all are asked for."""
_SHOWN: Final = 20
"""How many mistakes in the records are shown; the linter shows all."""


def coverage(
    paths: BankPaths = None,
    banks: Banks = None,
    drafts: Annotated[bool, typer.Option("--drafts", help="Count drafts as if they were ready.")] = False,
    full: Annotated[
        bool, typer.Option("--full", help="Every source, claim and fact too, and all that is missing.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="For programs; holds everything.")] = False,
) -> None:
    """Count what a bank holds, and say what is missing.

    Targets stand under 'coverage' in bank.yaml; without them there are only counts. It exits with 1 where a
    target is missed.

    Examples:
      cpsprep bank coverage
      cpsprep bank coverage --full --bank my-bank
    """
    from cpsprep.adapters.bank.records import read_records
    from cpsprep.core.records.census import studied
    from cpsprep.core.records.coverage import coverage as judged
    from cpsprep.core.records.coverage import missed

    named = [*(banks or ()), *(paths or ())]
    here = world(named or None)
    shelf = here.shelf()
    told: list[dict[str, object]] = []
    failed = False
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for number, folder in enumerate(here.bank_folders()):
        bank = shelf.bank(folder)
        if not bank.header.id:
            raise UnreadableError(f"the bank at {folder} cannot be used", f"to see why: {_lint(folder)}")
        records = read_records(folder, bank)
        items = studied(bank, drafts=drafts)
        checks = judged(bank, records, items)
        failed |= bool(missed(checks)) or any(one.severity is Severity.ERROR for one in records.problems)
        if as_json:
            told.append(_as_json(bank, records, items, checks))
            continue
        _tell_problems(records, _lint(folder))
        lines = [*([""] * bool(number)), *_lines(bank, records, items, checks, full=full, lint=_lint(folder))]
        for line in lines:
            typer.echo(wrapped(as_called(line), width, "    "))
    if not full and not as_json:
        flags = " ".join(["--full", *["--drafts"] * drafts, *(quoted(str(one)) for one in named)])
        typer.echo("")
        typer.echo(wrapped(as_called(f"{_MORE}: cpsprep bank coverage {flags}"), width, "    "))
    if as_json:
        whole = {"schema": "cpsprep.bank-coverage/1", "banks": told}
        typer.echo(json.dumps(whole, indent=2, ensure_ascii=False))
    if failed:
        raise typer.Exit(1)


def _lint(folder: Path) -> str:
    return f"cpsprep bank lint {quoted(shown(str(folder)))}"


def _tell_problems(records: "Records", lint: str) -> None:
    """Mistakes in the records, beside the results."""
    for problem in records.problems[:_SHOWN]:
        for line in problem_lines(problem, 0, marked=False):
            typer.echo(line, err=True)
    more = len(records.problems) - _SHOWN
    if more > 0:
        typer.echo(as_called(f"and {more} more. To see all: {lint}"), err=True)


def _lines(
    bank: "Bank",
    records: "Records",
    items: "tuple[Item, ...]",
    checks: "tuple[Check, ...]",
    *,
    full: bool,
    lint: str,
) -> Iterator[str]:
    """The verdict first, then the counts."""
    from cpsprep.core.records.census import census
    from cpsprep.core.records.coverage import missed

    short = missed(checks)
    kind = ", drafts included" if any(item.status is Status.DRAFT for item in items) else " to study"
    yield f"{bank.header.title}: {counted(len(items), 'question')}{kind}."
    if bank.left_out:
        yield f"Left out because of mistakes: {counted(bank.left_out, 'question')}. To see why: {lint}"
    if not checks:
        yield "This bank sets itself no targets; 'coverage' in bank.yaml does."
    else:
        yield f"{len(checks) - len(short)} of {counted(len(checks), 'target')} {_are(checks)} met."
    if short:
        yield ""
        yield "Not met"
        yield from (f"  {_check(check, full=full)}" for check in short)
    met = [check for check in checks if check.met]
    if met:
        yield ""
        yield "Met"
        yield from (f"  {_check(check, full=full)}" for check in met)
    for table in census(bank, records, items):
        wanted = full if table.long else any(row.number or row.of for row in table.rows)
        if table.rows and wanted:
            yield ""
            yield from _table(table)


def _are(checks: "tuple[Check, ...]") -> str:
    return "is" if len(checks) == 1 else "are"


def _check(check: "Check", *, full: bool) -> str:
    found = _number(check.found, percent=check.percent)
    if check.every:
        line = f"{check.title}: {found} of {_number(check.least or 0, percent=False)}"
    else:
        line = f"{check.title}: {found}, wanted {_wanted(check)}"
    if not check.holes:
        return line
    named = check.holes if full else check.holes[:_NAMED]
    more = len(check.holes) - len(named)
    return f"{line}. Missing: {', '.join(named)}{f' and {more} more' if more else ''}"


def _wanted(check: "Check") -> str:
    percent = check.percent
    if check.least is not None and check.most is not None:
        return f"{_number(max(0, check.least), percent=False)} to {_number(check.most, percent=percent)}"
    if check.most is not None:
        return f"at most {_number(check.most, percent=percent)}"
    return f"at least {_number(check.least or 0, percent=percent)}"


def _number(number: float, *, percent: bool) -> str:
    text = f"{number:.1f}".removesuffix(".0")
    return f"{text}%" if percent else text


def _table(table: "Table") -> Iterator[str]:
    yield f"{table.title} (of {table.of})" if table.of else table.title
    yield from (f"  {_row(row, table)}" for row in table.rows)


def _row(row: "CensusRow", table: "Table") -> str:
    if table.long:
        return f"{row.key}: {row.number}"
    if row.of:
        return f"{row.title}: {row.number} of {row.of}"
    share = f", {_number(100 * row.number / table.of, percent=True)}" if table.of and row.number else ""
    return f"{row.title}: {row.number}{share}"


def _as_json(
    bank: "Bank", records: "Records", items: "tuple[Item, ...]", checks: "tuple[Check, ...]"
) -> dict[str, object]:
    from cpsprep.core.records.census import census

    return {
        "bank": bank.header.id,
        "title": bank.header.title,
        "items": len(items),
        "met": all(check.met for check in checks),
        "targets": [
            {
                "id": check.id,
                "title": check.title,
                "met": check.met,
                "found": round(check.found, 2),
                "least": check.least,
                "most": check.most,
                "unit": "percent" if check.percent else "items",
                "holes": list(check.holes),
            }
            for check in checks
        ],
        "tables": [
            {
                "id": table.id,
                "title": table.title,
                "of": table.of or None,
                "rows": [
                    {"key": row.key, "title": row.title, "number": row.number, "of": row.of or None}
                    for row in table.rows
                ],
            }
            for table in census(bank, records, items)
        ],
        "problems": [
            f"{one.place}: {one.severity.value}[{one.code}]: {one.message}" for one in records.problems
        ],
    }
