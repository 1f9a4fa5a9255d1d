"""A small bank and a learner who takes exams from it."""

from pathlib import Path

import pytest

from fakes_exam_program import BANK, Exam, write


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    folder = tmp_path / "bank"
    folder.mkdir()
    (folder / "bank.yaml").write_text(BANK, encoding="utf-8")
    write(folder)
    return folder


@pytest.fixture
def exam(home: Path, bank: Path) -> Exam:
    return Exam(home, bank)
