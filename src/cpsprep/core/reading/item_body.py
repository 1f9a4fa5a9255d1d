"""What an item asks: the fields that differ from kind to kind."""

import re
from collections.abc import Mapping
from typing import Final, assert_never, cast

from cpsprep.core import cloze
from cpsprep.core.item import FALSE, LETTERS, TRUE, Basic, Body, Choice, Cloze, Kind, OptionId
from cpsprep.core.reading.authored import Spot
from cpsprep.core.reading.fields import Fields, meant

_LETTERS: Final = frozenset(LETTERS)
STATED: Final[Mapping[OptionId, str]] = {TRUE: "True", FALSE: "False"}
"""The options of a `truefalse` item; front ends may word them in the language of the bank."""
_FEWEST: Final = 2


def read_body(fields: Fields, kind: Kind) -> Body:
    """What the item asks; worth using only where `fields.errors` stays 0."""
    match kind:
        case Kind.SINGLE | Kind.MULTIPLE:
            return _choice(fields, kind, _options(fields))
        case Kind.TRUEFALSE:
            return _choice(fields, kind, STATED)
        case Kind.CLOZE:
            return _cloze(fields)
        case Kind.BASIC:
            return Basic(fields.needed("front"), fields.needed("back"))
        case _:
            assert_never(kind)


def _choice(fields: Fields, kind: Kind, options: Mapping[OptionId, str]) -> Choice:
    stem = fields.needed("stem")
    answer = _answer(fields, kind, options)
    why = _of_options(fields, "why", options)
    misconceptions = _of_options(fields, "misconception", options)
    return Choice(kind, stem, options, answer, why, misconceptions)


def _options(fields: Fields) -> Mapping[OptionId, str]:
    if "options" not in fields.fields:
        fields.missing("options")
        return {}
    before = fields.errors
    found = fields.pairs("options")
    if not found.keys() <= _LETTERS:
        for key in found.keys() - _LETTERS:
            mark = fields.key_of("options", key)
            fields.at(mark, "bad-option", f"'{key}' cannot name an option", "use the letters a to h", key)
    if "" in found.values():
        for key, text in found.items():
            if not text:
                mark = fields.key_of("options", key)
                fields.at(
                    mark, "empty-field", f"option '{key}' is empty", "write its text, or delete it", key
                )
    if len(found) < _FEWEST and fields.errors == before:
        fields.wrong("options", "too-few-options", "a choice needs two options or more", "add an option")
    return cast("Mapping[OptionId, str]", found)


def _answer(fields: Fields, kind: Kind, options: Mapping[OptionId, str]) -> tuple[OptionId, ...]:
    before = fields.errors
    found = fields.texts("answer")
    if not found and fields.errors == before:
        if "answer" in fields.fields:
            fields.wrong("answer", "empty-field", "'answer' is empty", "name the option that is right")
        else:
            fields.missing("answer")
    for one in found:
        if one not in options and options:
            mark = fields.key_of("answer", one)
            message = f"answer '{one}' is not one of {', '.join(options)}"
            fields.at(mark, "answer-not-an-option", message, meant(one, options), one)
    if len(found) > 1:
        if kind is not Kind.MULTIPLE:
            hint = "keep one, or change the kind to multiple"
            fields.wrong("answer", "too-many-answers", f"a {kind.value} item has one answer", hint)
        elif len(set(found)) < len(found):
            hint = "name each option once"
            fields.wrong("answer", "duplicate-answer", "an option is named twice", hint)
    return tuple(map(OptionId, found))


def _of_options(fields: Fields, name: str, options: Mapping[OptionId, str]) -> Mapping[OptionId, str]:
    """A map from options to texts; empty texts are left out."""
    found = fields.pairs(name)
    if options and not found.keys() <= options.keys():
        for key in found.keys() - options.keys():
            message = f"'{name}' speaks of '{key}', and the item has no such option"
            fields.at(fields.key_of(name, key), "not-an-option", message, meant(key, options), key)
    texts = found if "" not in found.values() else {key: text for key, text in found.items() if text}
    return cast("Mapping[OptionId, str]", texts)


def _cloze(fields: Fields) -> Cloze:
    text = fields.needed("text")
    if not text:
        return Cloze("", ())
    found = cloze.parse(text)
    if isinstance(found, cloze.Refusal):
        mark, width = _inside(fields, text[found.at : found.at + found.width])
        fields.at(mark, found.fault.value, found.message, found.hint, width)
        return Cloze(text, ())
    return Cloze(text, cloze.numbers(found))


def _inside(fields: Fields, part: str) -> tuple[Spot, str]:
    """Where a part of the text stands in the file, as far as it can be found again there."""
    mark = fields.fields["text"][1]
    lines = fields.source.lines
    wanted = re.split(r"\s", part)[0]
    for number in range(mark.line, min(mark.line + 50, len(lines))):
        column = lines[number].find(wanted, mark.column if number == mark.line else 0)
        if column >= 0:
            return Spot(number, column), wanted
    return Spot(mark.line, mark.column), part
