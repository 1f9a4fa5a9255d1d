"""Which answers count for readiness, and which do not."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.item import Kind
from cpsprep.core.readiness.evidence import LONG_AGO, Exposure, Tried, gather
from cpsprep.core.readiness.model import predict
from cpsprep.core.readiness.prediction import Prediction
from effort import percent_of_examples
from fakes_readiness import TODAY, exposure, key, outline

KINDS = {key(name): Kind.SINGLE for name in ("ethics-1", "ethics-2", "crisis-1")} | {
    key("ethics-3"): Kind.CLOZE,
    key("ethics-4"): Kind.TRUEFALSE,
    key("ethics-5"): Kind.MULTIPLE,
    key("elsewhere-1"): Kind.SINGLE,
}


def counted(*exposures: Exposure) -> Sequence[Tried]:
    return gather(exposures, KINDS, outline(), TODAY).tried


def test_the_first_answer_to_a_question_counts() -> None:
    assert counted(exposure("ethics-1", right=False)) == (Tried("ethics", False, 0.25, TODAY),)


@pytest.mark.parametrize("mode", ["review", "practice", "exam"])
def test_in_whatever_mode_it_was_given(mode: str) -> None:
    assert len(counted(exposure("ethics-1", mode=mode))) == 1


@pytest.mark.parametrize("mode", ["review", "practice", "exam"])
def test_a_later_answer_does_not(mode: str) -> None:
    first = exposure("ethics-1", right=False, day=TODAY - 3)

    assert counted(first, exposure("ethics-1", mode=mode)) == counted(first)


def test_what_was_looked_at_before_is_no_longer_new() -> None:
    assert not counted(exposure("ethics-1", right=None, mode=""), exposure("ethics-1"))


def test_a_mock_exam_counts_what_was_not_seen_for_a_month() -> None:
    before = exposure("ethics-1", right=False, day=TODAY - LONG_AGO)

    assert counted(before, exposure("ethics-1", mode="exam")) == (
        Tried("ethics", True, 0.25, TODAY, again=True),
    )


@pytest.mark.parametrize("mode", ["review", "practice"])
def test_a_review_after_a_month_does_not_count(mode: str) -> None:
    before = exposure("ethics-1", right=False, day=TODAY - LONG_AGO)

    assert counted(before, exposure("ethics-1", mode=mode)) == counted(before)


def test_the_month_begins_anew_with_each_sight() -> None:
    before = [exposure("ethics-1", day=TODAY - LONG_AGO), exposure("ethics-1", None, TODAY - 9, mode="")]

    assert counted(*before, exposure("ethics-1", right=False, mode="exam")) == counted(before[0])


@pytest.mark.parametrize("name", ["ethics-3", "ethics-9", "elsewhere-1"], ids=["cloze", "gone", "no area"])
def test_some_questions_never_count(name: str) -> None:
    assert not counted(exposure(name))


@pytest.mark.parametrize(
    ("name", "options", "chance"),
    [
        ("ethics-1", 4, 1 / 4),
        ("ethics-1", 3, 1 / 3),
        ("ethics-1", 0, 1 / 4),
        ("ethics-4", 2, 1 / 2),
        ("ethics-5", 5, 1 / 10),
        ("ethics-5", 0, 1 / 6),
    ],
)
def test_the_chance_of_guessing_goes_by_kind_and_options(name: str, options: int, chance: float) -> None:
    (one,) = counted(exposure(name)._replace(options=options))

    assert one.chance == pytest.approx(chance)


def test_kinds_that_the_exam_does_not_ask_are_told_apart() -> None:
    short, single = counted(exposure("ethics-4"), exposure("ethics-1"))

    assert (short.asked, single.asked) == (False, True)


@percent_of_examples(20)
@given(st.lists(st.sampled_from(["review", "practice", "exam"]), max_size=5), st.integers(0, LONG_AGO - 1))
def test_repeats_do_not_raise_readiness(modes: list[str], days: int) -> None:
    """However often 30 questions are answered again, and however right, within a month."""
    exam = outline()
    names = [name for _, name in exam.area_of][:30]
    kinds = dict.fromkeys(exam.area_of, Kind.SINGLE)
    first = [exposure(name, right=number % 2 == 0, day=TODAY - days) for number, name in enumerate(names)]
    again = [exposure(name, mode=mode) for mode in modes for name in names]
    once, often = (predict(gather(seen, kinds, exam, TODAY), exam, 10) for seen in (first, [*first, *again]))

    assert isinstance(once, Prediction)
    assert once == often
