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


_PARTS = "# Ethics\n1. One?\na) x\nb) y\n2. Two?\na) x\nb) y\n\n# Recovery\n1. Three?\na) x\nb) y\n\n"


def test_headings_within_a_list_of_keys_are_no_explanation() -> None:
    for parts in (
        ("Ethics", "Recovery"),
        ("# Ethics", "# Recovery"),
        ("\nEthics:\n", "\nModule: Recovery\n"),
    ):
        found = read_plain(f"{_PARTS}Answer Key\n{parts[0]}\n1. B\n2. A\n{parts[1]}\n1. B", "f")

        assert lines(found) == [
            "single: One? | x | *y | in Ethics",
            "single: Two? | *x | y | in Ethics",
            "single: Three? | x | *y | in Recovery",
        ]
        assert remarks(found) == []


def test_keys_below_headings_in_another_order_go_by_the_headings() -> None:
    found = read_plain(f"{_PARTS}Answer Key\nRecovery\n1. B\nEthics\n1. A\n2. A", "f")

    assert [one.split(" | in ")[0] for one in lines(found)] == [
        "single: One? | *x | y",
        "single: Two? | *x | y",
        "single: Three? | x | *y",
    ]


def test_keys_below_headings_that_are_nobodys_are_left_out_where_one_is_missing() -> None:
    found = read_plain(f"{_PARTS}Answer Key\nFirst half\n1. B\n2. A\nSecond half\n", "f")

    assert "*" not in lines(found)[0]
    assert remarks(found)[0] == "16 the number 1 is there twice, so this key was left out"


def test_a_key_for_a_part_is_left_out_where_it_is_there_twice() -> None:
    found = read_plain(f"{_PARTS}Answer Key\nEthics\n1. B\n1. A\n2. A\nRecovery\n1. B", "f")

    assert [one.split(" | in ")[0] for one in lines(found)] == [
        "single: One? | x | y",
        "single: Two? | *x | y",
        "single: Three? | x | *y",
    ]


def test_words_below_a_key_stay_its_explanation() -> None:
    found = read_plain("1. One?\na) x\nb) y\n2. Two?\na) x\nb) y\n\nKey\n1. B\nIt asks first\n2. A", "f")

    assert lines(found)[0] == "single: One? | x | *y | -- It asks first"
