"""Findings stand where an author looks for them."""

import pytest

from cpsprep.core.lint.places import Places
from cpsprep.core.lint.rule import About, Finding
from cpsprep.core.lint.rules import same_options
from cpsprep.core.reading.authored import Map, Node, Seq, Source, Spot

TEXT = """\
items:
  - id: ex-1
    answer: [a, b]
    why:
      a: because
"""
SOURCE = Source("deck/ex.yaml", TEXT.encode())
BANK = Source("deck/bank.yaml", b"title: Bank\n")
ANSWER = Seq(Spot(2, 12), Spot(2, 18), [("a", Spot(2, 13)), ("b", Spot(2, 16))])
WHY = Map(Spot(4, 6), {"a": ("because", Spot(4, 9), Spot(4, 6))})
ITEM = Map(
    Spot(1, 4),
    {
        "id": ("ex-1", Spot(1, 8), Spot(1, 4)),
        "answer": (ANSWER, Spot(2, 12), Spot(2, 4)),
        "why": (WHY, Spot(4, 6), Spot(3, 4)),
    },
)
ITEMS = Seq(Spot(1, 2), Spot(5, 0), [(ITEM, Spot(1, 4))])
ROOT = Map(Spot(0, 0), {"items": (ITEMS, Spot(1, 2), Spot(0, 0))})
HEAD = Map(Spot(0, 0), {"title": ("Bank", Spot(0, 7), Spot(0, 0))})
PLACES = Places([(BANK, HEAD), (SOURCE, ROOT)])


def place(about: About, name: str, *path: str, places: Places = PLACES) -> tuple[str, int, int, int]:
    problem = places.problem(same_options.RULE, Finding(about, name, "message", "hint", path))
    return problem.place.file, problem.place.line, problem.place.column, problem.width


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), (2, 5, 2)),
        (("why",), (4, 5, 3)),
        (("why", "a"), (5, 7, 1)),
        (("why", "z"), (4, 5, 3)),
        (("answer", "b"), (3, 17, 1)),
        (("answer", "c"), (3, 5, 6)),
        (("options", "a"), (2, 5, 2)),
        (("why", "a", "deeper"), (5, 7, 1)),
    ],
)
def test_a_path_is_followed_as_far_as_it_leads(path: tuple[str, ...], expected: tuple[int, int, int]) -> None:
    assert place(About.ITEM, "ex-1", *path) == (SOURCE.file, *expected)


def test_a_deck_without_an_id_is_known_by_its_file() -> None:
    assert place(About.DECK, "ex") == (SOURCE.file, 1, 1, 1)


def test_a_bank_is_known_by_its_title() -> None:
    assert place(About.BANK, "") == (BANK.file, 1, 1, 5)


def test_a_map_with_an_id_in_a_list_is_found_by_it() -> None:
    domain = Map(Spot(1, 4), {"id": ("role", Spot(1, 9), Spot(1, 5))})
    listed = Seq(Spot(1, 2), Spot(2, 0), [(domain, Spot(1, 4))])
    places = Places([(BANK, Map(Spot(0, 0), {"domains": (listed, Spot(1, 2), Spot(0, 0))}))])

    assert place(About.BANK, "", "domains", "role", places=places)[1:3] == (2, 10)
    assert place(About.BANK, "", "domains", "else", places=places)[1:3] == (1, 1)


def test_what_is_gone_from_the_files_stands_at_the_start() -> None:
    assert place(About.ITEM, "ex-9") == (BANK.file, 1, 1, 1)


def test_an_item_is_named_in_its_problem() -> None:
    found = [
        PLACES.problem(same_options.RULE, Finding(about, "ex-1", "m", "h")).item
        for about in (About.ITEM, About.DECK)
    ]

    assert found == ["ex-1", ""]


@pytest.mark.parametrize("root", [None, "text", Seq(Spot(0, 0), Spot(1, 0), [])])
def test_a_file_that_is_no_map_has_nothing_but_its_lines(root: Node | None) -> None:
    places = Places([(SOURCE, root)])

    assert place(About.ITEM, "ex-1", places=places) == (SOURCE.file, 1, 1, 1)
    assert places.span(SOURCE.file, 3).holds(SOURCE.file, 100)


def test_entries_that_are_no_maps_or_have_no_name_do_no_harm() -> None:
    at = Spot(1, 4)
    nameless = Map(at, {"id": (ANSWER, at, at)})
    odd = Seq(Spot(1, 2), Spot(3, 0), [("text", Spot(0, 0)), (nameless, at)])
    places = Places([(SOURCE, Map(Spot(0, 0), {"items": (odd, Spot(1, 2), Spot(0, 0))}))])

    assert places.span(SOURCE.file, 1).last == 1
    assert place(About.ITEM, "", places=places) == (SOURCE.file, 2, 5, 2)
