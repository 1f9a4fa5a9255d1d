"""What a sitting can tell or do beside its session: banks' titles, reasons, reports, editing."""

import os
import shlex
import subprocess
from pathlib import Path

from cpsprep.app.errors import UnreadableError
from cpsprep.app.study import Opened
from cpsprep.cli.why import why_today
from cpsprep.core import actions as act
from cpsprep.core.bank import BankHeader
from cpsprep.core.question import Question


class SittingExtras:
    """Fulfils `cli.plain.Extras` for one opened sitting."""

    def __init__(self, opened: Opened, editor: str = "") -> None:
        self._opened = opened
        self._headers = {header.id: header for header in opened.catalog.headers}
        self._editor = editor

    def header(self, question: Question) -> BankHeader | None:
        return self._headers.get(question.bank)

    def why_today(self, question: Question) -> str:
        planned = self._opened.planned.get((question.bank, question.card))
        return why_today(question, planned, self._opened.today)

    def report(self, question: Question, flag: act.Flag) -> str:
        """A report that can be pasted into a message; it names no person."""
        header = self.header(question)
        lines = [
            f"Question: {question.item.id}, version {question.version[:12]}",
            f"Bank: {header.title if header else question.bank} {header.version if header else ''}".rstrip(),
            f"Problem: {flag.reason.value}",
        ]
        return "\n".join([*lines, f"Note: {flag.note}"] if flag.note else lines)

    def edit(self, question: Question) -> str:
        """Open the question's file at its line, in a bank the learner owns.

        Raises:
            UnreadableError: the editor could not be started.
        """
        header, place = self.header(question), question.item.place
        if header is None or not header.owned:
            return (
                "This bank came with cpsprep and is read-only. To report a problem, type f and what is wrong."
            )
        editor = self._editor or os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
        if not editor:
            return f"No editor is set. The question is at {place}. To set one: cpsprep config set editor nano"
        command = [*shlex.split(editor, posix=os.name != "nt"), *_at(editor, place.file, place.line)]
        try:
            subprocess.run(command, check=False)
        except OSError as error:
            raise UnreadableError(
                f"the editor '{editor}' could not be started: {error.strerror or error}",
                "set another: cpsprep config set editor nano",
            ) from error
        return "Changes count from the next sitting on."


def _at(editor: str, file: str, line: int) -> list[str]:
    """How an editor is told to open a file at a line."""
    name = Path(shlex.split(editor, posix=os.name != "nt")[0]).stem.casefold()
    if name in {"code", "codium", "cursor"}:
        return ["--goto", f"{file}:{line}"]
    if name in {"vi", "vim", "nvim", "nano", "emacs", "micro", "kak"}:
        return [f"+{line}", file]
    return [file]
