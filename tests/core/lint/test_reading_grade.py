"""The grade level of a text, held to published numbers and to a pronouncing dictionary."""

import pytest

from cpsprep.core.lint.reading_grade import grade, syllables
from cpsprep.core.lint.words import sentences, words

# Published: the Flesch reading ease that the article "Flesch-Kincaid readability tests" of Wikipedia gives.
PUBLISHED = [
    ("The cat sat on the mat.", 116.1),
    ("This sentence, taken as a reading passage unto itself, is being used to prove a point.", 69.0),
    ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 37.5),
]
# Syllables as the CMU Pronouncing Dictionary has them.
DICTIONARY = {
    1: "what asked strength weighed whole there's don't stopped rhythm's leave laughs twelfth",
    2: "little wanted wishes people careful safely being something quiet trial didn't statement prism create",
    3: "validate suicide creative idea specialist medicine emotion advocate understood lifeline",
    4: "experience community participate supervision reality empathetic recovery",
    5: "hospitality organization possibility",
    6: "vulnerability confidentiality",
}


def reading_ease(text: str) -> float:
    """Flesch, 1948, from the same counts."""
    found = words(text)
    heard = sum(map(syllables, found)) / len(found)
    return 206.835 - 1.015 * len(found) / len(sentences(text)) - 84.6 * heard


@pytest.mark.parametrize(("text", "ease"), PUBLISHED)
def test_published_reading_ease_is_met(text: str, ease: float) -> None:
    assert reading_ease(text) == pytest.approx(ease, abs=0.1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Sentences of one word of one syllable: -3.40, the lowest value that the formula can take.
        ("Go. Stop. Run.", -3.40),
        ("The cat sat on the mat.", 0.39 * 6 + 11.8 - 15.59),
        ("", 0.0),
        ("...", 0.0),
    ],
)
def test_the_grade_is_that_of_the_formula(text: str, expected: float) -> None:
    assert grade(text) == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, line in DICTIONARY.items() for word in line.split()]
)
def test_syllables_are_those_of_the_dictionary(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_figure_is_one_syllable_and_parts_add_up() -> None:
    assert (syllables("988"), syllables("person-centered"), syllables("two-")) == (1, 4, 1)
