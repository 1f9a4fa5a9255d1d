"""Blackboard's file for uploading: each line a question, and what does not fit costs no other."""

import pytest

from cpsprep.core.interchange.names import Format
from cpsprep.core.interchange.sniffing import sniffed
from cpsprep.core.interchange.tables.blackboard import read_blackboard
from fakes_import import lines


def read(*parts: str) -> str:
    """What one line with these parts comes to."""
    (found,) = lines(read_blackboard("\t".join(parts), "f"))
    return found


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("MC", "Who?", "one", "incorrect", "two", "correct"), "single: Who? | one | *two"),
        (("mc ", "Who?", "one", "Incorrect", "two", "CORRECT", "", ""), "single: Who? | one | *two"),
        (("MA", "Which?", "one", "correct", "two", "correct"), "multiple: Which? | *one | *two"),
        (("TF", "It is so.", "true"), "truefalse: It is so. = true"),
        (("TF", "It is so.", "False"), "truefalse: It is so. = false"),
        (("FIB", "O in OARS?", "Open questions"), "basic: O in OARS? = Open questions"),
        (("FIB", "Who?", "a", "b"), "basic: Who? = a | -- Also accepted: b."),
        (
            ("ESS", "Say why.", "Because."),
            "basic: Say why. = Because. | !! the form of an essay; its sample became the answer",
        ),
        (
            ("FIB_PLUS", "[x] then [y].", "x", "Listen", "Hear", "", "y", "plan"),
            "cloze: {{c1::Listen}} then {{c2::plan}}. | -- Also accepted: Hear.",
        ),
        (("MC", "<p>Who <b>is</b> it?</p>", "x &amp; y", "correct"), "single: Who is it? | *x & y | !! bold"),
        (("MC", '"Say ""no"", or not?"', "x", "correct"), 'single: Say "no", or not? | *x'),
        (("MC", '"No," she says. What now?', "x", "correct"), 'single: "No," she says. What now? | *x'),
    ],
)
def test_a_line_of_each_sort_is_a_question(parts: tuple[str, ...], expected: str) -> None:
    assert read(*parts) == expected


@pytest.mark.parametrize(
    ("parts", "doubt"),
    [
        (
            ("MC", "Who?", "one", "correct", "two", "correct"),
            "2 options are correct, and one is to be chosen",
        ),
        (("MC", "Who?", "one", "wrong"), "behind an option stands 'wrong', not correct or incorrect"),
        (("MA", "Who?", "one", "correct", "two"), "behind an option stands '', not correct or incorrect"),
        (("TF", "So?", "maybe"), "'maybe' is neither true nor false"),
    ],
)
def test_where_the_key_is_not_clear_none_is_taken(parts: tuple[str, ...], doubt: str) -> None:
    found = read(*parts)

    assert found.endswith(f"?? {doubt}")
    assert "*" not in found


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (("MAT", "Match.", "a", "b"), "matching: questions of this sort have no form in cpsprep: Match."),
        (("ORD", "Order."), "ordering: questions of this sort have no form in cpsprep: Order."),
        (("ESS", "Say why."), "essay: an open question without an answer: Say why."),
        (("FIB", "Who?", ""), "essay: an open question without an answer: Who?"),
        (("MC",), "without a stem: the question has no text"),
        (("XX", "Who?"), "unknown sort: its line begins with 'XX', which is no sort: Who?"),
        (("FIB_PLUS", "[x] it."), "blanks: it has no blank: [x] it."),
        (("FIB_PLUS", "[x]?", "x"), "blanks: no answer, or no place, is given for the blank [x]: [x]?"),
        (("FIB_PLUS", "[x]?", "y", "a"), "blanks: no answer, or no place, is given for the blank [y]: [x]?"),
    ],
)
def test_what_is_left_out_is_told(parts: tuple[str, ...], told: str) -> None:
    (one,) = read_blackboard("\t".join(parts), "f").skipped

    assert f"{one.what}: {one.why}" == told


def test_a_line_that_does_not_fit_costs_no_other_and_keeps_its_number() -> None:
    found = read_blackboard("MC\tOne?\ta\tcorrect\n\nMAT\tMatch.\ta\tb\nTF\tSo.\ttrue\n", "f")

    assert [draft.where.number for draft in found.drafts] == [1, 4]
    assert [one.where.number for one in found.skipped] == [3]


def test_what_is_lost_is_named_once() -> None:
    (draft,) = read_blackboard("ESS\t<b>Say</b> why.\t<b>Because.</b>", "f").drafts

    assert draft.lost == ("bold", "the form of an essay; its sample became the answer")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MC\tWho?\ta\tcorrect\tb\tincorrect\nTF\tSo.\ttrue\n", Format.BLACKBOARD),
        ("MC\tWho is {it}?\ta\tcorrect\tb\tincorrect\n", Format.BLACKBOARD),
        ("Question\tA\tB\tAnswer\nMC\tx\ty\tA\n", Format.CSV),
        ("Term\tMeaning\nTF\ttrue or false\n", Format.CSV),
        ("MC\n", Format.TEXT),
    ],
)
def test_it_is_known_by_the_sorts_at_the_start_of_its_lines(text: str, expected: Format) -> None:
    assert sniffed(text) is expected
