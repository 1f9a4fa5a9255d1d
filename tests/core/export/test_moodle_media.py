"""Pictures and sounds inside of a Moodle XML file: each where a text names it, others before the question."""

from base64 import b64encode
from collections.abc import Callable, Mapping
from xml.etree import ElementTree as ET

import pytest

from cpsprep.core.export.moodle_xml import moodle_xml
from cpsprep.core.export.parts import Part
from cpsprep.core.item import Choice, Item, Kind, OptionId
from fakes_anki import HEADER, basic, cloze, item, single, true_false

FILES = {"a.png": b"a", "b.png": b"b", "s.mp3": b"s"}
A = '<p><img src="@@PLUGINFILE@@/a.png" alt="A &lt;face&gt;"></p>'
WORDS = {"a.png": "A <face>", "b.png": "Two", "s.mp3": 'A "sigh"'}


def written(one: Item, files: Mapping[str, bytes] | None = None) -> ET.Element:
    root = ET.fromstring(moodle_xml([one], HEADER, FILES if files is None else files).text)
    (found,) = (one for one in root if one.get("type") != "category")
    return found


def html(one: Item, path: str = "questiontext") -> str:
    found = written(one).find(path)
    assert found is not None
    assert found.get("format") == "html"
    return found.findtext("text") or ""


def named(*names: str) -> Mapping[str, str]:
    return {name: WORDS[name] for name in names}


def of_options(*texts: str) -> Item:
    options = {OptionId(letter): text for letter, text in zip("ab", texts, strict=True)}
    body = Choice(Kind.SINGLE, "Which?", options, (OptionId("a"),))
    return item("al-0001", body, media=named("a.png", "b.png"))


@pytest.mark.parametrize("make", [single, basic, cloze, true_false])
def test_it_stands_before_the_question_and_its_words_do_not(make: Callable[..., Item]) -> None:
    text = html(make(media=named("a.png")))

    assert text.startswith(f"{A}<p>")
    assert "Picture:" not in text


def test_the_file_lies_beside_its_text() -> None:
    found = written(single(media=named("a.png")))

    (file,) = found.findall("questiontext/file")
    assert (file.attrib, file.text) == (
        {"name": "a.png", "path": "/", "encoding": "base64"},
        b64encode(b"a").decode(),
    )


def test_an_option_that_names_one_shows_it() -> None:
    found = written(of_options("[picture 2]", "This [Picture 1]"))

    answers = [one.findtext("text") for one in found.findall("answer")]
    assert answers == [
        '<p><img src="@@PLUGINFILE@@/b.png" alt="Two"></p>',
        '<p>This <img src="@@PLUGINFILE@@/a.png" alt="A &lt;face&gt;"></p>',
    ]
    assert [one.get("name") for one in found.findall("answer/file")] == ["b.png", "a.png"]
    assert found.find("questiontext/file") is None


def test_the_question_shows_one_where_it_names_it() -> None:
    text = html(single(media=named("a.png"), stem="Look at [picture] & say.\n\nWhat?"))

    assert text == (
        '<p>Look at <img src="@@PLUGINFILE@@/a.png" alt="A &lt;face&gt;"> &amp; say.</p><p>What?</p>'
    )


def test_a_sound_has_its_words_as_title() -> None:
    text = html(single(media=named("s.mp3")))

    assert '<audio controls="controls" src="@@PLUGINFILE@@/s.mp3" title="A &quot;sigh&quot;"></audio>' in text


def test_what_is_not_there_is_told_in_words() -> None:
    found = written(of_options("[picture 1]", "[picture 2]"), {"a.png": b"a"})

    assert "Picture 2: Two" in (found.findtext("questiontext/text") or "")
    assert [one.findtext("text") for one in found.findall("answer")][1] == "[picture 2]"


@pytest.mark.parametrize(
    ("files", "joined"), [(FILES, ()), ({}, ((Part.MEDIA, 1),)), ({"a.png": b"a"}, ((Part.MEDIA, 1),))]
)
def test_it_is_told_whether_all_are_in_it(
    files: Mapping[str, bytes], joined: tuple[tuple[Part, int], ...]
) -> None:
    assert moodle_xml([single(media=named("a.png", "b.png"))], HEADER, files).joined == joined
