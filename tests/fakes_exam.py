"""Mock exams made by hand: entries, outlines, papers, a log in memory, and walks of any actions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

from cpsprep.core.bank import Entry
from cpsprep.core.events import Confidence, Event, EventId, Fact, Moment
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.exam import Exam, IllegalActionError
from cpsprep.core.exam.machine import begin, step
from cpsprep.core.exam.outline import Area, Outline
from cpsprep.core.exam.paper import ExamRules, Paper, Slot
from cpsprep.core.history import History
from cpsprep.core.item import BankId, CardId, Item, ItemId, ItemKey, Kind, OptionId, Status, Version
from cpsprep.core.sitting.question import Question
from cpsprep.core.version import canonical, version_of
from fakes_study import BANK, DAY, choice, item

START_MS = DAY * 86_400_000 + 10 * 3_600_000
MINUTE = 60_000
AREAS = (Area("one", "One", 0.5), Area("two", "Two", 0.5))


def entry(name: str, number: int = 0, **changes: object) -> Entry:
    made = Entry(
        bank=BANK,
        item=ItemId(name),
        card=CardId(name),
        kind=Kind.SINGLE,
        deck="deck",
        domain="one",
        topic="topic",
        status=Status.LIVE,
        order=number,
        version=Version("v"),
    )
    return made._replace(**changes)  # type: ignore[arg-type]


def entries(count: int, prefix: str = "q", **changes: object) -> list[Entry]:
    return [entry(f"{prefix}-{n}", n, **changes) for n in range(count)]


def outline(parts: Mapping[str, Iterable[Entry]], **changes: object) -> Outline:
    """Areas of equal shares, with the entries that belong to each."""
    area_of = {(one.bank, one.item): area for area, every in parts.items() for one in every}
    areas = tuple(Area(name, name.title(), 1 / len(parts)) for name in parts)
    return Outline("board", "A board", areas, area_of, **changes)  # type: ignore[arg-type]


def slot(made: Item, area: str = "one", seen: int | None = None) -> Slot:
    body = made.body
    options = tuple(body.options) if hasattr(body, "options") else ()
    question = Question(BANK, made, CardId(made.id), version_of(canonical(made)))
    return Slot(question, options, area, seen)


def slots(count: int = 4) -> tuple[Slot, ...]:
    """Questions with the key a; the second takes several (a and c), the third has a content note."""
    made = [item(f"q-{n}", choice(f"Question {n}?")) for n in range(1, count + 1)]
    if count > 1:
        made[1] = item("q-2", choice("Which two?", answer=("a", "c"), kind=Kind.MULTIPLE))
    if count > 2:
        made[2] = item("q-3", choice("Heavy?"), content_note="This touches on loss.")
    areas = ["one", "two"]
    return tuple(slot(one, areas[n % 2], DAY - 9 if n % 2 else None) for n, one in enumerate(made))


def paper(*questions: Slot, **rules: object) -> Paper:
    """A paper of ten minutes with three for breaks, unless told otherwise."""
    settled: dict[str, object] = {"minutes": 10.0, "break_minutes": 3.0, "areas": AREAS} | rules
    made = ExamRules("board", "A board", **settled)  # type: ignore[arg-type]
    return Paper(EventId("exam-1"), made, questions or slots(), START_MS, 0, DAY)


def at(ms: int, *ids: str) -> Moment:
    """So many milliseconds after the start."""
    return Moment(START_MS + ms, 0, DAY, tuple(map(EventId, ids or (f"e{ms}", f"e{ms}-b", f"e{ms}-c"))))


def held(fact: Fact, when: Moment, seq: int, device: str = "here") -> Event:
    return Event(fact, seq, device, "sitting", when.at_ms, 0, when.study_day, "plain")


@dataclass
class Walk:
    """An exam that is held while its events are kept as a log would keep them."""

    exam: Exam
    events: list[Event] = field(default_factory=list)
    ms: int = 0
    device: str = "here"

    @classmethod
    def of(cls, made: Paper | None = None) -> "Walk":
        when = at(0, "exam-1", "e0")
        exam, facts = begin(made or paper(), when)
        walk = cls(exam)
        walk.keep(facts, when)
        return walk

    def keep(self, facts: Iterable[Fact], when: Moment) -> None:
        self.events += [held(one, when, len(self.events) + n, self.device) for n, one in enumerate(facts, 1)]

    def do(self, action: act.Action, after: int = 1_000) -> Exam:
        """Carry it out so many milliseconds later."""
        self.ms += after
        when = at(self.ms, f"{self.device}-{len(self.events)}")
        self.exam, facts = step(self.exam, action, when)
        self.keep(facts, when)
        return self.exam

    def attempt(self, action: act.Action, after: int) -> None:
        """Carry it out if the exam allows it."""
        try:
            self.do(action, after)
        except IllegalActionError:
            return


def option(letter: str) -> OptionId:
    return OptionId(letter)


def chosen(*letters: str, confidence: Confidence | None = None) -> act.Choose:
    return act.Choose(tuple(map(option, letters)), confidence)


_letters = st.sampled_from("abcde").map(option)
ACTIONS: st.SearchStrategy[act.Action] = st.one_of(
    st.builds(
        act.Choose,
        st.lists(_letters, max_size=3).map(tuple),
        st.none() | st.sampled_from(Confidence),
    ),
    st.builds(act.Strike, _letters),
    st.builds(act.GoTo, st.integers(0, 6)),
    st.sampled_from(
        [
            *(act.Clear(), act.Mark(), act.Continue(), act.Next(), act.Previous(), act.NextOpen()),
            *(act.NextMarked(), act.Pause(), act.Return(), act.HideClock(), act.Submit(), act.GoBack()),
            *(act.Time(), act.Overview(), act.Repeat(), act.Options(), act.Help(), act.Leave()),
        ]
    ),
)
"""Anything but `Confirm`, so that walks go on."""
TIMES = st.integers(-30_000, 90_000)
"""Milliseconds from one action to the next; clocks may fall."""
WALKS = st.lists(st.tuples(ACTIONS, TIMES), max_size=40)


def texts_of(made: Paper) -> dict[Version, str]:
    return {one.question.version: canonical(one.question.item) for one in made.slots}


@dataclass
class FakeExamLog:
    """Fulfils `app.exams.ExamLog` in memory; `broken` is raised in place of keeping anything."""

    events: list[Event] = field(default_factory=list)
    versions: dict[Version, str] = field(default_factory=dict)
    past: History = field(default_factory=History)
    seen: dict[ItemKey, int] = field(default_factory=dict)
    broken: Exception | None = None

    def append(self, facts: Sequence[Fact], at: Moment, versions: Mapping[Version, str]) -> None:
        if self.broken is not None:
            raise self.broken
        self.versions.update(versions)
        self.events += [held(fact, at, len(self.events) + n) for n, fact in enumerate(facts, 1)]

    def seal(self, events: Sequence[Event], at: Moment) -> None:
        del at
        if self.broken is not None:
            raise self.broken
        there = {event.fact.id for event in self.events}
        self.events += [event for event in events if event.fact.id not in there]

    def exam_events(self) -> list[Event]:
        return [event for event in self.events if event.fact.type.startswith("exam-")]

    def texts(self, versions: Iterable[Version]) -> dict[Version, str]:
        return {version: self.versions[version] for version in versions if version in self.versions}

    def last_seen(self) -> dict[ItemKey, int]:
        return self.seen

    def history(self, today: int) -> History:
        del today
        return self.past

    @property
    def types(self) -> list[str]:
        return [event.fact.type for event in self.events]


def keys(*names: str) -> frozenset[ItemKey]:
    return frozenset((BankId(BANK), ItemId(name)) for name in names)
