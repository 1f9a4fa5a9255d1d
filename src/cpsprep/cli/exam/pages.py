"""The page on which a mock exam is told: this terminal, or a pipe."""

import shutil
import sys

from cpsprep.cli.study.plain import Page


def terminal_page() -> Page:
    """This terminal, or a pipe, which gets whole paragraphs and no prompt."""
    return Page(
        out=sys.stdout,
        width=shutil.get_terminal_size().columns if sys.stdout.isatty() else 0,
        prompt="> " if sys.stdin.isatty() else "",
    )
