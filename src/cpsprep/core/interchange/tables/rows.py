"""Rows of a table as questions."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Final

from cpsprep.core.interchange.draft import Draft, Found, HostileError, Option, Remark, Skipped
from cpsprep.core.interchange.html_text import html_text
from cpsprep.core.interchange.lms.choices import answers_of_basic, truth
from cpsprep.core.interchange.tables.column_names import LISTS, WORDS
from cpsprep.core.interchange.tables.columns import (
    Columns,
    Row,
    columns_of,
    header_of,
    likely_header,
    mapped_below,
)
from cpsprep.core.interchange.tables.key_words import counts_from_zero
from cpsprep.core.interchange.tables.option_lists import listed_options
from cpsprep.core.interchange.tables.own_columns import in_order, named_media, updates_in
from cpsprep.core.interchange.tables.people import told_people
from cpsprep.core.interchange.tables.row_keys import (
    against_rivals,
    right_in_row,
    truth_in_row,
    unless_told_otherwise,
)
from cpsprep.core.interchange.tables.unnamed import completed
from cpsprep.core.interchange.tables.unread_options import is_key_of_unread, is_one_option
from cpsprep.core.interchange.tidy import bare, shortened
from cpsprep.core.item import LETTERS, TRUTH, Kind

_KINDS: Final[Mapping[str, Kind]] = {
    **{kind.value: kind for kind in Kind},
    **dict.fromkeys(("mc", "mcq", "multichoice", "multiple choice", "single choice", "quiz"), Kind.SINGLE),
    **dict.fromkeys(("ma", "multiple answer", "multiple response", "multi select"), Kind.MULTIPLE),
    **dict.fromkeys(("tf", "t f", "true false", "true or false", "boolean", "bool"), Kind.TRUEFALSE),
    **dict.fromkeys(("flashcard", "card", "short answer", "short answers", "qa"), Kind.BASIC),
    **dict.fromkeys(
        ("fill in the blank", "fill in the blanks", "fill in blank", "fill in blanks"), Kind.BASIC
    ),
}
_NO_FORM: Final = re.compile(
    r"match|order|sequenc|rank|sort|drag|hot ?spot|essay|numer|calculat|file|upload|group|poll|survey|likert"
)
"""Words of kinds that have no form in cpsprep, whatever stands in the row."""
_MARK: Final = re.compile(r"^\s*(?:\*+|[\u2713\u2714\u2611\u2612]|\[[xX]\])\s*|\s*\*\s*$")
_MOST_ROWS: Final = 30_000
_PAIR: Final = 2
_ONE_OPTION: Final = (
    "it has one option, and a question needs all of them in one row: in columns A, B, C, or with | between"
)
UNREAD: Final = "options in unknown columns"
"""What a question is whose key names what was not read."""
_IDS: Final = frozenset({"id", "item id", "question id", "guid"})
_EXPLAINED: Final = re.compile(r"\((?:required|optional)\)\s*$", re.IGNORECASE)
"""How a template explains its columns in the row below their names."""
_ACCEPTED: Final = re.compile(r"fill in (?:the )?blanks?|short answers?")
"""Words of kinds whose options are all accepted answers, unless a key tells them apart."""
_PARTED: Final = re.compile(r"\s*[;|]\s*")
_ENDINGS: Final = re.compile(r"[;|\n]")


class Untitled(Enum):
    """What a table without a known header is: cards, cards where it has two columns, or nothing of ours."""

    CARDS = "cards"
    PAIRS = "pairs"
    NOTHING = "nothing"


def read_table(
    rows: Sequence[Row], given: Mapping[str, str] | None = None, untitled: Untitled = Untitled.PAIRS
) -> Found:
    """The questions of a table.

    Args:
        rows: all of them, blank ones too.
        given: which column is which, as somebody said it; else the header tells.
        untitled: what it is where nobody tells; two columns of a workbook may be a list of people.

    Raises:
        UnknownColumnError: `given` does not fit.
        HostileError: it has more rows than any bank has questions.
    """
    rows = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if not rows:
        return Found()
    if len(rows) > _MOST_ROWS:
        raise HostileError(f"it has {len(rows):,} rows; {_MOST_ROWS:,} at most are brought in at once")
    if given:
        place, found = mapped_below(rows, given)
        by_name = not all(name.isdigit() for name in given.values())
        first = place + 1 if by_name or _is_header(rows[place]) else place
        return _found(rows[first:], found, rows[:place], rows[place].cells if by_name else ())
    if header := header_of(rows):
        place, columns = header
        return _found(rows[place + 1 :], columns, rows[:place], rows[place].cells)
    pairs = untitled is Untitled.PAIRS and max(_filled(row) for row in rows) == _PAIR
    if pairs and (said := told_people(rows)):
        return Found(remarks=[Remark(rows[0].where, said)])
    if pairs or untitled is Untitled.CARDS:
        return _found(rows, Columns({"stem": 0, "answer": 1}))
    top = likely_header(rows)
    names = ", ".join(f"'{shortened(cell, 30)}'" for cell in top.cells[:8] if cell.strip())
    said = (
        f"no column is known as the question; this row has {names}. Say which is which, with the names "
        'that stand there: --map "stem=Item text,a=First,b=Second,answer=Right"'
    )
    return Found(remarks=[Remark(top.where, said)])


def _filled(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def _is_header(row: Row) -> bool:
    """Whether its cells are names; in a row of a question a key such as A looks like one too."""
    known = columns_of(row.cells).places
    return len(known) > 1 and ("stem" in known or len(known) * 2 > _filled(row))


def _found(
    rows: Iterable[Row], columns: Columns, above: Sequence[Row] = (), header: Sequence[str] = ()
) -> Found:
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    remarks = [Remark(row.where, f"above the header: {shortened(' '.join(row.cells))}") for row in above]
    rows = list(rows)
    columns, told = completed(columns, header, above[-1].cells if above else (), rows)
    remarks += told
    if rows and _EXPLAINED.search(columns.value(rows[0], "stem")):
        remarks.append(Remark(rows[0].where, "not a question, but a row that explains the columns"))
        rows = rows[1:]
    from_zero = counts_from_zero(
        (columns.value(row, "answer"), [columns.value(row, one) for one in columns.options]) for row in rows
    )
    if from_zero:
        remarks.append(Remark(rows[0].where, "the keys count from 0 here, so 0 was read as the first option"))
    for row in rows:
        found = _question(row, columns, from_zero=from_zero)
        if isinstance(found, Draft):
            drafts.append(found)
        else:
            skipped.append(found)
    if columns.passed and rows:
        said = f"columns that were not read: {', '.join(shortened(one, 30) for one in columns.passed)}"
        remarks.append(Remark(rows[0].where, said))
    return Found(drafts, skipped, [*remarks, *_same_ids(drafts, columns)])


def _same_ids(drafts: Sequence[Draft], columns: Columns) -> Iterator[Remark]:
    """A line about each row that has the id of one above it; numbers and names may well come twice."""
    if bare(columns.heads.get("id", "")) not in _IDS:
        return
    seen: dict[str, Draft] = {}
    for draft in drafts:
        first = seen.setdefault(draft.name, draft)
        if draft.name and first is not draft:
            said = (
                f"the id {shortened(draft.name, 30)} stands at {first.where} too; each is read as a question"
            )
            yield Remark(draft.where, f"{said}, so if one is a copy, take it out")


def _question(row: Row, columns: Columns, *, from_zero: bool = False) -> Draft | Skipped:
    stem = columns.value(row, "stem")
    stem, lost = (stem, ()) if columns.is_own else html_text(stem)
    word = bare(columns.value(row, "kind"))
    kind = _KINDS.get(word)
    cells = _options(row, columns)
    lone = columns.value(row, "options")
    if not cells and kind is not Kind.BASIC and is_one_option(lone):
        return Skipped(row.where, UNREAD, f"{_ONE_OPTION}: {shortened(f'{stem} {lone}'.strip(), 40)}")
    if not stem:
        told = shortened(" ".join(cell for cell in row.cells if cell.strip()))
        return Skipped(row.where, "without a stem", f"the column of the question is empty: {told}")
    letters = in_order(list(cells), columns.value(row, "order"))
    marked = {letter for letter in letters if _MARK.search(cells[letter]) and not columns.is_own}
    texts = [_MARK.sub("", cells[letter]) if marked else cells[letter] for letter in letters]
    signs = [place for place, letter in enumerate(letters) if letter in marked]
    answer = columns.value(row, "answer")
    if columns.apart and answer and letters and bare(answer) not in map(bare, texts):
        letters, texts = [*letters, next(one for one in LETTERS if one not in letters)], [*texts, answer]
        signs = []
    if word and kind is None and (_NO_FORM.search(word) or len(letters) < len(TRUTH)):
        return Skipped(row.where, word[:40], "questions of this sort have no form in cpsprep")
    if not columns.value(row, "vignette"):  # of what story they are, nobody knows
        stem = "\n\n".join([*updates_in(columns.value(row, "updates")), stem])
    rest = _Rest(row, columns, lost)
    if kind is Kind.CLOZE:
        return rest.draft(Kind.CLOZE, stem)
    if _is_statement(kind, texts, answer):
        right, doubt = truth_in_row(answer, texts, letters, columns, signs, zero=from_zero)
        right, doubt = unless_told_otherwise(right, doubt, columns, row.cells)
        both = (rest.value("why_true"), rest.value("why_false"))
        return rest.draft(Kind.TRUEFALSE, stem, truth(right, both), doubt=doubt)
    if not letters and kind is None and is_key_of_unread(answer, row, columns):
        said = 'its options stand in columns that are not known; say which: --map "a=First,b=Second"'
        return Skipped(row.where, UNREAD, f"{said}: {shortened(stem, 40)}")
    if not letters:
        return rest.draft(Kind.BASIC, stem, back=answer)
    if not answer and not signs and _ACCEPTED.fullmatch(word):
        back, others = answers_of_basic(texts)
        return rest.draft(Kind.BASIC, stem, back=back, also=others)
    places, doubt = right_in_row(answer, texts, letters, columns, signs, zero=from_zero)
    doubt = doubt or against_rivals(places, texts, letters, columns, row.cells)
    places = () if doubt else places
    whys, ids = rest.whys(letters), "".join(letters)
    options = tuple(
        Option(text, place in places, why) for place, (text, why) in enumerate(zip(texts, whys, strict=True))
    )
    several = kind is Kind.MULTIPLE or len(places) > 1
    return rest.draft(Kind.MULTIPLE if several else Kind.SINGLE, stem, options, doubt=doubt, letters=ids)


def _options(row: Row, columns: Columns) -> dict[str, str]:
    """The full cells of options by their letters, or those that one cell holds."""
    cells = {letter: cell for letter in columns.options if (cell := columns.value(row, letter))}
    lone = columns.value(row, "options")
    listed = [lone] if columns.apart and is_one_option(lone) else []
    return cells or dict(zip(LETTERS, listed_options(lone) or listed, strict=False))


def _is_statement(kind: Kind | None, texts: Sequence[str], answer: str) -> bool:
    """Whether it is a statement that is true or not, though no column says so."""
    if kind is not None:
        return kind is Kind.TRUEFALSE
    if texts:
        return sorted(map(bare, texts)) == sorted(TRUTH)
    return bare(answer) in {"true", "false", "t", "f"}


class _Rest:
    """What a row says besides the question itself."""

    __slots__ = ("_columns", "_lost", "_row")

    def __init__(self, row: Row, columns: Columns, lost: tuple[str, ...]) -> None:
        self._row, self._columns, self._lost = row, columns, lost

    def value(self, field: str) -> str:
        return self._columns.value(self._row, field)

    def many(self, field: str) -> tuple[str, ...]:
        text = self.value(field)
        has_ends = self._columns.is_own or _ENDINGS.search(text)
        parts = _PARTED.split(text) if has_ends else text.split(",")
        return tuple(part.strip() for part in parts if part.strip())

    def whys(self, letters: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.value(f"why_{letter}") for letter in letters)

    def draft(
        self,
        kind: Kind,
        stem: str,
        options: tuple[Option, ...] = (),
        *,
        back: str = "",
        also: str = "",
        doubt: str = "",
        letters: str = "",
    ) -> Draft:
        wrong = {
            letter: told for letter in (*LETTERS, *TRUTH) if (told := self.value(f"misconception_{letter}"))
        }
        more: dict[str, object] = {name: told for name in WORDS if (told := self.value(name))}
        more |= {name: list(listed) for name in LISTS if (listed := self.many(name))}
        media, unknown = named_media(self.value("media"))
        more |= {"media": media} if media else {}
        lost = (*self._lost, unknown) if unknown else self._lost
        return Draft(
            kind,
            self._row.where,
            stem,
            options,
            back=back,
            doubt=doubt,
            name=self.value("id"),
            story=self.value("vignette"),
            scene=self.value("scenario") if self.value("vignette") else "",
            updates=updates_in(self.value("updates")) if self.value("vignette") else (),
            letters=letters,
            explanation="\n".join(filter(None, [also, self.value("explanation")])),
            topic=self.value("topic"),
            tags=self.many("tags"),
            more={**more, "misconception": wrong} if wrong else more,
            lost=lost,
            is_exact=self._columns.is_own,
        )
