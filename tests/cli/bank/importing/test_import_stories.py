"""Stories that come in: a scenario with its questions, the same again, and whose change stays."""

import json
from pathlib import Path

import pytest

from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.core.item import Item
from fakes_cli import Outcome, cpsprep

STORY = "Dana is a baker.\n\nShe weeps."


def q(number: int, key: str = "*") -> str:
    return f"{number}. What is number {number} of these?\na) one of {number}{key}\nb) two of {number}\n\n"


def typed(*, story: str = STORY, last: int = 3, key: str = "*") -> str:
    inside = "".join(q(number, key) for number in range(2, last + 1))
    return f"{q(1)}Use this case for questions 2-{last}.\n\n{story}\n\n{inside}"


@pytest.fixture
def source(home: Path) -> Path:
    path = home.parent / "quiz.txt"
    path.write_text(typed(), "utf-8")
    return path


def bring(home: Path, *words: str, file: str = "quiz.txt") -> Outcome:
    done = cpsprep("bank", "import", file, "--into", "b", *words, home=home)
    assert done.code == 0, done.err
    return done


def items(home: Path) -> list[Item]:
    bank = read_bank(home.parent / "b")
    assert bank.problems == ()
    return list(bank.items.values())


def told(home: Path) -> list[str]:
    """The story of each question, in the order of the deck."""
    return [one.scenario.vignette if one.scenario else "" for one in items(home)]


def rewrite(home: Path, before: str, after: str) -> None:
    deck = home.parent / "b" / "quiz.yaml"
    text = deck.read_text("utf-8")
    assert before in text
    deck.write_text(text.replace(before, after), "utf-8")


def test_a_story_becomes_a_scenario_with_its_questions(home: Path, source: Path) -> None:
    done = bring(home)

    assert "1 story becomes a scenario, with 2 questions." in done.out
    assert told(home) == ["", STORY, STORY]
    assert len({one.scenario.id for one in items(home) if one.scenario}) == 1


def test_the_same_file_again_changes_nothing(home: Path, source: Path) -> None:
    bring(home)
    before = {path.name: path.read_bytes() for path in (home.parent / "b").iterdir()}

    assert "stays as it is" in bring(home).out
    assert {path.name: path.read_bytes() for path in (home.parent / "b").iterdir()} == before


def test_a_story_that_changed_in_the_file_changes_in_the_deck(home: Path, source: Path) -> None:
    bring(home)
    ids = [one.id for one in items(home)]
    source.write_text(typed(story="Dana bakes."), "utf-8")

    done = bring(home)

    assert ": story\n" in done.out
    assert "1 changed" in done.out
    assert told(home) == ["", "Dana bakes.", "Dana bakes."]
    assert [one.id for one in items(home)] == ids


def test_one_that_its_author_changed_stays_and_a_change_of_both_is_told(home: Path, source: Path) -> None:
    bring(home)
    rewrite(home, "She weeps.", "She waits.")

    bring(home)
    assert "She waits." in told(home)[1]

    source.write_text(typed(story="Dana bakes."), "utf-8")
    assert "story: 'Dana is a baker. She waits.' here, 'Dana bakes.' in the file" in bring(home).out
    assert "She waits." in told(home)[1]
    assert "here, 'Dana bakes.' in the file" in bring(home).out

    bring(home, "--theirs")
    assert told(home)[1] == "Dana bakes."


def test_more_questions_join_their_scenario(home: Path, source: Path) -> None:
    bring(home)
    source.write_text(f"{typed(last=5)}{q(6)}", "utf-8")

    bring(home)

    assert told(home) == ["", STORY, STORY, STORY, STORY, ""]
    assert "of these" in (home.parent / "b" / "quiz.yaml").read_text("utf-8")


def test_questions_that_got_their_keys_later_join_it_too(home: Path, source: Path) -> None:
    source.write_text(typed(key=""), "utf-8")
    assert "1 story becomes a scenario, with 2 questions." in bring(home).out
    waiting = home.parent / "b" / "quiz.needs-key.txt"
    waiting.write_text(waiting.read_text("utf-8").replace("Answer:\n", "Answer: a\n", 1), "utf-8")
    bring(home, "-o", "quiz.yaml", file="b/quiz.needs-key.txt")
    bring(home)
    waiting.write_text(waiting.read_text("utf-8").replace("Answer:\n", "Answer: a\n", 1), "utf-8")
    bring(home, "-o", "quiz.yaml", file="b/quiz.needs-key.txt")

    assert [one.replace("\n\n", " ") for one in told(home)] == ["", *[STORY.replace("\n\n", " ")] * 2]
    assert len({one.scenario.id for one in items(home) if one.scenario}) == 1


def test_questions_that_the_deck_has_elsewhere_are_told(home: Path, source: Path) -> None:
    source.write_text("".join(map(q, (1, 2, 3))), "utf-8")
    bring(home)
    source.write_text(typed(last=4), "utf-8")

    done = bring(home)

    names = [one.id for one in items(home)][1:3]
    assert "Not below their story in the deck" in done.out
    assert f"{names[0]}, {names[1]}: Dana is a baker. She weeps." in done.out
    assert told(home) == ["", "", "", STORY]


def test_programs_are_told_too(home: Path, source: Path) -> None:
    (scene,) = json.loads(bring(home, "--json").out)["scenarios"]

    assert scene["questions"] == [one.id for one in items(home) if one.scenario]
    assert (scene["new"], scene["changed"], scene["in_conflict"], scene["outside"]) == (
        True,
        False,
        False,
        [],
    )
