"""Markdown: one heading a question, task lists with the key ticked, reasons below their options.

Signs that Markdown gives a meaning have a backslash before them, so that a page shows the text as it is.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from cpsprep.core.bank import BankHeader
from cpsprep.core.cloze import revealed
from cpsprep.core.export.parts import Capacity, Exported, Part, exported
from cpsprep.core.export.wording import before, line_of, one_line, paragraphs
from cpsprep.core.item import Basic, Choice, Cloze, Item, OptionId

CAPACITY: Final = Capacity(
    frozenset(
        {
            Part.ID,
            Part.WHY,
            Part.EXPLANATION,
            Part.DOMAIN,
            Part.PARAGRAPHS,
            Part.HINT,
            Part.NUMBERS,
            Part.ALL_OR_NOTHING,
        }
    ),
    frozenset({Part.SCENARIO, Part.CONTENT_NOTE, Part.MEDIA}),
)
_SIGNS: Final = re.compile(r"[\\`*_\[\]<>&#|~$^]")
_OTHER: Final = "Other questions"
_AT_START: Final = re.compile(r"^(\s*)([-+=:]|\d+(?=[.)]))")


def markdown(items: Sequence[Item], header: BankHeader) -> Exported:
    """The items as a Markdown file."""
    titles = {domain.id: domain.title for domain in header.domains}
    blocks = [f"# {plain(one_line(header.title))}"]
    about = line_of("", header.version and f"version {header.version}", header.licence)
    blocks += [plain(about)] if about else []
    last = None if any(item.domain for item in items) else ""
    for item in items:
        if item.domain != last:
            blocks.append(f"## {plain(one_line(titles.get(item.domain, item.domain))) or _OTHER}")
            last = item.domain
        blocks += _blocks(item)
    return exported("\n\n".join(blocks) + "\n", items, [], CAPACITY)


def plain(text: str) -> str:
    """A line that shows just this text."""
    line = _SIGNS.sub(lambda sign: f"\\{sign[0]}", text)
    return _AT_START.sub(_started, line)


def _started(found: re.Match[str]) -> str:
    """A sign at the start of a line would make a list, a heading's underline or a definition of it."""
    sign = found[2]
    return f"{found[1]}{sign}" if sign[0].isdigit() else f"{found[1]}\\{sign}"


def _told(text: str) -> list[str]:
    return [re.sub(r"^(\d+)([.)])", r"\1\\\2", plain(one)) for one in paragraphs(text)]


def _blocks(item: Item) -> Iterator[str]:
    yield f"### {item.id}"
    for text in before(item):
        yield from _told(text)
    match item.body:
        case Choice() as body:
            yield from _told(body.stem)
            yield "\n".join(line for option in body.options for line in _option(body, option))
        case Cloze(text=text):
            yield from _told(text)
            yield f"Answer: {plain(one_line(revealed(text)))}"
        case Basic(front=front, back=back):
            yield from _told(front)
            first, *more = _told(back)
            yield f"Answer: {first}"
            yield from more
        case _:
            assert_never(item.body)
    if item.explanation.strip():
        yield "\n>\n".join(f"> {one}" for one in _told(item.explanation))


def _option(body: Choice, option: OptionId) -> Iterator[str]:
    """A line with its box; paragraphs of one option are indented below it."""
    first, *more = _told(body.options[option])
    yield f"- [{'x' if option in body.answer else ' '}] {first}"
    for one in more:
        yield from ("", f"  {one}", "")
    for one in _told(body.why.get(option, "")):
        yield f"  - {one}"
