"""Where settings, banks and log are put together for a command.

What only one command needs (a merge, an Anki package) that command imports itself.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cpsprep.adapters.config.files import read_config
from cpsprep.adapters.system import Folders, SystemClock, working_folder
from cpsprep.app.errors import UsageError
from cpsprep.core.config.keys import Value
from cpsprep.core.config.settings import Settings, Ui

if TYPE_CHECKING:
    from cpsprep.adapters.bank.blueprints import BlueprintFiles
    from cpsprep.adapters.bank.shelf import BankShelf
    from cpsprep.adapters.log.sqlite_log import SqliteLog


@dataclass(frozen=True, slots=True)
class World:
    """The settings and folders of one run of the program."""

    folders: Folders
    settings: Settings
    clock: SystemClock

    def shelf(self) -> "BankShelf":
        """The banks in use."""
        from cpsprep.adapters.bank.shelf import BankShelf

        return BankShelf(self.bank_folders(), self.folders.cache)

    def bank_folders(self) -> list[Path]:
        """Where the banks in use are.

        Raises:
            UnreadableError: the list of installed banks is damaged.
        """
        from cpsprep.adapters.bank.in_use import bank_folders

        return bank_folders(self.settings.banks, self.folders.data)

    def blueprints(self) -> "BlueprintFiles":
        """What boards examine, as far as the banks in use tell it."""
        from cpsprep.adapters.bank.blueprints import BlueprintFiles

        return BlueprintFiles(self.folders.cache)

    def log(self) -> "SqliteLog":
        """The log for reading; where there is none yet it reads as empty."""
        from cpsprep.adapters.log.sqlite_log import SqliteLog

        return SqliteLog(
            self.folders.log, create=False, profile=self.settings.profile, snapshot=self.folders.snapshot
        )

    @contextmanager
    def writing_log(self, doing: str, source: str) -> "Iterator[SqliteLog]":
        """The log for appending, with its lock held; made when there is none.

        Raises:
            BusyError: another process appends.
            UnreadableError: the folder or the log cannot be written.
        """
        from cpsprep.adapters.log.backups import Backups
        from cpsprep.adapters.log.lock import writing
        from cpsprep.adapters.log.sqlite_log import SqliteLog

        backups = Backups(self.folders.log, self.folders.backups)
        with (
            writing(self.folders.lock, doing),
            SqliteLog(
                self.folders.log,
                session=self.clock.now().ids[0],
                source=source,
                profile=self.settings.profile,
                snapshot=self.folders.snapshot,
                before_append=backups.daily,
                before_migration=backups.before_form,
                if_gone=backups.rescue,
            ) as log,
        ):
            yield log


def world(banks: Sequence[Path] | None = None, **flags: Value | None) -> World:
    """Settle where everything is; `flags` are settings by key name with dots as underscores.

    Raises:
        UnreadableError: the configuration cannot be read.
    """
    folders = Folders.find(os.environ)
    given = {name.replace("_", "."): value for name, value in flags.items() if value is not None}
    if banks:
        given["bank"] = tuple(str(folder) for folder in banks)
    config = read_config(folders.settings, working_folder(), os.environ, given)
    for problem in config.problems:
        sys.stderr.write(f"{problem.place}: {problem.sentence}\n")
    settings = config.settings
    return World(folders, settings, SystemClock(settings.rollover_hour))


def is_full(settings: Settings, *, plain: bool, full: bool) -> bool:
    """Whether to draw on the whole screen: as the flags say, else as the settings say, where it can be drawn.

    Raises:
        UsageError: both flags are given.
    """
    if plain and full:
        raise UsageError("--plain and --full do not go together", "leave one out")
    ui = Ui.PLAIN if plain else Ui.FULL if full else settings.ui
    return ui is Ui.FULL and is_terminal(os.environ)


def is_terminal(environ: Mapping[str, str]) -> bool:
    """Whether a full screen can be drawn: a person at both ends, and a terminal that can.

    Standard error counts as well, because the full screen is drawn there.
    """
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream.isatty() for stream in streams) and environ.get("TERM", "xterm") not in {"", "dumb"}
