"""Prepare the virtual environment that `make` works in: say what happens, and do nothing when it is current.

    python tools/prepare.py run      what cpsprep needs to run
    python tools/prepare.py dev      that, and the tools for tests and style
    python tools/prepare.py browser  that, and what tries the Anki cards in a browser
    python tools/prepare.py desktop  Anki's desktop program and what drives it, in .venv-desktop
    python tools/prepare.py lowest   the oldest allowed versions and the tests' tools, in .venv-lowest

A stamp holds a digest of what the environment was made from. While it fits, nothing is done
and no network used.
"""

import hashlib
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORDS = {
    "run": "the packages that cpsprep needs",
    "dev": "the tools for tests and style",
    "browser": "what drives a browser",
    "desktop": "Anki's desktop program",
    "lowest": "the oldest allowed versions",
}
STEPS = {"dev": ["run", "dev"], "browser": ["run", "dev", "browser"], "desktop": ["run", "desktop"]}
HOMES = {"desktop": Path(".venv-desktop"), "lowest": Path(".venv-lowest")}
EXPLANATIONS = (
    (
        r"NameResolution|Temporary failure|versions: none|ConnectionError|connection.*(refused|broken|time)",
        "The package index could not be reached. Is this machine online? Try again; what is done is kept.",
    ),
    (
        r"SSLError|CERTIFICATE_VERIFY",
        "The secure connection was refused; a company proxy often needs its own certificate.",
    ),
    (r"No space left", "The disk is full: free some space (about 200 MB) and try again."),
    (
        r"Permission denied|Access is denied",
        "The folder cannot be written to: put cpsprep in a folder of your own.",
    ),
    (
        r"No matching distribution|requires a different Python",
        "A package has no version for this Python; 3.11 to 3.13 are tried.",
    ),
)


def main(kind: str) -> int:
    os.chdir(ROOT)
    home = HOMES.get(kind, Path(".venv"))
    todo = [step for step in STEPS.get(kind, [kind]) if not is_current(home, step)]
    if not todo:
        return 0
    make_home(home)
    for step in todo:
        say(f"Installing {WORDS[step]} into {home} (once; it can take a minute or two) ...")
        install(home, step)
        stamp(home, step).write_text(digest(step), encoding="utf-8")
    say("Ready." if kind != "run" else "Ready. From now on this works without a network.")
    return 0


def stamp(home: Path, step: str) -> Path:
    return home / f".ready-{step}"


def is_current(home: Path, step: str) -> bool:
    mark = stamp(home, step)
    return python_of(home).exists() and mark.is_file() and mark.read_text(encoding="utf-8") == digest(step)


def digest(step: str) -> str:
    """What the environment depends on: the lists of packages, this file, and where it stands."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    parts = [
        step,
        project["project"]["dependencies"],
        project["project"]["scripts"],
        project["build-system"],
        str(ROOT),
    ]
    if step != "run":
        parts.append(project["dependency-groups"])
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def make_home(home: Path) -> None:
    """Make the environment, or make it anew when its Python is gone or the folder was moved."""
    python = python_of(home)
    if python.exists() and run([str(python), "-c", "import pip"])[0] == 0:
        return
    say(f"Making a place for them: {home} (Python {sys.version.split()[0]}) ...")
    # The Python below ours: we may be running in the very environment that is to be made anew.
    python_below = getattr(sys, "_base_executable", sys.executable)
    code, output = run([python_below, "-m", "venv", "--clear", str(home)])
    if code:
        fail(output, "Python could not make it. On Debian and Ubuntu: sudo apt install python3-venv")


def python_of(home: Path) -> Path:
    return home / "Scripts" / "python.exe" if os.name == "nt" else home / "bin" / "python"


def install(home: Path, step: str) -> None:
    if step == "run":
        pip(home, "--editable", ".")
        return
    pip(home, "--upgrade", "pip>=25.1")  # the first that reads [dependency-groups]
    if step != "lowest":
        pip(home, "--group", step)
        return
    limits = home / "lowest.txt"
    limits.write_text("\n".join(lowest()) + "\n", encoding="utf-8")
    pip(home, "--editable", ".", "--group", "test", "--constraint", str(limits))


def lowest() -> list[str]:
    """Every lower bound in pyproject.toml as an exact version."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    return [re.sub(r">=([\w.]+).*", r"==\1", line) for line in project["project"]["dependencies"]]


def pip(home: Path, *what: str) -> None:
    command = [str(python_of(home)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what]
    code, output = run(command)
    if code:
        fail(output, explanation(output))


def explanation(output: str) -> str:
    reasons = [words for pattern, words in EXPLANATIONS if re.search(pattern, output, re.IGNORECASE)]
    return reasons[0] if reasons else "pip could not install them; its own words are above."


def run(command: list[str]) -> tuple[int, str]:
    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.returncode, done.stdout


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def fail(output: str, words: str) -> None:
    say("\n".join("  " + line for line in output.strip().splitlines()[-8:]))
    say(words)
    raise SystemExit(1)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in WORDS:
        raise SystemExit(__doc__)
    raise SystemExit(main(sys.argv[1]))
