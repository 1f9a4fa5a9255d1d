"""Whole screens as text, at the size of an old terminal and at the smallest comfortable one."""

from pathlib import Path

import pytest

from cpsprep.cli.tui.signs import ASCII
from cpsprep.core.item import Kind, ScenarioPart
from cpsprep.core.sitting.question import Question
from fakes_study import BASIC, choice, question
from fakes_tui import opened
from fakes_window import NARROW, WIDE
from golden import hold

GOLDEN = Path(__file__).parent.parent / "golden" / "tui"
STEM = (
    "Dana, a night-shift baker, says in tears that she has lost hours at work and cannot think straight.\n"
    "Which response is BEST to give NEXT?"
)
OPTIONS = {
    "a": '"It sounds like losing those hours has left you worn out."',
    "b": '"I went through that too; let me tell you what helped me."',
    "c": '"Try not to worry; a lot of people do get through this."',
    "d": '"Let us write down what has to be done first, together."',
}
SINGLE = question(body=choice(STEM, options=OPTIONS), explanation="Feeling heard comes first.")
MULTIPLE = question(body=choice("Which TWO show listening?", kind=Kind.MULTIPLE, answer=("a", "d")))
STORY = question(
    body=choice(options=OPTIONS),
    scenario=ScenarioPart("dana", "Dana bakes at night.", ("An hour later she calls again.",), 1),
)
SCREENS: dict[str, tuple[Question, list[str]]] = {
    "single": (SINGLE, ["b"]),
    "feedback-right": (SINGLE, ["a", "enter"]),
    "feedback-other": (SINGLE, ["c", "enter"]),
    "more": (SINGLE, ["c", "enter", "m"]),
    "grades": (SINGLE, ["a", "enter", "c"]),
    "multiple": (MULTIPLE, ["a", "c"]),
    "note": (question(content_note="This question mentions the loss of a child."), []),
    "story": (STORY, []),
    "basic": (question(body=BASIC), ["enter", "a"]),
    "help": (SINGLE, ["?"]),
    "flag": (SINGLE, ["f", "b"]),
    "end": (SINGLE, ["a", "enter", "enter"]),
}


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["80x24", "40x18"])
@pytest.mark.parametrize("name", SCREENS)
async def test_screen(name: str, size: tuple[int, int]) -> None:
    start, keys = SCREENS[name]
    async with opened(start, size=size, summary=lambda: ["1 answered, 1 right.", "Tomorrow: 3."]) as screen:
        await screen.press(*keys)
        hold(GOLDEN / f"{name}-{size[0]}x{size[1]}.txt", screen.text)


async def test_screen_in_ascii() -> None:
    async with opened(SINGLE, signs=ASCII) as screen:
        await screen.press("c", "enter")
        assert screen.text.isascii()
        hold(GOLDEN / "ascii-80x24.txt", screen.text)


def test_every_golden_screen_is_held() -> None:
    sizes = [f"{name}-{size}" for name in SCREENS for size in ("80x24", "40x18")]
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {*sizes, "ascii-80x24"}
