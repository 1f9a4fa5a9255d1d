"""Moodle XML: Moodle's own format, which holds most; texts without pictures are marked as plain text.

The names are those of Moodle's documentation of the format. A cloze becomes one question with all of its
gaps, a basic item an essay with its back as information for graders and as general feedback.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from cpsprep.core.bank import BankHeader
from cpsprep.core.cloze import Hidden
from cpsprep.core.export.gift import fraction
from cpsprep.core.export.moodle_media import (
    Files,
    as_html,
    file_elements,
    first_shown,
    has_named,
    named_in,
)
from cpsprep.core.export.names import MARK
from cpsprep.core.export.parts import Capacity, Exported, Part, exported
from cpsprep.core.export.wording import before, line_of, question, segments
from cpsprep.core.item import TRUE, Basic, Choice, Cloze, Item, Kind
from cpsprep.core.paragraphs import flowing, one_line

CAPACITY: Final = Capacity(
    frozenset(
        {
            Part.ID,
            Part.WHY,
            Part.EXPLANATION,
            Part.DOMAIN,
            Part.TOPIC,
            Part.TAGS,
            Part.PARAGRAPHS,
            Part.BACK_ALONE,
            Part.FIXED,
        }
    ),
    frozenset({Part.SCENARIO, Part.CONTENT_NOTE, Part.MEDIA}),
)
_UNSPEAKABLE: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write (its production 2, Char)."""
_MARKUP: Final = re.compile("[<&]|]]>")
_GAP_SIGNS: Final = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\\#~{}&"} | {"*": r"\*"})
"""In a gap Moodle decodes references to signs and undoes few backslashes; a star stands for any text."""


def moodle_xml(items: Sequence[Item], header: BankHeader, files: Files | None = None) -> Exported:
    """The items as a Moodle XML file, with their pictures and sounds as far as there are `files`."""
    files = files or {}
    titles = {domain.id: domain.title for domain in header.domains}
    about = _UNSPEAKABLE.sub("\ufffd", line_of(header.title, header.version, header.licence))
    comment = f"<!-- {MARK}: {about.replace('--', '- -')} -->"
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', comment, "<quiz>"]
    last = ""
    for item in items:
        names = (header.title, titles.get(item.domain, item.domain), item.topic)
        category = "/".join(one_line(name).replace("/", "//") for name in names if name)
        if category != last:
            lines += _category(category)
            last = category
        lines += _question(item, {name: files[name] for name in item.media if name in files})
    whole = all(name in files for item in items for name in item.media)
    capacity = Capacity(CAPACITY.carries | {Part.MEDIA}, CAPACITY.joins - {Part.MEDIA}) if whole else CAPACITY
    return exported("\n".join([*lines, "</quiz>", ""]), items, [], capacity)


def escaped(text: str) -> str:
    """The text as it stands in XML; signs that XML cannot hold become a question mark in a black square.

    One with `<` or `&` is a CDATA section, as in Moodle's own files: between two references to signs Moodle
    drops the space (`&lt; &amp;`).
    """
    safe = _UNSPEAKABLE.sub("\ufffd", text)
    return f"<![CDATA[{safe.replace(']]>', ']]]]><![CDATA[>')}]]>" if _MARKUP.search(safe) else safe


def _category(path: str) -> Iterator[str]:
    yield '<question type="category">'
    yield f"<category><text>$course$/{escaped(path)}</text></category>"
    yield "</question>"


def _question(item: Item, files: Files) -> Iterator[str]:
    match item.body:
        case Choice() as body:
            kind = "truefalse" if body.kind is Kind.TRUEFALSE else "multichoice"
            yield from _head(item, kind, _shown(question(item, files), item, files), item.explanation)
            yield from _answers(body, item, files)
        case Cloze(text=text):
            whole = "\n\n".join([*before(item, files), _gaps(text)])
            yield from _head(item, "cloze", _shown(whole, item, files), item.explanation)
        case Basic(back=back):
            told = flowing(f"{back}\n\n{item.explanation}")
            yield from _head(item, "essay", _shown(question(item, files), item, files), told)
            yield "<responseformat>plain</responseformat>"
            yield f'<graderinfo format="plain_text">{_text(flowing(back))}</graderinfo>'
        case _:
            assert_never(item.body)
    if item.tags:
        yield f"<tags>{''.join(f'<tag>{_text(tag)}</tag>' for tag in item.tags)}</tags>"
    yield "</question>"


def _head(item: Item, kind: str, text: str, general: str) -> Iterator[str]:
    yield f'<question type="{kind}">'
    yield f"<name>{_text(item.id)}</name>"
    yield f"<questiontext {text}</questiontext>"
    yield f'<generalfeedback format="plain_text">{_text(flowing(general))}</generalfeedback>'
    yield f"<idnumber>{escaped(item.id)}</idnumber>"


def _shown(text: str, item: Item, files: Files) -> str:
    """The question's format and text; HTML where files are shown with it."""
    return (
        _rich(text, item, files, first_shown(item, files)) if files else f'format="plain_text">{_text(text)}'
    )


def _rich(text: str, item: Item, files: Files, above: list[str]) -> str:
    html = as_html(text, item, named_in(item, files), above)
    return f'format="html">{_text(html)}{file_elements(html, files)}'


def _text(text: str) -> str:
    return f"<text>{escaped(text)}</text>"


def _answers(body: Choice, item: Item, files: Files) -> Iterator[str]:
    if body.kind is not Kind.TRUEFALSE:
        yield f"<single>{str(body.kind is Kind.SINGLE).lower()}</single>"
        yield f"<shuffleanswers>{str(item.shuffle).lower()}</shuffleanswers>"
        yield "<answernumbering>ABCD</answernumbering>"
    for option, text in body.options.items():
        right = option in body.answer
        share = fraction(body, right=right) if body.kind is Kind.MULTIPLE else "100" if right else "0"
        if body.kind is Kind.TRUEFALSE:
            shown = f">{_text('true' if option == TRUE else 'false')}"
        elif has_named(text, named_in(item, files)):
            shown = f" {_rich(flowing(text), item, files, [])}"
        else:
            shown = f' format="plain_text">{_text(flowing(text))}'
        why = _text(flowing(body.why.get(option, "")))
        yield f'<answer fraction="{share}"{shown}<feedback format="plain_text">{why}</feedback></answer>'


def _gaps(text: str) -> str:
    """The text of a cloze with Moodle's marks: `{1:SHORTANSWER:=hidden}`."""
    parts = [
        f"{{1:SHORTANSWER:={one_line(one.text).translate(_GAP_SIGNS)}}}"
        if isinstance(one, Hidden)
        else one.text
        for one in segments(text)
    ]
    return flowing("".join(parts))
