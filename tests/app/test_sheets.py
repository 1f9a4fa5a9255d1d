"""Which questions a sheet holds."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.app.exams import Begun, begun
from cpsprep.app.sheets import chosen_sheet, exam_sheet, stored_sheet
from cpsprep.core.bank import Bank, BankHeader, Catalog
from cpsprep.core.catalog import entries_of
from cpsprep.core.exam.machine import begin
from cpsprep.core.item import BankId, Item, ItemId, Kind, Status
from cpsprep.core.records.board import Blueprint
from cpsprep.core.which import Which
from fakes_anki import HEADER, bank, basic, cloze, multiple, single, told, true_false
from fakes_exam import FakeExamLog, at, paper, texts_of

ANY = Which()
OTHER = replace(HEADER, id=BankId("x"), title="Other")


class Shelf:
    """Banks in memory."""

    def __init__(self, *banks: Bank) -> None:
        self.banks = {one.header.id: one for one in banks}

    def catalog(self) -> Catalog:
        entries = tuple(entry for one in self.banks.values() for entry in entries_of(one))
        return Catalog(tuple(one.header for one in self.banks.values()), entries)

    def item(self, bank: BankId, item: ItemId) -> Item:
        return self.banks[bank].items[item]


class NoBlueprints:
    def names(self, bank: BankHeader) -> tuple[str, ...]:
        return ()

    def named(self, bank: BankHeader, name: str) -> Blueprint | None:
        return None


SHELF = Shelf(bank(single(), multiple(), true_false(domain="crisis"), cloze(), basic(tags=("x",))))
MANY = Shelf(bank(*(single(f"al-{number:04}") for number in range(30))))


def exam(
    shelf: Shelf = SHELF, which: Which = ANY, items: int | None = None, seed: str = "7"
) -> Sequence[str]:
    made = exam_sheet(shelf, NoBlueprints(), which, blueprint="", items=items, seed=seed)
    return [one.item.id for one in made.asked]


def chosen(which: Which = ANY, items: int | None = None) -> list[str]:
    return [one.item.id for one in chosen_sheet(SHELF, which, items=items, seed="7").asked]


def test_an_exam_counts_by_kind_what_it_cannot_ask_of_the_chosen_questions() -> None:
    """A text with two gaps is one question."""
    made = exam_sheet(SHELF, NoBlueprints(), ANY, blueprint="", items=None, seed="7")
    only_choices = exam_sheet(MANY, NoBlueprints(), ANY, blueprint="", items=None, seed="7")

    assert made.unfit == {Kind.BASIC: 1, Kind.CLOZE: 1}
    assert only_choices.unfit == {}


def test_an_exam_holds_what_can_be_marked() -> None:
    assert sorted(exam()) == ["al-0001", "mu-0001", "tf-0001"]


def test_one_seed_gives_one_exam() -> None:
    assert exam(MANY, items=5) == exam(MANY, items=5)
    assert exam(MANY, items=5) != exam(MANY, items=5, seed="8")


def test_an_exam_is_drawn_from_what_was_picked() -> None:
    assert exam(which=Which(domains=("crisis",))) == ["tf-0001"]


def test_an_exam_of_nothing_is_refused() -> None:
    with pytest.raises(
        UsageError, match="none of these questions can be asked on paper; it takes multiple, single"
    ):
        exam(which=Which(tags=("x",)))


def test_an_unknown_board_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no blueprint 'nc'"):
        exam_sheet(SHELF, NoBlueprints(), Which(), blueprint="nc", items=None, seed="7")


@pytest.mark.parametrize("blueprint", ["", "generic"])
def test_an_exam_of_no_board_has_the_title_of_its_bank(blueprint: str) -> None:
    made = exam_sheet(SHELF, NoBlueprints(), Which(), blueprint=blueprint, items=3, seed="7")

    assert (made.title, made.minutes, made.seed) == ("Peer <Specialist>", None, "7")


def test_all_of_a_choice_stand_in_the_order_of_the_bank_once_each() -> None:
    assert chosen() == ["al-0001", "mu-0001", "tf-0001", "cl-0001", "ba-0001"]


def test_some_of_a_choice_are_drawn_by_lot() -> None:
    assert len(chosen(items=2)) == 2
    assert chosen(items=9) == chosen()


@pytest.mark.parametrize(
    ("which", "found"),
    [
        (Which(), ["al-1"]),
        (Which(drafts=True), ["al-1", "al-2"]),
        (Which(statuses=(Status.RETIRED,)), ["al-3"]),
        (Which(statuses=(Status.DRAFT,)), ["al-2"]),
    ],
)
def test_drafts_and_retired_questions_come_when_asked_for(which: Which, found: list[str]) -> None:
    shelf = Shelf(
        bank(single("al-1"), single("al-2", status=Status.DRAFT), single("al-3", status=Status.RETIRED))
    )

    assert [one.item.id for one in chosen_sheet(shelf, which, items=None, seed="").asked] == found


def test_a_choice_of_nothing_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no such question"):
        chosen(Which(tags=("y",)))


def test_questions_of_two_banks_have_both_titles() -> None:
    made = chosen_sheet(Shelf(bank(single()), bank(single(), header=OTHER)), Which(), items=None, seed="")

    assert made.title == "Peer <Specialist>, Other"
    assert [one.header.title for one in made.asked] == ["Peer <Specialist>", "Other"]


def test_a_story_that_is_drawn_comes_whole_and_in_order() -> None:
    shelf = Shelf(bank(told("sc-1", 1), told("sc-2", 2, "She laughs.")))

    assert exam(shelf) == ["sc-1", "sc-2"]


def held(log: FakeExamLog) -> Begun:
    (one,) = begun(log, at(1))
    return one


def test_a_form_that_was_held_is_printed_as_it_was() -> None:
    log, made = FakeExamLog(), paper(minutes=10, extra=1.5)
    _, facts = begin(made, at(0, "exam-1", "e0"))
    log.append(facts, at(0), texts_of(made))

    sheet = stored_sheet(held(log), {})

    assert [one.item.id for one in sheet.asked] == [slot.question.item.id for slot in made.slots]
    assert [one.order for one in sheet.asked] == [slot.order for slot in made.slots]
    assert (sheet.title, sheet.minutes) == (f"{made.rules.title}, mock exam 1", 15)
    assert {one.header.title for one in sheet.asked} == {"a bank that is not in use"}


def test_a_form_without_a_clock_has_no_time() -> None:
    log, made = FakeExamLog(), paper(minutes=None)
    _, facts = begin(made, at(0, "exam-1", "e0"))
    log.append(facts, at(0), texts_of(made))

    assert stored_sheet(held(log), {}).minutes is None


def test_a_form_whose_texts_are_missing_cannot_be_printed() -> None:
    log, made = FakeExamLog(), paper()
    _, facts = begin(made, at(0, "exam-1", "e0"))
    log.append(facts, at(0), {})

    with pytest.raises(UnreadableError, match="mock exam 1 cannot be read here"):
        stored_sheet(held(log), {})
