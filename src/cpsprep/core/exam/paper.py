"""The paper of a mock exam: its questions in order and its rules, settled at the start and never changed.

It is what the `exam-started` event holds (design 5), and is read back from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from cpsprep.core.events import Event, EventId, EventType, Fact
from cpsprep.core.exam.asked import as_asked
from cpsprep.core.exam.outline import Area
from cpsprep.core.item import BankId, CardId, Choice, ItemId, OptionId, Version
from cpsprep.core.sitting.question import Question

MINUTE_MS: Final = 60_000
_MOST_MINUTES: Final = 7 * 24 * 60


@dataclass(frozen=True, slots=True)
class Slot:
    """One question of a paper.

    Args:
        question: as it was when the exam began.
        order: of its options.
        area: its id in the outline; "" where the outline has none for it.
        seen: the study day on which it was last shown before this exam; None for one never seen.
    """

    question: Question
    order: tuple[OptionId, ...]
    area: str = ""
    seen: int | None = None

    @property
    def body(self) -> Choice:
        body = self.question.item.body
        if not isinstance(body, Choice):
            raise TypeError("an exam asks only questions with options")
        return body


@dataclass(frozen=True, slots=True)
class ExamRules:
    """What holds for one exam.

    Args:
        outline: id of the blueprint; `title` is how a learner reads it, `areas` are its areas.
        shares_known: whether the board publishes the areas' shares.
        cut: the least share of right answers that passes, None where it is unknown; `own_cut` says that it
            is the learner's own.
        minutes: the board's time, None for an exam without a clock.
        extra: what the minutes are multiplied with, for those who are given more time.
        break_minutes: how long the clock may stand still, in all.
        seed: of the form.
        again: the exam whose form this one repeats.
        app: the version of cpsprep.
    """

    outline: str
    title: str
    areas: tuple[Area, ...]
    shares_known: bool = False
    cut: float | None = None
    own_cut: bool = False
    minutes: float | None = None
    extra: float = 1.0
    break_minutes: float = 0.0
    seed: str = ""
    again: EventId | None = None
    app: str = ""

    @property
    def time_ms(self) -> int | None:
        """The whole time without breaks."""
        return None if self.minutes is None else round(self.minutes * self.extra * MINUTE_MS)


@dataclass(frozen=True, slots=True)
class Paper:
    """An exam as it began; its id is that of its `exam-started` event, times are those of that event."""

    id: EventId
    rules: ExamRules
    slots: tuple[Slot, ...]
    started_ms: int
    offset_min: int
    study_day: int

    @property
    def deadline_ms(self) -> int | None:
        """When the time is up if no break is taken; None without a clock."""
        time_ms = self.rules.time_ms
        return None if time_ms is None else self.started_ms + time_ms


def started_fact(paper: Paper) -> Fact:
    """The event that begins an exam, with all that is needed to hold it, report on it, or run it again."""
    rules = paper.rules
    payload: dict[str, object] = {
        "outline": {
            "id": rules.outline,
            "title": rules.title,
            "areas": [[area.id, area.title, area.share] for area in rules.areas],
            "shares_known": rules.shares_known,
            "cut": rules.cut,
            "own_cut": rules.own_cut,
        },
        "form": [_slot_payload(slot) for slot in paper.slots],
        "minutes": rules.minutes,
        "extra_time": rules.extra,
        "break_minutes": rules.break_minutes,
        "deadline_ms": paper.deadline_ms,
        "seed": rules.seed,
        "app": rules.app,
    }
    if rules.again is not None:
        payload["again"] = rules.again
    return Fact(id=paper.id, type=EventType.EXAM_STARTED, mode="exam", payload=payload)


def _slot_payload(slot: Slot) -> dict[str, object]:
    question = slot.question
    payload: dict[str, object] = {
        "bank": question.bank,
        "item": question.item.id,
        "version": question.version,
        "shown": list(slot.order),
        "area": slot.area,
    }
    if slot.seen is not None:
        payload["seen"] = slot.seen
    return payload


def versions_of(event: Event) -> tuple[Version, ...]:
    """The versions whose texts are needed to read a paper."""
    form = event.fact.payload.get("form")
    rows = [row for row in form if isinstance(row, Mapping)] if isinstance(form, list) else []
    return tuple(Version(version) for row in rows if isinstance(version := row.get("version"), str))


def read_paper(event: Event, texts: Mapping[Version, str]) -> Paper | None:
    """The paper of an `exam-started` event, with the texts of its questions as they were.

    None where it cannot be read: a text is missing, or a later cpsprep wrote it in another form.
    """
    payload = event.fact.payload
    try:
        slots = tuple(_slot(row, texts) for row in payload["form"])
        rules = _rules(payload)
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError):
        return None
    if not slots:
        return None
    return Paper(event.fact.id, rules, slots, event.at_ms, event.offset_min, event.study_day)


def _slot(row: Mapping[str, Any], texts: Mapping[Version, str]) -> Slot:
    version = Version(row["version"])
    item = as_asked(ItemId(row["item"]), texts[version])
    if item is None:
        raise ValueError("its text cannot be read")
    question = Question(BankId(row["bank"]), item, CardId(item.id), version)
    slot = Slot(question, (), str(row.get("area", "")), row.get("seen"))
    order = tuple(OptionId(option) for option in row["shown"])
    if sorted(order) != sorted(slot.body.options):
        raise ValueError("these are not its options")
    return replace(slot, order=order)


def _rules(payload: Mapping[str, Any]) -> ExamRules:
    outline = payload["outline"]
    rules = ExamRules(
        outline=str(outline["id"]),
        title=str(outline["title"]),
        areas=tuple(Area(str(id_), str(title), float(share)) for id_, title, share in outline["areas"]),
        shares_known=bool(outline.get("shares_known")),
        cut=_number(outline.get("cut")),
        own_cut=bool(outline.get("own_cut")),
        minutes=_number(payload["minutes"]),
        extra=float(payload.get("extra_time", 1)),
        break_minutes=float(payload.get("break_minutes", 0)),
        seed=str(payload.get("seed", "")),
        again=payload.get("again"),
        app=str(payload.get("app", "")),
    )
    times = (0 if rules.minutes is None else rules.minutes, rules.extra, rules.break_minutes)
    if not all(0 <= time <= _MOST_MINUTES for time in times):
        raise ValueError("no such time")
    return rules


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)
