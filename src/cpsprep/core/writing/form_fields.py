"""The fields of a form: what the interview asks for, each option with all that belongs to it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Kind
from cpsprep.core.writing.form import Form, form_of, listed, said_of, slots
from cpsprep.core.writing.interview import FIRST, Ask, Said, asks_of, right_of
from cpsprep.core.writing.parts import ASK, ASKED, PARTS, Shape, row_of

_LEAST: Final = 3
"""So many options stand open from the start: the two that have to be there, and one that may be."""
_LAST_WORDS: Final = 3
_ASKED_LABELS: Final = {
    Kind.SINGLE: "Question",
    Kind.MULTIPLE: "Question",
    Kind.TRUEFALSE: "Statement",
    Kind.CLOZE: "Text",
    Kind.BASIC: "Front",
}


class Field(NamedTuple):
    """One field.

    Args:
        part: what it holds, as in `Form`.
        label: a word or two before it.
        words: what it asks for, to be shown while it is empty.
        needed: whether a question cannot be saved without it.
        choices: what it can be, each with its words; none where anything may be written.
        many: whether several of these can be chosen.
        has_lines: whether Enter begins a new line in it.
        is_apart: whether there is room above it.
    """

    part: str
    label: str
    words: str = ""
    needed: bool = False
    choices: Mapping[str, str] = MappingProxyType({})
    many: bool = False
    has_lines: bool = False
    is_apart: bool = False


def fields(form: Form, header: BankHeader, *, has_domain: bool) -> tuple[Field, ...]:
    """The fields to show, from the kind down.

    Args:
        form: what stands in them.
        header: what the bank requires and knows.
        has_domain: whether the deck gives its questions a domain.
    """
    asks = {ask.part: ask for ask in asks_of(said_of(form), header, has_domain=has_domain)}
    open_ = slots(form, _LEAST) if form.kind in {Kind.SINGLE, Kind.MULTIPLE} else ""
    for letter in open_:
        asks.setdefault(f"option.{letter}", Ask(f"option.{letter}", ""))
    asks.setdefault("explanation", Ask("explanation", PARTS["explanation"].question))
    beside = [f"{head}.{letter}" for letter in open_ for head in ("option", "why", "misconception")]
    about = [part for part in asks if part.partition(".")[0] in {"why", "explanation"}]
    after = ("answer", "back", *about, *asks)
    order = dict.fromkeys(("kind", ASKED[form.kind], *beside, *after))
    return tuple(_field(asks[part], form, header) for part in order if part in asks)


def label_of(part: str, form: Form) -> str:
    """What a field is called where it stands by itself, such as in a list of what is missing."""
    head, _, letter = part.partition(".")
    match head:
        case "option":
            return f"Option {letter}"
        case "why":
            return f"Reason for {letter}"
        case "misconception":
            return f"Wrong idea of {letter}"
        case "answer":
            return "What is right"
        case _:
            named = PARTS[part].label if part in PARTS else part
            return _ASKED_LABELS[form.kind] if part == ASK else named


def last_words(said: Said) -> list[str]:
    """How what was said ends, its parts named, for somebody who goes on with it line by line."""
    form, texts = form_of(said), [(part, text.strip()) for part, text in said if text and part != "kind"]
    told = texts[-_LAST_WORDS:]
    named = [f"{label_of(ASK if part in ASKED.values() else part, form)}: {text}" for part, text in told]
    return ["What you wrote last:", *named] if named else []


def chosen_in(form: Form, field: Field, value: str) -> Form:
    """With this word chosen; what was chosen already is taken back."""
    old = (
        listed(form.text(field.part)) if field.many else [form.text(field.part)] * bool(form.text(field.part))
    )
    if value in old:
        return form.having(field.part, ", ".join(one for one in old if one != value))
    return form.having(field.part, ", ".join([*old, value]) if field.many else value)


def _field(ask: Ask, form: Form, header: BankHeader) -> Field:
    part = ASK if ask.part in ASKED.values() else ask.part
    row, letter = row_of(part), part.partition(".")[2]
    label, words = row.label, ask.words
    match row.name:
        case "asked":
            label, words = label_of(part, form), FIRST[ASKED[form.kind]]
        case "option":
            label, words = letter, "" if ask.needed else "Another option, if you like"
        case "why":
            right = letter in right_of(said_of(form))
            is_truth = form.kind is Kind.TRUEFALSE  # whose reasons stand below no option that would tell
            named = f"'{letter.capitalize()}'" if is_truth else "it"
            label = f"Why {letter.capitalize()}" if is_truth else row.label
            words = f"Why is {named} {'right' if right else 'not right'}?"
        case _:
            pass
    choices = row.choices(header)
    are_many = row.shape is Shape.LIST and bool(choices)
    if row.name == "answer":
        choices, are_many = _marks(form), form.kind is Kind.MULTIPLE
    return Field(
        part,
        label,
        words,
        ask.needed,
        choices=choices,
        many=are_many,
        has_lines=row.shape is Shape.LINES,
        is_apart=row.is_apart,
    )


def _marks(form: Form) -> dict[str, str]:
    """What can be right by now."""
    is_truth = form.kind is Kind.TRUEFALSE
    return {mark: mark for mark in form.marks if is_truth or form.text(f"option.{mark}").strip()}
