"""Builds the tree of one YAML document from the events of its parser.

This loop runs for every scalar of a bank, sixty times an item, so it is written for speed: scalars stay bare
strings, and a place is the mark that the parser made anyway.
"""

import re
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import MOST_PROBLEMS, Field, Map, Mark, Node, Seq, Source, Value

MAX_DEPTH: Final = 32
_QUOTE: Final = 'put the text in "double quotes"'
_CONTROL: Final = re.compile("[\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff]")
_REFUSED: Final = {
    "anchor": ("'&' makes a YAML anchor", _QUOTE),
    "alias": ("'*' makes a YAML alias", _QUOTE),
    "tag": ("'!' makes a YAML tag", _QUOTE),
    "merge-key": ("'<<' merges another map", "write the fields out"),
    "key-not-text": ("the name of a field cannot be a list or a map", _QUOTE),
    "control-character": ("an escape makes an invisible control character", "leave it out"),
    "several-documents": ("'---' starts a second document", "put it in a file of its own"),
}


ParserEvent: TypeAlias = Any
"""An event of either parser; the stubs do not know that every event has marks, so its kinds are Any too."""
_SCALAR: Any = ScalarEvent
_ALIAS: Any = AliasEvent
_MAP: Any = MappingStartEvent
_MAP_END: Any = MappingEndEvent
_SEQ_END: Any = SequenceEndEvent
_DOCUMENT: Any = DocumentStartEvent
_END: Any = StreamEndEvent


class TooDeepError(Exception):
    """Lists or maps are nested deeper than `MAX_DEPTH`."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark


class Builder:
    """One document, built once; `flaws` are the things found on the way that a bank does not use.

    Args:
        next_event: the parser.
        escapes: whether the file has a backslash anywhere, so that texts must be looked at for what it made.
    """

    __slots__ = ("_escapes", "_next", "flaws")

    def __init__(self, next_event: Callable[[], ParserEvent], *, escapes: bool) -> None:
        self._next = next_event
        self._escapes = escapes
        self.flaws: list[tuple[str, Mark, str, int]] = []
        """Code, place, text meant, and for duplicate keys the line of the first one."""

    def document(self) -> Node | None:
        """The only document of the stream, or None where there is none.

        Raises:
            YAMLError: the parser met something that is not YAML.
            TooDeepError: nested too deep.
        """
        self._next()
        event = self._next()
        if type(event) is _END:
            return None
        root = self._node(self._next(), 0)
        self._next()
        event = self._next()
        if type(event) is _DOCUMENT:
            self.flaws.append(("several-documents", event.start_mark, "---", 0))
        return root

    def _node(self, event: ParserEvent, depth: int) -> Node:
        if type(event) is _SCALAR:
            if event.anchor is not None or event.tag is not None or self._escapes:
                self._look(event)
            text: str = event.value
            return text
        if type(event) is _ALIAS:
            self.flaws.append(("alias", event.start_mark, f"*{event.anchor}", 0))
            return f"*{event.anchor}"
        if depth >= MAX_DEPTH:
            raise TooDeepError(event.start_mark)
        self._look(event)
        if type(event) is _MAP:
            return self._map(event.start_mark, depth + 1)
        return self._seq(event.start_mark, depth + 1)

    def _map(self, at: Mark, depth: int) -> Map:
        read, node, careful = self._next, self._node, self._escapes
        fields: dict[str, Field] = {}
        while True:
            event = read()
            if type(event) is _SCALAR:
                if event.anchor is not None or event.tag is not None or careful:
                    self._look(event)
                key, key_mark = event.value, event.start_mark
                if key in fields or key == "<<":
                    self._strange_key(event, fields)
            elif type(event) is _MAP_END:
                return Map(at, fields)
            else:
                if type(event) is not _ALIAS:
                    self.flaws.append(("key-not-text", event.start_mark, "", 0))
                node(event, depth)
                key, key_mark = "", event.start_mark
            event = read()
            if type(event) is _SCALAR and not careful and event.anchor is None and event.tag is None:
                fields[key] = event.value, event.start_mark, key_mark
            else:
                fields[key] = node(event, depth), event.start_mark, key_mark

    def _seq(self, at: Mark, depth: int) -> Seq:
        read, node = self._next, self._node
        items: list[Value] = []
        while True:
            event = read()
            if type(event) is _SEQ_END:
                return Seq(at, event.end_mark, items)
            items.append((node(event, depth), event.start_mark))

    def _look(self, event: ParserEvent) -> None:
        """Note what a node carries besides its text."""
        if event.anchor is not None:
            self.flaws.append(("anchor", event.start_mark, f"&{event.anchor}", 0))
        if event.tag is not None:
            self.flaws.append(("tag", event.start_mark, "!", 0))
        if type(event) is _SCALAR and event.style == '"' and _CONTROL.search(event.value):
            self.flaws.append(("control-character", event.start_mark, event.value, 0))

    def _strange_key(self, event: ParserEvent, fields: dict[str, Field]) -> None:
        key = event.value
        if key in fields:
            self.flaws.append(("duplicate-key", event.start_mark, key, fields[key][2].line + 1))
        if key == "<<" and event.implicit[0]:
            self.flaws.append(("merge-key", event.start_mark, key, 0))


def flaws_of(source: Source, builder: Builder) -> list[Problem]:
    """The flaws as problems."""
    problems = []
    for code, mark, text, line in builder.flaws[:MOST_PROBLEMS]:
        if code == "duplicate-key":
            message, hint = f"'{text}' is given twice; first in line {line}", "keep one of them"
        else:
            message, hint = _REFUSED[code]
        problems.append(source.problem(mark, code, message, hint, text=text))
    return problems
