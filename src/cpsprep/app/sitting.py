"""A sitting that is kept: every action's facts are on disk before its result is shown."""

from cpsprep.app.ports import Clock, Log
from cpsprep.core.item import Version
from cpsprep.core.sitting.actions import Action
from cpsprep.core.sitting.question import Question
from cpsprep.core.sitting.session import Session
from cpsprep.core.sitting.steps import step
from cpsprep.core.version import canonical


class Sitting:
    """Holds the present session value and moves it on."""

    def __init__(self, session: Session, *, log: Log, clock: Clock) -> None:
        self.session = session
        self._log = log
        self._clock = clock
        self._kept: set[Version] = set()

    def do(self, action: Action) -> Session:
        """Carry out an action and return the new session.

        When the disk refuses, nothing has changed: the same action may be tried again.

        Raises:
            IllegalActionError: the phase does not allow the action.
            CpsprepError: the facts could not be put on disk.
        """
        now = self._clock.now()
        session, facts = step(self.session, action, now)
        if facts:
            versions = self._new_version(self.session.current)
            self._log.append(facts, now, versions)
            self._kept.update(versions)
        self.session = session
        return session

    def _new_version(self, question: Question | None) -> dict[Version, str]:
        if question is None or question.version in self._kept:
            return {}
        return {question.version: canonical(question.item)}
