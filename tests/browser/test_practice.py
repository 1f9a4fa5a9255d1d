"""The page to practise with, as somebody uses it with a keyboard or a screen reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from cpsprep.adapters.printing.pages import Look, html_page
from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.printing.practice import practice_page
from cpsprep.core.printing.sheet import Sheet, asked
from fakes_anki import HEADER, basic, cloze, multiple, single, told

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from fakes_pages import Open, Shown

pytestmark = pytest.mark.browser


def no_picture(header: BankHeader, name: str) -> str:
    return ""


def page(*items: Item) -> bytes:
    body = practice_page(Sheet("Practice", asked((one, HEADER) for one in items)), no_picture)
    return html_page(body, "Practice", "en", Look(), styles=("practice",), script="practice")


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    from fakes_pages import opening

    with opening(browser) as opened:
        yield opened


def press(shown: Shown, name: str) -> None:
    shown.page.get_by_role("button", name=name, exact=True).click()


def choose(shown: Shown, *texts: str) -> None:
    for text in texts:
        shown.page.get_by_label(text).check()
    press(shown, "Check")


def read(shown: Shown) -> str:
    return str(shown.page.locator("#stage").inner_text())


def test_it_begins_by_saying_that_it_keeps_no_schedule(open_page: Open) -> None:
    assert "keeps no schedule" in read(open_page(page(single())))


def test_a_wrong_choice_is_told_with_all_reasons(open_page: Open) -> None:
    shown = open_page(page(single(explanation="Be there.", source=("wi",))))
    press(shown, "Begin")
    choose(shown, "Me too.")
    said = read(shown)

    assert shown.focused() == "Not this time"
    assert "Not right (your choice)" in said
    assert all(
        why in said
        for why in ("Right answer", "It names the feeling.", "Too soon.", "Too light.", "Be there.")
    )
    assert "Source: Wisconsin guide, 2020" in said


def test_the_key_is_nowhere_before_the_answer(open_page: Open) -> None:
    shown = open_page(page(single()))
    press(shown, "Begin")

    assert "It names the feeling." not in shown.page.content()


def test_only_all_right_ones_together_are_right(open_page: Open) -> None:
    shown = open_page(page(multiple()))
    press(shown, "Begin")
    choose(shown, "one")
    assert shown.focused() == "Not this time"
    press(shown, "See how it went")
    press(shown, "Ask the 1 again")
    choose(shown, "one", "three")

    assert shown.focused() == "Right"


def test_nothing_chosen_is_told_and_counts_nothing(open_page: Open) -> None:
    shown = open_page(page(single()))
    press(shown, "Begin")
    press(shown, "Check")

    assert shown.page.get_by_role("alert").inner_text().startswith("Choose an answer first")


def test_a_note_comes_first_and_the_question_can_be_left_out(open_page: Open) -> None:
    shown = open_page(page(single(content_note="This is about loss.")))
    press(shown, "Begin")
    assert "This is about loss." in read(shown)
    assert "Which is BEST?" not in read(shown)
    press(shown, "Leave it out")

    assert "No question was answered." in read(shown)


def test_a_note_gives_way_to_its_question(open_page: Open) -> None:
    shown = open_page(page(single(content_note="This is about loss.")))
    press(shown, "Begin")
    press(shown, "Show the question")

    assert "Which is BEST?" in read(shown)


@pytest.mark.parametrize(
    ("item", "back"), [(cloze(), "see"), (basic(), "The person.")], ids=["cloze", "basic"]
)
def test_what_has_no_options_is_judged_by_the_learner(open_page: Open, item: Item, back: str) -> None:
    shown = open_page(page(item))
    press(shown, "Begin")
    assert back not in read(shown).split("\n")
    press(shown, "Show the answer")
    assert back in read(shown).split("\n")
    press(shown, "Not yet")

    assert "0 of 1 right." in read(shown)


def test_a_story_stands_before_its_question(open_page: Open) -> None:
    shown = open_page(page(told("sc-1", 1, "She laughs.")))
    press(shown, "Begin")
    said = read(shown)

    assert said.index("Ana is late.") < said.index("She laughs.") < said.index("Which is BEST?")


def test_a_story_can_be_read_again_beside_the_answer(open_page: Open) -> None:
    shown = open_page(page(told("sc-1", 1)))
    press(shown, "Begin")
    choose(shown, "Me too.")
    assert "Ana is late." not in read(shown)
    shown.page.get_by_text("The story", exact=True).click()

    assert "Ana is late." in read(shown)
    assert shown.barriers() == []


def test_the_questions_of_a_story_come_together_and_in_order(open_page: Open) -> None:
    story = [told(f"sc-{number}", number, *["News."] * (number - 1)) for number in range(1, 5)]
    shown = open_page(page(*(single(f"al-{number}") for number in range(4)), *story))
    press(shown, "Begin")
    news = []
    for _ in range(8):
        news.append(read(shown).count("News.") if "Ana is late." in read(shown) else -1)
        press(shown, "Leave it out")

    first = news.index(0)
    assert news[first : first + 4] == [0, 1, 2, 3]


def test_who_stops_early_sees_how_it_went_and_goes_on_with_the_same_question(open_page: Open) -> None:
    shown = open_page(page(single(), single("al-2"), single("al-3")))
    press(shown, "Begin")
    choose(shown, "Me too.")
    press(shown, "Next question")
    press(shown, "Stop here")
    assert shown.focused() == "How it went so far"
    assert all(told in read(shown) for told in ("0 of 1 right.", "Still to come: 2.", "it forgets"))
    assert shown.barriers() == []
    press(shown, "Go on")

    assert shown.focused() == "Question 2 of 3"


def test_who_stops_early_can_have_the_missed_asked_again_before_the_others(open_page: Open) -> None:
    shown = open_page(page(single(), single("al-2"), single("al-3")))
    press(shown, "Begin")
    choose(shown, "Me too.")
    press(shown, "Stop here")
    press(shown, "Ask the 1 again")
    choose(shown, "It sounds hard.")
    press(shown, "See how it went")
    assert "1 of 1 right." in read(shown)
    press(shown, "Go on")

    assert shown.focused() == "Question 1 of 2"


def test_the_end_tells_areas_and_that_nothing_is_saved(open_page: Open) -> None:
    shown = open_page(page(single(), single("al-2", domain="crisis")))
    press(shown, "Begin")
    for last in (False, True):
        choose(shown, "It sounds hard.")
        press(shown, "See how it went" if last else "Next question")
    said = read(shown)

    assert "2 of 2 right." in said
    assert "1 of 1" in said
    assert "Nothing of this is saved" in said
    assert "Still to come" not in said
    assert "Ask the" not in said


def test_a_whole_round_by_keyboard_alone(open_page: Open) -> None:
    shown = open_page(page(single(shuffle=False)))
    keys = shown.page.keyboard
    for key in ("Tab", "Enter"):
        keys.press(key)
    assert shown.focused() == "Question 1 of 1"
    for key in ("Tab", "ArrowDown", "ArrowUp", "Enter"):
        keys.press(key)
    assert shown.focused() == "Right"
    for key in ("Tab", "Enter"):
        keys.press(key)

    assert shown.focused() == "Done"


def test_every_step_keeps_nobody_out(open_page: Open) -> None:
    shown = open_page(
        page(single(content_note="Sad."), single("al-2", domain="crisis", content_note="Sad.")), 320
    )
    press(shown, "Begin")
    for last in (False, True):
        assert shown.barriers() == []
        press(shown, "Show the question")
        assert shown.barriers() == []
        choose(shown, "Me too.")
        assert shown.barriers() == []
        press(shown, "See how it went" if last else "Next question")

    assert shown.barriers() == []
    assert shown.width() <= 320


def test_without_scripts_it_says_what_to_do(open_page: Open) -> None:
    assert "ask for a printed handout" in open_page(page(single()), scripts=False).page.inner_text("body")
