"""Where in its file a finding stands, and which lines belong together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cpsprep.core.lint.rule import About, Finding, Rule
from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import Map, Mark, Node, Seq, Source, Spot

_END = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Span:
    """Lines of one file that belong to an item, a scenario, or (the widest) to the whole file."""

    file: str
    first: int
    last: int

    def holds(self, file: str, line: int) -> bool:
        return self.file == file and self.first <= line <= self.last


class Places:
    """The named things of a bank's files.

    Args:
        files: each file with its tree, None where it could not be read.
    """

    def __init__(self, files: Sequence[tuple[Source, Node | None]]) -> None:
        self._first = files[0][0]
        self._named: dict[tuple[About, str], tuple[Source, Map]] = {}
        self._spans: dict[str, list[Span]] = {}
        for source, root in files:
            self._spans[source.file] = [Span(source.file, 1, _END)]
            if type(root) is Map:
                self._file(source, root)

    def problem(self, rule: Rule, finding: Finding) -> Problem:
        """The finding with its place; where its name is gone from the files, the start of the first one."""
        source, node = self._named.get((finding.about, finding.name), (self._first, None))
        mark, text = (Spot(0, 0), "") if node is None else _spot(node, finding)
        item = finding.name if finding.about is About.ITEM else ""
        return source.problem(
            mark, rule.id, finding.message, finding.hint, text=text, item=item, severity=rule.severity
        )

    def span(self, file: str, line: int) -> Span:
        """The narrowest lines around this one, both counted from 1."""
        around = (span for span in self._spans[file] if span.holds(file, line))
        return min(around, key=lambda span: span.last - span.first)

    def _file(self, source: Source, root: Map) -> None:
        name = _text(root, About.DECK.value) or _stem(source.file)
        about = About.DECK if "items" in root.fields else About.BANK
        self._named.setdefault((about, name if about is About.DECK else ""), (source, root))
        self._entries(source, root, _END)

    def _entries(self, source: Source, holder: Map, last: int) -> None:
        """The items and scenarios of a deck, or the items of a scenario, which ends with line `last`."""
        listed = holder.fields["items"][0] if "items" in holder.fields else ""
        entries = listed.items if type(listed) is Seq else []
        for index, (node, mark) in enumerate(entries):
            end = entries[index + 1][1].line if index + 1 < len(entries) else last
            self._spans[source.file].append(Span(source.file, mark.line + 1, end))
            if type(node) is Map:
                about = About.SCENARIO if "scenario" in node.fields else About.ITEM
                self._named.setdefault((about, _text(node, about.value)), (source, node))
                self._entries(source, node, end)


def _spot(node: Map, finding: Finding) -> tuple[Mark, str]:
    """The mark and the text meant, as far as the path can be followed."""
    field = finding.about.value
    mark, text = (node.fields[field][2], field) if field in node.fields else (node.at, "")
    at: Node = node
    for name in finding.path:
        found = next(_named(at, name), None)
        if found is None:
            break
        at, mark, text = found
    return mark, text


def _named(node: Node, name: str) -> Iterator[tuple[Node, Mark, str]]:
    """The field of a map, or the text or the map with an id in a list, that has this name."""
    if type(node) is Map and name in node.fields:
        value, _, key = node.fields[name]
        yield value, key, name
    if type(node) is Seq:
        for one, mark in node.items:
            if type(one) is str and one.strip() == name:
                yield one, mark, name
            elif type(one) is Map and _text(one, "id") == name:
                yield one, one.fields["id"][1], name


def _text(node: Map, name: str) -> str:
    value = node.fields[name][0] if name in node.fields else ""
    return value.strip() if type(value) is str else ""


def _stem(file: str) -> str:
    return file.replace("\\", "/").rpartition("/")[2].removesuffix(".yaml")
