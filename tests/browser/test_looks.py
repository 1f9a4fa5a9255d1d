"""What cards look like: by day and night, on narrow screens, in large type, to assistive technology."""

from collections.abc import Callable

import pytest

from fakes_clients import Screen

pytestmark = pytest.mark.browser
Open = Callable[..., Screen]
CHOICES = ["al-0001", "mu-0001", "tf-0001", "lo-0001", "sc-0001", "pi-0001"]
NAMES = [*CHOICES, "cl-0001", "ba-0001", "so-0001"]
NIGHT = "nightMode night_mode"
_COLOR = "getComputedStyle(document.querySelector('{}')).{}"


@pytest.mark.parametrize("classes", ["", NIGHT], ids=["day", "night"])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_no_barriers(open_screen: Open, name: str, classes: str) -> None:
    screen = open_screen(classes=classes)
    for show in (screen.front, screen.back):
        show(name)
        assert screen.barriers() == []


@pytest.mark.parametrize("name", ["al-0001", "cl-0001"])
def test_the_desktop_s_own_night_colors_are_fine_too(open_screen: Open, name: str) -> None:
    """Seen in 26.09.3: it puts a background and a color of its own above ours."""
    screen = open_screen(classes=NIGHT)
    screen.page.add_style_tag(content=".card { background: #2c2c2c !important; color: #fff !important }")
    screen.front(name)
    if name in CHOICES:
        screen.pick("b")
    screen.back(name)
    assert screen.barriers() == []


@pytest.mark.parametrize("scale", [1, 2], ids=["usual type", "type twice as large"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_has_to_be_scrolled_sideways(open_screen: Open, name: str, scale: int) -> None:
    screen = open_screen(width=320)
    screen.page.evaluate(f"document.documentElement.style.fontSize = '{16 * scale}px'")
    for show in (screen.front, screen.back):
        show(name)
        assert screen.page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scale", [1, 2], ids=["usual type", "type twice as large"])
def test_type_grows_with_the_reader_s_setting(open_screen: Open, scale: int) -> None:
    screen = open_screen()
    screen.page.evaluate(f"document.documentElement.style.fontSize = '{16 * scale}px'")
    screen.front("al-0001")
    for part in (".stem", "label div"):
        size = float(screen.page.evaluate(_COLOR.format(part, "fontSize")).removesuffix("px"))
        assert size == pytest.approx(18.4 * scale)


@pytest.mark.parametrize("type_size", [9, 16])
@pytest.mark.parametrize("name", CHOICES)
def test_every_option_is_large_enough_for_a_finger(open_screen: Open, name: str, type_size: int) -> None:
    screen = open_screen(width=320, phone=True)
    screen.page.evaluate(f"document.documentElement.style.fontSize = '{type_size}px'")
    screen.front(name)
    boxes = [label.bounding_box() for label in screen.page.locator("label").all()]

    assert len(boxes) == len(screen.options())
    assert all(box and box["height"] >= 44 and box["width"] >= 200 for box in boxes)


def test_a_tap_on_an_option_is_the_card_s_own_in_ankidroid(open_screen: Open) -> None:
    screen = open_screen()
    screen.front("al-0001")
    assert screen.page.locator("label.tappable").count() == 4


@pytest.mark.parametrize("classes", ["nightMode", "night_mode", NIGHT])
def test_either_name_of_night_mode_makes_the_card_dark(open_screen: Open, classes: str) -> None:
    screen = open_screen(classes=classes)
    screen.back("al-0001")
    assert screen.page.evaluate(_COLOR.format("body", "backgroundColor")) == "rgb(31, 34, 37)"
    assert screen.page.evaluate(_COLOR.format(".why", "color")) == "rgb(180, 185, 192)"


@pytest.mark.parametrize("classes", ["nightMode", "night_mode"])
def test_night_mode_may_be_set_on_the_page_around_the_card(open_screen: Open, classes: str) -> None:
    screen = open_screen()
    screen.page.evaluate(f"document.documentElement.className = '{classes}'")
    screen.front("cl-0001")
    assert screen.page.evaluate(_COLOR.format("body", "backgroundColor")) == "rgb(31, 34, 37)"


@pytest.mark.parametrize("name", ["lo-0001", "sc-0001", "ba-0001", "pi-0001"])
def test_the_content_note_stands_above_all_else(open_screen: Open, name: str) -> None:
    screen = open_screen()
    screen.front(name)
    note = screen.page.locator(".content-note").bounding_box()
    others = [part.bounding_box() for part in screen.page.locator(".cps > :not(.content-note)").all()]

    assert note
    assert all(box and box["y"] >= note["y"] + note["height"] for box in others)


@pytest.mark.parametrize("name", ["pi-0001", "so-0001"])
def test_a_wide_picture_keeps_its_shape_on_a_narrow_screen_on_both_sides(
    open_screen: Open, name: str
) -> None:
    screen = open_screen(width=320)
    for show in (screen.front, screen.back):
        show(name)
        box = screen.page.locator(".media img").bounding_box()
        assert box
        assert box["x"] + box["width"] <= 320 - 16
        assert box["width"] / box["height"] == pytest.approx(4, abs=0.1)


def test_a_picture_is_no_larger_than_it_is(open_screen: Open) -> None:
    screen = open_screen(width=4000)
    screen.front("pi-0001")
    box = screen.page.locator(".media img").bounding_box()
    text = screen.page.locator(".stem").bounding_box()
    assert box
    assert text
    assert box["width"] <= text["width"]


def test_who_does_not_see_a_picture_gets_its_words(open_screen: Open) -> None:
    screen = open_screen()
    screen.front("pi-0001")
    assert screen.page.get_by_role("img", name="The plan of a room").is_visible()


def test_a_sound_stands_below_its_words(open_screen: Open) -> None:
    """Anki puts its own button where the mark is."""
    screen = open_screen()
    for show in (screen.front, screen.back):
        show("so-0001")
        words, mark = screen.page.locator(".media").inner_text().split("\n\n")
        assert (words, mark.startswith("[anki:play:")) == ("A bell that rings twice.", True)


@pytest.mark.parametrize("classes", ["", NIGHT], ids=["day", "night"])
def test_dark_lines_of_a_transparent_picture_can_be_seen(open_screen: Open, classes: str) -> None:
    screen = open_screen(classes=classes)
    screen.front("pi-0001")
    assert screen.page.evaluate(_COLOR.format(".media img", "backgroundColor")) == "rgb(255, 255, 255)"
