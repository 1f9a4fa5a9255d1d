"""Markdown: numbered questions, task lists with the key ticked, reasons and the like in lines below.

Signs that Markdown gives a meaning have a backslash before them, so that a page shows the text as it is.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from cpsprep.core.bank import BankHeader
from cpsprep.core.cloze import Hidden
from cpsprep.core.export.names import MARK
from cpsprep.core.export.parts import Capacity, Exported, Part, exported
from cpsprep.core.export.wording import before, gapped, hidden_parts, line_of, segments
from cpsprep.core.item import LETTERS, Basic, Choice, Cloze, Item
from cpsprep.core.paragraphs import one_line, paragraphs

CAPACITY: Final = Capacity(
    frozenset(
        {
            *(Part.ID, Part.WHY, Part.EXPLANATION, Part.DOMAIN, Part.TOPIC, Part.LEVEL, Part.TAGS),
            *(Part.ALL_OR_NOTHING, Part.HINT, Part.NUMBERS, Part.PARAGRAPHS, Part.BACK_ALONE),
        }
    ),
    frozenset({Part.SCENARIO, Part.CONTENT_NOTE, Part.MEDIA}),
)
_SIGNS: Final = re.compile(r"[\\`*_\[\]<>&#|~$^]")
_AT_START: Final = re.compile(r"^(?:[-+=:](?=\s|$|[-=])|\d+(?=[.)]))")
_OTHER: Final = "Other questions"
_APART: Final = "<br><br>"


def markdown(items: Sequence[Item], header: BankHeader) -> Exported:
    """The items as a Markdown file."""
    titles = {domain.id: domain.title for domain in header.domains}
    blocks = [f"<!-- {MARK} -->", f"# {plain(header.title)}"]
    about = line_of("", header.version and f"version {header.version}", header.licence)
    blocks += [f"*{plain(about)}*"] if about else []
    last = None if any(item.domain for item in items) else ""
    for number, item in enumerate(items, 1):
        if item.domain != last:
            blocks.append(f"## {plain(titles.get(item.domain, item.domain)) or _OTHER}")
            last = item.domain
        blocks.append(_question(number, item))
    return exported("\n\n".join(blocks) + "\n", items, [], CAPACITY)


def plain(text: str) -> str:
    """One line that shows just this text."""
    line = _SIGNS.sub(lambda sign: f"\\{sign[0]}", one_line(text))
    return _AT_START.sub(_started, line)


def whole(text: str) -> str:
    """One line that shows just this text, with two breaks of HTML between paragraphs.

    Beside these a reader takes references to signs for such, and no backslashes before them.
    """
    parts = [plain(part) for part in paragraphs(text)]
    if len(parts) > 1:
        parts = [part.replace(r"\&", "&amp;").replace(r"\<", "&lt;") for part in parts]
    return _APART.join(parts)


def _started(found: re.Match[str]) -> str:
    """A sign or number at the start of a line would make a list, or a heading of the line above it."""
    return f"{found[0]}\\" if found[0][0].isdigit() else f"\\{found[0]}"


def _question(number: int, item: Item) -> str:
    """A list item: everything below its first line is indented."""
    label = f"{number}. "
    first, *more = _blocks(item)
    indent = " " * len(label)
    rest = [f"{indent}{line}" for block in more for line in ("", *block.split("\n"))]
    return "\n".join([f"{label}{first}", *(line.rstrip() if not line.strip() else line for line in rest)])


def _blocks(item: Item) -> Iterator[str]:
    for text in before(item):
        yield from map(plain, paragraphs(text))
    match item.body:
        case Choice() as body:
            yield from map(plain, paragraphs(body.stem))
            yield "\n".join(
                f"- [{'x' if option in body.answer else ' '}] {whole(text)}"
                for option, text in body.options.items()
            )
        case Cloze(text=text):
            yield from map(plain, paragraphs(gapped(text)))
            yield f"Answer: {plain('; '.join(hidden_parts(text)))}"
        case Basic(front=front, back=back):
            yield from map(plain, paragraphs(front))
            yield f"Answer: {whole(back)}"
        case _:
            assert_never(item.body)
    yield "  \n".join(f"{name}: {whole(text)}" for name, text in _told(item))


def _gaps(text: str) -> Iterator[str]:
    """The number of each gap's card, so that our own reader can close the gaps again."""
    for part in segments(text):
        if isinstance(part, Hidden):
            told = part.hint.strip() and not {"(", ")"} & set(part.hint)
            yield f"{part.number} with hint" if told else f"{part.number}"


def _told(item: Item) -> Iterator[tuple[str, str]]:
    """The lines below a question; two spaces at their ends keep them apart on a page."""
    yield "ID", item.id
    if item.domain:
        yield "Area", item.domain
    if item.topic and item.topic != item.deck:  # one without a topic has its deck's name
        yield "Topic", item.topic
    if item.level:
        yield "Level", item.level.value
    if item.tags:
        yield "Tags", ", ".join(item.tags)
    if isinstance(item.body, Cloze):
        yield "Gaps", ", ".join(_gaps(item.body.text))
    if isinstance(item.body, Choice):
        for letter, option in zip(LETTERS, item.body.options, strict=False):
            if why := item.body.why.get(option, ""):
                yield f"Why {letter}", why
    if item.explanation.strip():
        yield "Explanation", item.explanation
