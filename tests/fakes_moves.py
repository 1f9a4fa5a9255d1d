"""Moves in a sitting, and playing them: the letters answer questions whose right option is a."""

from collections.abc import Sequence

from cpsprep.core.events import EventType, Fact
from cpsprep.core.item import OptionId
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.session import Session
from cpsprep.core.sitting.steps import step
from fakes_study import FakeClock

A, B, C, D = (act.Choose((OptionId(letter),)) for letter in "abcd")
GO = act.Continue()
MISSED: tuple[act.Action, ...] = (B, GO)
KNOWN: tuple[act.Action, ...] = (A, GO)


def play(session: Session, *moves: act.Action, clock: FakeClock | None = None) -> tuple[Session, list[Fact]]:
    clock = clock or FakeClock()
    facts: list[Fact] = []
    for move in moves:
        session, made = step(session, move, clock.now())
        facts.extend(made)
    return session, facts


def standing(facts: Sequence[Fact]) -> list[Fact]:
    """The facts that nothing took back."""
    gone = {fact.target for fact in facts if fact.type == EventType.VOIDED}
    return [fact for fact in facts if fact.id not in gone and fact.type != EventType.VOIDED]
