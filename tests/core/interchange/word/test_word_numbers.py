"""Automatic numbers, counted and shown as Word does."""

from cpsprep.core.interchange.word.numbering import read_numbering
from cpsprep.core.interchange.xml_tree import read_xml
from fakes_docx import NUMBERING, level

FORMS = (
    level(0, "upperRoman", "%1."),
    level(1, "lowerLetter", "%1.%2)"),
    level(2, "none", ""),
    level(3, "decimal", "%1.%4", '<w:lvlRestart w:val="0"/>'),
)
OWN = (
    f'<w:abstractNum w:abstractNumId="7">{"".join(FORMS)}</w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="8"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1">'
    f'<w:startOverride w:val="3"/>{level(1, "upperLetter", "%2)")}</w:lvlOverride></w:num><w:num '
    f'w:numId="6"/><w:num w:numId="11"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"/></w:num>'
)


def test_numbers_are_counted_and_shown_as_word_does() -> None:
    numbering = read_numbering(read_xml(NUMBERING.replace("</w:numbering>", f"{OWN}</w:numbering>").encode()))
    places = (
        "7/0",
        "7/3",
        "7/2",
        "7/0",
        "7/3",
        "7/1",
        "8/1",
        "8/1",
        "6/0",
        "9/0",
        "7/9",
        "2/0",
        "3/0",
        "3/1",
    )

    shown = [
        numbering.label(number, int(depth)).shown for number, depth in (one.split("/") for one in places)
    ]

    assert shown == [
        "I. ",
        "I.1 ",
        "",
        "II. ",
        "II.2 ",
        "II.a) ",
        "C) ",
        "D) ",
        "",
        "",
        "",
        "- ",
        "Question 1: ",
        "A) ",
    ]


def test_numbers_beyond_the_alphabet_and_beyond_romans() -> None:
    numbering = read_numbering(
        read_xml(
            NUMBERING.replace(
                'w:val="1"/><w:numFmt w:val="lower', 'w:val="450"/><w:numFmt w:val="lower'
            ).encode()
        )
    )

    assert [numbering.label("1", depth).shown for depth in (1, 2)] == [f"{'h' * 9}. ", "450. "]
