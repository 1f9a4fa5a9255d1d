"""What a learner has selected but not yet answered: a value beside the session, lost without harm."""

from dataclasses import dataclass, replace

from cpsprep.cli.study.telling import letters
from cpsprep.core.events import Confidence
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.grading import Rating
from cpsprep.core.sitting.session import Phase, Session

_RATINGS = dict(zip("1234", Rating, strict=True))


@dataclass(frozen=True, slots=True)
class Hand:
    """`picked` options by letter, the one the arrows stand on, and whether the second layer is open."""

    picked: frozenset[str] = frozenset()
    cursor: str = ""
    more: bool = False


def choices(session: Session) -> tuple[str, ...]:
    """The letters (or the numbers of grades) that can be selected now, from top to bottom."""
    match session.phase:
        case Phase.ASKING:
            return tuple(letters(session))
        case Phase.REVEALED:
            return ("a", "b")
        case Phase.GRADING:
            return tuple(_RATINGS)
        case _:
            return ()


def pick(hand: Hand, letter: str, session: Session) -> Hand:
    """Select this option; where several are asked for, select or take back."""
    picked = hand.picked ^ {letter} if session.takes_several else frozenset({letter})
    return replace(hand, picked=picked, cursor=letter)


def move(hand: Hand, by: int, session: Session) -> Hand:
    """Go up or down the options; where only one can be right, going there selects it."""
    order = choices(session)
    if not order:
        return hand
    first = 0 if by > 0 else len(order) - 1
    at = (order.index(hand.cursor) + by) % len(order) if hand.cursor in order else first
    picked = hand.picked if session.takes_several else frozenset({order[at]})
    return replace(hand, picked=picked, cursor=order[at])


def answer(hand: Hand, session: Session, confidence: Confidence | None = None) -> act.Action | None:
    """What Enter does with this selection, or None when nothing is selected."""
    chosen = [letter for letter in choices(session) if letter in hand.picked]
    if not chosen:
        return None
    match session.phase:
        case Phase.ASKING:
            known = letters(session)
            return act.Choose(tuple(known[letter] for letter in chosen), confidence)
        case Phase.REVEALED:
            return act.Judge(chosen[0] == "a", confidence)
        case _:
            return act.Rate(_RATINGS[chosen[0]])
