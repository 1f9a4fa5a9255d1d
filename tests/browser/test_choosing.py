"""Choosing an option on a card: real controls, a fair order, and a back that remembers both."""

from collections import Counter
from collections.abc import Callable
from typing import Literal

import pytest

from fakes_clients import Client, Screen

pytestmark = pytest.mark.browser
Open = Callable[..., Screen]
KEEPING = [Client.ONE_PAGE, Client.PAGE_A_SIDE]
EVERY = list(Client)


@pytest.mark.parametrize(("name", "role"), [("al-0001", "radio"), ("mu-0001", "checkbox")])
def test_options_are_real_controls_that_carry_their_text(
    open_screen: Open, name: str, role: Literal["radio", "checkbox"]
) -> None:
    screen = open_screen()
    screen.front(name)
    group = screen.page.get_by_role("radiogroup" if role == "radio" else "group", name="Which")
    text = {"al-0001": "It sounds hard.", "mu-0001": "three"}[name]

    group.get_by_role(role, name=text, exact=True).check()

    assert screen.chosen() == [{"al-0001": "a", "mu-0001": "c"}[name]]


def test_true_and_false_keep_their_order(open_screen: Open) -> None:
    assert set(open_screen().orders("tf-0001", 100)) == {"truefalse"}


def test_options_that_may_not_be_shuffled_keep_their_order(open_screen: Open) -> None:
    assert set(open_screen().orders("fi-0001", 100)) == {"abcd"}


def test_every_order_comes_equally_often(open_screen: Open) -> None:
    """Pearson's chi-squared with 23 degrees of freedom exceeds 89 by chance once in a thousand million."""
    shows = 2_400
    orders = Counter(open_screen().orders("al-0001", shows))

    expected = shows / 24
    assert len(orders) == 24
    assert sum((count - expected) ** 2 / expected for count in orders.values()) < 89


@pytest.mark.parametrize("client", EVERY)
@pytest.mark.parametrize("name", ["al-0001", "mu-0001", "lo-0001", "tf-0001"])
def test_the_back_has_the_order_of_the_front(open_screen: Open, client: Client, name: str) -> None:
    screen = open_screen(client)
    for _ in range(3):
        screen.front(name)
        order = screen.options()
        screen.back(name)
        assert screen.options() == order


@pytest.mark.parametrize("client", KEEPING)
@pytest.mark.parametrize(
    ("name", "picks", "said"),
    [
        ("al-0001", "a", {"a": "✓ Your choice, right:"}),
        ("al-0001", "c", {"a": "✓ Right answer:", "c": "✗ Your choice, not right:"}),
        ("mu-0001", "ac", {"a": "✓ Your choice, right:", "c": "✓ Your choice, right:"}),
        (
            "mu-0001",
            "ab",
            {"a": "✓ Your choice, right:", "b": "✗ Your choice, not right:", "c": "✓ Right answer:"},
        ),
        ("al-0001", "", {"a": "✓ Right answer:"}),
    ],
)
def test_the_back_says_of_each_choice_whether_it_was_right(
    open_screen: Open, client: Client, name: str, picks: str, said: dict[str, str]
) -> None:
    screen = open_screen(client)
    screen.front(name)
    for option in picks:
        screen.pick(option)
    screen.back(name)

    first = {option: screen.row(option).splitlines()[0] for option in screen.options()}
    assert {option: words for option, words in first.items() if words[0] in "✓✗"} == said


def test_a_wrong_choice_of_true_or_false_is_named(open_screen: Open) -> None:
    screen = open_screen()
    screen.front("tf-0001")
    screen.pick("true")
    screen.back("tf-0001")

    assert screen.row("true").splitlines() == ["✗ Your choice, not right:", "True", "No."]


@pytest.mark.parametrize("client", EVERY)
def test_each_rationale_stays_under_its_own_option(open_screen: Open, client: Client) -> None:
    screen = open_screen(client)
    screen.front("al-0001")
    screen.back("al-0001")

    assert screen.row("b").splitlines() == ["Me too.", "Too soon."]
    assert screen.row("a").splitlines() == ["✓ Right answer:", "It sounds hard.", "It names the feeling."]


def test_a_page_that_may_not_keep_anything_still_lets_one_choose(open_screen: Open) -> None:
    screen = open_screen(Client.NO_STORAGE)
    screen.front("al-0001")
    screen.pick("c")
    assert screen.chosen() == ["c"]

    screen.back("al-0001")
    assert "Your choice" not in screen.page.inner_text("body")
    assert "Answer: It sounds hard." in screen.page.inner_text("body")


def test_a_choice_that_was_changed_counts_as_changed(open_screen: Open) -> None:
    screen = open_screen()
    screen.front("al-0001")
    screen.pick("c")
    screen.pick("a")
    screen.back("al-0001")

    assert "not right" not in screen.page.inner_text("body")
    assert screen.row("a").startswith("✓ Your choice, right:")


@pytest.mark.parametrize("client", KEEPING)
def test_a_card_that_comes_again_starts_afresh(open_screen: Open, client: Client) -> None:
    screen = open_screen(client)
    screen.front("al-0001")
    screen.pick("c")
    screen.back("al-0001")
    screen.front("al-0001")
    assert screen.chosen() == []

    screen.back("al-0001")
    assert "Your choice" not in screen.page.inner_text("body")


def test_each_card_keeps_choices_of_its_own(open_screen: Open) -> None:
    screen = open_screen()
    screen.front("al-0001")
    screen.pick("c")
    screen.front("mu-0001")
    screen.back("mu-0001")

    assert "Your choice" not in screen.page.inner_text("body")


def test_a_back_shown_alone_is_complete(open_screen: Open) -> None:
    """As in Anki's preview and in its editor of card templates."""
    screen = open_screen()
    screen.back("fi-0001")

    assert screen.options() == ["a", "b", "c", "d"]
    assert "Answer: It sounds hard." in screen.page.inner_text("body")


def test_a_back_that_is_drawn_again_remembers(open_screen: Open) -> None:
    screen = open_screen()
    screen.front("al-0001")
    order = screen.options()
    screen.pick("c")
    for _ in range(2):
        screen.back("al-0001")
        assert screen.options() == order
        assert screen.row("c").startswith("✗ Your choice")


@pytest.mark.parametrize("name", ["al-0001", "mu-0001", "tf-0001", "sc-0001"])
def test_without_scripts_the_card_is_a_list_and_an_answer(open_screen: Open, name: str) -> None:
    screen = open_screen(Client.PAGE_A_SIDE, scripts=False)
    screen.front(name)
    asked = screen.page.inner_text(".choices").split("\n")
    assert len([line for line in asked if line.strip()]) == len(screen.options())
    assert screen.page.locator("input").count() == 0

    screen.back(name)
    assert "Answer:" in screen.page.inner_text("body")
    assert "✓ Right answer:" in screen.page.inner_text(".choices")


def test_scripts_leave_nothing_behind_in_the_page(open_screen: Open) -> None:
    screen = open_screen()
    names = "Object.getOwnPropertyNames(window).sort()"
    before = screen.page.evaluate(names)
    screen.front("al-0001")
    screen.back("al-0001")

    assert screen.page.evaluate(names) == before
