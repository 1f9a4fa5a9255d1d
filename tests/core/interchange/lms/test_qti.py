"""QTI 1.2: quizzes of Canvas, of Common Cartridge, and of programs that say less of what they mean."""

import pytest

from cpsprep.core.interchange.draft import Found, HostileError
from cpsprep.core.interchange.lms.qti import read_qti
from fakes_import import lines, remarks, skipped
from fakes_qti import WRITTEN, choices, gave, item, quiz, rule, section, text

ONE = item(
    "multiple_choice_question",
    "<p>Who <b>decides</b>?</p>",
    choices("The peer", "The person", "Nobody"),
    rule(gave("1"), shows=["1_fb"])
    + rule(gave("2"), shows=["2_fb"])
    + rule("<other/>", shows=["general_fb"])
    + rule(gave("2"), points="100", shows=["correct_fb"]),
    {"1_fb": "Not she.", "2_fb": "Yes.", "general_fb": "It is theirs.", "correct_fb": "Well done."},
)


def read(*items: str) -> Found:
    return read_qti(quiz(*items).encode(), "f")


def asked(stem: str, *, ident: str = "g1") -> str:
    rules = rule(gave("2"), points="100")
    return item("multiple_choice_question", stem, choices("x", "y"), rules, ident=ident)


TWO, THREE = asked("Two?"), asked("Three?")


def test_one_right_option_with_what_is_said_to_whom() -> None:
    found = read(ONE)

    (told,) = lines(found)
    assert told == (
        "single: Who decides? | The peer | *The person | Nobody | why: Not she. | why: Yes. "
        "| -- It is theirs. | named qti:g1 | !! bold"
    )
    assert found.title == "Midterm"
    assert [one.why for one in found.drafts[0].options] == ["Not she.", "Yes.", ""]


ALL_OF = rule(f"<and>{gave('1')}<not>{gave('2')}</not>{gave('3')}</and>", points="100")
EACH = rule(gave("1"), points="50", action="Add") + rule(gave("3"), points="50", action="Add")


@pytest.mark.parametrize("sort", ["multiple_answers_question", ""])
@pytest.mark.parametrize("rules", [ALL_OF, EACH])
def test_several_right_options(sort: str, rules: str) -> None:
    found = read(item(sort, "Which?", choices("x", "y", "z", many=True), rules))

    assert lines(found) == ["multiple: Which? | *x | y | *z | named qti:g1"]


@pytest.mark.parametrize("words", [("True", "False"), ("false", "true")])
def test_statements(words: tuple[str, str]) -> None:
    right = str(words.index(next(one for one in words if one.lower() == "true")) + 1)
    rules = rule(gave(right), shows=["t_fb"]) + rule(gave(right), points="100")

    found = read(item("true_false_question", "So.", choices(*words), rules, {"t_fb": "It is."}))

    assert lines(found) == ["truefalse: So. = true | why: It is. | named qti:g1"]


def test_a_statement_without_a_key_needs_one() -> None:
    found = read(item("true_false_question", "So.", choices("True", "False")))

    assert lines(found) == ["truefalse: So. = ? | named qti:g1"]
    assert not found.drafts[0].has_key


def test_a_short_answer_becomes_a_card() -> None:
    rules = rule(gave("hope"), shows=["a_fb"]) + rule(gave("hope", "Hope.", "trust"), points="100")

    found = read(
        item("short_answer_question", "What?", WRITTEN, rules, {"a_fb": "It is.", "general_fb": "All."})
    )

    assert lines(found) == [
        "basic: What? = hope | -- Also accepted: Hope.; trust./It is./All. | named qti:g1"
    ]


@pytest.mark.parametrize(
    ("sort", "responses", "told"),
    [
        ("essay_question", WRITTEN, "1 essay"),
        ("matching_question", choices("x") + choices("y"), "1 matching"),
        ("numerical_question", WRITTEN, "1 numerical"),
        ("calculated_question", WRITTEN, "1 calculated"),
        ("file_upload_question", "", "1 file upload"),
        ("short_answer_question", WRITTEN, "1 short answer"),
        ("fill_in_multiple_blanks_question", "", "1 blanks"),
        ("fill_in_multiple_blanks_question", choices("x", name="response_none"), "1 blanks"),
        ("hotspot", "", "1 hotspot"),
        ("", choices("x") + choices("y"), "1 question with several parts"),
        ("", choices("x", "y") + choices("y", "x"), "1 matching"),
        ("", choices("x", "y").replace("Single", "Ordered"), "1 ordering"),
        ("", WRITTEN.replace("<render_fib/>", '<render_fib fibtype="Decimal"/>'), "1 numerical"),
        ("", "", "1 text"),
        ("", WRITTEN, "1 essay"),
    ],
)
def test_what_has_no_form_here_is_skipped_with_its_sort(sort: str, responses: str, told: str) -> None:
    assert skipped(read(item(sort, "Which?", responses))) == [told]


def test_an_essay_with_feedback_becomes_a_card() -> None:
    found = read(item("essay_question", "Why?", WRITTEN, "", {"general_fb": "So."}))

    assert lines(found) == [
        "basic: Why? = So. | named qti:g1 | !! the form of an essay; its feedback became the answer"
    ]


def test_an_item_with_more_choices_or_conditions_than_any_is_told() -> None:
    many = choices(*map(str, range(200)))

    assert skipped(read(item("", "Which?", many))) == ["1 too long"]
    assert skipped(read(item("", "Which?", choices("x", "y"), rule(gave("1"), points="1") * 201))) == [
        "1 too long"
    ]


def test_a_question_without_text_is_told_and_where_its_sort_has_no_form_that() -> None:
    def told(sort: str) -> list[str]:
        return skipped(read(item(sort, "", choices("x", "y"), "", {"general_fb": "So."})))

    assert told("multiple_choice_question") == ["1 without a stem"]
    assert told("hot_spot_question") == ["1 hot spot"]
    assert told("essay_question") == ["1 essay"]


def test_the_text_may_stand_inside_of_the_response() -> None:
    inside = choices("x", "y").replace("<render_choice>", f"{text('Which?')}<render_choice>")

    assert lines(read(item("", "", inside, rule(gave("1"), points="1")))) == [
        "single: Which? | *x | y | named qti:g1"
    ]


def test_of_options_with_points_that_differ_only_the_best_is_right() -> None:
    rules = rule(gave("1"), points="10") + rule(gave("2"), points="5")
    sort = "multiple_choice_question"

    assert lines(read(item(sort, "Which?", choices("x", "y"), rules))) == [
        "single: Which? | *x | y | named qti:g1 | !! points for options that are half right"
    ]
    assert lines(read(item(sort, "So.", choices("True", "False"), rules))) == [
        "truefalse: So. = true | named qti:g1"
    ]


def test_of_sets_of_options_only_the_best_is_right_and_of_two_nobody_knows() -> None:
    def told(*points: str) -> list[str]:
        sets = (("1", "2"), ("1", "3"))
        rules = "".join(
            rule(f"<and>{gave(*one)}</and>", points=earned) for one, earned in zip(sets, points, strict=True)
        )
        return lines(read(item("", "Which?", choices("x", "y", "z", many=True), rules)))

    assert told("100", "50") == ["multiple: Which? | *x | *y | z | named qti:g1"]
    assert told("100", "100") == ["multiple: Which? | x | y | z | named qti:g1"]


CARTRIDGE = "<fieldlabel>cc_profile</fieldlabel><fieldentry>{}</fieldentry>"


@pytest.mark.parametrize(
    ("profile", "made"),
    [
        ("cc.multiple_choice.v0p1", "single: Which? | x | *y | named qti:g1"),
        ("cc.multiple_response.v0p1", "multiple: Which? | x | *y | named qti:g1"),
    ],
)
def test_common_cartridge(profile: str, made: str) -> None:
    told = item("SORT", "Which?", choices("x", "y"), rule(gave("2"), points="100"))
    told = told.replace(
        "<fieldlabel>question_type</fieldlabel><fieldentry>SORT</fieldentry>", CARTRIDGE.format(profile)
    )

    assert lines(read(told)) == [made]


@pytest.mark.parametrize("sort", ["multiple_choice", "Multiple Choice", "Either/Or"])
def test_other_programs_have_other_names_for_the_same(sort: str) -> None:
    found = read(item(sort, "Which?", choices("x", "y"), rule(gave("2"), points="1")))

    assert lines(found) == ["single: Which? | x | *y | named qti:g1"]


def test_names_of_all_points_and_points_that_are_taken_away() -> None:
    rules = rule(gave("1"), points="1", action="Subtract") + rule(gave("2"), points="SCORE.max")

    assert lines(read(item("", "Which?", choices("x", "y"), rules))) == [
        "single: Which? | x | *y | named qti:g1"
    ]
    assert lines(read(item("", "Which?", choices("x", "y"), rule(gave("1"), points="odd")))) == [
        "single: Which? | x | y | named qti:g1"
    ]


def test_titles_of_sections_become_topics() -> None:
    found = read(section("Ethics", ONE), TWO)

    assert [one.topic for one in found.drafts] == ["Ethics", ""]


def test_a_text_above_questions_is_their_story() -> None:
    story = f"Dana is a baker who has lost hours at work, {'and she sits in the respite, ' * 3}and waits."

    found = read(ONE, item("text_only_question", f"<p>{story}</p>"), TWO, THREE)

    assert [one.story for one in found.drafts] == ["", story, story]


def test_a_text_that_says_of_how_many_questions_it_is() -> None:
    found = read(item("text_only_question", "Questions 1 to 2: Dana weeps."), ONE, TWO, THREE)

    assert [one.story for one in found.drafts] == ["Dana weeps.", "Dana weeps.", ""]


def test_a_text_above_one_question_is_a_part_of_it() -> None:
    found = read(item("text_only_question", "Read this for the next question. Dana weeps."), TWO, THREE)

    assert [one.stem for one in found.drafts] == ["Dana weeps.\n\nTwo?", "Three?"]


def test_questions_are_counted_as_canvas_does_without_the_texts_between_them() -> None:
    text = item("text_only_question", "Choose the best answer.")
    quiz = f"<questestinterop><assessment title='Q'>{ONE}{text}{TWO}</assessment></questestinterop>"

    found = read_qti(quiz.encode(), "f.zip", "q.xml")

    assert [str(draft.where) for draft in found.drafts] == [
        "f.zip, 'Q', question 1",
        "f.zip, 'Q', question 2",
    ]
    assert str(found.remarks[0].where) == "f.zip, 'Q', text above question 2"


def test_a_text_that_may_be_of_any_question_is_told() -> None:
    found = read(item("text_only_question", "Choose the best answer."), ONE, item("text_only_question", ""))

    assert remarks(found)[0].startswith("1 a text that asks nothing, and it is not clear of which questions")
    assert found.drafts[0].story == ""


def test_a_broken_file_is_told_with_its_place_and_a_document_type_of_the_standard_is_passed_over() -> None:
    assert skipped(read_qti(b"<questestinterop>\n<item></questestinterop>", "f")) == ["2 broken file"]
    assert str(read_qti(b"<questestinterop>", "f.zip", "a.xml").skipped[0].where).startswith("f.zip, a.xml:")

    declared = quiz(ONE).replace(
        "<questestinterop", '<!DOCTYPE questestinterop SYSTEM "x.dtd"><questestinterop', 1
    )
    assert len(read_qti(declared.encode(), "f").drafts) == 1

    with pytest.raises(HostileError):
        read_qti(declared.replace('"x.dtd"', '"x.dtd" [<!ENTITY a "b">]').encode(), "f")
