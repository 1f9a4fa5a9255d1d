"""Marks in texts, where pictures stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.interchange.media.marks import (
    Seen,
    mark,
    marked,
    named,
    plainly,
    renamed,
    replaced,
    words_of,
)

CLOCK = mark("clock.png", "a clock")


def test_a_mark_carries_the_name_and_the_words() -> None:
    assert marked(f"See {CLOCK} and {mark('s', '', is_sound=True)}") == [
        Seen("clock.png", "a clock"),
        Seen("s", "", is_sound=True),
    ]
    assert marked("no mark") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Look{CLOCK}now", "Look IN now"),
        (f"Look {CLOCK}, then", "Look IN, then"),
        (f"Look\n{CLOCK}\nnow", "Look\nAROUND\nnow"),
        (f"Look {CLOCK}", "Look AROUND"),
        (f"{CLOCK}{CLOCK} now", "AROUND AROUND now"),
        ("a broken \U000f0000 mark", "a broken mark"),
        ("none", "none"),
    ],
)
def test_marks_between_words_and_around_them(text: str, expected: str) -> None:
    assert replaced(text, lambda _: "IN", lambda _: "AROUND") == expected


def test_what_is_left_out_leaves_no_gap() -> None:
    assert replaced(f"Look\n\n{CLOCK}\n\nnow", lambda _: "") == "Look\n\nnow"


@pytest.mark.parametrize(
    ("seen", "number", "expected"),
    [
        (Seen("x", "a clock"), 0, "[picture: a clock]"),
        (Seen("x", ""), 0, "[picture]"),
        (Seen("x", "", is_sound=True), 0, ""),
        (Seen("x", "a sigh", is_sound=True), 0, "[sound: a sigh]"),
        (Seen("x", "a clock"), 2, "[picture 2]"),
    ],
)
def test_how_texts_speak_of_them(seen: Seen, number: int, expected: str) -> None:
    assert named(seen, number) == expected


def test_a_mark_gets_another_name_and_keeps_its_words() -> None:
    assert marked(renamed(f"{CLOCK}{mark('s', '', is_sound=True)}", str.upper)) == [
        Seen("CLOCK.PNG", "a clock"),
        Seen("S", "", is_sound=True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "image",
            "Picture 3",
            "a picture",
            "clock.png",
            "Screenshot 2024 at 10.15.png",
            "20240115_093012",
        ),
        *("D:\\drawings\\x", "https://example.org/a", "0f8fad5b-d9cb-469f-a165-70867728950e"),
        "A picture containing text Description automatically generated",
    ],
)
def test_what_programs_write_is_no_description(text: str) -> None:
    assert words_of(text) == ""


@pytest.mark.parametrize(
    "text", ["A clock at four.", "Picture of a face", "4", "Image of OARS: open questions"]
)
def test_what_people_write_is(text: str) -> None:
    assert words_of(text) == text


@given(st.text(alphabet="ab \n.,\U000f0000\U000f0001\U000f0002p"))
def test_no_sign_of_a_mark_is_left(text: str) -> None:
    assert not set(plainly(f"{text}{CLOCK}{text}")) & set("\U000f0000\U000f0001\U000f0002")
