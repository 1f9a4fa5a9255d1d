"""The text of a paragraph in runs, each with its marks; deletions stay out, what is no text is named."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from cpsprep.core.interchange.word.drawings import DRAWINGS, drawn
from cpsprep.core.interchange.word.styles import STRUCK, Styles, looks_of
from cpsprep.core.interchange.xml_tree import Element

_GONE: Final = frozenset({"w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:instrText", "w:delText"})
_LOST: Final = {
    "w:object": "an embedded object",
    "w:footnoteReference": "a footnote",
    "w:endnoteReference": "an endnote",
    "w:commentReference": "a comment",
}
_TEXT: Final = {"w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "-", "w:softHyphen": ""}
_TICKS: Final = {
    "F0FC": "\u2713",
    "F0FE": "\u2611",
    "F052": "\u2611",
    "F0A8": "\u2610",
    "F06F": "\u2610",
    "F0A3": "\u2610",
}
_WHOLE: Final = 0.8
"""The part of a text's letters that has to have a mark before the text counts as marked."""


class Run(NamedTuple):
    """Some text and what it is marked with; nothing that is crossed out is marked."""

    text: str
    marks: frozenset[str] = frozenset()
    struck: bool = False


def runs_in(paragraph: Element, styles: Styles, base: Mapping[str, str], lost: list[str]) -> Iterator[Run]:
    """The runs of a paragraph, also inside of links, fields, insertions and form fields.

    Args:
        paragraph: or a part of one.
        styles: of the document.
        base: the marks of the paragraph's style.
        lost: gets what is no text, pictures as marks.
    """
    for child in paragraph.elements():
        if child.name in _GONE:
            continue
        if child.name == "w:r":
            yield from _run(child, styles, base, lost)
        elif child.name in {"m:oMath", "m:oMathPara"}:
            lost.append("a formula")
            yield Run("".join(one.text() for one in child.every("m:t")))
        elif child.name in DRAWINGS:
            lost += drawn(child)
        else:
            yield from runs_in(child, styles, base, lost)


def _run(run: Element, styles: Styles, base: Mapping[str, str], lost: list[str]) -> Iterator[Run]:
    properties = run.first("w:rPr")
    style = properties.first("w:rStyle") if properties else None
    looks = {**base, **(styles.looks(style.get("w:val")) if style else {}), **looks_of(properties)}
    marks = frozenset(filter(None, looks.values()))
    text = "".join(_texts(run.elements(), lost))
    if text:
        struck = not STRUCK.isdisjoint(marks)
        yield Run(text, frozenset() if struck else marks, struck)


def _texts(parts: Iterable[Element], lost: list[str]) -> Iterator[str]:
    for part in parts:
        if part.name == "w:t":
            yield part.text()
        elif part.name in _TEXT:
            yield _TEXT[part.name]
        elif part.name == "w:br":
            yield "" if part.get("w:type") in {"page", "column"} else "\n"
        elif part.name == "w:sym":
            yield _TICKS.get(part.get("w:char").upper(), "\u25a1")
        elif part.name in DRAWINGS:
            lost += drawn(part)
        elif part.name in _LOST:
            lost.append(_LOST[part.name])


def cut_runs(runs: Iterable[Run], start: int, end: int) -> list[Run]:
    """The runs of a part of the text, from one sign up to another."""
    found, at = [], 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if text:
            found.append(run._replace(text=text))
    return found


def shared_marks(runs: Iterable[Run]) -> frozenset[str]:
    """What nearly all letters of these runs are marked with."""
    runs = list(runs)
    letters = [sum(map(str.isalnum, run.text)) for run in runs]
    every = sum(letters)
    return frozenset(
        mark
        for mark in frozenset[str]().union(*(run.marks for run in runs))
        if sum(count for run, count in zip(runs, letters, strict=True) if mark in run.marks) > _WHOLE * every
    )
