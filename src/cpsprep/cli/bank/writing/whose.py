"""Whose bank it is that a command writes to: said before anything is asked, and never cpsprep's by chance."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from cpsprep.adapters.system import working_folder
from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.cli.bank.problem_lines import shown
from cpsprep.cli.saying import quoted, say
from cpsprep.cli.wiring import World

if TYPE_CHECKING:
    from cpsprep.cli.bank.writing.editing import Bench

_NEW: Final = "to make one of your own: cpsprep bank new my-bank"


def own_folder(here: World, doing: str, *, named: bool) -> Path:
    """The one bank to be written to: the one that is named, in whose folder we are, or that is in use.

    The bank that comes with cpsprep has to be named, also in a checkout, where its files can be written.

    Args:
        here: with the banks in use.
        doing: the command, for the way out.
        named: whether these were named with --bank.

    Raises:
        UsageError: there are several, or none is one's own.
        UnreadableError: it is read-only.
    """
    from cpsprep.adapters.bank.folder import BANK_FILE
    from cpsprep.cli.bank.writing.editing import is_own

    if not named and (working_folder() / BANK_FILE).is_file():
        return working_folder()
    refuse_shipped(here, doing)
    folders = here.bank_folders()
    own = [folder for folder in folders if is_own(folder)]
    if not own:
        message = f"the bank at {folders[0]} is read-only here: it came with cpsprep, or cannot be written"
        raise UnreadableError(message, _NEW)
    if len(own) > 1:
        hint = f"name one, such as: {doing} --bank {quoted(str(own[0]))}"
        raise UsageError(f"there are {len(own)} banks in use that it could go into", hint)
    return own[0]


def refuse_shipped(here: World, doing: str) -> None:
    """See that somebody chose the bank that will be written to.

    Raises:
        UsageError: nobody did, so it would be the one that comes with cpsprep.
    """
    from cpsprep.adapters.bank.shipped_bank import default_bank_folder, is_installed

    if here.settings.banks:
        return
    shipped = default_bank_folder()
    hint = _NEW
    if not is_installed(shipped):
        hint += f"; to write to the one of cpsprep: {doing} --bank {quoted(shown(str(shipped)))}"
    raise UsageError("no bank of your own is in use, and that of cpsprep is only written to when named", hint)


def tell_bank(bench: "Bench") -> None:
    """Say which bank is written to, beside what the command prints."""
    say(bank_words(bench), err=True)


def bank_words(bench: "Bench") -> str:
    """The bank's title and folder; of the one that comes with cpsprep also how to make one's own."""
    from cpsprep.adapters.bank.shipped_bank import default_bank_folder

    folder = bench.folder.absolute()
    where = folder if folder == working_folder() else shown(str(folder))
    words = f"The bank: {bench.bank.header.title}, in {where}."
    if folder.resolve() == default_bank_folder().resolve():
        words += f" It is the one that comes with cpsprep; {_NEW}"
    return words
