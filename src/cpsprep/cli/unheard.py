"""What to do where the reader of our output went away: the work goes on, and nobody is asked any more."""

import errno
import os
import sys
from contextlib import suppress
from typing import TextIO

import typer


def put(line: str, *, err: bool = False) -> None:
    """Print a line where somebody reads; a command that writes does not stop half-way because nobody does."""
    try:
        typer.echo(line, err=err)
    except OSError as error:
        if not is_closed_pipe(error):
            raise
        _go_on_alone(sys.stderr if err else sys.stdout)


def is_closed_pipe(error: BaseException) -> bool:
    """Whether the reader of our output went away; Windows calls this an invalid argument without a file."""
    if isinstance(error, BrokenPipeError):
        return True
    return (
        os.name == "nt"
        and isinstance(error, OSError)
        and error.errno == errno.EINVAL
        and error.filename is None
    )


def drop(stream: TextIO) -> None:
    """Let whatever is still written to a stream go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _go_on_alone(stream: TextIO) -> None:
    """Who does not see a question does not answer it, so that one gets the end of input for an answer."""
    drop(stream)
    if stream is sys.stdout:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
