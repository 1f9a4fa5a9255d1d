"""Which readings let an item be `checked` or `reviewed`, and for how long."""

from dataclasses import replace

import pytest

from cpsprep.core.item import Item, Status, Version
from cpsprep.core.records.records import Reader, Reading, ReadingKind
from cpsprep.core.records.standing import ReadingStatus, standings
from fakes_records import made, passing, reading

ITEM = made()
FACT, OPTIONS = ReadingKind.FACT, ReadingKind.OPTIONS_ONLY
BLIND = reading(ITEM)
PERSON = reading(ITEM, reader=Reader.PERSON, date="2027-01-02")


def standing(*readings: Reading, of: Item = ITEM) -> ReadingStatus:
    return standings([of], readings)[of.id]


def lacking(*readings: Reading, status: Status = Status.CHECKED) -> str:
    return "; ".join(standing(*readings).lacking(status))


def test_two_clean_blind_readings_and_one_of_the_sources_are_enough() -> None:
    assert lacking(*passing(ITEM)) == ""


def test_guessing_by_the_options_alone_is_recorded_and_decides_nothing() -> None:
    guess = reading(ITEM, OPTIONS, agreed=True)

    assert lacking(*passing(ITEM), guess) == ""
    assert lacking(BLIND, guess, reading(ITEM, FACT)) != ""


@pytest.mark.parametrize(
    ("readings", "says"),
    [
        ([], "has 0 of 2 blind readings"),
        ([BLIND, reading(ITEM, FACT)], "has 1 of 2 blind readings"),
        ([BLIND, BLIND], "not confirmed against its sources"),
        ([*passing(ITEM), reading(ITEM, agreed=False)], "was disputed in a blind reading on 2026-11-23"),
        ([*passing(ITEM), reading(ITEM, defended=True)], "was disputed"),
        ([*passing(ITEM), reading(ITEM, FACT, agreed=False)], "not confirmed"),
        ([replace(one, version=Version("0" * 64)) for one in passing(ITEM)], "has 0 of 2"),
    ],
)
def test_what_is_missing_is_said(readings: list[Reading], says: str) -> None:
    assert says in lacking(*readings)


def test_a_source_may_be_mended_without_a_new_version() -> None:
    assert lacking(BLIND, BLIND, reading(ITEM, FACT, agreed=False), reading(ITEM, FACT)) == ""


def test_a_person_may_be_one_of_the_blind_readers() -> None:
    assert lacking(BLIND, PERSON, reading(ITEM, FACT)) == ""


@pytest.mark.parametrize(
    ("readings", "says"),
    [
        ([], "was not read by a person"),
        (passing(ITEM), "was not read by a person"),
        ([PERSON], ""),
        ([PERSON, replace(PERSON, agreed=False)], "was disputed by a person on 2027-01-02"),
        ([replace(PERSON, agreed=False), PERSON], ""),
    ],
)
def test_reviewed_needs_a_person(readings: list[Reading], says: str) -> None:
    found = lacking(*readings, status=Status.REVIEWED)

    assert found.startswith(says)
    assert bool(found) == bool(says)


@pytest.mark.parametrize("status", [Status.LIVE, Status.DRAFT, Status.RETIRED])
def test_other_statuses_promise_nothing(status: Status) -> None:
    assert lacking(status=status) == ""


def test_another_text_was_never_read() -> None:
    changed = replace(ITEM, explanation="Something new.")

    assert standing(*passing(ITEM), of=changed) == ReadingStatus()


def test_the_last_person_is_the_one_who_counts() -> None:
    later = replace(PERSON, date="2027-02-01")

    assert standing(BLIND).by_person is None
    assert standing(PERSON, later).by_person == later
