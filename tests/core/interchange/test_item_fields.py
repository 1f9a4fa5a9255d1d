"""A draft as the fields of a question: options keep their ids, and what hangs on one goes with it."""

from cpsprep.core.interchange.again.merging import merged
from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.interchange.item_fields import fields_of, flat
from cpsprep.core.interchange.layout import with_layout
from cpsprep.core.item import Kind

OPTIONS = (Option("x", right=True, why="so  so"), Option("y"), Option("z"))
DRAFT = Draft(
    *(Kind.SINGLE, Spot("f", 1), "Who?\n- a list", OPTIONS),
    letters="dba",
    tags=("two words",),
    more={"misconception": {"b": "hasty", "h": "of no option"}},
    is_exact=True,
)


def test_options_have_the_ids_that_the_file_gives_them() -> None:
    fields = fields_of(DRAFT, "q-1")

    assert fields["options"] == {"d": "x", "b": "y", "a": "z"}
    assert (fields["answer"], fields["why"]) == ("d", {"d": "so  so"})


def test_the_texts_of_a_bank_stay_as_they_are() -> None:
    assert with_layout(DRAFT) == DRAFT
    assert fields_of(DRAFT, "q-1")["tags"] == ["two words"]


def test_under_other_ids_a_mistake_stays_with_its_option() -> None:
    assert fields_of(DRAFT, "q-1", "abc")["misconception"] == {"b": "hasty"}
    assert fields_of(DRAFT, "q-1", "cad")["misconception"] == {"a": "hasty"}


def test_an_option_that_the_deck_has_keeps_its_id_and_a_new_one_has_that_of_the_file() -> None:
    here = flat(
        {"id": "q-1", "kind": "single", "stem": "Who?", "options": {"a": "y", "c": "x"}, "answer": "c"}
    )

    done = merged(DRAFT, "q-1", here, here)

    assert done.was["options", "a"] == "y"
    assert done.was["options", "c"] == "x"
    assert [path[1] for path, text in done.was.items() if text == "z"] == ["b"]


def test_an_id_of_the_file_that_nothing_has_is_taken() -> None:
    here = flat(
        {"id": "q-1", "kind": "single", "stem": "Who?", "options": {"d": "x", "b": "y"}, "answer": "d"}
    )

    done = merged(DRAFT, "q-1", here, here)

    assert done.changes["options", "a"] == "z"
