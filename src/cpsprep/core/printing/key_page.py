"""The key to an exam: letters at a glance, then each answer with its reasons."""

from cpsprep.core.printing.faces import answer, reasons, sources
from cpsprep.core.printing.markup import foot, run, safe
from cpsprep.core.printing.sheet import Sheet, SheetQuestion


def key_page(sheet: Sheet) -> str:
    """The page; it names the form that it belongs to."""
    letters = "".join(
        f'<li><span class="number">{one.number}</span><span class="right">{", ".join(one.key)}</span></li>'
        for one in sheet.asked
    )
    told = "".join(map(_answer, sheet.asked))
    inside = (
        f"<h1>Key: {safe(sheet.title)}</h1>"
        f'<p class="rules">For form {sheet.form} only. Letters differ from form to form.</p>'
        f'<ol class="bubbles letters">{letters}</ol>'
        f'<h2 class="title">Answers and reasons</h2>{told}{foot(sheet)}'
    )
    return f"<main>{run(sheet, 'Key', inside)}</main>"


def _answer(one: SheetQuestion) -> str:
    return (
        f'<section class="question told" aria-labelledby="k{one.number}">'
        f'<h3 id="k{one.number}"><span class="unseen">Question </span>{one.number}'
        f" <small>{one.item.id}</small></h3>"
        f'{answer(one)}<div class="why">{reasons(one)}</div>{sources(one)}</section>'
    )
