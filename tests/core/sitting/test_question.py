"""A card ready to be asked: the order of its options, and the number of its blank."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.item import Body, CardId, Cloze, ItemId
from cpsprep.core.sitting.question import Question, option_order
from fakes_study import BASIC, CLOZE, choice, question, truefalse

AUTHORED = ("a", "b", "c", "d")
SHUFFLED = question(shuffle=True)


@given(st.text(st.characters(codec="utf-8")), st.integers(0, 9))
def test_shuffling_keeps_every_option_once(seed: str, round_: int) -> None:
    assert sorted(option_order(SHUFFLED, seed, round_)) == list(AUTHORED)


def test_the_same_seed_gives_the_same_order_on_any_machine() -> None:
    # By: printf 'seed:q-1:0:a' | sha256sum, for each round and option, sorted.
    assert [option_order(SHUFFLED, "seed", round_) for round_ in range(3)] == [
        ("d", "c", "b", "a"),
        ("d", "a", "c", "b"),
        ("b", "d", "a", "c"),
    ]


def test_a_seed_from_a_terminal_may_hold_half_a_letter() -> None:
    assert sorted(option_order(SHUFFLED, "\udcff", 0)) == list(AUTHORED)


def test_another_card_has_an_order_of_its_own() -> None:
    others = {option_order(question(f"q-{n}", shuffle=True), "seed", 0) for n in range(20)}

    assert len(others) > 1


def test_no_place_is_favoured() -> None:
    first = Counter(option_order(SHUFFLED, str(seed), 0)[0] for seed in range(4000))

    # A fair first place is 1000 each with a standard deviation of 27; five of them never fail by chance.
    assert all(abs(first[letter] - 1000) < 140 for letter in option_order(SHUFFLED, "", 0))


def test_an_author_can_keep_the_order() -> None:
    assert option_order(question(shuffle=False), "seed", 3) == AUTHORED


def test_true_and_false_stay_in_place() -> None:
    fixed = question(body=truefalse(), shuffle=True)

    assert {option_order(fixed, str(seed), 0) for seed in range(20)} == {("true", "false")}


@pytest.mark.parametrize("body", [BASIC, CLOZE])
def test_what_has_no_options_has_no_order(body: Body) -> None:
    assert option_order(question(body=body), "seed", 0) == ()


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        (question(body=choice()), None),
        (question(body=BASIC), None),
        (question(body=CLOZE), 1),
        (replace(question(body=Cloze("{{c12::x}}", (12,))), card=CardId("q-1#c12")), 12),
    ],
    ids=["choice", "basic", "cloze", "twelfth blank"],
)
def test_only_a_cloze_card_asks_for_a_number(asked: Question, number: int | None) -> None:
    assert asked.number == number


def test_a_question_belongs_to_its_item() -> None:
    assert question("q-7", CLOZE).item.id == ItemId("q-7")
