"""A sitting that is kept: facts are on disk before a result is shown."""

import pytest

from cpsprep.app.errors import UnreadableError
from cpsprep.app.sitting import Sitting
from cpsprep.core.item import OptionId
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.session import IllegalActionError, Phase
from cpsprep.core.version import canonical, version_of
from fakes_study import FakeClock, FakeLog, question, questions, session

A = act.Choose((OptionId("a"),))
B = act.Choose((OptionId("b"),))
FULL = UnreadableError("the disk is full")


def sit(log: FakeLog, number: int = 2) -> Sitting:
    clock = FakeClock()
    return Sitting(session(*questions(number), clock=clock), log=log, clock=clock)


def test_an_answer_is_on_disk_when_its_feedback_shows() -> None:
    log = FakeLog()

    assert sit(log).do(A).phase is Phase.FEEDBACK
    assert [fact.type for fact in log.facts] == ["answered"]


def test_the_session_that_comes_back_is_the_one_that_is_held() -> None:
    sitting = sit(FakeLog())

    assert sitting.do(A) is sitting.session


def test_looking_writes_nothing() -> None:
    log = FakeLog()
    sit(log).do(act.Help())

    assert (log.facts, log.versions) == ([], {})


def test_what_was_asked_is_kept_with_the_first_fact_about_it() -> None:
    log = FakeLog()
    sit(log).do(A)

    text = canonical(question("q-1").item)
    assert log.versions == {version_of(text): text}


def test_it_is_not_sent_again() -> None:
    log = FakeLog()
    sitting = sit(log)
    sitting.do(A)
    log.versions.clear()
    sitting.do(act.Undo())
    sitting.do(B)

    assert log.versions == {}


def test_what_the_disk_refused_did_not_happen() -> None:
    log = FakeLog(broken=FULL)
    sitting = sit(log)
    before = sitting.session
    with pytest.raises(UnreadableError):
        sitting.do(A)

    assert sitting.session is before


def test_the_same_answer_may_be_tried_again_with_all_that_belongs_to_it() -> None:
    log = FakeLog(broken=FULL)
    sitting = sit(log)
    with pytest.raises(UnreadableError):
        sitting.do(A)
    log.broken = None
    sitting.do(A)

    assert (len(log.facts), len(log.versions)) == (1, 1)


def test_what_the_phase_does_not_allow_changes_nothing() -> None:
    log = FakeLog()
    sitting = sit(log)
    before = sitting.session
    with pytest.raises(IllegalActionError):
        sitting.do(act.Continue())

    assert (sitting.session, log.facts) == (before, [])


def test_taking_back_at_the_end_needs_no_version() -> None:
    log = FakeLog()
    sitting = sit(log, 1)
    sitting.do(A)
    sitting.do(act.Continue())
    log.versions.clear()
    sitting.do(act.Undo())

    assert (log.facts[-1].type, log.versions) == ("voided", {})
