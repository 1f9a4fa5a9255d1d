"""The plain protocol of a mock exam: one action per line, close to that of study (`cli.study.lines`)."""

from typing import Final

from cpsprep.cli.exam.telling import exam_letters
from cpsprep.cli.study.lines import Refused
from cpsprep.core.events import Confidence
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.exam import LEGAL, Exam, Phase
from cpsprep.core.item import Kind

_CONFIDENCE: Final = {"g": Confidence.GUESS, "s": Confidence.SURE}
_ALONE: Final[tuple[act.Action, ...]] = (
    *(act.Next(), act.Previous(), act.NextOpen(), act.NextMarked(), act.Mark(), act.Clear()),
    *(act.Overview(), act.Time(), act.Repeat(), act.Options(), act.Pause()),
    *(act.Submit(), act.Confirm(), act.GoBack(), act.Help(), act.Leave()),
)
"""Actions that are one word; plain lines show no clock, so there is none to hide."""
_ENTER: Final[dict[Phase, act.Action]] = {
    Phase.NOTE: act.Continue(),
    Phase.ASKING: act.Next(),
    Phase.BREAK: act.Return(),
}
_MORE: Final[dict[str, act.Action]] = {"back": act.Previous(), "return": act.Return(), "quit": act.Leave()}
_PAIR: Final = 2


def parse(line: str, exam: Exam) -> act.Action | Refused:
    """What a line means at this point of an exam; letters of options come first, as in study."""
    words = line.casefold().replace(",", " ").split()
    if not words:
        return _ENTER.get(exam.phase) or Refused(_fitting(exam))
    return _answer(words, exam) or _strike(words, exam) or _command(words, exam) or Refused(_fitting(exam))


def _answer(words: list[str], exam: Exam) -> act.Action | Refused | None:
    if exam.phase is not Phase.ASKING:
        return None
    known = exam_letters(exam)
    confidence = None
    if words[-1] in _CONFIDENCE and words[-1] not in known:
        confidence, words = _CONFIDENCE[words[-1]], words[:-1]
        if not words:
            return _felt(exam, confidence)
    if not all(len(word) == 1 and "a" <= word <= "h" for word in words):
        return None
    if any(word not in known for word in words):
        return None if words == ["f"] and confidence is None else Refused(_fitting(exam))
    if len(words) > 1 and exam.slot.body.kind is not Kind.MULTIPLE:
        return Refused("This question has one answer. Type one letter.")
    return act.Choose(tuple(dict.fromkeys(known[word] for word in words)), confidence)


def _felt(exam: Exam, confidence: Confidence) -> act.Action | Refused:
    """`g` or `s` alone is about the answer that stands there."""
    if not exam.place.chosen:
        return Refused("Type the letter of your answer first, such as: b g.")
    return act.Choose(exam.place.chosen, confidence)


def _strike(words: list[str], exam: Exam) -> act.Action | Refused | None:
    names = act.WORDS[act.Strike]
    if words[0] not in {names.letter, names.word} or exam.phase is not Phase.ASKING:
        return None
    known = exam_letters(exam)
    if len(words) != _PAIR or words[1] not in known:
        return Refused(f"Type x and one letter from a to {max(known)}, such as: x b.")
    return act.Strike(known[words[1]])


def _command(words: list[str], exam: Exam) -> act.Action | Refused | None:
    legal = LEGAL[exam.phase]
    if len(words) != 1:
        return None
    if words[0].isdecimal() and act.GoTo in legal:
        number, last = int(words[0][:9]), len(exam.places)
        return act.GoTo(number) if 1 <= number <= last else Refused(f"There are questions 1 to {last}.")
    meant = [action for action in _ALONE if words[0] in _names(type(action))]
    meant += [_MORE[words[0]]] if words[0] in _MORE else []
    fitting = next((action for action in meant if type(action) in legal), None)
    if fitting is None and meant:
        return Refused(f'"{words[0]}" is not possible now. Type ? for what is possible.')
    return fitting


def _names(action: type) -> set[str]:
    words = act.WORDS[action]
    return {name for name in (words.letter, words.word) if name}


def _fitting(exam: Exam) -> str:
    match exam.phase:
        case Phase.NOTE:
            return "Press Enter to see the question, or type n to go past it, or ? for help."
        case Phase.BREAK:
            return "This is a break. Press Enter to come back, or type ? for help."
        case Phase.CONFIRMING:
            return "Type yes to hand it in, or no to go back."
        case Phase.ASKING:
            return f"Type a letter from {_range(exam)}, a number to go to a question, or ? for help."
        case _:
            return "The exam is over."


def _range(exam: Exam) -> str:
    known = exam_letters(exam)
    return f"a {'or' if len(known) == _PAIR else 'to'} {max(known)}"


def help_lines(exam: Exam) -> list[str]:
    """What can be typed now, from the machine's own table."""
    legal, lines = LEGAL[exam.phase], []
    if exam.phase is Phase.ASKING:
        several = exam.slot.body.kind is Kind.MULTIPLE
        also = ", with a space between letters" if several else ""
        such = "a c g" if several else "b g"
        sure = f"Add g for a guess or s for sure, such as: {such}."
        lines = [f"{_range(exam)}: answer, or change your answer{also}. {sure}"]
    if act.GoTo in legal:
        lines.append("Enter: see the question." if exam.phase is Phase.NOTE else "Enter: next question.")
        lines.append("a number, such as 12: go to that question.")
    if act.Return in legal:
        lines.append(f"Enter: {act.WORDS[act.Return].says}.")
    taken = exam_letters(exam) if exam.phase is Phase.ASKING else {}
    for action, words in act.WORDS.items():
        names = [
            name for name in (words.letter, words.word) if name and name not in taken and name != "Enter"
        ]
        if action in legal and names and action not in _unfit(exam):
            lines.append(f"{' or '.join(names)}: {words.says}.")
    return lines


def _unfit(exam: Exam) -> set[type]:
    """Actions that would lead nowhere in this exam."""
    return {act.HideClock} | (set() if exam.paper.rules.break_minutes else {act.Pause})
