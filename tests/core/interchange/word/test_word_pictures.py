"""Pictures of Word documents: to which question and option each belongs, and its alt text."""

import pytest

from cpsprep.core.interchange.draft import Found
from cpsprep.core.interchange.media.pictures import media_of, with_pictures
from cpsprep.core.interchange.word.document import read_word
from cpsprep.core.interchange.xml_tree import read_xml
from fakes_docx import NUMBERING, STYLES, document, table
from fakes_docx import paragraph as P  # noqa: N812  (a paragraph of a document is told in few signs)
from fakes_import import lines, remarks
from fakes_pictures import line_drawing

FILES = {"r1": line_drawing(20, 10), "r2": line_drawing(10, 20)}
OPTIONS = (P("a) x*"), P("b) y"))


def drawing(relation: str, words: str = "", more: str = "") -> str:
    """A picture as Word writes it today."""
    return (
        f'<w:r><w:drawing><inline><docPr id="1" name="Picture 1" descr="{words}"/><graphic><graphicData><pic>'
        f'<nvPicPr><cNvPr id="0" name="image1.png" {more}/></nvPicPr><blipFill><blip embed="{relation}"/>'
        "</blipFill></pic></graphicData></graphic></inline></w:drawing></w:r>"
    )


def read(*blocks: str) -> tuple[Found, list[list[str]]]:
    parts = {"document": document(*blocks), "styles": STYLES, "numbering": NUMBERING}
    raw = read_word({name: read_xml(text.encode()) for name, text in parts.items()}, "f")
    found, _ = with_pictures(raw, FILES.get)
    return found, [list(media_of(draft).values()) for draft in found.drafts]


ONE = drawing("r1", "one")
TWO = drawing("r2", "two")


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([P("1. Who?", ONE), *OPTIONS], [["one"]]),
        ([P("1. Who?"), P(ONE), *OPTIONS], [["one"]]),
        ([P("1. Who?"), P(), P(ONE), P(), *OPTIONS], [["one"]]),
        ([P(ONE), P("1. Who?"), *OPTIONS], [["one"]]),
        ([P("Skills", style="Heading1"), P(ONE), P("1. Who?"), *OPTIONS], [["one"]]),
        ([P("Test", ONE, style="Title"), P("1. Who?"), *OPTIONS], [["one"]]),
        ([P("1. Who?"), *OPTIONS, P(ONE), P("2. Which?"), *OPTIONS], [[], ["one"]]),
        ([P("1. Who?"), *OPTIONS, P("Answer: a"), P(ONE), P("2. Which?"), *OPTIONS], [[], ["one"]]),
        ([P("1. Who?"), P(ONE), P(TWO), *OPTIONS], [["one", "two"]]),
        ([P("Who?", at="1/0"), P(ONE), P("x*", at="1/1"), P("y", at="1/1")], [["one"]]),
        ([P(ONE, at="1/0"), P("Who?"), P("x*", at="1/1"), P("y", at="1/1")], [["one"]]),
        ([P("1. Who?"), table((P("a) x*"), P("b) y", ONE)))], [["one"]]),
        ([table(("Question", "A", "B", "Answer"), (P("Who?", ONE), "x", "y", "a"))], [["one"]]),
        ([P("1. Who?"), P(ONE), table(("a) x*", "b) y"))], [["one"]]),
    ],
)
def test_a_picture_goes_to_its_question(blocks: list[str], expected: list[list[str]]) -> None:
    found, words = read(*blocks)

    assert words == expected
    assert remarks(found) == []


@pytest.mark.parametrize(
    "options",
    [
        [P("a) ", ONE), P("b) ", TWO), P("Answer: b")],
        [P(ONE, at="1/1"), P(TWO, at="1/1"), P("Answer: b")],
        [table(("a", P(ONE)), ("b", P(TWO))), P("Answer: b")],
    ],
)
def test_options_may_be_pictures(options: list[str]) -> None:
    found, words = read(P("Which?", at="1/0"), *options)

    assert lines(found) == ["single: Which? | [picture 1] | *[picture 2]"]
    assert words == [["one", "two"]]


VML = '<w:r><w:pict><shape alt="{alt}"><imagedata id="r1" title="{title}"/></shape></w:pict></w:r>'
BOTH = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"


@pytest.mark.parametrize(
    ("picture", "words"),
    [
        (drawing("r1", "A clock."), "A clock."),
        (drawing("r1", "image1.png"), "not described yet"),
        (drawing("r1", "", 'descr="A clock."'), "A clock."),
        (drawing("r1", "", 'title="A clock."'), "A clock."),
        (VML.format(alt="A clock.", title="x.wmf"), "A clock."),
        (VML.format(alt="", title="A clock."), "A clock."),
        (BOTH.format("<drawing/>", VML.format(alt="A clock.", title="")), "A clock."),
        (BOTH.format(drawing("r1", "A clock."), VML.format(alt="old", title="")), "A clock."),
    ],
)
def test_its_words_are_those_of_its_author(picture: str, words: str) -> None:
    assert read(P("1. Who?", picture), *OPTIONS)[1] == [[words]]


@pytest.mark.parametrize(
    ("picture", "lost"),
    [
        ('<w:r><w:drawing><inline><blip link="r9"/></inline></w:drawing></w:r>', "a picture"),
        (drawing("r9"), "a picture"),
        ("<w:r><mc:AlternateContent><mc:Choice><x/></mc:Choice></mc:AlternateContent></w:r>", "a drawing"),
        ("<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>", "a text box"),
    ],
)
def test_what_is_not_in_the_file_is_told(picture: str, lost: str) -> None:
    found, words = read(P("1. Who?", picture), *OPTIONS)

    assert (found.drafts[0].lost, words) == ((lost,), [[]])


def test_a_line_between_questions_is_no_picture() -> None:
    rule = '<w:r><w:pict><v:rect xmlns:v="urn:v" xmlns:o="urn:o" o:hr="t"/></w:pict></w:r>'

    found, words = read(P("1. Who?", rule), *OPTIONS)

    assert (found.drafts[0].lost, words) == ((), [[]])


def test_a_picture_of_no_question_is_told() -> None:
    found, words = read(P("1. Who?"), *OPTIONS, P("Explanation: as here", ONE))

    assert words == [[]]
    assert remarks(found) == ["4 a picture belongs to no question, so it was left out"]


def test_a_document_of_pictures_alone_has_no_questions() -> None:
    found, _ = read(P(ONE), P(TWO))

    assert found.drafts == []
    assert len(remarks(found)) == 2
