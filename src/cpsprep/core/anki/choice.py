"""The options of a question for Anki: lists that read well without any script, in the order given.

`data-k` holds the option's id, by which the templates shuffle both sides alike and find what was chosen.
"""

from collections.abc import Iterable

from cpsprep.core.anki.text import block
from cpsprep.core.item import Choice, Kind


def choice_fields(body: Choice) -> tuple[str, ...]:
    """The fields from Stem to Rationales."""
    texts = {option: block(text) for option, text in body.options.items()}
    shown = [f'<li data-k="{option}">{text}</li>' for option, text in texts.items()]
    right = [f'<span data-k="{option}">{texts[option]}</span>' for option in body.answer]
    judged = []
    for option, text in texts.items():
        why = block(body.why.get(option, ""))
        said = f'<div class="why">{why}</div>' if why else ""
        judged.append(
            f'<li data-k="{option}" class="right"><b>&#10003; Right answer:</b> {text}{said}</li>'
            if option in body.answer
            else f'<li data-k="{option}">{text}{said}</li>'
        )
    several = f"<ul>{''.join(f'<li>{one}</li>' for one in right)}</ul>"
    return (
        block(body.stem),
        _list(body, shown),
        right[0] if len(right) == 1 else several,
        body.kind.value,
        _list(body, judged),
    )


def _list(body: Choice, entries: Iterable[str]) -> str:
    """Lettered, but for true and false, which need no letters."""
    if body.kind is Kind.TRUEFALSE:
        return f'<ul class="options">{"".join(entries)}</ul>'
    return f'<ol class="options" type="A">{"".join(entries)}</ol>'
