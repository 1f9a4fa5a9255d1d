"""Rules about a bank as a whole: what they count, from how many on, and that retired items do not count."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.item import Choice, Kind, OptionId
from cpsprep.core.lint.key_share import share
from cpsprep.core.lint.rule import Strictness
from cpsprep.core.lint.rules import RULES
from fakes_bank import HEADER
from fakes_lint import linted

A, B = OptionId("a"), OptionId("b")


def found(folder: Path, rule: str, items: Iterable[str], header: str = HEADER) -> list[tuple[str, str]]:
    """The file and the message of each finding of one rule."""
    deck = "domain: listening\nitems:\n" + "".join(
        f"  - {{id: ex-{number:04}, {item}}}\n" for number, item in enumerate(items)
    )
    running = [one for one in RULES if one.id == rule]
    problems = linted(folder, deck, running, Strictness.STRICT, header)
    return [(Path(one.place.file).name, one.message) for one in problems]


def single(key: str, other: str, *more: str) -> str:
    options = {"a": key, "b": other, **dict(zip("cdefgh", more, strict=False))}
    listed = ", ".join(f"{name}: '{text}'" for name, text in options.items())
    return f"kind: single, stem: What?, options: {{{listed}}}, answer: a"


def truth(*, right: bool) -> str:
    return f"kind: truefalse, stem: So it is., answer: {str(right).lower()}"


@pytest.mark.parametrize(
    ("options", "key_is_longest", "expected"),
    [
        (4, 60, 36.18),  # the bounds that the fact brief gives: 36 % of 60 questions with four options,
        (4, 300, 30.0),  # 30 % of 300,
        (4, 600, 28.54),  # 28.5 % of 600
        (2, 100, 60.0),
    ],
)
def test_the_bound_of_lengths_is_that_of_the_formula(
    options: int, key_is_longest: int, expected: float
) -> None:
    body = Choice(Kind.SINGLE, "s", {OptionId("abcdefgh"[n]): "x" * (9 - n) for n in range(options)}, (A,))

    one = share([body] * key_is_longest, len, 2)

    assert 100 * one.most / one.total == pytest.approx(expected, abs=0.01)
    assert one.seen == one.total


@given(st.lists(st.text("ab", min_size=1, max_size=3), min_size=2, max_size=8))
def test_over_all_keys_an_item_counts_once_whatever_ties(texts: list[str]) -> None:
    options = {OptionId("abcdefgh"[n]): text for n, text in enumerate(texts)}

    seen = sum(share([Choice(Kind.SINGLE, "s", options, (key,))], len, 2).seen for key in options)

    assert seen == pytest.approx(1)


def test_words_count_as_well_as_characters(tmp_path: Path) -> None:
    items = [single("a b c d", "incomprehensibly", "unbelievably")] * 8

    ((file, message),) = found(tmp_path, "longest-key", items)

    assert (file, message) == (
        "bank.yaml",
        "the key is the longest option in words in 8 of 8 questions; chance gives 3",
    )


@pytest.mark.parametrize("rule", ["longest-key", "shortest-key"])
def test_few_questions_say_nothing_of_lengths(tmp_path: Path, rule: str) -> None:
    items = [single("a long one", "short")] * 4 + [single("s", "a long one")] * 3

    assert found(tmp_path, rule, items[:4]) == found(tmp_path, rule, items[4:]) == []


def test_places_of_keys_are_counted_where_options_keep_their_order(tmp_path: Path) -> None:
    shuffled = [single(f"k{n}", "o") for n in range(10)]
    kept = [f"{item}, shuffle: false" for item in shuffled]

    assert found(tmp_path, "key-position", shuffled) == []
    assert found(tmp_path, "key-position", kept[:9]) == []
    assert len(found(tmp_path, "key-position", kept)) == 1


def test_places_by_chance_pass(tmp_path: Path) -> None:
    kept = [single(f"k{n}", "o").replace("answer: a", f"answer: {'ab'[n % 2]}") for n in range(12)]

    assert found(tmp_path, "key-position", [f"{item}, shuffle: false" for item in kept]) == []


def test_absolutes_pass_where_keys_have_them_too(tmp_path: Path) -> None:
    items = [single("All of it.", "None of it.", "It must.")] * 4

    assert found(tmp_path, "absolutes-in-distractors", items) == []


@pytest.mark.parametrize(
    ("right", "wrong", "findings"), [(2, 3, 0), (3, 2, 0), (1, 4, 1), (4, 1, 1), (4, 0, 0)]
)
def test_statements_are_true_as_often_as_not(tmp_path: Path, right: int, wrong: int, findings: int) -> None:
    items = [truth(right=True)] * right + [truth(right=False)] * wrong

    assert len(found(tmp_path, "true-share", items)) == findings


def test_a_finding_about_a_domain_stands_at_the_domain(tmp_path: Path) -> None:
    running = [one for one in RULES if one.id == "true-share"]
    deck = "domain: role\nitems:\n" + "".join(
        f"  - {{id: ex-{n}, {truth(right=True)}}}\n" for n in range(10, 15)
    )

    (problem,) = linted(tmp_path, deck, running, Strictness.STRICT)

    assert problem.snippet[problem.place.column - 1 :].startswith("role")


def test_a_key_may_repeat_in_a_small_part_of_the_bank(tmp_path: Path) -> None:
    same, others = [single("Listen.", "x")] * 4, [single(f"k{n}", "x") for n in range(130)]

    assert found(tmp_path, "repeated-key", same + others) == []
    assert len(found(tmp_path, "repeated-key", same + others[:100])) == 4


def test_a_bank_that_speaks_to_the_reader_may_do_so(tmp_path: Path) -> None:
    items = ["kind: basic, front: What can you do?, back: x"] * 2
    other = ["kind: basic, front: What can a peer worker do?, back: x", "kind: basic, front: Why?, back: x"]

    assert found(tmp_path, "point-of-view", items) == []
    assert found(tmp_path, "point-of-view", items + other) == [
        ("example.yaml", "this speaks of the peer specialist, and most questions do not")
    ]


def test_a_key_is_told_by_the_stem_of_another_question(tmp_path: Path) -> None:
    items = [
        single("Feeling the wide world with others.", "x"),
        "kind: truefalse, stem: Empathy is feeling the wide world with others., answer: true",
        "kind: cloze, text: 'Empathy is {{c1::feeling the wide world with others}}.'",
        "kind: basic, front: What is it?, back: Feeling with others.",
    ]

    assert [message for _, message in found(tmp_path, "key-in-stem", items)] == [
        "this holds the key of 'ex-0000'"
    ] * 2


def test_short_questions_are_compared_with_their_options(tmp_path: Path) -> None:
    same = [single("Open questions", "Kind words")] * 3
    other = single("Warm tea", "Long walks")

    told = [message for _, message in found(tmp_path, "near-duplicate", [*same, other])]

    assert told == ["this is 100% the same as 'ex-0000'"] * 2


def test_statements_are_compared_without_the_question_at_their_end(tmp_path: Path) -> None:
    items = [
        f"kind: truefalse, stem: Peers {verb}. Is this true or false?, answer: true"
        for verb in ("listen well together often", "plan")
    ]

    assert found(tmp_path, "near-duplicate", items) == []


STORY = "Ana tells of her old job at the bakery by the river."
SCENARIO = f"""\
domain: listening
items:
  - scenario: ex-scn
    vignette: {STORY}
    items:
      - {{id: ex-0001, kind: basic, front: What may help her most of all now?, back: x}}
      - {{id: ex-0002, kind: basic, front: What may help her most of all now?, back: y}}
"""


@pytest.mark.parametrize("rule", ["near-duplicate", "shared-run", "repeated-name"])
def test_questions_of_one_scenario_share_their_story(tmp_path: Path, rule: str) -> None:
    running = [one for one in RULES if one.id == rule]

    assert linted(tmp_path, SCENARIO, running, Strictness.STRICT) == ()


@pytest.mark.parametrize("rule", [one.id for one in RULES])
def test_retired_questions_count_for_nothing(tmp_path: Path, rule: str) -> None:
    if rule == "empty-deck":
        return
    twice = f"kind: basic, front: {STORY} What may help?, back: Always steps taken slowly., status: retired"
    items = [
        *[f"{single('Always and never.', 'x')}, shuffle: false, status: retired"] * 10,
        *[f"{truth(right=True)}, status: retired"] * 6,
        *[twice] * 2,
        "kind: basic, front: What can you do?, back: x, status: retired",
    ]

    assert found(tmp_path, rule, items) == []


def test_all_kinds_are_read_for_the_grade_of_a_domain_without_words_that_are_the_subject(
    tmp_path: Path,
) -> None:
    hard = "Organizational collaborative documentation considerations"
    kinds = [
        f"kind: basic, front: {hard}?, back: {hard}.",
        f"kind: truefalse, stem: '{hard}. Is this true or false?', answer: true",
        f"kind: cloze, text: '{hard} {{{{c1::collaborative}}}}.'",
        single(hard, hard + "s"),
    ]
    subject = (
        "lint: {allow: {domain-grade: [organizational, collaborative, documentation, considerations]}}\n"
    )

    for kind in kinds:
        ((file, message),) = found(tmp_path, "domain-grade", [kind])
        assert (file, message[:43]) == ("bank.yaml", "the middle question of 'listening' reads at")
    assert found(tmp_path, "domain-grade", kinds[:2], HEADER + subject) == []
