"""What pictures and sounds may be called."""

import pytest

from cpsprep.core.media import is_described, is_name, is_sound, titles

NOT_NAMES = ["../clock.png", "a/clock.png", "clock.svg", ".png", "clock", "clock.png\n", "-x.png", "a.b.png"]


@pytest.mark.parametrize("name", ["clock.png", "Clock-2_b.jpeg", "voice.mp3"])
def test_a_picture_or_sound_has_a_plain_name(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("name", NOT_NAMES)
def test_no_name_leads_elsewhere_or_holds_a_program(name: str) -> None:
    assert not is_name(name)


def test_sounds_are_told_from_pictures_by_their_ending() -> None:
    assert [is_sound(name) for name in ("voice.mp3", "clock.png")] == [True, False]


def test_several_of_a_sort_have_numbers_and_one_has_none() -> None:
    assert titles(["a.png", "s.mp3", "b.png"]) == {
        "a.png": "Picture 1",
        "b.png": "Picture 2",
        "s.mp3": "Sound",
    }
    assert titles(["a.png"]) == {"a.png": "Picture"}


@pytest.mark.parametrize(
    ("words", "known"), [("A clock.", True), ("not described yet", False), ("Not described yet.", False)]
)
def test_a_placeholder_describes_nothing(words: str, known: bool) -> None:
    assert is_described(words) is known
