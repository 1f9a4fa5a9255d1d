"""A document's paragraphs and tables, in order, as typed lines and as rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from cpsprep.core.interchange.draft import Draft, Found, Remark, Spot
from cpsprep.core.interchange.listed.fields import field_of_line
from cpsprep.core.interchange.listed.grouping import grouped
from cpsprep.core.interchange.listed.keys.tables import key_lines, keys_of_table
from cpsprep.core.interchange.listed.line import LETTER, Label, Line, Sort, labelled
from cpsprep.core.interchange.listed.options import cuts
from cpsprep.core.interchange.listed.questions import questions_of
from cpsprep.core.interchange.media.marks import marked, with_marks
from cpsprep.core.interchange.tables.columns import Row, header_of
from cpsprep.core.interchange.tables.rows import read_table
from cpsprep.core.interchange.tidy import shortened
from cpsprep.core.interchange.word.numbering import Numbered, Numbering, read_numbering
from cpsprep.core.interchange.word.runs import Run, cut_runs, runs_in, shared_marks
from cpsprep.core.interchange.word.struck import unsigned, without_struck
from cpsprep.core.interchange.word.styles import Styles, place_of, read_styles
from cpsprep.core.interchange.xml_tree import Element

_ONLY_LABEL: Final = re.compile(r"\s*[(\[]?(?:\d{1,4}|[A-Ja-j])[)\].:]*\s*")
_WRAPPERS: Final = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag"})


def read_word(parts: Mapping[str, Element], file: str) -> Found:
    """The questions of a document.

    Args:
        parts: its parts by name: `document`, and where there are, `styles` and `numbering`.
        file: its name for people.
    """
    reader = _Reader(file, read_styles(parts.get("styles")), read_numbering(parts.get("numbering")))
    body = parts["document"].first("w:body")
    if body is not None:
        reader.blocks(body)
        reader.settle()
    typed = questions_of(grouped(reader.lines))
    tables = [found for _, found in reader.tables]
    placed = [(one.where.number, one) for one in typed.drafts]
    placed += [(place, one) for place, found in reader.tables for one in found.drafts]
    drafts = [one for _, one in sorted(placed, key=lambda pair: pair[0])]
    left = _left(reader.pictures, drafts, typed.remarks)
    kept = [
        Remark(one.where, f"it is crossed out and was read all the same: {shortened(one.text)}")
        for one in reader.lines
        if one.struck
    ]
    return Found(
        drafts,
        [*typed.skipped, *(one for found in tables for one in found.skipped)],
        [*reader.remarks, *kept, *typed.remarks, *(one for found in tables for one in found.remarks), *left],
        reader.title,
    )


@dataclass(slots=True)
class _Reader:
    """Goes through a document and counts its paragraphs."""

    file: str
    styles: Styles
    numbering: Numbering
    lines: list[Line] = field(default_factory=list)
    tables: list[tuple[int, Found]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    pictures: list[tuple[Spot, str]] = field(default_factory=list)
    title: str = ""
    _loose: tuple[str, ...] = ()
    _count: int = 0
    _tables: int = 0
    _gap: bool = True
    _told: bool = False

    def blocks(self, parent: Element) -> None:
        """Read what stands one below the other."""
        for block in parent.elements():
            if block.name == "w:p":
                self.lines += self._paragraph(block)
            elif block.name == "w:tbl":
                self.settle()
                self._table(block)
            elif block.name in _WRAPPERS:
                self.blocks(block)
            elif block.name == "w:altChunk":
                self.remarks.append(Remark(self._here(), "an inserted file was not read"))

    def _here(self) -> Spot:
        return Spot(self.file, self._count, "paragraph")

    def _paragraph(self, paragraph: Element) -> list[Line]:
        self._count += 1
        properties = paragraph.first("w:pPr")
        named = properties.first("w:pStyle") if properties else None
        style = named.get("w:val") if named else self.styles.default
        named_lost: list[str] = []
        runs = list(runs_in(paragraph, self.styles, self.styles.looks(style), named_lost))
        text = "".join(run.text for run in runs)
        pictures = tuple(one for one in named_lost if marked(one))
        lost = [one for one in named_lost if one not in pictures]
        self.pictures += [(self._here(), one) for one in pictures]
        if not self._told and any(one.name in {"w:del", "w:moveFrom"} for one in paragraph.elements()):
            self._told = True
            self.remarks.append(
                Remark(self._here(), "the document tracks changes; what was deleted was left out")
            )
        if not text.strip():
            if lost and lost != ["a comment"]:
                self.remarks.append(Remark(self._here(), f"left out: {', '.join(dict.fromkeys(lost))}"))
            self._gap = True
        is_title = self.styles.is_title(style)
        if is_title:
            self.title = self.title or shortened(text, 100)
        own, from_style = place_of(properties), self.styles.place(style)
        number = own.number or from_style.number
        depth = next((one for one in (own.depth, from_style.depth) if one is not None), 0)
        is_empty = is_title or not text.strip()
        auto = self.numbering.label(number, depth) if number and (pictures or not is_empty) else Numbered()
        if is_empty and not auto.label:
            self._loose += pictures
            return []
        heading = self.styles.is_heading(style)
        depth = depth if auto.label else 0
        if is_empty:
            lines = [Line(self._here(), "", auto.label, level=depth, typed=auto.shown, group=auto.group)]
        else:
            lines = list(self._lines_of(runs, auto, depth, heading=heading, lost=tuple(lost)))
        if not lines:  # crossed out
            self._loose += pictures
            return []
        lines[0] = replace(lines[0], fresh=True, pictures=pictures)
        return self._with_loose(lines)

    def _with_loose(self, lines: list[Line]) -> list[Line]:
        """These lines, or those before them, with the pictures that stood between."""
        before = self.lines[-1] if self.lines else None
        if before is None or before.heading or (_begins(lines[0]) and _ends(before)):
            lines[0] = replace(lines[0], pictures=(*self._loose, *lines[0].pictures))
            self._loose = ()
        self.settle()
        return lines

    def settle(self) -> None:
        """Pictures in paragraphs of their own belong to what stands above them."""
        if self._loose and self.lines:
            self.lines[-1] = replace(self.lines[-1], pictures=(*self.lines[-1].pictures, *self._loose))
            self._loose = ()

    def _lines_of(
        self, runs: list[Run], auto: Numbered, depth: int, *, heading: bool, lost: tuple[str, ...]
    ) -> Iterator[Line]:
        """A paragraph's lines: it comes apart at soft breaks, and where several options stand in a row."""
        text, start = "".join(run.text for run in runs), 0
        first = True
        for piece in text.split("\n"):
            edges = [*(start + cut for cut in cuts(piece)), start + len(piece)]
            for begin, end in pairwise(edges):
                part = cut_runs(runs, begin, end)
                number = auto if first else Numbered()
                part, gone, struck = without_struck(part, number.label)
                if gone:
                    self.remarks.append(_left_out(self._here(), gone))
                if "".join(run.text for run in part).strip():
                    line = self._line(part, number, depth, heading=heading)
                    line = _crossed_out(line) if struck else line
                    heading = heading and line.label is None  # what follows a question in it is no heading
                    yield replace(line, fresh=first, lost=lost if first else ())
                    first = False
            start += len(piece) + 1

    def _line(self, runs: list[Run], auto: Numbered, depth: int, *, heading: bool) -> Line:
        text = "".join(run.text for run in runs)
        found = labelled(text)
        label, typed, signed = found.label, found.typed, found.signed
        rest = found.text
        if auto.label and not (label and label.sort is Sort.BULLET and signed):
            label, typed, rest = auto.label, auto.shown, text
        gap, self._gap = self._gap, False
        inner = cut_runs(runs, len(text) - len(rest), len(text))
        marks = shared_marks(inner) | ({"sign"} if signed else set())
        if label and label.sort is Sort.LETTER and not auto.label:
            typed_in = cut_runs(runs, 0, len(text) - len(rest))
            marks |= {f"{LETTER} {mark}" for mark in shared_marks(typed_in)}
        return Line(
            self._here(),
            rest.strip(),
            label,
            marks,
            depth,
            heading=heading,
            gap=gap,
            typed=typed,
            group=auto.group,
        )

    def _table(self, table: Element) -> None:
        """A table with a header that we know is read by its columns, any other as lines."""
        self._tables += 1
        number = self._tables
        rows: list[Row] = []
        lines: list[Line] = []
        for place, row in enumerate(table.elements("w:tr"), 1):
            cells = [self._cell(cell) for cell in row.elements("w:tc")]
            where = Spot(self.file, place, f"table {number}, row")
            rows.append(Row(where, [_text(cell) for cell in cells]))
            lines += _row_lines(cells)
        keys, has_header = keys_of_table([row.cells for row in rows]), header_of(rows) is not None
        if keys or has_header:
            self.remarks += [_left_out(line.where, line.text) for line in lines if line.struck]
        if keys:
            self.lines += key_lines(keys, lines[0].where)
        elif has_header:
            self.tables.append((self._count, read_table(rows)))
        else:
            self.lines += [replace(line, table=number) for line in lines]
        self._gap = True

    def _cell(self, cell: Element) -> list[Line]:
        kept, self.lines = self.lines, []
        self.blocks(cell)
        self.settle()
        if self._loose:
            self.lines.append(Line(self._here(), "", pictures=self._loose))
            self._loose = ()
        kept, self.lines = self.lines, kept
        return kept


def _text(cell: list[Line]) -> str:
    """The text of a cell; what is crossed out may go, as the columns hold the letters of the options."""
    return "\n".join(with_marks("" if line.struck else line.whole, line.pictures) for line in cell)


def _left_out(where: Spot, text: str) -> Remark:
    return Remark(where, f"crossed-out text was left out: {shortened(text)}")


def _crossed_out(line: Line) -> Line:
    """A line that stays, though it is crossed out, and marks nothing as right."""
    return replace(line, text=unsigned(line.text), marks=frozenset(), struck=True)


def _begins(line: Line) -> bool:
    """Whether a question begins with this line, by its number."""
    return line.label is not None and line.label.sort in {Sort.NUMBER, Sort.QUESTION}


def _ends(line: Line) -> bool:
    """Whether a question may end with this line: an option, a key or what is said of it."""
    is_option = line.label is not None and line.label.sort in {Sort.LETTER, Sort.BULLET}
    return is_option or field_of_line(line.text) is not None


def _left(
    pictures: list[tuple[Spot, str]], drafts: list[Draft], remarks: Sequence[Remark]
) -> Iterator[Remark]:
    """The pictures that came to no question, and of which nothing is said yet."""
    texts = [text for draft in drafts for text in (draft.stem, draft.back)]
    texts += [part for draft in drafts for option in draft.options for part in option[::2]]
    kept = {one for text in (*texts, *(remark.said for remark in remarks)) for one in marked(text)}
    for where, mark in pictures:
        if not kept.issuperset(marked(mark)):
            yield Remark(where, "a picture belongs to no question, so it was left out")


def _row_lines(cells: list[list[Line]]) -> Iterator[Line]:
    """The lines of a row; a cell with nothing but a label goes to the cell beside it."""
    waiting = ""
    for cell in cells:
        for line in cell:
            if waiting:
                found = labelled(f"{waiting}. x")
                waiting = ""
                if found.label and line.label is None:
                    yield _with_label(line, found.label, found.typed)
                    continue
            whole = line.whole.strip()
            if len(cell) == 1 and _ONLY_LABEL.fullmatch(whole) and len(cells) > 1 and cell is not cells[-1]:
                waiting = whole.strip("()[].: ")
            else:
                yield line


def _with_label(line: Line, label: Label, typed: str) -> Line:
    return replace(line, label=label, typed=typed)
