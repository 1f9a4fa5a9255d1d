"""Which column of a table means what: by the names that people give them, or as they say with --map."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import field as made
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Spot
from cpsprep.core.interchange.tidy import bare, exact, tidy
from cpsprep.core.item import LETTERS, TRUTH

WORDS: Final = ("level", "domain", "status", "content_note", "review_by", "decision", "shuffle")
"""Fields of a question that hold a word or a sentence and go along as they are."""
LISTS: Final = ("claims", "facts", "source")
COLUMNS: Final = (
    *("id", "kind", "stem", *LETTERS, "answer"),
    *(f"why_{letter}" for letter in (*LETTERS, *TRUTH)),
    *(f"misconception_{letter}" for letter in (*LETTERS, *TRUTH)),
    *("explanation", "topic", "tags", *WORDS, *LISTS, "scenario", "vignette", "updates", "media", "deck"),
    "order",
)
"""The columns of our own tables: of basic the stem is the front and the answer the back, of cloze the stem is
the text; several answers, tags and the like are parted by semicolons."""
TEMPLATE: Final = ("id", "kind", "stem", "a", "b", "c", "d", "answer", "explanation", "topic", "tags")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")
_DEEPEST_HEADER: Final = 20
_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "stem": (
        *("question", "stem", "question text", "questiontext", "prompt", "front", "item", "text", "term"),
        *("questions", "pregunta", "preguntas", "enunciado"),
    ),
    "answer": (
        *("answer", "answers", "correct", "correct answer", "correct answers", "correct answer s", "key"),
        *("correct option", "correct options", "right answer", "right", "solution", "back", "definition"),
        *("correct choice", "correct answer index", "answer index", "correct index", "correct ans", "ans"),
        *("respuesta", "respuesta correcta", "correcta", "opcion correcta", "opci\u00f3n correcta"),
    ),
    "options": (
        *("options", "choices", "answer options", "answer choices", "alternatives", "opciones"),
        *("question answers", "incorrect answers", "wrong answers", "distractors"),
    ),
    "explanation": (
        *(
            "explanation",
            "rationale",
            "feedback",
            "general feedback",
            "answer explanation",
            "comment",
            "comments",
            "reason",
            "why",
        ),
        *("justification", "explicacion", "explicaci\u00f3n"),
    ),
    "topic": ("topic", "category", "subject", "section", "chapter", "module", "unit", "competency"),
    "tags": ("tags", "tag", "labels", "keywords"),
    "kind": ("kind", "type", "question type", "questiontype"),
    "id": ("id", "item id", "question id", "number", "no", "nr", "name", "question name", "guid"),
}
_WRONG_WORDS: Final = ("distractor", "wrong", "incorrect", "wrong answer", "incorrect answer", "wrong option")
"""How columns of wrong options are named where the right one has a column of its own."""
_WRONG_LISTS: Final = frozenset({"incorrect answers", "wrong answers", "distractors"})
_OPTION_WORDS: Final = (
    *("option", "choice", "answer", "response", "alternative", "ans", "opt", "opcion", "opci\u00f3n"),
    *_WRONG_WORDS,
)
_HUMP: Final = re.compile(r"(?<=[a-z\u00f3])(?=[A-Z0-9])")
_GLUED: Final = re.compile(r"(option|choice|opcion)([a-h])")
_NUMBERED_KEY: Final = re.compile(r"((?:correct|right)(?: [a-z]+)?) [1-8]")
_LIST: Final = "answers"
"""A name that means the options where another column has the key."""
_WHY_WORDS: Final = ("why", "rationale", "feedback", "reason", "explanation", "comment", "misconception")


class Row(NamedTuple):
    """One row of a table and where it stands."""

    where: Spot
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column, from 0, holds which field.

    Args:
        places: by field.
        passed: the names of the columns that mean nothing to us.
        apart: whether the options are the wrong ones alone, and the right one is the answer.
        heads: how the column of each field is called, for keys that name it so.
        is_own: whether the table is one that cpsprep wrote, whose texts are those of a bank.
        keys: all columns of the answer where several are called so, each with one right option.
    """

    places: Mapping[str, int]
    passed: tuple[str, ...] = ()
    apart: bool = False
    heads: Mapping[str, str] = made(default_factory=dict)
    is_own: bool = False
    keys: tuple[int, ...] = ()

    def value(self, row: Row, field: str) -> str:
        """The text of a field in this row, "" where there is none.

        An apostrophe that keeps a spreadsheet from reading a formula is no part of it.
        """
        if field == "answer" and self.keys:
            said = [tidy(row.cells[place]) for place in self.keys if place < len(row.cells)]
            return "; ".join(filter(None, said))
        place = self.places.get(field)
        text = row.cells[place] if place is not None and place < len(row.cells) else ""
        return (exact if self.is_own else tidy)(text[1:] if _GUARDED.match(text) else text)

    @property
    def options(self) -> tuple[str, ...]:
        """The letters that have a column."""
        return tuple(letter for letter in LETTERS if letter in self.places)


class UnknownColumnError(Exception):
    """--map names a column that the table does not have, or a field that there is not."""


def field_of(name: str) -> str:
    """The field that a column of this name means, "" for none."""
    exact = name.strip().lower().replace(" ", "_")
    if exact in COLUMNS:
        return exact
    words = _words(name)
    for field, names in _NAMES.items():
        if words in names:
            return field
    if (numbered := _NUMBERED_KEY.fullmatch(words)) and numbered[1] in _NAMES["answer"]:
        return "answer"
    if glued := _GLUED.fullmatch(words):
        return glued[2]
    wrong = words.rpartition(" ")
    if wrong[0] in _WRONG_WORDS and (letter := _letter(wrong[2])):
        return letter
    first, _, last = words.partition(" ")
    for one, other in ((first, last), (last, first)):
        if one in _OPTION_WORDS and (letter := _letter(other)):
            return letter
        if one in _WHY_WORDS and (letter := _letter(other)):
            return f"{'misconception' if one == 'misconception' else 'why'}_{letter}"
    return ""


def columns_of(cells: Sequence[str]) -> Columns:
    """The columns under such a header; of two that mean the same the one with the plainer name counts."""
    named = [(field_of(name), _rank(name), place) for place, name in enumerate(cells)]
    if [field for field, _, _ in named].count("answer") > 1:
        named = [("options" if _words(cells[at]) == _LIST else one, rank, at) for one, rank, at in named]
    places: dict[str, int] = {}
    for field, _, place in sorted(named, key=lambda one: (one[1], one[2])):
        if field:
            places.setdefault(field, place)
    keys = _keys(cells, places)
    kept = {*places.values(), *keys}
    passed = [tidy(name) for place, name in enumerate(cells) if name.strip() and place not in kept]
    options = [_words(cells[places[one]]) for one in (*LETTERS, "options") if one in places]
    wrong = [one in _WRONG_LISTS or one.rpartition(" ")[0] in _WRONG_WORDS for one in options]
    apart = "answer" in places and bool(wrong) and all(wrong)
    names = [name.strip() for name in cells if name.strip()]
    is_own = tuple(names[:2]) == COLUMNS[:2] and "deck" in names and set(names).issubset(COLUMNS)
    return Columns(places, tuple(passed), apart, _heads(cells, places), is_own, keys)


def _keys(cells: Sequence[str], places: Mapping[str, int]) -> tuple[int, ...]:
    """The columns called as that of the answer, numbers aside; none where it is the only one."""
    if "answer" not in places:
        return ()
    name = _NUMBERED_KEY.sub(r"\1", _words(cells[places["answer"]]))
    keys = tuple(at for at, one in enumerate(cells) if _NUMBERED_KEY.sub(r"\1", _words(one)) == name)
    return keys if len(keys) > 1 else ()


def header_of(rows: Sequence[Row]) -> tuple[int, Columns] | None:
    """Where among the first rows the header is, and what it says; None where no row looks like one."""
    for place, row in enumerate(rows[:_DEEPEST_HEADER]):
        found = columns_of(row.cells)
        has_answers = len(found.options) > 1 or found.places.keys() & {"answer", "options"}
        if "stem" in found.places and (has_answers or found.is_own):
            return place, found
    return None


def mapped_below(rows: Sequence[Row], given: Mapping[str, str]) -> tuple[int, Columns]:
    """Where the header is that has the columns as they were said, below what stands above it; see `mapped`.

    Raises:
        UnknownColumnError: no row among the first has them.
    """
    first = rows[:_DEEPEST_HEADER]
    if all(name.isdigit() for name in given.values()):
        place = next((at for at, row in enumerate(first) if _width(row) > 1), 0)
        widest = max(len(row.cells) for row in rows)
        return place, mapped([*rows[place].cells, *[""] * (widest - len(rows[place].cells))], given)
    for place, row in enumerate(first):
        with suppress(UnknownColumnError):
            return place, mapped(row.cells, given)
    return 0, mapped(max(first, key=_width).cells, given)


def _width(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def mapped(header: Sequence[str], given: Mapping[str, str]) -> Columns:
    """The columns as they were said: by name, or by number from 1.

    Where there are names, those that were not said mean what they mean elsewhere.

    Raises:
        UnknownColumnError: there is no such column or field.
    """
    names = {bare(name): place for place, name in reversed(list(enumerate(header)))}
    places = {}
    for field, name in given.items():
        known = field if field in COLUMNS else field_of(field)
        if not known:
            raise UnknownColumnError(f"'{field}' is no field; there are {', '.join(TEMPLATE)} and others")
        if bare(name) in names:
            places[known] = names[bare(name)]
        elif name.isascii() and name.isdigit() and 0 < int(name) <= max(len(header), 1):
            places[known] = int(name) - 1
        else:
            listed = ", ".join(f"'{tidy(one)}'" for one in header[:12] if one.strip())
            raise UnknownColumnError(f"there is no column '{name}'; there are {listed or 'none with a name'}")
    named = Columns({}) if all(name.isdigit() for name in given.values()) else columns_of(header)
    rest = {one: at for one, at in named.places.items() if one not in places and at not in places.values()}
    kept = {*places.values(), *rest.values()}
    passed = [tidy(name) for at, name in enumerate(header) if name.strip() and at not in kept]
    both = {**rest, **places}
    heads = _heads(header, both) if named.places else {}
    return Columns(both, tuple(passed) if named.places else (), named.apart, heads)


def _heads(header: Sequence[str], places: Mapping[str, int]) -> Mapping[str, str]:
    return {field: header[at] for field, at in places.items() if at < len(header)}


def _words(name: str) -> str:
    """A name without what is said behind a dash or in brackets."""
    parted = _HUMP.sub(" ", re.split(r"\s[-\u2013(]|\(", name.strip(), maxsplit=1)[0])
    return bare(parted).replace("_", " ")


def _rank(name: str) -> int:
    """How far down a name stands among those of its field."""
    words = _words(name)
    return next((names.index(words) for names in _NAMES.values() if words in names), 0)


def _letter(word: str) -> str:
    if word in LETTERS and len(word) == 1:
        return word
    return LETTERS[int(word) - 1] if re.fullmatch(r"[1-8]", word) else ""
