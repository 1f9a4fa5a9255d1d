"""A log in memory that tells the history of what was appended to it, as the real one does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cpsprep.core.events import Event, Fact, Moment
from cpsprep.core.history import History
from cpsprep.core.item import Version
from cpsprep.core.replay import replay
from fakes_study import FakeLog


@dataclass
class ReplayLog(FakeLog):
    """Keeps events; `learner` is whose log it is."""

    events: list[Event] = field(default_factory=list)
    learner: str = "learner"

    def append(self, facts: Sequence[Fact], at: Moment, versions: Mapping[Version, str]) -> None:
        super().append(facts, at, versions)
        first = len(self.events)
        self.events += [
            Event(fact, first + number, "here", "sitting", at.at_ms, at.offset_min, at.study_day, "plain")
            for number, fact in enumerate(facts)
        ]

    def history(self, today: int) -> History:
        return replay(self.events, today)
