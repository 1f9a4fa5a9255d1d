"""How a sitting goes on: `step(session, action, now)` gives the next session and the facts to put on disk.

Everything that decides what may happen next lives here. An illegal action raises `IllegalActionError` and
changes nothing. Undo returns the very value the session had before.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from cpsprep.core.events import EventId, EventType, Fact, Mode, Moment
from cpsprep.core.item import Basic, Choice, Cloze
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.answering import Answered, SittingRules, answer_fact, judge_answer
from cpsprep.core.sitting.drill import after_answer, take
from cpsprep.core.sitting.question import Question, option_order
from cpsprep.core.sitting.session import LEGAL, Ending, IllegalActionError, Phase, Previous, Session, Tally

Step = tuple[Session, tuple[Fact, ...]]


def start(
    queue: tuple[Question, ...], rules: SittingRules, now: Moment, previous: Previous | None = None
) -> Session:
    """A sitting that shows its first question, or is done at once when there is none."""
    return _advance(Session(rules=rules, queue=queue, day=now.study_day, previous=previous), now)


def step(session: Session, action: act.Action, now: Moment) -> Step:
    """Carry out one action.

    Raises:
        IllegalActionError: the phase does not allow it, or the answer does not fit the question.
    """
    if type(action) not in LEGAL[session.phase]:
        raise IllegalActionError(f"{type(action).__name__} is not possible while {session.phase.value}")
    if isinstance(action, act.Looking):
        return session, ()
    match action:
        case act.Choose() | act.Judge():
            return _answer(session, action, now)
        case act.Continue():
            return _continue(session, now), ()
        case act.ChangeGrade():
            return replace(session, phase=Phase.GRADING), ()
        case act.Rate():
            return _rate(session, action, now)
        case act.Undo():
            return _undo(session, now)
        case act.Skip():
            return _leave(session, EventType.SKIPPED, {"until": now.study_day + 1}, now)
        case act.SetAside():
            return _leave(session, EventType.SET_ASIDE, {}, now)
        case act.Flag():
            payload = {"reason": action.reason.value, "note": action.note}
            return session, (_fact(session, EventType.FLAGGED, now, payload=payload),)
        case act.Quit():
            return replace(session, phase=Phase.DONE, ending=Ending.STOPPED), _seen(session, now)
        case _:
            assert_never(action)


def _fact(
    session: Session,
    type_: EventType,
    now: Moment,
    *,
    nth: int = 0,
    payload: Mapping[str, object] | None = None,
) -> Fact:
    question = _current(session)
    return Fact(
        id=now.ids[nth],
        type=type_,
        bank=question.bank,
        item=question.item.id,
        card=question.card,
        version=question.version,
        mode=session.rules.mode,
        payload=payload or {},
    )


def _current(session: Session) -> Question:
    if session.current is None:
        raise IllegalActionError("no question is shown")
    return session.current


def _answer(session: Session, action: act.Choose | act.Judge, now: Moment) -> Step:
    question = _current(session)
    answered = judge_answer(question, action, session.rules, round_=session.round, day=now.study_day)
    if answered is None:
        raise IllegalActionError("the answer does not fit the question")
    spent = {"ms": now.at_ms - session.shown_at}
    if session.revealed_at is not None:
        spent["reveal_ms"] = session.revealed_at - session.shown_at
    return _record(session, replace(answered, spent=spent), now)


def _rate(session: Session, action: act.Rate, now: Moment) -> Step:
    """Answer again from where the question was asked, with the learner's grade; the first answer is void."""
    asked, given = session.before, session.answered
    if asked is None or given is None:
        raise IllegalActionError("there is no answer to grade")
    question, rules = _current(asked), asked.rules
    again = judge_answer(
        question, given.action, rules, round_=asked.round, day=now.study_day, rating=action.rating
    )
    voids = _voids(session.made, now, nth=1)
    after, facts = _record(asked, replace(again or given, spent=given.spent), now)
    return after, (*voids, *facts)


def _record(asked: Session, answered: Answered, now: Moment) -> Step:
    question = _current(asked)
    fact = answer_fact(question, answered, asked.rules, asked.order, asked.round, now.ids[0])
    known = replace(
        question, state=answered.state, last_day=now.study_day, due=answered.due, key_changed=False
    )
    waiting, rests = after_answer(asked.waiting, known, answered, asked.rules, asked.round, asked.asked)
    drill = asked.round > 0
    tally = Tally(
        answered=asked.tally.answered + (not drill),
        right=asked.tally.right + (answered.correct and not drill),
        drilled=asked.tally.drilled + drill,
        sure_but_wrong=asked.tally.sure_but_wrong + answered.confident_error,
    )
    after = replace(
        asked,
        phase=Phase.FEEDBACK,
        waiting=waiting,
        answered=replace(answered, again_today=known in (w.question for w in waiting), rests=rests),
        tally=tally,
        before=asked,
        made=(fact.id,),
    )
    return after, (fact,)


def _continue(session: Session, now: Moment) -> Session:
    match session.phase:
        case Phase.NOTE:
            return replace(session, phase=_first_phase(_current(session)), shown_at=now.at_ms)
        case Phase.RECALLING:
            return replace(session, phase=Phase.REVEALED, revealed_at=now.at_ms)
        case Phase.GRADING:
            return replace(session, phase=Phase.FEEDBACK)
        case _:
            return _advance(session, now)


def _leave(session: Session, type_: EventType, payload: dict[str, object], now: Moment) -> Step:
    """Put the present question away and show the next; undo brings it back."""
    fact = _fact(session, type_, now, payload=payload)
    seen = _seen(session, now, nth=1)
    waiting = tuple(w for w in session.waiting if w.question.card != _current(session).card)
    if session.phase is Phase.FEEDBACK:
        left = replace(session, waiting=waiting, made=(*session.made, fact.id))
    else:
        left = replace(session, waiting=waiting, before=session, made=(fact.id,))
    return _advance(left, now), (fact, *seen)


def _seen(session: Session, now: Moment, nth: int = 0) -> tuple[Fact, ...]:
    """An item left after its options (or its answer) were shown counts as seen."""
    if session.phase in {Phase.ASKING, Phase.REVEALED}:
        return (_fact(session, EventType.SEEN, now, nth=nth, payload={"shown": list(session.order)}),)
    return ()


def _voids(targets: tuple[EventId, ...], now: Moment, nth: int = 0) -> tuple[Fact, ...]:
    return tuple(
        Fact(id=now.ids[nth + n], type=EventType.VOIDED, target=target) for n, target in enumerate(targets)
    )


def _undo(session: Session, now: Moment) -> Step:
    if session.before is not None:
        back_then = replace(session.before, shown_at=now.at_ms, revealed_at=None)
        return back_then, _voids(session.made, now)
    if session.previous is None:
        raise IllegalActionError("there is nothing to take back")
    # Nothing was answered in this sitting yet, so the whole queue is still to come.
    back = session.previous.question
    rest = tuple(question for question in session.queue if question.card != back.card)
    again = replace(session, queue=(back, *rest), next=0, asked=0, previous=None, ending=None)
    return _advance(again, now), _voids((session.previous.event,), now)


def _first_phase(question: Question) -> Phase:
    match question.item.body:
        case Choice():
            return Phase.ASKING
        case Cloze() | Basic():
            return Phase.RECALLING
        case _:
            assert_never(question.item.body)


def _advance(session: Session, now: Moment) -> Session:
    """Show the next question: a drill that has waited long enough, else the queue, else any drill left."""
    if session.rules.deadline_ms is not None and now.at_ms >= session.rules.deadline_ms:
        return replace(session, phase=Phase.DONE, current=None, ending=Ending.TIME)
    fresh = session if now.study_day == session.day else replace(session, waiting=(), day=now.study_day)
    drill, waiting = take(fresh.waiting, fresh.asked, fresh.rules, queue_left=fresh.next < len(fresh.queue))
    if drill is not None:
        question, round_, upcoming = drill.question, drill.round, fresh.next
    elif fresh.next < len(fresh.queue):
        question, upcoming = fresh.queue[fresh.next], fresh.next + 1
        drilled = question.last_day == now.study_day and session.rules.mode is Mode.REVIEW
        round_ = question.rounds + 1 if drilled else 0
    else:
        return replace(fresh, phase=Phase.DONE, current=None, ending=Ending.FINISHED)
    return replace(
        fresh,
        phase=Phase.NOTE if question.item.content_note and round_ == 0 else _first_phase(question),
        current=question,
        round=round_,
        order=option_order(question, session.rules.seed, round_),
        next=upcoming,
        asked=fresh.asked + 1,
        shown_at=now.at_ms,
        revealed_at=None,
        waiting=waiting,
    )
