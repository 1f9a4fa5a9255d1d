"""How the commands of `cpsprep bank` print: lines, as wide as the terminal is."""

import shutil
import sys
from collections.abc import Iterable

from cpsprep.cli.unheard import put


def say(lines: Iterable[str]) -> None:
    """Print the lines."""
    for line in lines:
        put(line)


def columns() -> int:
    """The width of the terminal, 0 where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
