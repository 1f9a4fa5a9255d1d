"""The rules of the house that a machine can check: layers, sizes, and what no file may hold."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from cpsprep.cli.commands import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 300
_SKIPPED = {".git", ".venv", ".venv-desktop", ".venv-lowest", "dist", "build", "__pycache__"}
_MACHINE = re.compile(
    r"(?<![\w.])/(?:home|Users|root|workspace|mnt|work)/\w+|[A-Z]:\\+Users|--index-url|--find-links"
)

_NAMED = re.compile(r"`((?:cli|core|app|adapters)(?:[./]\w+)+(?:\.py)?|tests/[\w/]+\.py)`")


def listed() -> list[Path]:
    """The files of the project: those that git knows or would take, or all in a copy without git."""
    asked = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        done = subprocess.run(asked, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        found = [path for path in ROOT.rglob("*") if not _SKIPPED.intersection(path.parts)]
    else:
        found = [ROOT / name for name in done.stdout.decode().split("\0") if name]
    return sorted(path for path in found if path.is_file())


FILES = listed()
PYTHON = [path for path in FILES if path.suffix == ".py"]
SOURCE = [path for path in PYTHON if "src" in path.parts]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_imports_follow_the_layers() -> None:
    pytest.importorskip("importlinter")
    lint = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"

    done = subprocess.run(
        [sys.executable, "-c", lint], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_no_file_is_too_long_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_the_first_line_says_why_the_file_exists(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]

    assert re.match(r'r?"""[^\s"].{15,}', first), f"{name(path)} starts with {first!r}"


@pytest.mark.parametrize("path", SOURCE, ids=name)
def test_a_section_of_the_design_that_is_named_is_there(path: Path) -> None:
    sections = re.findall(
        r"^## (\d+)\.", (ROOT / "docs" / "design.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    named = re.findall(r"\bdesign (\d+)", path.read_text(encoding="utf-8"))

    assert [section for section in named if section not in sections] == []


def test_no_file_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}

    assert [name(path) for path in PYTHON if path.stem in drawers] == []


def test_tests_have_no_packages() -> None:
    assert [name(path) for path in PYTHON if "tests" in path.parts and path.name == "__init__.py"] == []


def defined(tree: ast.Module) -> Iterator[str]:
    """The names that a file gives to functions, classes and values; what is decorated is called by others."""
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=found, decorator_list=[]) | ast.ClassDef(name=found):
                yield found
            case ast.AnnAssign(target=ast.Name(id=found)) | ast.Assign(targets=[ast.Name(id=found)]):
                yield found
            case _:
                pass


def used(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=found, ctx=ast.Load()) | ast.Attribute(attr=found):
                yield found
            case ast.Constant(value=str(found)):  # a type in quotes
                yield found
            case ast.alias(name=found, asname=str()):  # used under another name
                yield found
            case _:
                pass


def test_the_program_uses_all_that_it_defines() -> None:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCE}
    known = {entry.target.partition(":")[2] for entry in COMMANDS}
    known |= {"__version__", "replay"}  # replay says what the database's fold has to equal
    known.update(*map(used, trees.values()))

    unused = {name(path): sorted(set(defined(tree)) - known) for path, tree in trees.items()}
    assert {path: names for path, names in unused.items() if names} == {}


@pytest.mark.parametrize("path", SOURCE, ids=name)
def test_a_file_uses_what_is_its_own(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    own = {found for found in defined(tree) if re.match(r"_[^_]", found)}

    assert own - set(used(tree)) == set()


@pytest.mark.parametrize("path", SOURCE, ids=name)
def test_a_module_or_test_that_a_comment_names_is_there(path: Path) -> None:
    assert [one for one in _NAMED.findall(path.read_text(encoding="utf-8")) if not is_there(one)] == []


def is_there(named: str) -> bool:
    """Whether a path such as `tests/test_x.py`, or a name such as `core.item.Kind`, leads to a file."""
    if named.startswith("tests/"):
        return (ROOT / named).is_file()
    parts = named.removesuffix(".py").replace("/", ".").split(".")
    places = [ROOT.joinpath("src", "cpsprep", *parts[:end]) for end in range(2, len(parts) + 1)]
    return any(place.with_suffix(".py").is_file() for place in places) or places[-1].is_dir()


def test_the_program_imports_all_that_it_asks_to_install() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[<>=]", line)[0].replace("pyyaml", "yaml") for line in project["dependencies"]}
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE)

    assert {one for one in asked if not re.search(rf"^\s*(import|from) {one}\b", text, re.MULTILINE)} == set()


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if path.suffix not in {".apkg", ".png"} and path != Path(__file__)],
    ids=name,
)
def test_no_file_names_a_place_on_somebodys_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8", errors="replace")

    assert _MACHINE.findall(text) == []


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".md"], ids=name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text)]
    local = [
        target for target in targets if target and "://" not in target and not target.startswith("mailto:")
    ]

    assert [target for target in local if not (path.parent / target).exists()] == []
