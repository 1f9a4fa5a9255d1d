"""Moodle XML, in the shapes that Moodle's own export has."""

import pytest

from cpsprep.core.interchange.draft import HostileError
from cpsprep.core.interchange.lms.moodle_cloze import gaps
from cpsprep.core.interchange.lms.moodle_xml import read_moodle_xml
from fakes_import import lines, skipped


def quiz(*questions: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{"".join(questions)}</quiz>'


def question(kind: str, inner: str, text: str = "<p>Who?</p>") -> str:
    told = f'<questiontext format="html"><text><![CDATA[{text}]]></text></questiontext>'
    return f'<question type="{kind}"><name><text>Name</text></name>{told}{inner}</question>\n'


def answer(fraction: str, text: str, why: str = "") -> str:
    told = f'<feedback format="html"><text>{why}</text></feedback>'
    return f'<answer fraction="{fraction}" format="html"><text><![CDATA[{text}]]></text>{told}</answer>'


AB = answer("100", "<p>A</p>", "yes") + answer("0", "<b>B</b>")


@pytest.mark.parametrize(
    ("kind", "inner", "expected"),
    [
        (
            "multichoice",
            f"<single>true</single>{AB}",
            "single: Who? | *A | B | why: yes | named Name | !! bold",
        ),
        (
            "multichoice",
            f"<single>false</single>{answer('50', 'A')}{answer('50.00000', 'B')}{answer('-100', 'C')}",
            "multiple: Who? | *A | *B | C | named Name",
        ),
        ("multichoiceset", AB, "multiple: Who? | *A | B | why: yes | named Name | !! bold"),
        (
            "multichoice",
            f"{AB}<idnumber>q-7</idnumber>",
            "single: Who? | *A | B | why: yes | named q-7 | !! bold",
        ),
        (
            "multichoice",
            f"{answer('100', 'A')}{answer('100', 'B')}{answer('x', 'C')}",
            "single: Who? | A | B | C | named Name | ?? 2 options earn all points, and one is to be chosen",
        ),
        (
            "multichoice",
            (
                "<generalfeedback><text>It is A.</text></generalfeedback>"
                f"{answer('100', 'A')}{answer('0', 'B')}"
                "<tags><tag><text>one</text></tag><tag><text></text></tag></tags>"
                "<correctfeedback><text>Your answer is correct.</text></correctfeedback>"
                "<incorrectfeedback><text>See page 3.</text></incorrectfeedback><hint/>"
            ),
            (
                "single: Who? | *A | B | -- It is A. | named Name | #one | !! feedback to all: See page 3."
                " | !! hints"
            ),
        ),
        (
            "truefalse",
            answer("100", "true", "so") + answer("0", "false"),
            "truefalse: Who? = true | why: so | named Name",
        ),
        (
            "truefalse",
            answer("0", "true") + answer("100", "false", "no"),
            "truefalse: Who? = false | why: no | named Name",
        ),
        ("truefalse", answer("0", "wahr"), "truefalse: Who? = ? | named Name"),
        (
            "shortanswer",
            answer("100", "Frog", "Good") + answer("100", "Toad") + answer("50", "Cat") + answer("0", "*"),
            (
                "basic: Who? = Frog | -- Also accepted: Toad./Good | named Name | "
                "!! answers that earn a part of the points or none"
            ),
        ),
        ("shortanswer", answer("100", "Frog"), "basic: Who? = Frog | named Name"),
        (
            "essay",
            "<generalfeedback><text>A story.</text></generalfeedback>",
            "basic: Who? = A story. | named Name | !! the form of an essay; its feedback became the answer",
        ),
        (
            "essay",
            (
                "<generalfeedback format='plain_text'><text>Ask.\n\nHer.\n\nIt is.</text></generalfeedback>"
                "<graderinfo format='plain_text'><text>Ask.\n\nHer.</text></graderinfo>"
            ),
            (
                "basic: Who? = Ask.//Her. | -- It is. | named Name"
                " | !! the form of an essay; its feedback became the answer"
            ),
        ),
        (
            "essay",
            (
                "<generalfeedback format='plain_text'><text>Ask.</text></generalfeedback>"
                "<graderinfo format='plain_text'><text>Three points.</text></graderinfo>"
            ),
            "basic: Who? = Ask. | named Name | !! the form of an essay; its feedback became the answer",
        ),
    ],
)
def test_a_question_becomes(kind: str, inner: str, expected: str) -> None:
    found = read_moodle_xml(quiz(question(kind, inner)), "f")

    assert (lines(found), skipped(found)) == ([expected], [])


@pytest.mark.parametrize(
    ("kind", "sort"),
    [
        ("matching", "matching"),
        ("numerical", "numerical"),
        ("calculatedmulti", "calculated"),
        ("multianswer", "cloze of Moodle"),
        ("ddwtos", "drag and drop"),
        ("essay", "essay"),
        ("shortanswer", "short answer"),
        ("", "question without a type"),
    ],
)
def test_what_cannot_be_held_is_named(kind: str, sort: str) -> None:
    found = read_moodle_xml(quiz(question(kind, "")), "f")

    assert (lines(found), skipped(found)) == ([], [f"3 {sort}"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I {1:SHORTANSWER:=see} and {2:SA:%100%hear#Good}.",
            "cloze: I {{c1::see}} and {{c2::hear}}. | named Name | !! the feedback to a gap",
        ),
        (
            "It is {1:MULTICHOICE:no~=so#yes} of {:NUMERICAL:=3:0.1}.",
            (
                "cloze: It is {{c1::so}} of {{c2::3}}. | named Name | !! the choices of a gap "
                "| !! the feedback to a gap"
            ),
        ),
        (r"{1:MW:=a\}b\~c~=d}", "cloze: {{c1::a}b~c}} | named Name | !! other answers to a gap"),
    ],
)
def test_embedded_answers_become_gaps(text: str, expected: str) -> None:
    found = read_moodle_xml(quiz(question("cloze", "", text)), "f")

    assert (lines(found), skipped(found)) == ([expected], [])


def test_references_to_signs_in_a_gap_are_those_signs() -> None:
    assert gaps("{1:SA:=R&amp;D &#126;5}") == ("{{c1::R&D ~5}}", ())


def test_feedback_within_a_gap_is_named() -> None:
    assert gaps("{1:SA:=hope#Right}") == ("{{c1::hope}}", ("the feedback to a gap",))
    assert gaps(r"{1:SA:=a \# b}") == ("{{c1::a # b}}", ())


def test_gaps_without_a_right_answer_are_named() -> None:
    found = read_moodle_xml(quiz(question("multianswer", "", "It is {1:MC:no~%50%so}.")), "f")

    assert skipped(found) == ["3 cloze of Moodle"]


def test_categories_become_topics() -> None:
    inner = "<category><text>$course$/top/Default for X/Skills</text></category>"
    category = f"<question type='category'>{inner}</question>\n"
    empty = "<question type='category'/>\n"

    found = read_moodle_xml(
        quiz(category, question("truefalse", answer("100", "true")), empty, question("truefalse", "")), "f"
    )

    assert [draft.topic for draft in found.drafts] == ["Skills", "Skills"]


def test_a_fixed_order_stays() -> None:
    (draft,) = read_moodle_xml(
        quiz(question("multichoice", f"<shuffleanswers>0</shuffleanswers>{AB}")), "f"
    ).drafts

    assert draft.more == {"shuffle": False}


def test_pictures_and_files_are_named_as_lost() -> None:
    text = '<p>Look: <img src="@@PLUGINFILE@@/a.png" alt="a face"></p>'
    picture = question("truefalse", answer("100", "true"), text)
    inner = "<questiontext><text>So?</text><file name='a.mp3'>AA</file></questiontext>"
    file = f"<question type='truefalse'>{inner}</question>"

    assert lines(read_moodle_xml(quiz(picture, file), "f")) == [
        "truefalse: Look: [picture: a face] = true | named Name | !! a picture",
        "truefalse: So? = ? | !! a file",
    ]


def test_plain_text_is_not_taken_for_html() -> None:
    inner = "<questiontext format='plain_text'><text>a &lt;b&gt; c</text></questiontext>"
    plain = f"<question type='truefalse'>{inner}</question>"

    assert lines(read_moodle_xml(quiz(plain), "f")) == ["truefalse: a <b> c = ?"]


def test_broken_xml_and_empty_questions_are_told_with_their_line() -> None:
    assert skipped(read_moodle_xml("<quiz>\n<question>", "f")) == ["2 broken file"]
    assert skipped(read_moodle_xml("<quiz>\n<question type='essay'/></quiz>", "f")) == ["2 without a stem"]


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE quiz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><quiz>&b;</quiz>',
        '<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>',
        "<quiz>" + "<a>" * 300 + "</a>" * 300 + "</quiz>",
    ],
)
def test_what_no_honest_program_writes_is_refused(text: str) -> None:
    with pytest.raises(HostileError):
        read_moodle_xml(text, "f")


def test_a_picture_in_feedback_to_all_is_told_in_words() -> None:
    picture = "See &lt;img src='folder/a.png' alt='a clock on the wall of the room'&gt; and page 3."
    inner = f"{AB}<incorrectfeedback format='html'><text>{picture}</text></incorrectfeedback>"

    (draft,) = read_moodle_xml(quiz(question("multichoice", inner)), "f").drafts

    assert draft.lost[-1] == "feedback to all: See [picture: a clock on the wall of the room] and page 3."


def test_what_is_skipped_is_called_by_its_name_or_else_by_its_first_words() -> None:
    whole = question("matching", "")
    nameless = whole.replace("<name><text>Name</text></name>", "")

    (one, other) = read_moodle_xml(quiz(whole, nameless), "f").skipped

    assert (one.why.rpartition(": ")[2], other.why.rpartition(": ")[2]) == ("Name", "Who?")
