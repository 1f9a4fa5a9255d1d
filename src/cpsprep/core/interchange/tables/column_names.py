"""What the names that people give to the columns of a table mean."""

import re
from collections.abc import Mapping
from typing import Final

from cpsprep.core.interchange.tidy import bare
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
        *("option", "choice", "answer option", "answer choice", "alternative"),
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
WRONG_WORDS: Final = ("distractor", "wrong", "incorrect", "wrong answer", "incorrect answer", "wrong option")
"""How columns of wrong options are named where the right one has a column of its own."""
WRONG_LISTS: Final = frozenset({"incorrect answers", "wrong answers", "distractors"})
_OPTION_WORDS: Final = (
    *("option", "choice", "answer", "response", "alternative", "ans", "opt", "opcion", "opci\u00f3n"),
    *WRONG_WORDS,
)
_HUMP: Final = re.compile(r"(?<=[a-z\u00f3])(?=[A-Z0-9])")
_GLUED: Final = re.compile(r"(option|choice|opcion)([a-h])")
NUMBERED_KEY: Final = re.compile(r"((?:correct|right)(?: [a-z]+)?) [1-8]")
_LIKE_KEY: Final = re.compile(
    r"\b(?:keys?|correct|right)\b|\b(?:second|other|also|alternative|additional|further)\b.*\b(?:answers?|accepted)\b"
)
_NO_KEY: Final = re.compile(
    r"\b(?:why|rationale|feedback|reason|explanation|comment|message|words?|points|score)\b"
)
_AHEAD: Final = re.compile(r"^\s*\d{1,2}[.)]\s+(?=[^\W\d])")
"""A number before a name, as in `3. Question:`."""
_WHY_WORDS: Final = ("why", "rationale", "feedback", "reason", "explanation", "comment", "misconception")


def field_of(name: str) -> str:
    """The field that a column of this name means, "" for none."""
    exact = name.strip().lower().replace(" ", "_")
    if exact in COLUMNS:
        return exact
    words = words_of(name)
    for field, names in _NAMES.items():
        if words in names:
            return field
    if (numbered := NUMBERED_KEY.fullmatch(words)) and numbered[1] in _NAMES["answer"]:
        return "answer"
    if glued := _GLUED.fullmatch(words):
        return glued[2]
    wrong = words.rpartition(" ")
    if wrong[0] in WRONG_WORDS and (letter := _letter(wrong[2])):
        return letter
    first, _, last = words.partition(" ")
    for one, other in ((first, last), (last, first)):
        if one in _OPTION_WORDS and (letter := _letter(other)):
            return letter
        if one in _WHY_WORDS and (letter := _letter(other)):
            return f"{'misconception' if one == 'misconception' else 'why'}_{letter}"
    return ""


def is_like_key(words: str) -> bool:
    """Whether a name that means no field may still be that of a key, such as `key 2` or `also correct`."""
    return bool(_LIKE_KEY.search(words)) and not _NO_KEY.search(words)


def words_of(name: str) -> str:
    """A name without what is said behind a dash or in brackets."""
    parted = _HUMP.sub(" ", re.split(r"\s[-\u2013(]|\(", _AHEAD.sub("", name.strip()), maxsplit=1)[0])
    return bare(parted).replace("_", " ")


def rank_of(name: str) -> int:
    """How far down a name stands among those of its field."""
    words = words_of(name)
    return next((names.index(words) for names in _NAMES.values() if words in names), 0)


def _letter(word: str) -> str:
    if word in LETTERS and len(word) == 1:
        return word
    return LETTERS[int(word) - 1] if re.fullmatch(r"[1-8]", word) else ""
