"""Brightspace's table for importing: fields row by row, a question from each `NewQuestion` on."""

import pytest

from cpsprep.core.interchange.names import Format
from cpsprep.core.interchange.sniffing import sniffed
from cpsprep.core.interchange.tables.brightspace import read_brightspace
from fakes_import import lines

ESSAY = "!! the form of an essay; its key became the answer"


def question(sort: str, *rows: str, text: str = "Who?") -> str:
    return "\n".join([f"NewQuestion,{sort},,,", f"QuestionText,{text},,,", *rows, ",,,,"])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (question("MC", "Option,0,one,,", "Option,100,two,,"), "single: Who? | one | *two"),
        (
            question("MC", "Option,100.000000000,one,,It is.", "Option,0,two,,It is not."),
            "single: Who? | *one | two | why: It is. | why: It is not.",
        ),
        (
            question("MC", "Option,100%,one,Because.", "Option,0,two"),
            "single: Who? | *one | two | why: Because.",
        ),
        (
            question("MS", "Option,1,one", "Option,0,two", "Option,1,three"),
            "multiple: Who? | *one | two | *three",
        ),
        (question("TF", "TRUE,100,Yes.,,", "FALSE,0,No.,,"), "truefalse: Who? = true | why: Yes. | why: No."),
        (question("TF", "TRUE,0,,,", "FALSE,100,,,"), "truefalse: Who? = false"),
        (question("SA", "Answer,100,one,,", "Answer,50,two,,"), "basic: Who? = one"),
        (
            question("SA", "Answer,100,one,regexp,", "Answer,100,two"),
            "basic: Who? = one | -- Also accepted: two.",
        ),
        (question("WR", "AnswerKey,This.,,,"), f"basic: Who? = This. | {ESSAY}"),
        (question("WR", "Feedback,This.,,,"), f"basic: Who? = This. | {ESSAY}"),
        (
            question("mc", "Option,100,one", "Option,0,two", "Feedback,For all.,,,"),
            "single: Who? | *one | two | -- For all.",
        ),
        (
            question(
                "MC", "Option,100,<i>x</i>,HTML,", "Option,0,<i>y</i>,NOT HTML,", text="<b>Who?</b>,HTML"
            ),
            "single: Who? | *x | <i>y</i> | !! bold | !! italics",
        ),
        (
            question("MC", 'Option,100,"a, b",,', "Option,0,c", text='"Who\nis?"'),
            "single: Who/is? | *a, b | c",
        ),
    ],
)
def test_a_question_of_each_sort(written: str, expected: str) -> None:
    assert lines(read_brightspace(written, "f")) == [expected]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (question("M"), "matching: questions of this sort have no form in cpsprep: Who?"),
        (
            question("O", "Title,The order"),
            "ordering: questions of this sort have no form in cpsprep: The order",
        ),
        (question("XY"), "xy: questions of this sort have no form in cpsprep: Who?"),
        (question(""), "question without a type: questions of this sort have no form in cpsprep: Who?"),
        (question("MC", text=""), "without a stem: the question has no text"),
        (question("SA", "Answer,50,one"), "short answer: no answer is given that earns all points: Who?"),
        (question("WR"), "essay: an open question without an answer: Who?"),
    ],
)
def test_what_is_left_out_is_told(written: str, told: str) -> None:
    (one,) = read_brightspace(written, "f").skipped

    assert f"{one.what}: {one.why}" == told


@pytest.mark.parametrize(
    "rows",
    [("TRUE,100,,,", "FALSE,100,,,"), ("TRUE,0,,,", "FALSE,0,,,"), ("TRUE,all,,,", "FALSE,,,,")],
    ids=["both", "neither", "no number"],
)
def test_a_statement_whose_key_is_not_clear_has_none(rows: tuple[str, ...]) -> None:
    (draft,) = read_brightspace(question("TF", *rows), "f").drafts

    assert not draft.has_key


def test_notes_and_what_stands_above_the_first_question_are_no_question() -> None:
    notes = "//MULTIPLE CHOICE,,,,\nOption,100,astray\n,,,,\n"

    found = read_brightspace(
        f"{notes}{question('MC', 'Option,100,one', '//Option,0,note', 'Option,0,two')}", "f"
    )

    assert lines(found) == ["single: Who? | *one | two"]
    assert found.drafts[0].where.number == 4


def test_its_id_is_its_name_and_what_is_lost_is_named() -> None:
    rows = (
        "ID,Q-7",
        "Title,t",
        "Points,2",
        "Image,images/a.jpg",
        "Hint,Think.",
        "Option,100,a",
        "Option,25,b",
    )
    (draft,) = read_brightspace(question("MC", *rows), "f").drafts

    assert draft.name == "Q-7"
    assert draft.lost == ("a picture", "hints", "points for options that are half right")


def test_empty_fields_lose_nothing() -> None:
    (draft,) = read_brightspace(
        question("MC", "Image,,,", "Hint,,,", "Option,100,a", "Option,0,b"), "f"
    ).drafts

    assert draft.lost == ()


def test_several_questions_one_below_the_other() -> None:
    found = read_brightspace(
        f"{question('WR', 'AnswerKey,a')}\n{question('M')}\n{question('WR', 'AnswerKey,b')}", "f"
    )

    assert (lines(found), len(found.skipped)) == (
        [f"basic: Who? = a | {ESSAY}", f"basic: Who? = b | {ESSAY}"],
        1,
    )


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_it_is_known_and_read_with_other_signs_between_cells(sign: str) -> None:
    written = question("MC", "Option,100,one", "Option,0,two").replace(",", sign)

    assert sniffed(written) is Format.BRIGHTSPACE
    assert lines(read_brightspace(written, "f")) == ["single: Who? | *one | two"]


def test_a_text_that_was_named_and_holds_no_question_has_none() -> None:
    found = read_brightspace("a,b\nc,d\n", "f")

    assert (found.drafts, found.skipped) == ([], [])
