"""Which two states of a bank are compared: folders, installed banks, packs and commits."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cpsprep.app.errors import CpsprepError, UnreadableError, UsageError
from cpsprep.cli.bank.problem_lines import shown
from cpsprep.cli.saying import quoted

if TYPE_CHECKING:
    from cpsprep.cli.wiring import World
    from cpsprep.core.bank import Bank

_BOTH: Final = "name both, such as: cpsprep bank diff before.cpsbank my-bank"
_NOTHING: Final = "there is no folder, no pack and no installed bank '{}'"
_NOW: Final = "now"
_DECKS: Final = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class Side:
    """One state of a bank, and what it is in words."""

    words: str
    bank: "Bank"


def two_sides(old: str | None, new: str | None, here: "World", *, chosen: bool) -> tuple[Side, Side]:
    """The states that are meant; what is not named is the last commit, or the folder as it is.

    A folder comes before an installed bank of that name, and both before a commit.

    Args:
        old: as it was typed.
        new: the same.
        here: with the banks in use.
        chosen: whether these were named with --bank.

    Raises:
        UsageError: one of them is nothing that is known, or it is not clear of which bank.
        UnreadableError: one cannot be read.
    """
    from cpsprep.adapters.bank.revision import LAST

    before, after = _place(old, here), _place(new, here)
    if before is not None and after is not None:
        return _read(before, old), _read(after, new)
    if before is not None and new is None:
        if before.is_dir():
            return _commit(LAST, before), _read(before, _NOW)
        return _read(before, old), _read(_of_same_bank(before, here))
    named = next((place for place in (after, before) if place and place.is_dir()), None)
    folder = named or _folder_in_git(here, (old, new), chosen=chosen)
    first = _read(before, old) if before else _commit(old or LAST, folder)
    if after:
        return first, _read(after, new)
    return first, _commit(new, folder) if new else _read(folder, _NOW)


def _place(word: str | None, here: "World") -> Path | None:
    """The folder or the file of this name, where there is one."""
    from cpsprep.adapters.bank.in_use import folder_of

    if word is None:
        return None
    place = folder_of(word, here.folders.data)
    if place.is_file() and place.suffix.lower() in _DECKS:
        raise UsageError(f"{place} is one file of a bank", f"name its folder: {quoted(str(place.parent))}")
    return place if place.exists() else None


def _read(place: Path, word: str | None = None) -> Side:
    """The bank in a folder or in a pack."""
    from cpsprep.adapters.bank.folder import BankFile, in_reading_order
    from cpsprep.adapters.bank.yaml_bank import build, read_bank

    words = word if word and Path(word).name.strip(".") else _called(place)
    if place.is_dir():
        return _usable(words, read_bank(place), f"to see why: cpsprep bank lint {quoted(shown(str(place)))}")
    from cpsprep.adapters.bank.pack_file import read_pack

    files = read_pack(place).files
    names = in_reading_order(name for name in files if "/" not in name)
    bank = build(place, [BankFile(place / name, files[name]) for name in names])
    return _usable(words, bank, "ask whoever gave it to you for a new copy")


def _commit(name: str, folder: Path) -> Side:
    from cpsprep.adapters.bank.revision import LAST, bank_at, commit_of

    try:
        commit = commit_of(folder, name)
    except CpsprepError as error:
        if name == LAST:
            raise
        raise type(error)(f"{_NOTHING.format(name)}, and {error}", error.hint) from None
    called = "the last commit" if name == LAST else name
    short = "" if commit.number.startswith(name) else f"{commit.number[:7]}, "
    words = f"{_called(folder)} at {called} ({short}{commit.day})"
    return _usable(words, bank_at(commit), "name another commit")


def _usable(words: str, bank: "Bank", hint: str) -> Side:
    if not bank.header.id:
        raise UnreadableError(f"{words} cannot be used: its bank.yaml has a mistake", hint)
    return Side(words, bank)


def _called(place: Path) -> str:
    """A path as a person at this place says it."""
    told = shown(str(place))
    return told if Path(told).name.strip(".") else place.resolve().name or told


def _of_same_bank(pack: Path, here: "World") -> Path:
    """The bank in use that this is a pack of; one that can be edited before an installed one."""
    from cpsprep.adapters.bank.pack_file import read_pack
    from cpsprep.adapters.bank.shipped_bank import is_installed

    manifest = read_pack(pack).manifest
    shelf = here.shelf()
    same = [folder for folder in here.bank_folders() if shelf.bank(folder).header.id == manifest.bank]
    if not same:
        hint = f"name the bank's folder too: cpsprep bank diff {quoted(str(pack))} my-bank"
        raise UsageError(f"no bank in use is '{manifest.title}', which {pack} is a pack of", hint)
    return min(same, key=is_installed)


def _folder_in_git(here: "World", words: tuple[str | None, str | None], *, chosen: bool) -> Path:
    """The one bank whose commits are meant where no folder is named."""
    from cpsprep.adapters.bank.folder import BANK_FILE
    from cpsprep.adapters.bank.revision import in_repository
    from cpsprep.adapters.bank.shipped_bank import is_installed
    from cpsprep.adapters.system import working_folder

    folders = here.bank_folders()
    if not chosen and (working_folder() / BANK_FILE).is_file():
        folders = [working_folder()]
    elif not chosen:
        folders = [folder for folder in folders if not is_installed(folder) and in_repository(folder)]
    if len(folders) == 1:
        return folders[0]
    if folders:
        hint = f"name one, such as: cpsprep bank diff {quoted(shown(str(folders[0])))}"
        raise UsageError("several banks could be meant", hint)
    unknown = next((word for word in words if word), None)
    if unknown is None:
        raise UsageError("no bank in use is kept with git, so there is nothing to compare it with", _BOTH)
    hint = "for a commit of your bank name its folder too: cpsprep bank diff HEAD~1 my-bank"
    raise UsageError(_NOTHING.format(unknown), hint)
