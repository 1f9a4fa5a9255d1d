"""An exam on paper: instructions, questions with lettered options, a sheet to answer on; the key is apart."""

from cpsprep.core.item import Kind
from cpsprep.core.printing.faces import front
from cpsprep.core.printing.markup import Pictures, foot, lead, run, safe
from cpsprep.core.printing.sheet import Sheet, SheetQuestion

_PERSON = '<p class="person"><span>Name</span><span>Date</span></p>'


def exam_page(sheet: Sheet, pictures: Pictures) -> str:
    """The questions, and the sheet to answer on, each with the form on all of its pages."""
    questions = "".join(_question(one, pictures) for one in sheet.asked)
    exam = f"<h1>{safe(sheet.title)}</h1>{_PERSON}{_rules(sheet)}{questions}"
    answers = "".join(map(_line, sheet.asked))
    answering = (
        f'<h2 class="title">Answer sheet</h2>{_PERSON}<p class="rules">Mark the letter of your answer.</p>'
        f'<ol class="bubbles">{answers}</ol>{foot(sheet)}'
    )
    return f"<main>{run(sheet, 'Questions', exam)}{run(sheet, 'Answer sheet', answering)}</main>"


def _question(one: SheetQuestion, pictures: Pictures) -> str:
    return (
        f'<section class="question" aria-labelledby="q{one.number}">'
        f'<h2 id="q{one.number}"><span class="unseen">Question </span>{one.number}</h2>'
        f"{lead(one, pictures)}{front(one)}</section>"
    )


def _rules(sheet: Sheet) -> str:
    number = len(sheet.asked)
    several = any(one.item.kind is Kind.MULTIPLE for one in sheet.asked)
    best = "Choose the one best answer to each"
    lines = [
        f"{number} question{'' if number == 1 else 's'}.",
        f"{sheet.minutes} minutes." if sheet.minutes else "",
        f"{best}; where more than one is right, the question says so." if several else f"{best}.",
        "Write on the answer sheet at the end.",
    ]
    return f'<p class="rules">{" ".join(filter(None, lines))}</p>'


def _line(one: SheetQuestion) -> str:
    letters = "".join(f'<span class="bubble">{letter}</span>' for letter in one.letters.values())
    return f'<li><span class="number">{one.number}</span>{letters}</li>'
