"""The plain front end, as whole conversations: lines that begin with `> ` are typed, the rest is said.

A golden file holds one conversation (`golden.hold`). A new one is best read aloud.
"""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from cpsprep.app.errors import UnreadableError
from cpsprep.app.sitting import Sitting
from cpsprep.cli.study.plain import Page, run
from cpsprep.core.item import Kind, ScenarioPart
from cpsprep.core.sitting.question import Question
from cpsprep.core.sitting.session import Phase
from cpsprep.core.sm2 import CardState
from fakes_study import (
    BASIC,
    CLOZE,
    HEADER,
    FakeClock,
    FakeExtras,
    FakeLog,
    choice,
    question,
    questions,
    session,
    truefalse,
)
from golden import hold

GOLDEN = Path(__file__).parent.parent / "golden" / "plain"
STORY = ScenarioPart(
    "s-1", "Keoni is new at the respite.\n\nHe likes to fish.", ("On day two he is quiet.",), 1
)
LONG = choice(
    "Dana, a night-shift baker, says in tears that she has lost hours at work.\nWhich is NOT a good step?",
    options={
        "a": "It sounds like losing those hours has left you worn out.",
        "b": "Let us write down what has to be done first, together.",
        "c": "I went through that too; let me tell you what helped me.",
    },
)
KNOWN = CardState(3, 15, 250)
CONVERSATIONS: dict[str, tuple[tuple[Question, ...], list[str], int, int]] = {
    "single": (questions(2), ["b", "m", "", "a s", "", "a", ""], 0, 1),
    "multiple": (
        (question(body=choice(kind=Kind.MULTIPLE, answer=("a", "c"))),),
        ["a b", "m", "", "a c", ""],
        0,
        1,
    ),
    "truefalse": ((question(body=truefalse()),), ["a", "", "b", ""], 0, 0),
    "basic": (
        (question(body=BASIC, explanation="They named it in 1957."),),
        ["", "b", "", "", "a", "m", ""],
        0,
        1,
    ),
    "cloze": ((question(body=CLOZE),), ["open", "", "zz", "r", "a", "r", ""], 0, 0),
    "scenario": ((question(body=choice(), scenario=STORY),), ["a", ""], 0, 0),
    "note-deferred": (
        (question(content_note="This question touches on suicide."), *questions(1)),
        ["d", "q"],
        0,
        0,
    ),
    "note-passed": ((question(content_note="This question touches on suicide."),), ["x", "", "a", ""], 0, 0),
    "grade": (
        (question(state=KNOWN, last_day=0, due=20_000),),
        ["b", "3", "c", "r", "2", "c", "", ""],
        0,
        1,
    ),
    "undo": (questions(2), ["u", "b", "", "u", "a", "", "a", "u", "a", ""], 0, 0),
    "undo-hidden": ((question(body=BASIC),), ["", "b", "u", "a", "q"], 0, 0),
    "looking": (
        questions(1),
        ["?", "i", "o", "r", "e", "f unclear Who speaks?", "x", "a", "?", "r", "q"],
        0,
        0,
    ),
    "leaving": (questions(3), ["defer", "aside", "q"], 0, 0),
    "narrow": ((question(body=LONG),), ["b s", "m", ""], 40, 1),
    "changed-key": ((question(key_changed=True),), ["b", "", "a", ""], 0, 0),
    "unexplained": ((question(body=choice(why=False), source=()),), ["b", "m", "", "a", ""], 0, 0),
}


def converse(queue: tuple[Question, ...], lines: list[str], width: int = 0, hints: int = 0) -> str:
    out, clock = io.StringIO(), FakeClock()
    typed = iter(lines)

    def read() -> str:
        line = next(typed, None)
        out.write("" if line is None else f"> {line}\n")
        return "" if line is None else f"{line}\n"

    sitting = Sitting(session(*queue, clock=clock), log=FakeLog(), clock=clock)
    run(sitting, FakeExtras(), Page(out, width), read, hints=hints)
    assert sitting.session.phase is Phase.DONE
    return out.getvalue()


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_a_conversation_goes_as_agreed(name: str) -> None:
    hold(GOLDEN / f"{name}.txt", converse(*CONVERSATIONS[name]))


def test_every_golden_conversation_is_held() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(CONVERSATIONS)


def test_forty_columns_are_enough() -> None:
    lines = converse(*CONVERSATIONS["narrow"]).splitlines()

    assert max(len(line) for line in lines) <= 40


def test_a_command_to_type_is_not_broken_in_two() -> None:
    assert "\ncpsprep aside --return q-1\n" in converse(questions(2), ["aside"], 40)


def test_the_end_of_input_stops_and_keeps_what_was_answered() -> None:
    log, clock = FakeLog(), FakeClock()
    feed: Iterator[str] = iter(["a\n", ""])
    run(
        Sitting(session(*questions(2), clock=clock), log=log, clock=clock),
        FakeExtras(),
        Page(io.StringIO()),
        lambda: next(feed),
    )

    assert [fact.type for fact in log.facts] == ["answered"]


def test_an_answer_that_cannot_be_saved_leaves_the_question_open() -> None:
    log, clock = FakeLog(broken=UnreadableError("the disk is full")), FakeClock()
    sitting = Sitting(session(*questions(2), clock=clock), log=log, clock=clock)

    with pytest.raises(UnreadableError):
        run(sitting, FakeExtras(), Page(io.StringIO()), lambda: "a\n")

    assert sitting.session.phase is Phase.ASKING


def test_text_of_an_author_is_shown_as_it_is() -> None:
    odd = choice("Is [b]this[/b] <i>x</i> {{y}} *z* right?", options={"a": "[red]No[/red]", "b": "$5 & \\n"})

    said = converse((question(body=odd),), ["q"])

    assert "Is [b]this[/b] <i>x</i> {{y}} *z* right?" in said
    assert "a. [red]No[/red]\nb. $5 & \\n" in said


def test_the_area_is_named_by_its_title() -> None:
    assert HEADER.domains[0].title in converse(questions(1), ["q"]).splitlines()[0]
