"""Lists of questions as people type them, and the dialects of Markdown that quiz banks use."""

import pytest

from cpsprep.core.interchange.draft import HostileError
from cpsprep.core.interchange.listed.plain import read_plain
from fakes_import import lines, remarks, skipped

OPTIONS = "a) one\nb) two\nc) three"


def read(text: str) -> list[str]:
    found = read_plain(text, "f")
    assert (skipped(found), remarks(found)) == ([], [])
    return lines(found)


@pytest.mark.parametrize(
    "text",
    [
        f"1. Who?\n{OPTIONS}\nAnswer: B",
        f"1) Who?\n{OPTIONS}\nAns. b)",
        f"(1) Who?\n{OPTIONS}\nCorrect answer: B) two",
        f"Question 1: Who?\n{OPTIONS}\nThe correct answer is B",
        f"Q1. Who?\n{OPTIONS}\nANSWER B",
        f"Who?\n{OPTIONS}\nKey: two",
        f"Who?\n\n{OPTIONS}\n\nAnswer = B",
        "Who?\nA. one\nB. two*\nC. three",
        "Who?\n(A) one\n(B) two (correct)\n(C) three",
        "Who?\n[A] one\n[B] two [x]\n[C] three",
        "Who?\na. one\n*b. two\nc. three",
        "Who?\n  a: one\n  b: two \u2713\n  c: three",
        "Who?\na) one\n\u2714 b) two\nc) three",
        "Who?\nA) one\nB) two <-- correct\nC) three",
        "Who?\nA) one\n**B) two**\nC) three",
        "Who?\nA) one\nB) **two**\nC) three",
        "Who?\nA) one\nB) ==two==\nC) three",
        "Who?\n- [ ] one\n- [x] two\n- [ ] three",
        "Who?\n\u2610 one\n\u2611 two\n\u2610 three",
        "Who?\n* one\n* **two**\n* three",
        "Who?\n- one\n- *two*\n- three",
        "Who? a) one b) two* c) three",
        "1. Who?\ta) one\tb) two (answer)\tc) three",
        "1. Who?  A. one  *B. two  C. three",
        "Who? a) one \u2713b) two c) three",
        "Who?\na) one    b) two\nc) three\nAnswer: b",
        "Who?\n1) one\n2) two\n3) three\nAnswer: 2",
        "Question 7\nWho?\n1. one\n2. two\n3. three\nAnswer: 2",
        "Who?\none\n**two**\nthree",
        "Who?\none\ntwo\nthree\nAnswer: two",
        (
            f"### Question 1\n\nWho?\n{OPTIONS}\n<details><summary>"
            f"Show answer</summary>\nCorrect answer: B\n</details>"
        ),
        f"Who?\n{OPTIONS}\n<details>\n<summary>Answer</summary>\n\nAnswer: <b>B</b>\n</details>",
        f"Who?\n{OPTIONS}\n\nAnswer key\n1. B",
        f"1. Who?\n{OPTIONS}\n\nAnswers:\n1 - B",
        f"1. Who?\n{OPTIONS}\n\n1. B",
    ],
)
def test_a_question_with_three_options_and_its_key(text: str) -> None:
    assert read(text) == ["single: Who? | one | *two | three"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Select TWO.\na) one*\nb) two*\nc) three", "multiple: Select TWO. | *one | *two | three"),
        (
            "Who? Select all that apply.\na) one\nb) two\nAnswers: A and B",
            "multiple: Who? Select all that apply. | *one | *two",
        ),
        ("Which TWO?\na) one\nb) two", "multiple: Which TWO? | one | two"),
        (
            "It is so. (True or False)\nAnswer: False. Because not.",
            "truefalse: It is so. = false | -- Because not.",
        ),
        ("True or false: it is so.\nAnswer: T", "truefalse: it is so. = true"),
        ("1. T/F It is so.", "truefalse: It is so. = ?"),
        ("It is so.\nA) True\nB) False\nAnswer: A", "truefalse: It is so. = true"),
        ("It is so.\n- [ ] True\n- [x] False", "truefalse: It is so. = false"),
        ("It is so.\nAnswer: True", "truefalse: It is so. = true"),
        ("True or false: so.\nAnswer: maybe", "truefalse: so. = ? | ?? 'maybe' says neither true nor false"),
        (
            "It is so.\nA) True\nB) False\nAnswer: maybe",
            "truefalse: It is so. = ? | ?? 'maybe' says neither true nor false",
        ),
        ("Q: What is hope?\nA: A thing with feathers.", "basic: What is hope? = A thing with feathers."),
        ("1. What is hope?\nAnswer: A thing.", "basic: What is hope? = A thing."),
        (
            f"Who?\n{OPTIONS}\nAnswer: B. Because two is best.",
            "single: Who? | one | *two | three | -- Because two is best.",
        ),
        (
            f"Who?\n{OPTIONS}\nAnswer: B\nExplanation: It is\nbest.",
            "single: Who? | one | *two | three | -- It is/best.",
        ),
        (f"Who?\n{OPTIONS}\nAnswer: B\nIt is best.", "single: Who? | one | *two | three | -- It is best."),
        (
            f"Who?\n{OPTIONS}\nRationale for A: no\nFeedback B: yes\nWhy d: x\nAnswer: B",
            "single: Who? | one | *two | three | why: no | why: yes | -- x",
        ),
        (
            f"Who?\n{OPTIONS}\nAnswer: B\nTopic: Skills\nTags: one, two\nID: q-17\nSource: page 3",
            "single: Who? | one | *two | three | -- Source: page 3 | named q-17 | in Skills | #one | #two",
        ),
        ("Who?\na) one\ngoes on\nb) two*\n", "single: Who? | one/goes on | *two"),
        (
            "Who says?\n\nA man waits.\n\nWho is BEST?\na) one\nb) two*",
            "single: Who says?//A man waits.//Who is BEST? | one | *two",
        ),
        ("Pick:\nI. x\nII. y\na) I\nb) both*", "single: Pick:/I. x/II. y | I | *both"),
        ("1. Which?\n  1. x\n  2. y\na) 1\nb) both*", "single: Which?/1. x/2. y | 1 | *both"),
        ("Who?\na) one\nc) three*", "single: Who? | one | *three"),
        ("Use the **BEST** one?\na) one*\nb) two", "single: Use the BEST one? | *one | two"),
        ("1. Who?\nNot A. Smith.\na) one*\nb) two", "single: Who?/Not A. Smith. | *one | two"),
        ("Who?\na) one\nb) two\nAnswer: E", "single: Who? | one | two | ?? the key 'E' names no option"),
        (
            "Who?\na) one*\nb) two\nAnswer: B",
            "single: Who? | one | two | ?? the key says B, but the sign is at another option",
        ),
        ("Who?\na) one*\nb) two*", "single: Who? | one | two | ?? every option has the same mark (sign)"),
        (
            "Who?\na) **one**\nb) ==two==\nc) x",
            "single: Who? | one | two | x | ?? different options are marked: by highlight and by bold",
        ),
        (
            "Who?\na) **one**\nb) **two**\nc) x",
            "single: Who? | one | two | x | ?? 2 options are marked by bold",
        ),
        (
            "1. Who?\na) one\nb) two\nAnswer: A\n\nKey\n1. B",
            "single: Who? | one | two | ?? the key is A here and B in the list",
        ),
        ("Level: recall\n", ""),
    ],
)
def test_a_question_becomes(text: str, expected: str) -> None:
    found = read_plain(text, "f")

    assert lines(found) == [expected] * bool(expected)


def test_many_questions_without_blank_lines() -> None:
    assert read("1. One?\na) x*\nb) y\n2. Two?\na) x\nb) y*\n3. Three?\nAnswer: z") == [
        "single: One? | *x | y",
        "single: Two? | x | *y",
        "basic: Three? = z",
    ]


def test_questions_without_numbers() -> None:
    assert read("One?\na) x*\nb) y\nTwo?\na) x\nb) y*\n\nThree?\n**x**\ny\nFour?\nx\n**y**") == [
        "single: One? | *x | y",
        "single: Two? | x | *y",
        "single: Three? | *x | y",
        "single: Four? | x | *y",
    ]


def test_headings_and_lines_of_topic_are_topics() -> None:
    text = "# Skills\n\n1. One?\na) x*\nb) y\n\nChapter: Roles\n2. Two?\na) x*\nb) y\n"

    assert read(text) == ["single: One? | *x | y | in Skills", "single: Two? | *x | y | in Roles"]


def test_a_question_with_options_without_labels_ends_at_a_gap() -> None:
    assert read("One?\n**x**\ny\n\nTwo is a statement, so it ends.\nTwo?\nx\n**y**") == [
        "single: One? | *x | y",
        "single: Two is a statement, so it ends./Two? | x | *y",
    ]


def test_a_title_is_no_part_of_the_first_question() -> None:
    found = read_plain("Midterm exam\n\nWho?\na) x*\nb) y", "f")

    assert (lines(found), remarks(found)) == (
        ["single: Who? | *x | y"],
        ["1 belongs to no question: Midterm exam"],
    )


def test_questions_and_answers_without_numbers() -> None:
    assert read("What is hope?\nAnswer: x\nWhat is faith?\nAnswer: y\nExplanation: so\nand so\nTopic: z") == [
        "basic: What is hope? = x",
        "basic: What is faith? = y | -- so/and so | in z",
    ]


def test_numbered_options_below_questions_without_numbers() -> None:
    assert read("Who?\n1. x\n2. y\nAnswer: 2\nWhen is it?\n1. x\n2. y\nAnswer: 1\n") == [
        "single: Who? | x | *y",
        "single: When is it? | *x | y",
    ]


def test_a_heading_ends_the_search_for_options() -> None:
    found = read_plain("1. One?\na) x*\nb) y\nso far\n# Next\n2. Two?\na) x*\nb) y", "f")

    assert lines(found) == ["single: One? | *x | y/so far", "single: Two? | *x | y | in Next"]


def test_what_belongs_to_no_question_is_told() -> None:
    found = read_plain("Midterm exam\n\n1. One?\na) x*\nb) y\n\nGood luck.\n", "f")

    assert lines(found) == ["single: One? | *x | y"]
    assert remarks(found) == [
        "1 belongs to no question: Midterm exam",
        "7 belongs to no question: Good luck.",
    ]


@pytest.mark.parametrize(
    ("text", "sort"),
    [("1. Tell me of hope.", "1 open question"), ("1.\na) x\nb) y*", "1 without a stem")],
)
def test_what_cannot_be_a_question_is_named(text: str, sort: str) -> None:
    found = read_plain(text, "f")

    assert (lines(found), skipped(found)) == ([], [sort])


def test_places_are_lines() -> None:
    found = read_plain("\n\n1. One?\na) x*\nb) y\n\n\n2. Two?\na) x*\nb) y\n", "f")

    assert [str(draft.where) for draft in found.drafts] == ["f:3", "f:8"]


def test_levels_are_kept() -> None:
    (draft,) = read_plain("One?\na) x*\nb) y\nLevel: Recall", "f").drafts

    assert draft.more == {"level": "recall"}


def test_more_lines_than_any_list_has_are_refused() -> None:
    with pytest.raises(HostileError):
        read_plain("\n" * 200_001, "f")


def test_far_too_many_options_are_cut_and_far_too_many_lines_are_no_options() -> None:
    (draft,) = read_plain("1. Who?\n" + "- one\n" * 40, "f").drafts
    assert len(draft.options) == 30
    assert skipped(read_plain("1. Who?\n" + "**one**\n" * 40, "f")) == ["1 open question"]


@pytest.mark.parametrize(
    "story",
    [
        "Scenario: Lena waits.",
        "Case study 2: Lena waits.",
        "Use the following story for questions 2 and 3.",
        "Please read this passage.",
        "Questions 2-3 refer to Lena.",
        "The next questions 2 to 3 are of Lena.",
    ],
)
@pytest.mark.parametrize("above", [f"1. Who?\n{OPTIONS}\nAnswer: b", f"1. Who?\n{OPTIONS}*"])
def test_a_story_of_the_questions_below_is_no_part_of_the_one_above(above: str, story: str) -> None:
    found = read_plain(f"{above}\n{story}\n2. What?\na) x\nb) y\nAnswer: a", "f")

    assert lines(found)[0] == lines(read_plain(above, "f"))[0]
    assert lines(found)[1].endswith("What? | *x | y")


def test_a_story_with_its_question_behind_it_is_its_stem() -> None:
    assert read(f"Who?\n{OPTIONS}*\nScenario: Lena waits. What now?\na) x\nb) y*")[1] == (
        "single: Scenario: Lena waits. What now? | x | *y"
    )


@pytest.mark.parametrize(
    "line", ["Scenario planning helps.", "Use the words of the person.", "Questions help."]
)
def test_a_line_that_tells_no_story_stays_with_the_reason(line: str) -> None:
    assert read(f"1. Who?\n{OPTIONS}\nAnswer: b\n{line}")[0].endswith(f"-- {line}")


def test_reasons_of_a_statement_go_to_true_and_false() -> None:
    text = "1. It is so.\nAnswer: F\nWhy a: for true\nWhy b: for false\nWhy c: for nothing"
    (draft,) = read_plain(text, "f").drafts

    assert [one.why for one in draft.options] == ["for true", "for false"]
    (turned,) = read_plain("1. It is so.\na) False*\nb) True\nWhy a: for false", "f").drafts
    assert [one.why for one in turned.options] == ["", "for false"]


@pytest.mark.parametrize(
    ("line", "more"), [("Area: listening", {"domain": "listening"}), ("Area: Two words", {})]
)
def test_an_area_is_the_id_of_a_domain(line: str, more: dict[str, str]) -> None:
    (draft,) = read_plain(f"1. Who?\nAnswer: me\n{line}", "f").drafts

    assert draft.more == more
