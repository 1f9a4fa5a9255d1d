"""Brightspace's table for importing questions (D2L): a row a field, `NewQuestion` above each question.

The fields are those of "Import questions into the Question Library" in Brightspace's help. A text is HTML
where the cell behind it says so.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from cpsprep.core.interchange.draft import Draft, Found, Skipped, Spot
from cpsprep.core.interchange.html_text import html_text
from cpsprep.core.interchange.lms.choices import Weighed, answers_of_basic, judged, truth
from cpsprep.core.interchange.tables.columns import Row
from cpsprep.core.interchange.tables.delimited import rows_of
from cpsprep.core.interchange.tidy import tidy
from cpsprep.core.item import Kind

NEW: Final = re.compile(r'^"?NewQuestion"?[ ]*([,;\t])', re.IGNORECASE | re.MULTILINE)
"""How each question begins, and what stands between cells."""
_NOT_HELD: Final[Mapping[str, str]] = {"m": "matching", "o": "ordering", "lik": "Likert scale"}
_WHOLE: Final = 100.0
_NUMBER: Final = re.compile(r"\d{1,6}(?:\.\d{1,12})?")
_WIDEST: Final = 7
"""Cells of a row that can mean something."""
_ESSAY: Final = "the form of an essay; its key became the answer"


@dataclass(slots=True)
class _Written:
    """The rows of one question: its sort, its fields by their names in small letters, and its options."""

    where: Spot
    sort: str
    fields: dict[str, str] = field(default_factory=dict)
    options: list[Weighed] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def read_brightspace(text: str, file: str) -> Found:
    """The questions of such a table; one that does not fit costs no other."""
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    for written in _written(rows_of(text, file, _separator(text))):
        found = _question(written)
        if isinstance(found, Draft):
            general = written.fields.get("feedback", "")
            told = "\n".join(filter(None, (found.explanation, general if general != found.back else "")))
            lost = tuple(dict.fromkeys((*written.lost, *found.lost)))
            drafts.append(replace(found, name=written.fields.get("id", ""), explanation=told, lost=lost))
        else:
            skipped.append(found.of(written.fields.get("title") or written.fields.get("questiontext", "")))
    return Found(drafts, skipped)


def _separator(text: str) -> str:
    found = NEW.search(text)
    return found[1] if found else ","


def _written(rows: Iterable[Row]) -> Iterator[_Written]:
    """The rows, question by question; what stands above the first is no question's, nor are notes."""
    one: _Written | None = None
    for row in rows:
        name, *cells = [*row.cells, *[""] * _WIDEST][:_WIDEST]
        name = name.strip().lower()
        if name == "newquestion":
            if one:
                yield one
            one = _Written(row.where, cells[0].strip().lower())
        elif one:
            _take(one, name, cells)
    if one:
        yield one


def _take(one: _Written, name: str, cells: Sequence[str]) -> None:
    """Put what a row says where it belongs."""
    match name:
        case "option" | "answer":
            form, said = (cells[2], cells[3]) if _is_form(cells[2]) else ("", cells[2])
            (text, lost), (why, gone) = _told(cells[1], form), _told(said, cells[4])
            one.options.append(Weighed(text, _points(cells[0]), why))
            one.lost += [*lost, *gone]
        case "true" | "false":
            why, gone = _told(cells[1], cells[2])
            one.options.append(Weighed(name, _points(cells[0]), why))
            one.lost += gone
        case "image" if cells[0].strip():
            one.lost.append("a picture")
        case "hint" if cells[0].strip():
            one.lost.append("hints")
        case "id" | "title" | "questiontext" | "feedback" | "answerkey":
            one.fields[name], gone = _told(cells[0], cells[1])
            one.lost += gone
        case _:
            pass


def _is_form(cell: str) -> bool:
    """Whether a cell says what the text before it is; some programs leave such cells out."""
    return cell.strip().lower() in {"", "html", "not html", "regexp", "sensitive"}


def _told(text: str, form: str) -> tuple[str, tuple[str, ...]]:
    return html_text(text) if form.strip().lower() == "html" else (tidy(text), ())


def _points(cell: str) -> float:
    """Percent of the points; what is no number earns none."""
    text = cell.strip().removesuffix("%").replace(",", ".")
    return float(text) if _NUMBER.fullmatch(text) else 0.0


def _question(one: _Written) -> Draft | Skipped:
    """The question without what every sort has: its id, its feedback to all, what was lost."""
    stem = one.fields.get("questiontext", "")
    if not stem:
        return Skipped(one.where, "without a stem", "the question has no text")
    match one.sort:
        case "mc" | "ms":
            made = judged(one.options, several=one.sort == "ms")
            return Draft(made.kind, one.where, stem, made.options, doubt=made.doubt, lost=made.lost)
        case "tf":
            right = [option.text == "true" for option in one.options if option.fraction >= _WHOLE]
            whys = {option.text: option.why for option in one.options}
            both = (whys.get("true", ""), whys.get("false", ""))
            return Draft(Kind.TRUEFALSE, one.where, stem, truth(right[0] if len(right) == 1 else None, both))
        case "sa":
            whole = [option.text for option in one.options if option.fraction >= _WHOLE and option.text]
            if not whole:
                return Skipped(one.where, "short answer", "no answer is given that earns all points")
            back, also = answers_of_basic(whole)
            return Draft(Kind.BASIC, one.where, stem, back=back, explanation=also)
        case "wr":
            back = one.fields.get("answerkey", "") or one.fields.get("feedback", "")
            if not back:
                return Skipped(one.where, "essay", "an open question without an answer")
            return Draft(Kind.BASIC, one.where, stem, back=back, lost=(_ESSAY,))
        case sort:
            name = _NOT_HELD.get(sort, sort[:40] or "question without a type")
            return Skipped(one.where, name, "questions of this sort have no form in cpsprep")
