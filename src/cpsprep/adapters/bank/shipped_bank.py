"""Where the bank that comes with cpsprep lies: inside the installed package, or at the top of a checkout."""

from pathlib import Path
from typing import Final

from cpsprep.adapters.bank.installed import came_as_pack

_PACKAGE: Final = Path(__file__).resolve().parents[2]
_NAME: Final = Path("decks", "cps")


def is_installed(folder: Path) -> bool:
    """Whether an update would replace this folder: it lies inside the program, or came as a pack."""
    return folder.resolve().is_relative_to(_PACKAGE) or came_as_pack(folder)


def default_bank_folder() -> Path:
    """The folder of the shipped bank; where it is missing, the place at which it should be."""
    installed = _PACKAGE / _NAME
    checkout = _PACKAGE.parents[1] / _NAME
    return checkout if checkout.is_dir() and not installed.is_dir() else installed
