"""A key that may be the letter or number of one option and the words of another."""

import pytest

from cpsprep.core.interchange.tables.delimited import read_delimited
from cpsprep.core.interchange.tables.key_words import Labels, names_some, right_ones, why_not
from fakes_import import lines

OARS = ["O", "A", "R", "S"]
BOTH = ["Hope", "Fear", "A and B"]
PLACES = ["4", "3", "2", "1"]


@pytest.mark.parametrize(
    ("key", "options", "labels", "right"),
    [
        ("A", OARS, Labels.ASKED, (0,)),
        ("A", OARS, Labels.TYPED, (0,)),
        ("A", OARS, Labels.NONE, ()),
        ("A", ["A", "O"], Labels.NONE, (0,)),
        ("S", OARS, Labels.ASKED, (3,)),
        ("a; b", ["B", "A", "C"], Labels.ASKED, (0, 1)),
        ("A; C", ["O", "A", "C", "D"], Labels.TYPED, (0, 2)),
        ("A; C", ["O", "A", "C", "D"], Labels.NONE, ()),
        ("A and B", BOTH, Labels.ASKED, (0, 1)),
        ("A and B", BOTH, Labels.TYPED, (2,)),
        ("A and B", BOTH, Labels.NONE, (2,)),
        ("same", ["same", "same"], Labels.TYPED, ()),
        ("2", PLACES, Labels.ASKED, ()),
        ("2", PLACES, Labels.TYPED, ()),
        ("2", PLACES, Labels.NONE, ()),
        ("2", ["1", "2", "3"], Labels.NONE, (1,)),
        ("7", ["6", "7"], Labels.TYPED, (1,)),
        ("B) 2", PLACES, Labels.TYPED, ()),
        ("B) 3", PLACES, Labels.TYPED, (1,)),
    ],
)
def test_a_letter_is_the_letter_where_letters_were_seen_and_a_number_has_one_meaning(
    key: str, options: list[str], labels: Labels, right: tuple[int, ...]
) -> None:
    assert right_ones(key, options, labels=labels) == right


@pytest.mark.parametrize(
    ("key", "labels", "right"),
    [
        ("C", Labels.TYPED, (1,)),
        ("C", Labels.NONE, ()),
        ("A", Labels.NONE, (0,)),
        ("3", Labels.TYPED, ()),
        ("1", Labels.TYPED, (0,)),
        ("B", Labels.TYPED, ()),
        ("BC", Labels.TYPED, ()),
    ],
)
def test_beside_an_empty_option_only_a_letter_that_was_seen_counts(
    key: str, labels: Labels, right: tuple[int, ...]
) -> None:
    assert right_ones(key, ["p", "q", "r"], "acd", labels) == right


@pytest.mark.parametrize(
    ("key", "options", "letters", "said"),
    [
        ("2", PLACES, "abcd", "'2' is the place of one option and the words of another"),
        ("3", ["p", "q", "r"], "acd", "'3' is unclear beside an empty option"),
        ("9", ["p", "q", "r"], "acd", "'9' names no option"),
    ],
)
def test_why_a_key_is_asked_for(key: str, options: list[str], letters: str, said: str) -> None:
    assert why_not(key, options, letters) == said


def test_a_key_with_two_meanings_is_still_a_key() -> None:
    assert names_some("2", PLACES)
    assert not names_some("hope", PLACES)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Question,A,B,C,D,Correct\nWhich?,O,A,R,S,A", "*O | A | R | S"),
        ("Question,Option A,Option B,Option C,Option D,Correct\nWhich?,O,A,R,S,Option A", "*O | A | R | S"),
        ("Question,optionA,optionB,optionC,optionD,Correct\nWhich?,O,A,R,S,A", "*O | A | R | S"),
        ("id,kind,stem,a,b,c,d,answer\n1,single,Which?,O,A,R,S,a", "*O | A | R | S | named 1"),
        ("id,kind,stem,a,b,c,answer\n1,multiple,Which?,B,A,A; B,a; b", "*B | *A | A; B | named 1"),
        (
            "Question,Option 1,Option 2,Option 3,Option 4,Correct\nWhich?,O,A,R,S,A",
            "O | A | R | S | ?? 'A' is the place of one option and the words of another",
        ),
        ("Question,Option 1,Option 2,Option 3,Option 4,Correct\nWhich?,O,A,R,S,S", "O | A | R | *S"),
        (
            "Question,Option 1,Option 2,Option 3,Option 4,Correct\nWhich?,5,4,3,2,2",
            "5 | 4 | 3 | 2 | ?? '2' is the place of one option and the words of another",
        ),
        ("Question,Option 1,Option 2,Option 3,Option 4,Correct\nWhich?,p,,q,r,3", "p | *q | r"),
        (
            "Question,A,B,C,D,Correct\nWhich?,p,,q,r,3",
            "p | q | r | ?? '3' is unclear beside an empty option",
        ),
        ("Question,A,B,C,D,Correct\nWhich?,p,,q,r,C", "p | *q | r"),
        ("Question,Correct answer,Wrong 1,Wrong 2,Wrong 3\nWhich?,2,3,5,6", "3 | 5 | 6 | *2"),
        ("Question,Correct answer,Wrong 1,Wrong 2,Wrong 3\nWhich?,A,O,R,S", "O | R | S | *A"),
    ],
)
def test_the_key_of_a_row(table: str, expected: str) -> None:
    (line,) = lines(read_delimited(table, "f"))

    assert line.partition(": Which? | ")[2] == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Question,A,B,Key\nSo?,False,True,1", "truefalse: So? = ? | ?? '1' is the place of one word"),
        ("Question,A,B,Key\nSo?,False,True,2", "truefalse: So? = true"),
        ("Question,A,B,Key\nSo?,True,False,1", "truefalse: So? = true"),
        ("Question,A,B,Key\nSo?,True,False,maybe", "truefalse: So? = ? | ?? 'maybe' names no option"),
        ("Type,Question,Correct answer,Wrong 1\ntf,So?,True,", "truefalse: So? = true"),
    ],
)
def test_the_key_of_a_statement(table: str, expected: str) -> None:
    (line,) = lines(read_delimited(table, "f"))

    assert line.startswith(expected)


@pytest.mark.parametrize(
    ("options", "key", "right"),
    [("O,Y,R,S", "Y", "R"), ("O,Y,R,S", "X; Y", "Y R"), ("p,X and Y,r,s", "X and Y", "X and Y")],
)
def test_the_letter_of_a_column_goes_before_the_words_of_an_option(
    options: str, key: str, right: str
) -> None:
    names = ["Choice W", "Choice X", "Choice Y", "Choice Z"]
    text = f"Item,{','.join(names)},Right\nWhich?,{options},{key}"
    given = {"stem": "Item", "answer": "Right", **dict(zip("abcd", names, strict=True))}
    (draft,) = read_delimited(text, "f", given=given).drafts

    assert " ".join(one.text for one in draft.options if one.right) == right


def test_the_name_of_a_column_that_is_another_option_has_two_meanings() -> None:
    given = {"stem": "Item", "a": "Asking", "b": "Judging", "answer": "Right"}
    found = read_delimited("Item,Asking,Judging,Right\nWhich?,Judging,Hoping,Judging", "f", given=given)

    assert not any(one.right for one in found.drafts[0].options)
