"""`cpsprep bank vet`: a person reads the questions without their keys, and says whether each key holds."""

import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.cli.bank.problem_lines import problem_lines, shown
from cpsprep.cli.bank.writing.editing import is_own
from cpsprep.cli.options import BankPaths, Banks
from cpsprep.cli.saying import counted, quoted, say
from cpsprep.cli.wiring import World, world
from cpsprep.core.days import local_time
from cpsprep.core.item import Item, ItemId, Status
from cpsprep.core.problem import Severity

if TYPE_CHECKING:
    from cpsprep.adapters.bank.fresh import FreshBank
    from cpsprep.cli.bank.checking.vetting import Desk, Vetting
    from cpsprep.core.bank import Bank
    from cpsprep.core.records.records import Records, SourcedFact

_NS: Final = 1_000_000
"""Nanoseconds of a millisecond."""


def vet(
    paths: BankPaths = None,
    banks: Banks = None,
    domain: Annotated[list[str] | None, typer.Option(help="Only this domain (may be repeated).")] = None,
    deck: Annotated[list[str] | None, typer.Option(help="Only this deck.")] = None,
    by: Annotated[
        str, typer.Option("--as", help="A short name to keep with your readings; none if not given.")
    ] = "",
) -> None:
    """Read the questions as a person who knows the work, key hidden.

    Answer a question, see its key and reasons, then agree, dispute, or mend it in your editor. Each verdict
    is kept in the bank's readings.jsonl at once. Stop at any time with q; next time it goes on with what you
    have not read. Drafts are asked too. Each name after --as reads all questions anew.

    Examples:
      cpsprep bank vet --domain crisis
      cpsprep bank vet --bank my-bank --as AB
    """
    named = [*(banks or ()), *(paths or ())]
    here = world(named or None)
    folders = [folder for folder in here.bank_folders() if is_own(folder)]
    if not folders:
        where = here.bank_folders()[0]
        hint = "copy that folder to a place of your own, and name it: cpsprep bank vet --bank FOLDER"
        raise UnreadableError(f"the bank at {where} is read-only here, so readings cannot be kept", hint)
    for folder in folders:
        wish = Wish(tuple(domain or ()), tuple(deck or ()), by.strip(), str(folder) if named else "")
        if not _vetted(here, folder, wish):
            return


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line; `bank` where it was named there."""

    domains: tuple[str, ...]
    decks: tuple[str, ...]
    by: str
    bank: str

    def command(self) -> str:
        """What to type to go on in the same way."""
        flags = [("--bank", self.bank), *(("--domain", name) for name in self.domains)]
        flags += [*(("--deck", name) for name in self.decks), ("--as", self.by)]
        return " ".join(["cpsprep bank vet", *(f"{flag} {quoted(value)}" for flag, value in flags if value)])


def _vetted(here: World, folder: Path, wish: Wish) -> bool:
    """Go through one bank; whether the reader wants to go on with the next.

    Raises:
        UnreadableError: the bank cannot be used, or no reading be kept.
    """
    from cpsprep.adapters.bank.fresh import FreshBank
    from cpsprep.adapters.bank.records import check_readings, read_records
    from cpsprep.cli.bank.checking.vetting import Vetting, Way, waiting

    fresh = FreshBank(folder, here.shelf().bank, lambda: here.clock.now().at_ms * _NS)
    bank = fresh.now()
    if not bank.header.id:
        raise UnreadableError(f"the bank at {folder} cannot be used", f"to see why: {_lint(folder)}")
    check_readings(folder)
    items = _wanted(bank, wish)
    records = read_records(folder, bank)
    queue = waiting(items, records.readings, wish.by)
    read = len(items) - len(queue)
    _say_what_is_wrong(folder, bank, records)
    if not items:
        say(f"{bank.header.title}: there is no question to read.")
        return True
    if not queue:
        say(f"{bank.header.title}: nothing is left to read; you read {counted(read, 'question')} before.")
        return True
    say(f"{bank.header.title}: {counted(len(queue), 'question')} to read, {read} read before.")
    say("You answer without the key; then you see it, and say whether it holds. Type ? for help, q to stop.")
    vetting = Vetting(_desk(here, folder, fresh, wish.by, records.facts), bank.header, queue)
    try:
        vetting.run()
    except KeyboardInterrupt:
        say("")
        raise
    finally:
        _close(vetting, bank, len(queue), wish.command())
    return not vetting.ways[Way.STOPPED]


def _say_what_is_wrong(folder: Path, bank: "Bank", records: "Records") -> None:
    """Mistakes that keep questions from being read, or let them come twice."""
    from cpsprep.core.records.readings import FILE

    why = f"To see why: {_lint(folder)}"
    if any(problem.place.file == str(folder / FILE) for problem in records.problems):
        say(f"Not all of {FILE} can be read, so a question that you read may come again. {why}")
    if bank.left_out:
        say(f"Left out because of mistakes: {counted(bank.left_out, 'question')}. {why}")


def _lint(folder: Path) -> str:
    return f"cpsprep bank lint {quoted(shown(str(folder)))}"


def _wanted(bank: "Bank", wish: Wish) -> list[Item]:
    """The items to be read; retired ones are let be.

    Raises:
        UsageError: a filter names what no item has.
    """
    from cpsprep.cli.bank.looking.items import closest

    items = [item for item in bank.items.values() if item.status is not Status.RETIRED]
    for what, names, known in (
        ("domain", wish.domains, [item.domain for item in items]),
        ("deck", wish.decks, [item.deck for item in items]),
    ):
        for name in names:
            if name not in known:
                hint = closest(name, list(dict.fromkeys(known)))
                raise UsageError(f"no question has the {what} '{name}'", hint)
    return [
        item
        for item in items
        if (not wish.domains or item.domain in wish.domains) and (not wish.decks or item.deck in wish.decks)
    ]


def _desk(
    here: World, folder: Path, fresh: "FreshBank", by: str, facts: "Mapping[str, SourcedFact]"
) -> "Desk":
    from cpsprep.adapters.bank.records import append_reading
    from cpsprep.cli.bank.checking.vetting import Desk
    from cpsprep.cli.editor import chosen_editor, edited
    from cpsprep.cli.study.plain import Page

    def again(name: ItemId) -> tuple[Item | None, Sequence[str]]:
        bank = fresh.now()
        item = bank.items.get(name)
        if item is None or item.status is Status.RETIRED:
            return None, tuple(_reasons(bank, name))
        return item, ()

    return Desk(
        page=Page(
            out=sys.stdout,
            width=shutil.get_terminal_size().columns if sys.stdout.isatty() else 0,
            prompt="> " if sys.stdin.isatty() else "",
        ),
        read=sys.stdin.readline,
        keep=lambda reading: append_reading(folder, reading),
        edit=lambda place: edited(chosen_editor(here.settings.editor), place, wait=True),
        again=again,
        today=_today(here).isoformat(),
        by=by,
        facts=facts,
    )


def _reasons(bank: "Bank", name: ItemId) -> Iterator[str]:
    """Why this item is not to be read any more."""
    if name in bank.items:
        yield f"The question '{name}' is retired now."
        return
    found = [problem for problem in bank.problems if problem.severity is Severity.ERROR]
    own = [problem for problem in found if problem.item == name] or found[:3]
    for problem in own:
        yield from problem_lines(problem, 0, marked=False)
    if not own:
        yield f"The file has no question '{name}' any more."


def _today(here: World) -> date:
    now = here.clock.now()
    return local_time(now.at_ms, now.offset_min).date()


def _close(vetting: "Vetting", bank: "Bank", waited: int, again: str) -> None:
    """What came of it, where the disputed ones stand, and who may write `reviewed`."""
    from cpsprep.cli.bank.checking.vetting import Way

    agreed, disputed = (vetting.ways[way] for way in (Way.AGREED, Way.DISPUTED))
    done = len(agreed) + len(disputed)
    say("")
    say(f"Read: {done}. Agreed: {len(agreed)}. Disputed: {len(disputed)}." if done else "Read: 0.")
    for name in disputed:
        place = bank.items[name].place
        say(f"Disputed: {name}, {shown(place.file)}:{place.line}")
    if waited > done:
        say(f"{waited - done} left. To go on: {again}")
    if agreed:
        say(
            "No question was marked as reviewed. Where a certified peer specialist has read one and agrees, "
            "the bank's owner writes 'status: reviewed' into it."
        )
