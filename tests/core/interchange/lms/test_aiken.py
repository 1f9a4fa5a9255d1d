"""Aiken: a question, its options, its answer; a broken one costs no other."""

from cpsprep.core.interchange.lms.aiken import read_aiken
from fakes_import import lines, skipped

BROKEN = """\
A question with one option
A) Only one
ANSWER: A

A) No question above

ANSWER: what?

A good one
A) Right
B) Wrong
ANSWER: A

Begun and not finished
A) One
B) Two

Of two lines,
the second one
A.One
B.Two
answer: b)
Only text
"""


def test_it_goes_on_after_a_broken_question() -> None:
    found = read_aiken(BROKEN, "f")

    assert lines(found) == [
        "single: A question with one option | *Only one",
        "single: A good one | *Right | Wrong",
        "single: Begun and not finished | One | Two",
        "single: Of two lines,/the second one | One | *Two",
    ]
    assert skipped(found) == ["5 without a stem", "23 without options"]


def test_an_answer_that_is_no_option_is_told() -> None:
    assert lines(read_aiken("Who?\nA) a\nB) b\nANSWER: C", "f")) == [
        "single: Who? | a | b | ?? the answer 'C' is none of A, B"
    ]
