"""What pages say, in which order; how they look is for the tests with a browser."""

import html
import json
import re
from base64 import b64decode
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from cpsprep.core.bank import BankHeader
from cpsprep.core.export.wording import gapped
from cpsprep.core.item import Choice, Item, Status
from cpsprep.core.printing.card_layout import Page, layout_of
from cpsprep.core.printing.exam_page import exam_page
from cpsprep.core.printing.flashcards import flashcards
from cpsprep.core.printing.key_page import key_page
from cpsprep.core.printing.practice import practice_page
from cpsprep.core.printing.reading_page import reading_page
from cpsprep.core.printing.sheet import Sheet, asked
from fakes_anki import HEADER, basic, cloze, multiple, single, told, true_false
from fakes_questions import banks

TAGS = {
    *("main", "header", "footer", "section", "article", "div", "p", "h1", "h2", "h3", "h4", "ol", "ul", "li"),
    *("span", "small", "strong", "br", "img", "script", "noscript"),
}
LETTER = Page(199.9, 263.4)


def no_picture(header: BankHeader, name: str) -> str:
    return ""


def a_picture(header: BankHeader, name: str) -> str:
    return f"data:image/png;base64,{name}"


def sheet(*items: Item, seed: str = "", minutes: int | None = None, header: BankHeader = HEADER) -> Sheet:
    return Sheet("Peer <Specialist>", asked(((item, header) for item in items), seed), seed, minutes)


def words(page: str) -> str:
    """What is to be read of a page."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def cards(*items: Item, large: bool = False) -> str:
    return flashcards(sheet(*items), no_picture, LETTER, large=large)


def data_of(page: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Questions and answers as the script of a page reads them."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page)
    assert found
    data = json.loads(found[1])
    return data["questions"], json.loads(b64decode(data["answers"]))


@given(banks())
def test_no_text_of_an_author_becomes_markup(items: list[Item]) -> None:
    made = sheet(*items, seed="1")
    pages = (
        exam_page(sheet(*[one for one in items if isinstance(one.body, Choice)]), a_picture),
        key_page(made),
        reading_page(made, a_picture),
        flashcards(made, a_picture, LETTER, large=False),
        practice_page(made, a_picture),
    )

    for page in pages:
        assert set(re.findall(r"<[/!]?([a-z]\w*)", page)) <= TAGS
        assert page.count("<script") <= 1


def test_an_exam_has_its_form_on_every_part_and_no_key() -> None:
    made = sheet(single(explanation="Be there."), true_false(), seed="7", minutes=30)
    page = exam_page(made, no_picture)

    assert page.count(f"Form {made.form} &middot; seed 7") == 2
    assert "30 minutes. Choose the one best answer to each. Write on" in words(page)
    assert "Be there." not in page
    assert "It names the feeling." not in page
    assert len(re.findall('class="bubble"', page)) == 6


def test_an_exam_says_where_more_than_one_is_right() -> None:
    page = words(exam_page(sheet(multiple()), no_picture))

    assert (
        "1 question. Choose the one best answer to each; where more than one is right, the question says so."
        in page
    )
    assert "Which TWO fit? More than one is right. A. one B. two C. three" in page


def test_a_title_that_looks_like_markup_is_shown() -> None:
    assert "<h1>Peer &lt;Specialist&gt;</h1>" in exam_page(sheet(single()), no_picture)


def test_a_story_stands_before_its_first_question_and_news_before_theirs() -> None:
    page = words(exam_page(sheet(told("aa-1", 1), told("aa-2", 2, "She laughs.")), no_picture))

    assert page.count("Ana is late.") == 1
    assert page.index("Ana is late.") < page.index("Question 1") + 40 < page.index("She laughs.")


def test_a_question_far_from_its_story_says_where_that_stands() -> None:
    items = told("aa-1", 1), told("aa-2", 2, "She laughs."), told("aa-3", 3, "She laughs.")
    page = words(exam_page(sheet(single(), *items), no_picture))

    assert "Question 3 The story before question 2 goes on: She laughs." in page
    assert "Question 4 This is about the story before question 2. " in page


def test_a_card_is_cut_out_so_it_tells_all_of_its_story() -> None:
    page = words(cards(told("aa-1", 1), told("aa-2", 2, "She laughs.")))

    assert page.count("Ana is late.") == 2
    assert re.search("2 Listening Ana is late. (She cries. )?She laughs.", page)


def test_a_key_has_letters_first_then_reasons_and_sources() -> None:
    page = words(key_page(sheet(single(source=("wi", "gone"), explanation="Be there."))))

    assert page.index("1 A Answers and reasons") < page.index(
        "A. It sounds hard. A, right: It names the feeling."
    )
    assert "B, not: Too soon." in page
    assert "Be there. Source: Wisconsin guide, 2020; gone" in page


def test_a_handout_goes_area_by_area() -> None:
    page = words(reading_page(sheet(single(), basic(domain="crisis"), cloze(domain="")), no_picture))

    areas = ("Listening Question 1", "self-care Question 2", "Questions Question 3")
    assert all(area in page for area in areas)
    assert "Who decides? Answer The person." in page
    assert "I ________ and ________ (sense). Answer see hear" in page


def test_a_note_stands_before_its_question() -> None:
    page = words(reading_page(sheet(single(content_note="This is about loss.")), no_picture))

    assert page.index("This is about loss.") < page.index("Which is BEST?")


@pytest.mark.parametrize(
    ("licence", "told_so"),
    [
        ("CC-BY-4.0", "CC BY 4.0 (creativecommons.org/licenses/by/4.0)."),
        ("CC-BY-SA-4.0", "CC BY-SA 4.0 (creativecommons.org/licenses/by-sa/4.0)."),
        ("MIT", "MIT."),
        ("", "version 0.1."),
    ],
)
def test_every_page_ends_with_whose_questions_they_are(licence: str, told_so: str) -> None:
    made = sheet(single(), header=replace(HEADER, licence=licence))
    pages = [exam_page(made, no_picture), key_page(made), practice_page(made, no_picture)]

    assert all("Questions: Peer <Specialist>, version 0.1" in words(page) for page in pages)
    assert all(told_so in words(page) for page in pages)


def test_a_bank_without_a_version_has_none() -> None:
    page = reading_page(sheet(single(), header=replace(HEADER, version="", licence="")), no_picture)

    assert "Questions: Peer <Specialist>. No examination board wrote or approved them." in words(page)


def test_questions_that_only_a_machine_has_read_say_so() -> None:
    unread = "not yet read by a certified peer specialist"

    assert unread in reading_page(sheet(single(status=Status.CHECKED)), no_picture)
    assert unread not in reading_page(sheet(single()), no_picture)


def test_backs_are_mirrored_so_that_they_lie_behind_their_fronts() -> None:
    page = cards(*(single(f"al-{number}") for number in range(3)))
    fronts, backs = re.findall(r'<section class="cards c2r4"[^>]*>(.*?)</section>', page)

    numbers = re.compile(r'class="card[^"]*">(?:<p class="number">(\d))?')
    assert [number or "-" for number in numbers.findall(fronts)] == [*"123", *"-----"]
    assert [number or "-" for number in numbers.findall(backs)] == [*"21-3", *"----"]


def test_a_card_names_the_area_of_its_question_if_it_has_one() -> None:
    page = words(cards(basic(domain=""), basic("ba-2", domain="crisis")))

    assert "1 Who decides?" in page
    assert "2 Crisis & self-care Who decides?" in page


def test_a_place_that_is_free_says_whose_cards_these_are() -> None:
    page = cards(*(single(f"al-{number}") for number in range(7)))

    assert page.count("<section") == 2
    assert "Questions: Peer <Specialist>, version 0.1" in words(page)
    assert "<footer>" not in page.split("Backs of sheet 1")[1]


def test_where_no_place_is_free_the_last_sheet_says_it_without_a_back() -> None:
    page = cards(*(single(f"al-{number}") for number in range(8)))

    assert re.findall(r'aria-label="([^"]*)"', page) == [
        "Fronts of sheet 1",
        "Backs of sheet 1",
        "Fronts of sheet 2",
    ]


def test_a_card_with_much_text_gets_more_room_after_the_others() -> None:
    page = cards(single(stem="Many words. " * 80), single("al-2"))

    assert re.findall(r'<section class="cards (\w+)', page) == ["c2r4", "c2r4", "c2r2", "c2r2"]
    assert page.index('class="number">2') < page.index('class="number">1')


def test_the_back_of_a_card_says_why_the_key_is_right_and_no_more() -> None:
    page = cards(single())

    assert "It names the feeling." in page
    assert "Too soon." not in page


def test_large_cards_have_letters_of_18_points() -> None:
    (one,) = asked([(single(), HEADER)])

    assert layout_of(one, LETTER, large=True) == (1, 2, 18)


def test_a_text_that_fits_nowhere_takes_a_page_of_the_smallest_letters() -> None:
    (one,) = asked([(basic(front="word " * 4000, media={"a.png": "A"}), HEADER)])

    assert layout_of(one, LETTER, large=False) == (1, 1, 7)
    assert layout_of(one, LETTER, large=True) == (1, 1, 11)


def test_a_cloze_that_is_none_shows_nothing() -> None:
    assert gapped("no hidden part") == ""


def test_a_practice_page_keeps_its_answers_out_of_sight() -> None:
    page = practice_page(sheet(single(explanation="Be there."), basic(), cloze()), no_picture)
    questions, answers = data_of(page)

    assert "It names the feeling." not in page
    assert "The person." not in page
    assert [one["text"] for one in questions] == [
        "Which is BEST?",
        "Who decides?",
        "I ________ and ________ (sense).",
    ]
    assert [one.get("right") or one["back"] for one in answers] == [["a"], "The person.", "see\n\nhear"]
    assert answers[0]["principle"] == "Be there."


def test_a_practice_page_says_that_it_keeps_no_schedule() -> None:
    page = words(practice_page(sheet(single(), basic()), no_picture))

    assert "2 questions to practise with." in page
    assert "It also keeps no schedule" in page


def test_a_practice_page_brings_story_note_and_pictures() -> None:
    item = told("aa-1", 1, "She laughs.", content_note="Sad.", media={"map.png": "A map", "s.mp3": "A sigh"})
    (question,), _ = data_of(practice_page(sheet(item), a_picture))

    assert question["story"] == "Ana is late.\n\nShe cries.\n\nShe laughs."
    assert question["note"] == "Sad."
    assert question["media"] == [
        ["A map", "data:image/png;base64,map.png", ""],
        ["Sound: A sigh", "", ""],
    ]


def test_a_practice_page_knows_which_questions_are_of_one_story() -> None:
    items = told("aa-1", 1), single(), told("aa-2", 2, "She laughs.")
    first, other, second = data_of(practice_page(sheet(*items), no_picture))[0]

    assert first["tale"] == second["tale"]
    assert "tale" not in other


def test_a_text_cannot_end_the_data_of_a_page() -> None:
    page = practice_page(sheet(basic(front="</script><b>\u2028")), no_picture)

    assert page.count("</script>") == 1
    assert data_of(page)[0][0]["text"] == "</script><b>"
