"""What a key means at this point of a mock exam, the keys in the footer, and the help that says so."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from cpsprep.cli.exam.telling import exam_letters
from cpsprep.cli.study.telling import Block, Role
from cpsprep.cli.tui.footer_keys import FooterKey
from cpsprep.cli.tui.keys import SCROLLS, STEPS, Move, Pick, Scroll, Toggle, spoken
from cpsprep.core.events import Confidence
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.exam import LEGAL, Exam, Phase
from cpsprep.core.item import Kind


class Do(NamedTuple):
    """Carry out one of the machine's actions."""

    action: act.Action


class Digit(NamedTuple):
    """Part of the number of a question."""

    digit: str


class StrikeNext(NamedTuple):
    """The next letter strikes out its option."""


class Feel(NamedTuple):
    """Say how sure one is of the answer that stands there."""

    confidence: Confidence


HAND_IN: Final = "Ctrl+S hands it in."
"""Said where the questions end."""
Meaning = Pick | Move | Toggle | Scroll | Do | Digit | StrikeNext | Feel

_KEYS: Final[dict[str, act.Action]] = {
    "n": act.Next(),
    "right": act.Next(),
    "p": act.Previous(),
    "left": act.Previous(),
    "u": act.NextOpen(),
    "m": act.NextMarked(),
    "f": act.Mark(),
    "l": act.Overview(),
    "t": act.Time(),
    "k": act.HideClock(),
    "delete": act.Clear(),
    "backspace": act.Clear(),
    "ctrl+b": act.Pause(),
    "ctrl+s": act.Submit(),
    "?": act.Help(),
    "q": act.Leave(),
}
_ENTER: Final[dict[Phase, act.Action]] = {
    Phase.NOTE: act.Continue(),
    Phase.ASKING: act.Next(),
    Phase.BREAK: act.Return(),
}
_FEELS: Final = {"g": Confidence.GUESS, "s": Confidence.SURE}


def choices(exam: Exam) -> tuple[str, ...]:
    """The letters that can be chosen now, from top to bottom."""
    return tuple(exam_letters(exam)) if exam.phase is Phase.ASKING else ()


def takes_several(exam: Exam) -> bool:
    return exam.slot.body.kind is Kind.MULTIPLE


def meaning(key: str, exam: Exam) -> Meaning | None:
    """What this key does now; None when nothing. Letters of options win."""
    open_ = choices(exam)
    if key in open_:
        return Pick(key)
    if key in SCROLLS:
        return SCROLLS[key]
    if key in STEPS:
        return Move(STEPS[key]) if open_ else Scroll(lines=STEPS[key])
    if key == "space" and open_:
        return Toggle()
    if key in {"enter", "space"}:
        return Do(_ENTER[exam.phase]) if exam.phase in _ENTER else None
    if open_ and key in _FEELS:
        return Feel(_FEELS[key])
    if open_ and key == "x":
        return StrikeNext()
    if key.isdecimal() and act.GoTo in LEGAL[exam.phase]:
        return Digit(key)
    action = _KEYS.get(key)
    return Do(action) if action is not None and type(action) in LEGAL[exam.phase] else None


def exam_help(exam: Exam) -> list[Block]:
    """Every key that does something now."""
    return [Block(Role.OPTION, f"{says}.", keys) for keys, says in _rows(exam)]


def _rows(exam: Exam) -> Iterator[tuple[str, str]]:
    open_, legal = choices(exam), LEGAL[exam.phase]
    if open_:
        several = ", or take it back; several can be right" if takes_several(exam) else ""
        yield f"{open_[0]} to {open_[-1]}", f"choose it; that is your answer{several}"
        yield "Up, Down, Space", "go through the options, and choose"
        yield "g, s", "say that you are guessing, or sure"
        yield "x", "then a letter: strike that option out, or bring it back"
        yield "Delete", act.WORDS[act.Clear].says
    if exam.phase in _ENTER:
        yield "Enter", act.WORDS[type(_ENTER[exam.phase])].says
    if act.GoTo in legal:
        yield "12 Enter", "go to question 12"
        yield "Left, Right", "the question before, the next one (also p, n)"
    told = {act.Next, act.Previous, act.Clear}
    for key, action in _KEYS.items():
        if type(action) in legal and type(action) not in told and key not in open_:
            if isinstance(action, act.Pause) and not exam.paper.rules.break_minutes:
                continue
            yield spoken(key), act.WORDS[type(action)].says
    yield "PgUp, PgDn", "read on in long text"
    yield "Ctrl+T", "dark or light"


def exam_footer(exam: Exam) -> list[FooterKey]:
    """All keys worth showing at this point, in order."""
    return list(_footer(exam))


def _footer(exam: Exam) -> Iterator[FooterKey]:
    open_ = choices(exam)
    match exam.phase:
        case Phase.ASKING:
            yield FooterKey(f"{open_[0]}-{open_[-1]}", "choose", "", bare=True)
            yield FooterKey("Enter", "next", "enter", bare=True)
        case Phase.NOTE:
            yield FooterKey("Enter", "see it", "enter", bare=True)
            yield FooterKey("n", "pass over", "n", rank=1)
        case Phase.BREAK:
            yield FooterKey("Enter", "come back", "enter", bare=True)
        case Phase.OVER:
            yield FooterKey("Enter", "report", "enter")
        case _:
            pass
    if exam.phase in {Phase.ASKING, Phase.NOTE}:
        yield FooterKey("p", "back", "p", rank=3)
        if "f" not in open_:
            yield FooterKey("f", "flag", "f", rank=1)
        yield FooterKey("x", "strike", "x", rank=4)
        yield FooterKey("u", "unanswered", "u", rank=4)
        yield FooterKey("l", "list", "l", rank=0)
        yield FooterKey("Ctrl+S", "hand in", "ctrl+s", rank=2)
    if exam.phase is not Phase.OVER:
        yield FooterKey("?", "help", "?", rank=0)
        yield FooterKey("q", "leave", "q", rank=0)
