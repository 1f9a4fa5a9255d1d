"""However broken a deck is: reading ends, in bounds, and no sound item is lost."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.adapters.bank.folder import BankFile
from cpsprep.adapters.bank.yaml_bank import build, read_bank
from cpsprep.core.reading.codes import CODES
from fakes_bank import DECK, HEADER, basics, codes, write_bank

NOISE = [
    "",
    '"',
    "'",
    ": ",
    "\t",
    "\n",
    "{",
    "}",
    "[",
    "]",
    "*a",
    "&a ",
    "!a ",
    "- ",
    "# ",
    "|",
    "\r",
    "\x00",
    "---\n",
    "é",
    "<<",
]
BREAKS = [
    "    front: a: b",
    '    front: "open',
    "    front: 'open",
    "    front: [open",
    "    front: {open",
    "    front: @a",
    "    front: *a*",
    "    front: &a b\n    back: c",
    "   front: a",
    "  front: a",
    "\tfront: a",
    "    front: a\n    front: b\n    back: c",
    "    front: |x",
    '    front: "\\q"',
    "    ? [a]",
    "    - a",
    "    front: a\x01\n    back: b",
]


def test_hundreds_of_broken_items_are_bounded(tmp_path: Path) -> None:
    broken = "".join(f"  - id: bad-{number}\n    front: a: b\n" for number in range(300))
    bank = read_bank(write_bank(tmp_path, {"a.yaml": basics("item-a"), "b.yaml": "items:\n" + broken}))
    assert 90 < codes(bank).count("syntax") < 110
    assert list(bank.items) == ["item-a"]


@pytest.mark.parametrize("value", ["&a c", "c, kind: basic", "c, zzz: d", "\x01"])
def test_a_file_full_of_mistakes_is_bounded_and_hides_no_good_item(tmp_path: Path, value: str) -> None:
    bad = f"  - {{id: bad-item, kind: basic, front: f, back: {value}}}\n" * 3000
    bank = read_bank(write_bank(tmp_path, {"a.yaml": f"{basics('item-a')}{bad}  - {basics('item-b')[10:]}"}))
    assert 1000 <= len(bank.problems) <= 2000
    assert list(bank.items) == ["item-a", "item-b"]
    assert bank.left_out == 3000


def test_a_very_long_line_gives_a_short_snippet(tmp_path: Path) -> None:
    long = "x" * 100_000
    deck = f"items:\n- {{id: item-a, kind: basic, fron: {long}, back: b, bakc: c}}\n"
    bank = read_bank(write_bank(tmp_path, {"a.yaml": deck}))
    assert bank.problems
    assert all(len(problem.snippet) < 500 for problem in bank.problems)


@given(st.lists(st.tuples(st.integers(0, len(DECK)), st.sampled_from(NOISE)), min_size=1, max_size=6))
def test_no_slip_of_the_pen_stops_the_reading(slips: list[tuple[int, str]]) -> None:
    text = DECK
    for at, noise in slips:
        text = text[:at] + noise + text[at + (noise == "") * 3 :]
    files = [BankFile(Path("bank.yaml"), HEADER.encode()), BankFile(Path("first.yaml"), text.encode())]
    bank = build(Path("bank"), files)
    lines = text.count("\n") + text.count("\r") + 2
    for problem in bank.problems:
        assert problem.code in CODES
        assert 1 <= problem.place.line <= lines
        assert 1 <= problem.width <= max(1, len(problem.snippet) - problem.place.column + 1)
    assert list(bank.items) == [item.id for item in bank.items.values()]


@given(st.integers(0, 2), st.sampled_from(BREAKS))
def test_a_broken_item_hides_no_other(index: int, broken: str) -> None:
    ids = ["item-a", "item-b", "item-c"]
    lines = basics(*ids).splitlines()
    lines[index + 1] = f"  - id: {ids[index]}\n    kind: basic\n{broken}"
    files = [
        BankFile(Path("bank.yaml"), HEADER.encode()),
        BankFile(Path("a.yaml"), "\n".join(lines).encode()),
    ]
    bank = build(Path("bank"), files)
    assert list(bank.items) == [name for name in ids if name != ids[index]]
    assert bank.left_out == 1
