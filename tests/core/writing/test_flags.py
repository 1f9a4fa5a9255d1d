"""Flags in the log: which stand, in which order."""

from cpsprep.core.events import Event, EventId, EventType, Fact
from cpsprep.core.item import BankId, ItemId, Version
from cpsprep.core.writing.flags import flags_of


def event(number: int, kind: str = EventType.FLAGGED, **more: object) -> Event:
    fact = Fact(EventId(str(number)), kind, **{"bank": BankId("b"), "item": ItemId(f"ex-{number}"), **more})  # type: ignore[arg-type]
    return Event(fact, number, "device", "session", number * 1000, 60, 1, "plain")


def test_the_newest_comes_first_with_its_words() -> None:
    old = event(1, version=Version("v"), payload={"reason": "unclear", "note": "what?"})
    found = flags_of([old, event(2)])

    assert [(flag.item, flag.version, flag.reason, flag.note) for flag in found] == [
        ("ex-2", "", "", ""),
        ("ex-1", "v", "unclear", "what?"),
    ]
    assert (found[1].at_ms, found[1].offset_min) == (1000, 60)


def test_what_was_taken_back_is_gone_also_where_that_arrived_first() -> None:
    taken_back = event(3, EventType.VOIDED, target=EventId("1"))

    assert [flag.item for flag in flags_of([taken_back, event(1), event(2)])] == ["ex-2"]


def test_other_events_and_flags_of_nothing_are_passed_over() -> None:
    others = [event(1, EventType.ANSWERED), event(2, item=None), event(3, EventType.VOIDED)]

    assert flags_of(others) == []
