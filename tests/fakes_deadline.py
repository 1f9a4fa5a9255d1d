"""Plans to an exam, made in a line or drawn by hypothesis."""

from hypothesis import strategies as st

from cpsprep.core.bank import Entry
from cpsprep.core.days import to_date
from cpsprep.core.exam.outline import Area, Outline
from cpsprep.core.history import CardRecord, StudyPlan
from cpsprep.core.planning.deadline import Deadline
from cpsprep.core.planning.study_days import StudyDays
from cpsprep.core.sm2 import CardState
from fakes_plan import TODAY


def plan_in(days: int, **fields: object) -> StudyPlan:
    """What a learner said whose exam is so many days from TODAY, and who began today."""
    made = {"exam_date": to_date(TODAY + days).isoformat(), "begun": TODAY, "made_on": TODAY}
    return StudyPlan(**{**made, **fields})  # type: ignore[arg-type]


def outline(entries: list[Entry], **shares: float) -> Outline:
    """An exam over the domains of these cards; equal shares unless named."""
    names = list(dict.fromkeys(entry.domain for entry in entries)) or ["role"]
    given = shares or dict.fromkeys(names, 1 / len(names))
    areas = tuple(Area(name, name.title(), share) for name, share in given.items())
    area_of = {(entry.bank, entry.item): entry.domain for entry in entries if entry.domain in given}
    return Outline("board", "The board", areas, area_of)


@st.composite
def deadlines(draw: st.DrawFn, shortest: int = 1, longest: int = 120) -> Deadline:
    """Plans made today, with days off, of any length."""
    off = draw(st.frozensets(st.integers(0, 6), max_size=5))
    exam = TODAY + draw(st.integers(shortest, longest))
    days = StudyDays(off)
    window = draw(st.integers(1, max(3, (days.number(exam) - days.number(TODAY)) // 3)))
    minutes = draw(st.none() | st.integers(5, 120))
    return Deadline(exam, TODAY, TODAY, window, days, None, minutes)


@st.composite
def known_cards(draw: st.DrawFn) -> CardRecord:
    """Cards as SM-2 leaves them: due an interval after their last day, which was today or before."""
    repetitions = draw(st.integers(0, 9))
    interval = draw(st.integers(1, 200)) if repetitions > 1 else 1
    last = TODAY - draw(st.integers(0, 60))
    ease = draw(st.integers(130, 280))
    return CardRecord(CardState(repetitions, interval, ease), last + interval, last, last, 1, 0, 4, 0, None)


places = st.floats(0, 1, exclude_max=True)
