"""`make` prepares its environment once, says why when it cannot, and leaves a current one alone."""

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


def load(script: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("prepare", script)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what the script reads, in a folder with a space in its path."""
    root = tmp_path / "a project"
    (root / "tools").mkdir(parents=True)
    shutil.copy(ROOT / "tools" / "prepare.py", root / "tools")
    shutil.copy(ROOT / "pyproject.toml", root)
    monkeypatch.chdir(root)  # the script moves to its project; come back after the test
    return root


def make_current(prepare: ModuleType, step: str) -> None:
    python = prepare.python_of(Path(".venv"))
    python.parent.mkdir(parents=True, exist_ok=True)
    python.touch()
    prepare.stamp(Path(".venv"), step).write_text(prepare.digest(step), encoding="utf-8")


def test_a_current_environment_is_left_alone_without_a_word(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare = load(project / "tools" / "prepare.py")
    make_current(prepare, "run")
    make_current(prepare, "dev")
    make_current(prepare, "browser")

    assert prepare.main("run") == 0
    assert prepare.main("dev") == 0
    assert prepare.main("browser") == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("old", "new", "run_stays"),
    [('"genanki>=0.13.1"', '"genanki>=0.14"', False), ('"pytest>=8.3"', '"pytest>=9"', True)],
)
def test_another_list_of_packages_makes_it_outdated(
    project: Path, old: str, new: str, run_stays: bool
) -> None:
    prepare = load(project / "tools" / "prepare.py")
    make_current(prepare, "run")
    make_current(prepare, "dev")

    file = project / "pyproject.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    assert prepare.is_current(Path(".venv"), "run") is run_stays
    assert not prepare.is_current(Path(".venv"), "dev")


def test_an_environment_whose_python_is_gone_is_outdated(project: Path) -> None:
    prepare = load(project / "tools" / "prepare.py")
    make_current(prepare, "run")

    prepare.python_of(Path(".venv")).unlink()

    assert not prepare.is_current(Path(".venv"), "run")


def test_every_package_has_a_lower_bound_to_test_with(project: Path) -> None:
    prepare = load(project / "tools" / "prepare.py")

    assert [line for line in prepare.lowest() if not re.fullmatch(r"[\w.-]+==[\d.]+", line)] == []


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("NewConnectionError: [Errno -3] Temporary failure in name resolution", "Is this machine online?"),
        ("ERROR: Could not find a version that satisfies x (from versions: none)", "Is this machine online?"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "proxy"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: Could not install packages: [Errno 13] Permission denied: '.venv'", "a folder of your own"),
        ("ERROR: Package 'x' requires a different Python: 3.15.0", "3.11 to 3.13"),
        ("something that nobody has seen before", "its own words are above"),
    ],
)
def test_a_failure_of_pip_is_explained(
    project: Path, output: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare = load(project / "tools" / "prepare.py")

    with pytest.raises(SystemExit):
        prepare.fail(output, prepare.explanation(output))

    assert output in capsys.readouterr().err
    assert words in prepare.explanation(output)


def test_an_unknown_word_shows_how_to_use_it() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "prepare.py"), "nonsense"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 1
    assert "prepare.py run" in done.stderr


@pytest.mark.skipif(not shutil.which("make"), reason="there is no make")
def test_make_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, flags=re.MULTILINE)) - {
        "ready",
        "ready-dev",
        "ready-browser",
        "ready-desktop",
        "help",
    }

    shown = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout

    assert targets <= set(re.findall(r"^make ([a-z-]+)", shown, flags=re.MULTILINE))


@pytest.mark.skipif(not shutil.which("make"), reason="there is no make")
def test_make_says_when_there_is_no_python(tmp_path: Path) -> None:
    tools = {name: shutil.which(name) for name in ("make", "sh")}
    for name, path in tools.items():
        assert path
        (tmp_path / name).symlink_to(path)
    (tmp_path / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    shutil.copytree(ROOT / "tools", tmp_path / "tools")

    done = subprocess.run(
        [str(tmp_path / "make"), "review"],
        cwd=tmp_path,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.startswith("cpsprep needs Python 3.11 or newer")
