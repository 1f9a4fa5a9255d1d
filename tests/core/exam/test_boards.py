"""What a learner typed as their board finds its blueprint, or says that several may be meant."""

import pytest

from cpsprep.core.exam.boards import guess_board
from cpsprep.core.records.board import GENERIC
from fakes_boards import board

BOARDS = (
    board(GENERIC, title="No board in particular", also=("none",)),
    board("icrc-pr", title="IC&RC Peer Recovery", also=("IC&RC", "International Certification")),
    board("il-cprs", title="Illinois Certified Peer Recovery Specialist", also=("Illinois", "CPRS")),
    board("il-crss", title="Illinois Certified Recovery Support Specialist", also=("Illinois", "CRSS")),
    board("va-cprs", title="Virginia Certified Peer Recovery Specialist", also=("Virginia", "CPRS")),
    board("ny-cps", title="New York Certified Peer Specialist", also=("New York", "NYPSCB")),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("il-crss", ["il-crss"]),
        ("IL-CRSS", ["il-crss"]),
        (" il crss ", ["il-crss"]),
        ("CRSS", ["il-crss"]),
        ("Illinois", ["il-cprs", "il-crss"]),
        ("IL", ["il-cprs", "il-crss"]),
        ("Illinois CRSS exam", ["il-crss"]),
        ("the Illinois board", ["il-cprs", "il-crss"]),
        ("CPRS", ["il-cprs", "va-cprs"]),
        ("Virginia", ["va-cprs"]),
        ("va", ["va-cprs"]),
        ("IC&RC", ["icrc-pr"]),
        ("icrc", ["icrc-pr"]),
        ("ic&rc peer recovery", ["icrc-pr"]),
        ("New York", ["ny-cps"]),
        ("N.Y.", ["ny-cps"]),
        ("new-york state", ["ny-cps"]),
        ("none", [GENERIC]),
        ("West Virginia", []),
        ("Ohio", []),
        ("Certified Peer Specialist", []),
        ("no", []),
        ("", []),
        ("?!", []),
    ],
)
def test_what_was_typed(typed: str, meant: list[str]) -> None:
    assert [one.id for one in guess_board(typed, BOARDS)] == meant
