"""Reports, reasons and editing beside a sitting."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from cpsprep.app.study import Opened
from cpsprep.cli.editor import how_to_set
from cpsprep.cli.study.extras import SittingExtras
from cpsprep.core.bank import BankHeader
from cpsprep.core.events import FlagReason
from cpsprep.core.history import History
from cpsprep.core.planning.planned import Counts, Planned, Queue, Reason, Why
from cpsprep.core.problem import Place
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.question import Question
from fakes_study import BANK, DAY, HEADER, FakeShelf, bank, item, question, session

PLACE = Place("bank/deck.yaml", 12, 3)
QUESTION = question()
OWNED = replace(HEADER, owned=True, version="2")


def extras(
    header: BankHeader | None = OWNED,
    editor: str = "",
    environ: dict[str, str] | None = None,
    answers: Sequence[tuple[int, int]] = (),
) -> SittingExtras:
    catalog = FakeShelf([bank(item(), header=header)] if header else []).catalog()
    planned = {(BANK, entry.card): Planned(entry, Reason(Why.NEW)) for entry in catalog.entries}
    opened = Opened(session(), Queue((), Counts()), catalog, History(), DAY, planned=planned)
    return SittingExtras(opened, editor, environ or {}, lambda _: answers)


def at(place: Place) -> Question:
    return replace(QUESTION, item=replace(QUESTION.item, place=place))


def test_the_bank_of_a_question_is_known() -> None:
    assert extras().header(QUESTION) == OWNED


def test_a_question_may_be_of_no_bank_in_use() -> None:
    assert extras(None).header(QUESTION) is None


def test_the_reason_of_the_plan_is_told() -> None:
    assert extras().why_today(QUESTION).startswith("It is new.")


def test_who_asks_is_told_how_likely_recall_is() -> None:
    said = extras(None, answers=[(DAY - 3, 4)]).why_today(QUESTION)

    assert said.startswith("You asked to see it again. The chance that you recall it now: about 88%.")


def test_what_was_not_planned_has_a_reason_too() -> None:
    assert extras(None).why_today(QUESTION) == "You asked to see it again."


def test_a_report_names_the_question_its_bank_and_the_problem_and_nobody() -> None:
    assert extras().report(QUESTION, act.Flag(FlagReason.UNCLEAR, "Who speaks?")).split("\n") == [
        f"Question: q-1, version {QUESTION.version[:12]}",
        "Bank: Test bank 2",
        "Problem: unclear",
        "Note: Who speaks?",
    ]


def test_a_report_needs_no_note() -> None:
    assert extras().report(QUESTION, act.Flag(FlagReason.WRONG_KEY)).endswith("\nProblem: wrong-key")


@pytest.mark.parametrize(
    ("header", "line"), [(HEADER, "Bank: Test bank"), (None, f"Bank: {BANK}")], ids=["no version", "no bank"]
)
def test_a_bank_is_named_by_what_is_known_of_it(header: BankHeader | None, line: str) -> None:
    assert line in extras(header).report(QUESTION, act.Flag(FlagReason.OTHER)).split("\n")


@pytest.mark.parametrize("header", [HEADER, None], ids=["not owned", "not in use"])
def test_only_a_bank_of_ones_own_is_edited(header: BankHeader | None) -> None:
    assert extras(header, "vi").edit(QUESTION) == (
        "This bank is read-only here. To report a problem, type f and what is wrong."
    )


@pytest.mark.parametrize("editor", ["", "  ", '""'])
def test_without_an_editor_the_place_is_told(editor: str) -> None:
    assert extras(editor=editor).edit(at(PLACE)) == (
        f"No editor is set. The question is at bank/deck.yaml:12:3. To set one: {how_to_set()}"
    )


def test_an_editor_that_is_not_there_leaves_the_sitting_alone() -> None:
    said = extras(editor="no-such-editor-here -w").edit(at(PLACE))

    assert said.startswith("The editor 'no-such-editor-here' did not start: ")
    assert said.endswith(f"is at bank/deck.yaml:12:3. To set another: {how_to_set()}")


def test_an_editor_no_system_can_start_leaves_the_sitting_alone() -> None:
    assert "did not start" in extras(editor="no\0such").edit(at(PLACE))


SAYS_WHAT_IT_GOT = "import sys; open(sys.argv[1], 'w').write('edited')"


def python(code: str) -> str:
    return f'"{sys.executable}" -c "{code}"'


def test_the_editor_gets_the_file(tmp_path: Path) -> None:
    deck = tmp_path / "my deck.yaml"
    said = extras(editor=python(SAYS_WHAT_IT_GOT)).edit(at(Place(str(deck), 12, 3)))

    assert (said, deck.read_text()) == ("Changes count from the next sitting on.", "edited")


def test_an_editor_that_fails_is_told() -> None:
    assert (
        extras(editor=python("raise SystemExit(3)"))
        .edit(at(PLACE))
        .endswith("ended with an error. The question is at bank/deck.yaml:12:3.")
    )


@pytest.mark.parametrize(
    ("editor", "environ", "started"),
    [
        ("mine", {"VISUAL": "visual", "EDITOR": "editor"}, "mine"),
        ("", {"VISUAL": "visual", "EDITOR": "editor"}, "visual"),
        ("", {"VISUAL": "", "EDITOR": "editor"}, "editor"),
    ],
)
def test_ones_own_setting_comes_first(editor: str, environ: dict[str, str], started: str) -> None:
    assert f"'no-such-{started}'" in extras(
        editor=f"no-such-{editor}" if editor else "",
        environ={name: value and f"no-such-{value}" for name, value in environ.items()},
    ).edit(at(PLACE))
