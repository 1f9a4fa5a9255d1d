"""What a sitting can tell or do beside its session: banks' titles, reasons, reports, editing."""

import os
import shlex
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from cpsprep.app.study import Opened
from cpsprep.cli.study.why import why_today
from cpsprep.core.bank import BankHeader
from cpsprep.core.history import CardKey
from cpsprep.core.problem import Place
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.question import Question

_SET_ONE = "To set one: cpsprep config set editor nano"


Answers = Callable[[CardKey], Iterable[tuple[int, int]]]
"""The study days and grades of a card's answers, read when they are asked for."""


class SittingExtras:
    """Fulfils `cli.plain.Extras` for one opened sitting; `answers` tells what memory rests on."""

    def __init__(
        self,
        opened: Opened,
        editor: str = "",
        environ: Mapping[str, str] = os.environ,
        answers: Answers = lambda _: (),
    ) -> None:
        self._opened = opened
        self._answers = answers
        self._headers = {header.id: header for header in opened.catalog.headers}
        self._editor = chosen_editor(editor, environ)

    def header(self, question: Question) -> BankHeader | None:
        return self._headers.get(question.bank)

    def why_today(self, question: Question) -> str:
        from cpsprep.cli.study.recall_words import recall_words
        from cpsprep.core.planning.deadline import deadline_of

        key, today = (question.bank, question.card), self._opened.today
        deadline = deadline_of(self._opened.history.plan, today)
        why = why_today(question, self._opened.planned.get(key), today)
        recall = recall_words(self._answers(key), today, deadline.exam if deadline else None)
        return f"{why} {recall}".rstrip()

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
        """Open the question's file at its line, in a bank the learner owns; says what came of it."""
        header, place = self.header(question), question.item.place
        if header is None or not header.owned:
            return "This bank is read-only here. To report a problem, type f and what is wrong."
        return edited(self._editor, place) or "Changes count from the next sitting on."


def chosen_editor(setting: str, environ: Mapping[str, str] = os.environ) -> str:
    """The editor that the settings name, or else the environment."""
    return setting or environ.get("VISUAL") or environ.get("EDITOR") or ""


def edited(editor: str, place: Place) -> str:
    """Open a file at a line and wait for the editor to end; what went wrong, or nothing."""
    command = editor_command(editor, place)
    if not command:
        return f"No editor is set. The question is at {place}. {_SET_ONE}"
    try:
        done = subprocess.run(command, check=False)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        return f"The editor '{command[0]}' did not start: {why}. The question is at {place}. {_SET_ONE}"
    if done.returncode:
        return f"The editor '{command[0]}' ended with an error. The question is at {place}."
    return ""


def editor_command(editor: str, place: Place, *, windows: bool = os.name == "nt") -> list[str]:
    """The words that open a file at a line, without a shell; none where no program is named.

    `editor` may hold options and quotes, as `$EDITOR` may.
    """
    try:
        words = shlex.split(editor, posix=not windows)
    except ValueError:  # a quote that is not closed
        words = editor.split()
    words = [word.strip('"') for word in words] if windows else words
    return [*words, *_at(words[0], place)] if words and words[0] else []


def _at(program: str, place: Place) -> list[str]:
    name = program.replace("\\", "/").rpartition("/")[2].casefold()
    match Path(name).stem:
        case "code" | "code-insiders" | "codium" | "cursor":
            return ["--goto", f"{place.file}:{place.line}"]
        case "hx" | "subl" | "zed":
            return [f"{place.file}:{place.line}"]
        case "vi" | "vim" | "gvim" | "nvim" | "nano" | "emacs" | "emacsclient" | "micro" | "kak" | "joe":
            return [f"+{place.line}", place.file]
        case _:
            return [place.file]
