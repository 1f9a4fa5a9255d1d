"""A form: by the outline's shares, never-seen questions first, scenarios whole, and always the same."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.exam.form import AreaCount, Form, Known, draw
from cpsprep.core.exam.outline import Area
from cpsprep.core.item import CardId, ItemId, Kind, Status
from fakes_exam import entries, entry, keys, outline
from fakes_study import BANK, DAY


def names(form: Form) -> list[str]:
    return [one.item for one in form.entries]


def test_areas_count_by_their_shares() -> None:
    one, two = entries(40, "a"), entries(40, "b")
    plan = outline({"one": one, "two": two})
    plan = plan._replace(areas=(Area("one", "One", 0.7), Area("two", "Two", 0.3)))

    form = draw([*one, *two], plan, 20, "seed", Known())

    assert Counter(name[0] for name in names(form)) == {"a": 14, "b": 6}


def test_no_question_comes_twice() -> None:
    one = entries(30)

    assert len(set(names(draw(one, outline({"one": one}), 30, "seed", Known())))) == 30


def test_the_same_seed_gives_the_same_form_whatever_the_order_of_the_bank() -> None:
    one = entries(50)
    plan = outline({"one": one})

    assert names(draw(one, plan, 10, "s", Known())) == names(draw(one[::-1], plan, 10, "s", Known()))


def test_another_seed_gives_another_form() -> None:
    one = entries(50)
    plan = outline({"one": one})

    assert names(draw(one, plan, 10, "s", Known())) != names(draw(one, plan, 10, "t", Known()))


def test_a_seed_may_hold_half_a_surrogate_pair() -> None:
    one = entries(3)

    assert len(draw(one, outline({"one": one}), 2, "\ud800", Known()).entries) == 2


def test_questions_kept_for_mock_exams_come_first_then_new_then_the_longest_unseen() -> None:
    one = entries(6)
    seen = {(BANK, ItemId("q-0")): DAY, (BANK, ItemId("q-1")): DAY - 5, (BANK, ItemId("q-2")): DAY - 9}
    known = Known(pool=keys("q-5"), last_seen=seen)
    plan = outline({"one": one})

    sets = [set(names(draw(one, plan, count, "seed", known))) for count in range(1, 7)]

    assert sets[0] == {"q-5"}
    assert sets[2] == {"q-5", "q-3", "q-4"}
    assert sets[3] == sets[2] | {"q-2"}
    assert sets[4] == sets[3] | {"q-1"}


def test_drafts_and_retired_questions_are_never_asked() -> None:
    one = [entry("draft", status=Status.DRAFT), entry("gone", status=Status.RETIRED), entry("live")]

    assert names(draw(one, outline({"one": one}), 3, "seed", Known())) == ["live"]


def test_only_kinds_that_the_board_uses_are_asked() -> None:
    one = [entry("single"), entry("several", kind=Kind.MULTIPLE), entry("blank", kind=Kind.CLOZE)]
    plan = outline({"one": one}, kinds=frozenset({Kind.SINGLE, Kind.CLOZE}))

    assert names(draw(one, plan, 3, "seed", Known())) == ["single"]


def test_what_is_in_no_area_is_not_asked() -> None:
    one = entries(2)

    assert names(draw([*one, entry("stray")], outline({"one": one}), 3, "seed", Known())) != []
    assert "stray" not in names(draw([*one, entry("stray")], outline({"one": one}), 3, "seed", Known()))


def test_what_was_set_aside_is_left_out_and_counted() -> None:
    one = entries(3)
    known = Known(set_aside=frozenset({(BANK, CardId("q-1"))}))

    form = draw(one, outline({"one": one}), 3, "seed", known)

    assert set(names(form)) == {"q-0", "q-2"}
    assert form.set_aside == 1


def test_a_scenario_comes_whole_and_in_order() -> None:
    story = [entry(f"s-{n}", n, scenario="scn") for n in range(3)]
    one = [*story, *entries(9)]

    form = draw(one, outline({"one": one}), 12, "seed", Known())

    start = names(form).index("s-0")
    assert names(form)[start : start + 3] == ["s-0", "s-1", "s-2"]


def test_each_question_of_a_scenario_counts_for_its_own_area() -> None:
    story = [entry(f"s-{n}", n, scenario="scn") for n in range(3)]
    one, two = [story[0], *entries(9, "a")], [*story[1:], *entries(9, "b")]
    known = Known(pool=keys("s-0", "s-1", "s-2"))

    form = draw([*one, *two], outline({"one": one, "two": two}), 10, "seed", known)

    assert "s-0" in names(form)
    assert form.counts == (AreaCount("one", 5, 5), AreaCount("two", 5, 5))


def test_a_scenario_that_does_not_fit_gives_way_to_single_questions() -> None:
    story = [entry(f"s-{n}", n, scenario="scn") for n in range(3)]
    one = [*story, *entries(9)]

    form = draw(one, outline({"one": one}), 2, "seed", Known(pool=keys("s-0", "s-1", "s-2")))

    assert len(form.entries) == 2
    assert not [name for name in names(form) if name.startswith("s-")]


def test_scenarios_of_two_banks_with_one_name_are_two() -> None:
    theirs = entry("s-1", scenario="scn", bank="other")
    one = [entry("s-0", scenario="scn"), theirs]

    assert len(draw(one, outline({"one": one}), 1, "seed", Known()).entries) == 1


def test_a_scenario_seen_in_part_counts_as_seen() -> None:
    story = [entry(f"s-{n}", n, scenario="scn") for n in range(2)]
    one = [*story, *entries(2)]
    known = Known(last_seen={(BANK, ItemId("s-1")): DAY})

    assert set(names(draw(one, outline({"one": one}), 2, "seed", known))) == {"q-0", "q-1"}


def test_a_scenario_in_the_pool_comes_before_others() -> None:
    stories = [entry(f"{story}-{n}", n, scenario=story) for story in ("x", "y", "z") for n in range(2)]
    known = Known(pool=keys("y-0", "y-1"))

    assert set(names(draw(stories, outline({"one": stories}), 2, "seed", known))) == {"y-0", "y-1"}


def test_what_an_area_lacks_comes_from_the_others_and_is_told() -> None:
    one, two = entries(3, "a"), entries(20, "b")

    form = draw([*one, *two], outline({"one": one, "two": two}), 10, "seed", Known())

    assert form.counts == (AreaCount("one", 5, 3), AreaCount("two", 5, 7))


def test_where_only_large_scenarios_are_left_another_area_fills_up() -> None:
    story = [entry(f"s-{n}", n, scenario="scn") for n in range(4)]
    others = entries(20)

    form = draw([*story, *others], outline({"one": story, "two": others}), 6, "seed", Known())

    assert form.counts == (AreaCount("one", 3, 0), AreaCount("two", 3, 6))


def test_a_bank_that_is_too_small_gives_fewer() -> None:
    one = entries(3)

    form = draw(one, outline({"one": one}), 10, "seed", Known())

    assert (len(form.entries), form.asked_for) == (3, 10)


def test_the_areas_are_mixed() -> None:
    one, two = entries(20, "a"), entries(20, "b")

    form = draw([*one, *two], outline({"one": one, "two": two}), 40, "seed", Known())

    assert names(form)[:20] != sorted(names(form)[:20])
    assert {name[0] for name in names(form)[:20]} == {"a", "b"}


@given(
    sizes=st.lists(st.integers(1, 4), min_size=1, max_size=12),
    items=st.integers(1, 25),
    seed=st.text(max_size=3),
    seen=st.sets(st.integers(0, 11)),
)
def test_a_form_is_as_long_as_it_can_be_and_breaks_no_scenario(
    sizes: list[int], items: int, seed: str, seen: set[int]
) -> None:
    every = [entry(f"s{u}-{n}", n, scenario=f"s{u}") for u, size in enumerate(sizes) for n in range(size)]
    areas = {"one": every[::2], "two": every[1::2]}
    known = Known(last_seen={(BANK, ItemId(f"s{unit}-0")): DAY for unit in seen})

    form = draw(every, outline(areas), items, seed, known)

    taken = Counter(one.scenario for one in form.entries)
    assert len(form.entries) <= items
    assert all(taken[f"s{unit}"] in {0, size} for unit, size in enumerate(sizes))
    left = [size for unit, size in enumerate(sizes) if not taken[f"s{unit}"]]
    assert not left or min(left) > items - len(form.entries)
    assert sum(one.got for one in form.counts) == len(form.entries)
