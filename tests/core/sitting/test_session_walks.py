"""Whatever is done in a sitting, in any order: illegal actions raise, undo is exact, facts add up."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.events import EventType, Fact, FlagReason
from cpsprep.core.item import Body
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.grading import Rating
from cpsprep.core.sitting.session import LEGAL, IllegalActionError, Session
from cpsprep.core.sitting.steps import step
from effort import percent_of_examples
from fakes_moves import GO, A, B, C, D, standing
from fakes_study import BASIC, CLOZE, FakeClock, choice, question, session, truefalse

ACTIONS: list[act.Action] = [
    *(A, B, C, D, GO, act.ChangeGrade(), act.Undo(), act.Skip(), act.SetAside(), act.Help(), act.Quit()),
    *(act.Judge(knew=True), act.Judge(knew=False), act.Flag(FlagReason.OTHER, "x"), act.More()),
    *(act.Rate(rating) for rating in Rating),
]
BODIES: list[Body] = [choice(), truefalse(), BASIC, CLOZE]


@st.composite
def walks(draw: st.DrawFn) -> tuple[Session, list[act.Action], FakeClock]:
    kinds = draw(st.lists(st.sampled_from(BODIES), min_size=1, max_size=7))
    notes = draw(st.lists(st.booleans(), min_size=len(kinds), max_size=len(kinds)))
    queue = tuple(
        question(f"q-{n}", body, content_note="A note." if note else "")
        for n, (body, note) in enumerate(zip(kinds, notes, strict=True))
    )
    clock = FakeClock()
    return session(*queue, clock=clock), draw(st.lists(st.sampled_from(ACTIONS), max_size=40)), clock


@given(walks())
@percent_of_examples(150)
def test_on_any_walk_an_illegal_action_raises_and_undo_is_exact(
    walk: tuple[Session, list[act.Action], FakeClock],
) -> None:
    now, moves, clock = walk
    facts: list[Fact] = []
    for move in moves:
        try:
            after, made = step(now, move, clock.now())
        except IllegalActionError:
            assert type(move) not in LEGAL[now.phase] or isinstance(move, act.Choose | act.Undo | act.Judge)
            continue
        assert type(move) in LEGAL[now.phase]
        if isinstance(move, act.Choose | act.Judge):
            back, voids = step(after, act.Undo(), clock.now())
            assert replace(back, shown_at=now.shown_at, revealed_at=now.revealed_at) == now
            assert {void.target for void in voids} == {fact.id for fact in made}
        now, facts = after, [*facts, *made]

    live = standing(facts)
    answers = [fact for fact in live if fact.type == EventType.ANSWERED]
    assert len({fact.id for fact in facts}) == len(facts)
    assert now.tally.answered + now.tally.drilled == len(answers)
