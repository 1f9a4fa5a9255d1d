"""`# cpsprep: ignore RULE reason`: for what it counts, and what is said of comments that do not help."""

from pathlib import Path

import pytest

from cpsprep.core.lint.rules import same_options
from fakes_lint import linted

ITEM = "  - {id: ID, kind: single, stem: What?, options: {a: x, b: x}, answer: a}"
SAME = "# cpsprep: ignore same-options"


def item(name: str) -> str:
    return ITEM.replace("ID", name)


def found(folder: Path, *lines: str) -> list[tuple[str, int]]:
    deck = "\n".join(["deck: example", "domain: listening", *lines])
    return [(one.code, one.place.line) for one in linted(folder, deck, [same_options.RULE])]


def test_without_a_comment_every_item_counts(tmp_path: Path) -> None:
    assert found(tmp_path, "items:", item("ex-1"), item("ex-2")) == [("same-options", 4), ("same-options", 5)]


def test_a_comment_above_an_item_is_for_that_item(tmp_path: Path) -> None:
    lines = ("items:", f"  {SAME} on purpose", item("ex-1"), item("ex-2"))

    assert found(tmp_path, *lines) == [("same-options", 6)]


def test_a_comment_after_text_is_for_the_item_around_it(tmp_path: Path) -> None:
    lines = ("items:", item("ex-1"), f"{item('ex-2')} {SAME} on purpose", item("ex-3"))

    assert found(tmp_path, *lines) == [("same-options", 4), ("same-options", 6)]


def test_comments_and_blank_lines_may_stand_between(tmp_path: Path) -> None:
    lines = ("items:", item("ex-1"), f"  {SAME} on purpose", "  # a word", "", item("ex-2"))

    assert found(tmp_path, *lines) == [("same-options", 4)]


def test_a_comment_above_the_items_is_for_the_file(tmp_path: Path) -> None:
    assert found(tmp_path, f"{SAME} all of them are jokes", "items:", item("ex-1"), item("ex-2")) == []


def test_a_comment_above_a_scenario_is_for_all_its_items(tmp_path: Path) -> None:
    lines = (
        *("items:", f"  {SAME} on purpose", "  - scenario: ex-scn", "    vignette: v", "    items:"),
        *(f"    {item('ex-1')}", f"    {item('ex-2')}", item("ex-3")),
    )

    assert found(tmp_path, *lines) == [("same-options", 10)]


def test_a_comment_at_the_end_of_a_file_is_for_the_last_item(tmp_path: Path) -> None:
    assert found(tmp_path, "items:", item("ex-1"), item("ex-2"), f"    {SAME} on purpose") == [
        ("same-options", 4)
    ]


def test_without_a_reason_it_is_not_followed(tmp_path: Path) -> None:
    assert found(tmp_path, "items:", f"{item('ex-1')} {SAME}") == [
        ("same-options", 4),
        ("ignore-no-reason", 4),
    ]


@pytest.mark.parametrize("name", ["same-option", "missing-field", "", "nonsense"])
def test_only_rules_can_be_ignored(tmp_path: Path, name: str) -> None:
    comment = f"# cpsprep: ignore {name} because"

    assert ("ignore-unknown", 4) in found(tmp_path, "items:", f"{item('ex-1')} {comment}")


def test_a_comment_that_is_not_needed_is_told(tmp_path: Path) -> None:
    basic = "  - {id: ex-1, kind: basic, front: f, back: b}"

    assert found(tmp_path, "items:", f"{basic} {SAME} once it was") == [("ignore-unused", 4)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("same-option", "did you mean 'same-options'?"), ("xyz", "see: cpsprep bank explain")],
)
def test_an_unknown_rule_comes_with_a_way_out(tmp_path: Path, written: str, meant: str) -> None:
    deck = f"items:\n  - {{id: ex-1, kind: basic, front: f, back: b}} # cpsprep: ignore {written} x\n"

    (problem,) = linted(tmp_path, deck, [same_options.RULE])

    assert problem.hint == meant
    assert problem.snippet[problem.place.column - 1 :][: problem.width] == f"# cpsprep: ignore {written} x"
