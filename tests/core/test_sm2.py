"""SM-2 against vectors worked out by hand, laws, and a second model written with fractions."""

import math
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.sm2 import MAX_INTERVAL, NEW, PASS, CardState, Profile, schedule

Row = tuple[Profile, tuple[int, ...], tuple[CardState, ...]]

profiles = st.sampled_from(Profile)
grade_lists = st.lists(st.integers(0, 5), max_size=40)


def states(grades: list[int] | tuple[int, ...], profile: Profile = Profile.TEXT) -> list[CardState]:
    """The state before the first grade and after each."""
    seen = [NEW]
    for grade in grades:
        seen.append(schedule(seen[-1], grade, profile))
    return seen


def golden() -> list[Row]:
    lines = (Path(__file__).parent / "golden" / "sm2.txt").read_text(encoding="utf-8").splitlines()
    return [_row(line) for line in lines if line and not line.startswith("#")]


def _row(line: str) -> Row:
    profile, grades, after = (part.strip() for part in line.split("|"))
    return Profile(profile), tuple(map(int, grades.split())), tuple(map(_state, after.split()))


def _state(text: str) -> CardState:
    repetitions, interval, ease = text.split("/")
    return CardState(int(repetitions), int(interval), int(ease.replace(".", "")))


@pytest.mark.parametrize(("profile", "grades", "expected"), golden())
def test_vector_worked_out_by_hand(
    profile: Profile, grades: tuple[int, ...], expected: tuple[CardState, ...]
) -> None:
    assert tuple(states(grades, profile)[1:]) == expected


def test_the_golden_file_holds_both_profiles() -> None:
    assert {profile for profile, _, _ in golden()} == set(Profile)


def in_doubles(grades: tuple[int, ...], *, inner_first: bool) -> int:
    """The last interval as binary fractions give it, with the published sum taken in one of two orders."""
    interval, ease = 0, 2.5
    for n, q in enumerate(grades, 1):
        interval = math.ceil({1: 1, 2: 6}.get(n, interval * ease))
        less = (5 - q) * (0.08 + (5 - q) * 0.02)
        ease = ease + (0.1 - less) if inner_first else ease + 0.1 - less
    return interval


@pytest.mark.parametrize(
    ("grades", "inner_first", "exact"), [((3, 3, 4, 5, 4, 3), False, 174), ((5, 5, 4, 4, 5, 3), True, 350)]
)
def test_doubles_would_give_a_day_too_many(grades: tuple[int, ...], inner_first: bool, exact: int) -> None:
    assert in_doubles(grades, inner_first=inner_first) == exact + 1
    assert states(grades)[-1].interval == exact


def test_the_text_is_the_profile_when_none_is_named() -> None:
    assert schedule(NEW, 0) == schedule(NEW, 0, Profile.TEXT) != schedule(NEW, 0, Profile.DELPHI)


@pytest.mark.parametrize("grade", [-1, 6, True, False, 2.5, 4.0, "4", None])
def test_what_is_not_a_grade_is_refused(grade: object) -> None:
    with pytest.raises(ValueError, match="a grade is a whole number from 0 to 5, not"):
        schedule(NEW, grade)  # type: ignore[arg-type]


# An independent model: rational numbers, the published formula as it is printed, the interval by its index.


def published(grades: list[int], profile: Profile) -> tuple[int, int, Fraction]:
    n, interval, ease = 0, 0, Fraction(5, 2)
    for q in grades:
        after = ease + (Fraction(1, 10) - (5 - q) * (Fraction(8, 100) + (5 - q) * Fraction(2, 100)))
        if q >= 3:
            n += 1
            exact = {1: Fraction(1), 2: Fraction(6)}.get(n, interval * ease)
            interval = math.ceil(exact) if profile is Profile.TEXT else round(exact)
            interval = min(interval, 36_500)
        else:
            n, interval = 0, 1
        if q >= 3 or profile is Profile.DELPHI:
            ease = max(after, Fraction(13, 10))
    return n, interval, ease


@given(grade_lists, profiles)
def test_equal_to_the_formula_in_fractions(grades: list[int], profile: Profile) -> None:
    state = states(grades, profile)[-1]
    assert (state.repetitions, state.interval, Fraction(state.ease, 100)) == published(grades, profile)


@given(grade_lists, profiles)
def test_repetitions_start_again_exactly_below_the_pass_grade(grades: list[int], profile: Profile) -> None:
    for grade, (before, after) in zip(grades, pairwise(states(grades, profile)), strict=True):
        assert after.repetitions == (before.repetitions + 1 if grade >= PASS else 0)


@given(grade_lists, profiles)
def test_the_ease_never_falls_below_1_30(grades: list[int], profile: Profile) -> None:
    assert min(state.ease for state in states(grades, profile)) >= 130


@given(grade_lists, profiles)
def test_the_interval_grows_with_each_pass_after_the_first_until_the_cap(
    grades: list[int], profile: Profile
) -> None:
    for before, after in pairwise(states(grades, profile)):
        if after.repetitions >= 2:
            assert after.interval > before.interval or after.interval == MAX_INTERVAL


@given(grade_lists, profiles)
def test_a_4_keeps_the_ease(grades: list[int], profile: Profile) -> None:
    before = states(grades, profile)[-1]
    assert schedule(before, 4, profile).ease == before.ease


@given(grade_lists, st.integers(0, PASS - 1))
def test_the_text_keeps_the_ease_when_an_answer_fails(grades: list[int], grade: int) -> None:
    before = states(grades)[-1]
    assert schedule(before, grade).ease == before.ease


@given(grade_lists, profiles)
def test_an_interval_lies_between_a_day_and_the_cap(grades: list[int], profile: Profile) -> None:
    assert all(1 <= state.interval <= MAX_INTERVAL for state in states(grades, profile)[1:])


@given(grade_lists, profiles)
def test_the_same_grades_give_the_same_state(grades: list[int], profile: Profile) -> None:
    assert states(grades, profile) == states(list(grades), profile)
