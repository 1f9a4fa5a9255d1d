"""Choosing by keys: those that Anki leaves to a card, and no others."""

from collections.abc import Callable

import pytest

from fakes_clients import Screen

pytestmark = pytest.mark.browser
Open = Callable[..., Screen]


@pytest.mark.parametrize("place", [1, 2, 3, 4])
def test_alt_and_a_digit_choose_by_place(open_screen: Open, place: int) -> None:
    screen = open_screen()
    screen.front("al-0001")
    screen.page.keyboard.press(f"Alt+Digit{place}")

    assert screen.chosen() == [screen.options()[place - 1]]


def test_alt_and_a_digit_take_a_choice_back_where_several_fit(open_screen: Open) -> None:
    screen = open_screen()
    screen.front("mu-0001")
    for place in (1, 3, 1):
        screen.page.keyboard.press(f"Alt+Digit{place}")

    assert screen.chosen() == [screen.options()[2]]


@pytest.mark.parametrize("key", ["Digit1", "Control+Alt+Digit1", "Meta+Alt+Digit1", "Alt+Digit9", "Alt+KeyA"])
def test_other_keys_are_left_to_anki(open_screen: Open, key: str) -> None:
    screen = open_screen()
    screen.front("al-0001")
    screen.page.keyboard.press(key)

    assert screen.chosen() == []


def test_a_choice_by_key_reaches_the_back(open_screen: Open) -> None:
    screen = open_screen()
    screen.front("al-0001")
    screen.page.keyboard.press("Alt+Digit2")
    (option,) = screen.chosen()
    screen.back("al-0001")

    assert "Your choice" in screen.row(option)


def test_tab_and_arrows_choose_one(open_screen: Open) -> None:
    screen = open_screen()
    screen.front("al-0001")
    for key in ("Tab", "ArrowDown", "ArrowDown"):
        screen.page.keyboard.press(key)

    assert screen.chosen() == [screen.options()[2]]


def test_tab_and_space_choose_several(open_screen: Open) -> None:
    screen = open_screen()
    screen.front("mu-0001")
    for key in ("Tab", "Space", "Tab", "Space"):
        screen.page.keyboard.press(key)

    assert screen.chosen() == screen.options()[:2]


def test_keys_reach_the_card_on_the_screen_alone(open_screen: Open) -> None:
    screen = open_screen()
    screen.front("mu-0001")
    screen.front("al-0001")
    screen.page.keyboard.press("Alt+Digit1")
    assert screen.chosen() == screen.options()[:1]

    screen.back("mu-0001")
    assert "Your choice" not in screen.page.inner_text("body")


def test_the_same_card_twice_hears_a_key_once(open_screen: Open) -> None:
    """A listener that stayed would toggle the choice back."""
    screen = open_screen()
    for _ in range(2):
        screen.front("mu-0001")
    screen.page.keyboard.press("Alt+Digit1")

    assert screen.chosen() == screen.options()[:1]


def test_a_card_that_is_gone_takes_no_key_from_anki(open_screen: Open) -> None:
    screen = open_screen()
    screen.front("al-0001")
    screen.front("ba-0001")
    screen.page.evaluate("addEventListener('keydown', key => { document.title = key.defaultPrevented })")
    screen.page.keyboard.press("Alt+Digit1")

    assert screen.page.title() == "false"


def test_on_the_back_keys_do_nothing(open_screen: Open) -> None:
    screen = open_screen()
    screen.front("al-0001")
    screen.back("al-0001")
    screen.page.keyboard.press("Alt+Digit1")
    screen.back("al-0001")

    assert "Your choice" not in screen.page.inner_text("body")


def test_the_keys_are_named_where_there_are_some(open_screen: Open) -> None:
    screen = open_screen()
    screen.front("al-0001")

    assert screen.page.locator(".keys").inner_text() == "Keys: Alt+1 to Alt+4"


def test_the_keys_are_not_named_on_a_phone(open_screen: Open) -> None:
    screen = open_screen(width=360, phone=True)
    screen.front("al-0001")

    assert not screen.page.locator(".keys").is_visible()
