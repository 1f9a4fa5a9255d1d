"""What a typed line means as the answer to what was asked while a question is written."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from cpsprep.core import cloze
from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Kind
from cpsprep.core.reading.fields import meant
from cpsprep.core.writing.interview import Ask, Said, kind_of, options_of, texts_of
from cpsprep.core.writing.parts import Shape, row_of
from cpsprep.core.writing.scalar import writable

_TRUTH: Final = {"t": "true", "f": "false", "true": "true", "false": "false"}
_FEWEST: Final = 2


class NotHeardError(Exception):
    """A line that does not answer; the message says what would."""


def heard(ask: Ask, line: str, said: Said, header: BankHeader) -> str:
    """The text to keep of this part; "" where it is skipped, or where lines or options end.

    Raises:
        NotHeardError: it cannot be that.
    """
    text = " ".join(writable(line).split())
    if not text and ask.part == "kind":
        return Kind.SINGLE.value
    if not text:
        if ask.needed:
            raise NotHeardError("This is needed.")
        return _ended(ask, said)
    part = row_of(ask.part)
    if words := part.typed(header):
        is_list = part.shape is Shape.LIST
        several = [one.strip() for one in text.split(",") if one.strip()] if is_list else [text]
        return ", ".join(_one_of(one, words, part.name) for one in several)
    match part.name:
        case "option":
            return _option(text, ask, said)
        case "answer":
            return _answer(text, said)
        case _:
            return _day(text) if part.shape is Shape.DAY else text


def _ended(ask: Ask, said: Said) -> str:
    """The end of a text; of a cloze only where its hidden parts can be read."""
    found = cloze.parse("\n".join(texts_of(said, "text"))) if ask.part == "text" else None
    if isinstance(found, cloze.Refusal):
        raise NotHeardError(f"{found.message}; {found.hint}. To take lines back, type u.")
    return ""


def _one_of(text: str, words: Mapping[str, str], what: str) -> str:
    found = words.get(text.casefold())
    if found is None:
        hint = meant(text, list(dict.fromkeys(words.values())))
        raise NotHeardError(f"'{text}' is no {what}{f'; {hint}' if hint else '.'}")
    return found


def _option(text: str, ask: Ask, said: Said) -> str:
    for letter, other in options_of(said).items():
        if other.casefold() == text.casefold() and ask.part != f"option.{letter}":
            raise NotHeardError(f"Option {letter} says the same. Write another one.")
    return text


def _answer(text: str, said: Said) -> str:
    options = options_of(said)
    if kind_of(said) is Kind.TRUEFALSE:
        return _one_of(text, _TRUTH, "answer")
    letters = list(dict.fromkeys(text.casefold().replace(",", " ").split()))
    if len(letters) == 1 and letters[0] not in options:
        letters = list(dict.fromkeys(letters[0]))  # "ac" for "a c"
    if not set(letters) <= options.keys():
        raise NotHeardError(f"Type letters from {min(options)} to {max(options)}.")
    if kind_of(said) is Kind.SINGLE and len(letters) > 1:
        raise NotHeardError(
            "One option is right. For several, take this back with u until the kind is asked."
        )
    if kind_of(said) is Kind.MULTIPLE and len(letters) < _FEWEST:
        raise NotHeardError("Type two letters or more, such as: a c.")
    return ", ".join(sorted(letters))


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise NotHeardError(f"'{text}' is no date; write it as 2027-06-30.") from None
