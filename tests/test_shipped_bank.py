"""What the shipped bank promises: what it covers, how it is made, and that it is in words of its own."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from cpsprep.adapters.bank.lint import linted_folder
from cpsprep.adapters.bank.records import read_records
from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.core.item import Choice, Item, Kind, Level, OptionId
from cpsprep.core.problem import Severity
from cpsprep.core.records.census import studied
from cpsprep.core.records.coverage import coverage, missed
from cpsprep.core.search import learner_texts
from fakes_windows import windows

FOLDER = default_bank_folder()
LINTED = linted_folder(FOLDER)
BANK = LINTED.bank
ITEMS = tuple(BANK.items.values())
CLAIMS = [f"S{number:02}" for number in range(1, 38)]
CENTRAL = {"S01", "S02", "S03", "S04", "S05", "S06", "S17"}
"""What the bank is about: listening in distress before planning."""
SINGLES = [(item, item.body) for item in ITEMS if isinstance(item.body, Choice) and item.kind is Kind.SINGLE]
KEYS_OF: defaultdict[frozenset[str], set[str]] = defaultdict(set)
"""The keys of the questions that share these very options: where there are two, length tells nothing."""
for _, one in SINGLES:
    KEYS_OF[frozenset(one.options.values())].add(one.options[one.answer[0]])
CHOICES = [(item, item.body) for item in ITEMS if isinstance(item.body, Choice)]
FACT = re.compile(r"[1-9]\.\d{1,2}\.\d{2}")
NO_DANGER = re.compile(
    r"\b(?:(?:is|am|are|feels?) safe|no (?:danger|risk|plans? to)|(?:no|without|denies) (?:any )?thoughts? of"
    r"|not (?:in danger|thinking of (?:suicide|dying|ending)|suicidal))\b",
    re.IGNORECASE,
)
WINDOWS = frozenset((Path(__file__).parent / "data" / "seed-windows.txt").read_text("utf-8").split())


def situation(item: Item) -> str:
    """What the learner has read when the question is asked."""
    return " ".join(text for field, text in learner_texts(item, BANK.header) if field in ASKED)


ASKED = {"vignette", "update", "stem", "text", "front"}


def lengths(body: Choice) -> tuple[int, list[int]]:
    """The characters of the key, and of each distractor."""
    texts = body.options
    return len(texts[body.answer[0]]), [len(text) for name, text in texts.items() if name not in body.answer]


def test_it_lints_strictly_without_errors_and_warnings() -> None:
    assert BANK.header.lint.level == "strict"
    assert [str(one.place) for one in LINTED.problems if one.severity is not Severity.HINT] == []
    assert BANK.left_out == 0


def test_it_meets_every_target_of_its_own() -> None:
    records = read_records(FOLDER, BANK)

    assert [check.id for check in missed(coverage(BANK, records, studied(BANK)))] == []


def test_it_has_all_kinds() -> None:
    assert {item.kind for item in ITEMS} == set(Kind)


@pytest.mark.parametrize("claim", CLAIMS)
def test_each_claim_is_asked_for_knowledge_and_in_a_situation(claim: str) -> None:
    about = [item for item in ITEMS if claim in item.claims]

    assert len(about) >= (3 if claim in CENTRAL else 2)
    assert any(item.level in {Level.RECALL, Level.COMPREHENSION} for item in about)
    assert any(item.level is Level.APPLICATION for item in about)


def test_claims_are_those_of_the_seed() -> None:
    assert {claim for item in ITEMS for claim in item.claims} == set(CLAIMS)


def test_half_of_it_is_application_in_situations_of_some_length() -> None:
    application = [item for item in ITEMS if item.level is Level.APPLICATION]
    short = [item.id for item in application if len(re.findall(r"[.?!]", situation(item))) < 2]

    assert 2 * len(application) >= len(ITEMS)
    assert short == []


def test_most_items_are_single_with_four_options() -> None:
    four = [item for item, body in SINGLES if len(body.options) == 4]

    assert 2 * len(four) > len(ITEMS)
    assert 10 * len(four) >= 9 * len(SINGLES)


def test_every_item_rests_on_facts_and_known_sources() -> None:
    assert [item.id for item in ITEMS if not item.facts or not item.source] == []
    assert [name for item in ITEMS for name in item.facts if not FACT.fullmatch(name)] == []
    assert [key for item in ITEMS for key in item.source if key not in BANK.header.sources] == []


def test_no_item_rests_on_the_seed_alone() -> None:
    assert [item.id for item in ITEMS if set(item.source) == {"seed"}] == []


def test_nothing_is_copied_from_the_seed() -> None:
    shared = {
        (item.id, run)
        for item in ITEMS
        for _, text in learner_texts(item, BANK.header)
        for found, run in windows(text).items()
        if found in WINDOWS
    }

    assert shared == set()


def test_a_copy_would_be_noticed() -> None:
    ours = "One two three, four\nfive SIX seven eight nine."

    assert windows("one two three four five six seven eight").keys() < windows(ours).keys()
    assert len(WINDOWS) > 300


def test_danger_is_seldom_ruled_out_in_words() -> None:
    ruled_out = [item.id for item in ITEMS if NO_DANGER.search(situation(item))]

    assert len(ruled_out) <= 0.03 * len(ITEMS), ruled_out


def test_at_least_twenty_items_need_more_than_listening() -> None:
    refused = [item for item, body in CHOICES if "listened-only" in body.misconceptions.values()]

    assert len(refused) >= 20


def test_the_key_is_not_told_by_its_length() -> None:
    longest = [item.id for item, body in SINGLES if lengths(body)[0] > max(lengths(body)[1])]
    shortest = [item.id for item, body in SINGLES if lengths(body)[0] < min(lengths(body)[1])]
    far = [
        item.id
        for item, body in SINGLES
        if lengths(body)[0] > 1.3 * max(lengths(body)[1])
        and len(KEYS_OF[frozenset(body.options.values())]) == 1
    ]

    assert len(longest) <= 0.3 * len(SINGLES)
    assert len(shortest) <= 0.35 * len(SINGLES)
    assert far == []


def test_no_authored_place_holds_the_key_by_habit() -> None:
    places = Counter(list(body.options).index(body.answer[0]) for _, body in SINGLES)

    assert max(places.values()) <= 0.4 * len(SINGLES)


def test_about_half_of_the_statements_are_true() -> None:
    keys = [body.answer[0] for _, body in CHOICES if body.kind is Kind.TRUEFALSE]

    assert 0.4 <= keys.count(OptionId("true")) / len(keys) <= 0.6


def test_talk_of_suicide_comes_with_a_note_and_the_lifeline() -> None:
    about = [item for item in ITEMS if "suicid" in situation(item).lower()]
    told = {item.id: " ".join(text for _, text in learner_texts(item, BANK.header)) for item in about}

    assert [item.id for item in about if not item.content_note] == []
    assert [name for name, text in told.items() if "988" not in text] == []


def test_nobody_is_said_to_have_read_it_who_has_not() -> None:
    assert [item.id for item in ITEMS if item.status.value == "reviewed"] == []


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.name)
def test_each_deck_names_the_schema_that_editors_need(path: Path) -> None:
    if path.name not in {"bank.yaml", "sources.yaml"}:
        first = path.read_text("utf-8").partition("\n")[0]
        assert first == "# yaml-language-server: $schema=../bank.schema.json"


def test_the_schema_lies_where_the_decks_say() -> None:
    assert (Path(__file__).resolve().parents[1] / "decks" / "bank.schema.json").is_file()
