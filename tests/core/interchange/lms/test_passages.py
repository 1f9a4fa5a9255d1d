"""Texts that ask nothing in Moodle XML, GIFT and QTI: stories of the questions below, where clear."""

import pytest

from cpsprep.core.interchange.draft import Draft, Found, Spot
from cpsprep.core.interchange.lms.gift import read_gift
from cpsprep.core.interchange.lms.moodle_xml import read_moodle_xml
from cpsprep.core.interchange.lms.passages import Passage, Passages
from cpsprep.core.item import Kind
from fakes_import import remarks, skipped

STORY = (
    "Dana is a baker who has lost hours at work, and she sits in the respite and says that she cannot think "
    "well."
)
QUESTION = (
    '<question type="truefalse"><questiontext><text>So?</text></questiontext>'
    '<answer fraction="100"><text>true</text></answer></question>'
)


def category(name: str) -> str:
    return f'<question type="category"><category><text>$course$/{name}</text></category></question>'


def description(text: str) -> str:
    return (
        f'<question type="description"><questiontext format="html"><text><![CDATA[<p>{text}</p>]]></text>'
        "</questiontext></question>"
    )


def moodle(*parts: str) -> Found:
    return read_moodle_xml(f"<quiz>{''.join(parts)}</quiz>", "f")


def stories(found: Found) -> list[str]:
    return [one.story for one in found.drafts]


def test_a_description_of_moodle_is_of_the_questions_below_it_in_its_category() -> None:
    found = moodle(category("a"), QUESTION, description(STORY), QUESTION, QUESTION, category("b"), QUESTION)

    assert stories(found) == ["", STORY, STORY, ""]
    assert (remarks(found), skipped(found)) == ([], [])


def test_the_next_description_ends_it() -> None:
    other = STORY.replace("Dana", "Lee")

    found = moodle(description(STORY), QUESTION, QUESTION, description(other), QUESTION, QUESTION)

    assert stories(found) == [STORY, STORY, other, other]


def test_a_text_of_gift_is_one_too() -> None:
    asked = "Who? {T}\n\nWhat? {F}\n\n$CATEGORY: b\n\nSo? {T}"

    found = read_gift(f"$CATEGORY: a\n\n{STORY}\n\n{asked}", "f")

    assert stories(found) == [STORY, STORY, ""]


def card(number: int) -> Draft:
    return Draft(Kind.BASIC, Spot("f", number), f"front {number}", back="back")


def placed(text: str, before: int, many: int) -> Found:
    passages = Passages()
    passages.begin(Passage(Spot("f", 1), text), before)
    drafts, told = passages.told([card(number) for number in range(many)])
    return Found(drafts, (), told)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (STORY, 3),
        ("Scenario: Dana weeps.", 3),
        ("The next two questions are of Dana, who weeps.", 2),
        ("Questions 1 to 9: Dana weeps.", 3),
    ],
)
def test_of_how_many_questions_it_is(text: str, count: int) -> None:
    found = placed(text, 0, 3)

    assert sum(one.story != "" for one in found.drafts) == count


def test_of_one_question_it_becomes_a_part() -> None:
    assert placed("Scenario: Dana weeps.", 1, 2).drafts[1].stem == "Dana weeps.\n\nfront 1"


@pytest.mark.parametrize(
    ("text", "before", "many"),
    [
        ("Read each question with care.", 0, 3),
        (f"Choose the best answer. {STORY}", 0, 3),
        (STORY, 3, 3),
        (STORY, 0, 11),
    ],
)
def test_where_it_is_not_clear_it_is_told_and_changes_nothing(text: str, before: int, many: int) -> None:
    found = placed(text, before, many)

    assert set(stories(found)) == {""}
    assert "it is not clear of which questions" in remarks(found)[0]
    assert [one.stem for one in found.drafts] == [f"front {number}" for number in range(many)]


def test_an_empty_one_is_passed_over() -> None:
    assert remarks(placed("", 0, 2)) == []
