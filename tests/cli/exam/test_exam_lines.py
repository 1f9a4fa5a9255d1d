"""What a line means in a mock exam: close to study, and never a surprise."""

import pytest

from cpsprep.cli.exam.lines import help_lines, parse
from cpsprep.cli.study.lines import Refused
from cpsprep.core.events import Confidence
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.exam import LEGAL, Exam, Phase
from fakes_exam import Walk, chosen, option, paper, slot
from fakes_study import choice, item

GUESS, SURE = Confidence.GUESS, Confidence.SURE


def at(phase: Phase) -> Exam:
    walk = Walk.of()
    match phase:
        case Phase.NOTE:
            return walk.do(act.GoTo(3))
        case Phase.BREAK:
            return walk.do(act.Pause())
        case Phase.CONFIRMING:
            return walk.do(act.Submit())
        case Phase.OVER:
            walk.do(act.Submit())
            return walk.do(act.Confirm())
        case _:
            return walk.exam


@pytest.mark.parametrize(
    ("line", "action"),
    [
        ("b", chosen("b")),
        (" B \n", chosen("b")),
        ("b g", chosen("b", confidence=GUESS)),
        ("b, s", chosen("b", confidence=SURE)),
        ("", act.Next()),
        ("n", act.Next()),
        ("next", act.Next()),
        ("p", act.Previous()),
        ("back", act.Previous()),
        ("3", act.GoTo(3)),
        ("u", act.NextOpen()),
        ("f", act.Mark()),
        ("flag", act.Mark()),
        ("m", act.NextMarked()),
        ("x b", act.Strike(option("b"))),
        ("strike b", act.Strike(option("b"))),
        ("clear", act.Clear()),
        ("l", act.Overview()),
        ("t", act.Time()),
        ("r", act.Repeat()),
        ("o", act.Options()),
        ("break", act.Pause()),
        ("submit", act.Submit()),
        ("?", act.Help()),
        ("q", act.Leave()),
        ("quit", act.Leave()),
    ],
)
def test_what_a_line_means_while_a_question_is_asked(line: str, action: act.Action) -> None:
    assert parse(line, at(Phase.ASKING)) == action


@pytest.mark.parametrize(
    ("phase", "line", "action"),
    [
        (Phase.NOTE, "", act.Continue()),
        (Phase.NOTE, "n", act.Next()),
        (Phase.NOTE, "2", act.GoTo(2)),
        (Phase.BREAK, "", act.Return()),
        (Phase.BREAK, "return", act.Return()),
        (Phase.BREAK, "t", act.Time()),
        (Phase.CONFIRMING, "yes", act.Confirm()),
        (Phase.CONFIRMING, "Y", act.Confirm()),
        (Phase.CONFIRMING, "no", act.GoBack()),
        (Phase.CONFIRMING, "n", act.GoBack()),
        (Phase.CONFIRMING, "l", act.Overview()),
        (Phase.OVER, "q", act.Leave()),
    ],
)
def test_what_a_line_means_elsewhere(phase: Phase, line: str, action: act.Action) -> None:
    assert parse(line, at(phase)) == action


@pytest.mark.parametrize(
    ("phase", "line", "says"),
    [
        (Phase.ASKING, "z", "Type a letter from a to d"),
        (Phase.ASKING, "e", "Type a letter from a to d"),
        (Phase.ASKING, "a b", "has one answer"),
        (Phase.ASKING, "99", "questions 1 to 4"),
        (Phase.ASKING, "0", "questions 1 to 4"),
        (Phase.ASKING, "9" * 5000, "questions 1 to 4"),
        (Phase.ASKING, "g", "Type the letter of your answer first"),
        (Phase.ASKING, "x", "one letter from a to d"),
        (Phase.ASKING, "x z", "one letter from a to d"),
        (Phase.ASKING, "yes", "is not possible now"),
        (Phase.ASKING, "return", "is not possible now"),
        (Phase.ASKING, "b please", "Type a letter from a to d"),
        (Phase.NOTE, "b", "Press Enter to see the question"),
        (Phase.NOTE, "x b", "Press Enter to see the question"),
        (Phase.BREAK, "b", "This is a break"),
        (Phase.BREAK, "3", "This is a break"),
        (Phase.CONFIRMING, "", "Type yes to hand it in"),
        (Phase.CONFIRMING, "b", "Type yes to hand it in"),
        (Phase.OVER, "b", "The exam is over"),
    ],
)
def test_a_line_that_fits_nothing_is_told_what_does(phase: Phase, line: str, says: str) -> None:
    answer = parse(line, at(phase))

    assert isinstance(answer, Refused)
    assert says in answer.text


def test_g_alone_is_about_the_answer_that_stands_there() -> None:
    walk = Walk.of()
    walk.do(chosen("b"))

    assert parse("g", walk.exam) == chosen("b", confidence=GUESS)


def test_several_letters_where_several_are_right() -> None:
    walk = Walk.of()
    walk.do(act.Next())

    assert parse("c a s", walk.exam) == chosen("c", "a", confidence=SURE)


def six_options() -> Exam:
    texts = {letter: f"Option {letter}." for letter in "abcdefgh"}
    return Walk.of(paper(slot(item("q-1", choice(options=texts))))).exam


def test_letters_of_options_win_and_whole_words_still_work() -> None:
    exam = six_options()

    assert parse("f", exam) == chosen("f")
    assert parse("g", exam) == chosen("g")
    assert parse("flag", exam) == act.Mark()


def test_two_options_are_a_or_b() -> None:
    exam = Walk.of(paper(slot(item("q-1", choice(options={"a": "Yes.", "b": "No."}))))).exam

    refused = parse("z", exam)

    assert isinstance(refused, Refused)
    assert "a or b" in refused.text


@pytest.mark.parametrize("phase", Phase)
def test_help_names_each_thing_that_can_be_typed_and_it_works(phase: Phase) -> None:
    exam = at(phase)

    for line in help_lines(exam):
        names, _, _ = line.partition(":")
        for name in names.split(" or "):
            if name.isalpha() and len(name) > 1 and name not in {"Enter", "strike"}:
                action = parse(name, exam)
                assert type(action) in LEGAL[phase]


def test_help_leaves_out_what_leads_nowhere() -> None:
    text = "\n".join(help_lines(Walk.of(paper(break_minutes=0.0)).exam))

    assert "break" not in text
    assert "\nclock" not in text


def test_help_names_no_letter_that_is_an_option() -> None:
    assert "flag: flag this question" in "\n".join(help_lines(six_options()))
    assert "f or flag" not in "\n".join(help_lines(six_options()))
