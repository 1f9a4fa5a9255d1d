"""A bank that its author edits while it is in use: read again only where a file of it changed."""

from collections.abc import Callable
from pathlib import Path

from cpsprep.adapters.bank.cache import Stamp, stamp_of
from cpsprep.adapters.bank.folder import bank_paths
from cpsprep.core.bank import Bank


class FreshBank:
    """One bank, always as its files are now.

    Args:
        folder: the bank's.
        read: reads it.
        now_ns: the time in nanoseconds since 1970.
    """

    def __init__(self, folder: Path, read: Callable[[Path], Bank], now_ns: Callable[[], int]) -> None:
        self._folder = folder
        self._read = read
        self._now_ns = now_ns
        self._last: tuple[Stamp, Bank] | None = None

    def now(self) -> Bank:
        """The bank as it is.

        Raises:
            UnreadableError: there is no such folder any more, or no bank in it.
        """
        stamp = stamp_of(bank_paths(self._folder), self._now_ns())
        if self._last is None or not self._last[0].settled or self._last[0].files != stamp.files:
            self._last = stamp, self._read(self._folder)
        return self._last[1]
