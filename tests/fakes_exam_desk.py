"""A learner who starts mock exams: banks, boards and a log in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cpsprep.app.exam_start import ExamWish, Offer, begin_exam, offer, offer_again
from cpsprep.app.exams import begun, named
from cpsprep.core.exam import actions as act
from cpsprep.core.item import Item
from cpsprep.core.records.board import Blueprint
from fakes_boards import FakeBlueprints, board
from fakes_exam import FakeExamLog
from fakes_study import BANK, FakeClock, FakeShelf, bank, choice, item

MANY = tuple(item(f"q-{n}", choice(f"Question {n}?"), shuffle=True) for n in range(20))
NAMES = [one.id for one in MANY]


def a_board(**more: object) -> Blueprint:
    return board("icrc", {"one": NAMES[:10], "two": NAMES[10:]}, **more)


@dataclass
class Desk:
    """A learner, their banks and boards."""

    items: Sequence[Item] = MANY
    boards: Sequence[Blueprint] = ()
    log: FakeExamLog = field(default_factory=FakeExamLog)
    clock: FakeClock = field(default_factory=FakeClock)
    gone: tuple[str, ...] = ()

    @property
    def shelf(self) -> FakeShelf:
        return FakeShelf([bank(*self.items)], gone=self.gone)

    def offer(self, **wish: object) -> Offer:
        found = FakeBlueprints({BANK: self.boards})
        return offer(self.shelf, self.log, self.clock, found, ExamWish(**wish))  # type: ignore[arg-type]

    def again(self, name: str = "", **wish: object) -> Offer:
        old = named(begun(self.log, self.clock.now()), name)
        return offer_again(self.shelf, self.log, self.clock, old, ExamWish(**wish))  # type: ignore[arg-type]

    def begin(self, offered: Offer) -> None:
        begin_exam(offered, self.log, self.clock)

    def take(self, offered: Offer) -> None:
        sitting = begin_exam(offered, self.log, self.clock)
        sitting.do(act.Submit())
        sitting.do(act.Confirm())
