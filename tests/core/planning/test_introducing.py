"""The order of new cards: domains as the bank lists them, topics in turn, scenarios and clozes as one."""

from cpsprep.core.bank import BankHeader, Entry
from cpsprep.core.item import BankId
from cpsprep.core.planning.introducing import new_units
from fakes_plan import catalog, entry, header


def order(
    entries: list[Entry],
    *domains: str,
    known: tuple[str, ...] = (),
    headers: tuple[BankHeader, ...] | None = None,
) -> list[list[str]]:
    bank = catalog(entries, *domains)
    new = {(one.bank, one.card) for one in bank.entries if one.card not in known}
    units = new_units(bank.entries, headers or bank.headers, new)
    return [[one.card for one in unit] for unit in units]


def test_domains_come_in_the_order_of_the_bank_not_of_its_files() -> None:
    entries = [entry("e", domain="ethics"), entry("r", domain="role")]
    assert order(entries, "role", "ethics") == [["r"], ["e"]]


def test_a_domain_that_the_bank_does_not_list_comes_last() -> None:
    entries = [entry("x", domain="loose"), entry("n", domain=""), entry("r", domain="role")]
    assert order(entries, "role") == [["r"], ["x"], ["n"]]


def test_banks_come_in_the_order_in_which_they_are_used() -> None:
    other = BankId("other")
    entries = [entry("b", bank=other), entry("a")]
    assert order(entries, headers=(header("role"), header("role", bank=other))) == [["a"], ["b"]]


def test_a_bank_without_domains_still_comes_before_the_next_bank() -> None:
    of_class = BankId("class")
    entries = [entry("a"), entry("c1", bank=of_class, domain=""), entry("c2", bank=of_class, domain="loose")]
    assert order(entries, headers=(header(bank=of_class), header("role"))) == [["c1"], ["c2"], ["a"]]


def test_topics_of_a_domain_take_turns() -> None:
    entries = [entry(f"a{n}", topic="a") for n in range(3)] + [entry(f"b{n}", topic="b") for n in range(2)]
    assert order(entries, "role") == [["a0"], ["b0"], ["a1"], ["b1"], ["a2"]]


def test_a_turn_that_was_taken_is_not_taken_again() -> None:
    entries = [entry(f"a{n}", topic="a") for n in range(3)] + [entry(f"b{n}", topic="b") for n in range(2)]
    assert order(entries, "role", known=("a0",)) == [["b0"], ["a1"], ["b1"], ["a2"]]


def test_a_domain_without_new_cards_is_passed_over() -> None:
    entries = [entry("r", domain="role"), entry("e", domain="ethics")]
    assert order(entries, "role", "ethics", known=("r",)) == [["e"]]


def test_the_cards_of_a_scenario_take_one_turn_together_in_order() -> None:
    entries = [
        entry("s1", topic="a", scenario="dana"),
        entry("a1", topic="a"),
        entry("s2", topic="a", scenario="dana"),
        entry("b1", topic="b"),
    ]
    assert order(entries, "role") == [["s1", "s2"], ["b1"], ["a1"]]


def test_a_scenario_stays_together_across_topics_and_domains() -> None:
    entries = [
        entry("s1", domain="role", topic="a", scenario="dana"),
        entry("s2", domain="ethics", topic="b", scenario="dana"),
        entry("r1", domain="role", topic="a"),
    ]
    assert order(entries, "ethics", "role") == [["s1", "s2"], ["r1"]]


def test_what_is_left_of_a_scenario_keeps_its_turn() -> None:
    entries = [entry("s1", scenario="dana"), entry("s2", scenario="dana"), entry("a")]
    assert order(entries, "role", known=("s1",)) == [["s2"], ["a"]]


def test_the_numbers_of_a_cloze_are_one_unit() -> None:
    assert order([entry("q#c1"), entry("q#c2"), entry("a")], "role") == [["q#c1", "q#c2"], ["a"]]
