"""One visit to Anki's desktop program, of which each test tells one fact."""

import os
from pathlib import Path

import pytest

from fakes_desktop import missing
from fakes_desktop_visit import Visit
from fakes_desktop_visit import visit as made


@pytest.fixture(scope="session")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Visit:
    """The folder for pictures is in the variable PICTURES; without it they go where tests leave things."""
    if lacks := missing():
        pytest.exit("This machine lacks " + "; ".join(lacks), returncode=1)
    folder = tmp_path_factory.mktemp("desktop")
    pictures = Path(os.environ.get("PICTURES") or folder / "pictures")
    pictures.mkdir(parents=True, exist_ok=True)
    return made(folder, pictures)
