"""Anki's notes: the lines at the head of a text, what fields mean, and what is lost."""

import pytest

from cpsprep.core.interchange.draft import HostileError, Spot
from cpsprep.core.interchange.tables.anki_notes import Note, read_anki_text, read_notes
from fakes_import import lines, skipped


def test_a_text_with_headers() -> None:
    text = (
        "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
        "g1\tBasic\tCPS::Skills\tWhat is <b>hope</b>?\tA thing.<br>Truly.\tone two\n"
        "g2\tCloze\tCPS\tI {{c1::see}}.\tExtra\t\n"
        '"g3"\tBasic\tCPS\t"two\nlines"\tback [sound:a.mp3]\t\n'
        "g4\tBasic\tCPS\tfront only\t\t\n"
        "g5\tBasic\tCPS\t\t\t\n"
    )

    found = read_anki_text(text, "f")

    assert lines(found) == [
        "basic: What is hope? = A thing./Truly. | named g1 | in Skills | #one | #two | !! bold",
        "cloze: I {{c1::see}}. | -- Extra | named g2 | in CPS",
        "basic: two/lines = back | named g3 | in CPS | !! a sound",
    ]
    assert skipped(found) == ["11 without a back", "12 without text"]


def test_a_text_without_html_and_with_tags_for_all() -> None:
    text = (
        "#separator:semicolon\n#html:false\n#tags:one\n#deck:Words\n#unknown:x\na <b> c;d;more;\n# a note\n"
    )

    assert lines(read_anki_text(text, "f")) == ["basic: a <b> c = d | -- more | in Words | #one"]


@pytest.mark.parametrize(("name", "sign"), [("comma", ","), ("pipe", "|"), (";", ";"), ("", "\t")])
def test_separators_by_name_and_by_sign(name: str, sign: str) -> None:
    assert lines(read_anki_text(f"#separator:{name}\nfront{sign}back", "f")) == ["basic: front = back"]


def test_named_fields_make_choices() -> None:
    text = (
        "#separator:tab\n#columns:Question\tOption 1\tOption "
        "2\tAnswer\tTags\n#tags column:5\nWho?\tx\ty\tB\tone\n\tx\ty\tB\t\n"
    )

    found = read_anki_text(text, "f")

    assert lines(found) == ["single: Who? | x | *y | #one"]
    assert skipped(found) == ["5 without a stem"]


def test_a_giant_field_is_refused() -> None:
    with pytest.raises(HostileError):
        read_anki_text(f'#separator:tab\n"{"x" * 200_000}"\tb', "f")


def test_notes_of_a_package() -> None:
    note = Note(Spot("f", 1, "note"), ["a &amp; b", "c"], ("Front", "Back"), ("t",), "guid", "A\x1fB")

    assert lines(read_notes([note])) == ["basic: a & b = c | named guid | in B | #t"]


def test_a_text_with_headers_alone_has_no_notes() -> None:
    assert lines(read_anki_text("#separator:tab\n#html:true", "f")) == []
