"""Laws of planning, on made-up banks and histories."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.bank import Catalog, Entry
from cpsprep.core.config.settings import Settings
from cpsprep.core.history import CardKey, CardRecord, History
from cpsprep.core.item import Kind, Status, Version
from cpsprep.core.planning.planned import Planned, Queue, Why
from cpsprep.core.planning.queue import plan
from cpsprep.core.planning.selection import Selection
from fakes_plan import BANK, TODAY, entry, header, record

DOMAINS = ("role", "ethics")
OWED = {Why.KEY_CHANGED, Why.OVERDUE, Why.DUE}

records = st.builds(
    record,
    due=st.integers(-5, 5),
    first_day=st.integers(TODAY - 3, TODAY),
    last_day=st.integers(TODAY - 3, TODAY + 1),
    misses=st.integers(0, 9),
    today_grade=st.integers(0, 5),
    rounds=st.integers(0, 4),
    version=st.sampled_from([Version("now"), Version("old")]),
)
selections = st.builds(
    Selection,
    tags=st.sampled_from([(), ("x",)]),
    limit=st.none() | st.integers(0, 12),
    new=st.none() | st.integers(0, 6),
    ahead=st.integers(0, 3),
    practice=st.booleans(),
    drafts=st.booleans(),
)
settings_ = st.builds(
    Settings,
    new_per_day=st.integers(0, 6),
    reviews_per_day=st.integers(0, 6),
    drill_passes=st.integers(0, 3),
    drill_below=st.integers(3, 4),
    drill_gap=st.integers(0, 5),
)


@st.composite
def cards(draw: st.DrawFn) -> Entry:
    """A card of one of three families, or of none."""
    number = draw(st.integers(1, 3))
    name = draw(st.sampled_from([f"q-{draw(st.integers(0, 30))}", f"cloze#c{number}"]))
    return entry(
        name,
        domain=draw(st.sampled_from([*DOMAINS, "loose"])),
        topic=draw(st.sampled_from(["a", "b"])),
        scenario=draw(st.sampled_from(["", "", "dana", "lee"])),
        status=draw(st.sampled_from([Status.LIVE, Status.CHECKED, Status.DRAFT])),
        tags=draw(st.sampled_from([(), ("x",)])),
    )


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Catalog, History, Settings, Selection, frozenset[CardKey]]:
    drawn = draw(st.lists(cards(), max_size=25, unique_by=lambda card: card.card))
    entries = tuple(card._replace(order=place) for place, card in enumerate(drawn))
    keys = [(card.bank, card.card) for card in entries]
    some = st.sets(st.sampled_from(keys), max_size=3) if keys else st.just(set())
    known: dict[CardKey, CardRecord] = {key: draw(records) for key in keys if draw(st.booleans())}
    skipped = {key: TODAY + draw(st.integers(0, 2)) for key in draw(some)}
    history = History(records=known, set_aside=frozenset(draw(some)), skipped=skipped)
    return (
        Catalog((header(*DOMAINS),), entries),
        history,
        draw(settings_),
        draw(selections),
        frozenset(draw(some)),
    )


World = tuple[Catalog, History, Settings, Selection, frozenset[CardKey]]


def planned(world: World, seed: str = "seed") -> Queue:
    catalog, history, settings, selection, key_changed = world
    return plan(catalog, history, TODAY, settings, seed, selection, key_changed)


def of(plan: Queue, *why: Why) -> list[Planned]:
    return [card for card in plan.cards if card.reason.why in why]


@given(worlds())
def test_no_card_comes_twice(world: World) -> None:
    names = [card.entry.card for card in planned(world).cards]
    assert len(names) == len(set(names))


@given(worlds())
def test_the_same_seed_gives_the_same_plan(world: World) -> None:
    assert planned(world) == planned(world)


@given(worlds())
def test_the_order_in_which_records_were_read_is_no_matter(world: World) -> None:
    catalog, history, settings, selection, changed = world
    records = dict(reversed(list(history.records.items())))
    again = (catalog, replace(history, records=records), settings, selection, changed)
    assert planned(again) == planned(world)


@given(worlds())
def test_limits_are_never_exceeded(world: World) -> None:
    _, history, settings, selection, _ = world
    result = planned(world)
    today = [one for one in history.records.values() if one.last_day == TODAY]
    begun = sum(one.first_day == TODAY for one in today)
    new, reviews = of(result, Why.NEW), of(result, *OWED, Why.AHEAD)
    if selection.new is None:
        assert not new or len(new) + begun <= settings.new_per_day
    else:
        assert len(new) <= selection.new
    assert not reviews or len(reviews) + len(today) - begun <= settings.reviews_per_day
    assert selection.limit is None or len(result.cards) <= selection.limit


@given(worlds())
def test_nothing_due_is_hidden(world: World) -> None:
    """Counted again, from the definition."""
    catalog, history, _, selection, changed = world
    result = planned(world)
    if selection.practice:
        return
    owed = 0
    for card in catalog.entries:
        key = (card.bank, card.card)
        known = history.records.get(key)
        waits = key in history.set_aside or history.skipped.get(key, TODAY) > TODAY
        if known is None or waits or not selection.matches(card):
            continue
        news = key in changed and known.version != card.version
        owed += news or (known.due <= TODAY and known.last_day != TODAY)
    counts = result.counts
    assert counts.due + counts.changed == owed
    waiting = counts.left_for_later + counts.left_for_tomorrow + counts.siblings
    assert owed == counts.reviews_today + waiting
    assert counts.reviews_today == len(of(result, *OWED))
    assert min(counts.left_for_later, counts.left_for_tomorrow, counts.siblings) >= 0


@given(worlds())
def test_due_cards_are_ordered_by_day_and_stand_before_new_ones(world: World) -> None:
    rank = {Why.KEY_CHANGED: 0, Why.OVERDUE: 1, Why.DUE: 2, Why.AHEAD: 3, Why.NEW: 4}
    cards = [card for card in planned(world).cards if card.reason.why in rank]
    for one, other in pairwise(cards):
        assert rank[one.reason.why] <= rank[other.reason.why]
        if one.record and other.record and one.reason.why is other.reason.why:
            assert one.record.due <= other.record.due


@given(worlds())
def test_reasons_are_true(world: World) -> None:
    _, history, _, _, _ = world
    for card in planned(world).cards:
        known = history.records.get((BANK, card.entry.card))
        assert card.record == known
        match card.reason.why:
            case Why.NEW:
                assert known is None
            case Why.OVERDUE:
                assert known is not None
                assert card.reason.days == TODAY - known.due > 0
            case Why.AHEAD:
                assert known is not None
                assert card.reason.days == known.due - TODAY > 0
            case _:
                assert card.reason.days == 0


@given(worlds())
def test_one_card_of_a_family_a_day_but_for_new_ones_of_a_scenario(world: World) -> None:
    result = planned(world)
    again = of(result, *OWED, Why.AHEAD)
    scenarios = [card.entry.scenario for card in again if card.entry.scenario]
    assert len(scenarios) == len(set(scenarios))
    assert not set(scenarios) & {card.entry.scenario for card in of(result, Why.NEW)}
    clozes = [card for card in again + of(result, Why.NEW) if card.entry.kind is Kind.CLOZE]
    assert len(clozes) == len({card.entry.item for card in clozes})


@given(worlds())
def test_what_waits_or_does_not_match_never_comes(world: World) -> None:
    _, history, _, selection, _ = world
    for card in planned(world).cards:
        key = (card.entry.bank, card.entry.card)
        assert selection.matches(card.entry)
        assert key not in history.set_aside
        assert history.skipped.get(key, TODAY) <= TODAY
