"""Moodle XML, read by a parser that knows only XML and Moodle's names."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from hypothesis import given

from cpsprep.core.export.moodle_xml import escaped, moodle_xml
from cpsprep.core.export.parts import Part
from cpsprep.core.export.wording import question
from cpsprep.core.interchange.lms.moodle_xml import read_moodle_xml
from cpsprep.core.item import Basic, Choice, Cloze, Item, Kind
from cpsprep.core.paragraphs import flowing
from fakes_anki import HEADER, basic, cloze, multiple, single, true_false
from fakes_questions import banks, truth

GRADES = {"100", "90", "83.33333", "80", "75", "70", "66.66667", "60", "50", "40", "33.33333", "30", "25"} | {
    *("20", "16.66667", "14.28571", "12.5", "11.11111", "10", "5", "0")
}
"""The fractions that Moodle knows (its `question_bank::fraction_options`); others it refuses."""

FEEDBACK = '<feedback format="plain_text"><text>{}</text></feedback></answer>'


def questions(*items: Item) -> Iterator[ET.Element]:
    root = ET.fromstring(moodle_xml(items, HEADER).text)
    assert root.tag == "quiz"
    yield from (one for one in root if one.get("type") != "category")


def text(element: ET.Element, path: str) -> str:
    found = element.find(f"{path}/text")
    assert found is not None
    return found.text or ""


@given(banks())
def test_every_question_comes_back(items: list[Item]) -> None:
    for found, one in zip(questions(*items), items, strict=True):
        assert (text(found, "name"), found.findtext("idnumber")) == (one.id, one.id)
        assert [tag.findtext("text") for tag in found.iterfind("tags/tag")] == list(one.tags)
        match one.body:
            case Choice() as body:
                assert text(found, "questiontext") == question(one)
                options = found.findall("answer")
                assert [text(option, "feedback") for option in options] == [
                    flowing(body.why.get(option, "")) for option in body.options
                ]
                right = [
                    option for option in options if not option.get("fraction", "").startswith(("-", "0"))
                ]
                assert len(right) == len(body.answer)
                assert {option.get("fraction", "").removeprefix("-") for option in options} <= GRADES
                if body.kind is not Kind.TRUEFALSE:
                    written = [option.findtext("text") for option in options]
                    assert written == [flowing(text) for text in body.options.values()]
            case Basic(back=back):
                assert text(found, "graderinfo") == flowing(back)
            case Cloze() as body:
                assert text(found, "questiontext").count("SHORTANSWER:=") >= len(body.numbers)


@given(banks())
def test_a_statement_is_true_where_its_key_says_so(items: list[Item]) -> None:
    for found, one in zip(questions(*items), items, strict=True):
        if one.kind is Kind.TRUEFALSE:
            whole = next(option for option in found.iterfind("answer") if option.get("fraction") == "100")
            assert whole.findtext("text") == str(truth(one)).lower()


def test_a_question_looks_like_this() -> None:
    assert moodle_xml([true_false(explanation="<b>")], HEADER).text.splitlines()[6:] == [
        '<question type="truefalse">',
        "<name><text>tf-0001</text></name>",
        '<questiontext format="plain_text"><text>Peers never plan.</text></questiontext>',
        '<generalfeedback format="plain_text"><text><![CDATA[<b>]]></text></generalfeedback>',
        "<idnumber>tf-0001</idnumber>",
        '<answer fraction="0"><text>true</text>' + FEEDBACK.format("No."),
        '<answer fraction="100"><text>false</text>' + FEEDBACK.format("Peers do plan."),
        "</question>",
        "</quiz>",
    ]


def test_choosing_all_of_several_earns_nothing() -> None:
    (found,) = questions(multiple())

    shares = [float(option.get("fraction", "")) for option in found.iterfind("answer")]
    assert (sum(shares), max(shares)) == (0, 50)


def test_an_order_that_was_fixed_stays() -> None:
    assert [one.findtext("shuffleanswers") for one in questions(single(), single("al-2", shuffle=False))] == [
        "true",
        "false",
    ]


def test_all_gaps_of_a_cloze_are_in_one_question() -> None:
    (found,) = questions(cloze(text='I {{c1::see "~"}} and {{c2::hear}}.'))

    assert text(found, "questiontext") == 'I {1:SHORTANSWER:=see "&#126;"} and {1:SHORTANSWER:=hear}.'


def test_the_end_of_a_cdata_section_ends_none() -> None:
    (found,) = questions(basic(front="a ]]> b"))

    assert text(found, "questiontext") == "a ]]> b"


def test_categories_are_bank_domain_and_topic() -> None:
    written = moodle_xml([single(), basic(topic="a/b")], HEADER).text
    names = [one.findtext("category/text") for one in ET.fromstring(written)]

    assert [name for name in names if name] == [
        "$course$/Peer <Specialist>/Listening/timing",
        "$course$/Peer <Specialist>/Listening/a//b",
    ]


def test_signs_that_xml_cannot_hold_are_told_by_another() -> None:
    assert escaped("a\x00b\x1bc\ud800") == "a\ufffdb\ufffdc\ufffd"


def test_what_cannot_be_carried_is_counted() -> None:
    assert dict(moodle_xml([multiple(source=("wi",))], HEADER).lost) == {
        Part.ALL_OR_NOTHING: 1,
        Part.SOURCE: 1,
    }


def test_our_own_reader_finds_every_question_again() -> None:
    items = [single(explanation="Be there."), multiple(), true_false(), basic()]
    drafts = read_moodle_xml(moodle_xml(items, HEADER).text, "x.xml").drafts

    assert [(draft.name, draft.kind) for draft in drafts] == [(one.id, one.kind) for one in items]
    assert [option.why for option in drafts[0].options] == [
        *("It names the feeling.", "Too soon.", "Too light.", "Too early."),
    ]
    assert [option.right for option in drafts[1].options] == [True, False, True]
    assert (drafts[3].back, drafts[0].explanation) == ("The person.", "Be there.")
