"""One answer in a bank of 10,000 items, unpainted: step, durable commit, next question; Anki beside."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from benchmarks.made import make_bank
from benchmarks.ratios import Row, seconds
from cpsprep.adapters.bank.shelf import BankShelf
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.adapters.system import SystemClock
from cpsprep.app.sitting import Sitting
from cpsprep.app.study import SittingWish, open_sitting
from cpsprep.core.config.settings import Settings
from cpsprep.core.planning.selection import Selection
from cpsprep.core.sitting import actions as act

ITEMS = 10_000
ANSWERS = 1_000


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        try:
            anki = _anki(Path(folder))
        except ImportError:
            return
        ours = _ours(Path(folder))
        mine, theirs = [], []
        for _ in range(ANSWERS):
            mine.append(seconds(ours))
            theirs.append(seconds(anki))
    yield Row(
        "one answer and the next question", "Anki answer_card + queue", median(mine) / median(theirs), 1.5
    )


def _ours(folder: Path) -> Callable[[], object]:
    bank = make_bank(folder / "bank", ITEMS)
    shelf, clock = BankShelf([bank], folder / "cache"), SystemClock()
    log = SqliteLog(folder / "log.db", session="bench", source="plain")
    everything = SittingWish(selection=Selection(new=ITEMS))
    opened = open_sitting(shelf, log, clock, Settings(new_per_day=ITEMS), everything)
    sitting = Sitting(opened.session, log=log, clock=clock)

    def answer() -> None:
        sitting.do(act.Choose(sitting.session.order[:1]))
        sitting.do(act.Continue())

    return answer


def _anki(folder: Path) -> Callable[[], object]:
    from anki.collection import AddNoteRequest, Collection
    from anki.scheduler.v3 import CardAnswer, Scheduler

    collection = Collection(str(folder / "collection.anki2"))
    deck = collection.decks.id("bench")
    assert deck is not None
    kind = collection.models.by_name("Basic")
    assert kind is not None
    requests = []
    for number in range(ITEMS):
        note = collection.new_note(kind)
        note["Front"], note["Back"] = f"Question {number} " * 40, f"Answer {number} " * 40
        requests.append(AddNoteRequest(note, deck))
    collection.add_notes(requests)
    config = collection.decks.config_dict_for_deck_id(deck)
    config["new"]["perDay"] = config["rev"]["perDay"] = 9_999  # the most that Anki takes
    collection.decks.update_config(config)
    collection.decks.select(deck)
    scheduler = collection.sched
    assert isinstance(scheduler, Scheduler)

    def answer() -> None:
        queued = scheduler.get_queued_cards().cards[0]
        card = collection.get_card(queued.card.id)
        card.start_timer()
        given = scheduler.build_answer(card=card, states=queued.states, rating=CardAnswer.GOOD)
        scheduler.answer_card(given)

    return answer
