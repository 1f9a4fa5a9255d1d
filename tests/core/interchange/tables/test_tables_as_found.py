"""Shapes of tables of questions that real files have; the texts are made up."""

import pytest

from cpsprep.core.interchange.tables.column_names import field_of
from cpsprep.core.interchange.tables.delimited import read_delimited
from cpsprep.core.interchange.tables.key_words import counts_from_zero, from_zero
from cpsprep.core.interchange.tables.option_lists import listed_options
from fakes_import import lines, remarks, skipped

WHO = ["single: Who? | one | *two | three"]


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("option1", "a"),
        ("Option_4", "d"),
        ("optionB", "b"),
        ("optionc", "c"),
        ("choice2", "b"),
        ("Opcion3", "c"),
        ("Distractor 2", "b"),
        ("Wrong answer 1", "a"),
        ("incorrect_answer_3", "c"),
        ("correctAnswer", "answer"),
        ("questionText", "stem"),
        ("Questions", "stem"),
        ("Pregunta", "stem"),
        ("Choices", "options"),
        ("optional", ""),
        ("incorrect", ""),
    ],
)
def test_names_that_people_and_programs_give_columns(name: str, field: str) -> None:
    assert field_of(name) == field


@pytest.mark.parametrize(
    "text",
    [
        "question,option1,option2,option3,answer\nWho?,one,two,three,option2",
        "question,option1,option2,option3,correct\nWho?,one,two,three,2",
        "Question;Choices;Correct\nWho?;one | two | three;B",
        'Question,Options,Correct Answer\nWho?,"one;two;three",two',
        'Question,Options,Correct Answer\nWho?,"A) one\nB) two\nC) three",B',
        "Question\tOptions\tKey\nWho?\t['one', \"two\", 'three']\t2",
        'Question,Answers,Correct\nWho?,"one, two, three",two',
        "Type,Question,A,B,C,Key\nKnowledge,Who?,one,two,three,B",
    ],
)
def test_three_options_and_the_second_is_right(text: str) -> None:
    assert lines(read_delimited(text, "f")) == WHO


@pytest.mark.parametrize(
    "header",
    ["Correct Answer,Distractor 1,Distractor 2", "correct_answer,incorrect_answer_1,incorrect_answer_2"],
)
def test_a_right_answer_apart_from_the_wrong_ones_is_an_option_too(header: str) -> None:
    found = read_delimited(f"Question,{header}\nWho?,two,one,three\nHow?,well,ill,", "f")

    assert lines(found) == ["single: Who? | one | three | *two", "single: How? | ill | *well"]


def test_wrong_answers_in_one_cell() -> None:
    text = 'question,correct_answer,incorrect_answers\nWho?,two,"one|three"'

    assert lines(read_delimited(text, "f")) == ["single: Who? | one | three | *two"]


def test_keys_that_count_from_0_are_told() -> None:
    text = 'question,o,option1,option2,option3,correct\nWho?,,one,two,three,1\nBoth?,,x,y,z,"0,2"'

    found = read_delimited(text, "f")

    assert lines(found) == [*WHO, "multiple: Both? | *x | y | *z"]
    assert remarks(found)[0] == "2 the keys count from 0 here, so 0 was read as the first option"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("0", ["x", "y"]), ("1", ["x", "y"])], True),
        ([("1", ["x", "y"])], False),
        ([("0", ["x", "y"]), ("2", ["x", "y"])], False),
        ([("0", ["0", "1"])], False),
        ([("0", ["x", "y"]), ("B", ["x", "y"])], False),
        ([("0", ["x", "y"]), ("", ["x", "y"]), ("0", [])], True),
    ],
)
def test_whether_keys_count_from_0(rows: list[tuple[str, list[str]]], expected: bool) -> None:
    assert counts_from_zero(rows) is expected


@pytest.mark.parametrize(
    ("key", "options", "letters", "places"),
    [
        ("0, 2", ["x", "y", "z"], "abc", (0, 2)),
        ("B", ["x", "y"], "ab", (1,)),
        ("7", ["6", "7"], "ab", (1,)),
        ("1", ["6", "1"], "ab", (1,)),
        ("1", ["1", "2"], "ab", ()),
        ("1", ["x", "y"], "ab", (1,)),
        ("1", ["x", "y"], "ac", ()),
    ],
)
def test_a_key_that_counts_from_0_has_one_meaning_or_is_asked_for(
    key: str, options: list[str], letters: str, places: tuple[int, ...]
) -> None:
    assert from_zero(key, options, letters) == places


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", []),
        ("one", []),
        ("one|two; or so", ["one", "two; or so"]),
        ("[one, two]", ["one", "two"]),
        ('["one, or so", "two"]', ["one, or so", "two"]),
        ("1. one\n2. two", ["one", "two"]),
        ("A. one; both", ["A. one", "both"]),
    ],
)
def test_options_in_one_cell(cell: str, expected: list[str]) -> None:
    assert listed_options(cell) == expected


def test_a_statement_that_a_program_calls_boolean() -> None:
    text = "type,question,correct_answer\nboolean,It is so.,TRUE"

    assert lines(read_delimited(text, "f")) == ["truefalse: It is so. = true"]


@pytest.mark.parametrize("kind", ["Matching", "ordering", "Essay", "numerical", "hot spot"])
def test_kinds_without_a_form_are_skipped_whatever_the_row_has(kind: str) -> None:
    found = read_delimited(f"Type,Question,A,B,Key\n{kind},Who?,x,y,A", "f")

    assert (lines(found), len(skipped(found))) == ([], 1)


TEMPLATES = {
    "Kahoot": """\
,Question - max 120 characters,Answer 1,Answer 2 - max 75 characters,Answer 3,Correct answer(s)
1,Who?,one,two,three,"2,3"
""",
    "Quizizz": """\
Question Text,Question Type,Option 1,Option 2,Option 3,Correct Answer,Time in seconds,Image Link
Who?,Checkbox,one,two,three,"2,3",20,
""",
    "Socrative": """\
Quiz Name:,Mine,,,,,
Question Type,Question,Answer A,Answer B,Answer C,Correct Answer,Correct Answer
Multiple choice,Who?,one,two,three,B,C
""",
}


@pytest.mark.parametrize("text", TEMPLATES.values(), ids=TEMPLATES)
def test_templates_of_quiz_programs_with_two_right_options(text: str) -> None:
    assert lines(read_delimited(text, "f")) == ["multiple: Who? | one | *two | *three"]
