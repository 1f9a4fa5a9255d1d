"""A learner who studied here, and goes on in a fresh profile of the real Anki."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from cpsprep.adapters.anki.history_rows import HistoryRows
from cpsprep.adapters.anki.package import AnkiPackager
from cpsprep.adapters.log.answers_given import AnswersGiven
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.app.take_history import take_history
from cpsprep.core.bank import Catalog
from cpsprep.core.catalog import entries_of
from cpsprep.core.days import ROLLOVER_HOUR, study_day
from cpsprep.core.events import EventId, EventType, Fact, Mode, Moment
from cpsprep.core.item import CardId, item_of
from cpsprep.core.sm2 import Profile
from fakes_anki import BANK, Press, bank, basic, cloze, multiple, single, true_false
from fakes_anki_user import AnkiUser

MINE = bank(single(), basic(), cloze(), multiple(), true_false())
CATALOG = Catalog((), entries_of(MINE))
ANSWERS = (
    ("al-0001", 30, 4, Mode.REVIEW),
    ("al-0001", 29, 4, Mode.REVIEW),
    ("al-0001", 20, 5, Mode.REVIEW),
    ("ba-0001", 10, 4, Mode.REVIEW),
    ("ba-0001", 9, 1, Mode.REVIEW),
    ("ba-0001", 9, 4, Mode.REVIEW),
    ("ba-0001", 8, 3, Mode.REVIEW),
    ("cl-0001#c1", 3, 4, Mode.EXAM),
    ("mu-0001", 2, 2, Mode.REVIEW),
    ("cl-0001#c2", 0, 0, Mode.REVIEW),
)
ASIDE = ("mu-0001", "tf-0001")


def now(rollover_hour: int = ROLLOVER_HOUR) -> Moment:
    """Anki looks at the clock of the machine, so these tests cannot choose the day."""
    local = datetime.now().astimezone()
    offset = (local.utcoffset() or timedelta()) // timedelta(minutes=1)
    return Moment(int(local.timestamp() * 1000), offset, study_day(local, rollover_hour), ())


def studied(
    log: SqliteLog,
    answers: Sequence[tuple[str, int, int, Mode]] = ANSWERS,
    rollover_hour: int = ROLLOVER_HOUR,
) -> None:
    """Put answers in the log: card, days ago, grade, mode."""
    at = now(rollover_hour)
    for number, (card, ago, grade, mode) in enumerate(answers):
        fact = Fact(
            EventId(f"e{number}"), EventType.ANSWERED, BANK, item_of(CardId(card)), CardId(card),
            None, mode, grade, grade > 2, payload={"ms": 5000 + number},
        )  # fmt: skip
        then = at.at_ms - ago * 86_400_000 - 60_000 + number
        log.append([fact], Moment(then, at.offset_min, at.study_day - ago, ()), {})
    for card in map(CardId, ASIDE):
        log.append([Fact(EventId(card), EventType.SET_ASIDE, BANK, item_of(card), card)], at, {})


def package(log: SqliteLog, rollover_hour: int = ROLLOVER_HOUR) -> tuple[bytes, HistoryRows]:
    taken = take_history(AnswersGiven(log), now(rollover_hour), Profile.TEXT, rollover_hour)
    rows = HistoryRows(taken)
    return Press(AnkiPackager(history=rows)).export(MINE), rows


def states(user: AnkiUser) -> dict[str, tuple[int, ...]]:
    """By card: type, queue, days until due, interval, factor, reviews, lapses, for cards with a schedule."""
    today = user.col.sched.today
    found = user.ask(
        "select n.flds, c.ord, c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses"
        " from cards c join notes n on n.id = c.nid where c.type != 0 order by 1, 2"
    )
    return {
        f"{fields.split(chr(31))[0]}/{ordinal}": (kind, queue, due - today, *rest)
        for fields, ordinal, kind, queue, due, *rest in found
    }


STATES = {
    "al-0001/0": (2, 2, -5, 15, 2600, 3, 0),
    "ba-0001/0": (2, 2, -7, 1, 2360, 4, 1),
    "cl-0001/1": (2, 2, 1, 1, 2500, 1, 0),
    "mu-0001/0": (2, -1, -1, 1, 2500, 1, 0),
}
