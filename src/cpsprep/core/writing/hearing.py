"""What a typed line means as the answer to what was asked while a question is written."""

from datetime import date
from typing import Final

from cpsprep.core import cloze
from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Kind, Level, Status
from cpsprep.core.reading.fields import meant
from cpsprep.core.writing.interview import Ask, Said, kind_of, options_of, texts_of
from cpsprep.core.writing.scalar import writable

_KINDS: Final = {kind.value[0]: kind.value for kind in Kind}
_LEVELS: Final = {level.value[0]: level.value for level in Level}
_STATUSES: Final = {"draft": Status.DRAFT.value, "live": Status.LIVE.value}
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
    part = ask.part.partition(".")[0]
    words = words_for(part, header)
    if words:
        several = [one.strip() for one in text.split(",") if one.strip()] if part == "source" else [text]
        return ", ".join(_one_of(one, words, part) for one in several)
    match part:
        case "option":
            return _option(text, ask, said)
        case "answer":
            return _answer(text, said)
        case "review_by":
            return _day(text)
        case _:
            return text


def words_for(part: str, header: BankHeader) -> dict[str, str]:
    """The words that a part can be, by what may be typed for them; none where it is a free text."""
    match part:
        case "kind":
            return {**_KINDS, **{kind: kind for kind in _KINDS.values()}}
        case "level":
            return {**_LEVELS, **{level: level for level in _LEVELS.values()}}
        case "status":
            return _STATUSES
        case "domain":
            return {domain.id: domain.id for domain in header.domains}
        case "misconception":
            return {one.casefold(): one for one in header.misconceptions}
        case "source":
            return {one.casefold(): one for one in header.sources}
        case _:
            return {}


def _ended(ask: Ask, said: Said) -> str:
    """The end of a text; of a cloze only where its hidden parts can be read."""
    found = cloze.parse("\n".join(texts_of(said, "text"))) if ask.part == "text" else None
    if isinstance(found, cloze.Refusal):
        raise NotHeardError(f"{found.message}; {found.hint}. To take lines back, type u.")
    return ""


def _one_of(text: str, words: dict[str, str], what: str) -> str:
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
