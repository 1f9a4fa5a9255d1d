"""What QTI says after an answer, and to whom: where it goes in a question of ours."""

import pytest

from cpsprep.core.interchange.lms.qti import read_qti
from fakes_import import lines
from fakes_qti import WRITTEN, choices, gave, item, quiz, rule

RIGHT = rule(gave("1"), points="100", shows=["correct_fb"])
WRONG = rule("<other/>", shows=["general_incorrect_fb"])
ASKED = "single: Which? | *x | y | z"


def told(feedback: dict[str, str], *, rules: str = RIGHT + WRONG, sort: str = "", responses: str = "") -> str:
    responses = responses or choices("x", "y", "z")
    (line,) = lines(read_qti(quiz(item(sort, "Which?", responses, rules, feedback)).encode(), "f"))
    return line.removeprefix(ASKED).replace(" | named qti:g1", "").removeprefix(" | ")


@pytest.mark.parametrize(
    ("feedback", "expected"),
    [
        ({"general_fb": "It is theirs."}, "-- It is theirs."),
        ({"correct_fb": "The person decides."}, "why: The person decides."),
        ({"correct_fb": "Correct. The person decides."}, "why: Correct. The person decides."),
        ({"general_incorrect_fb": "Incorrect. Read page 3."}, "-- Read page 3."),
        ({"general_incorrect_fb": "No one may be forced."}, "-- No one may be forced."),
        ({"correct_fb": "See page 3.", "general_incorrect_fb": "See page 3."}, "-- See page 3."),
        (
            {"general_fb": "It is theirs.", "general_incorrect_fb": "Read page 3."},
            "-- It is theirs. | !! feedback to wrong answers: Read page 3.",
        ),
        ({"correct_fb": "<b>Well done!</b>"}, "!! bold"),
    ],
)
def test_what_all_are_told(feedback: dict[str, str], expected: str) -> None:
    assert told(feedback) == expected


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Correct", "Incorrect"),
        ("Well done!", "Sorry, that is not it."),
        ("Yes, that's right.", "Wrong. Please try again."),
        ("GREAT job", "Oops"),
    ],
)
def test_mere_praise_is_nothing_to_keep(right: str, wrong: str) -> None:
    assert told({"correct_fb": right, "general_incorrect_fb": wrong}) == ""


def test_what_is_told_to_the_only_right_or_wrong_option_joins_its_reason() -> None:
    rules = rule(gave("1"), shows=["1_fb"]) + RIGHT + WRONG
    feedback = {"1_fb": "Theirs.", "correct_fb": "As always.", "general_incorrect_fb": "Not so."}

    assert told(feedback, rules=rules, responses=choices("x", "y")) == (
        "single: Which? | *x | y | why: Theirs./As always. | why: Not so."
    )


def test_of_several_right_options_and_of_cards_it_is_the_explanation_without_its_verdict() -> None:
    both = rule(f"<and>{gave('1', '2')}</and>", points="100", shows=["correct_fb"])
    card = rule(gave("hope"), points="100", shows=["correct_fb"])
    feedback = {"correct_fb": "Yes. Correct! Both count."}

    assert told(feedback, rules=both, responses=choices("x", "y", "z", many=True)) == (
        "multiple: Which? | *x | *y | z | -- Both count."
    )
    assert told(feedback, rules=card, responses=WRITTEN) == "basic: Which? = hope | -- Both count."


def test_without_a_key_it_is_nobodys_reason() -> None:
    assert told({"correct_fb": "As always."}, rules=WRONG).endswith("| -- As always.")


def test_other_programs_have_other_names_for_it() -> None:
    rules = (
        rule(gave("1"), points="1", shows=["fine"])
        + rule(f"<or>{gave('2', '3')}</or>", points="1", shows=["some"], action="Subtract")
        + rule(f"<not>{gave('1')}</not>", shows=["Wrong Answer"])
        + rule("<unanswered/>", shows=["No Answer"])
    )
    feedback = {"fine": "So it is.", "Wrong Answer": "Read page 3.", "No Answer": "Read page 3."}

    assert told(feedback, rules=rules) == "why: So it is. | -- Read page 3."
    assert "| -- Both." in told({"part": "Both."}, rules=rule(gave("1", "2"), points="1", shows=["part"]))


def test_a_reason_that_nothing_has_is_left_out() -> None:
    assert told({}, rules=rule(gave("1"), points="1", shows=["gone"])) == ""


def test_a_picture_of_mere_praise_is_told_in_words() -> None:
    feedback = {"correct_fb": '<p>Correct</p><img src="a.png" alt="a.png">'}

    assert told(feedback) == "!! a picture of feedback"


def test_pictures_in_what_is_not_kept_are_told_in_words() -> None:
    long = "Read this again: " + "and " * 8
    feedback = {
        "general_fb": "So.",
        "general_incorrect_fb": f'{long}<img src="folder/a.png" alt="a clock on the wall">',
    }

    assert told(feedback).endswith(
        "!! feedback to wrong answers: Read this again: and and and and and and and and [picture..."
    )


def test_feedback_to_answers_that_are_no_part_of_the_question_is_told() -> None:
    typed = rule(gave("hope"), points="100") + rule(gave("fear"), shows=["2_fb"])
    gap = rule(gave("1", to="response_so"), points="100", shows=["1_fb"])

    assert told({"2_fb": "Not fear."}, rules=typed, responses=WRITTEN) == (
        "basic: Which? = hope | !! feedback to other answers"
    )
    blank = item("", "[so]", choices("x", name="response_so"), gap, {"1_fb": "So."})
    sorted_ = blank.replace(
        "<qtimetadata>", "<qtimetadata><qtimetadatafield>" + FIB + "</qtimetadatafield>", 1
    )
    assert lines(read_qti(quiz(sorted_).encode(), "f")) == [
        "cloze: {{c1::x}} | named qti:g1 | !! feedback to the answers of a gap"
    ]


FIB = "<fieldlabel>question_type</fieldlabel><fieldentry>fill_in_multiple_blanks_question</fieldentry>"


def test_an_essay_has_what_the_right_are_told_as_its_answer() -> None:
    feedback = {"correct_fb": "Listening.", "general_incorrect_fb": "Read page 3."}

    assert told(feedback, sort="essay_question", rules="", responses=WRITTEN) == (
        "basic: Which? = Listening. | !! the form of an essay; its feedback became the answer "
        "| !! feedback to wrong answers"
    )
