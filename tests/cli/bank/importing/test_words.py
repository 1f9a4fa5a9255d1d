"""How a file that was brought in is told."""

from cpsprep.cli.bank.importing.words import NAMES
from cpsprep.core.interchange.names import Format


def test_every_format_has_a_name_in_words() -> None:
    assert NAMES.keys() == set(Format)
