"""Writing one setting leaves everything else in the file as it was."""

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.adapters.config.writer import write_setting
from cpsprep.app.errors import UnreadableError
from cpsprep.core.config.keys import BY_NAME, Value

OLD = """\
# my own words
ui = "full"   # I like it

[drill] # less of it
passes = 1
"""


def written(tmp_path: Path, old: str, name: str, value: Value) -> str:
    file = tmp_path / "config.toml"
    file.write_bytes(old.encode())
    write_setting(file, BY_NAME[name], value)
    return file.read_bytes().decode()


@pytest.mark.parametrize(
    ("name", "value", "new"),
    [
        ("ui", "plain", OLD.replace('"full"', '"plain"')),
        ("drill.passes", 2, OLD.replace("passes = 1", "passes = 2")),
        ("drill.gap", 3, OLD + "gap = 3\n"),
        ("exam.extra_time", 1.5, OLD + "\n[exam]\nextra_time = 1.5\n"),
        ("bank", ("a", "b"), OLD.replace("\n[drill]", 'bank = ["a", "b"]\n\n[drill]')),
    ],
)
def test_only_the_one_line_changes(tmp_path: Path, name: str, value: Value, new: str) -> None:
    assert written(tmp_path, OLD, name, value) == new


def test_line_ends_of_another_system_stay(tmp_path: Path) -> None:
    assert written(tmp_path, '# x\r\nui = "full"\r\n', "ui", "plain") == '# x\r\nui = "plain"\r\n'


def test_a_missing_file_is_made_with_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "not" / "yet" / "config.toml"

    write_setting(file, BY_NAME["drill.gap"], 3)

    assert tomllib.loads(file.read_text(encoding="utf-8")) == {"drill": {"gap": 3}}


@pytest.mark.parametrize(
    "layout", ["", "drill.gap = 1\n", "drill = {gap = 1}\n", "[drill]\ngap = 1\n[x]\ny = 2\n"]
)
@given(value=st.integers(0, 99))
def test_what_is_written_reads_back_in_every_layout(
    tmp_path_factory: pytest.TempPathFactory, layout: str, value: int
) -> None:
    text = written(tmp_path_factory.mktemp("config"), layout, "drill.passes", value)

    before, after = tomllib.loads(layout), tomllib.loads(text)
    assert after["drill"].pop("passes") == value
    assert after == {"drill": {}} | before


def test_a_broken_file_is_not_touched(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="this is not TOML"):
        written(tmp_path, "ui = = 3\n", "ui", "plain")

    assert (tmp_path / "config.toml").read_text(encoding="utf-8") == "ui = = 3\n"


def test_a_value_in_the_place_of_a_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="drill is not a table"):
        written(tmp_path, "drill = 3\n", "drill.gap", 1)


def test_a_folder_in_the_place_of_the_file_is_told_and_nothing_is_left_over(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()

    with pytest.raises(UnreadableError, match=r"config\.toml cannot be read"):
        write_setting(tmp_path / "config.toml", BY_NAME["ui"], "plain")

    assert [path.name for path in tmp_path.iterdir()] == ["config.toml"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_to_the_real_file_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "dotfiles.toml", tmp_path / "config.toml"
    real.touch()
    link.symlink_to(real)

    write_setting(link, BY_NAME["ui"], "plain")

    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == 'ui = "plain"\n'


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_private_file_stays_private(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.touch(mode=0o600)

    write_setting(file, BY_NAME["ui"], "plain")

    assert file.stat().st_mode & 0o777 == 0o600
