"""A value with its provenance, as blueprints write it: plain, as `unknown`, or as a map that says more.

    items: 100
    minutes: {value: 120, source: [guide], as_of: 2027-01, note: "another page says 90"}
    pass_mark: unknown

What a value does not say of its source and date, the block around it says, and then the file.
"""

from collections.abc import Callable
from typing import Final, NamedTuple, TypeVar

from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import Map
from cpsprep.core.reading.fields import Fields, meant
from cpsprep.core.records.as_of import last_day
from cpsprep.core.records.board import Told

UNKNOWN: Final = "unknown"
PROVENANCE: Final = frozenset({"source", "as_of", "note"})

Value = TypeVar("Value")
Parse = Callable[[Fields, str], Value | None]
"""Reads the value of one field; where it cannot, it has said so."""


class Whence(NamedTuple):
    """Where something was read, and when; `known` are the keys of `sources.yaml`, None without that file."""

    source: tuple[str, ...] = ()
    as_of: str = ""
    known: frozenset[str] | None = None

    def within(self, fields: Fields) -> "Whence":
        """What this map says of it; what it leaves out stays as it was."""
        source, as_of = fields.texts("source"), fields.text("as_of")
        if as_of and last_day(as_of) is None:
            hint = "write it as 2026-11 or 2026-11-23"
            fields.wrong("as_of", "bad-date", f"'{as_of}' is no date", hint)
            as_of = ""
        for key in source if self.known is not None else ():
            if key not in (self.known or ()):
                mark, hint = fields.key_of("source", key), meant(key, self.known or ())
                fields.warn(mark, "unknown-source", f"'{key}' is not in sources.yaml", hint, key)
        return self._replace(source=source or self.source, as_of=as_of or self.as_of)


def told(
    fields: Fields,
    name: str,
    problems: list[Problem],
    whence: Whence,
    parse: Parse[Value],
    more: frozenset[str] = frozenset(),
) -> Told[Value]:
    """The value of an optional field and where it comes from.

    Args:
        fields: the map that has the field.
        name: of the field.
        problems: where problems go.
        whence: what is said of all values around it.
        parse: reads the value, from the field itself or from the field `value` of its map.
        more: what else such a map may say of the value; `parse` reads it.
    """
    if name not in fields.fields or fields.fields[name][0] == "":
        return Told()
    node = fields.fields[name][0]
    if type(node) is not Map:
        if type(node) is str and node.strip() == UNKNOWN:
            return Told(None, whence.source, whence.as_of)
        value = parse(fields, name)
        if value is not None:
            prove(fields, name, whence)
        return Told(value, whence.source, whence.as_of)
    inner = Fields(fields.source, node, problems)
    inner.known(PROVENANCE | {"value"} | more, f"'{name}'")
    whence = whence.within(inner)
    if "value" not in inner.fields:
        inner.missing("value", f"'{name}'")
        value = None
    else:
        is_unknown = inner.fields["value"][0] == UNKNOWN
        value = None if is_unknown else parse(inner, "value")
    if value is not None:
        prove(fields, name, whence)
    return Told(value, whence.source, whence.as_of, inner.text("note"))


def prove(fields: Fields, name: str, whence: Whence) -> None:
    """Tell of a value that is known, but not from where and when."""
    if not (whence.source and whence.as_of):
        missing = "as_of" if whence.source else "source"
        message = f"nothing says where '{name}' comes from, or when: there is no '{missing}'"
        hint = f"give '{missing}' beside it, or at the top of the file"
        fields.warn(fields.fields[name][2], "no-provenance", message, hint, name)
