"""The fields of one authored map, read as texts, lists and words; whatever does not fit becomes a problem."""

import difflib
from collections.abc import Collection, Mapping
from typing import TypeVar

from cpsprep.core.problem import Problem, Severity
from cpsprep.core.reading.authored import MOST_PROBLEMS, Map, Mark, Node, Seq, Source

Word = TypeVar("Word")
_SHAPES = {str: "a text", Map: "a map of fields", Seq: "a list"}


class Fields:
    """A map of a file; `errors` counts its errors, which are appended to `problems`.

    Args:
        source: the file, for the lines of problems.
        node: the map.
        problems: where problems go.
        item: the id of the item that it belongs to, if any.
    """

    __slots__ = ("_problems", "errors", "fields", "item", "node", "source")

    def __init__(self, source: Source, node: Map, problems: list[Problem], item: str = "") -> None:
        self.source = source
        self.node = node
        self.fields = node.fields
        self.item = item
        self.errors = 0
        self._problems = problems

    def text(self, name: str) -> str:
        """The text of an optional field, without space around it; "" where there is none."""
        entry = self.fields.get(name)
        if entry is None:
            return ""
        value = entry[0]
        if type(value) is str:
            return value.strip()
        self.misshapen(name, "a text")
        return ""

    def needed(self, name: str, what: str = "this item") -> str:
        """The text of a field that must be there."""
        entry = self.fields.get(name)
        if entry is None:
            self.missing(name, what)
            return ""
        text = self.text(name)
        if not text and type(entry[0]) is str:
            self.wrong(name, "empty-field", f"'{name}' is empty", "write its text")
        return text

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one."""
        entry = self.fields.get(name)
        if entry is None:
            return ()
        value = entry[0]
        if type(value) is str:
            return (value.strip(),) if value.strip() else ()
        if type(value) is Seq:
            found = [one.strip() for one, _ in value.items if type(one) is str]
            if len(found) == len(value.items):
                return tuple(found) if "" not in found else tuple(filter(None, found))
        self.misshapen(name, "a list of texts")
        return ()

    def pairs(self, name: str) -> dict[str, str]:
        """A map of texts to texts, in the authored order; empty texts are kept."""
        entry = self.fields.get(name)
        if entry is None or entry[0] == "":
            return {}
        node = entry[0]
        if type(node) is not Map:
            self.misshapen(name, "a map such as {a: ...}")
            return {}
        found = {key: one[0].strip() for key, one in node.fields.items() if type(one[0]) is str}
        if len(found) < len(node.fields):
            for key, (value, mark, _) in node.fields.items():
                if type(value) is not str:
                    message, hint = f"'{key}' of '{name}' must be a text", "write one text here"
                    self.at(mark, "wrong-shape", message, hint, key)
        return found

    def word(self, name: str, words: Mapping[str, Word]) -> Word | None:
        """One of a few words, or None where there is none or it is unknown."""
        text = self.text(name)
        if not text:
            return None
        if text not in words:
            self.wrong(name, "unknown-word", f"'{text}' is no {name}", meant(text, words))
        return words.get(text)

    def known(self, allowed: frozenset[str], what: str) -> None:
        """Report every field that has no meaning here."""
        for name in self.fields.keys() - allowed:
            mark = self.fields[name][2]
            self.at(mark, "unknown-field", f"{what} has no field '{name}'", meant(name, allowed), name)

    def value_of(self, name: str, key: str) -> Mark:
        """Where the value of one key of a map field starts, or the field itself."""
        node, mark, _ = self.fields[name]
        return node.fields[key][1] if type(node) is Map and key in node.fields else mark

    def key_of(self, name: str, key: str) -> Mark:
        """Where one key of a map field, or one text of a list field, starts."""
        node, mark, _ = self.fields[name]
        if type(node) is Map and key in node.fields:
            return node.fields[key][2]
        if type(node) is Seq:
            return next((at for one, at in node.items if type(one) is str and one.strip() == key), mark)
        return mark

    def missing(self, name: str, what: str = "this item") -> None:
        message, hint = f"{what} has no '{name}'", f"add a line '{name}: ...'"
        self.at(self.node.at, "missing-field", message, hint, next(iter(self.fields), ""))

    def misshapen(self, name: str, shape: str) -> None:
        node: Node = self.fields[name][0]
        found = _SHAPES[type(node)]
        self.wrong(name, "wrong-shape", f"'{name}' must be {shape}, and this is {found}", f"write {shape}")

    def wrong(self, name: str, code: str, message: str, hint: str) -> None:
        """A problem with the value of a field that is there."""
        node, mark, key = self.fields[name]
        text = node if type(node) is str else ""
        if text:
            self.at(mark, code, message, hint, text)
        else:
            self.at(key, code, message, hint, name)

    def at(self, mark: Mark, code: str, message: str, hint: str, text: str = "") -> None:
        self.errors += 1
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(self.source.problem(mark, code, message, hint, text=text, item=self.item))

    def warn(self, mark: Mark, code: str, message: str, hint: str, text: str) -> None:
        """A problem that does not hide the item."""
        severity = Severity.WARNING
        found = self.source.problem(mark, code, message, hint, text=text, item=self.item, severity=severity)
        self._problems.append(found)


def meant(text: str, words: Collection[str]) -> str:
    """The way out for a word that is not one of these: the nearest, or all of them where they are few."""
    near = difflib.get_close_matches(text.lower(), words, n=1)
    if near:
        return f"did you mean '{near[0]}'?"
    listed = sorted(words) if isinstance(words, frozenset) else words
    return f"it can be {', '.join(listed)}" if 0 < len(words) <= 8 else ""  # noqa: PLR2004  (fits a line)
