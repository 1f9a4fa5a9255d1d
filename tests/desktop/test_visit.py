"""The shipped bank in Anki's desktop program: imported by its dialog, studied by keys, then updated."""

import pytest

from fakes_desktop_visit import KINDS, Visit

pytestmark = pytest.mark.desktop
_RIGHT, _WRONG, _MISSED = "✓ Your choice, right:", "✗ Your choice, not right:", "✓ Right answer:"


def test_the_dialog_imports_every_question(visit: Visit) -> None:
    count = len(visit.states[0].texts)

    assert f"{count} notes found in file" in visit.imports[0]
    assert f"{count} new notes imported" in visit.imports[0]


def test_every_kind_of_card_was_seen(visit: Visit) -> None:
    assert {card.front["kind"] for card in visit.studied} == KINDS


def test_choosing_by_alt_and_a_digit_leaves_the_question_there(visit: Visit) -> None:
    assert [card.front["id"] for card in visit.studied if not card.stayed] == []


def test_alt_and_a_digit_choose_by_place(visit: Visit) -> None:
    chosen = {"multiple": (0, 2)}
    for card in visit.studied:
        order = card.front["order"]
        assert card.front["picks"] == [
            order[place] for place in chosen.get(card.front["kind"], (1,)) if order
        ]


def test_the_back_has_the_order_of_the_front(visit: Visit) -> None:
    assert [card.back["order"] for card in visit.studied] == [card.front["order"] for card in visit.studied]


def test_options_are_shuffled(visit: Visit) -> None:
    orders = {tuple(card.front["order"]) for card in visit.studied if card.front["kind"] == "single"}

    assert len(orders) > 3


def test_the_back_marks_each_choice_and_no_other_option(visit: Visit) -> None:
    for card in visit.studied:
        marked = {option for option, said in card.back["said"].items() if said in {_RIGHT, _WRONG}}
        assert marked == set(card.front["picks"])


def test_the_back_names_a_right_answer(visit: Visit) -> None:
    for card in visit.studied:
        assert not card.back["order"] or {_RIGHT, _MISSED} & set(card.back["said"].values())


def test_no_page_complained(visit: Visit) -> None:
    assert visit.heard
    assert visit.complaints == []


def test_each_answer_is_one_review(visit: Visit) -> None:
    assert len(visit.states[0].reviews) == len(visit.studied)


def test_an_update_changes_the_corrected_question_alone(visit: Visit) -> None:
    before, after = (state.texts for state in visit.states)

    assert "1 note was used to update existing ones" in visit.imports[1]
    assert {name for name in after if after[name] != before.get(name)} == {visit.corrected}
    assert after[visit.corrected].startswith("Corrected. ")


def test_an_update_leaves_schedule_and_reviews_alone(visit: Visit) -> None:
    assert visit.states[1].cards == visit.states[0].cards
    assert visit.states[1].reviews == visit.states[0].reviews


def test_history_comes_along_where_the_learner_ticks_it(visit: Visit) -> None:
    assert visit.taken_along
    assert len(visit.taken_along.reviews) == 1
    assert visit.taken_along.sound


def test_the_collection_stays_sound(visit: Visit) -> None:
    for state in visit.states:
        assert state.types == ["CPS Basic v1", "CPS Choice v1", "CPS Cloze v1"]
        assert state.sound
