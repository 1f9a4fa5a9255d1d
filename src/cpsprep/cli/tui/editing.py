"""Handing the terminal to the learner's editor and taking it back."""

from textual.app import App, SuspendNotSupported

from cpsprep.cli.study.plain import Extras
from cpsprep.core.sitting.question import Question


def edited(app: App[None], extras: Extras, question: Question) -> str:
    """Open the question in the editor and return what to say; a bank that came along only gets words.

    Raises:
        CpsprepError: the editor could not be started.
    """
    header = extras.header(question)
    if header is None or not header.owned:
        return extras.edit(question)
    try:
        with app.suspend():
            said = extras.edit(question)
    except SuspendNotSupported:
        return f"An editor cannot be opened from here. The question is at {question.item.place}."
    app.refresh()
    return said
