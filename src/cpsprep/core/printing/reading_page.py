"""A handout to read and talk about: questions by area, each with what is right and why."""

from itertools import groupby
from typing import Final

from cpsprep.core.printing.faces import answer, front, reasons, sources
from cpsprep.core.printing.markup import Pictures, foot, lead, safe
from cpsprep.core.printing.sheet import Sheet, SheetQuestion

NO_AREA: Final = "Questions"
"""What questions without an area stand under."""


def reading_page(sheet: Sheet, pictures: Pictures) -> str:
    """The page."""
    parts = [
        f'<h2 class="area">{safe(title or NO_AREA)}</h2>{"".join(_question(one, pictures) for one in group)}'
        for title, group in groupby(sheet.asked, area_of)
    ]
    return f"<main><h1>{safe(sheet.title)}</h1>{''.join(parts)}{foot(sheet)}</main>"


def area_of(one: SheetQuestion) -> str:
    """The title of a question's area; "" where it has none."""
    titles = {domain.id: domain.title for domain in one.header.domains}
    return titles.get(one.item.domain, one.item.domain)


def _question(one: SheetQuestion, pictures: Pictures) -> str:
    return (
        f'<section class="question told" aria-labelledby="q{one.number}">'
        f'<h3 id="q{one.number}"><span class="unseen">Question </span>{one.number}</h3>'
        f'<div class="asked">{lead(one, pictures)}{front(one)}</div>'
        f'<div class="answer"><h4>Answer</h4>{answer(one)}<div class="why">{reasons(one)}</div>'
        f"{sources(one)}</div></section>"
    )
