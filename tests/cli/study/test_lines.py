"""The plain protocol (frozen): what each line means at each point of a sitting."""

import pytest

from cpsprep.cli.study.lines import Refused, help_lines, parse
from cpsprep.core.events import Confidence, FlagReason
from cpsprep.core.item import Kind, OptionId
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.grading import Rating
from cpsprep.core.sitting.session import LEGAL, Phase, Session
from cpsprep.core.sitting.steps import step
from fakes_study import BASIC, FakeClock, choice, question, questions, session, truefalse

SEVEN = {letter: f"Option {letter}." for letter in "abcdefg"}
MULTIPLE = choice(kind=Kind.MULTIPLE, answer=("a", "c"))


def at(phase: Phase) -> Session:
    """A sitting that stands in this phase."""
    clock = FakeClock()
    paths: dict[Phase, tuple[Session, tuple[act.Action, ...]]] = {
        Phase.NOTE: (session(question(content_note="A note.")), ()),
        Phase.ASKING: (session(*questions(2)), ()),
        Phase.RECALLING: (session(question(body=BASIC)), ()),
        Phase.REVEALED: (session(question(body=BASIC)), (act.Continue(),)),
        Phase.FEEDBACK: (session(*questions(2)), (choose("b"),)),
        Phase.GRADING: (session(*questions(2)), (choose("b"), act.ChangeGrade())),
        Phase.DONE: (session(), ()),
    }
    now, moves = paths[phase]
    for move in moves:
        now, _ = step(now, move, clock.now())
    return now


def choose(*letters: str, confidence: Confidence | None = None) -> act.Choose:
    return act.Choose(tuple(OptionId(letter) for letter in letters), confidence)


@pytest.mark.parametrize(
    ("phase", "line", "action"),
    [
        (Phase.ASKING, "b\n", choose("b")),
        (Phase.ASKING, "  B  \n", choose("b")),
        (Phase.ASKING, "b g", choose("b", confidence=Confidence.GUESS)),
        (Phase.ASKING, "b s", choose("b", confidence=Confidence.SURE)),
        (Phase.ASKING, "D", choose("d")),
        (Phase.ASKING, "c", choose("c")),
        (Phase.ASKING, "defer", act.Skip()),
        (Phase.ASKING, "aside", act.SetAside()),
        (Phase.ASKING, "u", act.Undo()),
        (Phase.ASKING, "undo", act.Undo()),
        (Phase.ASKING, "r", act.Repeat()),
        (Phase.ASKING, "o", act.Options()),
        (Phase.ASKING, "i", act.Info()),
        (Phase.ASKING, "?", act.Help()),
        (Phase.ASKING, "q", act.Quit()),
        (Phase.ASKING, "QUIT", act.Quit()),
        (Phase.ASKING, "edit", act.Edit()),
        (Phase.ASKING, "e", act.Edit()),
        (Phase.ASKING, "f unclear Who speaks?", act.Flag(FlagReason.UNCLEAR, "Who speaks?")),
        (Phase.ASKING, "f two-answers", act.Flag(FlagReason.TWO_ANSWERS)),
        (Phase.ASKING, "flag I think B", act.Flag(FlagReason.OTHER, "I think B")),
        (Phase.NOTE, "", act.Continue()),
        (Phase.NOTE, "d", act.Skip()),
        (Phase.RECALLING, "\n", act.Continue()),
        (Phase.RECALLING, "d", act.Skip()),
        (Phase.REVEALED, "a", act.Judge(knew=True)),
        (Phase.REVEALED, "b", act.Judge(knew=False)),
        (Phase.REVEALED, "a s", act.Judge(knew=True, confidence=Confidence.SURE)),
        (Phase.REVEALED, "m", act.More()),
        (Phase.FEEDBACK, "", act.Continue()),
        (Phase.FEEDBACK, "c", act.ChangeGrade()),
        (Phase.FEEDBACK, "m", act.More()),
        (Phase.FEEDBACK, "f wrong-key", act.Flag(FlagReason.WRONG_KEY)),
        (Phase.GRADING, "1", act.Rate(Rating.AGAIN)),
        (Phase.GRADING, "2", act.Rate(Rating.HARD)),
        (Phase.GRADING, "3", act.Rate(Rating.GOOD)),
        (Phase.GRADING, "4", act.Rate(Rating.EASY)),
        (Phase.GRADING, "", act.Continue()),
    ],
)
def test_a_line_is_an_action(phase: Phase, line: str, action: act.Action) -> None:
    assert parse(line, at(phase)) == action


@pytest.mark.parametrize(
    ("phase", "line", "words"),
    [
        (Phase.ASKING, "", "Type the letter"),
        (Phase.ASKING, "x", "from a to d"),
        (Phase.ASKING, "h", "a to d"),
        (Phase.ASKING, "a c", "one answer"),
        (Phase.ASKING, "1", "from a to d"),
        (Phase.ASKING, "m", "not possible now"),
        (Phase.ASKING, "f", "Reasons: wrong-key, two-answers, unclear, language, other"),
        (Phase.ASKING, "f", "wrong-key means: the answer given as right is not."),
        (Phase.ASKING, "listen to her", "from a to d"),
        (Phase.ASKING, "a x", "from a to d"),
        (Phase.REVEALED, "", "a if you knew it"),
        (Phase.REVEALED, "c", "not possible now"),
        (Phase.REVEALED, "zz", "a if you knew it"),
        (Phase.FEEDBACK, "3", "type c first"),
        (Phase.FEEDBACK, "b", "This question is answered. Press Enter"),
        (Phase.GRADING, "5", "1 to 4"),
        (Phase.NOTE, "a", "Press Enter to go on, or type d"),
        (Phase.RECALLING, "Rogers", "You need not type the answer."),
        (Phase.DONE, "zz", "? for help"),
    ],
)
def test_any_other_line_gets_one_message(phase: Phase, line: str, words: str) -> None:
    refusal = parse(line, at(phase))

    assert isinstance(refusal, Refused)
    assert words in refusal.text
    assert "\n" not in refusal.text


@pytest.mark.parametrize("line", ["\u0430", "\u0434\u0430", "\uff21"], ids=["a", "word", "wide"])
@pytest.mark.parametrize("phase", [Phase.NOTE, Phase.ASKING, Phase.REVEALED, Phase.FEEDBACK])
def test_a_keyboard_of_another_alphabet_is_named(phase: Phase, line: str) -> None:
    assert said(line, at(phase)).startswith("Your keyboard seems to be set to another alphabet. ")


@pytest.mark.parametrize("line", ["\u00fc", "e\u0301", "\u2026", "\ufffd", "zz"])
def test_accents_and_signs_are_no_other_alphabet(line: str) -> None:
    assert said(line, at(Phase.ASKING)) == "Type a letter from a to d, or ? for help."


def said(line: str, now: Session) -> str:
    refusal = parse(line, now)
    assert isinstance(refusal, Refused)
    return refusal.text


def test_two_letters_are_both_named() -> None:
    assert said("x", session(question(body=truefalse()))) == "Type a or b, or ? for help."
    assert help_lines(session(question(body=truefalse())))[0].startswith("a or b: answer.")


def test_where_several_are_asked_the_messages_speak_of_letters() -> None:
    several = session(question(body=MULTIPLE))

    assert said("", several) == "Type the letters of your answer, then press Enter."
    assert said("ab", several) == "Type letters from a to d with a space between, or ? for help."
    assert help_lines(several)[0].startswith("a to d: answer, with a space between letters.")


def test_several_letters_answer_where_several_are_asked() -> None:
    several = session(question(body=MULTIPLE))

    assert parse("a c", several) == choose("a", "c")
    assert parse("a, c s", several) == choose("a", "c", confidence=Confidence.SURE)
    assert parse("c c", several) == choose("c")


def test_with_seven_options_g_is_an_option() -> None:
    wide = session(question(body=choice(options=SEVEN, kind=Kind.MULTIPLE, answer=("a",))))

    assert parse("b g", wide) == choose("b", "g")
    assert parse("b s", wide) == choose("b", confidence=Confidence.SURE)


def test_with_six_options_f_is_an_option_and_the_word_flags() -> None:
    wide = session(question(body=choice(options=dict(list(SEVEN.items())[:6]))))

    assert parse("f", wide) == choose("f")
    assert parse("flag unclear", wide) == act.Flag(FlagReason.UNCLEAR)


@pytest.mark.parametrize("phase", Phase)
def test_the_help_names_what_is_legal_and_nothing_else(phase: Phase) -> None:
    now = at(phase)
    told = "\n".join(help_lines(now))

    for action, words in act.WORDS.items():
        if words.word and action is not act.Continue:
            assert (f"{words.word}: {words.says}." in told) is (action in LEGAL[phase])
    assert ("Enter: " in told) is (act.Continue in LEGAL[phase])


def test_the_help_of_a_question_gives_its_letters_to_the_options() -> None:
    assert "defer: leave this question until tomorrow." in help_lines(at(Phase.ASKING))
    assert "d or defer: leave this question until tomorrow." in help_lines(at(Phase.NOTE))
