"""Which banks are in use: those that are named, else the installed ones and the shipped one."""

from collections.abc import Sequence
from pathlib import Path

from cpsprep.adapters.bank.installed import SHIPPED, installed
from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.adapters.system import expanded


def bank_folders(named: Sequence[str], data: Path) -> list[Path]:
    """Their folders. Installed banks come first: who installs one means to study it.

    Args:
        named: folders, or names of installed banks; `cps` is the bank that comes with cpsprep.
        data: the data folder.

    Raises:
        UnreadableError: the list of installed banks is damaged.
    """
    if named:
        return [folder_of(name, data) for name in named]
    return [*(one.folder for one in installed(data) if one.is_there), default_bank_folder()]


def folder_of(name: str, data: Path) -> Path:
    """The folder that a name or a path means; a folder of that name comes before an installed bank."""
    path = expanded(name)
    if not path.is_dir():
        if name == SHIPPED:
            return default_bank_folder()
        for one in installed(data):
            if one.name == name:
                return one.folder
    return path


def is_bank_name(name: str, data: Path) -> bool:
    """Whether this is the name of a bank, and not a path."""
    return name == SHIPPED or any(one.name == name for one in installed(data))
