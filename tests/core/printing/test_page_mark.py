"""What a printed page says of itself, and which keys do not fit an exam that lies beside them."""

import pytest

from cpsprep.core.item import ItemId, Version
from cpsprep.core.printing.page_mark import STATE, PageKind, PageMark, heard, state_of, told, unfit

STATED = "0123456789ab"
ONE, TWO, THREE = "033-ECA", "67E-0B5", "111-111"


@pytest.mark.parametrize("kind", list(PageKind))
@pytest.mark.parametrize("form", ["", ONE])
@pytest.mark.parametrize("state", ["", STATED])
@pytest.mark.parametrize(
    "asked", ["", "--seed 5", '--domain ethics --tag "two words" --large', "--without-held-out --items 5"]
)
def test_a_mark_is_understood_again(kind: PageKind, form: str, state: str, asked: str) -> None:
    mark = PageMark(kind, form, state, asked)

    assert heard(told(mark)) == mark


@pytest.mark.parametrize(
    "asked",
    ["--seed $(x)", '--seed "a`b`"', '--seed "a', "--seed a; rm b", "--seed a\nb", f"--tag {'long' * 99}"],
)
def test_what_a_shell_would_not_take_as_it_stands_is_neither_told_nor_heard(asked: str) -> None:
    mark = PageMark(PageKind.PRACTICE, "", STATED, asked)

    assert heard(told(mark)) == PageMark(PageKind.PRACTICE)
    assert len(asked) > 300 or heard(f"cpsprep: practice, state {STATED}, asked {asked}") is None


def test_a_state_is_that_of_the_questions_in_any_order() -> None:
    rows = [(ItemId("a-1"), Version("11")), (ItemId("b-2"), Version("22"))]

    assert state_of(rows) == state_of([*reversed(rows), rows[0]])
    assert len(state_of(rows)) == STATE
    assert (
        len({state_of(rows), state_of(rows[:1]), state_of([]), state_of([rows[0], (rows[1][0], rows[0][1])])})
        == 4
    )


@pytest.mark.parametrize(
    "words", ["", "cpsprep", "cpsprep: quilt", "cpsprep: exam, form 12", "Word 16: exam"]
)
def test_other_words_are_no_mark(words: str) -> None:
    assert heard(words) is None


@pytest.mark.parametrize(
    ("name", "replaced", "beside", "is_told"),
    [
        ("a-exam.html", ONE, "a-key.html", True),
        ("a-exam.html", ONE, "kept.htm", True),
        ("a-exam.html", "", "a-exam-key.html", True),
        ("a.html", "", "a-key.html", True),
        ("b-exam.html", "", "a-key.html", False),
        ("b-exam.html", THREE, "a-key.html", False),
    ],
)
def test_a_key_is_told_where_its_exam_was_replaced_or_its_name_says_that_it_fits(
    name: str, replaced: str, beside: str, is_told: bool
) -> None:
    key = PageMark(PageKind.KEY, ONE)

    found = list(unfit(PageMark(PageKind.EXAM, TWO), name, replaced, {beside: key}))

    assert found == [(beside, key)] * is_told


def test_a_key_has_exams_that_do_not_fit_it_just_so() -> None:
    exam = PageMark(PageKind.EXAM, ONE)

    found = list(unfit(PageMark(PageKind.KEY, TWO), "a-key.html", "", {"a-exam.html": exam}))

    assert found == [("a-exam.html", exam)]


@pytest.mark.parametrize(
    "other",
    [PageMark(PageKind.KEY, TWO), PageMark(PageKind.EXAM, ONE), PageMark(PageKind.HANDOUT)],
    ids=["its own key", "another exam", "no key"],
)
def test_what_fits_or_is_no_key_is_not_told(other: PageMark) -> None:
    assert not list(unfit(PageMark(PageKind.EXAM, TWO), "a.html", ONE, {"a-key.html": other}))


def test_a_page_without_forms_fits_everything() -> None:
    beside = {"a-key.html": PageMark(PageKind.KEY, ONE), "a-practice.html": PageMark(PageKind.PRACTICE)}

    assert not list(unfit(PageMark(PageKind.HANDOUT), "a.html", "", beside))
