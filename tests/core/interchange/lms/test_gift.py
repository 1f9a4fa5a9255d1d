"""GIFT: every type of question, read as Moodle reads it, and the slips that files in the wild have."""

import pytest

from cpsprep.core.interchange.lms.gift import read_gift
from fakes_import import lines, remarks, skipped


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who? {=A ~B}", "single: Who? | *A | B"),
        ("Who? {~A =B ~C}", "single: Who? | A | *B | C"),
        ("::Q1:: Who? {=A ~B}", "single: Who? | *A | B | named Q1"),
        (
            "Who? {\n=A # so it is\n~B#no\n####It is A.\n}",
            "single: Who? | *A | B | why: so it is | why: no | -- It is A.",
        ),
        ("Who? {~%50%A ~%50%B ~%-100%C}", "multiple: Who? | *A | *B | C"),
        ("Who? {~%70%A ~%30%B ~C}", "multiple: Who? | *A | *B | C | !! different points for right options"),
        ("Who? {~%100%A ~%50%B ~C}", "single: Who? | *A | B | C | !! points for options that are half right"),
        (
            "Who? {=A =B ~C}",
            "single: Who? | A | B | C | ?? 2 options earn all points, and one is to be chosen",
        ),
        ("Who? {~A ~B}", "single: Who? | A | B"),
        ("Sky is blue. {T}", "truefalse: Sky is blue. = true"),
        ("Sky is blue. { false }", "truefalse: Sky is blue. = false"),
        (
            "Sky. {TRUE#You said false.#You said true.}",
            "truefalse: Sky. = true | why: You said true. | why: You said false.",
        ),
        ("Sky. {F#You said true.}", "truefalse: Sky. = false | why: You said true."),
        ("Grant is {=buried ~living} here.", "single: Grant is _____ here. | *buried | living"),
        ("It is {=A ~B}.", "single: It is _____. | *A | B"),
        (
            "Best? {=Frog#Good =%50%Cat =%0%*}",
            "basic: Best? = Frog | -- Good | !! answers that earn a part of the points or none",
        ),
        ("Best? {Frog}", "basic: Best? = Frog"),
        ("Best? {=Frog =Toad}", "basic: Best? = Frog | -- Also accepted: Toad."),
        ("Best? {=%50%Cat}", "basic: Best? = Cat"),
        (
            "Tell. {####A long story.}",
            "basic: Tell. = A long story. | !! the form of an essay; its feedback became the answer",
        ),
        (r"a\=b \~ \{x\} \#1 \: C\:\\d {=x\=1 ~y}", r"single: a=b ~ {x} #1 : C:\d | *x=1 | y"),
        (r"One\n\ntwo {=A ~B}", "single: One//two | *A | B"),
        ("[html]<p>One</p><p><b>two</b></p> {=A ~[plain]<B>}", "single: One//two | *A | <B> | !! bold"),
        ("[moodle]One<br>two & three {=A ~B}", "single: One/two & three | *A | B"),
        ("Caf\u00e9 \u2013 who\\: {=\u00c5\\= ~B}", "single: Caf\u00e9 \u2013 who: | *\u00c5= | B"),
        ("R&D: 1 < 2? {=A ~B}", "single: R&D: 1 < 2? | *A | B"),
        ('Who? {=A ~B}";', "single: Who? | *A | B"),
        ("Who? {\n=A\n\n~B\n}", "single: Who? | *A | B"),
        (
            "$CATEGORY: $course$/top/Default for X/Skills/a//b\n\nWho? {=A ~B}",
            "single: Who? | *A | B | in Skills / a/b",
        ),
        (
            "// [id:q-1] [tag:one two] [tag:three]\n::T::Who? {=A ~B}",
            "single: Who? | *A | B | named q-1 | #one two | #three",
        ),
    ],
)
def test_a_question_becomes(text: str, expected: str) -> None:
    found = read_gift(text, "f")

    assert (lines(found), skipped(found)) == ([expected], [])


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("How are you? {}", "essay"),
        ("How much? {#3:2}", "numerical"),
        ("How much? {#\n=%100%3\n=%50%4}", "numerical"),
        ("Match. {=a -> b =c -> d}", "matching"),
        ("Never closed {=A ~B", "unfinished"),
        ("{=A ~B}", "without a stem"),
        ("Best? {=%0%*}", "short answer"),
        ("Best? {=*}", "short answer"),
    ],
)
def test_what_cannot_be_held_is_named(text: str, sort: str) -> None:
    found = read_gift(text, "f")

    assert (lines(found), skipped(found)) == ([], [f"1 {sort}"])


def test_a_text_without_braces_is_told() -> None:
    (told,) = remarks(read_gift("Read this first.\n\nWho? {T}", "f"))

    assert told.startswith("1 a text that asks nothing, and it is not clear of which questions")
    assert told.endswith(": Read this first.")


@pytest.mark.parametrize(
    "text",
    [
        "One {T}\nTwo {F}\nThree {T}",
        "One {T}\n\n\nTwo {F}\n// a note\nThree {T}",
        "::a::One {T}\n::b::Two {F}\n$CATEGORY: x\nThree {T}",
        "One {\nT\n}\nTwo {F}\n\nThree\n{T}",
        "One {T}\n\nTwo {F}\n\nThree {T}\n\n// the end",
    ],
)
def test_a_question_ends_where_the_next_begins(text: str) -> None:
    assert [one.split(": ")[1].split(" ")[0] for one in lines(read_gift(text, "f"))] == [
        "One",
        "Two",
        "Three",
    ]


@pytest.mark.parametrize("after", ["::b:: Two {T}", "Two {T}"])
def test_one_that_is_never_closed_costs_no_other(after: str) -> None:
    found = read_gift(f"One {{=A ~B\n\n{after}", "f")

    assert skipped(found) == ["1 unfinished"]
    assert [one.where.number for one in found.drafts] == [3]


def test_signs_of_the_private_area_are_not_taken_for_escapes() -> None:
    assert lines(read_gift("\ue03d one {T}", "f")) == ["truefalse: \ufffd one = true"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I am good {~on~=at} it.", "single: I am good _____ it. | on | *at"),
        ("I am good {1:MC:~on~=at} it.", "single: I am good _____ it. | on | *at"),
        (
            "I {1:SA:=see} it and {1:SA:=hear~=heard} it.",
            "cloze: I {{c1::see}} it and {{c2::hear}} it. | !! other answers to a gap",
        ),
        (
            "::G1:: I {1:MC:~look~=see}<br>it {1:MC:=all~some}.",
            "cloze: I {{c1::see}}/it {{c2::all}}. | named G1 | !! the choices of a gap",
        ),
    ],
)
def test_gaps_as_teachers_of_languages_write_them(text: str, expected: str) -> None:
    assert lines(read_gift(text, "f")) == [expected]


def test_several_gaps_without_the_signs_of_cloze() -> None:
    found = read_gift("I {~=see ~look} it and {~hear =heard} it {=all}.", "f")

    assert lines(found) == [
        "cloze: I {{c1::see}} it and {{c2::heard}} it {{c3::all}}. | !! the choices of a gap"
    ]


def test_several_answers_that_are_no_gaps_are_told_and_not_left_in_the_question() -> None:
    found = read_gift("Is it {T} or is it {F}?\n\nI {1:SA:=see} and {not so}.", "f")

    assert lines(found) == []
    assert [(one.where.number, one.what) for one in found.skipped] == [
        (1, "several answers"),
        (3, "several answers"),
    ]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("::Pairs::Match. {=a -> b =c -> d}", ": Pairs"),
        ("Match these. {=a -> b =c -> d}", ": Match these."),
        ("Never closed {=A ~B", ": Never closed"),
        ("::Two::A {x} and {y} {=A ~B", ": Two"),
    ],
)
def test_what_is_skipped_is_called_by_its_title_or_its_first_words(text: str, start: str) -> None:
    (told,) = read_gift(text, "f").skipped

    assert told.why.endswith(start)
