"""Moodle's own readers of questions, from a folder with Moodle's source, run by PHP."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FILES = (
    "lib/questionlib.php",
    "lib/xmlize.php",
    "question/format.php",
    "question/format/aiken/format.php",
    "question/format/gift/format.php",
    "question/format/xml/format.php",
    "question/type/multianswer/questiontype.php",
)
HARNESS = Path(__file__).with_name("read.php")
Read = Callable[[str, str], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def moodle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The few files that read questions, by themselves, in a form that today's PHP takes."""
    source = Path(os.environ.get("MOODLE") or "no folder")
    if not shutil.which("php") or not all((source / name).is_file() for name in FILES):
        pytest.skip(
            "needs php and Moodle's source: make test-moodle MOODLE=FOLDER (https://download.moodle.org)"
        )
    folder = tmp_path_factory.mktemp("moodle")
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        text = (source / name).read_text(encoding="utf-8")
        # An exception of older Moodles declares its line in another way than PHP 8 does.
        text = text.replace("public $line;", "public int $line = 0;")
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder


@pytest.fixture(scope="session")
def read(moodle: Path, tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Reads a text in a format of Moodle; one that Moodle complains of fails the test."""
    file = tmp_path_factory.mktemp("files") / "questions.txt"

    def reading(name: str, text: str) -> list[dict[str, Any]]:
        file.write_text(text, encoding="utf-8", newline="\n")
        words = ["php", str(HARNESS), str(moodle), name, str(file)]
        done = subprocess.run(words, capture_output=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-2000:]
        found = json.loads(done.stdout)
        assert (found["errors"], found["told"].strip(), found["refused"]) == (0, "", [])
        questions: list[dict[str, Any]] = found["questions"]
        return questions

    return reading
