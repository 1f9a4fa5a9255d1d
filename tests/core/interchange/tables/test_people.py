"""A list of people in two columns is no deck of cards, unless somebody says that it is."""

import pytest

from cpsprep.core.interchange.draft import Spot
from cpsprep.core.interchange.tables.columns import Row
from cpsprep.core.interchange.tables.delimited import read_cards, read_delimited
from cpsprep.core.interchange.tables.rows import read_table
from fakes_import import lines, remarks

END = "so no cards were made of it. If they are cards, say so: --map"


@pytest.mark.parametrize(
    "header",
    ["Name,Phone", "First name,Last name", "STUDENT,E-mail", "Full Name,Date of Birth", "name,address"],
)
def test_names_of_columns_tell_people(header: str) -> None:
    front, back = header.split(",")

    found = read_delimited(f"{header}\nAnn Smith,x\nBo Lee,y\n", "f")

    assert lines(found) == []
    said = f"1 it looks like a list of people, as '{front}' and '{back}' stand above its columns, {END}"
    assert remarks(found) == [f'{said} "front={front},back={back}"']


@pytest.mark.parametrize(
    "cells",
    [
        ("555-1234", "(555) 123-4567"),
        ("+44 20 7946 0958", "5551234567"),
        ("ann@example.org", "bo.lee@mail.example.com"),
        ("ann@example.org", "555.123.4567", "none"),
    ],
)
def test_cells_tell_people(cells: tuple[str, ...]) -> None:
    rows = [Row(Spot("f", at), [f"Person {at}", cell]) for at, cell in enumerate(cells, 1)]

    found = read_table(rows)

    assert lines(found) == []
    said = f"1 it looks like a list of people, as it has phone numbers or e-mail addresses, {END}"
    assert remarks(found) == [f'{said} "front=1,back=2"']


@pytest.mark.parametrize(
    "text",
    [
        "Hope,A thing\nJoy,Another",
        "Name,Class\nSertraline,SSRI",
        "SAMHSA helpline,1-800-662-4357\nLifeline,988",
        "The first war,1914-1918\nThe second war,1939-1945",
        "Helpline,555-1234",
        "Signed,2024-01-15\nEnded,2026-11-24",
        "What is a name?,A word\nWhat is a phone?,A thing",
    ],
)
def test_cards_stay_cards(text: str) -> None:
    assert len(lines(read_delimited(text, "f", ","))) == text.count("\n") + 1


@pytest.mark.parametrize(("front", "back", "many"), [("Name", "Phone", 1), ("1", "2", 2)])
def test_who_says_that_they_are_cards_gets_cards(front: str, back: str, many: int) -> None:
    text = "Name,Phone\nAnn,555-1234\n"

    assert len(lines(read_delimited(text, "f", ",", {"front": front, "back": back}))) == many
    assert len(lines(read_cards(text, "f", ",", "\n"))) == 2
