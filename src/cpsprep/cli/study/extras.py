"""What a sitting can tell or do beside its session: banks' titles, reasons, reports, editing."""

import os
from collections.abc import Callable, Iterable, Mapping

from cpsprep.app.study import Opened
from cpsprep.cli.editor import chosen_editor, edited
from cpsprep.cli.study.why import why_today
from cpsprep.core.bank import BankHeader
from cpsprep.core.history import CardKey
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.question import Question

Answers = Callable[[CardKey], Iterable[tuple[int, int]]]
"""The study days and grades of a card's answers, read when they are asked for."""


class SittingExtras:
    """Fulfils `cli.study.plain.Extras` for one opened sitting; `answers` tells what memory rests on."""

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
