"""Whatever a bank says of its questions, JSON and CSV bring back as it was."""

import pytest
from hypothesis import given

from cpsprep.core.export.names import Format
from fakes_all_of_it import bank_of, decks, placeless, there_and_back


@pytest.mark.parametrize("to", [Format.JSON, Format.CSV])
@given(deck=decks())
def test_everything_comes_back(to: Format, deck: str) -> None:
    bank = bank_of(deck)
    items = list(bank.items.values())

    again, done = there_and_back(items, bank, to)

    assert (done.skipped, done.needing, done.remarks) == ((), (), ())
    assert [placeless(one) for one in again.values()] == [placeless(one) for one in items]
