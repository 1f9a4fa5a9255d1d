import gc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.adapters.bank_folder import MAX_BYTES, BankFile
from cpsprep.adapters.yaml_bank import build, read_bank
from cpsprep.adapters.yaml_events import collector_paused
from cpsprep.app.errors import UnreadableError
from cpsprep.core.bank import Bank, Domain
from cpsprep.core.codes import CODES
from cpsprep.core.item import Choice, Cloze, ItemId, Kind, Level, OptionId, ScenarioPart, Status
from cpsprep.core.problem import Severity
from fakes_bank import DECK, HEADER, UUID, basics, write_bank

NOISE = [
    "",
    '"',
    "'",
    ": ",
    "\t",
    "\n",
    "{",
    "}",
    "[",
    "]",
    "*a",
    "&a ",
    "!a ",
    "- ",
    "# ",
    "|",
    "\r",
    "\x00",
    "---\n",
    "é",
    "<<",
]
BREAKS = [
    "    front: a: b",
    '    front: "open',
    "    front: 'open",
    "    front: [open",
    "    front: {open",
    "    front: @a",
    "    front: *a*",
    "    front: &a b\n    back: c",
    "   front: a",
    "  front: a",
    "\tfront: a",
    "    front: a\n    front: b\n    back: c",
    "    front: |x",
    '    front: "\\q"',
    "    ? [a]",
    "    - a",
    "    front: a\x01\n    back: b",
]


def codes(bank: Bank) -> list[str]:
    return [problem.code for problem in bank.problems]


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


def test_the_same_id_in_two_files_names_both_places(tmp_path: Path) -> None:
    bank = read_bank(
        write_bank(tmp_path, {"a.yaml": basics("same-id"), "b.yaml": basics("same-id", "other")})
    )
    (problem,) = bank.problems
    assert problem.code == "duplicate-id"
    assert Path(problem.place.file).name == "b.yaml"
    assert "a.yaml:2:5" in problem.message
    assert problem.snippet.strip().startswith("- {id: same-id")
    assert list(bank.items) == ["same-id", "other"]
    assert bank.left_out == 1


def test_the_same_scenario_in_two_files_stays_once(tmp_path: Path) -> None:
    group = (
        "items:\n- scenario: scn-a\n  vignette: v\n  items:\n  - {id: ID, kind: basic, front: f, back: b}\n"
    )
    decks = {"a.yaml": group.replace("ID", "item-a"), "b.yaml": group.replace("ID", "item-b")}
    bank = read_bank(write_bank(tmp_path, decks))
    assert codes(bank) == ["duplicate-id"]
    assert list(bank.items) == ["item-a"]
    assert bank.left_out == 1


def test_two_files_may_share_a_deck(tmp_path: Path) -> None:
    decks = {
        name: f"deck: shared\ntitle: {name}\n{basics(f'item-{name[0]}')}" for name in ("a.yaml", "b.yaml")
    }
    bank = read_bank(write_bank(tmp_path, decks))
    assert bank.problems == ()
    assert bank.header.decks == {"shared": "a.yaml"}


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    bank = read_bank(write_bank(tmp_path, {"b.yaml": basics("from-b"), "a.yaml": basics("from-a")}))
    assert list(bank.items) == ["from-a", "from-b"]


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    write_bank(tmp_path, {"a.yaml": basics("from-a"), ".hidden.yaml": "broken: a: b"})
    (tmp_path / "blueprints").mkdir()
    (tmp_path / "blueprints" / "b.yaml").write_text("broken: a: b", "utf-8")
    (tmp_path / "readings.jsonl").write_text("{}", "utf-8")
    assert read_bank(tmp_path).problems == ()


def test_a_yml_file_is_told_but_harmless(tmp_path: Path) -> None:
    write_bank(tmp_path)
    (tmp_path / "more.yml").write_text("x", "utf-8")
    (problem,) = read_bank(tmp_path).problems
    assert (problem.code, problem.severity) == ("yml-file", Severity.WARNING)
    assert "more.yaml" in problem.hint


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (basics("item-b").encode("utf-16"), "utf-16"),
        (basics("item-b").encode("utf-32"), "utf-16"),
        (basics("item-b").encode("utf-16-le"), "utf-16"),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)), "control-character"),
        (b"", "not-a-deck"),
        (b"deck: x\n", "not-a-deck"),
        (b"\xff", "bad-utf8"),
    ],
)
def test_a_file_that_cannot_be_read_never_hides_the_others(tmp_path: Path, data: bytes, code: str) -> None:
    write_bank(tmp_path, {"a.yaml": basics("item-a"), "c.yaml": basics("item-c")})
    (tmp_path / "b.yaml").write_bytes(data)
    bank = read_bank(tmp_path)
    assert code in codes(bank)
    assert list(bank.items) == ["item-a", "item-c"]


def test_a_deck_that_is_a_folder_is_told(tmp_path: Path) -> None:
    write_bank(tmp_path, {"a.yaml": basics("item-a")})
    (tmp_path / "b.yaml").mkdir()
    bank = read_bank(tmp_path)
    assert codes(bank) == ["unreadable-file"]
    assert list(bank.items) == ["item-a"]


def test_a_file_that_is_too_large_is_refused_without_reading_it_whole(tmp_path: Path) -> None:
    write_bank(tmp_path, {"a.yaml": basics("item-a")})
    with (tmp_path / "b.yaml").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    bank = read_bank(tmp_path)
    assert codes(bank) == ["too-large"]
    assert list(bank.items) == ["item-a"]


def test_bad_bytes_hide_only_the_items_that_hold_them(tmp_path: Path) -> None:
    write_bank(tmp_path)
    text = basics("item-a", "item-b", "item-c").replace(
        "item-b, kind: basic, front: f", "item-b, kind: basic, front: é"
    )
    (tmp_path / "first.yaml").write_bytes(text.encode("latin-1"))
    bank = read_bank(tmp_path)
    (problem,) = bank.problems
    assert (problem.code, problem.place.line) == ("bad-utf8", 3)
    assert problem.snippet[problem.place.column - 1] == "\N{REPLACEMENT CHARACTER}"
    assert list(bank.items) == ["item-a", "item-c"]
    assert bank.left_out == 1


def test_bad_bytes_in_a_broken_item_do_not_blame_its_neighbour(tmp_path: Path) -> None:
    write_bank(tmp_path)
    broken = b"  - id: item-x\n    front: a: b\xff\n"
    (tmp_path / "first.yaml").write_bytes(basics("item-a").encode() + broken)
    bank = read_bank(tmp_path)
    assert sorted(codes(bank)) == ["bad-utf8", "syntax"]
    assert list(bank.items) == ["item-a"]
    assert bank.left_out == 1


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


def test_hundreds_of_broken_items_are_bounded(tmp_path: Path) -> None:
    broken = "".join(f"  - id: bad-{number}\n    front: a: b\n" for number in range(300))
    bank = read_bank(write_bank(tmp_path, {"a.yaml": basics("item-a"), "b.yaml": "items:\n" + broken}))
    assert 90 < codes(bank).count("syntax") < 110
    assert list(bank.items) == ["item-a"]


@pytest.mark.parametrize("value", ["&a c", "c, kind: basic", "c, zzz: d", "\x01"])
def test_a_file_full_of_mistakes_is_bounded_and_hides_no_good_item(tmp_path: Path, value: str) -> None:
    bad = f"  - {{id: bad-item, kind: basic, front: f, back: {value}}}\n" * 3000
    bank = read_bank(write_bank(tmp_path, {"a.yaml": f"{basics('item-a')}{bad}  - {basics('item-b')[10:]}"}))
    assert 1000 <= len(bank.problems) <= 2000
    assert list(bank.items) == ["item-a", "item-b"]
    assert bank.left_out == 3000


def test_a_very_long_line_gives_a_short_snippet(tmp_path: Path) -> None:
    long = "x" * 100_000
    deck = f"items:\n- {{id: item-a, kind: basic, fron: {long}, back: b, bakc: c}}\n"
    bank = read_bank(write_bank(tmp_path, {"a.yaml": deck}))
    assert bank.problems
    assert all(len(problem.snippet) < 500 for problem in bank.problems)


def test_the_caret_stands_under_what_is_meant(tmp_path: Path) -> None:
    deck = "items:\n- {id: item-a, kind: basic, front: a, back: b, explantion: c}\n"
    (problem,) = read_bank(write_bank(tmp_path, {"a.yaml": deck})).problems
    start = problem.place.column - 1
    assert problem.snippet[start : start + problem.width] == "explantion"
    assert problem.hint == "did you mean 'explanation'?"
    assert problem.item == "item-a"


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="there is no bank at") as caught:
        read_bank(tmp_path / "nowhere")
    assert caught.value.hint


def test_a_folder_of_decks_is_told_how_to_become_a_bank(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(basics("item-a"), "utf-8")
    with pytest.raises(UnreadableError, match=r"no bank\.yaml") as caught:
        read_bank(tmp_path)
    assert "uuid: " in caught.value.hint


def test_a_single_file_is_told_how_to_become_a_bank(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(basics("item-a"), "utf-8")
    with pytest.raises(UnreadableError, match="is a file; a bank is a folder") as caught:
        read_bank(file)
    assert "bank.yaml" in caught.value.hint


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_left_as_it_was(was_on: bool) -> None:
    before = gc.isenabled()
    (gc.enable if was_on else gc.disable)()
    try:
        with collector_paused():
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()


@given(st.lists(st.tuples(st.integers(0, len(DECK)), st.sampled_from(NOISE)), min_size=1, max_size=6))
def test_no_slip_of_the_pen_stops_the_reading(slips: list[tuple[int, str]]) -> None:
    text = DECK
    for at, noise in slips:
        text = text[:at] + noise + text[at + (noise == "") * 3 :]
    files = [BankFile(Path("bank.yaml"), HEADER.encode()), BankFile(Path("first.yaml"), text.encode())]
    bank = build(Path("bank"), files)
    lines = text.count("\n") + text.count("\r") + 2
    for problem in bank.problems:
        assert problem.code in CODES
        assert 1 <= problem.place.line <= lines
        assert 1 <= problem.width <= max(1, len(problem.snippet) - problem.place.column + 1)
    assert list(bank.items) == [item.id for item in bank.items.values()]


@given(st.integers(0, 2), st.sampled_from(BREAKS))
def test_a_broken_item_hides_no_other(index: int, broken: str) -> None:
    ids = ["item-a", "item-b", "item-c"]
    lines = basics(*ids).splitlines()
    lines[index + 1] = f"  - id: {ids[index]}\n    kind: basic\n{broken}"
    files = [
        BankFile(Path("bank.yaml"), HEADER.encode()),
        BankFile(Path("a.yaml"), "\n".join(lines).encode()),
    ]
    bank = build(Path("bank"), files)
    assert list(bank.items) == [name for name in ids if name != ids[index]]
    assert bank.left_out == 1
