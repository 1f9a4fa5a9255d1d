"""How a file that was brought in is told."""

import pytest

from cpsprep.cli.bank.importing.words import NAMES, nothing
from cpsprep.core.interchange.draft import Skipped, Spot
from cpsprep.core.interchange.names import Format
from cpsprep.core.interchange.settling import Settled


def test_every_format_has_a_name_in_words() -> None:
    assert NAMES.keys() == set(Format)


@pytest.mark.parametrize(
    ("sorts", "told"),
    [
        ((), "no question was found in it"),
        (("broken file",), "no question was found in it"),
        (("essay",), "its only question cannot come in (1 essay)"),
        (("essay", "matching", "essay"), "none of its 3 questions can come in (2 essay, 1 matching)"),
    ],
)
def test_a_file_of_which_nothing_came_is_told_apart_from_one_without_questions(
    sorts: tuple[str, ...], told: str
) -> None:
    skipped = tuple(Skipped(Spot("f", 1), what, "so") for what in sorts)

    why, way_out = nothing(Settled((), (), skipped, ()))

    assert why == told
    assert way_out.startswith("which kinds there are" if "come in" in told else "what each format looks like")
