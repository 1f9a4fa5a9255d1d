"""Failures that end a command with a message and a documented exit code."""

from typing import ClassVar


class CpsprepError(Exception):
    """Something the user can understand and mend; `hint` is the way out.

    The message is one sentence: the thing first, then the place.
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(CpsprepError):
    """The words of the command do not fit."""

    exit_code = 2


class UnreadableError(CpsprepError):
    """A file, folder or database cannot be read or written."""

    exit_code = 3


class BusyError(CpsprepError):
    """Another sitting holds the log."""

    exit_code = 4
