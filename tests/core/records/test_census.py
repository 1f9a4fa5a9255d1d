"""What is counted, and of what."""

from cpsprep.core.item import Decision, Item, Kind, Level, Status
from cpsprep.core.records.board import Blueprint, BoardDomain
from cpsprep.core.records.census import Table, census, in_stories, studied, with_four_options
from cpsprep.core.records.records import Reader, Records
from fakes_records import HERE, bank, claim, fact, made, reading
from fakes_study import BASIC, CLOZE, choice, truefalse

THREE = choice(options={"a": "x", "b": "y", "c": "z"})
BOARD = Blueprint(
    "board",
    "A board",
    HERE,
    domains=(BoardDomain("one", "One"), BoardDomain("two", "Two")),
    items={"one": (made("q-1").id, made("q-2").id), "two": ()},
)


def tables(*items: Item, records: Records | None = None, drafts: bool = False) -> dict[str, Table]:
    of = bank(*items)
    found = census(of, records or Records(), studied(of, drafts=drafts))
    return {table.id: table for table in found}


def counts(table: Table) -> dict[str, int]:
    return {row.key: row.number for row in table.rows if row.number}


def test_drafts_and_retired_items_count_in_the_table_of_statuses_alone() -> None:
    items = [made("q-1"), made("q-2", status=Status.DRAFT), made("q-3", status=Status.RETIRED)]

    found = tables(*items)

    assert counts(found["status"]) == {"checked": 1, "draft": 1, "retired": 1}
    assert counts(found["domain"]) == {"listening": 1}
    assert counts(tables(*items, drafts=True)["domain"]) == {"listening": 2}


def test_each_property_has_its_table_with_every_value_in_order() -> None:
    found = tables(
        made("q-1", level=Level.RECALL, decision=Decision.ACT),
        made("q-2", BASIC, domain="role"),
        made("q-3", CLOZE, domain=""),
    )

    assert [(row.key, row.number) for row in found["domain"].rows] == [
        *(("listening", 1), ("role", 1), ("free", 0), ("", 1)),
    ]
    assert counts(found["level"]) == {"recall": 1, "": 2}
    assert found["level"].rows[-1].title == "none given"
    assert counts(found["kind"]) == {"single": 1, "basic": 1, "cloze": 1}
    assert (counts(found["decision"]), found["decision"].of) == ({"act": 1}, 1)


def test_people_agree_where_all_who_read_the_present_text_do() -> None:
    items = [made(f"q-{n}") for n in range(4)]
    person = Reader.PERSON
    readings = (
        *(reading(items[0], reader=person), reading(items[0], agreed=False)),
        *(reading(items[1], reader=person, defended=True), reading(items[1], reader=person)),
        reading(items[2], reader=person, version="0" * 64),
    )

    found = tables(*items, records=Records(readings=readings))

    assert counts(found["people"]) == {"agreed": 1, "disputed": 1, "unread": 2}
    assert counts(found["disputed"]) == {"q-1": 1}


def test_settings_are_those_of_situations() -> None:
    found = tables(
        made("q-1", level=Level.APPLICATION, tags=("substance-use", "co-occurring")),
        made("q-2", level=Level.APPLICATION, tags=("safety",)),
        made("q-3", level=Level.RECALL, tags=("co-occurring",)),
    )

    assert (counts(found["setting"]), found["setting"].of) == ({"substance-use": 1, "other": 1}, 2)
    assert counts(found["special"]) == {"four-options": 3, "safety": 1}


def test_stories_count_from_two_to_four_questions() -> None:
    sizes = {"one": 1, "two": 2, "four": 4, "five": 5}
    items = [made(f"q-{name}-{n}", scenario=name) for name, size in sizes.items() for n in range(size)]

    assert {item.scenario.id for item in in_stories(items) if item.scenario} == {"two", "four"}
    assert len(in_stories(items)) == 6


def test_four_options_mean_one_best_answer_of_four() -> None:
    several = choice(kind=Kind.MULTIPLE, answer=("a", "b"))
    items = [made("q-1"), made("q-2", THREE), made("q-3", several), made("q-4", BASIC)]

    assert [item.id for item in with_four_options(items)] == ["q-1"]


def test_true_statements_are_counted_where_there_are_any() -> None:
    (row,) = tables(made("q-1", truefalse(true=True)), made("q-2", truefalse()), made("q-3", domain="role"))[
        "true"
    ].rows

    assert (row.key, row.number, row.of) == ("listening", 1, 2)


def test_a_board_counts_only_what_is_studied_and_says_what_has_no_place() -> None:
    records = Records(blueprints=(BOARD,))

    found = tables(made("q-1"), made("q-2", status=Status.DRAFT), made("q-3"), records=records)["board board"]

    assert [(row.title, row.number) for row in found.rows] == [
        *(("One", 1), ("Two", 0), ("in no domain of this board", 1)),
    ]


def test_sources_claims_and_facts_show_what_nobody_uses_too() -> None:
    records = Records(facts={"2.1.01": fact("2.1.01")}, claims={"S01": claim("S01"), "S02": claim("S02")})

    found = tables(made(facts=("2.1.01", "9.9.99"), claims=("S01",)), records=records)

    assert [(row.key, row.number) for row in found["fact"].rows] == [("2.1.01", 1), ("9.9.99", 1)]
    assert [(row.key, row.number) for row in found["claim"].rows] == [("S01", 1), ("S02", 0)]
    assert [(row.key, row.number) for row in found["source"].rows] == [("wi-guide", 1), ("plain", 0)]
    assert all(found[name].long for name in ("fact", "claim", "source"))
