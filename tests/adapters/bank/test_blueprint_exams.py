"""What a blueprint says of a board's exam: each value with source and date, or the word `unknown`."""

from pathlib import Path
from typing import Any

import pytest

from cpsprep.adapters.bank.records import read_records
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.core.item import Kind
from cpsprep.core.problem import Severity
from cpsprep.core.records.board import Areas, Blueprint, ExamSpec, PassMark, ScoreScale, Told
from cpsprep.core.records.records import Records
from fakes_bank import write_bank

HEAD = "blueprint: a-board\ntitle: A board\n"
FILE = f"{HEAD}source: guide\nas_of: 2026-11\n"
BARE = f"{HEAD}domains: unknown\n"
ONE = f"{FILE}domains: [{{id: one}}, {{id: two}}]\n"
LINES = FILE.count("\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "small")


def records(folder: Path, *texts: str) -> Records:
    (folder / "blueprints").mkdir()
    for number, text in enumerate(texts):
        (folder / "blueprints" / f"{number}.yaml").write_text(text, "utf-8")
    return read_records(folder, read_bank(folder))


def read(folder: Path, text: str) -> Blueprint:
    found = records(folder, text)
    assert found.problems == ()
    return found.blueprints[0]


def exam(folder: Path, text: str) -> ExamSpec:
    return read(folder, f"{FILE}domains: unknown\nexam: {text}\n").exam


def told(value: Any, note: str = "") -> Told[Any]:  # noqa: ANN401
    return Told(value, ("guide",), "2026-11", note)


def test_a_plain_value_has_the_source_and_the_date_of_the_file(folder: Path) -> None:
    found = exam(folder, "{items: 100, minutes: 120, pass_mark: 70%, kinds: [single, truefalse]}")

    kinds = (Kind.SINGLE, Kind.TRUEFALSE)
    assert found == ExamSpec(told(100), told(120), told(PassMark(70)), told(kinds))


def test_a_value_may_have_a_source_a_date_and_a_note_of_its_own(folder: Path) -> None:
    found = exam(folder, "{items: {value: 100, source: [plain], as_of: 2025-01-31, note: Some say 90.}}")

    assert found.items == Told(100, ("plain",), "2025-01-31", "Some say 90.")


def test_the_exam_may_have_a_source_of_its_own(folder: Path) -> None:
    found = exam(folder, "{source: plain, items: 100, minutes: {value: 90, as_of: 2025}}")

    assert found.items == Told(100, ("plain",), "2026-11")
    assert found.minutes == Told(90, ("plain",), "2025")


@pytest.mark.parametrize("text", ["unknown", "{value: unknown}"])
def test_unknown_says_where_it_was_looked_for(folder: Path, text: str) -> None:
    assert exam(folder, f"{{items: {text}, pass_mark: {text}}}") == ExamSpec(
        items=told(None), pass_mark=told(None)
    )


def test_what_is_unknown_can_have_a_note(folder: Path) -> None:
    assert exam(folder, "{minutes: {value: unknown, note: A blog says 90.}}").minutes == told(
        None, "A blog says 90."
    )


def test_all_can_be_unknown_at_once(folder: Path) -> None:
    assert exam(folder, "unknown") == ExamSpec(*[told(None)] * 4)


@pytest.mark.parametrize("text", ["", "{}", "{items: , kinds: }"])
def test_what_nobody_looked_for_is_not_unknown(folder: Path, text: str) -> None:
    assert exam(folder, text) == ExamSpec()


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("{value: 70%}", PassMark(70)),
        ("{value: 70, score: percent}", PassMark(70)),
        ("{value: 72.5%, score: percent}", PassMark(72.5)),
        ("{value: 68, score: raw}", PassMark(68, ScoreScale.RAW)),
        ("{value: 500, score: scaled, low: 200, high: 800}", PassMark(500, ScoreScale.SCALED, 200, 800)),
    ],
)
def test_a_pass_mark_says_what_it_counts_in(folder: Path, text: str, mark: PassMark) -> None:
    assert exam(folder, f"{{items: 100, pass_mark: {text}}}").pass_mark == told(mark)


def test_weights_become_parts_of_one(folder: Path) -> None:
    text = ONE.replace("{id: one}, {id: two}", "{id: one, weight: 25}, {id: two, weight: 75%}")

    assert read(folder, text).weights == told({"one": 0.25, "two": 0.75})


def test_rounded_weights_are_forgiven(folder: Path) -> None:
    text = ONE.replace("{id: one}, {id: two}", "{id: one, weight: 33}, {id: two, weight: 66}")

    weights = read(folder, text).weights.value
    assert weights is not None
    assert sum(weights.values()) == pytest.approx(1)


def test_weights_may_have_a_source_of_their_own(folder: Path) -> None:
    text = ONE.replace("{id: one}, {id: two}", "{id: one, weight: 100}")

    found = read(folder, f"{text}weights: {{source: plain, as_of: 2025, note: Old.}}\n")

    assert found.weights == Told({"one": 1.0}, ("plain",), "2025", "Old.")


def test_weights_can_be_unknown(folder: Path) -> None:
    assert read(folder, f"{ONE}weights: unknown\n").weights == told(None)


def test_where_nobody_looked_for_weights_there_are_none(folder: Path) -> None:
    assert read(folder, ONE).weights == Told()


@pytest.mark.parametrize(("word", "areas"), [("bank", Areas.BANK), ("unknown", Areas.UNKNOWN)])
def test_a_board_may_have_no_areas_of_its_own(folder: Path, word: str, areas: Areas) -> None:
    found = read(folder, f"{FILE}domains: {word}\n")

    assert (found.areas, found.domains, found.items) == (areas, (), {})


def test_it_may_say_other_names_an_address_and_a_note(folder: Path) -> None:
    found = read(folder, f"{BARE}also: [Here, There]\naddress: a-board.org\nnote: Ask them.\n")

    assert (found.also, found.address, found.note) == (("Here", "There"), "a-board.org", "Ask them.")


def test_a_board_may_give_the_exam_of_another(folder: Path) -> None:
    first = f"{FILE}domains: [{{id: one}}]\nitems: {{one: one-choice}}\nexam: {{items: 75, minutes: 90}}\n"
    second = "blueprint: b-board\ntitle: B\nsource: plain\nas_of: 2025\nuses: a-board\nexam: {items: 80}\n"

    found = records(folder, first, second)

    a, b = found.blueprints
    assert found.problems == ()
    assert (b.uses, b.domains, b.items, b.areas) == ("a-board", a.domains, a.items, a.areas)
    assert b.exam == ExamSpec(Told(80, ("plain",), "2025"), told(90))


@pytest.mark.parametrize(
    "other",
    ["", "blueprint: b-board\ntitle: B\nuses: c-board\n", "blueprint: c-board\ntitle: C\ndomains: bank\n"],
)
def test_the_other_board_must_be_there_and_say_it_itself(folder: Path, other: str) -> None:
    found = records(folder, "blueprint: a-board\ntitle: A\nuses: b-board\n", *[other] * bool(other))

    assert "unknown-blueprint" in {one.code for one in found.problems}
    assert [one.areas for one in found.blueprints if one.id == "a-board"] == [Areas.UNKNOWN]


def test_values_without_source_or_date_are_warned_of_and_kept(folder: Path) -> None:
    text = "source: guide\nexam: {items: 100, minutes: unknown}\n"
    found = records(folder, f"{BARE}{text}")

    (problem,) = found.problems
    assert (problem.code, problem.severity, problem.place.line) == ("no-provenance", Severity.WARNING, 5)
    assert "'as_of'" in problem.message
    assert found.blueprints[0].exam.items.value == 100


def test_weights_without_a_source_are_warned_of(folder: Path) -> None:
    found = records(folder, f"{HEAD}domains: [{{id: one, weight: 100}}]\n")

    assert [(one.code, one.place.line) for one in found.problems] == [("no-provenance", 3)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("exam: 100", [("wrong-shape", 7)]),
        ("exam: {item: 100}", [("unknown-field", 8)]),
        ("exam: {items: many}", [("bad-number", 15)]),
        ("exam: {items: 0}", [("bad-number", 15)]),
        ("exam: {items: 12345}", [("bad-number", 15)]),
        ("exam: {items: 100%}", [("bad-number", 15)]),
        ("exam: {items: [100]}", [("wrong-shape", 8)]),
        ("exam: {items: {}}", [("missing-field", 15)]),
        ("exam: {items: {value: 1, values: 2}}", [("unknown-field", 26)]),
        ("exam: {items: {value: [1]}}", [("wrong-shape", 16)]),
        ("exam: {items: {value: 1, as_of: May}}", [("bad-date", 33)]),
        ("exam: {items: {value: 1, source: gide}}", [("unknown-source", 34)]),
        ("exam: {items: {value: 1, score: raw}}", [("unknown-field", 26)]),
        ("exam: {pass_mark: 70}", [("bad-number", 19)]),
        ("exam: {pass_mark: some%}", [("bad-number", 19)]),
        ("exam: {pass_mark: 0%}", [("bad-number", 19)]),
        ("exam: {pass_mark: 101%}", [("bad-number", 19)]),
        ("exam: {pass_mark: [70]}", [("wrong-shape", 8)]),
        ("exam: {pass_mark: {value: 70, score: raws}}", [("unknown-word", 38)]),
        ("exam: {pass_mark: {value: 70.5, score: raw}}", [("bad-number", 27)]),
        ("exam: {pass_mark: {value: 70, score: scaled}}", [("bad-number", 27)]),
        ("exam: {pass_mark: {value: 70, score: scaled, low: 80, high: 90}}", [("bad-number", 27)]),
        (
            "exam: {pass_mark: {value: 70, score: scaled, low: x, high: 90}}",
            [("bad-number", 27), ("bad-number", 51)],
        ),
        ("exam: {items: 50, pass_mark: {value: 68, score: raw}}", [("bad-number", 19)]),
        ("exam: {kinds: [single, multipel]}", [("unknown-word", 24)]),
        ("weights: 100", [("wrong-shape", 10)]),
        ("weights: [1]", [("wrong-shape", 1)]),
        ("weights: {from: guide}", [("unknown-field", 11)]),
        ("note: [a]", [("wrong-shape", 1)]),
        ("items: {one: one-choice}", [("unknown-domain", 9)]),
        ("uses: b-board", [("unknown-blueprint", 1), ("unknown-field", 1)]),
    ],
)
def test_mistakes_are_told_at_their_place(folder: Path, text: str, found: list[tuple[str, int]]) -> None:
    told_of = records(folder, f"{FILE}domains: unknown\n{text}\n").problems

    assert sorted((one.code, one.place.column) for one in told_of) == sorted(found)
    assert {one.place.line for one in told_of} <= {1, LINES + 1, LINES + 2}


@pytest.mark.parametrize(
    ("domains", "weights", "column"),
    [
        ("[{id: one, weight: 60}, {id: two, weight: 60}]", "", 1),
        ("[{id: one, weight: 60}, {id: two}]", "", 1),
        ("[{id: one, weight: 60}, {id: two, weight: 40}]", "weights: unknown\n", 1),
    ],
)
def test_weights_that_do_not_fit_are_unknown(folder: Path, domains: str, weights: str, column: int) -> None:
    found = records(folder, f"{FILE}domains: {domains}\n{weights}")

    assert [(one.code, one.place.column) for one in found.problems] == [("bad-weights", column)]
    assert found.blueprints[0].weights.value is None


@pytest.mark.parametrize("weight", ["half", "0", "101", "-5"])
def test_a_weight_is_a_percentage(folder: Path, weight: str) -> None:
    found = records(folder, f"{FILE}domains: [{{id: one, weight: {weight}}}]\n")

    assert [one.code for one in found.problems] == ["bad-number"]
    assert found.blueprints[0].weights == Told()
