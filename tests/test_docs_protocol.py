"""The frozen table of the plain protocol in docs/studying.md names every action as the program does."""

import re
from pathlib import Path

import pytest

from cpsprep.core.exam import actions as exam
from cpsprep.core.sitting import actions as act

PAGE = Path(__file__).resolve().parent.parent / "docs" / "studying.md"


def rows() -> dict[str, set[str]]:
    """What can be typed, by the whole word beside it; words without one stand under "" together."""
    _, _, rest = PAGE.read_text(encoding="utf-8").partition("\n## The plain protocol\n")
    section, _, _ = rest.partition("\n## ")
    found: dict[str, set[str]] = {}
    for line in section.splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) == 6:  # four columns and the two edges
            typed = re.findall(r"`([^`]+)`", cells[1])
            word = re.match(r"`([^`]+)`", cells[2])
            found.setdefault(word[1] if word else "", set()).update(typed)
    return found


@pytest.mark.parametrize("words", [w for w in act.WORDS.values() if w.letter or w.word not in {"", "Enter"}])
def test_every_action_stands_in_the_table(words: act.Words) -> None:
    assert rows()[words.word] == ({words.letter} if words.letter else set())


@pytest.mark.parametrize("words", [w for w in exam.WORDS.values() if w.word not in {"", "Enter", "clock"}])
def test_every_word_of_a_mock_exam_is_told(words: act.Words) -> None:
    page = PAGE.with_name("exams.md").read_text(encoding="utf-8")

    assert f"`{words.word}`" in page


def test_the_table_has_no_word_that_is_no_action() -> None:
    assert rows().keys() - {""} <= {words.word for words in act.WORDS.values()}
