"""The texts of an item as other programs get them: paragraphs kept, line breaks of the layout not."""

import re
from collections.abc import Collection
from typing import Final

from cpsprep.core.cloze import Hidden, Segment, parse
from cpsprep.core.item import Choice, Cloze, Item
from cpsprep.core.media import titles
from cpsprep.core.paragraphs import flowing, one_line

GAP: Final = "________"


def before(item: Item, shown: Collection[str] = ()) -> list[str]:
    """What a learner reads before the question: content note, story up to here, what pictures show.

    Pictures and sounds that are `shown` themselves need no words.
    """
    story = (item.scenario.vignette, *item.scenario.updates) if item.scenario else ()
    media = [
        f"{title}: {item.media[name]}" for name, title in titles(item.media).items() if name not in shown
    ]
    return [flowing(text) for text in (item.content_note, *story, *media) if text.strip()]


def question(item: Item, shown: Collection[str] = ()) -> str:
    """The question with all that comes before it; the text of a cloze with its marks."""
    match item.body:
        case Choice(stem=own) | Cloze(text=own):
            pass
        case basic:
            own = basic.front
    return "\n\n".join([*before(item, shown), flowing(own)])


def segments(text: str) -> tuple[Segment, ...]:
    """The parts of a cloze text, in the clear and hidden; none where it is no sound cloze."""
    found = parse(text.strip())
    return found if isinstance(found, tuple) else ()


def gapped(text: str) -> str:
    """The text of a cloze with every hidden part as a gap, and its hint behind it."""
    shown = []
    for part in segments(text):
        hint = f" ({flowing(part.hint)})" if isinstance(part, Hidden) and part.hint else ""
        shown.append(f"{GAP}{hint}" if isinstance(part, Hidden) else part.text)
    return "".join(shown)


def hidden_parts(text: str) -> list[str]:
    """The hidden parts of a cloze, in order."""
    return [flowing(part.text) for part in segments(text) if isinstance(part, Hidden)]


def line_of(title: str, version: str, licence: str) -> str:
    """Which bank it is, and under which terms."""
    parts = [one_line(part) for part in (title, version, licence_words(licence))]
    return ", ".join(filter(None, parts))


def licence_words(licence: str) -> str:
    """A licence as people write it: `CC-BY-4.0` becomes `CC BY 4.0`; any other text stays as it is."""
    found = re.fullmatch(r"CC-(BY(?:-NC|-ND|-SA)*)-(\d\.\d)", licence)
    return f"CC {found[1]} {found[2]}" if found else licence
