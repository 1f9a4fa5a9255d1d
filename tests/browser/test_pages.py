"""Pages to print and to practise with, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from cpsprep.adapters.bank.shelf import BankShelf
from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.adapters.printing.pages import Look, card_page, html_page
from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Choice, Item
from cpsprep.core.printing.class_note import ClassNote, as_html
from cpsprep.core.printing.exam_page import exam_page
from cpsprep.core.printing.flashcards import flashcards
from cpsprep.core.printing.key_page import key_page
from cpsprep.core.printing.paper_size import PaperSize
from cpsprep.core.printing.practice import practice_page
from cpsprep.core.printing.reading_page import reading_page
from cpsprep.core.printing.sheet import Sheet, asked
from fakes_anki import HEADER, basic, cloze, multiple, single, told, true_false

if TYPE_CHECKING:  # what is not there skips the tests, not the reading of this file
    from playwright.sync_api import Browser

    from fakes_pages import Open

pytestmark = pytest.mark.browser
PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
ITEMS = (
    single(explanation="Be there.", content_note="This is about loss.", source=("wi",)),
    multiple(),
    true_false(),
    told("sc-1", 1),
    told("sc-2", 2, "She laughs.", media={"map.png": "A map of the town"}),
    cloze(domain="crisis"),
    basic(
        front="\u05e9\u05dc\u05d5\u05dd https://example.org/a/very/long/address/without/any/place/to/break/it"
    ),
)
KINDS = ("exam", "key", "handout", "flashcards", "practice", "class note")
PLACES = """cards => cards.map(card => {
  const box = card.getBoundingClientRect(), sheet = card.parentElement.getBoundingClientRect();
  const places = [box.left - sheet.left, sheet.right - box.right, box.top - sheet.top].map(Math.round);
  const side = card.parentElement.ariaLabel.split(" ")[0];
  return [card.querySelector(".number").textContent[0], side, ...places];
})"""
"""For each card its number, its side, and how far it is from the left, right and upper edge."""
POINTS = {PaperSize.LETTER: (612, 792), PaperSize.A4: (595, 842)}


def picture(header: BankHeader, name: str) -> str:
    return PIXEL


def sheet(*items: Item) -> Sheet:
    return Sheet("Peer <Specialist>", asked(((one, HEADER) for one in items), "7"), "7", 30)


def made(kind: str, *items: Item, paper: PaperSize = PaperSize.LETTER, large: bool = False) -> bytes:
    items = items or ITEMS
    if kind in {"exam", "key"}:
        items = tuple(one for one in items if isinstance(one.body, Choice))
    one, look = sheet(*items), Look(paper, large)
    bodies = {
        "exam": lambda: exam_page(one, picture),
        "key": lambda: key_page(one),
        "handout": lambda: reading_page(one, picture),
        "flashcards": lambda: flashcards(one, picture, card_page(paper), large=large),
        "practice": lambda: practice_page(one, picture),
        "class note": lambda: as_html(
            ClassNote("Spring", "2", "CC-BY-4.0", 40, "spring.cpsbank", page="spring.html")
        ),
    }
    styles = {"flashcards": ("cards",), "practice": ("practice",)}.get(kind, ("paper",))
    script = "practice" if kind == "practice" else ""
    return html_page(bodies[kind](), "A page", "en", look, styles=styles, script=script)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    from fakes_pages import opening

    with opening(browser) as opened:
        yield opened


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_keeps_nobody_out(open_page: Open, kind: str, dark: bool) -> None:
    assert open_page(made(kind), dark=dark).barriers() == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_a_small_phone(open_page: Open, kind: str) -> None:
    assert open_page(made(kind), 320).width() <= 320


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "practice"])
def test_paper_needs_no_script(open_page: Open, kind: str) -> None:
    assert "<script" not in open_page(made(kind), scripts=False).page.content()


@pytest.mark.parametrize("paper", list(PaperSize))
@pytest.mark.parametrize("kind", ["exam", "key", "handout", "flashcards"])
def test_a_page_is_printed_on_its_paper(open_page: Open, kind: str, paper: PaperSize) -> None:
    sheets = open_page(made(kind, paper=paper)).sheets()

    assert {(round(width), round(height)) for width, height in sheets} == {POINTS[paper]}


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("paper", list(PaperSize))
def test_each_side_of_flashcards_is_one_page_so_that_backs_stay_behind_fronts(
    open_page: Open, paper: PaperSize, large: bool
) -> None:
    pictured = [single(f"pi-{one}", media={"map.png": "A map", "face.png": "A face"}) for one in range(2)]
    page = made("flashcards", *(basic(f"ba-{one}") for one in range(8)), *pictured, paper=paper, large=large)

    assert len(open_page(page).sheets()) == page.count(b"<section")


def test_an_answer_sheet_is_a_page_of_its_own(open_page: Open) -> None:
    assert len(open_page(made("exam", single())).sheets()) == 2


def test_large_print_is_18_points(open_page: Open) -> None:
    shown = open_page(made("exam", large=True))
    shown.page.emulate_media(media="print")

    sizes = shown.page.eval_on_selector_all(
        ".question p, .question li", "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 18 * 96 / 72 * 0.95


def test_eight_cards_are_two_pages_and_a_last_one_says_whose_they_are(open_page: Open) -> None:
    cards = [single(f"al-{number}") for number in range(8)]

    assert len(open_page(made("flashcards", *cards)).sheets()) == 3


def test_cards_that_leave_a_place_free_need_no_page_for_whose_they_are(open_page: Open) -> None:
    assert len(open_page(made("flashcards", *(single(f"al-{number}") for number in range(7)))).sheets()) == 2


@pytest.mark.parametrize("kind", ["exam", "key", "handout"])
def test_large_print_is_large_in_every_line(open_page: Open, kind: str) -> None:
    shown = open_page(made(kind, large=True))
    shown.page.emulate_media(media="print")
    sizes = shown.page.eval_on_selector_all(
        "main p, main li, main small, main span:not(.unseen, .bubble), main h1, main h2, main h3, main h4",
        "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))",
    )

    assert min(sizes) >= 18 * 96 / 72 - 0.01


def test_the_answers_of_a_large_key_fill_its_pages(open_page: Open) -> None:
    answers = [single(f"al-{number:02}", explanation="A reason. " * 20) for number in range(9)]

    assert len(open_page(made("key", *answers, large=True)).sheets()) <= 5


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("paper", list(PaperSize))
def test_every_shipped_question_fits_its_card(open_page: Open, paper: PaperSize, large: bool) -> None:
    (bank,) = BankShelf([default_bank_folder()], None).banks()
    shown = open_page(made("flashcards", *bank.items.values(), paper=paper, large=large))
    shown.page.emulate_media(media="print")

    assert shown.spills() == []


def test_the_whole_shipped_bank_is_a_page_of_a_sensible_size() -> None:
    (bank,) = BankShelf([default_bank_folder()], None).banks()

    assert len(made("practice", *bank.items.values())) < 2_000_000


def test_backs_lie_behind_their_fronts(open_page: Open) -> None:
    shown = open_page(made("flashcards", *(single(f"al-{number}") for number in range(3))))
    shown.page.emulate_media(media="print")
    places = shown.page.eval_on_selector_all("article.card:has(.number)", PLACES)
    fronts = {number: (left, top) for number, side, left, _, top in places if side == "Fronts"}
    backs = {number: (right, top) for number, side, _, right, top in places if side == "Backs"}

    assert fronts == backs
    assert len(fronts) == 3
