"""`cpsprep ready`: a range and its reasons in plain words, or why it is too early."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from cpsprep.app.readiness import Readiness
from cpsprep.cli.ready.json_form import as_json
from cpsprep.cli.ready.lines import PassChance, sections
from cpsprep.cli.sections import as_text
from cpsprep.core.exam.outline import Outline
from cpsprep.core.readiness.evidence import Evidence, Tried
from cpsprep.core.readiness.model import predict
from cpsprep.core.readiness.practised import Practised
from cpsprep.core.readiness.prediction import Doubt, Prediction, Why
from fakes_cli import cpsprep
from fakes_readiness import ENOUGH, TODAY, evidence, outline, tried

STUDY = "To study it: cpsprep review"
BOTH = f"{STUDY} --domain listening --domain role"
MOCK = "cpsprep exam start --items 25"
NO_MARK = "No pass mark is known for this exam, so nobody can say how likely passing is."
DOMAINS = {"ethics": ("ethics",), "listening": ("listening", "role"), "crisis": ()}


def seen(known: Evidence = ENOUGH, exam: Outline | None = None) -> Readiness:
    exam = exam or outline(items_known=True)
    return Readiness(exam, predict(known, exam), domains=DOMAINS, fresh=400)


def lines(ready: Readiness, mark: PassChance | None = None, width: int = 0) -> list[str]:
    return as_text(sections(ready, mark), width).splitlines()


def test_a_forecast_is_a_range_with_areas_and_doubts() -> None:
    assert lines(seen()) == [
        "If the exam were today",
        "About 65 of 100, most likely between 48 and 82.",
        "The board: 50 questions.",
        "It rests on 60 questions that you answered when they were new to you.",
        "",
        "Where to study, what brings most first",
        f"Ethics, 50% of the exam: about 66 of 100, from 30 questions. {STUDY} --domain ethics",
        f"Listening, 30% of the exam: about 67 of 100, from 20 questions. {BOTH}",
        "Crisis, 20% of the exam: about 62 of 100, from 10 questions.",
        "",
        "Why this is not sure",
        "These questions are not your board's own, which may be easier or harder.",
    ]


def test_an_unknown_length_is_told() -> None:
    assert "The board: 50 questions; how many your exam asks is not known." in lines(seen(exam=outline()))


def test_an_area_without_answers_is_told() -> None:
    known = evidence(tried("ethics", 30, 10), tried("listening", 20, 5))

    assert "Crisis, 20% of the exam: no questions yet, so taken to be like the others." in lines(seen(known))


def test_the_chance_of_passing_is_told_only_when_asked_for() -> None:
    assert not any("chance" in line for line in lines(seen()))


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (PassChance(70, True, 0.35), "The chance to reach 70 of 100, the pass mark you gave: about 35%."),
        (
            PassChance(72.5, False, 0.95),
            "The chance to reach 72.5 of 100, the pass mark as known: about 95%, the most it ever says.",
        ),
        (
            PassChance(70, True, 0.05),
            "The chance to reach 70 of 100, the pass mark you gave: about 5%, the least it ever says.",
        ),
        (
            PassChance(),
            f"{NO_MARK} If you know yours, in percent: cpsprep ready --pass-mark 70",
        ),
    ],
    ids=["own", "sure", "hopeless", "unknown"],
)
def test_a_chance_names_its_pass_mark(mark: PassChance, words: str) -> None:
    assert words in lines(seen(), mark)


@pytest.mark.parametrize(
    ("doubt", "words"),
    [
        (Doubt(Why.FEW, 34), "It rests on 34 questions only. With 60 or more the range is narrower."),
        (
            Doubt(Why.THIN_AREAS, 2, ("ethics", "crisis")),
            f"Hardly tried yet, with fewer than 3 questions: Ethics; Crisis. A mock exam asks all: {MOCK}",
        ),
        (
            Doubt(Why.OUR_AREAS),
            "The areas are those of your questions. To see those of boards: cpsprep exam blueprints",
        ),
        (
            Doubt(Why.EQUAL_SHARES),
            "How much each area counts is not published, so here all count the same.",
        ),
        (
            Doubt(Why.OLD, 41),
            f"41 of the answers are over a month old; you may know more now. To see: {MOCK}",
        ),
        (Doubt(Why.SEEN_BEFORE, 7), "7 of the questions you had seen before, 30 days or more earlier."),
    ],
    ids=lambda value: value.why.value if isinstance(value, Doubt) else "",
)
def test_each_doubt_has_words(doubt: Doubt, words: str) -> None:
    ready = seen()
    assert isinstance(ready.forecast, Prediction)

    assert words in lines(replace(ready, forecast=replace(ready.forecast, doubts=(doubt,))))


def early(count: int, fresh: int = 400) -> Readiness:
    known: Sequence[Tried] = ENOUGH.tried[:count]
    return replace(seen(Evidence(tuple(known), TODAY)), fresh=fresh)


def test_too_few_answers_are_no_forecast_but_a_way_to_one() -> None:
    assert lines(early(12)) == [
        "Too early to say",
        "So far 12 questions count, and it takes 20 to say anything honest about an exam.",
        "What counts is your first answer to a question: those you have practised are easier than an exam.",
        "8 more new questions will do. To study: cpsprep review",
        "Or all in one go, as a short mock exam: cpsprep exam start --items 25",
        "Nothing yet on: Listening; Crisis.",
    ]


@pytest.mark.parametrize(
    ("count", "words"), [(0, "So far nothing counts,"), (1, "So far 1 question counts,")]
)
def test_the_first_answers_are_counted_in_words(count: int, words: str) -> None:
    assert lines(early(count))[1].startswith(words)


def test_who_has_seen_everything_is_sent_to_a_mock_exam() -> None:
    assert lines(early(12, fresh=3))[3] == (
        "Few questions here are new to you. A mock exam also counts those not seen for 30 days: "
        "cpsprep exam start --items 25"
    )


def test_studied_questions_stand_apart() -> None:
    ready = replace(early(0), practised=Practised(120, 0.914, 0.78, 0.953), days=21)

    assert lines(ready)[-4:] == [
        "Questions you have studied",
        "120 questions. Asked again today: about 91 of 100 right.",
        "On the day of the exam, in 21 days: about 95 with the reviews until then, 78 without.",
        "They stand apart, because they say little about questions you have never seen.",
    ]


def test_without_an_exam_date_only_today_is_told_of_them() -> None:
    assert lines(replace(early(0), practised=Practised(1, 0.9)))[-3:-1] == [
        "Questions you have studied",
        "1 question. Asked again today: about 90 of 100 right.",
    ]


def test_after_studying_tomorrow_is_told_because_today_flatters() -> None:
    assert lines(replace(early(0), practised=Practised(9, 1.0, tomorrow=0.88)))[-2] == (
        "9 questions. Asked again tomorrow: about 88 of 100 right."
    )


def test_forty_columns_are_enough_for_all_but_a_command_to_be_copied() -> None:
    long = [line for line in lines(seen(), PassChance(), width=40) if len(line) > 40]

    assert long == ["  cpsprep review --domain listening --domain role"]


def test_programs_get_numbers() -> None:
    ready = replace(seen(), practised=Practised(120, 0.914, 0.78, 0.953), days=21)
    told = json.loads(as_json(ready, PassChance(70, True, 0.35)))

    assert told["schema"] == "cpsprep.ready/1"
    assert told["forecast"] == {
        "asked": 50,
        "share": pytest.approx(0.6525, abs=0.01),
        "low": 0.48,
        "high": 0.82,
        "doubts": [{"why": "not-the-boards", "number": 0, "areas": []}],
    }
    assert told["passing"] == {"cut": 70, "own": True, "chance": 0.35}
    assert told["practised"] == {
        "n": 120,
        "now": 0.914,
        "tomorrow": None,
        "exam_day": 0.953,
        "exam_day_without_reviews": 0.78,
    }
    assert [area["id"] for area in told["areas"]] == ["ethics", "listening", "crisis"]


def test_programs_are_told_that_it_is_too_early() -> None:
    told = json.loads(as_json(early(3), None))

    assert (told["questions"], told["least"]) == (3, 20)
    assert (told["forecast"], told["passing"], told["practised"]) == (None, None, None)


def test_at_the_very_beginning_it_says_how_to_begin(tmp_path: Path) -> None:
    outcome = cpsprep("ready", home=tmp_path / "home")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Too early to say\nSo far nothing counts,")


def test_a_board_nobody_knows_is_refused_with_those_there_are(tmp_path: Path) -> None:
    outcome = cpsprep("ready", "--blueprint", "no-such", home=tmp_path / "home")

    assert (outcome.code, outcome.out) == (2, "")
    assert "there is no blueprint 'no-such'" in outcome.err


@pytest.mark.parametrize("mark", ["0", "101", "most"])
def test_a_pass_mark_is_a_percentage(tmp_path: Path, mark: str) -> None:
    assert cpsprep("ready", "--pass-mark", mark, home=tmp_path / "home").code == 2


@pytest.mark.parametrize(
    ("words", "cut", "own"),
    [
        (("--chance",), None, False),
        (("--pass-mark", "72.5"), 72.5, True),
        (("--chance", "--blueprint", "ny-cps"), 75, False),
    ],
)
def test_the_pass_mark_is_yours_or_the_boards(
    tmp_path: Path, words: tuple[str, ...], cut: float | None, own: bool
) -> None:
    told = json.loads(cpsprep("ready", "--json", *words, home=tmp_path / "home").out)

    assert told["passing"] == {"cut": cut, "own": own, "chance": None}
