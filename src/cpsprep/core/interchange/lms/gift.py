"""GIFT, Moodle's text format: questions in braces, parted by blank lines.

Its documentation is that of Moodle ("GIFT format"); files found in the wild leave blank lines out, put them
where none belong and end in `}";`, so a question also ends where the next one can be seen to begin.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Draft, Found, Skipped, Spot
from cpsprep.core.interchange.lms.choices import topic_of
from cpsprep.core.interchange.lms.gift_answers import answered
from cpsprep.core.interchange.lms.gift_text import Text, cut, hidden, shown
from cpsprep.core.interchange.lms.moodle_cloze import gaps
from cpsprep.core.interchange.lms.passages import Passage, Passages
from cpsprep.core.item import Kind

_CATEGORY: Final = re.compile(r"\s*\$CATEGORY:(.*)", re.IGNORECASE)
_TITLE: Final = re.compile(r"\s*::(.*?)::", re.DOTALL)
_STARTS: Final = re.compile(r"\s*(::|//|\$CATEGORY:)", re.IGNORECASE)
_MARKED: Final = re.compile(r"\[(id|tag):((?:[^\]\\]|\\.)*)\]")
_AFTER: Final = re.compile(r'^["\';\s]*$')
"""What files in the wild have behind a question, such as the rest of a string in a program."""
_GAP: Final = "_____"
_PLAIN_GAP: Final = re.compile(r"\{\s*([~=][^{}]*)\}")
_RIGHT_SIGN: Final = re.compile(r"(?<![~\\])=")
_OURS: Final = re.compile(r"\{\{c\d+::.*?\}\}", re.DOTALL)
_MOST_MARKS: Final = 20
"""Comments above a question that may say something of it."""


class Block(NamedTuple):
    """One question's text with its escapes hidden; `id` and `tags` are from the comments above it."""

    where: Spot
    text: str
    category: str
    id: str = ""
    tags: tuple[str, ...] = ()


def read_gift(text: str, file: str) -> Found:
    """The questions of a GIFT file."""
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    passages = Passages()
    for block in _blocks(text, file):
        found = _question(block)
        if isinstance(found, Draft):
            drafts.append(found)
        elif isinstance(found, Passage):
            passages.begin(found, len(drafts))
        else:
            skipped.append(found)
    told, remarks = passages.told(drafts)
    return Found(told, skipped, remarks)


def _blocks(text: str, file: str) -> Iterator[Block]:
    """Each question with the line it begins in; comments and categories apply from where they stand."""
    category, marks, lines, start = "", [], [], 0  # type: str, list[str], list[str], int
    braces = _Braces()
    for number, line in enumerate(text.split("\n"), 1):
        stripped, kept = line.lstrip(), hidden(line)
        if lines and braces.end_before(stripped, kept, after_blank=not lines[-1].strip()):
            yield _block(Spot(file, start), lines, category, marks)
            lines, marks, braces = [], [], _Braces()
        if stripped.startswith("//"):
            marks = [*marks, stripped][-_MOST_MARKS:]
        elif not lines and (named := _CATEGORY.match(line)):
            category = topic_of(shown(hidden(named[1].strip())))
        elif stripped or lines:
            start = start if lines else number
            lines.append(kept)
            braces = braces.after(kept)
    if lines:
        yield _block(Spot(file, start), lines, category, marks)


class _Braces(NamedTuple):
    """Whether a brace is open, and whether one was closed; GIFT does not nest them."""

    opened: bool = False
    closed: bool = False

    def after(self, line: str) -> "_Braces":
        opened, closed = line.rfind("{"), line.rfind("}")
        return _Braces(self.opened if opened == closed else opened > closed, self.closed or closed >= 0)

    def end_before(self, stripped: str, kept: str, *, after_blank: bool) -> bool:
        """Whether a question ends before a line; an open brace keeps it together over blank lines."""
        if self.opened:
            return stripped.startswith("::") or ("{" in kept and after_blank)
        return not stripped or _STARTS.match(stripped) is not None or (self.closed and "{" in kept)


def _block(where: Spot, lines: list[str], category: str, marks: list[str]) -> Block:
    said = [found for mark in marks for found in _MARKED.findall(mark)]
    name = next((value for key, value in said if key == "id"), "")
    tags = tuple(shown(hidden(value)) for key, value in said if key == "tag")
    return Block(where, "\n".join(lines), category, name, tags)


def _question(block: Block) -> Draft | Passage | Skipped:
    where, text = block.where, block.text
    title = _TITLE.match(text)
    name = shown(title[1]) if title else ""
    text = text[title.end() :] if title else text
    before, opened, rest = text.partition("{")
    if not opened:
        return Passage(where, cut(text).text, block.category)
    if "{" in rest:
        return _gapped(block, name, text)
    answer, closed, after = rest.partition("}")
    if not closed:
        return Skipped(where, "unfinished", "a brace is opened and never closed").of(name or before)
    stem = cut(before)
    after = "" if _AFTER.match(after) else after
    whole = _joined(stem, after)
    made = answered(where, whole, answer)
    if isinstance(made, Skipped):
        return made.of(name or whole.text)
    if not whole.text:
        return Skipped(where, "without a stem", "there is nothing before the brace")
    return replace(made, name=block.id or name, topic=block.category, tags=block.tags)


def _gapped(block: Block, name: str, text: str) -> Draft | Skipped:
    """A text with several pairs of braces, which GIFT has no form for; those of Moodle's cloze are gaps."""
    whole = cut(text)
    found = gaps(_PLAIN_GAP.sub(_as_cloze, whole.text))
    if found is None or "{" in _OURS.sub("", found[0]):
        why = "it has several pairs of braces; write each as a question of its own"
        return Skipped(block.where, "several answers", why).of(name or text)
    lost = (*whole.lost, *found[1])
    made = Draft(Kind.CLOZE, block.where, found[0], lost=lost)
    return replace(made, name=block.id or name, topic=block.category, tags=block.tags)


def _as_cloze(found: re.Match[str]) -> str:
    """The answers of a gap as Moodle's cloze has them, each behind a tilde."""
    return f"{{1:MC:{_RIGHT_SIGN.sub('~=', found[1])}}}"


def _joined(stem: Text, after: str) -> Text:
    """The stem; where text follows the braces, with a gap in their place."""
    if not after.strip():
        return stem
    space = "" if not stem.text else " "
    tail = shown(after)
    glue = "" if re.match(r"[.,;:!?)]", tail) else " "
    return Text(f"{stem.text}{space}{_GAP}{glue}{tail}", stem.lost)
