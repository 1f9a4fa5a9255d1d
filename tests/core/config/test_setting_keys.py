"""Which values a setting may have, and how a wrong one is told."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.config.keys import BY_NAME, KEYS, Key, Value, default_of, shown, suggestion
from cpsprep.core.config.settings import Settings, Ui
from cpsprep.core.sm2 import Profile


def test_every_setting_can_be_configured_under_exactly_one_name() -> None:
    assert sorted(key.field for key in KEYS) == sorted(field.name for field in fields(Settings))
    assert len(BY_NAME) == len(KEYS)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_the_default_reads_back_as_itself(key: Key) -> None:
    default = default_of(key)

    text = "ask" if default is Ui.ASK else default

    assert key.parse(text) == default


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("limits.new", 5, 5),
        ("limits.new", " 5 ", 5),
        ("limits.new", 0, 0),
        ("day.ends", "23", 23),
        ("ui", "Plain", Ui.PLAIN),
        ("ui", "ask", Ui.ASK),
        ("exam.extra_time", "1.5", 1.5),
        ("exam.extra_time", " 2 ", 2.0),
        ("exam.extra_time", 1.25, 1.25),
        ("exam.breaks", "15", 15),
        ("sm2.profile", "wozniak_delphi", Profile.DELPHI),
        ("editor", " code -w ", "code -w"),
        ("bank", "one", ("one",)),
        ("bank", ["one", "two"], ("one", "two")),
    ],
)
def test_a_value_that_fits_is_taken(name: str, raw: object, value: object) -> None:
    assert BY_NAME[name].parse(raw) == value


@pytest.mark.parametrize(
    ("name", "raw", "message"),
    [
        ("limits.new", "many", "must be a whole number from 0 to 9999, not 'many'"),
        ("limits.new", -1, "must be a whole number from 0 to 9999, not -1"),
        ("limits.new", 1.5, "must be a whole number from 0 to 9999, not 1.5"),
        ("limits.new", True, "must be a whole number from 0 to 9999, not True"),
        ("limits.new", "٣", "must be a whole number from 0 to 9999, not '٣'"),
        ("limits.new", "9" * 5000, "must be a whole number from 0 to 9999, not"),
        ("day.ends", 24, "must be a whole number from 0 to 23, not 24"),
        ("ui", "fancy", "must be plain, full or ask, not 'fancy'"),
        ("ui", 1, "must be plain, full or ask, not 1"),
        ("exam.extra_time", "1,5", "must be a number from 1 to 5, such as 1.5, not '1,5'"),
        ("exam.extra_time", 0.5, "must be a number from 1 to 5"),
        ("exam.extra_time", "nan", "must be a number from 1 to 5"),
        ("exam.extra_time", float("inf"), "must be a number from 1 to 5"),
        ("exam.extra_time", 10**400, "must be a number from 1 to 5"),
        ("exam.extra_time", "٢", "must be a number from 1 to 5"),
        ("exam.extra_time", True, "must be a number from 1 to 5"),
        ("exam.extra_time", [2], "must be a number from 1 to 5"),
        ("exam.breaks", 481, "must be a whole number from 0 to 480, not 481"),
        ("sm2.profile", "anki", "must be wozniak_text or wozniak_delphi, not 'anki'"),
        ("sm2.profile", 2, "must be wozniak_text or wozniak_delphi, not 2"),
        ("drill.below", 2, "must be a whole number from 3 to 4, not 2"),
        ("editor", 3, "must be text in quotes, not 3"),
        ("bank", 3, 'must be a list of folders, like ["my-bank"], not 3'),
        ("bank", [3], 'must be a list of folders, like ["my-bank"], not [3]'),
        ("bank", "", "must be a list of folders"),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_what_would(name: str, raw: object, message: str) -> None:
    with pytest.raises(ValueError, match="must be") as told:
        BY_NAME[name].parse(raw)

    assert str(told.value).startswith(message)


@given(st.sampled_from(KEYS), st.none() | st.booleans() | st.floats() | st.text() | st.lists(st.integers()))
def test_whatever_comes_is_taken_or_refused_in_words(key: Key, raw: object) -> None:
    try:
        key.parse(raw)
    except ValueError as error:
        assert str(error).startswith("must be")  # noqa: PT017


@pytest.mark.parametrize(
    ("unknown", "words"),
    [
        ("dril.passes", "did you mean drill.passes?"),
        ("passes", "did you mean drill.passes?"),
        ("xyzzy", "known settings: ui, bank, editor"),
    ],
)
def test_an_unknown_name_gets_a_suggestion(unknown: str, words: str) -> None:
    assert suggestion(unknown).startswith(words)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5, "5"),
        (1.5, "1.5"),
        (2.0, "2"),
        (Ui.ASK, "ask"),
        (Ui.FULL, "full"),
        ((), "none"),
        (("a", "b"), "a, b"),
    ],
)
def test_a_value_reads_well(value: Value, text: str) -> None:
    assert shown(value) == text


def test_the_environment_variable_follows_from_the_name() -> None:
    assert BY_NAME["drill.passes"].variable == "CPSPREP_DRILL_PASSES"
    assert BY_NAME["bank"].variable == "CPSPREP_BANK"
