"""One question as it was read from elsewhere, before it is one of ours: its key may be unknown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cpsprep.core.interchange.tidy import shortened
from cpsprep.core.item import Kind


class Spot(NamedTuple):
    """Where something stood: a line of a text, a paragraph of a document, a row of a table, a note."""

    file: str
    number: int
    unit: str = "line"

    def __str__(self) -> str:
        return (
            f"{self.file}:{self.number}" if self.unit == "line" else f"{self.file}, {self.unit} {self.number}"
        )


class Option(NamedTuple):
    """One option; `why` is what was said to those who chose it."""

    text: str
    right: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A question from elsewhere.

    Args:
        kind: what it will be; of the kind truefalse the options are true and false.
        where: in its file.
        stem: what is asked: the front of basic, the text of cloze.
        options: in order; where none is right the key is not known.
        back: the answer of basic.
        name: what its file calls it, by which it is known again; "" for none.
        doubt: why no option is marked as right though the file said something of it.
        explanation: the principle, or what everybody was told afterwards.
        topic: from its category or heading.
        tags: words.
        story: the situation that it shares with others of its file, each of which has the same text here.
        scene: what its file calls that situation; "" where it tells situations apart by their texts alone.
        updates: what happened in the situation up to this question, as our own files tell it.
        letters: the ids of the options in their order; "" where they have the letters in order.
        more: further fields, by the names of docs/authoring.md.
        lost: what stood there and cannot be kept, in a few words each.
        is_exact: whether its texts are those of a bank, so that nothing about them is to be tidied.
    """

    kind: Kind
    where: Spot
    stem: str
    options: tuple[Option, ...] = ()
    back: str = ""
    name: str = ""
    doubt: str = ""
    explanation: str = ""
    topic: str = ""
    tags: tuple[str, ...] = ()
    story: str = ""
    scene: str = ""
    updates: tuple[str, ...] = ()
    letters: str = ""
    more: Mapping[str, object] = field(default_factory=dict)
    lost: tuple[str, ...] = ()
    is_exact: bool = False

    @property
    def has_key(self) -> bool:
        """Whether it is known what is right."""
        match self.kind:
            case Kind.BASIC:
                return self.back != ""
            case Kind.CLOZE:
                return True
            case _:
                return any(option.right for option in self.options)


class Skipped(NamedTuple):
    """What was not taken: `what` names its sort for counting, such as matching; `why` says more."""

    where: Spot
    what: str
    why: str

    def of(self, text: str) -> "Skipped":
        """The same, with the name or the first words of the question, by which its author finds it."""
        start = shortened(text)
        return self._replace(why=f"{self.why}: {start}" if start else self.why)


class Remark(NamedTuple):
    """Something that an instructor should know of a file as a whole or of a place in it."""

    where: Spot
    said: str


@dataclass(frozen=True, slots=True)
class Found:
    """All that a reader found in one file, in its order.

    Args:
        drafts: with marks where pictures stood; see `marks`.
        skipped: what was not taken.
        remarks: what to look at.
        title: what the file calls itself.
        held: pictures and sounds that stand in the text, in base64, by the names that marks have for them.
        partly: whether a part that may hold questions was not read, such as another sheet.
    """

    drafts: Sequence[Draft] = ()
    skipped: Sequence[Skipped] = ()
    remarks: Sequence[Remark] = ()
    title: str = ""
    held: Mapping[str, str] = field(default_factory=dict)
    partly: bool = False


class HostileError(Exception):
    """The file is built in a way that no honest program writes, or holds more than a bank could."""
