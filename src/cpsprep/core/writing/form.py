"""A question as a form, filled in in any order; the plain interview goes on with it, and it with that."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import LETTERS, TRUTH, Kind
from cpsprep.core.writing.interview import Said, kind_of, lacking, marked, text_of
from cpsprep.core.writing.parts import ASK, ASKED
from cpsprep.core.writing.scalar import writable

_OPTION: Final = ("option.", "why.", "misconception.")
_ORDER: Final = (ASK, "option", "answer", "back", "why", "misconception", "explanation")
_GAP: Final = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in the fields, and what another kind would show: a change of mind loses nothing.

    Args:
        kind: of the question.
        texts: by part, as in `Said`, the one that asks under `ASK`.
        right: letters of options, and of a statement `true` or `false`.
    """

    kind: Kind = Kind.SINGLE
    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    right: frozenset[str] = frozenset()

    def text(self, part: str) -> str:
        """What stands in this field."""
        return self.texts.get(part, "")

    def having(self, part: str, text: str) -> "Form":
        """With this in that field."""
        return replace(self, texts={**self.texts, part: text})

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be lost with it."""
        return not self.right and not any(tidied(text) for text in self.texts.values())

    @property
    def marks(self) -> tuple[str, ...]:
        """What can be right: the options' letters, or true and false."""
        return TRUTH if self.kind is Kind.TRUEFALSE else tuple(LETTERS)


def form_of(said: Said) -> Form:
    """The form with what was said."""
    kind = kind_of(said) or Kind.SINGLE
    asked = "\n".join(text for part, text in said if part in ASKED.values() and text)
    parts = dict.fromkeys(part for part, _ in said if part not in {"kind", "answer", *ASKED.values()})
    texts = {part: text for part in parts if (text := text_of(said, part))}
    right = frozenset({*marked(said, LETTERS), *marked(said, TRUTH)})
    return Form(kind, {ASK: asked, **texts} if asked else texts, right)


def lacks_of(form: Form, header: BankHeader, *, has_domain: bool) -> tuple[str, ...]:
    """The parts without which it cannot be saved, and in which nothing stands."""
    lacks = lacking(said_of(form), header, has_domain=has_domain)
    return tuple(ASK if part in ASKED.values() else part for part in lacks)


def said_of(form: Form) -> Said:
    """What to keep of a form: its kind, then its texts line by line, in the order of the interview."""
    return tuple(_said(form))


def _said(form: Form) -> Iterator[tuple[str, str]]:
    yield "kind", form.kind.value
    parts = dict.fromkeys((*form.texts, "answer"))
    for part in sorted(parts, key=_place):
        if part == "answer":
            yield from (("answer", ", ".join(sorted(form.right))) for _ in range(bool(form.right)))
        else:
            name = ASKED[form.kind] if part == ASK else part
            yield from ((name, line) for line in _lines(form.text(part)))


def _place(part: str) -> tuple[int, str]:
    head = part.partition(".")[0]
    return (_ORDER.index(head), part) if head in _ORDER else (len(_ORDER), "")


def _lines(text: str) -> Iterator[str]:
    """The lines with signs in them; one after an empty line begins with a break."""
    gap = ""
    for line in tidied(text).split("\n"):
        if line:
            yield gap + line
        gap = "" if line else "\n"


def tidied(text: str) -> str:
    """The text as a file would hold it: single spaces, at most one empty line, nothing around it."""
    lines = [" ".join(line.split()) for line in writable(text).split("\n")]
    return _GAP.sub("\n\n", "\n".join(lines)).strip()


def marking(form: Form, mark: str) -> Form:
    """With this option marked as right, or no longer; where one alone can be right, no other stays marked."""
    if form.kind is Kind.MULTIPLE:
        return replace(form, right=form.right ^ {mark})
    there = form.right & frozenset(form.marks)
    return replace(form, right=form.right - there | ({mark} - there if len(there) == 1 else {mark}))


def listed(text: str) -> list[str]:
    """The words of a field that holds several, with commas between them."""
    return [one.strip() for one in text.split(",") if one.strip()]


def slots(form: Form, least: int) -> str:
    """Letters of the options to show: those begun, one more, and at least so many."""
    begun = [at for at, letter in enumerate(LETTERS) if is_begun(form, letter)]
    return LETTERS[: max(least, max(begun, default=-1) + 2)]


def is_begun(form: Form, letter: str) -> bool:
    """Whether anything was said of an option."""
    return letter in form.right or any(tidied(form.text(f"{head}{letter}")) for head in _OPTION)


def without(form: Form, letter: str) -> Form:
    """Without this option, and those after it one letter up."""
    at = LETTERS.index(letter)
    to = dict(zip(LETTERS[at + 1 :], LETTERS[at:], strict=False))
    return _relettered(form, {**{one: one for one in LETTERS[:at]}, **to})


def closed_up(form: Form) -> Form:
    """With the letters of the options one after the other, where slots between them were left empty."""
    begun = [letter for letter in LETTERS if is_begun(form, letter)]
    return _relettered(form, dict(zip(begun, LETTERS, strict=False)))


def _relettered(form: Form, to: Mapping[str, str]) -> Form:
    """With options under other letters; those without one are left out."""
    texts = {}
    for part, text in form.texts.items():
        head, _, letter = part.partition(".")
        if letter not in LETTERS or not letter:
            texts[part] = text
        elif letter in to:
            texts[f"{head}.{to[letter]}"] = text
    right = {to.get(one, "") if one in LETTERS else one for one in form.right} - {""}
    return replace(form, texts=texts, right=frozenset(right))


def set_aside(form: Form) -> list[str]:
    """Parts with words that this kind has no place for, and that are not saved with it."""
    marks = () if form.kind in {Kind.CLOZE, Kind.BASIC} else form.marks
    own = {Kind.SINGLE: ("option",), Kind.MULTIPLE: ("option",), Kind.BASIC: ("back",)}.get(form.kind, ())
    found = []
    for part, text in form.texts.items():
        head, _, letter = part.partition(".")
        fits = head in own if not letter or head == "option" else letter in marks
        if tidied(text) and not fits and (letter or head == "back"):
            found.append(part)
    return sorted(found, key=_place)


def of_earlier(said: Said) -> Said:
    """What was kept before options were said by their letters."""
    letters = iter((*LETTERS, ""))
    return tuple(
        (f"option.{next(letters)}", text) if part == "option" else (part, text) for part, text in said
    )


def settled(said: Said) -> Said:
    """What was said, its options under letters that follow each other, as a file has them."""
    return said_of(closed_up(form_of(said)))
