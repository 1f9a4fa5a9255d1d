"""Configuration is read from files and the environment, and every mistake is told with its place."""

import os
from pathlib import Path

import pytest

from cpsprep.adapters.config.files import Config, line_of, project_file, read_config
from cpsprep.app.errors import UnreadableError
from cpsprep.core.config.layers import Origin
from cpsprep.core.config.settings import Settings, Ui
from cpsprep.core.problem import Severity


@pytest.fixture
def user(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path / "home" / "config.toml"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    (tmp_path / "work" / "deep").mkdir(parents=True)
    return tmp_path / "work"


def origin_of(config: Config, name: str) -> tuple[Origin, str]:
    return next((one.origin, one.place) for one in config.decided if one.key.name == name)


def test_without_files_all_is_default(user: Path, work: Path) -> None:
    config = read_config(user, work, {})

    assert config.settings == Settings()
    assert config.problems == ()


def test_each_layer_covers_the_one_below(user: Path, work: Path) -> None:
    user.write_text("[drill]\ngap = 1\n", encoding="utf-8")
    assert read_config(user, work, {}).settings.drill_gap == 1

    (work / "cpsprep.toml").write_text("drill.gap = 2\n", encoding="utf-8")
    assert read_config(user, work, {}).settings.drill_gap == 2

    environ = {"CPSPREP_DRILL_GAP": "3"}
    assert read_config(user, work, environ).settings.drill_gap == 3
    assert read_config(user, work, environ, {"drill.gap": 4}).settings.drill_gap == 4


def test_the_origin_names_file_and_line_or_variable(user: Path, work: Path) -> None:
    user.write_text("# mine\n\n[drill]\n# how far apart\ngap = 1\n", encoding="utf-8")

    config = read_config(user, work, {"CPSPREP_UI": "full"})

    assert origin_of(config, "drill.gap") == (Origin.USER, f"{user}:5")
    assert origin_of(config, "ui") == (Origin.ENVIRONMENT, "CPSPREP_UI")
    assert origin_of(config, "editor") == (Origin.DEFAULT, "")


def test_the_project_file_is_the_nearest_one_upwards(work: Path) -> None:
    (work / "cpsprep.toml").touch()

    assert project_file(work / "deep") == work / "cpsprep.toml"


def test_a_user_file_that_is_also_the_project_file_counts_as_the_users(work: Path) -> None:
    file = work / "cpsprep.toml"
    file.write_text('editor = "ed"\n', encoding="utf-8")

    config = read_config(file, work, {})

    assert (config.settings.editor, config.problems) == ("ed", ())


def test_plain_can_be_asked_for_in_one_short_variable(user: Path, work: Path) -> None:
    assert read_config(user, work, {"CPSPREP_PLAIN": "1"}).settings.ui is Ui.PLAIN
    assert read_config(user, work, {"CPSPREP_PLAIN": "0"}).settings.ui is Ui.ASK
    assert read_config(user, work, {"CPSPREP_PLAIN": "1", "CPSPREP_UI": "full"}).settings.ui is Ui.FULL


def test_an_empty_variable_says_nothing(user: Path, work: Path) -> None:
    assert read_config(user, work, {"CPSPREP_UI": ""}).settings.ui is Ui.ASK


def test_several_banks_come_in_one_variable(user: Path, work: Path) -> None:
    config = read_config(user, work, {"CPSPREP_BANK": os.pathsep.join(["one", "two"])})

    assert config.settings.banks == ("one", "two")


def test_folders_in_a_file_are_meant_from_that_file(user: Path, work: Path) -> None:
    (work / "decks").mkdir()
    (work / "cpsprep.toml").write_text(f"bank = ['decks', '{user.parent}']\n", encoding="utf-8")

    config = read_config(user, work / "deep", {})

    assert config.settings.banks == (str(work / "decks"), str(user.parent))


def test_a_word_that_is_no_folder_there_may_be_the_name_of_a_bank(user: Path, work: Path) -> None:
    (work / "cpsprep.toml").write_text("bank = ['spring-class', 'my/bank']\n", encoding="utf-8")

    assert read_config(user, work, {}).settings.banks == ("spring-class", str(work / "my" / "bank"))


def test_an_unknown_setting_is_a_warning_with_a_suggestion(user: Path, work: Path) -> None:
    user.write_text("\n[drill]\npases = 1\n", encoding="utf-8")

    (problem,) = read_config(user, work, {}).problems

    assert problem.severity is Severity.WARNING
    assert str(problem.place) == f"{user}:3:1"
    assert problem.message == "unknown setting drill.pases"
    assert problem.hint == "did you mean drill.passes?"


def test_a_project_file_names_no_program(user: Path, work: Path) -> None:
    (work / "cpsprep.toml").write_text('editor = "steal-everything"\n', encoding="utf-8")

    config = read_config(user, work, {})

    assert config.settings.editor == ""
    assert config.problems[0].message == "editor is ignored in a project file"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"drill.gap = 'x'\n", ":1: drill.gap must be a whole number from 0 to 99, not 'x'"),
        (b"\xef\xbb\xbf\r\nui = 3\r\n", ":2: ui must be plain, full or ask, not 3"),
        (b"ui = \n", ":1: this is not TOML (Invalid value)"),
        (b"ui = 'x", ": this is not TOML (Expected"),
        (b"ui = 'plain'\nui = 'full'\n", ":2: this is not TOML (Cannot overwrite a value)"),
        (b"ui = '\xff'\n", " is not UTF-8 text"),
        (b'bank = "a\\u0000b"\n', ":1: bank must be a list of folders"),
        (b"a = " + b"[" * 5000 + b"]" * 5000, " is nested too deeply"),
        (b"a = " + b"9" * 5000, ": this is not TOML (Exceeds the limit"),
    ],
)
def test_a_bad_file_is_told_with_file_and_line(user: Path, work: Path, content: bytes, message: str) -> None:
    user.write_bytes(content)

    with pytest.raises(UnreadableError) as told:
        read_config(user, work, {})

    assert str(told.value).startswith(f"{user}{message}")
    assert told.value.hint
    assert told.value.exit_code == 3


def test_the_folder_of_a_home_that_nobody_has_stays_as_it_is_written(user: Path, work: Path) -> None:
    user.write_text('bank = "~nobody-has-this-name/bank"\n', encoding="utf-8")

    assert read_config(user, work, {}).settings.banks == (str(user.parent / "~nobody-has-this-name/bank"),)


def test_a_bad_variable_is_told_by_its_name(user: Path, work: Path) -> None:
    with pytest.raises(UnreadableError, match=r"^CPSPREP_LIMITS_NEW must be a whole number") as told:
        read_config(user, work, {"CPSPREP_LIMITS_NEW": "many"})

    assert told.value.hint == "it sets limits.new: new questions a day"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may read every file")
def test_a_file_that_may_not_be_read_is_told(user: Path, work: Path) -> None:
    user.touch(mode=0o000)

    with pytest.raises(UnreadableError, match="cannot be read: Permission denied"):
        read_config(user, work, {})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("drill.gap = 1", 1),
        ("[drill]\ngap=1", 2),
        ("[ drill ] # x\n\n  gap = 1", 3),
        ("gap = 1\n[drill]\ngap = 2", 3),
        ("drill = {gap = 1}", 1),
    ],
)
def test_the_line_of_a_setting_is_found_however_it_is_written(text: str, line: int) -> None:
    assert line_of(text, "drill.gap") == line
