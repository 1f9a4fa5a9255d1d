"""A plan for 180 days over 10,000 cards, against one pass over their states; and a day's queue under it."""

from collections.abc import Iterator
from itertools import cycle

from benchmarks.made import TODAY
from benchmarks.ratios import Row, ratio
from cpsprep.core.bank import BankHeader, Catalog, Domain, Entry
from cpsprep.core.config.settings import Settings
from cpsprep.core.days import to_date
from cpsprep.core.exam.outlines import own_outline
from cpsprep.core.history import CardRecord, History, StudyPlan
from cpsprep.core.item import BankId, CardId, ItemId, Kind, Status, Version
from cpsprep.core.planning.course import course_on, with_plan
from cpsprep.core.planning.deadline import deadline_of
from cpsprep.core.planning.load import alike, expected_load
from cpsprep.core.planning.pacing import new_by_day
from cpsprep.core.planning.places import moved, places
from cpsprep.core.planning.queue import plan
from cpsprep.core.sm2 import CardState, schedule

CARDS, DAYS, ROUNDS = 10_000, 180, 25
BANK = BankId("made")
AREAS = ("listening", "role", "ethics", "communication", "recovery", "advocacy", "crisis")
SECONDS = 45.0


def rows() -> Iterator[Row]:
    catalog, history = _made()
    settings = Settings()
    deadline = deadline_of(history.plan, TODAY)
    assert deadline is not None
    outline = own_outline(catalog)
    lots = places(catalog.entries, history.learner)
    states = [record.state for record in history.records.values()]

    def one_pass() -> None:
        for state in states:
            schedule(state, 4)

    def the_plan() -> None:
        """Every card's day, new cards and load of every day to the exam."""
        planned = moved(history, deadline, lots)
        known = alike(planned.records.values(), deadline)
        expected_load(known, deadline, TODAY, new_by_day(deadline, TODAY, CARDS // 2), SECONDS, 30)

    def with_course() -> None:
        course = course_on(catalog, history, outline, TODAY, SECONDS)
        plan(catalog, with_plan(history, course), TODAY, settings, "seed", course=course)

    def without() -> None:
        plan(catalog, history, TODAY, settings, "seed")

    yield Row(
        f"a plan for {DAYS} days, {CARDS:,} cards",
        "one pass over the states",
        ratio(the_plan, one_pass, ROUNDS),
        5,
    )
    yield Row("a day's queue under it", "the queue without a plan", ratio(with_course, without, ROUNDS))


def _made() -> tuple[Catalog, History]:
    """Half of the cards are known, in all states."""
    header = BankHeader(BANK, "Made", domains=tuple(Domain(name, name) for name in AREAS))
    entries = tuple(
        Entry(
            BANK, ItemId(f"q-{card:06}"), CardId(f"q-{card:06}"), Kind.SINGLE, "deck", AREAS[card % 7],
            f"topic-{card // 7 % 7}", Status.LIVE, card, Version("v"),
        )
        for card in range(CARDS)
    )  # fmt: skip
    ladder = cycle((1, 6, 15, 38, 94, 235))
    records = {
        (BANK, entry.card): CardRecord(
            CardState(2, interval, 250), TODAY - entry.order % 20 + interval, TODAY - 200,
            TODAY - entry.order % 20, 3, 0, 4, 0, None,
        )
        for entry, interval in zip(entries, ladder, strict=False)
    }  # fmt: skip
    said = StudyPlan(to_date(TODAY + DAYS).isoformat(), minutes_per_day=30, begun=TODAY, made_on=TODAY)
    return Catalog((header,), entries), History(records=records, plan=said, learner="learner")
