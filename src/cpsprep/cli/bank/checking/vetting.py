"""Vetting a bank, line in and line out: a question without its key, an answer, the key, then a verdict.

Each verdict is kept before the next question shows, so stopping at any time, in any way, loses nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from string import ascii_lowercase
from typing import Final

from cpsprep.cli.bank.checking import vetting_words as words
from cpsprep.cli.bank.problem_lines import shown
from cpsprep.cli.study.plain import Page
from cpsprep.cli.typed_words import HELP, QUIT
from cpsprep.core.bank import BankHeader
from cpsprep.core.item import FALSE, TRUE, CardId, Choice, Item, ItemId, Kind, OptionId, Version
from cpsprep.core.problem import Place
from cpsprep.core.records.records import Reader, Reading, ReadingKind, SourcedFact
from cpsprep.core.sitting.question import Question, option_order
from cpsprep.core.version import canonical, version_of

_SKIP: Final = frozenset({"s", "skip"})
_REPEAT: Final = frozenset({"r", "repeat"})
_AGREE: Final = frozenset({"a", "agree"})
_DISPUTE: Final = frozenset({"d", "dispute"})
_EDIT: Final = frozenset({"e", "edit"})
_MORE: Final = frozenset({"m", "more"})
_COMMANDS: Final = _SKIP | _REPEAT | QUIT | HELP | _AGREE | _DISPUTE | _EDIT | _MORE


class Way(Enum):
    """How the reading of one question ended."""

    AGREED = auto()
    DISPUTED = auto()
    LEFT = auto()
    STOPPED = auto()


@dataclass(frozen=True, slots=True)
class Desk:
    """What vetting needs of the world.

    Args:
        page: where text goes.
        read: the next line with its end, "" at the end of input.
        keep: puts a reading on the disk before returning.
        edit: opens an editor at a place and waits; says what went wrong, or nothing.
        again: the item as its file has it now, or None with the reasons.
        today: the date of the readings, ISO.
        by: the name that the reader chose, or none.
        facts: of the bank, by id.
    """

    page: Page
    read: Callable[[], str]
    keep: Callable[[Reading], None]
    edit: Callable[[Place], str]
    again: Callable[[ItemId], tuple[Item | None, Sequence[str]]]
    today: str
    by: str = ""
    facts: Mapping[str, SourcedFact] = field(default_factory=dict)


def waiting(items: Sequence[Item], readings: Sequence[Reading], by: str) -> list[Item]:
    """The items whose present text this reader has not read."""
    read = {(one.item, one.version) for one in readings if one.reader is Reader.PERSON and one.by == by}
    return [item for item in items if (item.id, version_of(canonical(item))) not in read]


class Vetting:
    """One sitting; `ways` counts how its questions ended."""

    def __init__(self, desk: Desk, bank: BankHeader, queue: Sequence[Item]) -> None:
        self._desk = desk
        self._bank = bank
        self._queue = queue
        self._titles = {domain.id: domain.title for domain in bank.domains}
        self.ways: dict[Way, list[ItemId]] = {way: [] for way in Way}

    def run(self) -> None:
        """Ask until the queue is empty or the reader stops; each as its file has it by then."""
        for number, queued in enumerate(self._queue, start=1):
            item, reasons = self._desk.again(queued.id)
            if item is None:
                self._say_all([("", ""), (f"{words.GONE}: {queued.id}", ""), *((one, "") for one in reasons)])
                self.ways[Way.LEFT].append(queued.id)
                continue
            area = self._titles.get(item.domain, item.domain)
            head = f"Question {number} of {len(self._queue)}, {item.id}{f': {area}' if area else ''}."
            way = self._one(item, head)
            self.ways[way].append(item.id)
            if way is Way.STOPPED:
                return

    def _one(self, item: Item, head: str) -> Way:
        """Ask one item until there is a verdict; a changed one is asked anew."""
        while True:
            version = version_of(canonical(item))
            seed = f"{self._desk.today}:{version}"
            order = option_order(Question(self._bank.id, item, CardId(item.id), version), seed, 0)
            chosen = self._ask(item, order, head)
            if isinstance(chosen, Way):
                return chosen
            verdict = self._judge(item, version, chosen)
            if isinstance(verdict, Way):
                return verdict
            item = verdict

    def _ask(self, item: Item, order: Sequence[OptionId], head: str) -> tuple[OptionId, ...] | Way:
        """What the reader chose, nothing for a question without options."""
        self._say_all([("", ""), (head, ""), *words.asked(item, order)])
        while True:
            line = self._line()
            said = " ".join(line.casefold().replace(",", " ").split())
            if not line or said in QUIT:
                return Way.STOPPED
            if said in _SKIP:
                return Way.LEFT
            if said in HELP:
                self._say_all([(_how(item, order), ""), *((one, "") for one in words.ASKING_HELP)])
            elif said in _REPEAT:
                self._say_all([(head, ""), *words.asked(item, order)])
            elif not isinstance(item.body, Choice):
                return ()
            elif chosen := _chosen(item.body, order, said.split()):
                return chosen
            else:
                self._say(_how(item, order))

    def _judge(self, item: Item, version: Version, chosen: Sequence[OptionId]) -> Way | Item:
        """The verdict; or the item as it is after editing, to be asked anew."""
        self._tell(item, chosen)
        while True:
            line = self._line()
            first, _, note = line.strip().partition(" ")
            first, note = first.casefold(), note.strip()
            if not line or first in QUIT:
                return Way.STOPPED
            if first in _SKIP:
                return Way.LEFT
            if first in _AGREE and not note:
                return self._keep(item, version, chosen, agreed=True, note="")
            if first in _DISPUTE and (told := note if len(note) > 1 else self._note()):
                if isinstance(told, Way):
                    return told
                return self._keep(item, version, chosen, agreed=False, note=told)
            if first in _EDIT | _REPEAT and not note:
                fresh = self._reread(item, edit=first in _EDIT)
                if isinstance(fresh, Way) or version_of(canonical(fresh)) != version:
                    return fresh
                item = fresh
                if first in _REPEAT:
                    self._tell(item, chosen)
            elif first in _MORE:
                self._say_all(self._more(item))
            else:
                self._say_all((one, "") for one in (words.VERDICT_HELP if first in HELP else [words.VERDICT]))

    def _tell(self, item: Item, chosen: Sequence[OptionId]) -> None:
        self._say_all([("", ""), *words.told(item, chosen, self._bank), (words.VERDICT, "")])

    def _note(self) -> str | Way:
        """What is wrong, "" to go back; a command alone is one, or a slip, and no dispute to be kept."""
        while True:
            self._say(words.NOTE)
            line = self._line()
            said = line.strip()
            if not line or said.casefold() in QUIT:
                return Way.STOPPED
            if said.casefold() in _SKIP:
                return Way.LEFT
            if len(said) != 1 and said.casefold() not in _COMMANDS:
                return said

    def _reread(self, item: Item, *, edit: bool) -> Item | Way:
        """The item as its file has it now; where a mistake hides it, the reader mends or leaves it."""
        while True:
            wrong = self._desk.edit(item.place) if edit else ""
            if wrong:
                self._say(wrong)
            fresh, reasons = self._desk.again(item.id)
            if fresh is not None:
                if edit and canonical(fresh) == canonical(item):
                    self._say(words.MEND_YOURSELF if wrong else words.UNCHANGED)
                return fresh
            self._say_all([*((one, "") for one in reasons), (words.BROKEN, "")])
            way = self._to_mend()
            if way is not None:
                return way
            edit = True

    def _to_mend(self) -> Way | None:
        """None where the editor is asked for again."""
        while True:
            line = self._line()
            said = line.strip().casefold()
            if not line or said in QUIT:
                return Way.STOPPED
            if said in _SKIP:
                return Way.LEFT
            if said in _EDIT:
                return None
            self._say(words.BROKEN)

    def _keep(
        self, item: Item, version: Version, chosen: Sequence[OptionId], *, agreed: bool, note: str
    ) -> Way:
        other = isinstance(item.body, Choice) and not words.is_key(item, chosen)
        first = f"chose at first: {words.quoted(item, chosen)}" if other else ""
        self._desk.keep(
            Reading(
                date=self._desk.today,
                item=item.id,
                version=version,
                kind=ReadingKind.BLIND,
                agreed=agreed,
                reader=Reader.PERSON,
                defended=other and not agreed,
                by=self._desk.by,
                note=f"{note} [{first}]" if note and first else note or first,
            )
        )
        self._say("Kept: agreed." if agreed else "Kept: disputed.")
        return Way.AGREED if agreed else Way.DISPUTED

    def _more(self, item: Item) -> list[tuple[str, str]]:
        facts = [(name, self._desk.facts.get(name)) for name in item.facts]
        lines = [f"Fact {name}{f': {fact.says}' if fact else ''}" for name, fact in facts]
        lines += [f"Source {key}: {self._bank.sources.get(key, 'not listed')}" for key in item.source]
        lines = lines or ["No fact and no source is given."]
        lines.append(f"File: {shown(item.place.file)}:{item.place.line}")
        return [(line, "") for line in lines]

    def _say_all(self, parts: Iterable[tuple[str, str]]) -> None:
        for text, indent in parts:
            self._desk.page.say(text, indent)

    def _say(self, text: str) -> None:
        self._desk.page.say(text)

    def _line(self) -> str:
        self._desk.page.out.write(self._desk.page.prompt)
        self._desk.page.out.flush()
        return self._desk.read()


def _how(item: Item, order: Sequence[OptionId]) -> str:
    if not isinstance(item.body, Choice):
        return words.RECALL
    if item.kind is Kind.TRUEFALSE:
        return f"{words.TRUTH.removesuffix('.')}, or ? for help."
    last = ascii_lowercase[len(order) - 1]
    if item.kind is Kind.MULTIPLE:
        return f"Type letters from a to {last} with a space between, or ? for help."
    return f"Type a letter from a to {last}, or ? for help."


def _chosen(body: Choice, order: Sequence[OptionId], said: Sequence[str]) -> tuple[OptionId, ...]:
    """The options that these letters stand for; none where they are no answer."""
    letters = dict(zip(ascii_lowercase, order, strict=False))
    if body.kind is Kind.TRUEFALSE:
        letters |= {"t": TRUE, "true": TRUE, "f": FALSE, "false": FALSE}
    if body.kind is Kind.MULTIPLE:
        said = "".join(said)
    if not said or any(one not in letters for one in said):
        return ()
    if len(said) > 1 and body.kind is not Kind.MULTIPLE:
        return ()
    return tuple(dict.fromkeys(letters[one] for one in said))
