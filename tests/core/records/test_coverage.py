"""What a bank sets itself, and when it is reached."""

from dataclasses import replace

import pytest

from cpsprep.core.item import Decision, Item, Kind, Level, Status
from cpsprep.core.records.board import Blueprint, BoardDomain
from cpsprep.core.records.census import studied
from cpsprep.core.records.coverage import Check, coverage, may_be_tested, missed
from cpsprep.core.records.records import Records
from cpsprep.core.records.targets import COUNTS, SHARES, Targets
from fakes_records import HERE, bank, claim, fact, made
from fakes_study import BASIC, CLOZE, choice, truefalse

BOARD = Blueprint(
    "board", "A board", HERE, domains=(BoardDomain("one", "One"),), items={"one": (made("q-1").id,)}
)


def checks(targets: Targets | None, *items: Item, records: Records | None = None) -> dict[str, Check]:
    of = bank(*items)
    beside = records or Records()
    found = coverage(of, replace(beside, targets=targets), studied(of))
    return {check.id: check for check in found}


def wanting(name: str, number: int) -> Targets:
    assert name in (*COUNTS, *SHARES)
    return Targets(**{name: number})  # type: ignore[arg-type]  # one of the numbers


def test_a_bank_that_sets_itself_nothing_misses_nothing() -> None:
    assert checks(None, made()) == {}
    assert checks(Targets(), made()) == {}


def test_only_checked_and_reviewed_items_are_ready() -> None:
    statuses = [Status.CHECKED, Status.REVIEWED, Status.LIVE, Status.DRAFT, Status.RETIRED]
    items = [made(f"q-{n}", status=status) for n, status in enumerate(statuses)]

    assert checks(Targets(items=2), *items)["items"].met
    assert not checks(Targets(items=3), *items)["items"].met


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("multiple", [made("q-1", choice(kind=Kind.MULTIPLE, answer=("a", "b")))]),
        ("truefalse", [made("q-1", truefalse())]),
        ("cloze_or_basic", [made("q-1", BASIC)]),
        ("cloze_or_basic", [made("q-1", CLOZE)]),
        ("in_scenarios", [made("q-1", scenario="s"), made("q-2", scenario="s")]),
        ("safety_border", [made("q-1", tags=("safety",))]),
    ],
)
def test_amounts_are_counted(name: str, items: list[Item]) -> None:
    found = checks(wanting(name, len(items)), *items)[name]

    assert (found.found, found.met) == (len(items), True)
    assert not checks(wanting(name, len(items) + 1), *items)[name].met
    assert not checks(wanting(name, 1), made("q-9"))[name].met


def test_shares_of_domains_are_those_of_the_bank_within_a_tolerance() -> None:
    items = [made(f"q-{n}", domain="listening" if n < 11 else "role") for n in range(20)]

    found = checks(Targets(share_tolerance=5), *items)

    assert list(found) == ["domain listening", "domain role"]
    assert (found["domain listening"].found, found["domain listening"].least) == (55, 55)
    assert not missed(found.values())
    assert len(missed(checks(Targets(share_tolerance=4), *items).values())) == 2


def test_levels_have_shares_too() -> None:
    items = [made("q-1", level=Level.RECALL), made("q-2", level=Level.APPLICATION)]

    found = checks(Targets(levels={"recall": 45, "application": 60}, level_tolerance=5), *items)

    assert [(check.id, check.met) for check in found.values()] == [
        *(("level recall", True), ("level application", False)),
    ]
    assert not checks(Targets(levels={"recall": 45}), *items)["level recall"].met


def test_four_options_and_settings_are_shares() -> None:
    items = [
        made("q-1", level=Level.APPLICATION, tags=("co-occurring",)),
        made("q-2", BASIC, level=Level.APPLICATION),
    ]

    found = checks(Targets(four_options=50, substance_use=51), *items)

    assert (found["four_options"].found, found["four_options"].met) == (50, True)
    assert (found["substance_use"].found, found["substance_use"].met) == (50, False)


def test_an_empty_bank_has_no_shares_and_misses_them() -> None:
    assert not checks(Targets(four_options=50))["four_options"].met


def test_listening_may_not_become_a_reflex() -> None:
    items = [made("q-1", decision=Decision.LISTEN), made("q-2", decision=Decision.ACT), made("q-3")]

    assert checks(Targets(listening=50), *items)["listening"].met
    assert not checks(Targets(listening=49), *items)["listening"].met


def test_where_nothing_says_what_its_key_does_nothing_is_reached() -> None:
    found = checks(Targets(listening=35), made())["listening"]

    assert not found.met
    assert not found.percent


def test_true_statements_are_judged_in_every_domain_that_has_some() -> None:
    items = [
        made("q-1", truefalse(true=True)),
        made("q-2", truefalse()),
        made("q-3", truefalse(), domain="role"),
    ]

    found = checks(Targets(true_least=40, true_most=60), *items)

    assert [(check.id, check.met) for check in found.values()] == [
        *(("true listening", True), ("true role", False)),
    ]
    assert list(checks(Targets(true_most=60), *items)) == ["true listening", "true role"]


def test_claims_need_so_many_questions() -> None:
    records = Records(claims={name: claim(name) for name in ("S01", "S02")})
    items = [made("q-1", claims=("S01", "S02")), made("q-2", claims=("S01",))]

    found = checks(Targets(claims=2), *items, records=records)["claims"]

    assert (found.found, found.least, found.holes, found.met) == (1, 2, ("S02",), False)
    assert not checks(Targets(claims=1), *items)["claims"].met


def test_facts_are_tested_or_have_a_reason_or_must_not_be_tested() -> None:
    every = [
        fact("2.1.01"),
        fact("2.1.02", left_out="too small"),
        fact("2.1.03", "varies"),
        fact("2.1.04", "do-not-test", "unverified"),
        fact("2.1.05", "unverified"),
        fact("20.1.01"),
        fact("3.1.01"),
    ]
    records = Records(facts={one.id: one for one in every})

    found = checks(Targets(facts=("2", "3.")), made(facts=("2.1.01",)), records=records)

    assert (found["facts 2"].holes, found["facts 2"].found, found["facts 2"].least) == (("2.1.05",), 2, 3)
    assert found["facts 3."].holes == ("3.1.01",)
    assert [may_be_tested(one) for one in every[2:5]] == [False, False, True]


def test_holes_come_in_the_order_of_their_numbers() -> None:
    names = ("2.10.01", "2.9.01", "2.9.x", "2.1.01")

    found = checks(Targets(facts=("2",)), records=Records(facts={name: fact(name) for name in names}))

    assert found["facts 2"].holes == ("2.1.01", "2.9.x", "2.9.01", "2.10.01")


def test_a_draft_covers_nothing() -> None:
    records = Records(facts={"2.1.01": fact("2.1.01")})
    item = made(facts=("2.1.01",), status=Status.DRAFT)

    assert checks(Targets(facts=("2",)), item, records=records)["facts 2"].holes == ("2.1.01",)


def test_every_domain_of_a_board_needs_its_items() -> None:
    records = Records(blueprints=(BOARD,))

    met = checks(Targets(boards={"board": 1}), made("q-1"), records=records)
    not_met = checks(Targets(boards={"board": 2, "other": 1}), made("q-1"), records=records)

    assert met["board board one"].met
    assert [check.id for check in missed(not_met.values())] == ["board board one", "board other"]
