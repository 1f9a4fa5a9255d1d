"""What a key means, phase by phase: a table, no screen."""

import pytest

from cpsprep.cli.tui.keys import KEYS, Command, Meaning, Pick, Scroll, Submit, Toggle, help_blocks, meaning
from cpsprep.core.events import Confidence
from cpsprep.core.item import Kind
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.session import LEGAL, Phase
from fakes_study import choice, question, session
from fakes_tui import at

EIGHT = {letter: f"Option {letter}." for letter in "abcdefgh"}


@pytest.mark.parametrize(
    ("phase", "key", "means"),
    [
        (Phase.ASKING, "c", Pick("c")),
        (Phase.ASKING, "d", Pick("d")),
        (Phase.ASKING, "e", None),
        (Phase.ASKING, "1", None),
        (Phase.ASKING, "enter", Submit()),
        (Phase.ASKING, "g", Submit(Confidence.GUESS)),
        (Phase.ASKING, "s", Submit(Confidence.SURE)),
        (Phase.ASKING, "space", Scroll(by=1)),
        (Phase.ASKING, "m", None),
        (Phase.ASKING, "-", Command(act.Skip)),
        (Phase.ASKING, "@", Command(act.SetAside)),
        (Phase.ASKING, "ctrl+z", Command(act.Undo)),
        (Phase.ASKING, "f", Command(act.Flag)),
        (Phase.ASKING, "r", None),
        (Phase.NOTE, "d", Command(act.Skip)),
        (Phase.NOTE, "enter", Command(act.Continue)),
        (Phase.RECALLING, "space", Command(act.Continue)),
        (Phase.RECALLING, "a", None),
        (Phase.RECALLING, "4", None),
        (Phase.REVEALED, "b", Pick("b")),
        (Phase.REVEALED, "g", Submit(Confidence.GUESS)),
        (Phase.FEEDBACK, "c", Command(act.ChangeGrade)),
        (Phase.FEEDBACK, "d", None),
        (Phase.FEEDBACK, "-", None),
        (Phase.FEEDBACK, "2", None),
        (Phase.FEEDBACK, "ctrl+e", Command(act.Edit)),
        (Phase.FEEDBACK, "down", Scroll(lines=1)),
        (Phase.GRADING, "2", Pick("2")),
        (Phase.GRADING, "5", None),
        (Phase.DONE, "u", Command(act.Undo)),
        (Phase.DONE, "f", None),
    ],
)
def test_a_key_means_what_the_phase_allows(phase: Phase, key: str, means: Meaning | None) -> None:
    assert meaning(key, at(phase)) == means


def test_letters_of_options_win_over_commands_and_confidence_while_they_are_asked() -> None:
    asked = session(question(body=choice(options=EIGHT)))
    assert meaning("g", asked) == Pick("g")
    assert meaning("f", asked) == Pick("f")
    assert not {"f", "g"} & {block.letter for block in help_blocks(asked)}


def test_space_takes_and_gives_back_where_several_are_right() -> None:
    asked = session(question(body=choice(kind=Kind.MULTIPLE, answer=("a", "b"))))
    assert meaning("space", asked) == Toggle()


@pytest.mark.parametrize("phase", Phase)
def test_no_key_leads_to_an_action_that_the_machine_refuses(phase: Phase) -> None:
    now = at(phase)
    for key in [*"abcdefghijklmnopqrstuvwxyz1234?@-", "ctrl+e", "ctrl+z"]:
        match meaning(key, now):
            case Command(action):
                assert action in LEGAL[phase]
            case _:
                pass


@pytest.mark.parametrize("phase", Phase)
def test_help_names_every_legal_action_that_has_a_key(phase: Phase) -> None:
    now = at(phase)
    told = {block.text for block in help_blocks(now)}
    assert {f"{act.WORDS[action].says}." for action in LEGAL[phase] & KEYS.keys()} <= told
