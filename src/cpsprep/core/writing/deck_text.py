"""Questions as the text of a deck file, in the layout of docs/authoring.md.

Reading the text gives the same texts back; `tests/adapters/bank/test_written_decks.py` holds it to that.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from cpsprep.core.item import TRUTH
from cpsprep.core.writing.scalar import indented, inline, scalar

ORDER: Final = (
    *("id", "scenario", "kind", "status", "level", "domain", "topic", "decision", "content_note", "media"),
    *("vignette", "update", "stem", "text", "front", "back", "options", "answer", "why", "misconception"),
    *("shuffle", "explanation", "claims", "facts", "source", "tags", "review_by", "items"),
)
"""The fields of items and scenarios as they follow each other."""
_LONGEST: Final = 100
"""How long a line with a list may get before the list takes a line for each text."""
_IN_BRACES: Final = frozenset({"misconception"})
"""Maps of words, not of sentences."""


def deck_text(
    deck: str, title: str, domain: str, items: Sequence[Mapping[str, object]], *, schema: str = ""
) -> str:
    """A whole deck file.

    Args:
        deck: its id.
        title: what learners read.
        domain: of all items that name no other; "" for none.
        items: each a map of fields, as `item_text` takes it.
        schema: where editors find the schema, such as ../bank.schema.json; "" for no such line.

    Raises:
        ValueError: a text has a control character; `scalar.writable` makes one that has none.
        TypeError: a value is of a type that no field has.
    """
    head = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    fields = {"deck": deck, "title": title, "domain": domain}
    told = "".join(field_text(name, value, 0) for name, value in fields.items())
    return f"{head}{told}items:\n" + "\n".join(item_text(one, 2) for one in items)


def item_text(fields: Mapping[str, object], indent: int) -> str:
    """One item or scenario, its hyphen `indent` spaces in, with a break at the end of each line.

    Args:
        fields: by the names of docs/authoring.md, in any order; a value is a text, a boolean, a list of texts
            or a map of texts, and for `items` of a scenario a list of such maps. Empty ones are left out.
        indent: how far in the hyphen stands; 2 in a deck.

    Raises:
        ValueError, TypeError: as `deck_text`.
    """
    names = [*(name for name in ORDER if name in fields), *(name for name in fields if name not in ORDER)]
    told = "".join(field_text(name, fields[name], indent + 2) for name in names)
    return f"{' ' * indent}- {told[indent + 2 :]}" if told else f"{' ' * indent}- {{}}\n"


def field_text(name: str, value: object, indent: int) -> str:
    """One field, its name `indent` spaces in, with a break at the end of each line; "" for an empty one.

    Raises:
        ValueError, TypeError: as `deck_text`.
    """
    match value:
        case bool():
            told = f" {str(value).lower()}"
        case str():
            told = f" {scalar(value)}" if value.strip() else ""
        case Mapping():
            told = _map(name, {_key(str(key)): one for key, one in value.items() if _text(name, one)})
        case Sequence() if value and all(isinstance(one, Mapping) for one in value):
            told = "\n" + "\n".join(item_text(one, 2) for one in value).removesuffix("\n")
        case Sequence():
            told = _list(name, [one for one in value if _text(name, one)])
        case _:
            raise TypeError(f"'{name}' cannot be a {type(value).__name__}")
    return f"{indented(f'{name}:{told}', indent)}\n" if told else ""


def _text(name: str, value: object) -> bool:
    """Whether there is a text to write."""
    if not isinstance(value, str):
        raise TypeError(f"'{name}' cannot hold a {type(value).__name__}")
    return value.strip() != ""


def _key(name: str) -> str:
    """The name of an option; those of a statement stay as everybody writes them."""
    return name if name in TRUTH else inline(name)


def _list(name: str, texts: Sequence[str]) -> str:
    """The texts in brackets where that is short, else a line for each; nothing for none."""
    if not texts:
        return ""
    short = f" [{', '.join(map(inline, texts))}]"
    if len(name) + len(short) <= _LONGEST:
        return short
    return "".join(f"\n  - {indented(scalar(one), 2).lstrip(' ')}" for one in texts)


def _map(name: str, texts: Mapping[str, str]) -> str:
    if not texts:
        return ""
    short = f" {{{', '.join(f'{key}: {inline(one)}' for key, one in texts.items())}}}"
    if name in _IN_BRACES and len(name) + len(short) <= _LONGEST:
        return short
    return "".join(f"\n  {key}: {indented(scalar(one), 2).lstrip(' ')}" for key, one in texts.items())
