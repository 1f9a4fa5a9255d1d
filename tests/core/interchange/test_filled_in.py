"""The list of missing keys, filled in: letters are letters, and every text comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.interchange.filled_in import read_filled_in
from cpsprep.core.interchange.layout import laid_out
from cpsprep.core.interchange.lms.choices import truth
from cpsprep.core.interchange.names import Format
from cpsprep.core.interchange.needs_key import is_needs_key, needs_key_text
from cpsprep.core.interchange.sniffing import sniffed
from cpsprep.core.interchange.tidy import tidy
from cpsprep.core.item import Kind
from fakes_import import lines

HOSTILE = (
    "- one",
    "1. A",
    "a) b",
    "Answer: b",
    "ID: x",
    "Question 2. And?",
    "// note",
    "# Head",
    "---",
    "| a |",
)
WORDS = st.one_of(
    st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map("\n".join).map(tidy).map(laid_out)


def asked(*options: str, stem: str = "Which?", **more: str) -> Draft:
    return Draft(Kind.SINGLE, Spot("f", 1), stem, tuple(map(Option, options)), **more)  # type: ignore[arg-type]


def listed(*drafts: Draft) -> str:
    return needs_key_text(
        [(f"q-{number}", one) for number, one in enumerate(drafts, 1)], "cpsprep bank import x"
    )


@given(TEXTS.filter(bool), TEXTS, TEXTS, TEXTS, st.booleans())
def test_texts_come_back_as_they_were(stem: str, why: str, story: str, more: str, several: bool) -> None:
    options = (Option("one", why=why), Option("two"))
    first = Draft(Kind.SINGLE, Spot("f", 1), stem, options, explanation=more, story=story, tags=("t", "u"))
    second = Draft(Kind.TRUEFALSE, Spot("f", 2), stem, truth(None))
    filled = listed(first, second).replace("Answer:\n", f"Answer: {'a, b' if several else 'a'}\n", 1)

    one, other = read_filled_in(filled.replace("\nAnswer:\n", "\nAnswer: T\n"), "f").drafts

    assert (one.stem, one.options[0].why, one.explanation, one.story) == (stem, why, more, story)
    assert ([option.right for option in one.options], one.tags) == ([True, several], ("t", "u"))
    assert (other.stem, other.options[0].right) == (stem, True)


@pytest.mark.parametrize(
    ("options", "typed", "expected"),
    [
        (("O", "A", "R"), "a", "*O | A | R"),
        (("O", "A", "R"), "r", "O | A | *R"),
        (("O", "A", "R"), "a, c", "*O | A | *R"),
        (("A, C", "B only", "C"), "a, c", "*A, C | B only | *C"),
        (("A, C", "B only", "C"), "A and C.", "*A, C | B only | *C"),
        (("A, C", "B only", "C"), "B", "A, C | *B only | C"),
        (("x", "y", "Both A and B"), "a b", "*x | *y | Both A and B"),
        (("x", "y", "Both A and B"), "both a and b", "x | y | *Both A and B"),
        (("x", "y"), "\n  b", "x | *y"),
        (("x", "y"), "c", "x | y | named q-1 | ?? the key 'c' names no option"),
        (("x", "y"), "x", "*x | y"),
        (("True", "False"), "f", "answer false"),
    ],
)
def test_a_letter_is_that_of_an_option_whatever_its_words(
    options: tuple[str, ...], typed: str, expected: str
) -> None:
    text = listed(asked(*options))

    found = read_filled_in(text.replace("Answer:\n", f"Answer: {typed}\n"), "f")

    if expected == "answer false":
        assert [one.right for one in found.drafts[0].options] == [False, True]
    else:
        assert lines(found)[0].partition("Which? | ")[2] in {expected, f"{expected} | named q-1"}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        *((f" {word}", "true") for word in ("a", "A)", "(a)", "t", "True.", "yes", "1")),
        *((f" {word}", "false") for word in ("b", "B", "f", "false", "no", "2")),
        ("\na", "true"),
        ("\nFalse", "false"),
    ],
)
def test_a_statement_is_called_true_or_false_in_all_ways_in_which_it_may_be_in_a_terminal(
    written: str, expected: str
) -> None:
    statement = Draft(Kind.TRUEFALSE, Spot("f", 1), "It is so.", truth(None))
    text = listed(statement, asked("one", "two"), statement)

    found = read_filled_in(text.replace("\nAnswer:\n", f"\nAnswer:{written}\n"), "f")

    assert lines(found)[::2] == [f"truefalse: It is so. = {expected} | named q-{at}" for at in (1, 3)]


def test_its_head_says_what_to_write_below_options_and_below_a_statement() -> None:
    head = listed().replace("\n// ", " ")

    assert 'Write it behind "Answer:": the letter of the right option (several with a comma between' in head
    assert 'where "(true or false)" stands, true or false.' in head


def test_a_question_that_asks_for_several_goes_on_asking_for_several() -> None:
    text = listed(asked("x", "y", stem="Who?\nSelect all that apply."))

    assert read_filled_in(text, "f").drafts[0].kind is Kind.MULTIPLE


def test_options_that_somebody_indented_are_options() -> None:
    text = (
        listed(asked("x", "y"))
        .replace("a) ", "  a) ")
        .replace("b) ", "  b) ")
        .replace("Answer:", "Answer: b")
    )

    assert lines(read_filled_in(text, "f"))[0] == "single: Which? | x | *y | named q-1"


def test_what_is_said_of_a_question_names_it_by_its_words() -> None:
    text = listed(asked("x", "y", stem="Who listens?\nAll."), asked("x", "y")).replace("a) x\nb) y\n", "", 1)

    (skipped,) = read_filled_in(text, "f").skipped

    assert skipped.why == "it has neither options nor an answer: Who listens? All."


@pytest.mark.parametrize("left", ["", "b) y\n"])
def test_a_letter_whose_options_are_gone_is_no_card(left: str) -> None:
    text = listed(asked("x", "y")).replace("a) x\nb) y\n", left).replace("Answer:", "Answer: b")

    found = read_filled_in(text, "f")

    assert not found.drafts
    assert found.skipped[0].why.startswith(
        "its answer is 'b', but it has no options with letters in turn: Which?"
    )


def test_brackets_that_somebody_wrote_stay() -> None:
    text = listed(asked("x", "y")).replace("Answer:", "Explanation: \u27e67\u27e7\nAnswer: a")

    assert read_filled_in(text, "f").drafts[0].explanation == "\u27e67\u27e7"


def test_it_is_known_by_its_first_line_whatever_its_questions_hold() -> None:
    text = listed(asked("x", "y", stem="What does {=this} mean?"))

    assert is_needs_key(f"\n{text}")
    assert sniffed(text) is Format.TEXT
    assert not is_needs_key("1. Who?\na) x\n")
