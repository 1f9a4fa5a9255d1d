"""How much two questions are alike, for whoever writes one that may be there already."""

import pytest

from cpsprep.core.lint.rules.near_duplicate import alike
from fakes_anki import basic


@pytest.mark.parametrize(
    ("front", "expected"), [("Trust grows slowly.", 1), ("Trust grows daily.", 2 / 3), ("Listen first.", 0)]
)
def test_questions_are_as_alike_as_the_words_they_share(front: str, expected: float) -> None:
    one, other = basic(front="Trust grows slowly.", back=""), basic("ba-0002", front=front, back="")

    assert alike(one, other) == pytest.approx(expected)
