"""The learner's editor: which one it is, and how it opens a file at a line."""

import stat
from pathlib import Path

import pytest

from cpsprep.cli.editor import chosen_editor, edited, editor_command, how_to_leave, how_to_set, usual_editor
from cpsprep.core.problem import Place

PLACE = Place("bank/deck.yaml", 12, 3)


def having(folder: Path, *programs: str) -> dict[str, str]:
    """An environment in which these programs are installed."""
    for name in programs:
        for path in (folder / name, folder / f"{name}.exe"):
            path.write_text("")
            path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return {"PATH": str(folder)}


@pytest.mark.parametrize(
    ("setting", "environ", "words"),
    [
        ("mine", {"VISUAL": "visual", "EDITOR": "editor"}, "mine"),
        ("", {"VISUAL": "visual", "EDITOR": "editor"}, "visual"),
        ("", {"VISUAL": "", "EDITOR": "editor"}, "editor"),
        ("", {}, ""),
    ],
)
def test_ones_own_setting_comes_before_the_environment(
    setting: str, environ: dict[str, str], words: str
) -> None:
    assert chosen_editor(setting, environ) == words


@pytest.mark.parametrize(
    ("platform", "there", "usual"),
    [
        ("linux", ("vi", "micro", "nano"), "nano"),
        ("linux", ("vi", "micro"), "micro"),
        ("linux", ("vi",), "vi"),
        ("linux", ("notepad", "open"), ""),
        ("freebsd14", ("vi", "nano"), "nano"),
        ("darwin", ("open", "nano", "vi"), "open -W -t"),
        ("darwin", ("nano", "vi"), "nano"),
        ("win32", ("notepad", "vi"), "notepad"),
        ("win32", (), ""),
    ],
)
def test_every_system_has_a_usual_editor_and_vi_is_the_last_resort(
    tmp_path: Path, platform: str, there: tuple[str, ...], usual: str
) -> None:
    assert usual_editor(having(tmp_path, *there), platform) == usual


@pytest.mark.parametrize("usual", ["nano", "micro", "vi", "notepad", "open -W -t"])
def test_it_is_told_how_to_leave_an_editor_that_one_did_not_choose(usual: str) -> None:
    assert how_to_leave(usual).startswith("It opens in ")
    assert how_to_leave(usual).endswith(("Ctrl+X.", "Ctrl+Q.", "Enter.", "window.", "Command+Q."))


@pytest.mark.parametrize(
    ("platform", "there", "command"),
    [
        ("win32", "notepad", "cpsprep config set editor notepad"),
        ("darwin", "open", 'cpsprep config set editor "open -W -t"'),
        ("linux", "micro", "cpsprep config set editor micro"),
        ("linux", "none", "cpsprep config set editor nano"),
    ],
)
def test_the_way_to_set_one_names_an_editor_that_is_there(
    tmp_path: Path, platform: str, there: str, command: str
) -> None:
    assert how_to_set(having(tmp_path, there), platform) == command


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("code", ["code", "--wait", "--goto", "bank/deck.yaml:12"]),
        ("code --wait", ["code", "--wait", "--goto", "bank/deck.yaml:12"]),
        ("code -w", ["code", "-w", "--goto", "bank/deck.yaml:12"]),
        ("subl", ["subl", "--wait", "bank/deck.yaml:12"]),
        ("gedit", ["gedit", "--wait", "bank/deck.yaml"]),
        ("gvim", ["gvim", "-f", "+12", "bank/deck.yaml"]),
        ("gvim --nofork", ["gvim", "--nofork", "+12", "bank/deck.yaml"]),
        ("/opt/kate -n", ["/opt/kate", "-n", "--block", "bank/deck.yaml"]),
        ("nano", ["nano", "+12", "bank/deck.yaml"]),
        ("mine", ["mine", "bank/deck.yaml"]),
    ],
)
def test_an_editor_with_windows_of_its_own_is_told_to_wait_where_its_end_counts(
    editor: str, command: list[str]
) -> None:
    assert editor_command(editor, PLACE, wait=True, windows=False) == command


def test_what_cannot_be_started_is_told_with_the_way_to_set_another() -> None:
    assert edited("no-such-editor", PLACE).endswith(f"To set another: {how_to_set()}")


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("nano", ["nano", "+12", "bank/deck.yaml"]),
        ("/usr/bin/vim -R", ["/usr/bin/vim", "-R", "+12", "bank/deck.yaml"]),
        ("emacsclient -nw", ["emacsclient", "-nw", "+12", "bank/deck.yaml"]),
        ("code --wait", ["code", "--wait", "--goto", "bank/deck.yaml:12"]),
        ("hx", ["hx", "bank/deck.yaml:12"]),
        ("gedit", ["gedit", "bank/deck.yaml"]),
        ("'/opt/my editor/run' -x", ["/opt/my editor/run", "-x", "bank/deck.yaml"]),
        ("nano 'open", ["nano", "'open", "+12", "bank/deck.yaml"]),
        ("nano; rm -rf $HOME", ["nano;", "rm", "-rf", "$HOME", "bank/deck.yaml"]),
        ("", []),
        (" \t", []),
        ("''", []),
    ],
    ids=["nano", "path", "emacs", "code", "helix", "unknown", "spaces", "open quote", "shell", "", " ", "''"],
)
def test_an_editor_is_started_without_a_shell_at_the_line(editor: str, command: list[str]) -> None:
    assert editor_command(editor, PLACE, windows=False) == command


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        (r"C:\Windows\notepad.exe", [r"C:\Windows\notepad.exe", "bank/deck.yaml"]),
        (
            r'"C:\Program Files\Code\Code.exe" -w',
            [r"C:\Program Files\Code\Code.exe", "-w", "--goto", "bank/deck.yaml:12"],
        ),
        ("code.cmd", ["code.cmd", "--goto", "bank/deck.yaml:12"]),
    ],
    ids=["notepad", "quoted", "script"],
)
def test_windows_keeps_its_backslashes(editor: str, command: list[str]) -> None:
    assert editor_command(editor, PLACE, windows=True) == command
