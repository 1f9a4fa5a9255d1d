"""`cpsprep stats`: short lines, one fact each; bars only for those who see them; JSON for programs."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cpsprep.app.statistics import Overview
from cpsprep.cli.sections import as_text
from cpsprep.cli.stats.json_form import as_json
from cpsprep.cli.stats.lines import sections
from cpsprep.cli.study.opening_words import opening_words
from cpsprep.core.item import Basic, Body, Choice, Cloze, Item, ItemId, Kind, OptionId
from cpsprep.core.problem import Place
from cpsprep.core.progress.answer_rows import Share
from cpsprep.core.progress.stats import Day, Questions, Stats, Time
from cpsprep.core.progress.weak_spots import DomainShare, ItemShare, Misconception, Tricky
from cpsprep.core.readiness.practised import Practised
from fakes_cli import cpsprep
from fakes_plan import BANK, TODAY, key

NOTHING = Stats(
    today=TODAY,
    questions=Questions(90, 0, 0),
    overdue=0,
    forecast=(0,) * 14,
    days=tuple(Day(day) for day in range(TODAY - 29, TODAY + 1)),
    remembered=Share(),
    lately=Share(),
    domains=(),
    gone=Share(),
    time=Time(0, 0, 0, None, 0),
    hardest=(),
    misconceptions=(),
    tricky=(),
)
ITEM = Item(ItemId("al-0012"), Basic("Who listens?", "You."), Place("a.yaml", 1, 1), "deck", "role", "topic")
MUCH = Stats(
    today=TODAY,
    questions=Questions(90, 40, 2),
    overdue=3,
    forecast=(18, 4, 0, 1, *(0,) * 10),
    days=(*NOTHING.days[:-2], Day(TODAY - 1, new=1), Day(TODAY, new=10, review=5, drill=2, practice=3)),
    remembered=Share(103, 120),
    lately=Share(4, 4),
    domains=(
        DomainShare("listening", "Listening", Share(16, 20)),
        DomainShare("role", "Role", Share(3, 3)),
        DomainShare("", "", Share()),
    ),
    gone=Share(5, 5),
    time=Time(today=60_000, week=720_000, all=3_660_000, median=38_200, n=120),
    hardest=(ItemShare(BANK, ItemId("al-0012"), Share(1, 6)),),
    misconceptions=(Misconception("planned-first", "planning before listening", 6, 14),),
    tricky=(Tricky(key("al-0013"), 9),),
)


def lines(stats: Stats, *, bars: bool = False, width: int = 0) -> list[str]:
    seen = Overview(stats, {(BANK, ITEM.id): ITEM})
    return as_text(sections(seen, bars=bars), width).splitlines()


def test_before_the_first_answer_it_says_how_to_begin() -> None:
    assert lines(NOTHING) == [
        "Now",
        "Due today: 0.",
        "Answered so far: 0 of 90 questions.",
        "To begin: cpsprep review",
    ]


def test_a_bank_without_questions_says_where_to_look() -> None:
    empty = Stats(**{**_fields(NOTHING), "questions": Questions(0, 0, 0)})  # type: ignore[arg-type]
    assert lines(empty) == ["Now", "There are no questions to study. To see why: cpsprep bank lint"]


def _fields(stats: Stats) -> dict[str, object]:
    return {name: getattr(stats, name) for name in Stats.__dataclass_fields__}


def test_one_fact_a_line_in_plain_words() -> None:
    assert lines(MUCH) == [
        "Now",
        "Due today: 18, 3 of them from earlier days.",
        "Answered so far: 40 of 90 questions.",
        "Set aside: 2. To see them: cpsprep aside",
        "",
        "Coming days",
        "Tomorrow, Sat Oct 5: 4 due.",
        "Mon Oct 7: 1 due.",
        "",
        "Answers in the last 14 days",
        "Thu Oct 3: 1 answer.",
        "Fri Oct 4: 20 answers.",
        "In 30 days: 21 answers.",
        "Of these new: 11.",
        "Of these reviewed: 5.",
        "Of these repeated the same day: 2.",
        "Of these practice: 3.",
        "",
        "What stays",
        "Right again on a later day:",
        "In the last 30 days: not enough yet, 4 answers.",
        "Since you began: 86% of 120 answers.",
        "",
        "Right answers by area",
        "Listening: 80% of 20 answers.",
        "Role: not enough yet, 3 answers.",
        "No longer in the bank: 100% of 5 answers.",
        "No answers yet: Without an area.",
        "",
        "Time",
        "Today: 60 seconds.",
        "In 7 days: 12 minutes.",
        "Since you began: 1 hour 1 minute.",
        "Usual time for one question: 38 seconds, from 120 answers.",
        "",
        "Hardest questions",
        "al-0012: right 1 of 6 times. Who listens?",
        "",
        "Mistakes chosen most often",
        "planning before listening: 6 of 14 times.",
        "",
        "Tricky questions",
        "al-0013: missed 9 times.",
        "To look at one: cpsprep bank show ID",
    ]


def test_with_bars_an_area_without_answers_keeps_its_line() -> None:
    assert "Without an area: no answers yet." in lines(MUCH, bars=True)


def test_plain_words_have_no_bars() -> None:
    assert not any("#" in line for line in lines(MUCH))


def test_a_bar_is_as_long_as_its_number_and_never_vanishes() -> None:
    shown = lines(MUCH, bars=True)
    assert "Sat Oct 5      4  ################" in shown
    assert "Sun Oct 6      0" in shown
    assert "Mon Oct 7      1  ####" in shown
    assert "Thu Oct 3      1  #" in shown


def test_a_share_has_its_bar_below() -> None:
    shown = lines(MUCH, bars=True)
    assert shown[shown.index("Listening: 80% of 20.") + 1] == "  #############..."


@pytest.mark.parametrize("bars", [False, True])
def test_40_columns_are_enough_and_it_is_all_ascii(bars: bool) -> None:
    shown = lines(MUCH, bars=bars, width=40)
    assert max(map(len, shown)) <= 40
    assert all(line.isascii() for line in shown)


def test_without_hard_questions_it_says_what_that_takes() -> None:
    calm = Stats(**{**_fields(MUCH), "hardest": ()})  # type: ignore[arg-type]
    assert "Not enough yet: this takes 5 days with the same question, and a wrong answer." in lines(calm)


def test_json_names_its_schema_and_every_number() -> None:
    told = json.loads(as_json(Overview(MUCH, {})))
    assert told["schema"] == "cpsprep.stats/1"
    assert told["today"] == "2024-10-04"
    assert told["questions"] == {"all": 90, "answered": 40, "set_aside": 2}
    assert (told["due"]["today"], told["due"]["overdue"]) == (18, 3)
    assert told["due"]["days"][1] == {"date": "2024-10-05", "due": 4}
    assert told["answers"][-1] == {"date": "2024-10-04", "new": 10, "review": 5, "drill": 2, "practice": 3}
    assert told["remembered"]["all"] == {"right": 103, "n": 120, "share": 0.8583}
    assert told["remembered"]["last_30_days"]["share"] is None
    assert told["domains"][0] == {"id": "listening", "title": "Listening", "right": 16, "n": 20, "share": 0.8}
    assert told["no_longer_in_bank"]["n"] == 5
    assert told["time"] == {
        "today_ms": 60_000,
        "last_7_days_ms": 720_000,
        "all_ms": 3_660_000,
        "median_ms": 38_200,
        "n": 120,
    }
    assert told["hardest"] == [{"bank": BANK, "id": "al-0012", "right": 1, "n": 6, "share": 0.1667}]
    assert told["misconceptions"][0]["title"] == "planning before listening"
    assert told["tricky"] == [{"bank": BANK, "card": "al-0013", "misses": 9}]


STUDIED = Overview(MUCH, {}, Practised(40, now=0.914, faded=0.78, planned=0.953))


@pytest.mark.parametrize("bars", [False, True])
def test_what_memory_holds_is_told_with_what_stays(bars: bool) -> None:
    shown = as_text(sections(STUDIED, bars=bars), 0).splitlines()

    assert "If all were asked today, right: about 91% of 40 studied questions." in shown
    assert "On the day of the exam, with the reviews until then: about 95%." in shown


def test_without_an_exam_only_today_is_told() -> None:
    shown = as_text(sections(replace(STUDIED, practised=Practised(1, 0.9)), bars=False), 0)

    assert "about 90% of 1 studied question." in shown
    assert "day of the exam" not in shown


def test_after_studying_tomorrow_is_told_because_today_flatters() -> None:
    fresh = Practised(40, 1.0, tomorrow=0.88)
    shown = as_text(sections(replace(STUDIED, practised=fresh), bars=False), 0)

    assert "If all were asked tomorrow, right: about 88% of 40 studied questions." in shown
    assert "asked today" not in shown


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (None, None),
        (Practised(1, 0.9), {"n": 1, "now": 0.9, "tomorrow": None, "exam_day": None}),
        (STUDIED.practised, {"n": 40, "now": 0.914, "tomorrow": None, "exam_day": 0.953}),
    ],
    ids=["nothing studied", "no exam", "an exam"],
)
def test_programs_get_memory_in_numbers(found: Practised | None, told: object) -> None:
    assert json.loads(as_json(replace(STUDIED, practised=found)))["memory"] == told


# The opening words of a question


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (Basic("Who  is\nthere?", "Me."), "Who is there?"),
        (Choice(Kind.SINGLE, "Which is best?", {OptionId("a"): "A."}, (OptionId("a"),)), "Which is best?"),
        (Cloze("A {{c1::peer}} {{c2::listens::verb}}.", (1, 2)), "A [blank] [blank]."),
        (Cloze("A {{c1::peer", (1,)), ""),
        (Basic("word " * 20, "Me."), "word word word word word word word word word word word..."),
    ],
)
def test_opening_words_fit_a_line_and_hide_what_is_hidden(body: Body, words: str) -> None:
    item = Item(ItemId("x"), body, Place("a.yaml", 1, 1), "deck", "role", "topic")
    assert opening_words(item) == words


# The command itself


def test_a_fresh_home_tells_how_to_begin(tmp_path: Path) -> None:
    done = cpsprep("stats", home=tmp_path / "home")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[-1] == "To begin: cpsprep review"


def test_answers_of_a_review_show_up(tmp_path: Path) -> None:
    home = tmp_path / "home"
    cpsprep("review", "--plain", "--limit", "2", home=home, text="a\n\na\n\nq\n")
    told = json.loads(cpsprep("stats", "--json", home=home).out)
    assert told["answers"][-1]["new"] >= 1
    assert told["time"]["n"] >= 1


def test_reading_statistics_leaves_no_log_behind(tmp_path: Path) -> None:
    home = tmp_path / "home"
    cpsprep("stats", home=home)
    assert not list(home.rglob("*.db"))


def test_plain_and_full_do_not_go_together(tmp_path: Path) -> None:
    done = cpsprep("stats", "--plain", "--full", home=tmp_path / "home")
    assert done.code == 2
    assert "do not go together" in done.err


def test_a_damaged_log_is_told_in_words(tmp_path: Path) -> None:
    home = tmp_path / "home"
    cpsprep("review", "--plain", "--limit", "1", home=home, text="a\n\n")
    (log,) = [
        path
        for path in home.rglob("*")
        if path.is_file() and path.read_bytes()[:6] == b"SQLite" and "log" in path.name
    ]
    log.write_bytes(b"not a database at all, " * 999)
    done = cpsprep("stats", home=home)
    assert done.code == 3
    assert "Traceback" not in done.err
