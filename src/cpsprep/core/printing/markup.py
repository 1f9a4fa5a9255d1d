"""Authored text as HTML that shows just that text, with directions of writing left to the text itself."""

from collections.abc import Callable
from html import escape

from cpsprep.core.bank import BankHeader
from cpsprep.core.export.wording import licence_words
from cpsprep.core.item import Item, ScenarioPart, Status
from cpsprep.core.media import PICTURE, is_sound, titles
from cpsprep.core.paragraphs import one_line, paragraphs
from cpsprep.core.printing.sheet import Sheet, SheetQuestion

Pictures = Callable[[BankHeader, str], str]
"""The address of a picture of a bank, which holds the picture itself; "" where it cannot be had."""


def safe(text: str) -> str:
    """The text in one line."""
    return escape(one_line(text))


def block(text: str, before: str = "") -> str:
    """The text as paragraphs; `before` is HTML that the first one begins with."""
    found = [escape(one) for one in paragraphs(text)] or [""]
    return "".join(f'<p dir="auto">{before if not place else ""}{one}</p>' for place, one in enumerate(found))


def breaks(text: str) -> str:
    """The text inside a line, its paragraphs divided by empty lines."""
    return "<br><br>".join(escape(one) for one in paragraphs(text))


def lead(one: SheetQuestion, pictures: Pictures) -> str:
    """What stands before a question: its note, its story, its pictures."""
    item = one.item
    parts = [f'<div class="note">{block(item.content_note)}</div>'] if item.content_note else []
    parts += [f'<div class="story">{_story(one, item.scenario)}</div>'] if item.scenario else []
    return "".join([*parts, *(figure(item, one.header, name, pictures) for name in item.media)])


def _story(one: SheetQuestion, part: ScenarioPart) -> str:
    """The story, or where it stands: the paper may have been turned since."""
    if not one.told_at:
        begin = block(part.vignette)
    elif one.news:
        begin = f"<p>The story before question {one.told_at} goes on:</p>"
    else:
        begin = f"<p>This is about the story before question {one.told_at}.</p>"
    return begin + "".join(map(block, one.news))


def figure(item: Item, header: BankHeader, name: str, pictures: Pictures) -> str:
    """A picture with its words for those who do not see it; of a sound, or without the file, the words."""
    words, title = safe(item.media[name]), titles(item.media)[name]
    address = "" if is_sound(name) else pictures(header, name)
    if address:
        caption = f"<br>{title}" if title != PICTURE else ""
        return f'<p class="picture"><img src="{escape(address)}" alt="{words}">{caption}</p>'
    return f'<p class="picture">{title}: {words}</p>'


def foot(sheet: Sheet) -> str:
    """Whose questions these are and under which terms, and who has not read them."""
    lines = [f"Questions: {_bank(header)}." for header in sheet.headers]
    if any(one.item.status is Status.CHECKED for one in sheet.asked):
        lines.append("Checked by machine, not yet read by a certified peer specialist.")
    lines.append("No examination board wrote or approved them. Made with cpsprep.")
    return f"<footer><p>{' '.join(lines)}</p></footer>"


def _bank(header: BankHeader) -> str:
    words = licence_words(header.licence)
    parts = [header.title, f"version {header.version}" if header.version else "", words]
    address = ""
    if words.startswith("CC BY"):
        name, version = words.removeprefix("CC ").rsplit(" ", 1)
        address = f" (creativecommons.org/licenses/{name.lower()}/{version})"
    return safe(", ".join(filter(None, parts))) + escape(address)


def run(sheet: Sheet, what: str, inside: str) -> str:
    """A part whose pages all say at the top what it is and of which form."""
    seed = [f"seed {safe(sheet.seed)}"] if sheet.seed else []
    words = " &middot; ".join([safe(sheet.title), what, f"Form {sheet.form}", *seed])
    return (
        f'<div class="run"><div class="run-head"><p>{words}</p></div>'
        f'<div class="run-body">{inside}</div></div>'
    )
