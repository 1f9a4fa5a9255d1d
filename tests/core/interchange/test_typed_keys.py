"""Lists of keys at the end of typed questions: by number, in order, or told where they belong."""

from cpsprep.core.interchange.listed.plain import read_plain
from fakes_import import lines, remarks


def test_a_list_of_keys_at_the_end_in_many_forms() -> None:
    questions = "".join(f"{number}. Question {number} here?\na) x\nb) y\n\n" for number in range(1, 7))
    keys = "Answer Key:\n1. A, 2. b\n3) A 4=B; 5 - because\n5. B - it is\nthat way\n6. A\n"

    found = read_plain(questions + keys, "f")

    right = ["".join("ab"[at] for at, one in enumerate(draft.options) if one.right) for draft in found.drafts]
    assert "".join(right) == "ab" + right[2] + right[3] + "ba"


def test_keys_go_by_number_and_strange_ones_are_told() -> None:
    found = read_plain("1. One?\na) x\nb) y\n\n3. Three?\na) x\nb) y\n\nKey\n3. A\n1. B\n7. C", "f")

    assert lines(found) == ["single: One? | x | *y", "single: Three? | *x | y"]
    assert remarks(found) == ["12 a key for number 7, which no question has"]


def test_numbers_that_come_twice_take_keys_in_order_or_not_at_all() -> None:
    two = "1. One?\na) x\nb) y\n\n1. Again?\na) x\nb) y\n\nKey\n"

    assert lines(read_plain(f"{two}1. A\n1. B", "f")) == ["single: One? | *x | y", "single: Again? | x | *y"]
    found = read_plain(f"{two}1. A", "f")
    assert lines(found) == ["single: One? | x | y", "single: Again? | x | y"]
    assert remarks(found) == ["10 the number 1 is there twice, so this key was left out"]


def test_questions_without_numbers_take_keys_in_order() -> None:
    assert lines(read_plain("One?\na) x\nb) y\n\nTwo?\na) x\nb) y\n\nAnswers\n1. B\n2. A", "f")) == [
        "single: One? | x | *y",
        "single: Two? | *x | y",
    ]


def test_after_the_keys_questions_may_go_on() -> None:
    text = "1. One?\na) x\nb) y\n\nKey\n1. A\n\n# More\n\n2. Two?\na) x\nb) y*"

    assert lines(read_plain(text, "f")) == ["single: One? | *x | y", "single: Two? | x | *y | in More"]


def test_a_file_of_keys_alone_is_told_where_they_belong() -> None:
    found = read_plain("Answer key\n1. B\n2. C", "f")

    assert (lines(found), len(found.remarks)) == ([], 1)
    assert "put them at the end of the file that has these" in found.remarks[0].said
