"""GIFT, as Moodle's documentation describes it and as our own reader takes it."""

import pytest
from hypothesis import given

from cpsprep.core.export.gift import gift
from cpsprep.core.export.parts import Part
from cpsprep.core.export.wording import question
from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.lms.gift import read_gift
from cpsprep.core.interchange.tidy import tidy
from cpsprep.core.item import Choice, Item, Kind
from cpsprep.core.paragraphs import flowing
from fakes_anki import HEADER, A, B, C, basic, cloze, item, multiple, single, told, true_false
from fakes_questions import banks, choices, truth


def read(*items: Item) -> list[Draft]:
    return list(read_gift(gift(items, HEADER).text, "x.gift").drafts)


def body(*items: Item) -> str:
    """What is written of questions, without the lines about the bank."""
    return gift(items, HEADER).text.split("::[plain]", 1)[1].rstrip("\n")


@given(banks(choices()))
def test_our_own_reader_finds_every_choice_again(items: list[Item]) -> None:
    for draft, one in zip(read(*items), items, strict=True):
        assert isinstance(one.body, Choice)
        assert (draft.name, draft.stem) == (one.id, tidy(question(one)))
        assert draft.explanation == tidy(flowing(one.explanation))
        if one.kind is Kind.TRUEFALSE:
            assert draft.options[0].right is truth(one)
        else:
            right = [option in one.body.answer for option in one.body.options]
            assert [option.right for option in draft.options] == right
            assert [option.text for option in draft.options] == [
                tidy(flowing(text)) for text in one.body.options.values()
            ]
        assert [option.why for option in draft.options] == [
            tidy(flowing(one.body.why.get(option, ""))) for option in one.body.options
        ]


def test_a_question_looks_like_this() -> None:
    assert gift([single(explanation="Be there.")], HEADER).text == (
        "// Written by cpsprep: Peer <Specialist>, 0.1, CC BY 4.0\n\n"
        "$CATEGORY: Listening/timing\n\n"
        "// [id:al-0001]\n"
        "::al-0001::[plain]Which is BEST?{\n"
        "\t=It sounds hard.#It names the feeling.\n"
        "\t~Me too.#Too soon.\n"
        "\t~Do not worry.#Too light.\n"
        "\t~Let us plan.#Too early.\n"
        "\t####Be there.\n}\n"
    )


def test_signs_of_the_format_have_a_backslash() -> None:
    assert body(basic(front="a ~ = # { } : \\")).startswith("a \\~ \\= \\# \\{ \\} \\: \\\\{")


def test_paragraphs_stay_and_line_breaks_of_the_layout_go() -> None:
    assert body(basic(front="one\ntwo\n\nthree")).startswith("one two\\n\\nthree{")


def test_a_share_of_the_points_tells_several_right_options() -> None:
    """Moodle knows no weight of three digits, so 100 is written as what it rounds to 100."""
    assert body(multiple()) == "Which TWO fit?{\n\t~%50%one\n\t~%-99.99999%two\n\t~%50%three\n}"


def test_a_percent_sign_is_no_share_of_the_points() -> None:
    one = item("aa-0001", Choice(Kind.SINGLE, "How many?", {A: "%50% of them", B: "%9 more", C: "x"}, (A,)))

    assert body(one) == "How many?{\n\t=[plain]%50% of them\n\t~[plain]%9 more\n\t~x\n}"


def test_a_bracket_at_the_start_names_no_format() -> None:
    one = item("aa-0001", Choice(Kind.SINGLE, "[html] is what?", {A: "[html]", B: "x"}, (A,)))

    assert [draft.options[0].text for draft in read(one)] == ["[html]"]


@pytest.mark.parametrize(
    ("why", "written"),
    [
        ({}, "{FALSE}"),
        ({"true": "No."}, "{FALSE#No.}"),
        ({"false": "Yes."}, "{FALSE##Yes.}"),
        ({"true": "No.", "false": "Yes."}, "{FALSE#No.#Yes.}"),
    ],
)
def test_the_first_reason_of_a_statement_is_for_the_wrong_answer(why: dict[str, str], written: str) -> None:
    one = true_false()
    assert isinstance(one.body, Choice)
    told_so = Choice(Kind.TRUEFALSE, "Peers never plan.", one.body.options, one.body.answer, why)  # type: ignore[arg-type]

    assert body(item("tf-0001", told_so)) == f"Peers never plan.{written}"


def test_a_statement_has_its_explanation_too() -> None:
    assert body(true_false(explanation="They do.")).endswith("{FALSE#No.#Peers do plan.####They do.}")


def test_each_number_of_a_cloze_is_a_question() -> None:
    text = gift([cloze(text="I {{c1::see}} and {{c2::hear}}.", explanation="Both.")], HEADER).text

    assert "::cl-0001-c1::[plain]I {=see####Both.} and hear.\n" in text
    assert "::cl-0001-c2::[plain]I see and {=hear####Both.}.\n" in text


def test_a_cloze_of_one_number_has_its_own_name() -> None:
    assert "::cl-0001::[plain]{=See} me" in gift([cloze(text="{{c1::See}} me")], HEADER).text


@pytest.mark.parametrize("text", ["{{c1::a}} and {{c1::b}}", "{{c1::a -> b}} is so"])
def test_a_cloze_that_gift_cannot_ask_is_left_out(text: str) -> None:
    done = gift([cloze(text=text)], HEADER)

    assert [name for name, _ in done.left_out] == ["cl-0001"]
    assert done.written == 0


def test_the_back_of_a_basic_item_is_told_afterwards() -> None:
    assert body(basic(explanation="Her life.")) == "Who decides?{####The person.\\n\\nHer life.}"


def test_a_story_and_a_note_stand_before_the_question() -> None:
    one = told("sc-0001", 1, "She laughs.", content_note="This is about loss.", media={"a.mp3": "A sigh"})

    assert body(one).startswith(
        "This is about loss.\\n\\nAna is late.\\n\\nShe cries.\\n\\nShe laughs.\\n\\nSound\\: A sigh"
    )
    assert dict(gift([one], HEADER).joined) == {Part.SCENARIO: 1, Part.CONTENT_NOTE: 1, Part.MEDIA: 1}


def test_a_category_is_told_where_it_changes() -> None:
    text = gift([single(), single("al-0002"), single("al-0003", topic="a/b")], HEADER).text

    assert [line for line in text.splitlines() if line.startswith("$")] == [
        "$CATEGORY: Listening/timing",
        "$CATEGORY: Listening/a//b",
    ]


def test_without_domain_and_topic_the_category_is_the_top() -> None:
    assert "$CATEGORY: top\n" in gift([single(domain="", topic="")], HEADER).text


def test_tags_stand_in_the_comment() -> None:
    assert "// [id:al-0001] [tag:x] [tag:y]\n" in gift([single(tags=("x", "y"))], HEADER).text


def test_what_cannot_be_carried_is_counted() -> None:
    done = gift([multiple(shuffle=False, source=("wi",))], HEADER)

    assert dict(done.lost) == {Part.ALL_OR_NOTHING: 1, Part.FIXED: 1, Part.SOURCE: 1}
    assert dict(gift([basic(explanation="It is hers.")], HEADER).lost) == {Part.BACK_ALONE: 1}
