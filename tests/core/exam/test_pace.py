"""How long an exam of so many questions takes."""

import pytest

from cpsprep.core.exam.outline import Outline
from cpsprep.core.exam.pace import has_pace, minutes_for

UNKNOWN = Outline("board", "The board", (), {})
TIMED = UNKNOWN._replace(items=75, minutes=120)


@pytest.mark.parametrize(("items", "minutes"), [(1, 2), (25, 38), (75, 113)])
def test_where_the_board_is_silent_a_question_has_90_seconds(items: int, minutes: int) -> None:
    assert (minutes_for(UNKNOWN, items), has_pace(UNKNOWN)) == (minutes, True)


@pytest.mark.parametrize(("items", "minutes"), [(75, 120), (25, 40), (1, 2)])
def test_a_part_has_its_part_of_the_time(items: int, minutes: int) -> None:
    assert (minutes_for(TIMED, items), has_pace(TIMED)) == (minutes, False)


def test_it_is_never_nothing() -> None:
    assert minutes_for(UNKNOWN._replace(items=300, minutes=60), 1) == 1
