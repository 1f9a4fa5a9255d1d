"""A handout to read and talk about: questions by area, each with what is right and why."""

from itertools import groupby

from cpsprep.core.handout.faces import answer, front, reasons, sources
from cpsprep.core.handout.markup import Pictures, foot, lead, safe
from cpsprep.core.handout.sheet import Asked, Sheet


def reading_page(sheet: Sheet, pictures: Pictures) -> str:
    """The page."""
    parts = [
        f'<h2 class="area">{safe(title)}</h2>{"".join(_question(one, pictures) for one in group)}'
        for title, group in groupby(sheet.asked, area_of)
    ]
    return f"<main><h1>{safe(sheet.title)}</h1>{''.join(parts)}{foot(sheet)}</main>"


def area_of(one: Asked) -> str:
    """The title of a question's area."""
    titles = {domain.id: domain.title for domain in one.header.domains}
    return titles.get(one.item.domain, one.item.domain) or "Questions"


def _question(one: Asked, pictures: Pictures) -> str:
    return (
        f'<section class="question" aria-labelledby="q{one.number}">'
        f'<h3 id="q{one.number}"><span class="unseen">Question </span>{one.number}</h3>'
        f"{lead(one, pictures)}{front(one)}"
        f'<div class="answer"><h4>Answer</h4>{answer(one)}<div class="why">{reasons(one)}</div>'
        f"{sources(one)}</div></section>"
    )
