"""The command line. `main` is the error boundary: past it no traceback reaches a person."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TextIO

from cpsprep.app.errors import CpsprepError

INTERRUPTED: Final = 130
UNEXPECTED: Final = 3
_DOCTOR: Final = "cpsprep data doctor"
_ANSWERS: Final = "no answer was lost: each one is saved before the next question shows"
_FILES: Final = "cpsprep left no file half written, and did not touch your answers"
_HOLDS: Final = {
    "review": _ANSWERS,
    "exam": _ANSWERS,
    "bank": _FILES,
    "print": _FILES,
    "data": f"to see how your data is now: {_DOCTOR}",
}
"""What holds whatever a command was doing when it failed; of the others see `_unexpected`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line (without the program's name) and return its exit code."""
    args = list(sys.argv[1:] if argv is None else argv)
    _open_what_is_closed()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        _never_fail_on_a_letter(stream)
    try:
        code = _run(args)
        sys.stdout.flush()
    except CpsprepError as error:
        code = _explain(str(error), error.hint, error.exit_code)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:  # noqa: BLE001  (this is the boundary: whatever it is, say it in words)
        from cpsprep.cli.unheard import is_closed_pipe

        code = 0 if is_closed_pipe(error) else _unexpected(error, args)
    for stream in (sys.stdout, sys.stderr):
        _settle(stream)
    return code


def _run(args: list[str]) -> int:
    import typer

    from cpsprep.cli.program import NAME, complete, program, start_words

    command = program()
    try:
        complete(command)
        with command.make_context(NAME, start_words(args)) as context:
            command.invoke(context)
    except typer.Exit as stop:
        return stop.exit_code
    except typer.Abort:
        return _explain("stopped; nothing was confirmed", "", INTERRUPTED)
    except typer.TyperException as error:
        from cpsprep.cli.usage_words import usage_hint, usage_message

        return _explain(usage_message(error), usage_hint(error, command, args), error.exit_code)
    return 0


def _explain(message: str, hint: str, code: int) -> int:
    from cpsprep.cli.saying import say

    for line in "\n".join([f"cpsprep: {message}", *([hint] if hint else [])]).split("\n"):
        say(line, err=True)
    return code


def _unexpected(error: Exception, args: Sequence[str]) -> int:
    """Say in one line what happened and where the details are, in another what did not happen."""
    what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    try:
        from cpsprep.adapters.failure_log import write_failure

        place = f"the details are in {write_failure(error)}"
    except Exception as refused:  # noqa: BLE001  (the report of a failure must not fail)
        place = f"the details could not be written ({refused})"
    command = next((word for word in args if not word.startswith("-")), "")
    holds = _HOLDS.get(command, f"no answer was lost; to check that your data is well: {_DOCTOR}")
    return _explain(f"something went wrong that should not ({what}); {place}", holds, UNEXPECTED)


def _open_what_is_closed() -> None:
    """Without streams Python has None in their place: nothing can be read, and what is said goes nowhere."""
    nothing = Path(os.devnull)
    sys.stdin = sys.stdin or nothing.open(encoding="utf-8")
    sys.stdout = sys.stdout or nothing.open("w", encoding="utf-8")
    sys.stderr = sys.stderr or nothing.open("w", encoding="utf-8")


def _never_fail_on_a_letter(stream: TextIO | None) -> None:
    """Old code pages lack letters; a question mark in their place is better than no words at all."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")


def _settle(stream: TextIO | None) -> None:
    """Write what is left; if nobody can take it, drop it, or Python would complain at its very end."""
    if stream is None:
        return
    try:
        stream.flush()
    except OSError:
        from cpsprep.cli.unheard import drop

        drop(stream)
