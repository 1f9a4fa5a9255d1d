"""Words and letters by which people say which answer is right: each of them in each place where they stand."""

import pytest

from cpsprep.core.interchange.listed.plain import read_plain
from fakes_import import lines

PARTS = (", ", ",", "; ", ";", " & ", "&", " / ", "/", " + ", "+", " and ", ", and ", " AND ")
"""What may stand between the letters of a key."""


def right(text: str) -> list[str]:
    """The letters of the right options of each question."""
    return [
        "".join("ABCD"[at] for at, one in enumerate(draft.options) if one.right)
        for draft in read_plain(text, "f").drafts
    ]


FOUR = "1. Which?\nA) one\nB) two\nC) three\nD) four"


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(
    "written",
    [
        *("\nAnswer: {}", "\nAnswer: {}.", "\nAnswer: ({})", "\nAnswer: {}. They fit."),
        *("\nAnswer: {} because they fit.", "\nAnswer: {} - they fit.", "\nAnswer: ({}) They  fit."),
        *(" Answer: {}", " (Answer: {})", "\n\nAnswer Key\n1. {}", "\n\nAnswer Key\n1. {} - they fit."),
        "\n\nAnswers: 1. {}; 2. B",
    ],
)
def test_letters_of_a_key_stand_with_every_sign_between_them_in_every_place(written: str, part: str) -> None:
    more = "\n2. And?\nA) x\nB) y" if "2." in written else ""

    assert right(f"{FOUR}{more}{written}".format(part.join("BD")))[0] == "BD"


@pytest.mark.parametrize("part", PARTS)
def test_below_a_word_that_we_do_not_know_they_are_asked_for(part: str) -> None:
    written = f"Clave: {part.join('BD')}"

    (told,) = lines(read_plain(f"{FOUR}\n{written}", "f"))

    assert told == f"single: Which? | one | two | three | four | ?? the key '{written}' names no option"


@pytest.mark.parametrize(
    ("key", "doubt"),
    [
        ("B; a dog.", "the key says B, and 'a dog.' beside it"),
        ("B. a dog", "the key says B, and 'a dog' beside it"),
        ("B, a dog", "the key 'B, a dog' names no option"),
    ],
)
def test_an_article_behind_a_letter_is_no_letter(key: str, doubt: str) -> None:
    found = read_plain(f"1. Which?\nA) A cat\nB) A bird\nC) A dog\nAnswer: {key}", "f")

    assert lines(found) == [f"single: Which? | A cat | A bird | A dog | ?? {doubt}"]
