"""The machine: the clock, fresh ids, and the folders that belong to cpsprep."""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

from cpsprep.app.errors import UnreadableError
from cpsprep.core.days import ROLLOVER_HOUR, study_day
from cpsprep.core.events import EventId, Moment

NAME: Final = "cpsprep"
HOME: Final = "CPSPREP_HOME"
_IDS: Final = 3
"""Ids in a moment: no step of a session makes more events."""


class SystemClock:
    """Local time with its offset, and ids that never fall, also when the clock does."""

    def __init__(
        self,
        rollover_hour: int = ROLLOVER_HOUR,
        read: Callable[[], float] = time.time,
        chance: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._rollover_hour = rollover_hour
        self._read = read
        self._ids = OrderedIds(chance)

    def now(self) -> Moment:
        seconds = self._read()
        local = _local(seconds)
        offset = local.utcoffset()
        at_ms = int(seconds * 1000)
        return Moment(
            at_ms=at_ms,
            offset_min=0 if offset is None else round(offset.total_seconds() / 60),
            study_day=study_day(local, self._rollover_hour),
            ids=tuple(self._ids.next(at_ms) for _ in range(_IDS)),
        )


class OrderedIds:
    """UUIDv7 (RFC 9562), in rising order: the 12 bits after the time count within a millisecond."""

    def __init__(self, chance: Callable[[int], bytes] = os.urandom) -> None:
        self._chance = chance
        self._last = 0

    def next(self, at_ms: int) -> EventId:
        # Start low, so that a millisecond has room for two thousand more.
        start = at_ms << 12 | int.from_bytes(self._chance(2), "big") >> 5
        self._last = max(start, self._last + 1)
        at, count = self._last >> 12, self._last & 0xFFF
        rest = int.from_bytes(self._chance(8), "big") & 0x3FFF_FFFF_FFFF_FFFF
        digits = f"{at << 80 | 0x7 << 76 | count << 64 | 0b10 << 62 | rest:032x}"
        return EventId("-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])))


@dataclass(frozen=True, slots=True)
class Folders:
    """Where things are kept. Nothing is made before something is written."""

    data: Path
    config: Path
    cache: Path

    @classmethod
    def find(cls, environ: Mapping[str, str]) -> Self:
        """`CPSPREP_HOME` moves all three; otherwise they are where the platform wants them.

        Raises:
            UnreadableError: this user has no home folder.
        """
        home = environ.get(HOME, "")
        if home:
            root = expanded(home).absolute()
            return cls(root / "data", root / "config", root / "cache")
        from platformdirs import PlatformDirs

        places = PlatformDirs(NAME, appauthor=False)
        try:
            return cls(places.user_data_path, places.user_config_path, places.user_cache_path)
        except RuntimeError:
            hint = f"set {HOME} to a folder you can write to"
            raise UnreadableError("you have no home folder to keep answers in", hint) from None

    @property
    def log(self) -> Path:
        return self.data / "log.db"

    @property
    def lock(self) -> Path:
        return self.data / "log.lock"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def kept(self) -> Path:
        """Logs that `data restore` put aside."""
        return self.data / "kept"

    @property
    def snapshot(self) -> Path:
        return self.cache / "records.snapshot"

    @property
    def settings(self) -> Path:
        return self.config / "config.toml"


def typed(path: Path, *, windows: bool = os.name == "nt") -> str:
    """A path as it is typed in a command: macOS keeps data in a folder with a space in its name."""
    from shlex import quote

    text = str(path)
    return (f'"{text}"' if " " in text else text) if windows else quote(text)


def _local(seconds: float) -> datetime:
    """Local time; UTC where the time zone of this machine is no zone, such as one a day away."""
    try:
        return datetime.fromtimestamp(seconds).astimezone()
    except ValueError:
        return datetime.fromtimestamp(seconds, UTC)


def expanded(folder: str) -> Path:
    """A folder with `~` as the home it stands for; as it is written where that is nobody's."""
    try:
        return Path(folder).expanduser()
    except RuntimeError:
        return Path(folder)


def working_folder() -> Path:
    """Where we are; the top of the disk where that folder was removed."""
    try:
        return Path.cwd()
    except OSError:
        return Path(os.sep)


def make_private(folder: Path) -> None:
    """Make a folder that its owner alone can open; the log reveals a health interest."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
