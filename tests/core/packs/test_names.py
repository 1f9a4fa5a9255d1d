"""Names of files in a pack: none leads elsewhere or means something else on another system."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.packs.names import may_hold


@pytest.mark.parametrize(
    "name",
    [
        *("bank.yaml", "sources.yaml", "first.yaml", "Unit 1.yaml", "a.b.yaml", "2027-01_x.yaml"),
        *("facts/a.yaml", "blueprints/nc.yaml", "media/map.png", "media/sigh.mp3", "published.json"),
    ],
)
def test_files_of_a_bank_may_be_there(name: str) -> None:
    assert may_hold(name)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            ".",
            "..",
            "/bank.yaml",
            "../bank.yaml",
            "a/../bank.yaml",
            "facts/../../x.yaml",
            "facts//a.yaml",
        ),
        *("..\\bank.yaml", "C:bank.yaml", "C:\\bank.yaml", "bank.yaml\x00", "bank.yaml ", "bank.yaml\n"),
        *(".hidden.yaml", "con.yaml", "facts/NUL.yaml", "aux.b.yaml", "com1.yaml", "readings.jsonl"),
        *("x.yml", "x.py", "media/x.svg", "media/a/b.png", "other/a.yaml", "facts/a.json", "b\u00e4nk.yaml"),
        "x" * 200 + ".yaml",
    ],
)
def test_nothing_else_may(name: str) -> None:
    assert not may_hold(name)


@given(st.text(max_size=30))
def test_no_name_leaves_its_folder(name: str) -> None:
    if may_hold(name):
        assert ".." not in name.split("/")
        assert not set(name) & set('\\:*?"<>|\x00')
        assert not name.startswith("/")
