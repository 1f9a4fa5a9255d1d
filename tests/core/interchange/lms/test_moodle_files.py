"""Pictures and sounds inside of a Moodle XML file, each beside its text."""

from base64 import b64decode, b64encode

import pytest

from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.lms.moodle_files import name_in
from cpsprep.core.interchange.lms.moodle_xml import read_moodle_xml
from cpsprep.core.interchange.media.pictures import media_of, with_pictures
from fakes_pictures import line_drawing

A, B = line_drawing(20, 10), line_drawing(10, 20)


def file(name: str, data: bytes, path: str = "/") -> str:
    return f'<file name="{name}" path="{path}" encoding="base64">{b64encode(data).decode()}</file>'


def text(html: str, *files: str) -> str:
    return f"<text><![CDATA[{html}]]></text>{''.join(files)}"


def read(stem: str, *answers: str, feedback: str = "<text/>") -> Draft:
    options = answers or ("<text>x</text>", "<text>y</text>")
    told = "".join(
        f'<answer fraction="{0 if place else 100}" format="html">{one}</answer>'
        for place, one in enumerate(options)
    )
    raw = read_moodle_xml(
        f'<quiz><question type="multichoice"><questiontext format="html">{stem}</questiontext>'
        f'<generalfeedback format="html">{feedback}</generalfeedback>{told}</question></quiz>',
        "f",
    )
    found, _ = with_pictures(raw, lambda name: b64decode(raw.held[name]) if name in raw.held else None)
    return found.drafts[0]


@pytest.mark.parametrize(
    ("source", "name", "path"),
    [
        ("@@PLUGINFILE@@/clock.png", "clock.png", "/"),
        ("@@PLUGINFILE@@/a%20clock%C3%A9.png", "a clock\u00e9.png", "/"),
        ("@@PLUGINFILE@@/clock.png?time=1", "clock.png", "/"),
        ("@@PLUGINFILE@@/drawings/clock.png", "clock.png", "/drawings/"),
    ],
)
def test_a_picture_is_found_beside_its_text(source: str, name: str, path: str) -> None:
    draft = read(text(f'Who?<img src="{source}" alt="A clock.">', file(name, A, path)))

    assert list(media_of(draft).values()) == ["A clock."]
    assert draft.lost == ()


@pytest.mark.parametrize(
    "source",
    [
        "https://example.org/clock.png",
        "../../clock.png",
        "file:///clock.png",
        "@@PLUGINFILE@@/../../clock.png",
        "",
    ],
)
def test_any_other_address_leads_nowhere(source: str) -> None:
    draft = read(text(f'Who?<img src="{source}" alt="A clock.">'))

    assert (media_of(draft), draft.lost) == ({}, ("a picture",))


def test_files_of_one_name_in_different_texts_are_different() -> None:
    show = '<img src="@@PLUGINFILE@@/1.png">'
    draft = read(text("Which?"), text(show, file("1.png", A)), text(show, file("1.png", B)))

    assert [one.text for one in draft.options] == ["[picture 1]", "[picture 2]"]
    assert len(media_of(draft)) == 2


def test_a_file_that_no_text_shows_is_told() -> None:
    assert read(text("Who?", file("a.pdf", b"%PDF"))).lost == ("a file",)


@pytest.mark.parametrize(
    ("sound", "words"),
    [
        ('<audio controls title="A sigh." src="@@PLUGINFILE@@/s.mp3"></audio>', "A sigh."),
        ('<audio controls><source src="@@PLUGINFILE@@/s.mp3"></audio>', "not described yet"),
    ],
)
def test_a_sound_comes_too(sound: str, words: str) -> None:
    ((name, told),) = media_of(read(text(f"Who?{sound}", file("s.mp3", b"ID3 sound")))).items()

    assert (name.endswith(".mp3"), told) == (True, words)


def test_a_picture_of_the_feedback_stays_out() -> None:
    draft = read(
        text("Who?"), feedback=text('See <img src="@@PLUGINFILE@@/1.png" alt="it">', file("1.png", A))
    )

    assert media_of(draft) == {}
    assert draft.explanation == "See [picture: it]"


def test_an_address_of_something_else_names_no_file() -> None:
    assert name_in("data 0") == ""
