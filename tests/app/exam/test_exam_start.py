"""Starting a mock exam: what is offered, and that nothing begins before it is told to."""

from dataclasses import dataclass

import pytest

from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.app.exam_start import ExamWish, offer
from cpsprep.app.outlines import outline_named
from cpsprep.core.days import to_date
from cpsprep.core.history import History, StudyPlan
from cpsprep.core.item import BankId, CardId, Item, ItemId
from cpsprep.core.planning.pool import held_out
from cpsprep.core.records.board import PassMark
from fakes_boards import FakeBlueprints, board, exam, passes
from fakes_exam_desk import MANY, NAMES, Desk, a_board
from fakes_study import BANK, BASIC, DAY, FakeShelf, item


def test_an_offer_begins_nothing() -> None:
    desk = Desk()

    made = desk.offer(items=5)

    assert len(made.slots) == 5
    assert desk.log.events == []


def test_an_exam_that_begins_is_on_disk_with_the_texts_of_its_questions() -> None:
    desk = Desk()
    made = desk.offer(items=5)

    desk.begin(made)

    assert desk.log.types == ["exam-started", "exam-marked"]
    assert set(desk.log.versions) == {slot.question.version for slot in made.slots}


def test_there_is_one_exam_at_a_time() -> None:
    desk = Desk()
    desk.begin(desk.offer(items=5))

    with pytest.raises(UsageError, match="mock exam 1 is still running") as refused:
        desk.offer(items=5)
    assert "resume" in refused.value.hint
    assert "submit" in refused.value.hint


def test_after_the_end_there_can_be_another() -> None:
    desk = Desk()
    desk.take(desk.offer(items=5))

    assert len(desk.offer(items=5).slots) == 5


def test_the_board_says_how_many_how_long_and_what_passes() -> None:
    desk = Desk(boards=[a_board(exam=exam(10, 20, passes(70)))])

    made = desk.offer(blueprint="icrc")

    assert (len(made.slots), made.rules.minutes, made.rules.cut, made.rules.own_cut) == (10, 20, 0.7, False)
    assert not made.has_pace


def test_part_of_an_exam_has_its_part_of_the_time() -> None:
    desk = Desk(boards=[a_board(exam=exam(10, 20))])

    assert desk.offer(blueprint="icrc", items=5).rules.minutes == 10


def test_a_form_that_is_shorter_than_asked_for_has_less_time() -> None:
    desk = Desk(boards=[a_board(exam=exam(40, 80))])

    made = desk.offer(blueprint="icrc")

    assert (len(made.slots), made.rules.minutes) == (20, 40)


def test_where_the_time_is_unknown_the_pace_is_ours() -> None:
    made = Desk(boards=[a_board()]).offer(blueprint="icrc", items=10)

    assert (made.rules.minutes, made.has_pace) == (15, True)


def test_the_learner_says_how_long() -> None:
    made = Desk().offer(items=5, minutes=7, extra=1.5, break_minutes=4)

    assert (made.rules.minutes, made.rules.extra, made.rules.break_minutes) == (7, 1.5, 4)
    assert made.rules.time_ms == round(7 * 1.5 * 60_000)


def test_without_a_clock_there_are_no_breaks() -> None:
    made = Desk().offer(items=5, untimed=True, break_minutes=4)

    assert (made.rules.minutes, made.rules.break_minutes, made.rules.time_ms) == (None, 0, None)


def test_a_cut_of_ones_own_is_named_so() -> None:
    made = Desk(boards=[a_board(exam=exam(10, 20, passes(70)))]).offer(blueprint="icrc", cut=0.8)

    assert (made.rules.cut, made.rules.own_cut) == (0.8, True)


@pytest.mark.parametrize(
    ("blueprint", "cut"), [("", (0.75, True)), ("icrc", (0.75, True)), ("other", (0.7, False))]
)
def test_the_plan_knows_board_and_cut(blueprint: str, cut: tuple[float, bool]) -> None:
    other = board("other", {"one": NAMES}, exam=exam(10, 20, PassMark(70)))
    desk = Desk(boards=[a_board(), other])
    desk.log.past = History(plan=StudyPlan(blueprint="icrc", cut=75))

    made = desk.offer(blueprint=blueprint)

    assert made.rules.outline == (blueprint or "icrc")
    assert (made.rules.cut, made.rules.own_cut) == cut


def test_a_seed_gives_the_same_exam_again() -> None:
    assert Desk().offer(items=5, seed="s").slots == Desk().offer(items=5, seed="s").slots
    assert Desk().offer(items=5, seed="s").slots != Desk().offer(items=5, seed="t").slots


def test_without_a_seed_every_exam_is_another() -> None:
    desk = Desk()

    assert desk.offer(items=5).rules.seed != desk.offer(items=5).rules.seed


def test_options_are_shuffled() -> None:
    made = Desk().offer(items=20)

    assert len({slot.order for slot in made.slots}) > 1


def test_a_question_knows_when_it_was_last_seen() -> None:
    desk = Desk(items=MANY[:3])
    desk.log.seen = {(BANK, ItemId("q-1")): DAY - 3}

    seen = {slot.question.item.id: slot.seen for slot in desk.offer(items=3).slots}

    assert seen == {"q-0": None, "q-1": DAY - 3, "q-2": None}


def test_what_was_set_aside_is_not_asked() -> None:
    desk = Desk(items=MANY[:3])
    desk.log.past = History(set_aside=frozenset({(BANK, CardId("q-1"))}))

    made = desk.offer()

    assert len(made.slots) == 2
    assert made.form is not None
    assert made.form.set_aside == 1


def test_what_the_bank_lost_this_moment_is_drawn_anew() -> None:
    desk = Desk(gone=tuple(NAMES[:15]))

    assert {slot.question.item.id for slot in desk.offer(items=5).slots} == set(NAMES[15:])


def test_a_question_that_became_another_kind_this_moment_is_drawn_anew() -> None:
    @dataclass
    class Changing(FakeShelf):
        def item(self, bank: BankId, name: ItemId) -> Item:
            return item(name, BASIC) if name == "q-0" else super().item(bank, name)

    desk = Desk(items=MANY[:2])
    shelf = Changing(desk.shelf.banks)

    made = offer(shelf, desk.log, desk.clock, FakeBlueprints({}), ExamWish())

    assert [slot.question.item.id for slot in made.slots] == ["q-1"]


def test_questions_kept_for_mock_exams_by_the_plan_come_first() -> None:
    desk = Desk(boards=[a_board()])
    ahead = to_date(DAY + 40).isoformat()
    desk.log.past = History(plan=StudyPlan(exam_date=ahead, blueprint="icrc", begun=DAY), learner="me")
    found = FakeBlueprints({BANK: desk.boards})
    catalog = desk.shelf.catalog()
    kept = held_out(catalog.entries, outline_named("icrc", found, catalog), desk.log.past, DAY)

    made = desk.offer(items=len(kept))

    assert made.kept == len(kept) > 0
    assert {(slot.question.bank, slot.question.item.id) for slot in made.slots} == kept


def test_where_nothing_fits_it_says_so() -> None:
    with pytest.raises(UsageError, match="no question fits"):
        Desk(items=[item("q-1", BASIC)]).offer()


def test_a_board_that_is_not_known_is_refused() -> None:
    with pytest.raises(UsageError, match="no blueprint 'nowhere'"):
        Desk().offer(blueprint="nowhere")


def test_a_beginning_that_cannot_be_saved_is_no_beginning() -> None:
    desk = Desk()
    made = desk.offer(items=5)
    desk.log.broken = UnreadableError("the disk is full")

    with pytest.raises(UnreadableError):
        desk.begin(made)
    assert desk.log.events == []
