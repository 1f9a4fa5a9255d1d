"""Shapes of typed lists that real files have and no rule book does; the texts are made up."""

import pytest

from cpsprep.core.interchange.listed.fields import field_of_line, section_of
from cpsprep.core.interchange.listed.plain import read_plain
from fakes_import import lines, remarks, skipped

WHO = "1. Who?\na) one\nb) two\nc) three\n"
SECOND = ["single: Who? | one | *two | three"]


def read(text: str) -> list[str]:
    found = read_plain(text, "f")
    assert (skipped(found), remarks(found)) == ([], [])
    return lines(found)


@pytest.mark.parametrize(
    "line",
    [
        "Ans- B",
        "Ans - two",
        "Answer -> B",
        "Answer \u2014 B",
        "\u2192 Answer: B",
        "-Answer: B",
        "\u2013 Answer: B.",
        "\u2705 Answer: B",
        "\u2714\ufe0f Correct answer: B) two",
        "\U0001f449 **Answer:** B",
        "(Answer: B)",
        "[Ans: b]",
        "Respuesta correcta: B",
        "R\u00e9ponse : B",
        "Correct Answer:\nB. two",
        "Correct Answer:\ntwo",
        "Correct Answer:\nB",
    ],
)
def test_an_answer_below_the_options_in_many_forms(line: str) -> None:
    assert read(WHO + line) == SECOND


@pytest.mark.parametrize(
    "text",
    [
        "1. Who?\na.one\nb.two*\nc.three",
        "1. Who?\na) one\nb.two *\nc) three",
        "1. Who?\na) one\nb two*\nc three",
        "1. Who?\na) one\tb) two\nc) three\nAnswer: b",
        "1. Who?\n(a) one\n(b) two (c) three\nAnswer: b",
        "1. Who?\na) one\nb) two\nc) three Answer: b",
        "1. Who?\na) one\nb) two --------\nc) three",
        "2- Who?\na) one\nb) two\nc) three\nAns- B",
        "14 - Who?\n\none\ntwo\nthree\n\nAns- two",
        "Q1. Name a person who is not one of the others\n1. one\n2. two\n3. three\nAnswer: 2",
    ],
)
def test_the_second_of_three_is_right(text: str) -> None:
    assert [line.partition(" | ")[2] for line in read(text)] == ["one | *two | three"]


def test_two_options_in_each_of_two_rows() -> None:
    assert read("1. Who?\na) one\tb) two\nc) three\td) four\nAns: D") == [
        "single: Who? | one | two | three | *four"
    ]


def test_an_answer_behind_the_question_itself() -> None:
    assert read("1. We sit beside people in their ______. Ans: pain") == [
        "basic: We sit beside people in their ______. = pain"
    ]


def test_a_solution_behind_the_answer_is_an_explanation() -> None:
    assert read(f"{WHO}Answer: Option B\nSolution: it is the second.") == [
        f"{SECOND[0]} | -- it is the second."
    ]


def test_two_answers_that_differ_are_asked_about() -> None:
    (draft,) = read_plain(f"{WHO}Answer: B\nAnswer: C", "f").drafts

    assert (draft.has_key, draft.doubt) == (False, "the key 'B or C' names no option")
    assert read(f"{WHO}Answer: B\nANSWER: b") == SECOND


def test_a_line_that_may_be_a_key_in_other_words_is_no_part_of_an_option() -> None:
    (draft,) = read_plain(f"{WHO}Answew : b", "f").drafts

    assert [option.text for option in draft.options] == ["one", "two", "three"]
    assert draft.doubt == "the key 'Answew : b' names no option"


def test_an_answer_left_empty_takes_nothing_of_the_next_question() -> None:
    assert read(f"{WHO}Answer:\n\n2. Two?\na) x\nb) y*") == [
        "single: Who? | one | two | three",
        "single: Two? | x | *y",
    ]


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("Module 3: Listening", "Listening"),
        ("Section II \u2013 Values", "Values"),
        ("CHAPTER 17", "CHAPTER 17"),
        ("Unit 1 - Roles.", "Roles"),
        ("Part B: True or False", ""),
        ("Part A. Multiple Choice Questions", ""),
        ("Unit 7 called for help", ""),
        ("Part 2: what comes next?", ""),
    ],
)
def test_a_line_that_heads_a_part_is_its_topic(line: str, topic: str) -> None:
    assert section_of(line) == topic


def test_a_part_is_a_topic_of_what_comes_below_it() -> None:
    assert read(f"Module 1: Roles\n{WHO}Answer: B\nModule 2: Listening\n2. How?\na) x\nb) y*") == [
        f"{SECOND[0]} | in Roles",
        "single: How? | x | *y | in Listening",
    ]


@pytest.mark.parametrize("first", ["A. Ode is a peer.", "e.g. this one counts."])
def test_a_question_that_begins_with_a_letter_keeps_it(first: str) -> None:
    assert read(f"{first} Who?\na) one\nb) two*") == [f"single: {first} Who? | one | *two"]


def test_words_that_only_look_like_letters_or_numbers_are_none() -> None:
    assert read("1. Who?\na) one\nb) two\na.m. and p.m.\nc) three*") == [
        "single: Who? | one | two/a.m. and p.m. | *three"
    ]
    assert read("12-Step groups are what?\na) free*\nb) dear") == [
        "single: 12-Step groups are what? | *free | dear"
    ]


def test_signs_in_a_row_take_no_time() -> None:
    for sign in ("=", "- ", "\u2192 ", "*", "_", "("):
        assert field_of_line(sign * 5000 + "x") is None  # a slow pattern would never come to an end


def test_what_a_question_is_worth_is_no_option() -> None:
    first = "Question 1\n1 / 1 pts\nWho?\n\none\n\n**two**\n\nthree\n\n"

    assert read(f"{first}Question 2   3 points\nHow?\na) x\nb) y*\n(2 points)") == [
        *SECOND,
        "single: How? | x | *y",
    ]


def test_a_number_below_a_label_is_of_the_same_question() -> None:
    assert read("Question 4\n1. Who?\na) one\nb) two*\nc) three") == SECOND


def test_the_number_of_the_next_question_at_the_end_of_an_option() -> None:
    assert read("Question 1:\nWho?\na) one\nb) two*\nc) three Question 2:\nHow?\na) x\nb) y*") == [
        *SECOND,
        "single: How? | x | *y",
    ]


def test_short_lines_below_a_numbered_question_are_options_whose_key_is_asked_for() -> None:
    assert read("1. Who?\n\none\n\ntwo\n\nthree\n\n2. It is so.\nTrue\nFalse\n\n3. How?\na) x\nb) y*") == [
        "single: Who? | one | two | three",
        "truefalse: It is so. = ?",
        "single: How? | x | *y",
    ]


def test_an_open_question_stays_one() -> None:
    two = "1. What did you hear?\nWrite two sentences.\n\n"
    long = f"2. What would you say?\n{'so and so ' * 14}\nand so\non\n\n"
    notes = "What is hope?\nA thing that\nstays with us.\nWe share it"
    assert lines(read_plain(f"1. {notes}\n\n2. Who?\na) x\nb) y*", "f")) == ["single: Who? | x | *y"]
    found = read_plain(f"{two}{long}3. Tell of a day.\nOne\nday\nof yours.\n\n4. Who?\na) x\nb) y*", "f")

    assert lines(found) == ["single: Who? | x | *y"]
    assert [one.where.number for one in found.skipped] == [1, 4, 9]


def test_the_key_stands_alone_below_the_options() -> None:
    first = "Who?\n\nA. one\n\nB. two\n\nC. three\n\nB\n\n\n"
    second = "Both?\n\na. x\n\nb. y\n\nc. z\n\nac\n\n\n"

    assert read(f"{first}{second}How?\n\na. x\n\nb. y*") == [
        *SECOND,
        "multiple: Both? | *x | y | *z",
        "single: How? | x | *y",
    ]
    assert read("### Q1: Who?\n- A: one\n- B: two\n- C: three\n---\nB") == SECOND


def test_a_page_in_markdown_with_fields_comments_and_numbers_of_its_own() -> None:
    page = "---\ntitle: A quiz\ntags:\n  - one\n---\n<!-- made by\na program -->\n\n"
    first = "#. Who?\n\n    - [ ] one\n    - [x] two\n    - [ ] three\n\n"
    found = read_plain(f"{page}{first}#. How?\n\n    - [x] x\n    - [ ] y", "f")

    assert (lines(found), remarks(found)) == ([*SECOND, "single: How? | *x | y"], [])
    assert [draft.where.number for draft in found.drafts] == [9, 15]


def test_a_comment_that_never_ends_is_text() -> None:
    assert read(f"<!-- one --> <!-- two --> {WHO}Answer: B") == SECOND
    assert len(read_plain("<!--" * 50_000, "f").remarks) == 1


def test_a_number_with_nothing_behind_it_is_no_question() -> None:
    found = read_plain("1.\n\n2.\n\n# More\n\n3. Who?\na) x\nb) y*", "f")

    assert lines(found) == ["single: Who? | x | *y | in More"]
    assert skipped(found) != []


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("hope---a thing\nfaith---another\ntrust---one more", "---"),
        ("hope - a thing\nfaith - another\ntrust - one more\nno sign here\nlove - last", " - "),
        ("hope/////a thing\nfaith/////another", ""),
        ("one, two\nthree\nfour - five", ""),
        ("one, two\nthree, four\nfive,", ""),
        ("one, two\nthree, four", ""),
    ],
)
def test_lines_that_look_like_cards_are_told_how_to_bring_in(text: str, sign: str) -> None:
    found = read_plain(text, "f")

    assert found.drafts == []
    told = [said for said in remarks(found) if "cards" in said]
    expected = (
        f"1 most lines have '{sign}' between two texts; if they are cards, add --from cards --sep \"{sign}\""
    )
    assert told == ([expected] if sign else [])


@pytest.mark.parametrize("more", ["", "\nand so on"])
def test_a_letter_without_a_space_is_none_where_no_second_one_follows(more: str) -> None:
    found = read_plain(f"1. Who?\na.one{more}", "f")

    assert (lines(found), len(found.skipped)) == ([], 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "hope,a thing\nfaith, another\ntrust,one more\n",
            'a comma between two texts; if they are cards, add --from cards --sep ","',
        ),
        (
            '"hope, or so",a thing\nfaith,another\ntrust,one more\n',
            "a comma between two texts; if they are cards, add --from csv",
        ),
        (
            "hope\ta thing\nfaith\tanother\nin two lines\ntrust\t",
            "a tab between two texts; if they are cards, add --from cards",
        ),
        (
            "hope - a thing;faith - another;trust - one more",
            '\' - \' between two texts; if they are cards, add --from cards --sep " - " --row-sep ";"',
        ),
    ],
)
def test_the_forms_of_quizlet_and_pairs_with_commas_are_told(text: str, said: str) -> None:
    assert remarks(read_plain(text, "f"))[0] == f"1 most lines have {said}"
