"""What installing a pack would do, told from versions and fingerprints."""

import pytest

from cpsprep.core.item import ItemId, Version
from cpsprep.core.packs.update import Changes, Step, changes, step


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


def test_changes_are_counted_by_versions() -> None:
    before = {ItemId(name): Version(version) for name, version in {"a": "1", "b": "1", "c": "1"}.items()}
    after = {
        ItemId(name): Version(version) for name, version in {"a": "1", "b": "2", "d": "1", "e": "1"}.items()
    }

    assert changes(before, after) == Changes(new=2, changed=1, gone=1)
