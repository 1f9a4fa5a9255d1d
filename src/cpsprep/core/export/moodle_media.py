"""Pictures and sounds inside of a Moodle XML file: each beside the text that shows it, in base64.

A text that says `[picture 2]`, as an option does that is a picture, shows the second one in that place; all
others come before the question.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from html import escape
from typing import Final

from cpsprep.core.item import Choice, Item
from cpsprep.core.media import is_sound, titles

Files = Mapping[str, bytes]
"""The pictures and sounds of a bank, as far as they are there, by their names."""
_NAMED: Final = re.compile(r"\[(?:picture|sound)(?: \d{1,3})?\]", re.IGNORECASE)


def named_in(item: Item, files: Files) -> Mapping[str, str]:
    """The files of an item that there are, by the words with which its texts name them."""
    return {f"[{title.lower()}]": name for name, title in titles(item.media).items() if name in files}


def first_shown(item: Item, files: Files) -> list[str]:
    """The files that come before the question: those that no option names."""
    named = named_in(item, files)
    texts = item.body.options.values() if isinstance(item.body, Choice) else ()
    inside = {named.get(found[0].lower()) for text in texts for found in _NAMED.finditer(text)}
    return [name for name in named.values() if name not in inside]


def has_named(text: str, named: Mapping[str, str]) -> bool:
    """Whether a text names one of these files."""
    return any(found[0].lower() in named for found in _NAMED.finditer(text))


def as_html(text: str, item: Item, named: Mapping[str, str], above: list[str]) -> str:
    """A text in paragraphs, with the files that it names in their places and these above it."""
    shown = [f"<p>{_shown(item, name)}</p>" for name in above if name not in _inside(text, named)]
    lines = (escape(part, quote=False).replace("\n", "<br>") for part in text.split("\n\n"))

    def picture(found: re.Match[str]) -> str:
        name = named.get(found[0].lower())
        return _shown(item, name) if name else found[0]

    return "".join([*shown, *(f"<p>{_NAMED.sub(picture, line)}</p>" for line in lines)])


def file_elements(html: str, files: Files) -> str:
    """The files that a text shows, as elements beside it."""
    return "".join(
        f'<file name="{name}" path="/" encoding="base64">{b64encode(data).decode()}</file>'
        for name, data in files.items()
        if f"@@PLUGINFILE@@/{name}" in html
    )


def _inside(text: str, named: Mapping[str, str]) -> set[str]:
    return {named[found[0].lower()] for found in _NAMED.finditer(text) if found[0].lower() in named}


def _shown(item: Item, name: str) -> str:
    words = escape(" ".join(item.media[name].split()))
    if is_sound(name):
        return f'<audio controls="controls" src="@@PLUGINFILE@@/{name}" title="{words}"></audio>'
    return f'<img src="@@PLUGINFILE@@/{name}" alt="{words}">'
