"""Pasted text and Markdown as lines: labels, marks around a whole text, fences and HTML out of the way."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cpsprep.core.interchange.draft import Found, HostileError, Remark, Spot
from cpsprep.core.interchange.html_text import html_text
from cpsprep.core.interchange.listed.card_lines import way_of_cards
from cpsprep.core.interchange.listed.grouping import grouped
from cpsprep.core.interchange.listed.keys.tables import key_lines
from cpsprep.core.interchange.listed.line import LETTER, Line, Sort, labelled
from cpsprep.core.interchange.listed.options import apart
from cpsprep.core.interchange.listed.pipe_tables import InTable, tables_in
from cpsprep.core.interchange.listed.questions import questions_of
from cpsprep.core.interchange.listed.starred import without_bullets

_HEADING: Final = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_RULE: Final = re.compile(r"\s*(?:[-*_=]\s*){3,}$")
_TAG: Final = re.compile(
    r"</?(?:details|summary|br|p|b|i|u|em|strong|mark|div|span|ul|ol|li|code)\b[^<>]*>", re.IGNORECASE
)
_SUMMARY: Final = re.compile(
    r"<summary>\s*(?:show|view|see|reveal|click)?[^<>:]{0,40}</summary>", re.IGNORECASE
)
_WRAPPED: Final = (
    ("bold", re.compile(r"(?:\*\*|__)(?=\S)((?:(?!\*\*|__).)+)(?<=\S)(?:\*\*|__)")),
    ("highlight", re.compile(r"==(?=\S)((?:(?!==).)+)(?<=\S)==")),
    ("italics", re.compile(r"(?<![\w*])[*_](?=[^\s*_])([^*_]+)(?<=[^\s*_])[*_](?![\w*])")),
)
_ITALICS: Final = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]*[^\s*\\])\*(?![\w*])")
_MARKED_LABEL: Final = re.compile(r"(\*\*|__|==)(?=\S)([^*_=]{1,24}?)\1([.):\]]{0,2})\s*(?=\S|$)")
_FRONT: Final = re.compile(
    r"\A\s*---[ \t]*\n(?:[A-Za-z_][\w-]*:[^\n]*\n|[ \t]+[^\n]*\n){1,40}---[ \t]*(?=\n)"
)
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_NOWHERE: Final = InTable(0)
_TAB: Final = 4
_MOST_LINES: Final = 200_000
"""Of a typed list; 20,000 questions with four options have some 140,000."""


def read_plain(text: str, file: str) -> Found:
    """The questions of a pasted text or a Markdown file.

    Raises:
        HostileError: it has more lines than any list of questions.
    """
    found = questions_of(grouped(list(_lines(text, file))))
    sign, options = ("", "") if found.drafts else way_of_cards(text)
    if not sign:
        return found
    said = f"most lines have {sign} between two texts; if they are cards, add {options}"
    return replace(found, remarks=[Remark(Spot(file, 1), said), *found.remarks])


def _lines(text: str, file: str) -> Iterator[Line]:
    gap = True
    if text.count("\n") > _MOST_LINES:
        raise HostileError(f"it has more than {_MOST_LINES:,} lines")
    texts = without_bullets(_without_notes(text).split("\n"))
    tables = tables_in(texts)
    for number, raw in enumerate(texts, 1):
        table = tables.get(number - 1, _NOWHERE)
        if table.keys:
            yield from key_lines(table.keys, Spot(file, number)) if table.is_first else ()
            continue
        if raw.startswith("//"):  # a note to whoever fills the text in
            continue
        kept = _SUMMARY.sub("", raw)
        if "<" in kept and _TAG.search(kept):
            kept = html_text(
                kept.replace("<mark>", "==")
                .replace("</mark>", "==")
                .replace("<b>", "**")
                .replace("</b>", "**")
            )[0]
        if not kept.strip() or _RULE.fullmatch(kept):
            gap = gap or not kept.strip() or bool(_RULE.fullmatch(raw))
            continue
        heading = _HEADING.fullmatch(kept)
        for part in apart(heading[1] if heading else kept):
            line = _line(part, Spot(file, number), gap=gap, heading=heading is not None, level=_level(kept))
            yield replace(line, table=table.number)
            gap = False


def _without_notes(text: str) -> str:
    """The text without comments of HTML and fields in front of a page; lines keep their numbers."""
    parts, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end + len("-->")
    kept = "".join([*parts, text[at:]])
    return _FRONT.sub(lambda found: "\n" * found[0].count("\n"), kept, count=1)


def _line(text: str, where: Spot, *, gap: bool, heading: bool, level: int) -> Line:
    told, of_label = _with_plain_label(text.strip())
    around, outer = _unwrapped(told)
    found = labelled(around)
    inner_text, inner = _unwrapped(_closed(around, found.text.strip()))
    marks = outer | inner | of_label
    if found.label and found.label.sort is Sort.LETTER:  # a letter within bold words is bold as well
        marks |= {f"{LETTER} {mark}" for mark in outer - {"italics"}}
    if found.signed:
        marks |= {"sign"}
    return Line(
        where, _plain(inner_text), found.label, marks, level, heading=heading, gap=gap, typed=found.typed
    )


def _with_plain_label(text: str) -> tuple[str, frozenset[str]]:
    """The text without signs that stand around its label alone, as in `**B.** two`, and what they mean."""
    found = _MARKED_LABEL.match(text)
    told = f"{found[2]}{found[3]} " if found else ""
    alone = labelled(f"{told}x")
    if found is None or alone.label is None or alone.text != "x":
        return text, frozenset()
    mark = "highlight" if found[1] == "==" else "bold"
    return f"{told}{text[found.end() :]}", frozenset({f"{LETTER} {mark}"})


def _closed(line: str, text: str) -> str:
    """The text behind a label without the end of what is bold from before it, as in `**1. Who?** (one)`."""
    mark = line[:2]
    return text.replace(mark, "", 1) if mark in {"**", "__", "=="} and text.count(mark) % 2 else text


def _unwrapped(text: str) -> tuple[str, frozenset[str]]:
    """The text without signs that stand around the whole of it, and what they mean."""
    marks = set()
    for mark, pattern in _WRAPPED:
        if found := pattern.fullmatch(text):
            text = found[1]
            marks.add(mark)
    return text, frozenset(marks)


def _plain(text: str) -> str:
    """The text without signs that make a part bold or italics, and without backslashes that keep signs."""
    text = _WRAPPED[0][1].sub(r"\1", text) if "**" in text or "__" in text else text
    text = _ITALICS.sub(r"\1", text) if "*" in text else text
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def _level(text: str) -> int:
    indent = len(text.expandtabs(_TAB)) - len(text.expandtabs(_TAB).lstrip())
    return indent // 2
