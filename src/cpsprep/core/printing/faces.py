"""Both faces of a question in HTML: what is asked, and what is right with its reasons."""

from collections.abc import Iterator
from typing import assert_never

from cpsprep.core.export.wording import gapped, hidden_parts
from cpsprep.core.item import Basic, Choice, Cloze, Kind
from cpsprep.core.printing.markup import block, breaks, safe
from cpsprep.core.printing.sheet import SheetQuestion


def front(one: SheetQuestion) -> str:
    """What is asked, with lettered options; what stands before a question is not in it."""
    match one.item.body:
        case Choice() as body:
            several = '<p class="hint">More than one is right.</p>' if body.kind is Kind.MULTIPLE else ""
            return block(body.stem) + several + _options(one, body)
        case Cloze(text=text):
            return block(gapped(text))
        case Basic(front=words):
            return block(words)
        case _:
            assert_never(one.item.body)


def answer(one: SheetQuestion) -> str:
    """What is right, in one or a few lines."""
    match one.item.body:
        case Choice() as body:
            lines = [
                f'<p dir="auto"><strong>{letter}.</strong> {breaks(body.options[option])}</p>'
                for option, letter in one.letters.items()
                if option in body.answer
            ]
            return "".join(lines)
        case Cloze(text=text):
            return "".join(f'<p dir="auto">{safe(part)}</p>' for part in hidden_parts(text))
        case Basic(back=back):
            return block(back)
        case _:
            assert_never(one.item.body)


def reasons(one: SheetQuestion, *, wrong: bool = True) -> str:
    """Why each option is right or not, then the principle; without `wrong`, only why the key is right."""
    return "".join([*_reasons(one, wrong=wrong), *_principle(one)])


def _reasons(one: SheetQuestion, *, wrong: bool) -> Iterator[str]:
    body = one.item.body
    if not isinstance(body, Choice):
        return
    for option, letter in one.letters.items():
        why = body.why.get(option, "")
        if why and (wrong or option in body.answer):
            sign = "right" if option in body.answer else "not"
            yield block(why, f'<span class="letter">{letter}, {sign}:</span> ')


def _principle(one: SheetQuestion) -> Iterator[str]:
    if one.item.explanation.strip():
        yield f'<div class="principle">{block(one.item.explanation)}</div>'


def sources(one: SheetQuestion) -> str:
    """Where it comes from, as learners read it."""
    named = [safe(one.header.sources.get(key) or key) for key in one.item.source]
    return f'<p class="source">Source: {"; ".join(named)}</p>' if named else ""


def _options(one: SheetQuestion, body: Choice) -> str:
    entries = "".join(
        f'<li dir="auto"><span class="letter">{letter}.</span> {breaks(body.options[option])}</li>'
        for option, letter in one.letters.items()
    )
    return f'<ul class="options">{entries}</ul>'
