"""`cpsprep bank list`, `show`, `search`, `schema`: questions as their author sees them."""

import json
from pathlib import Path
from typing import Any

import pytest

from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.core.version import canonical, version_of
from fakes_bank import DECK, HEADER, OTHER_UUID, UUID, basics, write_bank
from fakes_cli import Outcome, cpsprep

TITLES = {"list": "cpsprep.bank-list/1", "show": "cpsprep.bank-show/1", "search": "cpsprep.bank-search/1"}


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "small")


def run(home: Path, bank: Path, *words: str) -> Outcome:
    return cpsprep("bank", *words, home=home, env={"CPSPREP_BANK": str(bank)})


def told(outcome: Outcome) -> Any:  # noqa: ANN401  (JSON is whatever it is)
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


def test_list_shows_id_kind_and_first_words(home: Path, bank: Path) -> None:
    assert run(home, bank, "list").out.splitlines() == [
        "one-choice single: Which is best?",
        "two-cloze cloze: I [blank] and [blank].",
        "three-basic basic, draft: Front",
        "four-true truefalse: scn-one, So?",
    ]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("--kind", "cloze", "--kind", "basic"), ["two-cloze", "three-basic"]),
        (("--status", "draft"), ["three-basic"]),
        (("--status", "draft", "--kind", "cloze"), []),
        (("--deck", "first", "--domain", "listening", "--kind", "truefalse"), ["four-true"]),
    ],
)
def test_list_takes_filters(home: Path, bank: Path, words: tuple[str, ...], ids: list[str]) -> None:
    assert [one["id"] for one in told(run(home, bank, "list", "--json", *words))["items"]] == ids


def test_an_empty_list_says_so_beside_the_output(home: Path, bank: Path) -> None:
    done = run(home, bank, "list", "--status", "retired")

    assert (done.code, done.out, done.err) == (0, "", "no question is like that\n")


def test_a_list_says_beside_it_of_which_bank_it_is(home: Path, bank: Path) -> None:
    assert run(home, bank, "list", "--kind", "cloze").err == "1 question of Small bank\n"


def test_where_nobody_chose_a_bank_the_list_says_how_to(home: Path) -> None:
    done = cpsprep("bank", "list", "--kind", "cloze", home=home)

    assert done.err.endswith("; for another bank: --bank my-bank\n")


def test_show_tells_all_about_a_question(home: Path, bank: Path) -> None:
    lines = run(home, bank, "show", "one-choice").out.splitlines()

    assert lines[0] == "one-choice (single, recall)"
    assert "Status: live. Read by a peer specialist: not yet." in lines
    assert lines[lines.index("a: This one") + 1] == "   Right. It is."
    assert lines[lines.index("b: That one") + 1] == "   Not right. It is not."
    assert "   Misconception: reassuring too quickly." in lines
    assert "Source: guide, The guide, A board, 2020" in lines
    assert "Claims: S01" in lines
    assert "Decision: listen" in lines


def test_programs_are_told_what_the_key_does(home: Path, bank: Path) -> None:
    for _ in range(2):  # read from the files, then from the cache
        listed = told(run(home, bank, "list", "--json"))["items"]
        assert [one["decision"] for one in listed] == ["listen", None, None, None]
    assert told(run(home, bank, "show", "one-choice", "--json"))["items"][0]["decision"] == "listen"


def test_only_a_peer_specialists_reading_counts_as_one(home: Path, tmp_path: Path) -> None:
    deck = basics("ex-1").replace("back: b", "back: b, status: reviewed") + basics("ex-2")[7:]
    bank = write_bank(tmp_path / "read", {"a.yaml": deck})

    assert "Read by a peer specialist: yes." in run(home, bank, "show", "ex-1").out
    assert told(run(home, bank, "show", "ex-1", "--json"))["items"][0]["read_by_peer_specialist"] is True
    assert "Read by a peer specialist: not yet." in run(home, bank, "show", "ex-2").out


def read(bank: Path, name: str, kind: str = "blind", reader: str = "automated", **more: object) -> None:
    """Record a reading of the question as it is now."""
    (item,) = [one for one in read_bank(bank).items.values() if one.id == name]
    row = {"date": "2027-01-02", "item": name, "version": version_of(canonical(item)), "kind": kind}
    with (bank / "readings.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(row | {"agreed": True, "reader": reader} | more) + "\n")


def test_show_tells_how_the_question_was_read(home: Path, bank: Path) -> None:
    for kind in ("blind", "blind", "fact"):
        read(bank, "one-choice", kind)
    read(bank, "one-choice", "options-only", agreed=False)
    read(bank, "one-choice", reader="person", by="AB", agreed=False, note="Two are right.")

    lines = run(home, bank, "show", "one-choice").out.splitlines()
    machine = (
        "2 without the key (agreed), 1 by its options alone (key not guessed), 1 against its sources (agreed)"
    )

    assert lines[lines.index("Status: live. Read by a peer specialist: not yet.") + 1 :][:2] == [
        f"Automated readings of this version: {machine}.",
        "Read by a person (AB), 2027-01-02: disputed. Note: Two are right.",
    ]
    assert len(told(run(home, bank, "show", "one-choice", "--json"))["items"][0]["readings"]) == 5


def test_readings_of_another_text_are_not_this_ones(home: Path, bank: Path) -> None:
    read(bank, "one-choice", version="0" * 64)

    assert "readings" not in run(home, bank, "show", "one-choice").out


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ([{"agreed": True}, {"agreed": False}], "2 by its options alone (key guessed 1 of 2 times)."),
        ([{"agreed": True}], "1 by its options alone (key guessed)."),
        ([{"kind": "blind"}, {"kind": "blind", "defended": True}], "2 without the key (1 agreed)."),
    ],
)
def test_readers_who_differ_are_counted(
    home: Path, bank: Path, more: list[dict[str, object]], says: str
) -> None:
    for one in more:
        read(bank, "one-choice", **{"kind": "options-only", **one})  # type: ignore[arg-type]

    assert f"Automated readings of this version: {says}" in run(home, bank, "show", "one-choice").out


def test_the_day_of_a_peer_specialists_reading_is_told(home: Path, tmp_path: Path) -> None:
    deck = basics("ex-1").replace("back: b", "back: b, status: reviewed")
    bank = write_bank(tmp_path / "read", {"a.yaml": deck})
    read(bank, "ex-1", reader="person")

    assert "Read by a peer specialist: yes, 2027-01-02." in run(home, bank, "show", "ex-1").out


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("two-cloze", ["I see and hear.", "Card c2 hides: see", "Card c1 hides: hear", "Explanation: Both."]),
        ("TWO-CLOZE#c2", ["I see and hear."]),
        ("three-basic", ["Front", "Answer:", "Back", "To be looked at again by: 2027-06-30"]),
        (
            "four-true",
            [
                "Content note: Sad.",
                "Scenario scn-one:",
                "Ana waits.",
                "Then:",
                "She leaves.",
                "True.",
                "False.",
            ],
        ),
    ],
)
def test_show_knows_every_kind(home: Path, bank: Path, name: str, says: list[str]) -> None:
    lines = run(home, bank, "show", name).out.splitlines()

    assert [line for line in says if line not in lines] == []


def test_an_id_of_two_banks_shows_both(home: Path, tmp_path: Path, bank: Path) -> None:
    other = write_bank(tmp_path / "other", header=HEADER.replace(UUID, OTHER_UUID))
    both = ("show", "one-choice", "--bank", str(bank), "--bank", str(other))

    assert cpsprep("bank", *both, home=home).out.count("one-choice (single, recall)") == 2
    shown = told(cpsprep("bank", *both, "--json", home=home))["items"]
    assert [one["bank"] for one in shown] == [UUID, OTHER_UUID]


def test_show_gives_programs_the_names_of_the_format(home: Path, bank: Path) -> None:
    (one,) = told(run(home, bank, "show", "one-choice", "--json"))["items"]

    assert (one["answer"], one["options"]) == (["a"], {"a": "This one", "b": "That one"})
    assert one["why"] == {"a": "It is.", "b": "It is not."}
    assert one["source"] == [{"key": "guide", "title": "The guide, A board, 2020"}]
    assert one["line"] == 5


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        (("it is NOT.",), [("one-choice", "why b", "It is not.")]),
        (("a board",), [("one-choice", "source", "The guide, A board, 2020")]),
        (("SEE",), [("two-cloze", "text", "I see and hear.")]),
        (("leaves", "ana"), [("four-true", "vignette", "Ana waits.")]),
        (("{{c1",), []),
    ],
)
def test_search_finds_what_a_learner_reads(
    home: Path, bank: Path, words: tuple[str, ...], hits: list[tuple[str, str, str]]
) -> None:
    found = told(run(home, bank, "search", "--json", *words))

    assert found["words"] == list(words)
    assert [(one["id"], one["field"], one["excerpt"]) for one in found["items"]] == hits


def test_search_prints_where_and_what(home: Path, bank: Path) -> None:
    assert run(home, bank, "search", "sad").out == "four-true content note: Sad.\n"


def test_a_search_in_vain_is_no_failure(home: Path, bank: Path) -> None:
    done = run(home, bank, "search", "nothing", "here")

    assert (done.code, done.out, done.err) == (0, "", "no question has 'nothing' and 'here'\n")


@pytest.mark.parametrize(
    ("words", "field"), [((), "deck"), (("deck",), "deck"), (("bank", "--json"), "uuid")]
)
def test_schema_is_printed_for_editors(home: Path, words: tuple[str, ...], field: str) -> None:
    schema = told(cpsprep("bank", "schema", *words, home=home))

    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert field in schema["properties"]


@pytest.mark.parametrize("command", TITLES)
def test_every_list_for_programs_has_a_name(home: Path, bank: Path, command: str) -> None:
    words = {"list": (), "show": ("two-cloze",), "search": ("front",)}[command]

    assert told(run(home, bank, command, *words, "--json"))["schema"] == TITLES[command]


@pytest.mark.parametrize("command", ["lint", "list", "show", "search"])
def test_a_bank_that_is_gone_is_told(home: Path, tmp_path: Path, command: str) -> None:
    done = run(home, tmp_path / "gone", command, *(["x"] if command in {"show", "search"} else []))

    assert done.code == 3
    assert "gone" in done.err


def test_the_bank_is_never_written_to(home: Path, bank: Path) -> None:
    before = {path: path.read_bytes() for path in bank.iterdir()}
    for words in (("lint",), ("list",), ("show", "one-choice"), ("search", "front")):
        run(home, bank, *words)

    assert {path: path.read_bytes() for path in bank.iterdir()} == before
    assert DECK in {text.decode() for text in before.values()}
