"""What an unfinished question may become, so that what is there can be looked at before the rest is."""

from collections.abc import Collection
from dataclasses import replace
from itertools import combinations
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import TRUTH, Kind
from cpsprep.core.writing.form import Form, tidied
from cpsprep.core.writing.parts import ASK, Shape, row_of

_FEWEST: Final = 2


def provisional(form: Form, lacks: Collection[str], header: BankHeader) -> tuple[Form, ...]:
    """Questions that this one may become, whole enough to be read: one for each option that could be right.

    What holds of all of them holds already, whatever is still to come. Where something is missing, a word
    stands in its place, so that nothing found there counts.
    """
    texts = {part: _stand_in(part, form, header) for part in lacks if part != "answer"}
    whole = replace(form, texts={**form.texts, **texts})
    if form.kind in {Kind.CLOZE, Kind.BASIC}:
        return (whole,)
    options = [one for one in form.marks if one in TRUTH or tidied(whole.text(f"option.{one}"))]
    right = form.right & set(options)
    most = _FEWEST if form.kind is Kind.MULTIPLE else 1
    if len(right) >= most:
        return (whole,)
    more = combinations([one for one in options if one not in right], most - len(right))
    return tuple(replace(whole, right=form.right | set(chosen)) for chosen in more)


def _stand_in(part: str, form: Form, header: BankHeader) -> str:
    """Something that may stand there."""
    if part == ASK:
        return "{{c1::That}}." if form.kind is Kind.CLOZE else "What?"
    row = row_of(part)
    if known := row.choices(header):
        return next(iter(known))
    return "2027-01-01" if row.shape is Shape.DAY else f"{row.name} {part.partition('.')[2]}."
