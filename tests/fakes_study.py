"""Questions, a clock and a log made by hand, for tests of sittings."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from cpsprep.app.errors import UnreadableError
from cpsprep.core.bank import Bank, BankHeader, Catalog, Domain
from cpsprep.core.catalog import entries_of
from cpsprep.core.events import Event, EventId, Fact, Moment
from cpsprep.core.history import CardRecord, History
from cpsprep.core.item import (
    FALSE,
    TRUE,
    BankId,
    Basic,
    Body,
    CardId,
    Choice,
    Cloze,
    Item,
    ItemId,
    Kind,
    OptionId,
    ScenarioPart,
    Version,
)
from cpsprep.core.problem import Place
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.answering import SittingRules
from cpsprep.core.sitting.question import Question
from cpsprep.core.sitting.session import Previous, Session
from cpsprep.core.sitting.steps import start
from cpsprep.core.version import canonical, version_of

BANK = BankId("b0f5f9f6-6f0c-4f5e-9c1b-2c6f0a7de5a1")
HEADER = BankHeader(
    id=BANK,
    title="Test bank",
    domains=(Domain("listening", "Listening"), Domain("crisis", "Crisis")),
    misconceptions={"planned-first": "planning before listening"},
    sources={"wi-guide": "Training guide, Wisconsin DHS, 2023"},
)
DAY = 20_000


def option(letter: str) -> OptionId:
    return OptionId(letter)


def choice(
    stem: str = "What comes FIRST?",
    *,
    answer: Sequence[str] = ("a",),
    options: Mapping[str, str] | None = None,
    kind: Kind = Kind.SINGLE,
    why: bool = True,
) -> Choice:
    texts = options or {"a": "Listen to her.", "b": "Make a plan.", "c": "Give money.", "d": "Call a doctor."}
    reasons = {option(letter): f"Why {text.lower()}" for letter, text in texts.items()} if why else {}
    return Choice(
        kind=kind,
        stem=stem,
        options={option(letter): text for letter, text in texts.items()},
        answer=tuple(option(letter) for letter in answer),
        why=reasons,
    )


def truefalse(stem: str = "Listening is passive.", *, true: bool = False) -> Choice:
    return Choice(
        kind=Kind.TRUEFALSE,
        stem=stem,
        options={TRUE: "True", FALSE: "False"},
        answer=(TRUE if true else FALSE,),
        why={TRUE: "It only looks so.", FALSE: "It is work."},
    )


def item(
    name: str = "q-1",
    body: Body | None = None,
    *,
    content_note: str = "",
    explanation: str = "",
    shuffle: bool = False,
    scenario: ScenarioPart | None = None,
    source: tuple[str, ...] = ("wi-guide",),
) -> Item:
    return Item(
        id=ItemId(name),
        body=body or choice(),
        place=Place("deck.yaml", 1, 1),
        deck="deck",
        domain="listening",
        topic="topic",
        content_note=content_note,
        explanation=explanation,
        shuffle=shuffle,
        scenario=scenario,
        source=source,
    )


def question(name: str = "q-1", body: Body | None = None, **more: object) -> Question:
    """A question whose options keep their authored order, so that letters are ids."""
    keys = {"state", "last_day", "rounds", "due", "key_changed"}
    about = {key: value for key, value in more.items() if key in keys}
    rest = {key: value for key, value in more.items() if key not in keys}
    made = item(name, body, **rest)  # type: ignore[arg-type]
    return Question(
        bank=BANK,
        item=made,
        card=CardId(made.cards[0]),
        version=version_of(canonical(made)),
        **about,  # type: ignore[arg-type]
    )


def questions(number: int) -> tuple[Question, ...]:
    return tuple(question(f"q-{n}") for n in range(1, number + 1))


BASIC = Basic(front="Who named active listening?", back="Rogers and Farson")
CLOZE = Cloze(text="OARS begins with {{c1::open}} questions.", numbers=(1,))


@dataclass
class FakeClock:
    """Time that moves by ten seconds at each look, on one study day unless told otherwise."""

    at_ms: int = DAY * 86_400_000 + 10 * 3_600_000
    step_ms: int = 10_000
    study_day: int = DAY
    ids: "count[int]" = field(default_factory=lambda: count(1))

    def now(self) -> Moment:
        self.at_ms += self.step_ms
        ids = tuple(EventId(f"e{next(self.ids)}") for _ in range(3))
        return Moment(self.at_ms, 0, self.study_day, ids)


@dataclass
class FakeLog:
    """Keeps facts in a list; `broken` is raised in place of keeping any."""

    facts: list[Fact] = field(default_factory=list)
    versions: dict[Version, str] = field(default_factory=dict)
    broken: Exception | None = None
    past: History = field(default_factory=History)
    before: CardRecord | None = None

    def append(self, facts: Sequence[Fact], at: Moment, versions: Mapping[Version, str]) -> None:
        del at
        if self.broken is not None:
            raise self.broken
        self.facts.extend(facts)
        self.versions.update(versions)

    def history(self, today: int) -> History:
        del today
        return self.past

    def version(self, version: Version) -> str | None:
        return self.versions.get(version)

    def record_before(self, event: Event) -> CardRecord | None:
        del event
        return self.before

    def event(self, event_id: str) -> Event | None:
        del event_id
        return None


def bank(*items: Item, header: BankHeader = HEADER, left_out: int = 0) -> Bank:
    return Bank(header, {one.id: one for one in items}, left_out=left_out)


@dataclass
class FakeShelf:
    """Banks in memory; an item in `gone` can no longer be read, `broken` is raised in place of a catalog."""

    banks: Sequence[Bank] = ()
    gone: Collection[str] = ()
    broken: Exception | None = None

    def catalog(self) -> Catalog:
        if self.broken is not None:
            raise self.broken
        return Catalog(
            headers=tuple(one.header for one in self.banks),
            entries=tuple(entry for one in self.banks for entry in entries_of(one)),
            left_out=sum(one.left_out for one in self.banks),
        )

    def item(self, bank: BankId, item: ItemId) -> Item:
        home = next(one for one in self.banks if one.header.id == bank)
        if item in self.gone or item not in home.items:
            raise UnreadableError(f"question '{item}' is gone")
        return home.items[item]


class FakeExtras:
    """Says fixed words."""

    def header(self, question: Question) -> BankHeader | None:
        del question
        return HEADER

    def why_today(self, question: Question) -> str:
        return f"{question.card} is due today."

    def report(self, question: Question, flag: act.Flag) -> str:
        return f"{question.card}: {flag.reason.value}. {flag.note}"

    def edit(self, question: Question) -> str:
        return f"{question.card} cannot be edited here."


def session(
    *queue: Question,
    rules: SittingRules | None = None,
    clock: FakeClock | None = None,
    previous: Previous | None = None,
) -> Session:
    return start(queue, rules or SittingRules(seed="seed"), (clock or FakeClock()).now(), previous)
