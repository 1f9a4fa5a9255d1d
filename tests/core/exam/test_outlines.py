"""A blueprint settled for the banks in use: whatever a board leaves unsaid is filled in by a rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.bank import Catalog
from cpsprep.core.exam.outline import Area, Outline
from cpsprep.core.exam.outlines import held, outline_of, own_outline
from cpsprep.core.item import Kind, Status
from cpsprep.core.records.board import GENERIC, Areas, Blueprint, PassMark, ScoreScale, Told
from fakes_boards import ONE, TWO, bank, board, cards, catalog, exam, passes
from fakes_plan import entry

CARDS = cards(role=3, ethics=1)
BANK = catalog(bank(role=60, ethics=40), entries=CARDS)
MAPPED = board(items={"advocacy": ["role-0", "role-1"], "care": ["ethics-0"]})


def settled(blueprint: Blueprint, where: Catalog = BANK) -> Outline:
    outline = outline_of({ONE: blueprint}, where)
    assert outline is not None
    return outline


def shares(outline: Outline) -> dict[str, float]:
    return {area.id: round(area.share, 6) for area in outline.areas}


def test_without_a_blueprint_there_is_no_outline() -> None:
    assert outline_of({}, BANK) is None


def test_areas_are_those_of_the_board_in_its_order() -> None:
    outline = settled(MAPPED)

    assert outline.areas == (Area("advocacy", "Advocacy", 0.5), Area("care", "Care", 0.5))
    assert outline.areas_known


def test_each_question_is_in_the_area_that_the_board_file_gives_it() -> None:
    outline = settled(MAPPED)

    assert outline.area_of == {
        (ONE, "role-0"): "advocacy",
        (ONE, "role-1"): "advocacy",
        (ONE, "ethics-0"): "care",
    }


def test_a_question_that_the_bank_does_not_have_is_in_no_area() -> None:
    outline = settled(board(items={"advocacy": ["gone", "role-0"]}))

    assert set(outline.area_of) == {(ONE, "role-0")}


def test_weights_of_the_board_are_taken_as_they_are() -> None:
    outline = settled(MAPPED._replace(weights=Told({"advocacy": 0.7, "care": 0.3})))

    assert (shares(outline), outline.shares_known) == ({"advocacy": 0.7, "care": 0.3}, True)


def test_unknown_weights_are_equal_shares_and_said_to_be_unknown() -> None:
    outline = settled(MAPPED)

    assert (shares(outline), outline.shares_known) == ({"advocacy": 0.5, "care": 0.5}, False)


@pytest.mark.parametrize("areas", [Areas.BANK, Areas.UNKNOWN])
def test_where_a_board_has_no_areas_those_of_the_bank_serve(areas: Areas) -> None:
    outline = settled(board(areas=areas))

    assert (shares(outline), outline.areas_known) == ({"role": 0.6, "ethics": 0.4}, False)
    assert outline.area_of[ONE, cards(ethics=1)[0].item] == "ethics"


def test_a_board_whose_list_of_areas_came_to_nothing_is_one_without_areas() -> None:
    assert not settled(board()).areas_known


@pytest.mark.parametrize(
    ("items", "mark", "cut"),
    [
        (None, None, None),
        (None, passes(70), 0.7),
        (100, passes(68, ScoreScale.RAW), 0.68),
        (None, passes(68, ScoreScale.RAW), None),
        (75, passes(500, ScoreScale.SCALED), None),
    ],
)
def test_a_cut_is_a_share_of_right_answers_or_unknown(
    items: int | None, mark: PassMark | None, cut: float | None
) -> None:
    assert settled(MAPPED._replace(exam=exam(items, mark=mark))).cut == cut


def test_length_and_time_are_the_boards() -> None:
    outline = settled(MAPPED._replace(exam=exam(120, 150)))

    assert (outline.items, outline.items_known, outline.minutes) == (120, True, 150)


def test_a_time_for_nobody_knows_how_many_questions_is_no_time() -> None:
    assert settled(MAPPED._replace(exam=exam(None, 180))).minutes is None


def test_a_length_of_ours_is_said_to_be_ours() -> None:
    unsaid, generic = settled(MAPPED), settled(board(GENERIC, areas=Areas.BANK, exam=exam(40)))

    assert (unsaid.items, unsaid.items_known, unsaid.minutes) == (75, False, None)
    assert (generic.items, generic.items_known) == (40, False)


def test_kinds_that_a_board_names_are_asked() -> None:
    both = (Kind.SINGLE, Kind.TRUEFALSE)
    outline = settled(MAPPED._replace(exam=exam()._replace(kinds=Told(both))))

    assert outline.kinds == frozenset(both)


def test_unknown_kinds_are_questions_with_one_best_answer() -> None:
    assert settled(MAPPED).kinds == frozenset({Kind.SINGLE})


def test_a_bank_without_such_questions_is_asked_by_those_that_can_be_marked() -> None:
    where = catalog(bank(role=1), entries=[entry("a", kind=Kind.TRUEFALSE), entry("b", kind=Kind.BASIC)])

    assert settled(MAPPED, where).kinds == frozenset({Kind.TRUEFALSE})


def test_a_bank_of_open_questions_alone_changes_nothing() -> None:
    where = catalog(bank(role=1), entries=[entry("b", kind=Kind.BASIC)])

    assert settled(MAPPED, where).kinds == frozenset({Kind.SINGLE})


def test_any_bank_has_an_outline_of_its_own() -> None:
    outline = own_outline(BANK)

    assert (outline.id, outline.cut, outline.items, outline.areas_known) == (GENERIC, None, 75, False)
    assert shares(outline) == {"role": 0.6, "ethics": 0.4}


def test_it_asks_all_kinds_that_can_be_marked() -> None:
    where = catalog(bank(), entries=[entry("a"), entry("b", kind=Kind.MULTIPLE)])

    assert own_outline(where).kinds == frozenset({Kind.SINGLE, Kind.MULTIPLE, Kind.TRUEFALSE})


def test_areas_without_shares_are_equal() -> None:
    where = catalog(bank(role=None, ethics=None), entries=CARDS)

    assert shares(own_outline(where)) == {"role": 0.5, "ethics": 0.5}


def test_where_only_some_have_a_share_the_others_get_their_part_of_the_questions() -> None:
    where = catalog(bank(role=75, ethics=None), entries=CARDS)

    assert shares(own_outline(where)) == {"role": 0.75, "ethics": 0.25}


def test_an_area_without_questions_is_left_out() -> None:
    where = catalog(bank(role=50, ethics=25, crisis=25), entries=CARDS)

    assert shares(own_outline(where)) == {"role": round(2 / 3, 6), "ethics": round(1 / 3, 6)}


def test_questions_without_a_domain_are_an_area_of_their_own() -> None:
    where = catalog(bank(role=75), entries=cards(role=3, none=1))

    assert own_outline(where).areas == (Area("role", "Role", 0.75), Area("other", "Other questions", 0.25))


def test_a_domain_that_the_bank_does_not_list_is_an_area_all_the_same() -> None:
    assert own_outline(catalog(bank(), entries=cards(role=2))).areas == (Area("role", "role", 1.0),)


def test_without_any_question_there_is_one_empty_area() -> None:
    outline = own_outline(catalog(bank(role=100), entries=[]))

    assert (shares(outline), outline.area_of) == ({"other": 1.0}, {})


def test_of_two_banks_the_larger_has_the_larger_part_and_equal_ids_are_one_area() -> None:
    first, second = bank(ONE, role=100), bank(TWO, role=50, ethics=50)
    where = catalog(first, second, entries=[*cards(ONE, role=6), *cards(TWO, role=1, ethics=1)])

    assert shares(own_outline(where)) == {"role": 0.875, "ethics": 0.125}


def test_a_bank_without_this_blueprint_joins_by_the_names_of_its_domains() -> None:
    second = [*cards(TWO, care=1), *cards(TWO, role=1)]
    where = catalog(bank(ONE), bank(TWO), entries=[*CARDS, *second])
    outline = settled(MAPPED, where)

    assert outline.area_of[TWO, second[0].item] == "care"
    assert (TWO, second[1].item) not in outline.area_of


def test_two_banks_with_the_same_board_each_place_their_own_questions() -> None:
    mine = board(items={"care": ["role-0"], "unheard-of": ["role-1"]}, title="Another title")
    where = catalog(bank(ONE), bank(TWO), entries=[*CARDS, *cards(TWO, role=2)])
    outline = outline_of({TWO: mine, ONE: MAPPED}, where)

    assert outline is not None
    assert (outline.title, len(outline.areas)) == ("Board a-board", 2)
    assert {key[1]: area for key, area in outline.area_of.items() if key[0] == TWO} == {"role-0": "care"}


def test_what_is_held_counts_questions_that_can_be_asked() -> None:
    there = [
        *cards(role=2),
        entry("draft", status=Status.DRAFT, bank=ONE),
        entry("old", status=Status.RETIRED, bank=ONE),
        entry("open", kind=Kind.BASIC, bank=ONE),
        entry("nowhere", bank=TWO),
    ]
    outline = own_outline(catalog(bank(role=100), entries=there))

    assert held(outline, Catalog((), tuple(there))) == {"role": 3}


@given(
    sizes=st.dictionaries(st.sampled_from(["role", "ethics", "crisis", "none"]), st.integers(0, 9)),
    more=st.dictionaries(st.sampled_from(["role", "care"]), st.integers(0, 9)),
    given_shares=st.dictionaries(
        st.sampled_from(["role", "ethics", "crisis"]), st.none() | st.integers(0, 100).map(float)
    ),
)
def test_shares_always_add_up_to_one_and_every_question_has_an_area(
    sizes: dict[str, int], more: dict[str, int], given_shares: dict[str, float | None]
) -> None:
    entries = [*cards(ONE, **sizes), *cards(TWO, **more)]
    outline = own_outline(catalog(bank(ONE, **given_shares), bank(TWO, care=None), entries=entries))

    assert sum(area.share for area in outline.areas) == pytest.approx(1)
    assert all(area.share > 0 for area in outline.areas)
    assert {entry.item for entry in entries} == {key[1] for key in outline.area_of}
    assert set(outline.area_of.values()) <= {area.id for area in outline.areas}
