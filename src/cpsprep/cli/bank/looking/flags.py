"""`cpsprep bank flags`: the problems that were flagged during study, each beside its question."""

import json
import shutil
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import typer

from cpsprep.cli.bank.problem_lines import shown, wrapped
from cpsprep.cli.options import AsJson, Banks
from cpsprep.cli.saying import counted
from cpsprep.cli.wiring import world
from cpsprep.core.days import local_time
from cpsprep.core.version import canonical, version_of
from cpsprep.core.writing.flags import FlagOf, flags_of

if TYPE_CHECKING:
    from cpsprep.core.bank import Bank
    from cpsprep.core.item import BankId, Item


def flags(
    banks: Banks = None,
    as_json: AsJson = False,
) -> None:
    """List the problems that you flagged while studying, the newest first.

    A question that was changed since it was flagged is marked so. Flags are kept in the log of whoever
    studies; learners can send you theirs, which name no person: cpsprep bank flags

    Examples:
      cpsprep bank flags --bank my-bank
    """
    from cpsprep.adapters.log.errors import told
    from cpsprep.adapters.log.flag_rows import flag_events

    here = world(banks)
    known = {bank.header.id: bank for bank in map(here.shelf().bank, here.bank_folders())}
    log = here.log()
    try:
        with told(log.path):
            found = flags_of(flag_events(log.connection))
    finally:
        log.close()
    if as_json:
        items = [_as_json(flag, _item(flag, known)) for flag in found]
        whole = {"schema": "cpsprep.bank-flags/1", "flags": items}
        typer.echo(json.dumps(whole, indent=2, ensure_ascii=False))
        return
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for line in _lines(found, known):
        typer.echo(wrapped(line, width, "    "))


def _item(flag: FlagOf, known: "Mapping[BankId, Bank]") -> "Item | None":
    bank = known.get(flag.bank)
    return bank.items.get(flag.item) if bank else None


def _lines(found: list[FlagOf], known: "Mapping[BankId, Bank]") -> Iterator[str]:
    from cpsprep.cli.study.opening_words import opening_words

    mine = [flag for flag in found if flag.bank in known]
    for flag in mine:
        item = _item(flag, known)
        since = "" if item is None or _is_same(flag, item) else ", changed since"
        yield f"{flag.item}: {flag.reason}, {_day(flag)}{since}."
        if flag.note:
            yield f"  Note: {_plain(flag.note)}"
        if item is None:
            yield "  The bank has no such question now, or a mistake hides it."
        else:
            yield f"  {opening_words(item)}"
            yield f"  {shown(item.place.file)}:{item.place.line}"
    yield f"{counted(len(mine), 'flag')}." if mine else "No question was flagged."
    if len(found) > len(mine):
        yield f"{counted(len(found) - len(mine), 'more flag')} of banks that are not in use here."


def _is_same(flag: FlagOf, item: "Item") -> bool:
    return flag.version == version_of(canonical(item))


def _day(flag: FlagOf) -> str:
    return f"{local_time(flag.at_ms, flag.offset_min):%Y-%m-%d}"


def _plain(note: str) -> str:
    """A note as one line that cannot steer a terminal."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in note).split())


def _as_json(flag: FlagOf, item: "Item | None") -> dict[str, object]:
    return {
        **flag._asdict(),
        "date": _day(flag),
        "known": item is not None,
        "changed_since": item is not None and not _is_same(flag, item),
        "file": shown(item.place.file) if item else "",
        "line": item.place.line if item else 0,
    }
