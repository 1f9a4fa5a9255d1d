"""Fixtures of more than one file of these tests: a small bank on disk, and a place for its cache."""

from pathlib import Path

import pytest

from fakes_bank import write_bank


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "bank")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"
