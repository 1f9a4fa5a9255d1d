"""Opening a sitting: the day's plan as questions, and what undo needs of the sitting before."""

from dataclasses import replace

import pytest

from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.app.planning import look
from cpsprep.app.study import Opened, SittingWish, open_sitting
from cpsprep.core.config.settings import Settings
from cpsprep.core.events import Event, EventId, EventType, Fact, Mode
from cpsprep.core.history import CardKey, CardRecord, History, StudyPlan
from cpsprep.core.item import CardId, Item, ItemId, Version
from cpsprep.core.planning.planned import Why
from cpsprep.core.planning.selection import Selection
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.session import Phase
from cpsprep.core.sitting.steps import step
from cpsprep.core.sm2 import NEW, CardState, Profile
from cpsprep.core.version import canonical, version_of
from fakes_study import BANK, DAY, FakeClock, FakeLog, FakeShelf, bank, choice, item, question

KNOWN = CardState(2, 6, 260)
ONE, TWO = item("q-1"), item("q-2")


def key(card: str) -> CardKey:
    return BANK, CardId(card)


def version(of: Item) -> Version:
    return version_of(canonical(of))


def record(of: Item = ONE, *, due: int = 0, last: int = -6, rounds: int = 0, misses: int = 0) -> CardRecord:
    """Answered some days ago (`last`), due some days from now."""
    return CardRecord(
        state=KNOWN,
        due=DAY + due,
        first_day=DAY - 20,
        last_day=DAY + last,
        answers=2,
        misses=misses,
        today_grade=2 if rounds else 4,
        rounds=rounds,
        version=version(of),
    )


def knows(**records: CardRecord) -> History:
    return History(records={key(name.replace("_", "-")): value for name, value in records.items()})


def answered(card: str) -> Event:
    fact = Fact(EventId("old"), EventType.ANSWERED, bank=BANK, item=ItemId(card), card=CardId(card))
    return Event(fact, 7, "device", "before", 0, 0, DAY - 1, "plain")


def opened(
    *items: Item,
    past: History | None = None,
    log: FakeLog | None = None,
    shelf: FakeShelf | None = None,
    settings: Settings | None = None,
    **wish: object,
) -> Opened:
    kept = log or FakeLog()
    kept.past = past or kept.past
    return open_sitting(
        shelf or FakeShelf([bank(*(items or (ONE, TWO)))]),
        kept,
        FakeClock(),
        settings or Settings(),
        SittingWish(**wish),  # type: ignore[arg-type]
    )


def asked(sitting: Opened) -> list[str]:
    return [one.card for one in sitting.session.queue]


def test_the_first_question_is_shown() -> None:
    assert opened().session.phase is Phase.ASKING


def test_a_day_with_nothing_to_do_is_over_at_once() -> None:
    assert opened(ONE, past=knows(q_1=record(due=3))).session.phase is Phase.DONE


def test_a_card_comes_with_its_item_and_its_state() -> None:
    sitting = opened(ONE, past=knows(q_1=record(due=-1)))

    assert sitting.session.queue == (replace(question("q-1"), state=KNOWN, last_day=DAY - 6, due=DAY - 1),)


def test_a_new_card_comes_without_a_past() -> None:
    (shown,) = opened(ONE).session.queue

    assert (shown.state, shown.last_day, shown.due, shown.rounds) == (NEW, None, None, 0)


def test_the_drill_of_an_earlier_sitting_goes_on_in_its_round() -> None:
    (shown,) = opened(ONE, past=knows(q_1=record(due=1, last=0, rounds=2))).session.queue

    assert shown.rounds == 2


def test_the_reason_of_every_card_is_at_hand() -> None:
    assert opened(ONE).planned[key("q-1")].reason.why is Why.NEW


def test_a_question_that_vanished_this_moment_is_named_and_the_others_are_asked() -> None:
    sitting = opened(shelf=FakeShelf([bank(ONE, TWO)], gone={"q-1"}))

    assert (sitting.missing, asked(sitting)) == (("q-1",), ["q-2"])


def test_the_settings_of_the_drill_and_of_the_scheduler_hold() -> None:
    settings = Settings(drill_gap=2, drill_passes=0, drill_below=3, profile=Profile.DELPHI)
    rules = opened(settings=settings, app="1.0").session.rules

    assert (rules.drill_gap, rules.drill_passes, rules.drill_below) == (2, 0, 3)
    assert (rules.profile, rules.app) == (Profile.DELPHI, "1.0")


@pytest.mark.parametrize(("practice", "mode"), [(False, Mode.REVIEW), (True, Mode.PRACTICE)])
def test_practice_is_told_from_review(practice: bool, mode: Mode) -> None:
    assert opened(selection=Selection(practice=practice)).session.rules.mode is mode


def test_a_seed_fixes_order_and_shuffling() -> None:
    items = [item(f"q-{n}", shuffle=True) for n in range(9)]
    first, again = (opened(*items, seed="same", selection=Selection(practice=True)) for _ in range(2))

    assert (asked(first), first.session.order) == (asked(again), again.session.order)


def test_without_a_seed_each_sitting_shuffles_anew() -> None:
    clock, shelf = FakeClock(), FakeShelf([bank(ONE)])
    seeds = {
        open_sitting(shelf, FakeLog(), clock, Settings(), SittingWish()).session.rules.seed for _ in range(3)
    }

    assert len(seeds) == 3


@pytest.mark.parametrize(
    ("selection", "message", "hint"),
    [
        (Selection(decks=("dek",)), "no question has the deck 'dek'", "there is: deck"),
        (Selection(domains=("crisis",)), "no question has the domain 'crisis'", "there is: listening"),
        (Selection(tags=("x",)), "no question has the tag 'x'", "there is: none"),
    ],
)
def test_a_filter_that_fits_nothing_is_a_mistake_and_told(
    selection: Selection, message: str, hint: str
) -> None:
    with pytest.raises(UsageError) as refusal:
        opened(selection=selection)

    assert (str(refusal.value), refusal.value.hint) == (message, hint)


def ends_after(sitting: Opened) -> float | None:
    """Minutes from the start of the sitting."""
    deadline = sitting.session.rules.deadline_ms
    return None if deadline is None else (deadline - sitting.session.shown_at) / 60_000


@pytest.mark.parametrize(
    ("wished", "planned", "minutes"),
    [
        (None, None, None),
        (10.0, None, 10),
        (None, 25, 25),
        (0.5, 25, 0.5),
        (None, 0, None),
        (None, -5, None),
        (None, 10**400, None),
        (float("inf"), 25, None),
        (float("nan"), 25, None),
        (1e308, None, None),
    ],
)
def test_a_sitting_ends_after_the_minutes_wished_for_or_planned_where_they_make_sense(
    wished: float | None, planned: int | None, minutes: float | None
) -> None:
    past = History(plan=StudyPlan(minutes_per_day=planned))

    assert ends_after(opened(past=past, minutes=wished)) == minutes


@pytest.mark.parametrize(("spent", "left"), [(0, 20), (300, 15), (19 * 60 + 1, None), (3600, None)])
def test_the_minutes_of_a_day_are_shared_by_its_sittings_and_then_have_no_end(
    spent: int, left: float | None
) -> None:
    past = History(plan=StudyPlan(minutes_per_day=20), seconds_today=spent)

    assert ends_after(opened(past=past)) == left


WAS = item("q-1", choice(answer="b"))


def changed(log: FakeLog, *, shelf: FakeShelf | None = None) -> Opened:
    """A sitting after `q-1` was answered when `b` was right; now `a` is."""
    log.versions[version(WAS)] = canonical(WAS)
    return opened(past=knows(q_1=record(WAS, due=5)), log=log, shelf=shelf or FakeShelf([bank(ONE)]))


def test_a_question_whose_key_changed_is_asked_at_once_and_says_so() -> None:
    (shown,) = changed(FakeLog()).session.queue

    assert shown.key_changed


def test_a_changed_wording_is_no_reason_to_ask_again() -> None:
    was = item("q-1", choice("What comes first, then?"))
    log = FakeLog(versions={version(was): canonical(was)})

    assert asked(opened(ONE, past=knows(q_1=record(was, due=5)), log=log)) == []


def test_a_key_that_was_never_kept_cannot_have_changed() -> None:
    assert asked(opened(ONE, past=knows(q_1=record(WAS, due=5)))) == []


def test_an_answer_of_an_unknown_version_cannot_have_changed() -> None:
    assert asked(opened(ONE, past=knows(q_1=record(due=5)._replace(version=None)))) == []


def test_a_changed_question_that_vanished_is_left_alone() -> None:
    assert asked(changed(FakeLog(), shelf=FakeShelf([bank(ONE)], gone={"q-1"}))) == []


def test_the_last_answer_of_the_sitting_before_can_be_taken_back() -> None:
    before = record(due=-2)._replace(state=CardState(1, 1, 250))
    log = FakeLog(past=replace(knows(q_1=record(due=6)), last_answer=answered("q-1")), before=before)
    clock = FakeClock()
    again, facts = step(opened(log=log).session, act.Undo(), clock.now())

    assert [(fact.type, fact.target) for fact in facts] == [("voided", "old")]
    assert again.current == replace(
        question("q-1"), state=CardState(1, 1, 250), last_day=DAY - 6, due=DAY - 2
    )


def test_a_first_answer_that_is_taken_back_makes_the_question_new() -> None:
    log = FakeLog(past=replace(knows(q_1=record(due=6)), last_answer=answered("q-1")))
    previous = opened(log=log).session.previous

    assert previous is not None
    assert (previous.question.state, previous.question.last_day) == (NEW, None)


@pytest.mark.parametrize(
    ("shelf", "why"),
    [
        (FakeShelf([bank(TWO)]), "its item was taken out of the bank"),
        (FakeShelf([bank(ONE, TWO)], gone={"q-1"}), "its item vanished this moment"),
    ],
    ids=["not in the bank", "gone"],
)
def test_an_answer_to_what_no_longer_exists_stays(shelf: FakeShelf, why: str) -> None:
    sitting = opened(past=History(last_answer=answered("q-1")), shelf=shelf)

    assert sitting.session.previous is None, why


@pytest.mark.parametrize(("source", "practice"), [("anki", False), ("plain", True), ("", False)])
def test_no_answer_from_anki_or_to_practice_is_taken_back(source: str, practice: bool) -> None:
    past = History(last_answer=replace(answered("q-1"), source=source) if source else None)

    assert opened(past=past, selection=Selection(practice=practice)).session.previous is None


def test_it_says_when_more_questions_like_these_come() -> None:
    past = knows(q_1=record(due=4), q_2=record(TWO, due=2))

    assert opened(past=past).next_in == 2
    assert opened(past=past, shelf=FakeShelf([bank(ONE)])).next_in == 4


@pytest.mark.parametrize(("new", "offered"), [(None, True), (1, True), (0, False)])
def test_more_new_questions_are_offered_unless_none_were_wanted(new: int | None, offered: bool) -> None:
    sitting = opened(settings=Settings(new_per_day=1), selection=Selection(new=new))

    assert sitting.more_new is offered


def test_looking_opens_no_sitting() -> None:
    log = FakeLog()
    made, catalog, _, course = look(FakeShelf([bank(ONE, TWO)]), log, DAY, Settings())

    assert (len(made.cards), len(catalog.entries), log.facts, course) == (2, 2, [], None)


def test_a_bank_that_cannot_be_read_is_told() -> None:
    with pytest.raises(UnreadableError):
        opened(shelf=FakeShelf(broken=UnreadableError("there is no bank here")))
