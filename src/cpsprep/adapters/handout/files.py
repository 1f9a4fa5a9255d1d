"""Where a file goes that is made to be handed on: a name good on every system, a place known to be free."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cpsprep.adapters.whole_file import write_whole
from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.core.file_names import file_stem

_SOURCES: Final = (".yaml", ".yml", ".jsonl", ".db", ".toml", ".apkg", ".colpkg")
"""Endings of files that such a file must never replace: banks, logs, settings."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file that can be written."""

    path: Path

    def write(self, data: bytes) -> None:
        write_whole(self.path, data)


def file_name(title: str, ending: str) -> str:
    """A name for a file about this title."""
    return f"{file_stem(title)}{ending}"


def writable(path: Path) -> OutputFile:
    """The file at this path.

    Raises:
        UsageError: it is a folder, or its name says that it is something else.
        UnreadableError: there is no such folder.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder", "name a file in it")
    if path.suffix.lower() in _SOURCES:
        raise UsageError(f"{path} would look like another kind of file", "choose another ending")
    if not path.parent.is_dir():
        raise UnreadableError(f"there is no folder {path.parent}", "make it first, or use another one")
    return OutputFile(path)
