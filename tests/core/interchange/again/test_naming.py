"""Names of decks and ids of questions: legal, the same for the same, and never given twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.interchange.again.naming import deck_name, new_id, slug
from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.item import Kind
from cpsprep.core.reading.header import ID


def choice(stem: str, name: str = "") -> Draft:
    return Draft(Kind.SINGLE, Spot("f", 1), stem, (Option("x"), Option("y")), name=name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Midterm", "midterm"),
        ("Final exam (2026)!", "final-exam-2026"),
        ("2026 quiz", "imported-2026-quiz"),
        ("Caf\u00e9", "caf"),
        ("\u5b66", "imported"),
        ("a", "imported-a"),
        ("x" * 60, "x" * 24),
    ],
)
def test_names_of_files_become_ids(text: str, name: str) -> None:
    assert slug(text) == name


def test_a_deck_has_a_longer_name_than_ids_begin_with() -> None:
    assert deck_name("CPS Spring 2026 Final Review Part 2") == "cps-spring-2026-final-review-part-2"
    assert len(deck_name("x" * 60)) == 40


def test_an_id_of_its_own_is_kept_unless_it_is_taken() -> None:
    draft = choice("Who?", "q-17")

    assert new_id(draft, "m", set()) == "q-17"
    assert new_id(draft, "m", {"q-17"}).startswith("m-")


@given(st.text(max_size=30), st.sampled_from(["m", "midterm"]))
def test_ids_are_the_same_for_the_same_and_never_used_twice(stem: str, prefix: str) -> None:
    draft = choice(stem)
    taken: set[str] = set()
    for _ in range(4):
        name = new_id(draft, prefix, taken)
        assert ID.fullmatch(name)
        assert name == new_id(draft, prefix, set(taken))
        assert name not in taken
        taken.add(name)
