"""Tables as texts: commas, semicolons, tabs, or whatever somebody chose; and a template of our own."""

import csv
from collections.abc import Iterator, Mapping
from typing import Final

from cpsprep.core.interchange.draft import Found, HostileError, Skipped, Spot
from cpsprep.core.interchange.tables.column_names import TEMPLATE
from cpsprep.core.interchange.tables.columns import Row
from cpsprep.core.interchange.tables.rows import Untitled, read_table

_SEPARATORS: Final = ("\t", ",", ";", "|")
_TRIED: Final = 30
_SAMPLE: Final = 10_000
_LONELY: Final = "there is nothing to learn on its other side"
_EXAMPLES: Final = (
    (
        "",
        "",
        "Which response shows listening?",
        "Advice.",
        "Saying back what was heard.",
        "A joke.",
        "",
        "b",
        "",
        "",
        "",
    ),
    ("", "", "Peer support is voluntary.", "", "", "", "", "true", "Nobody is made to take part.", "", ""),
    ("", "", "What does the O in OARS stand for?", "", "", "", "", "Open questions", "", "skills", ""),
)


def read_delimited(
    text: str, file: str, separator: str = "", given: Mapping[str, str] | None = None
) -> Found:
    """The questions of a comma- or tab-separated text; the separator is found out unless it is given.

    Raises:
        UnknownColumnError: `given` does not fit.
        HostileError: a cell is far too long.
    """
    separator = separator or separator_of(text)
    return read_table(list(rows_of(text, file, separator)), given)


def read_cards(
    text: str, file: str, between: str, after: str, given: Mapping[str, str] | None = None
) -> Found:
    """Flashcards as Quizlet exports them: what stands between front and back, and after each card.

    Raises:
        UnknownColumnError: `given` does not fit.
    """
    rows: list[Row] = []
    line = 1
    for card in text.split(after):
        lead = len(card) - len(card.lstrip())
        if card.strip():
            where = Spot(file, line + card[:lead].count("\n"))
            rows.append(Row(where, card.strip("\n").split(between, 1)))
        line += card.count("\n") + after.count("\n")
    whole = [row for row in rows if len(row.cells) > 1 and row.cells[1].strip()]
    lonely = [Skipped(row.where, "without a back", _LONELY) for row in rows if row not in whole]
    found = read_table(whole, given, Untitled.CARDS)
    return Found(found.drafts, [*found.skipped, *lonely], found.remarks)


def separator_of(text: str) -> str:
    """The sign that parts the first lines into the same number of cells, the more the better."""
    best = (0.0, 0, ",")
    for place, sign in enumerate(_SEPARATORS):
        counts = [len(row) for row in cells_of(text, sign) if row]
        usual = max(set(counts), key=lambda count: (counts.count(count), count), default=0)
        if usual > 1:
            best = max(best, (counts.count(usual) / len(counts), usual * 10 - place, sign))
    return best[2]


def cells_of(text: str, sign: str) -> list[list[str]]:
    """The cells of the first lines; none where a quote is never closed."""
    lines = text.lstrip("\n").split("\n", _TRIED)[:_TRIED]
    try:
        return list(csv.reader((f"{line[:_SAMPLE]}\n" for line in lines), delimiter=sign))
    except csv.Error:
        return []


def rows_of(text: str, file: str, separator: str) -> Iterator[Row]:
    if len(separator) > 1:
        for number, line in enumerate(text.split("\n"), 1):
            yield Row(Spot(file, number), line.split(separator))
        return
    reader = csv.reader((f"{line}\n" for line in text.split("\n")), delimiter=separator)
    start = 1
    try:
        for cells in reader:
            yield Row(Spot(file, start), cells)
            start = reader.line_num + 1
    except csv.Error as error:
        raise HostileError(f"a cell near line {start} cannot be read: {error}") from None


def template() -> str:
    """A table to fill in, with an example of each kind that a table holds easily."""
    return "".join(f"{','.join(map(_quoted, row))}\r\n" for row in (TEMPLATE, *_EXAMPLES))


def _quoted(cell: str) -> str:
    return f'"{cell}"' if "," in cell else cell
