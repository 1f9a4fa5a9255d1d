"""Texts of QTI: HTML as text or as elements, emphasis, and what is no text."""

import pytest

from cpsprep.core.interchange.draft import Found
from cpsprep.core.interchange.lms.qti import read_qti
from fakes_import import lines
from fakes_qti import choices, gave, item, quiz, rule


def read(told: str) -> Found:
    return read_qti(quiz(told).encode(), "f")


def test_pictures_and_other_files_are_named() -> None:
    files = '<matimage uri="a.png" label="A clock"/><mataudio uri="a.mp3"/><matimage/><mataudio/><matvideo/>'
    told = item("", "Which?", choices("x", "y"), rule(gave("1"), points="1"))
    told = told.replace("<presentation>", f"<presentation><flow><material>{files}</material></flow>")

    assert lines(read(told)) == [
        "single: [picture: A clock]//Which? | *x | y | named qti:g1 | !! a picture | !! a sound | !! a file"
    ]


@pytest.mark.parametrize(
    ("written", "stem"),
    [
        ("<mattext texttype='text/html'><div><p>Which <b>one</b>?</p></div></mattext>", "Which one? !! bold"),
        ("<mattext><i>Which</i>\n<i>a &lt; b</i>?</mattext>", "Which a < b? !! italics"),
        (
            "<mattext>Do </mattext><matemtext>not</matemtext><mattext> ask?</mattext>",
            "Do not ask? !! italics",
        ),
        ("<mattext>Half of</mattext><math><mn>1</mn></math>", "Half of !! a formula"),
        (
            "<mattext>This?</mattext><matref linkrefid='a'/>",
            "This? !! a text that stands elsewhere in the file",
        ),
        ("<mattext>One?</mattext><mattext>Two?</mattext>", "One?//Two?"),
    ],
)
def test_texts_may_be_elements(written: str, stem: str) -> None:
    told = item("", "", choices("x", "y"), rule(gave("1"), points="1"))
    told = told.replace("<presentation>", f"<presentation><material>{written}</material>")

    text, _, lost = stem.partition(" !! ")
    assert lines(read(told)) == [
        f"single: {text} | *x | y | named qti:g1" + (f" | !! {lost}" if lost else "")
    ]
