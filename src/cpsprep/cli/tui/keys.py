"""What a key means at this point of a sitting, and the help that says so, from the machine's own table."""

from typing import Final, NamedTuple

from cpsprep.cli.study.telling import Block, Role
from cpsprep.cli.tui.hand import choices
from cpsprep.core.events import Confidence
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.session import LEGAL, Phase, Session


class Pick(NamedTuple):
    """Select an option, or take it back where several are asked for."""

    letter: str


class Move(NamedTuple):
    """Go up or down the options."""

    by: int


class Submit(NamedTuple):
    """Answer with what is selected."""

    confidence: Confidence | None = None


class Toggle(NamedTuple):
    """Select or take back the option under the cursor."""


class Scroll(NamedTuple):
    """Move the text by pages (`by`), by lines (`lines`) or to an end."""

    by: float = 0
    lines: int = 0


class Command(NamedTuple):
    """One of the machine's actions."""

    action: type[act.Action]


Meaning = Pick | Move | Submit | Toggle | Scroll | Command

# Letters up to h belong to options, so these two differ from the plain protocol; repeat and options are not
# needed where everything stays on the screen.
_OWN: Final[dict[type, tuple[str, ...]]] = {
    act.Undo: ("u", "ctrl+z"),
    act.Skip: ("-",),
    act.SetAside: ("@",),
    act.Edit: ("ctrl+e",),
}
_ON_SCREEN: Final = {act.Repeat, act.Options}
KEYS: Final[dict[type, tuple[str, ...]]] = {
    action: _OWN.get(action, (words.letter,))
    for action, words in act.WORDS.items()
    if action in _OWN or (words.letter and action not in _ON_SCREEN)
}
_ACTIONS: Final = {key: action for action, keys in KEYS.items() for key in keys}
_CONFIDENCE: Final = {"g": Confidence.GUESS, "s": Confidence.SURE}
SCROLLS: Final = {
    "pagedown": Scroll(by=1),
    "pageup": Scroll(by=-1),
    "home": Scroll(by=float("-inf")),
    "end": Scroll(by=float("inf")),
}
STEPS: Final = {"down": 1, "up": -1}


def meaning(key: str, session: Session) -> Meaning | None:
    """What this key does now; None when nothing. Letters of options win while the options are asked."""
    legal, open_ = LEGAL[session.phase], choices(session)
    if key in open_:
        return Pick(key)
    if key in SCROLLS:
        return SCROLLS[key]
    if key in STEPS:
        return Move(STEPS[key]) if open_ else Scroll(lines=STEPS[key])
    if key == "space" and open_:
        return Toggle() if session.takes_several else Scroll(by=1)
    if key in {"enter", "space"}:
        return Submit() if open_ else Command(act.Continue)
    if key in _CONFIDENCE and session.phase in {Phase.ASKING, Phase.REVEALED}:
        return Submit(_CONFIDENCE[key])
    if key == "d" and session.phase is Phase.NOTE:
        return Command(act.Skip)
    action = _ACTIONS.get(key)
    return Command(action) if action in legal else None


def spoken(key: str) -> str:
    """A key as it is called on a keyboard."""
    return f"Ctrl+{key[-1].upper()}" if len(key) > 1 else key


def help_blocks(session: Session) -> list[Block]:
    """Every key that does something now."""
    open_ = choices(session)
    rows: list[tuple[str, str]] = []
    if open_:
        rows.append((f"{open_[0]} to {open_[-1]}", "select it; Enter answers"))
        rows.append(("Up, Down", "go through them"))
    if session.takes_several:
        rows.append(("Space", "select or take back; several can be right"))
    if session.phase in {Phase.ASKING, Phase.REVEALED}:
        says = {"g": "answer, and say that you are guessing", "s": "answer, and say that you are sure"}
        rows += [(key, text) for key, text in says.items() if key not in open_]
    if act.Continue in LEGAL[session.phase]:
        rows.append(("Enter", act.WORDS[act.Continue].says))
    for action, keys in KEYS.items():
        free = [key for key in keys if key not in open_]
        if session.phase is Phase.NOTE and action is act.Skip:
            free.append("d")
        if action in LEGAL[session.phase] and free:
            rows.append((", ".join(map(spoken, free)), act.WORDS[action].says))
    rows += [("PgUp, PgDn", "read on in long text"), ("Ctrl+T", "dark or light"), ("Ctrl+C", "quit, as q")]
    return [Block(Role.OPTION, f"{says}.", keys) for keys, says in rows]


def nothing_selected(session: Session) -> str:
    """What is said when Enter comes before a selection."""
    open_ = choices(session)
    if session.takes_several:
        return f"Press each letter that fits, {open_[0]} to {open_[-1]}, then Enter."
    return f"Press {open_[0]} to {open_[-1]} first, then Enter."


def hint(session: Session) -> str:
    """A line for the first questions that says what to press."""
    match session.phase:
        case Phase.ASKING if session.takes_several:
            return "Press each letter that fits, then Enter."
        case Phase.ASKING:
            free = "g" not in choices(session)
            more = " In place of Enter, g says that you are guessing, s that you are sure." if free else ""
            return f"Press the letter of your answer, then Enter.{more}"
        case Phase.RECALLING:
            return "Think of the answer, then press Enter."
        case Phase.REVEALED:
            return "Press a or b, then Enter."
        case Phase.FEEDBACK:
            return "Press Enter to go on, m for more, u to take it back."
        case _:
            return ""
