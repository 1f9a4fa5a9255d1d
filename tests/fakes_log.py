"""Events for tests of the log, made by hand or drawn by hypothesis."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from cpsprep.adapters.log.database import transaction
from cpsprep.adapters.log.merge import add_event
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.core.events import Event, EventId, EventType, Fact, Mode, Moment
from cpsprep.core.item import BankId, CardId, ItemId, Version

BANK = BankId("7f9c0d52-1111-4222-8333-944455556666")
DAY = 20_000
DAY_MS = 86_400_000


def moment(day: int = DAY, ms: int = 0) -> Moment:
    return Moment(day * DAY_MS + ms, 60, day, ())


def fact(id_: str, type_: str = EventType.ANSWERED, card: str | None = "al-0001", **changes: Any) -> Fact:  # noqa: ANN401
    made = Fact(EventId(id_), type_, bank=BANK, card=None if card is None else CardId(card))
    return replace(made, **changes)


def answer(id_: str, grade: int | None = 4, card: str = "al-0001", **changes: Any) -> Fact:  # noqa: ANN401
    """A graded review answer."""
    changes = {
        "version": Version("v1"),
        "mode": Mode.REVIEW,
        "grade": grade,
        "payload": {"ms": 9000},
    } | changes
    return fact(id_, card=card, item=ItemId(card), **changes)


def void(id_: str, target: str) -> Fact:
    return Fact(EventId(id_), EventType.VOIDED, target=EventId(target))


def event(made: Fact, day: int = DAY, seq: int = 1, device: str = "one") -> Event:
    return Event(made, seq, device, "sitting", day * DAY_MS + seq, 60, day, "plain")


def insert(log: SqliteLog, events: Iterable[Event]) -> None:
    """Put events in as they are, as a merge does."""
    with transaction(log.connection):
        for one in events:
            add_event(log.connection, one, "a test")


def log_at(folder: Path, name: str = "log.db", **options: Any) -> SqliteLog:  # noqa: ANN401
    return SqliteLog(folder / name, **{"session": "sitting", "source": "plain", "device": "here"} | options)


_cards = st.sampled_from(["al-0001", "al-0002", "al-0003#c1"])
_ids = st.integers(0, 40)
_payloads = st.just({"confidence": "guess"}) | st.dictionaries(
    st.text(max_size=5), st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=8), max_size=3
)


@st.composite
def _facts(draw: st.DrawFn, number: int) -> Fact:
    id_ = f"e{number:03d}"
    kind = draw(
        st.sampled_from(["answered"] * 6 + ["other", "voided", "mark", "planned", "learner", "exam", "seen"])
    )
    card = draw(_cards)
    match kind:
        case "answered":
            grade = draw(st.none() | st.integers(0, 5))
            mode = draw(st.sampled_from([Mode.REVIEW] * 4 + [Mode.PRACTICE, Mode.EXAM]))
            shown = draw(st.sampled_from([None, Version("v1"), Version("v2")]))
            correct = draw(st.none() | st.booleans())
            return answer(
                id_, grade, card, mode=mode, version=shown, correct=correct, payload=draw(_payloads)
            )
        case "voided":
            return void(id_, f"e{draw(_ids):03d}")
        case "mark":
            type_ = draw(st.sampled_from([EventType.SET_ASIDE, EventType.RETURNED, EventType.SKIPPED]))
            return fact(id_, type_, card, payload={"until": DAY + draw(st.integers(0, 9))})
        case "planned":
            field = draw(
                st.sampled_from(["exam_date", "board", "minutes_per_day", "window", "core", "days_off"])
            )
            value = draw(
                st.none() | st.integers(1, 9) | st.sampled_from(["2024-10-05", "2024-10-08", "2024-12-01"])
            )
            return fact(id_, EventType.PLANNED, None, payload={field: value})
        case "exam":
            type_ = draw(
                st.sampled_from([EventType.EXAM_ENDED, EventType.BOARD_RESULT, EventType.POOL_RELEASED])
            )
            payload = draw(st.sampled_from([{}, {"exam": "x"}, {"passed": False, "domains": {"a": "below"}}]))
            return fact(id_, type_, None, payload=payload)
        case "seen":
            return fact(id_, EventType.SEEN, card, item=ItemId(card))
        case "learner":
            return fact(id_, EventType.LEARNER, None, payload={"id": f"l{draw(_ids)}"})
        case _:
            return fact(
                id_, draw(st.sampled_from(["seen", "flagged", "not-invented-yet"])), payload=draw(_payloads)
            )


@st.composite
def logs(draw: st.DrawFn, devices: Sequence[str] = ("one", "two")) -> list[Event]:
    """Events of some devices, each with its own rising numbers, in no order."""
    count = draw(st.integers(0, 25))
    days = sorted(draw(st.lists(st.integers(DAY, DAY + 8), min_size=count, max_size=count)))
    made = [
        event(draw(_facts(number)), day, number + 1, draw(st.sampled_from(devices)))
        for number, day in enumerate(days)
    ]
    return draw(st.permutations(made))
