"""How a wording changed: a slip of the pen, a small word, other words, or one that makes another question."""

import pytest

from cpsprep.core.interchange.again.wording import Change, alike, change_of, words_of


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        ("Who is it?", "who is it", Change.NONE),
        ("What is BEST?", "What is best?", Change.NONE),
        ("She said \u201cno\u201d.", 'She said "no".', Change.NONE),
        ("a peer\u2019s story", "a peer's story", Change.NONE),
        ("Which is a symbol?", "What are the symbols?", Change.SMALL),
        ("They recieve help", "They receive help", Change.SMALL),
        ("It is adressed", "It is addressed", Change.SMALL),
        ("It is addressed", "It is adressed", Change.SMALL),
        ("the group", "the groups", Change.SMALL),
        ("A peer helps", "The peer helps", Change.SMALL),
        ("the main aim of it", "the main goal of it", Change.REWORDED),
        ("the peer helps the doctor", "the doctor helps the peer", Change.REWORDED),
        ("It is typical", "It is atypical", Change.REWORDED),
        ("It is moral", "It is amoral", Change.REWORDED),
        ("a casual remark", "a causal remark", Change.SMALL),
        ("the house", "the horse", Change.REWORDED),
        ("begin there", "bigen there", Change.REWORDED),
        ("What does the letter O mean?", "What does the letter A mean?", Change.TELLING),
        ("What does the letter a mean?", "What does the letter i mean?", Change.TELLING),
        ("Hepatitis A", "Hepatitis B", Change.TELLING),
        ("a grade of A", "a grade of", Change.TELLING),
        ("It is a sign", "It is not a sign", Change.TELLING),
        ("She does", "She doesn't", Change.TELLING),
        ("all of these", "none of these", Change.TELLING),
        ("the first step", "the second step", Change.TELLING),
        ("within 24 hours", "within 48 hours", Change.TELLING),
        ("within two days", "within three days", Change.TELLING),
        ("in the 1960s", "in the 1970s", Change.TELLING),
        ("a heat of -5", "a heat of 5", Change.TELLING),
        ("3 > 2", "3 < 2", Change.TELLING),
        ("when Dana asks", "when Keoni asks", Change.TELLING),
        ("Who is it?", "Where is it?", Change.TELLING),
        ("What comes before it?", "What comes after it?", Change.TELLING),
        ("the MOST of it", "the LEAST of it", Change.TELLING),
    ],
)
def test_a_change_of_words_is_as_grave_as_its_gravest_word(before: str, now: str, change: Change) -> None:
    assert change_of(before, now) is change
    assert change_of(now, before) is change


def test_words_are_without_case_and_marks_and_signs_that_mean_something_are_words() -> None:
    assert words_of("Is 3 > -2, \u201cYes\u201d?") == ("is", "3", ">", "-", "2", "yes")
    assert (alike("a b", "b c"), alike("", "")) == (1 / 3, 0)
