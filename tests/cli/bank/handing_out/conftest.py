"""A small bank of an instructor's, in its first version."""

from pathlib import Path

import pytest

from fakes_class import bank


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return bank(tmp_path, "1")
