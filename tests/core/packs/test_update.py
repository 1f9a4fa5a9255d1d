"""What installing a pack would do, told from versions and fingerprints."""

from dataclasses import replace

import pytest

from cpsprep.core.item import Choice, ItemId
from cpsprep.core.packs.update import Changes, Step, changes, step
from cpsprep.core.version import canonical
from fakes_anki import B, single


@pytest.mark.parametrize(
    ("installed", "offered", "expected"),
    [
        (None, ("1", "x"), Step.FIRST),
        (("1", "x"), ("1", "x"), Step.SAME),
        (("1", "x"), ("2", "x"), Step.SAME),
        (("1", "x"), ("2", "y"), Step.NEWER),
        (("2", "x"), ("1", "y"), Step.OLDER),
        (("0.9", "x"), ("0.10", "y"), Step.NEWER),
        (("2027-01", "x"), ("2027-02", "y"), Step.NEWER),
        (("v1", "x"), ("v1.0.1", "y"), Step.NEWER),
        (("1.0", "x"), ("1", "y"), Step.OTHER),
        (("", "x"), ("1", "y"), Step.NEWER),
        (("", "x"), ("", "y"), Step.OTHER),
        (("spring", "x"), ("fall", "y"), Step.OTHER),
    ],
)
def test_a_step(installed: tuple[str, str] | None, offered: tuple[str, str], expected: Step) -> None:
    assert step(installed, offered) is expected


def test_what_was_there_before_under_the_same_version_is_older() -> None:
    assert step(("1", "x"), ("1", "y"), ["y"]) is Step.OLDER
    assert step(("1", "x"), ("2", "y"), ["y"]) is Step.NEWER


def test_changes_are_counted_by_texts() -> None:
    before = {ItemId(name): text for name, text in {"a": "1", "b": "1", "c": "1"}.items()}
    after = {ItemId(name): text for name, text in {"a": "1", "b": "2", "d": "1", "e": "1"}.items()}

    assert changes(before, after) == Changes(new=2, changed=1, gone=1, keys=0)


def test_another_key_is_counted_among_the_changes() -> None:
    before = single()
    assert isinstance(before.body, Choice)
    after = replace(before, body=replace(before.body, answer=(B,)))

    assert changes({before.id: canonical(before)}, {before.id: canonical(after)}).keys == 1
