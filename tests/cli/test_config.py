"""`cpsprep config`: see settings with their origin, and set them."""

import json
from pathlib import Path

import pytest

from fakes_cli import cpsprep


def test_show_tells_each_value_and_where_it_comes_from(home: Path) -> None:
    cpsprep("config", "set", "drill.gap", "7", home=home)

    lines = cpsprep("config", "show", home=home, env={"CPSPREP_UI": "plain"}).out.splitlines()

    assert lines[0] == "ui = plain   (environment: CPSPREP_UI)"
    assert "limits.new = 20   (default)" in lines
    assert f"drill.gap = 7   (user: {home / 'config' / 'config.toml'}:2)" in lines


def test_show_json_keeps_the_types(home: Path) -> None:
    document = json.loads(cpsprep("config", "show", "--json", home=home).out)

    assert document["schema"] == "cpsprep.config/1"
    assert document["settings"]["limits.new"] == {"value": 20, "origin": "default", "place": ""}
    assert document["settings"]["ui"]["value"] == "ask"
    assert document["settings"]["bank"]["value"] == []


def test_what_is_set_is_shown_by_the_next_command(home: Path) -> None:
    done = cpsprep("config", "set", "limits.new", "0", home=home)

    assert done.out == f"limits.new = 0, saved in {home / 'config' / 'config.toml'}\n"
    assert "limits.new = 0 " in cpsprep("config", "show", home=home).out


def test_a_relative_bank_is_saved_by_its_full_path(home: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "bank.yaml").write_text("format: 1\n", encoding="utf-8")
    cpsprep("config", "set", "bank", "one", "two", home=home, cwd=tmp_path)

    document = json.loads(cpsprep("config", "show", "--json", home=home).out)
    assert document["settings"]["bank"]["value"] == [str(tmp_path / "one"), str(tmp_path / "two")]


def test_setting_what_the_environment_decides_says_so(home: Path) -> None:
    done = cpsprep("config", "set", "ui", "full", home=home, env={"CPSPREP_PLAIN": "1"})

    assert done.code == 0
    assert done.err == "but CPSPREP_PLAIN says plain, and comes before it\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["drill.pases", "3"], "cpsprep: there is no setting 'drill.pases'\ndid you mean drill.passes?\n"),
        (
            ["drill.passes", "x"],
            (
                "cpsprep: drill.passes must be a whole number from 0 to 99, not 'x'\n"
                "it is: drill rounds before a question rests; 0 = no end\n"
            ),
        ),
        (
            ["editor", "code", "-w"],
            "cpsprep: no such option: -w\nsee: cpsprep config set --help\n",
        ),
        (
            ["editor", "code", "wait"],
            'cpsprep: editor takes one value, not 2\nput quotes around it: "two words"\n',
        ),
    ],
)
def test_a_wrong_setting_is_told_and_nothing_is_written(home: Path, words: list[str], message: str) -> None:
    outcome = cpsprep("config", "set", *words, home=home)

    assert (outcome.code, outcome.out, outcome.err) == (2, "", message)
    assert not (home / "config").exists()


def test_a_mistake_in_the_file_is_told_with_its_line(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    file = home / "config" / "config.toml"
    file.write_text("\nui = 'fancy'\n", encoding="utf-8")

    outcome = cpsprep("config", "show", home=home)

    assert outcome.code == 3
    assert outcome.err.startswith(f"cpsprep: {file}:2: ui must be plain, full or ask, not 'fancy'\n")


def test_an_unknown_name_in_the_file_is_a_warning(home: Path, tmp_path: Path) -> None:
    (tmp_path / "cpsprep.toml").write_text("limits.nwe = 3\n", encoding="utf-8")

    outcome = cpsprep("config", "show", home=home, cwd=tmp_path)

    assert outcome.code == 0
    assert outcome.err == (
        f"{tmp_path / 'cpsprep.toml'}:1: warning: unknown setting limits.nwe; did you mean limits.new?\n"
    )


def test_path_is_one_line_for_scripts_and_makes_nothing(home: Path, tmp_path: Path) -> None:
    (tmp_path / "cpsprep.toml").touch()

    outcome = cpsprep("config", "path", home=home, cwd=tmp_path)

    assert outcome.out == f"{home / 'config' / 'config.toml'}\n"
    assert outcome.err == f"here, {tmp_path / 'cpsprep.toml'} comes before it\n"
    assert not home.exists()


def test_path_json_names_both_files(home: Path, tmp_path: Path) -> None:
    document = json.loads(cpsprep("config", "path", "--json", home=home, cwd=tmp_path).out)

    assert document == {"user": str(home / "config" / "config.toml"), "project": None}


def test_a_bank_that_is_not_there_is_not_set(home: Path, tmp_path: Path) -> None:
    done = cpsprep("config", "set", "bank", "none", home=home, cwd=tmp_path)

    assert done.code == 2
    assert f"there is no bank in {tmp_path / 'none'}" in done.err
    assert cpsprep("config", "path", home=home).code == 0


def test_default_takes_a_setting_out_again(home: Path) -> None:
    cpsprep("config", "set", "limits.new", "3", home=home)
    cpsprep("config", "set", "limits.new", "default", home=home)

    limit = json.loads(cpsprep("config", "show", "--json", home=home).out)["settings"]["limits.new"]
    assert (limit["value"], limit["origin"]) == (20, "default")


def test_a_command_of_a_group_is_named_by_its_whole_name(home: Path) -> None:
    assert "did you mean bank search?" in cpsprep("search", "listening", home=home).err
