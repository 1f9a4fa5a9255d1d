"""The plain protocol (frozen): one action per line, case ignored; it becomes an action or a kind refusal."""

from typing import Final, NamedTuple

from cpsprep.cli.study.telling import letters
from cpsprep.core.events import Confidence, FlagReason
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.grading import Rating
from cpsprep.core.sitting.session import LEGAL, Phase, Session

_CONFIDENCE: Final = {"g": Confidence.GUESS, "s": Confidence.SURE}
_RATINGS: Final = dict(zip("1234", Rating, strict=True))
_ALONE: Final[tuple[act.Action, ...]] = (
    *(act.Undo(), act.Skip(), act.SetAside(), act.ChangeGrade(), act.Quit()),
    *(act.Repeat(), act.Options(), act.More(), act.Info(), act.Edit(), act.Help()),
)
"""Actions that are one word."""
_COMMANDS: Final[dict[str, act.Action]] = {
    name: action
    for action in _ALONE
    for name in (act.WORDS[type(action)].letter, act.WORDS[type(action)].word)
    if name
}
_ENTER: Final = {Phase.RECALLING: "the answer", Phase.GRADING: "leave it as it is"}
"""What Enter does where it is more than going on."""
_LAST_LATIN: Final = "\u036f"
"""The last character that belongs to Latin letters and their accents."""
_PAIR: Final = 2


class Refused(NamedTuple):
    """A line that is no action now; the text says what can be typed instead."""

    text: str


def parse(line: str, session: Session) -> act.Action | Refused:
    """What a line means at this point of a sitting.

    Letters of options come first: while a question with options a to d is asked, `d` answers; every command
    also has a whole word, which is never an option.
    """
    words = line.casefold().replace(",", " ").split()
    if not words:
        return _empty(session)
    return _answer(words, session) or _command(words, line, session) or _unknown(session, line)


def _empty(session: Session) -> act.Action | Refused:
    if act.Continue in LEGAL[session.phase]:
        return act.Continue()
    if session.phase is Phase.REVEALED:
        return Refused("Type a if you knew it, b if you did not.")
    letter = "letters" if session.takes_several else "letter"
    return Refused(f"Type the {letter} of your answer, then press Enter.")


def _answer(words: list[str], session: Session) -> act.Action | Refused | None:
    """An answer, if the words can be one."""
    match session.phase:
        case Phase.ASKING:
            return _choice(words, session)
        case Phase.REVEALED:
            *rest, last = words
            confidence = _CONFIDENCE.get(last) if rest else None
            if (rest if confidence else words) in (["a"], ["b"]):
                return act.Judge(words[0] == "a", confidence)
        case Phase.GRADING if len(words) == 1 and words[0] in _RATINGS:
            return act.Rate(_RATINGS[words[0]])
        case Phase.FEEDBACK if len(words) == 1 and words[0] in _RATINGS:
            return Refused("To change the grade, type c first.")
        case _:
            pass
    return None


def _choice(words: list[str], session: Session) -> act.Action | Refused | None:
    known = letters(session)
    confidence = None
    if len(words) > 1 and words[-1] in _CONFIDENCE and words[-1] not in known:
        confidence = _CONFIDENCE[words[-1]]
        words = words[:-1]
    if not all(len(word) == 1 and "a" <= word <= "h" for word in words):
        return None
    if any(word not in known for word in words):
        if len(words) == 1 and (words[0] in _COMMANDS or words[0] == act.WORDS[act.Flag].letter):
            return None
        return _unknown(session)
    if len(words) > 1 and not session.takes_several:
        return Refused("This question has one answer. Type one letter.")
    return act.Choose(tuple(dict.fromkeys(known[word] for word in words)), confidence)


def _command(words: list[str], line: str, session: Session) -> act.Action | Refused | None:
    if words[0] in {act.WORDS[act.Flag].letter, act.WORDS[act.Flag].word}:
        return _flag(line) if act.Flag in LEGAL[session.phase] else None
    action = _COMMANDS.get(words[0]) if len(words) == 1 else None
    if action is None:
        return None
    if type(action) not in LEGAL[session.phase]:
        return Refused(f'"{words[0]}" is not possible now. Type ? for what is possible.')
    return action


def _flag(line: str) -> act.Action | Refused:
    """`f`, then a reason if one fits, then a note in the learner's own words, case kept."""
    _, _, note = line.strip().partition(" ")
    first, _, rest = note.strip().partition(" ")
    if not note.strip():
        reasons = ", ".join(reason.value for reason in FlagReason)
        return Refused(
            f"Say what is wrong, for example: f unclear who is speaking. Reasons: {reasons}. "
            f"The reason {FlagReason.WRONG_KEY.value} means: the answer given as right is not."
        )
    try:
        return act.Flag(FlagReason(first.casefold()), rest.strip())
    except ValueError:
        return act.Flag(FlagReason.OTHER, note.strip())


def _unknown(session: Session, line: str = "") -> Refused:
    """What fits here; a letter that only looks like an a is heard as one, so the keyboard is named."""
    elsewhere = any(char.isalpha() and char > _LAST_LATIN for char in line)
    keyboard = "Your keyboard seems to be set to another alphabet. " if elsewhere else ""
    return Refused(keyboard + _fitting(session))


def _fitting(session: Session) -> str:
    match session.phase:
        case Phase.NOTE:
            return "Press Enter to go on, or type d to leave it until tomorrow, or ? for help."
        case Phase.ASKING if session.takes_several:
            return f"Type letters from {_range(session)} with a space between, or ? for help."
        case Phase.ASKING if len(letters(session)) == _PAIR:
            return f"Type {_range(session)}, or ? for help."
        case Phase.ASKING:
            return f"Type a letter from {_range(session)}, or ? for help."
        case Phase.RECALLING:
            return "You need not type the answer. Think of it, then press Enter, or type ? for help."
        case Phase.REVEALED:
            return "Type a if you knew it, b if you did not, or ? for help."
        case Phase.FEEDBACK:
            return "This question is answered. Press Enter to go on, or type ? for help."
        case Phase.GRADING:
            return "Type a number from 1 to 4, or press Enter to leave it as it is."
        case _:
            return "Type ? for help."


def _range(session: Session) -> str:
    known = letters(session)
    return f"a {'or' if len(known) == _PAIR else 'to'} {max(known)}"


def help_lines(session: Session) -> list[str]:
    """What can be typed now, from the machine's own table."""
    lines = []
    match session.phase:
        case Phase.ASKING:
            several = ", with a space between letters" if session.takes_several else ""
            such = "a c s" if several else "b s"
            sure = f"Add g for a guess or s for sure, such as: {such}."
            lines = [f"{_range(session)}: answer{several}. {sure}"]
        case Phase.REVEALED:
            lines = ["a: you knew it. b: you did not."]
        case Phase.GRADING:
            lines = ["1: again. 2: hard. 3: good. 4: easy."]
        case _:
            pass
    if act.Continue in LEGAL[session.phase]:
        lines.append(f"Enter: {_ENTER.get(session.phase, act.WORDS[act.Continue].says)}.")
    taken = letters(session) if session.phase is Phase.ASKING else {}
    for action, words in act.WORDS.items():
        if action in LEGAL[session.phase] and (words.letter or words.word) and action is not act.Continue:
            names = [name for name in (words.letter, words.word) if name and name not in taken]
            lines.append(f"{' or '.join(names)}: {words.says}.")
    return lines
