"""The lines of an item: what belongs to it, as a text of its own, taken out and put in."""

import pytest

from cpsprep.core.writing.edits import LayoutError
from cpsprep.core.writing.regions import comment, own_text, put_back, put_in, region, taken_out
from cpsprep.core.writing.written import Found, entries
from fakes_writing import DECK, changes, edited, entry, tree

NEW = "- id: ex-0009\n  kind: basic\n  front: New\n  back: Old\n"


def lines_of(text: str, name: str) -> str:
    of = region(text, entry(text, name))
    return text[of.start : of.end]


def moved_out(text: str, name: str) -> str:
    return edited(text, taken_out(text, region(text, entry(text, name))))


def added(text: str) -> str:
    return edited(text, put_in(text, tree(text), NEW))


def test_comments_right_above_and_further_in_below_belong_to_an_item() -> None:
    found = lines_of(DECK, "ex-0001")

    assert found.startswith("  # cpsprep: ignore bare-stem")
    assert found.endswith("    # a last word on the first\n")


def test_an_item_in_braces_is_its_line() -> None:
    assert lines_of(DECK, "ex-0002") == '  - {id: ex-0002, kind: basic, front: Front, back: "Back"}\n'


def test_a_hyphen_may_stand_on_a_line_of_its_own() -> None:
    assert lines_of(DECK, "ex-0004").splitlines()[0] == "      -"


def test_a_scenario_holds_its_items() -> None:
    assert lines_of(DECK, "ex-s1") == DECK[DECK.index("  - scenario") :]


def test_the_names_are_those_of_items_and_scenarios_in_order() -> None:
    names = [one.name for one in entries(tree(DECK))]

    assert names == ["ex-0001", "ex-0002", "ex-s1", "ex-0003", "ex-0004"]


def test_comments_may_begin_the_file() -> None:
    deck = "# one\n- {id: ex-0001}\n"
    found = Found(tree(deck).items[0], tree(deck))

    assert region(deck, found).start == 0
    assert list(entries(tree("title: no items"))) == []


def test_an_item_has_a_text_of_its_own_with_the_hyphen_at_the_margin() -> None:
    own = own_text(DECK, region(DECK, entry(DECK, "ex-0003")))

    assert own == "- id: ex-0003\n  kind: basic\n  front: One?\n  back: Yes\n"


@pytest.mark.parametrize("deck", [DECK, DECK.replace("\n", "\r\n"), DECK.rstrip("\n")])
@pytest.mark.parametrize("name", ["ex-0001", "ex-0002", "ex-s1", "ex-0003", "ex-0004"])
def test_a_text_put_back_as_it_was_changes_nothing(deck: str, name: str) -> None:
    of = region(deck, entry(deck, name))

    assert put_back(deck, of, own_text(deck, of)) is None
    assert put_back(deck, of, own_text(deck, of).rstrip("\n").replace("\n", "\r\n")) is None


@pytest.mark.parametrize("deck", [DECK, DECK.replace("\n", "\r\n"), DECK.rstrip("\n")])
@pytest.mark.parametrize("name", ["ex-0001", "ex-s1", "ex-0003", "ex-0004"])
def test_edited_and_edited_back_is_the_same_file(deck: str, name: str) -> None:
    of = region(deck, entry(deck, name))
    own = own_text(deck, of)
    there = edited(deck, put_back(deck, of, own.rstrip("\n") + "\n  tags: [short]\n\n"))
    assert there != deck

    of = region(there, entry(there, name))
    assert edited(there, put_back(there, of, own)) == deck


def test_lines_left_of_the_hyphen_cannot_be_edited_apart() -> None:
    deck = 'items:\n    - id: ex-0001\n      front: "one\n two"\n'

    with pytest.raises(LayoutError, match="further left"):
        own_text(deck, region(deck, entry(deck, "ex-0001")))


def test_items_in_brackets_share_their_lines() -> None:
    deck = "items: [{id: ex-0001}, {id: ex-0002}]\n"

    with pytest.raises(LayoutError, match="brackets"):
        region(deck, entry(deck, "ex-0001"))
    with pytest.raises(LayoutError, match="brackets"):
        added(deck)


@pytest.mark.parametrize("brk", ["\n", "\r\n"])
def test_an_item_taken_out_takes_the_blank_lines_below_it(brk: str) -> None:
    deck = DECK.replace("\n", brk)
    after = moved_out(deck, "ex-0001")

    assert after.startswith(deck[: deck.index("  # cpsprep")] + f"  # --- part two ---{brk}")
    assert after.endswith(deck[deck.index("  # --- part") :])


@pytest.mark.parametrize("brk", ["\n", "\r\n"])
def test_the_last_item_taken_out_takes_the_blank_lines_above_it(brk: str) -> None:
    deck = "items:\n  - id: ex-0001\n    kind: basic\n\n  - id: ex-0002\n    kind: basic\n\n\n".replace(
        "\n", brk
    )

    assert moved_out(deck, "ex-0002") == "items:\n  - id: ex-0001\n    kind: basic\n".replace("\n", brk)


def test_the_only_item_taken_out_leaves_a_deck() -> None:
    deck = "deck: one\nitems:\n\n  - id: ex-0001\n"

    assert moved_out(deck, "ex-0001") == "deck: one\nitems:\n"


def test_a_new_item_comes_last_and_as_far_in_as_the_others() -> None:
    assert changes(DECK, added(DECK)) == [
        "+   - id: ex-0009",
        "+     kind: basic",
        "+     front: New",
        "+     back: Old",
    ]
    deck = "items:\n- id: ex-0001\n  kind: basic\n"
    assert added(deck) == f"{deck}\n{NEW}"


@pytest.mark.parametrize(
    ("deck", "after"),
    [
        ("items:\n\n  - id: a-1\n\n  - id: a-2\n", "items:\n\n  - id: a-1\n\n  - id: a-2\n\n  - id: ex-0009"),
        ("items:\n  - id: a-1\n  - id: a-2\n", "items:\n  - id: a-1\n  - id: a-2\n  - id: ex-0009"),
        ("items:\n  - id: a-1", "items:\n  - id: a-1\n\n  - id: ex-0009"),
        ("items:\n  - id: a-1\ntitle: x\n", "items:\n  - id: a-1\n\n  - id: ex-0009"),
        ("items:", "items:\n  - id: ex-0009"),
        ("items:   # none yet\n# more\n", "items:   # none yet\n  - id: ex-0009"),
        ("items: []\n", "items:\n  - id: ex-0009"),
        ("items: []   # none yet\n# more\n", "items:   # none yet\n  - id: ex-0009"),
    ],
)
def test_a_new_item_stands_apart_as_the_others_do(deck: str, after: str) -> None:
    found = added(deck)

    assert found.startswith(after + "\n    kind: basic\n")
    assert "ex-0009" in [one.name for one in entries(tree(found))]


@pytest.mark.parametrize("deck", ["title: x\n", "{title: x, items: }\n"])
def test_a_file_without_a_list_of_items_takes_none(deck: str) -> None:
    with pytest.raises(LayoutError, match="no 'items:'"):
        added(deck)


def test_a_comment_stands_below_the_id_or_above_an_item_in_braces() -> None:
    after = edited(DECK, comment(DECK, entry(DECK, "ex-0001"), "retired"))
    assert changes(DECK, after) == ["+     # retired"]
    assert "ex-0001\n    # retired\n    kind" in after

    after = edited(DECK, comment(DECK, entry(DECK, "ex-0002"), "retired"))
    assert "  # retired\n  - {id: ex-0002" in after
