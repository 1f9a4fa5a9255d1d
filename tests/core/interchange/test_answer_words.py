"""Words and letters by which people say which answer is right: each in every place where it may stand."""

import pytest

from cpsprep.core.interchange.answer_words import (
    ANSWER_WORDS,
    CHOICE_WORDS,
    KEY_WORDS,
    LIST_WORDS,
    RIGHT_BEHIND_WORDS,
    RIGHT_WORDS,
)
from cpsprep.core.interchange.draft import Spot
from cpsprep.core.interchange.filled_in import read_filled_in
from cpsprep.core.interchange.listed.below_answers import gives_a_reason
from cpsprep.core.interchange.listed.keys.lists import is_title
from cpsprep.core.interchange.listed.line import Line
from cpsprep.core.interchange.listed.plain import read_plain
from cpsprep.core.interchange.names import Format
from cpsprep.core.interchange.sniffing import sniffed
from cpsprep.core.interchange.tables.key_words import right_by_head, right_ones
from fakes_import import lines, remarks

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
    asked = FOUR.replace("Which?", "Which two are?") if "/" in part else FOUR  # else a stroke may be an or
    more = "\n2. And?\nA) x\nB) y" if "2." in written else ""

    assert right(f"{asked}{more}{written}".format(part.join("BD")))[0] == "BD"


@pytest.mark.parametrize("part", PARTS)
def test_so_they_do_in_a_table(part: str) -> None:
    heads = [f"Choice {one}" for one in "ABCD"]

    assert right_ones(part.join("bd"), ["one", "two", "three", "four"]) == (1, 3)
    assert right_by_head(f"Choice B{part}Choice D", ["one", "two", "three", "four"], heads) == (1, 3)


@pytest.mark.parametrize("part", [one for one in PARTS if "/" not in one])
def test_so_they_do_in_a_list_of_missing_keys_but_for_a_stroke_which_may_be_an_or(part: str) -> None:
    options = FOUR.partition("\n")[2].lower()

    found = read_filled_in(f"Question 1. Which?\n{options}\nAnswer: {part.join('bd')}\n", "f")

    assert lines(found) == ["multiple: Which? | one | *two | three | *four"]


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


OVER_A_LIST = (*ANSWER_WORDS, *KEY_WORDS, *LIST_WORDS)
ONE = "1. Which?\nA) one\nB) two"
TWO = f"{ONE}\n2. And?\nA) x\nB) y"


def forms(word: str) -> tuple[str, ...]:
    return word, word.capitalize(), word.upper(), f"the {word}", f"Correct {word}", f"The best {word}"


@pytest.mark.parametrize("word", [*OVER_A_LIST, *CHOICE_WORDS])
@pytest.mark.parametrize("written", ["{}: b", "{} = B", "{}.: B", "{} \u2013 (B)", "{}(s): B", "{} key: B"])
def test_each_word_before_a_colon_on_its_own_line_names_the_right_option(word: str, written: str) -> None:
    for form in forms(word):
        assert right(f"{ONE}\n{written.format(form)}") == ["B"], form


@pytest.mark.parametrize("word", [*ANSWER_WORDS, *KEY_WORDS, *CHOICE_WORDS])
@pytest.mark.parametrize("written", ["{} is B", "{} is: B", "{}. B"])
def test_each_word_of_one_answer_does_so_before_is_and_a_stop(word: str, written: str) -> None:
    for form in forms(word):
        assert right(f"{ONE}\n{written.format(form)}") == ["B"], form


@pytest.mark.parametrize("word", ANSWER_WORDS)
@pytest.mark.parametrize("written", ["{} B", "{} (B)", "{} -> B", "{} \u2192 B"])
def test_each_word_for_an_answer_does_so_alone_and_with_an_arrow(word: str, written: str) -> None:
    assert right(f"{ONE}\n{written.format(word)}") == ["B"]


@pytest.mark.parametrize("word", OVER_A_LIST)
@pytest.mark.parametrize("written", ["{}: b", "({}: b)", "{} = B."])
def test_each_does_so_behind_the_last_option(word: str, written: str) -> None:
    for form in forms(word):
        assert lines(read_plain(f"{ONE} {written.format(form)}", "f")) == ["single: Which? | one | *two"]


@pytest.mark.parametrize("word", OVER_A_LIST)
@pytest.mark.parametrize("written", ["{}\n1. B\n2. A", "{}:\n1. B\n2. A", "{}: 1. B 2. A", "{} - 1. B 2. A"])
def test_each_begins_a_list_of_keys(word: str, written: str) -> None:
    for form in forms(word):
        found = read_plain(f"{TWO}\n\n{written.format(form)}", "f")

        assert lines(found) == ["single: Which? | one | *two", "single: And? | *x | y"]
        assert remarks(found) == []


@pytest.mark.parametrize("word", OVER_A_LIST)
@pytest.mark.parametrize("written", ["{} key", "{} sheet", "Test 1 {} Key (Form A)"])
def test_each_heads_a_list_that_can_be_nothing_else(word: str, written: str) -> None:
    assert is_title(Line(Spot("f", 1), written.format(word)))
    assert right(f"{TWO}\n{written.format(word)}\n1. B\n2. A") == ["B", "A"]


@pytest.mark.parametrize(("text", "is_one"), [("Key answers", True), ("That was the key solution.", False)])
def test_a_key_before_it_heads_one_only_where_no_sentence_may_say_it(text: str, is_one: bool) -> None:
    assert is_title(Line(Spot("f", 1), text)) is is_one


@pytest.mark.parametrize("written", ["({})", "[{}]", "<- {}", "\u2190 {}."])
def test_each_is_a_sign_beside_its_option(written: str) -> None:
    alone = ("correct", "right", "key", *RIGHT_BEHIND_WORDS, *ANSWER_WORDS)
    words = (*KEY_WORDS, *CHOICE_WORDS, *ANSWER_WORDS)
    for sign in (*alone, *(f"{right} {word}" for right in RIGHT_WORDS for word in words)):
        text = f"1. Which?\nA) one {written.format(sign)}\nB) two"

        assert lines(read_plain(text, "f")) == ["single: Which? | *one | two"], sign


@pytest.mark.parametrize("word", ["solution", "keys", "option", "choice", "response", "best"])
def test_a_word_that_may_be_of_the_option_is_none(word: str) -> None:
    (told,) = lines(read_plain(f"1. Which?\nA) one ({word})\nB) two", "f"))

    assert told == f"single: Which? | one ({word}) | two"


@pytest.mark.parametrize("line", ["Options: B", "Key B", "Solution B", "Solutions are B", "Choice -> B"])
def test_such_a_word_names_no_option_where_it_may_mean_something_else(line: str) -> None:
    assert right(f"{ONE}\n{line}") == [""]


@pytest.mark.parametrize("word", RIGHT_BEHIND_WORDS)
def test_in_some_languages_another_word_stands_behind_it(word: str) -> None:
    assert right(f"{ONE}\nRespuesta {word}: b") == ["B"]
    assert right(f"{TWO}\n\nRespuestas {word}\n1. B\n2. A") == ["B", "A"]


@pytest.mark.parametrize("word", [*ANSWER_WORDS, *CHOICE_WORDS])
def test_each_tells_of_the_answer_above_by_its_first_words(word: str) -> None:
    for text in (
        f"{word} B fits.",
        f"This {word} fits.",
        *(f"The {one} {word} fits." for one in RIGHT_WORDS),
    ):
        assert gives_a_reason(text.capitalize())
    for one in RIGHT_WORDS:
        assert gives_a_reason(f"B is {one}.")
        assert gives_a_reason(f"B is in{one}.")


@pytest.mark.parametrize("word", [*ANSWER_WORDS, *CHOICE_WORDS])
@pytest.mark.parametrize("written", ["Why {} B: it fits", "Rationale for {} (b): it fits"])
def test_each_tells_which_option_a_reason_is_for(word: str, written: str) -> None:
    found = read_plain(f"{ONE}\nAnswer: B\n{written.format(word)}", "f")

    assert lines(found) == ["single: Which? | one | *two | why: it fits"]


@pytest.mark.parametrize("word", OVER_A_LIST)
def test_each_makes_a_text_with_as_many_tabs_in_each_line_a_list(word: str) -> None:
    text = "".join(f"{number}\tWhich one?\n{{}}:\tB\n" for number in range(1, 9))

    assert sniffed(text.format(*[word] * 8)) is Format.TEXT
    assert sniffed(text.format(*["One"] * 8)) is Format.CSV
