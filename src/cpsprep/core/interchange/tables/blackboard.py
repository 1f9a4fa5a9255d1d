"""Blackboard's file for uploading questions: a line a question, its sort first, tabs between its parts.

The sorts and their parts are those of "Upload Questions" in Blackboard's help for instructors.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from cpsprep.core.interchange.draft import Draft, Found, Option, Skipped, Spot
from cpsprep.core.interchange.html_text import html_text
from cpsprep.core.interchange.lms.choices import answers_of_basic, truth
from cpsprep.core.interchange.tidy import shortened
from cpsprep.core.item import Kind

_NOT_HELD: Final[Mapping[str, str]] = {
    "ORD": "ordering",
    "MAT": "matching",
    "NUM": "numerical",
    "FIL": "file upload",
    "OP": "opinion scale",
    "JUMBLED_SENTENCE": "jumbled sentence",
    "QUIZ_BOWL": "quiz bowl",
}
"""The sorts that have no form in cpsprep, by their marks."""
SORTS: Final = frozenset({"MC", "MA", "TF", "ESS", "SR", "FIB", "FIB_PLUS", *_NOT_HELD})
"""What a line can begin with."""
_JUDGED: Final = {"correct": True, "incorrect": False}
_QUOTED: Final = re.compile(r'"((?:[^"]|"")*)"')
_STATED: Final = {"true": True, "false": False}


def read_blackboard(text: str, file: str) -> Found:
    """The questions of such a file; a line that does not fit costs no other."""
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        found = _Line(Spot(file, number), [_unquoted(cell) for cell in line.split("\t")]).question()
        if isinstance(found, Draft):
            drafts.append(found)
        else:
            skipped.append(found)
    return Found(drafts, skipped)


def _unquoted(cell: str) -> str:
    """A part without the quotes that a spreadsheet puts around it; quotes of the text itself stay."""
    found = _QUOTED.fullmatch(cell.strip())
    return found[1].replace('""', '"') if found else cell


class _Line:
    """One line; what is lost of its texts is collected on the way."""

    __slots__ = ("_lost", "_parts", "_sort", "_stem", "_where")

    def __init__(self, where: Spot, cells: Sequence[str]) -> None:
        self._where = where
        self._lost: list[str] = []
        self._sort = cells[0].strip().upper()
        parts = [self._plain(cell) for cell in cells[1:]]
        while parts and not parts[-1]:
            parts.pop()
        self._stem, *self._parts = parts or [""]

    def question(self) -> Draft | Skipped:
        """The question, or why it is none."""
        if not self._stem:
            return self._skipped("without a stem", "the question has no text")
        match self._sort:
            case "MC" | "MA":
                return self._choice()
            case "TF":
                said = "".join(self._parts).lower()
                doubt = "" if said in _STATED or not said else f"'{said[:20]}' is neither true nor false"
                return self._made(Kind.TRUEFALSE, truth(_STATED.get(said)), doubt=doubt)
            case "FIB" if any(self._parts):
                back, also = answers_of_basic(self._parts)
                return self._made(Kind.BASIC, back=back, explanation=also)
            case "FIB_PLUS":
                return self._gaps()
            case "ESS" | "SR" if any(self._parts):
                self._lost.append("the form of an essay; its sample became the answer")
                return self._made(Kind.BASIC, back="\n".join(filter(None, self._parts)))
            case "ESS" | "SR" | "FIB":
                return self._skipped("essay", "an open question without an answer")
            case sort if sort in _NOT_HELD:
                return self._skipped(_NOT_HELD[sort], "questions of this sort have no form in cpsprep")
            case sort:
                return self._skipped(
                    "unknown sort",
                    f"its line begins with '{shortened(sort, 20)}', which is no sort",
                )

    def _choice(self) -> Draft:
        """The options with what stands behind each; where one says neither word, nothing is guessed."""
        texts, words = self._parts[::2], [word.lower() for word in self._parts[1::2]]
        words += [""] * (len(texts) - len(words))
        strange = next((word for word in words if word not in _JUDGED), None)
        right = words.count("correct")
        doubt = ""
        if strange is not None:
            doubt = f"behind an option stands '{shortened(strange, 20)}', not correct or incorrect"
        elif self._sort == "MC" and right > 1:
            doubt = f"{right} options are correct, and one is to be chosen"
        options = tuple(
            Option(text, not doubt and _JUDGED[word]) for text, word in zip(texts, words, strict=True)
        )
        return self._made(Kind.SINGLE if self._sort == "MC" else Kind.MULTIPLE, options, doubt=doubt)

    def _gaps(self) -> Draft | Skipped:
        """A text with names in square brackets, then each name with its answers, an empty part between."""
        text, also = self._stem, ""
        runs = [list(run) for filled, run in groupby(self._parts, bool) if filled]
        for number, (name, *answers) in enumerate(runs, 1):
            if not answers or f"[{name}]" not in text:
                said = f"no answer, or no place, is given for the blank [{shortened(name, 30)}]"
                return self._skipped("blanks", said)
            back, others = answers_of_basic(answers)
            text = text.replace(f"[{name}]", f"{{{{c{number}::{back}}}}}")
            also = " ".join(filter(None, [also, others]))
        if not runs:
            return self._skipped("blanks", "it has no blank")
        return self._made(Kind.CLOZE, stem=text, explanation=also)

    def _plain(self, cell: str) -> str:
        text, lost = html_text(cell)
        self._lost += lost
        return text

    def _made(
        self,
        kind: Kind,
        options: tuple[Option, ...] = (),
        *,
        stem: str = "",
        back: str = "",
        doubt: str = "",
        explanation: str = "",
    ) -> Draft:
        lost = tuple(dict.fromkeys(self._lost))
        return Draft(
            kind,
            self._where,
            stem or self._stem,
            options,
            back=back,
            doubt=doubt,
            explanation=explanation,
            lost=lost,
        )

    def _skipped(self, what: str, why: str) -> Skipped:
        return Skipped(self._where, what, why).of(self._stem)
