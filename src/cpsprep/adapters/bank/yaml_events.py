"""Reads YAML as a tree of texts with places, from the events of the C parser.

A ready-made loader would turn `no`, `1:30` and `007` into something else, drop duplicate keys without a word
and take many times as long. What a bank does not use (anchors, aliases, merge keys, tags) is refused by name.
Nothing that stands in a file raises: mistakes come back as problems.
"""

from dataclasses import dataclass
from typing import Final

import yaml

from cpsprep.adapters.bank.yaml_errors import explained, unclosed
from cpsprep.adapters.bank.yaml_repair import blanked, cleaned, first_item, open_quote
from cpsprep.adapters.bank.yaml_tree import MAX_DEPTH, Builder, TooDeepError, flaws_of
from cpsprep.adapters.collector import without_collector
from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import Node, Source, Spot

MAX_REPAIRS: Final = 100
"""How many broken items of one file are worked around; each costs reading the file again."""
MAX_REREAD: Final = 256 * 1024 * 1024
"""How many bytes may be read again for that."""
_BOM: Final = b"\xef\xbb\xbf"
_WIDE_BOMS: Final = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds.

    Args:
        root: the tree, None where nothing could be read or nothing was there.
        problems: by place.
        flawed: lines (from 0, sorted) in which something was met that hides the item around it.
        lost: how many items are not in the tree at all.
    """

    root: Node | None
    problems: list[Problem]
    flawed: tuple[int, ...] = ()
    lost: int = 0


def source_of(file: str, data: bytes) -> Source:
    """The file as it is read, without a byte order mark."""
    return Source(file, data.removeprefix(_BOM))


def read(source: Source, *, pure: bool = False) -> Reading:
    """The tree of one file, with what is wrong in it; `pure` reads without the C parser."""
    start = Spot(0, 0)
    if source.data.startswith(_WIDE_BOMS) or b"\0" in source.data[:4]:
        blind = Source(source.file, b"")
        return Reading(None, [blind.problem(start, "utf-16", "this file is not UTF-8", "save it as UTF-8")])
    with without_collector():
        return _read(source, pure=pure)


def _read(source: Source, *, pure: bool) -> Reading:
    """Read, and where an item is broken blank it and read again."""
    parser = yaml.SafeLoader if pure or not yaml.__with_libyaml__ else yaml.CSafeLoader
    problems: list[Problem] = []
    flaws: list[Problem] = []
    flawed: list[int] = []
    lines: list[str] | None = None
    root, lost = None, 0
    for _ in range(2 + min(MAX_REPAIRS, MAX_REREAD // (len(source.data) + 1))):
        try:
            text = source.data if lines is None else "\n".join(lines)
            builder = Builder(parser(text).get_event, escapes=b"\\" in source.data)
            root = builder.document()
        except yaml.reader.ReaderError as error:
            if lines is not None:
                problems.append(source.problem(Spot(0, 0), "syntax", f"not valid YAML: {error.reason}"))
                break
            lines, flaws, flawed = cleaned(source)
        except (yaml.MarkedYAMLError, TooDeepError) as error:
            lines = list(source.lines) if lines is None else lines
            problem, line = _complaint(source, error, lines)
            repair = blanked(lines, line)
            lines, lost = repair.lines, lost + repair.lost
            inside = [one for one in flaws if repair.first < one.place.line <= repair.last + 1]
            flaws = [one for one in flaws if not repair.first < one.place.line <= repair.last + 1]
            flawed = [line for line in flawed if not repair.first <= line <= repair.last]
            problems += [problem._replace(item=repair.item), *inside]
        else:
            flaws += flaws_of(source, builder)
            flawed += [mark.line for _, mark, _, _ in builder.flaws]
            break
    found = sorted([*problems, *flaws], key=lambda one: one.place)
    return Reading(root, found, tuple(sorted(set(flawed))), lost)


def _complaint(
    source: Source, error: yaml.MarkedYAMLError | TooDeepError, lines: list[str]
) -> tuple[Problem, int]:
    """What the parser did not like, and a line of the item to blame for it."""
    if isinstance(error, TooDeepError):
        hint = f"a bank needs no more than {MAX_DEPTH} levels"
        return source.problem(error.mark, "too-deep", "nested too deep", hint), error.mark.line
    start, at = error.context_mark, error.problem_mark or Spot(0, 0)
    context = error.context or ""
    if start is None or start.line < first_item(lines) or "collection" in context:
        return explained(source, context, error.problem or "", start, at), at.line
    quote = open_quote(lines, start.line, at.line)
    if quote:
        return unclosed(source, quote), quote.line
    return explained(source, context, error.problem or "", start, at), start.line
