"""A bank of YAML files becomes items and a header, each mistake with its place."""

from pathlib import Path

import pytest

from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.core.bank import Domain
from cpsprep.core.item import Choice, Cloze, ItemId, Kind, Level, OptionId, ScenarioPart, Status
from fakes_bank import DECK, HEADER, UUID, basics, write_bank


def test_a_bank_is_read_whole(tmp_path: Path) -> None:
    bank = read_bank(write_bank(tmp_path))
    assert bank.problems == ()
    assert list(bank.items) == ["one-choice", "two-cloze", "three-basic", "four-true"]
    assert bank.left_out == 0


def test_the_header_says_what_bank_yaml_says(tmp_path: Path) -> None:
    header = read_bank(write_bank(tmp_path)).header
    assert (header.id, header.title, header.language, header.folder) == (
        UUID,
        "Small bank",
        "en",
        str(tmp_path),
    )
    assert header.domains == (Domain("listening", "Listening", 60.0), Domain("role", "Role", 40.0))
    assert header.misconceptions == {"reassured": "reassuring too quickly"}
    assert header.decks == {"first": "First deck"}


def test_sources_are_told_in_words(tmp_path: Path) -> None:
    header = read_bank(write_bank(tmp_path)).header
    assert header.sources == {"guide": "The guide, A board, 2020", "plain": "A book"}


def test_a_choice_keeps_what_its_author_wrote(tmp_path: Path) -> None:
    item = read_bank(write_bank(tmp_path)).items[ItemId("one-choice")]
    a, b = OptionId("a"), OptionId("b")
    assert item.body == Choice(
        kind=Kind.SINGLE,
        stem="Which is best?",
        options={a: "This one", b: "That one"},
        answer=(a,),
        why={a: "It is.", b: "It is not."},
        misconceptions={b: "reassured"},
    )
    assert (item.deck, item.domain, item.topic, item.level) == ("first", "listening", "first", Level.RECALL)
    assert (item.claims, item.source, item.tags) == (("S01",), ("guide",), ("short",))
    assert (item.place.line, item.place.column) == (5, 5)


def test_a_cloze_knows_its_numbers(tmp_path: Path) -> None:
    item = read_bank(write_bank(tmp_path)).items[ItemId("two-cloze")]
    assert isinstance(item.body, Cloze)
    assert item.cards == ("two-cloze#c1", "two-cloze#c2")


def test_status_and_date_are_read(tmp_path: Path) -> None:
    item = read_bank(write_bank(tmp_path)).items[ItemId("three-basic")]
    assert (item.status, item.review_by) == (Status.DRAFT, "2027-06-30")


def test_an_item_of_a_scenario_knows_what_came_before(tmp_path: Path) -> None:
    item = read_bank(write_bank(tmp_path)).items[ItemId("four-true")]
    assert item.scenario == ScenarioPart("scn-one", "Ana waits.", ("She leaves.",), 0)
    assert not item.shuffle
    assert isinstance(item.body, Choice)
    assert list(item.body.options) == ["true", "false"]


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("format: 1", "format: 2"), "bad-format", 1),
        (("format: 1\n", ""), "missing-field", 1),
        (("uuid: 0", "uuid: x"), "bad-uuid", 2),
        (("title: Small bank", "titel: Small bank"), "unknown-field", 3),
        (("title: Small bank", "title: "), "empty-field", 3),
        (("share: 60", "share: most"), "bad-number", 4),
        (("share: 60", "share: 101"), "bad-number", 4),
        (("id: role", "id: Role!"), "bad-id", 4),
        (("id: role", "id: listening"), "duplicate-id", 4),
        (("id: role, ", ""), "missing-field", 4),
        (("{id: role, title: Role, share: 40%}", "role"), "wrong-shape", 4),
        (
            ("[{id: listening, title: Listening, share: 60}, {id: role, title: Role, share: 40%}]", "x"),
            "wrong-shape",
            4,
        ),
        (("{reassured: reassuring too quickly}", "[reassured]"), "wrong-shape", 5),
        (("title: Small bank", "title: Small bank\nrequire: [wy]"), "unknown-requirement", 4),
        (("title: Small bank", "title: Small bank\nrequire: wy"), "unknown-requirement", 4),
        (("title: Small bank", "title: Small bank\nlint: strict"), "wrong-shape", 4),
        (("title: Small bank", "title: Small bank\nlint: {levle: strict}"), "unknown-field", 4),
        (("title: Small bank", "title: Small bank\nlint: {level: harsh}"), "unknown-word", 4),
        (("title: Small bank", "title: Small bank\nlint: {thresholds: {clang: -1}}"), "bad-number", 4),
        (("title: Small bank", "title: Small bank\nlint: {thresholds: {clang: [1]}}"), "wrong-shape", 4),
        (("title: Small bank", "title: Small bank\nlint: {allow: {clang: {a: b}}}"), "wrong-shape", 4),
        (("title: Small bank", "title: Small bank\nlint: {allow: clang}"), "wrong-shape", 4),
        (("title: Small bank", "title: a: b"), "syntax", 3),
    ],
)
def test_mistakes_in_the_header_have_their_line(
    tmp_path: Path, change: tuple[str, str], code: str, line: int
) -> None:
    bank = read_bank(write_bank(tmp_path, header=HEADER.replace(*change)))
    assert (line, code) in {(problem.place.line, problem.code) for problem in bank.problems}
    assert all(Path(problem.place.file).name in {"bank.yaml", "first.yaml"} for problem in bank.problems)


@pytest.mark.parametrize("header", ["", "- a list\n", "just text\n", "\tx", "a: b"])
def test_a_bank_that_cannot_be_told_from_others_has_no_id(tmp_path: Path, header: str) -> None:
    bank = read_bank(write_bank(tmp_path, header=header))
    assert bank.header.id == ""
    assert bank.problems


def test_a_bank_may_say_very_little(tmp_path: Path) -> None:
    header = f"format: 1\nuuid: {UUID.upper()}\ntitle: T\ndomains: [{{id: role, share: }}]\n"
    bank = read_bank(write_bank(tmp_path, {"deck.yaml": basics("one-item")}, header))
    assert bank.problems == ()
    assert bank.header.id == UUID
    assert bank.header.domains == (Domain("role", "role", None),)
    assert bank.items[ItemId("one-item")].deck == "deck"


def test_without_domains_any_domain_will_do(tmp_path: Path) -> None:
    header = f"format: 1\nuuid: {UUID}\ntitle: T\n"
    bank = read_bank(write_bank(tmp_path, {"a.yaml": DECK}, header))
    assert bank.problems == ()


@pytest.mark.parametrize("sources", ["", "sources: [a]", "sources: {guide: [x]}", "a: b"])
def test_sources_of_another_shape_do_no_harm(tmp_path: Path, sources: str) -> None:
    write_bank(tmp_path)
    (tmp_path / "sources.yaml").write_text(sources, "utf-8")
    assert len(read_bank(tmp_path).items) == 4


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_byte_order_marks_and_line_ends_change_nothing(tmp_path: Path, breaks: str, mark: bytes) -> None:
    usual = read_bank(write_bank(tmp_path))
    (tmp_path / "first.yaml").write_bytes(mark + DECK.replace("\n", breaks).encode())
    assert read_bank(tmp_path).items == usual.items


def test_texts_have_no_space_around_them(tmp_path: Path) -> None:
    deck = "items:\n- id: item-a\n  kind: basic\n  front: |\n    One.\n\n    Two.\n\n  back: ' b '\n"
    item = read_bank(write_bank(tmp_path, {"a.yaml": deck})).items[ItemId("item-a")]
    assert item.body.front == "One.\n\nTwo."  # type: ignore[union-attr]
    assert item.body.back == "b"  # type: ignore[union-attr]


def test_the_caret_stands_under_what_is_meant(tmp_path: Path) -> None:
    deck = "items:\n- {id: item-a, kind: basic, front: a, back: b, explantion: c}\n"
    (problem,) = read_bank(write_bank(tmp_path, {"a.yaml": deck})).problems
    start = problem.place.column - 1
    assert problem.snippet[start : start + problem.width] == "explantion"
    assert problem.hint == "did you mean 'explanation'?"
    assert problem.item == "item-a"


def test_the_linter_is_told_what_this_bank_wants(tmp_path: Path) -> None:
    text = "lint: {level: strict, thresholds: {clang: 3, key-length: 1.5}, allow: {clang: [listen, hear]}}\n"

    lint = read_bank(write_bank(tmp_path, header=HEADER + text)).header.lint

    assert lint == ("strict", {"clang": 3, "key-length": 1.5}, {"clang": ("listen", "hear")})


@pytest.mark.parametrize("text", ["", "lint:\n", "lint: {level: , thresholds: , allow: }\n"])
def test_without_a_word_the_linter_has_its_own_ways(tmp_path: Path, text: str) -> None:
    bank = read_bank(write_bank(tmp_path, header=HEADER + text))

    assert (bank.header.lint, bank.problems) == (("", {}, {}), ())
