"""Packages of learning platforms: which parts are read, and what is refused."""

from pathlib import Path

import pytest

from cpsprep.adapters.interchange import qti_file
from cpsprep.adapters.interchange.incoming import Incoming
from cpsprep.adapters.interchange.reading import Asked, Read, read_incoming
from cpsprep.app.errors import UnreadableError
from cpsprep.core.interchange.names import Format
from fakes_pictures import line_drawing
from fakes_qti import choices, gave, item, package, quiz, rule


def ask(stem: str) -> str:
    return item("multiple_choice_question", stem, choices("x", "y"), rule(gave("2"), points="100"))


def read(data: bytes, name: str = "export.zip") -> Read:
    return read_incoming(Incoming(name, "export", data), Path(name), Asked())


def test_an_export_of_one_quiz() -> None:
    made = read(package({"g1/g1.xml": quiz(ask("Which?")), "g1/assessment_meta.xml": "<quiz/>"}))

    assert (made.format_, made.found.title) == (Format.QTI, "Midterm")
    (draft,) = made.found.drafts
    assert (draft.stem, str(draft.where)) == ("Which?", "export.zip, 'Midterm', question 1")


def test_quizzes_of_a_course_are_read_once() -> None:
    parts = {
        "g1/assessment_qti.xml": quiz(ask("Plain?")),
        "g3/assessment_qti.xml": quiz(ask("Alone?")),
        "non_cc_assessments/g1.xml.qti": quiz(ask("One?")),
        "non_cc_assessments/g2.xml.qti": quiz(ask("Two?"), title="Final"),
    }

    made = read(package(parts))

    assert [draft.stem for draft in made.found.drafts] == ["Alone?", "One?", "Two?"]
    assert made.found.title == ""


def test_a_quiz_without_its_package() -> None:
    assert read(quiz(ask("Which?")).encode(), "quiz.xml").format_ is Format.QTI
    assert read(package({"a.xml": quiz(ask("Which?")).encode("utf-16")})).found.drafts


def test_pictures_come_along() -> None:
    stem = '<p>Look.</p><img src="$IMS-CC-FILEBASE$/Uploaded%20Media/a.png?canvas_download=1" alt="a clock">'
    made = read(
        package({"a.xml": quiz(ask(stem)), "web_resources/Uploaded Media/a.png": line_drawing(20, 20)})
    )

    assert len(made.files) == 1
    assert "a clock" in str(made.found.drafts[0].more["media"])


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("$IMS_CC_FILE_BASE$unit/a.png", "exam/files/unit/a.png"),
        ("%24IMS-CC-FILEBASE%24/Uploaded%20Media/a.png", "Uploaded Media/a.png"),
        ("$IMS-CC-FILEBASE$/Uploaded Media/8c1f", "web_resources/Uploaded Media/8c1f"),
        ("../images/a.png", "g1/images/a.png"),
        ("unit\\a.png", "unit/a.png"),
        ("/a.png", "a.png"),
    ],
)
def test_pictures_are_found_by_the_names_that_programs_write(source: str, name: str) -> None:
    made = read(package({"a.xml": quiz(ask(f'Look.<img src="{source}">')), name: line_drawing(20, 20)}))

    assert len(made.files) == 1


def test_a_name_that_two_files_end_with_is_neither() -> None:
    pictures = {"one/a.png": line_drawing(20, 20), "two/a.png": line_drawing(30, 30)}

    made = read(package({"a.xml": quiz(ask('Look.<img src="a.png"><img src="">')), **pictures}))

    assert made.files == {}


def test_names_that_lead_out_of_the_archive_lead_nowhere() -> None:
    made = read(package({"../../a.xml": quiz(ask('Look.<img src="../../../../etc/hostname">'))}))

    assert len(made.found.drafts) == 1
    assert made.files == {}


@pytest.mark.parametrize(
    ("parts", "said", "hint"),
    [
        ({"a.xml": "<html/>"}, "holds no quiz in QTI 1.2", "export the questions as QTI 1.2"),
        ({"a.xml": '<assessmentItem xmlns="q"/>'}, "is QTI 2 or 3, which is not read", "Moodle XML"),
        ({"a.xml": '<qti-assessment-item xmlns="q"/>'}, "is QTI 2 or 3, which is not read", "GIFT"),
    ],
)
def test_others_are_refused_with_a_way_out(parts: dict[str, str], said: str, hint: str) -> None:
    with pytest.raises(UnreadableError, match=said) as refused:
        read(package(parts))

    assert hint in refused.value.hint


def test_a_package_that_unpacks_to_too_much_is_refused() -> None:
    part = b"<questestinterop>" + b" " * 60_000_000
    with pytest.raises(UnreadableError, match="unpacks to more than 100 MB"):
        read(package({"a.xml": part, "b.xml": part}))
    with pytest.raises(UnreadableError, match="more than 2,000 parts"):
        read(package({f"{number}.xml": "" for number in range(2001)}))


def test_a_damaged_package_is_refused_and_a_broken_quiz_is_told() -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        read(package({"a.xml": quiz(ask("Which?"))})[:-40])

    assert read(package({"a.xml": "<questestinterop>"})).found.skipped[0].what == "broken file"
    assert qti_file.fetch_from_package(b"no archive")("a.png") is None
