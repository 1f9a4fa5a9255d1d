"""The comment that says why a question was retired comes and goes, and nothing else with it."""

from datetime import date

import pytest

from cpsprep.core.writing.retirement import forgotten, noted
from fakes_writing import DECK, changes, edited, entry

DAY = date(2027, 1, 31)
NAMES = ("ex-0001", "ex-0002", "ex-0004")


def retired(text: str, name: str, why: str = "too easy") -> str:
    return edited(text, noted(text, entry(text, name), DAY, why))


def back(text: str, name: str) -> str:
    return edited(text, *forgotten(text, entry(text, name)))


@pytest.mark.parametrize("name", NAMES)
def test_it_says_the_day_and_the_reason(name: str) -> None:
    (line,) = changes(DECK, retired(DECK, name))

    assert line.lstrip("+ ") == "# retired 2027-01-31: too easy"


@pytest.mark.parametrize("name", NAMES)
def test_what_comes_back_is_as_it_was(name: str) -> None:
    assert back(retired(DECK, name), name) == DECK


def test_retired_twice_it_comes_back_without_either() -> None:
    assert back(retired(retired(DECK, "ex-0001"), "ex-0001", "old"), "ex-0001") == DECK


def test_other_questions_and_comments_keep_theirs() -> None:
    text = retired(retired(DECK, "ex-0001"), "ex-0004")

    assert back(text, "ex-0004") == retired(DECK, "ex-0001")
