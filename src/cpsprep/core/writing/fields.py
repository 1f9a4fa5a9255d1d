"""One field of an item changed, added or taken away where it stands in its file, in the style it has."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from cpsprep.core.writing.deck_text import ORDER, field_text
from cpsprep.core.writing.edits import Edit, LayoutError
from cpsprep.core.writing.scalar import indented, inline, literal, quoted, scalar
from cpsprep.core.writing.written import Named, Style, Written, column, line_end, line_start, next_line

_RANK: Final = {name: number for number, name in enumerate(ORDER)}
_COMMENT: Final = re.compile(r"\s+(#.*)$")
_QUOTED: Final = frozenset({Style.SINGLE, Style.DOUBLE})
_BLOCKS: Final = frozenset({Style.LITERAL, Style.FOLDED})

Value = str | bool | Sequence[str]
"""What a field can be set to; an empty one takes the field away."""


def set_field(text: str, node: Written, path: Sequence[str], value: Value) -> Edit | None:
    """What sets one field of this item or scenario; None where it has that value, or none already.

    Args:
        text: of the file.
        node: the item.
        path: the field's name, and in `options`, `why` and `misconception` an option's letter after it.
        value: see `Value`.

    Raises:
        LayoutError: the field holds something that a single value cannot replace.
        ValueError: the value has a control character.
    """
    name, *rest = path
    named = node.fields.get(name)
    if not rest:
        return _set(text, node, name, value)
    if named is None:
        return _put(text, node, name, {rest[0]: value} if value else "")
    if not (named.value.is_map or named.value.is_list or named.value.text.strip()):
        return _fill(text, node, named, {rest[0]: value}) if value else None
    if not named.value.is_map:
        raise LayoutError(f"'{name}' is no map, so it has no '{rest[0]}'")
    if not value and set(named.value.fields) == {rest[0]}:
        return _cut(text, node, named)
    return _set(text, named.value, rest[0], value)


def _set(text: str, node: Written, name: str, value: Value) -> Edit | None:
    named = node.fields.get(name)
    if value in ("", [], ()):
        return _cut(text, node, named) if named else None
    if named is None:
        return _put(text, node, name, value)
    if _is(named.value, value):
        return None
    if node.style is Style.FLOW:
        return Edit(named.value.start, named.value.end, f"{_gap(text, named)}{_inline(value, named.value)}")
    return _replaced(text, named, value)


def _is(node: Written, value: Value) -> bool:
    match value:
        case bool():
            return node.text.strip() == str(value).lower()
        case str():
            return not (node.is_map or node.is_list) and node.text.strip() == value.strip()
        case _:
            return node.is_list and [one.text.strip() for one in node.items] == list(value)


def _replaced(text: str, named: Named, value: Value) -> Edit:
    """Another value in the place of this one, in a block; a comment behind it stays."""
    old, margin = named.value, column(text, named.name.start)
    if old.is_map:
        raise LayoutError(f"'{named.name.text}' is a map; set its parts, such as {named.name.text}.a")
    if old.is_list and old.style is Style.BLOCK:
        after = text.index(":", named.name.end) + 1
        if re.search(r"\s#", text[after : old.end]):
            raise LayoutError(f"'{named.name.text}' is a list with comments in it")
        return Edit(after, old.end, _told(named.name.text, value, margin))
    head = line_end(text, old.start) if old.style in _BLOCKS else old.end
    found = _COMMENT.search(text, old.start, head) if old.style in _BLOCKS else None
    behind = text[old.end : line_end(text, old.end)]
    new = _styled(named.name.text, value, old, margin)
    if found:
        first, brk, rest = new.partition("\n")
        return Edit(old.start, old.end, f"{first}{found[0]}{brk}{rest}")
    if "\n" in new and behind.strip():
        first, brk, rest = new.partition("\n")
        return Edit(old.start, line_end(text, old.end), f"{_gap(text, named)}{first}{behind}{brk}{rest}")
    return Edit(old.start, old.end, f"{_gap(text, named)}{new}")


def _gap(text: str, named: Named) -> str:
    """A space where the old value is nothing right behind the colon."""
    return " " if text[: named.value.start].endswith(":") else ""


def _styled(name: str, value: Value, old: Written, margin: int) -> str:
    """The new value as the old one was written, as far as it can be."""
    if not isinstance(value, str):
        return _told(name, value, margin).removeprefix(" ")
    if old.style in _BLOCKS:
        return indented(literal(value), margin).lstrip(" ")
    if old.style in _QUOTED and "\n" not in value.strip():
        return quoted(value)
    return indented(scalar(value), margin).lstrip(" ")


def _told(name: str, value: Value, margin: int) -> str:
    """What follows the colon of a new field."""
    return field_text(name, value, margin)[margin + len(name) + 1 :].removesuffix("\n")


def _inline(value: Value | Mapping[str, object], old: Written | None = None) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return quoted(value) if old and old.style in _QUOTED else inline(value)
        case Mapping():
            return f"{{{', '.join(f'{key}: {_inline(str(one))}' for key, one in value.items())}}}"
        case _:
            return f"[{', '.join(map(inline, value))}]"


def _put(text: str, node: Written, name: str, value: Value | Mapping[str, object]) -> Edit | None:
    """A field that is not there yet, behind those that come before it in an item."""
    if not value and not isinstance(value, bool):
        return None
    before, first = _before(node, name), next(iter(node.fields.values())).name.start
    if node.style is Style.FLOW:
        told = f"{name}: {_inline(value)}"
        return Edit(before.end, before.end, f", {told}") if before else Edit(first, first, f"{told}, ")
    margin = column(text, first)
    told = field_text(name, value, margin)
    if before is None:
        return Edit(first, first, f"{told[margin:]}{' ' * margin}")
    at = line_end(text, before.end)
    return Edit(at, at, f"\n{told}".removesuffix("\n"))


def _fill(text: str, node: Written, named: Named, value: Mapping[str, object]) -> Edit:
    """A map in the place of nothing."""
    after = text.index(":", named.name.end) + 1
    if node.style is Style.FLOW:
        return Edit(after, named.value.end, f" {_inline(value)}")
    margin, name = column(text, named.name.start), named.name.text
    told = field_text(name, value, margin)[margin + len(name) + 1 :].removesuffix("\n")
    end = line_end(text, after)
    if told.startswith("\n") and text[named.value.end : end].strip():
        return Edit(end, end, told)
    return Edit(after, named.value.end, told)


def _before(node: Written, name: str) -> Written | None:
    """The value that a new field of this name follows: the last of those that rank before it."""
    before = [one.value for one in node.fields.values() if _place(one.name.text) <= _place(name)]
    return max(before, key=lambda one: one.end, default=None)


def _place(name: str) -> tuple[int, str]:
    """Fields of an item rank by their order in the documents, letters of options by the alphabet.

    Files of media all rank alike, so that a new one comes last: texts name them by their number.
    """
    return _RANK.get(name, len(_RANK)), "" if "." in name else name


def _cut(text: str, node: Written, named: Named) -> Edit:
    """The field gone, with its lines, or with its comma."""
    fields = list(node.fields.values())
    index = fields.index(named)
    if len(fields) == 1:
        raise LayoutError(f"'{named.name.text}' is the only field")
    if node.style is Style.FLOW:
        if index:
            return Edit(fields[index - 1].value.end, named.value.end, "")
        return Edit(named.name.start, fields[1].name.start, "")
    start = line_start(text, named.name.start)
    if text[start : named.name.start].strip():  # it stands beside the hyphen, where the next field goes then
        return Edit(named.name.start, fields[1].name.start, "")
    return Edit(start, next_line(text, named.value.end), "")
