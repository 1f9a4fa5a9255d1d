"""Golden files: a missing one fails, and only a person's machine writes it."""

from pathlib import Path

import pytest

from golden import hold


def test_what_is_as_agreed_passes(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("agreed\n", encoding="utf-8", newline="\n")

    hold(tmp_path / "one.txt", "agreed\n")


def test_what_is_not_as_agreed_fails(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("agreed\n", encoding="utf-8", newline="\n")

    with pytest.raises(AssertionError):
        hold(tmp_path / "one.txt", "other\n")


@pytest.mark.parametrize(("on_ci", "written"), [(False, ["one.txt"]), (True, [])])
def test_a_missing_file_fails_and_is_written_at_a_desk_only(
    tmp_path: Path, on_ci: bool, written: list[str]
) -> None:
    with pytest.raises(pytest.fail.Exception, match=r"one\.txt (is|was) missing"):
        hold(tmp_path / "one.txt", "new\n", on_ci=on_ci)

    assert [path.name for path in tmp_path.iterdir()] == written
