"""Whole screens of a mock exam as text, in an old terminal and in the smallest comfortable one."""

from pathlib import Path

import pytest

from cpsprep.cli.tui.signs import ASCII
from fakes_exam import paper, slot, slots
from fakes_exam_screen import sat_down
from fakes_study import choice, item
from fakes_window import NARROW, WIDE
from golden import hold

GOLDEN = Path(__file__).parent.parent / "golden" / "exam"
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
PAPER = paper(slot(item("dana", choice(STEM, options=OPTIONS))), *slots(4)[1:], minutes=75.0)
SCREENS: dict[str, list[str]] = {
    "asked": [],
    "answered": ["b", "g", "f"],
    "struck": ["b", "x", "c"],
    "several": ["2", "enter", "a", "down"],
    "note": ["3", "enter"],
    "break": ["ctrl+b"],
    "list": ["b", "f", "l"],
    "hand-in": ["b", "ctrl+s"],
    "help": ["?"],
    "over": ["ctrl+s", "y"],
}


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["80x24", "40x18"])
@pytest.mark.parametrize("name", SCREENS)
async def test_exam_screen(name: str, size: tuple[int, int]) -> None:
    async with sat_down(PAPER, size=size) as desk:
        await desk.press(*SCREENS[name])
        hold(GOLDEN / f"{name}-{size[0]}x{size[1]}.txt", desk.text)


async def test_without_unicode_it_is_all_there() -> None:
    async with sat_down(PAPER, signs=ASCII) as desk:
        await desk.press("b", "f")
        assert desk.text.isascii()
        hold(GOLDEN / "ascii-80x24.txt", desk.text)


def test_every_golden_screen_is_held() -> None:
    sizes = [f"{name}-{size}" for name in SCREENS for size in ("80x24", "40x18")]
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {*sizes, "ascii-80x24"}
