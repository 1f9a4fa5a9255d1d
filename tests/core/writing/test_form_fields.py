"""The fields of a form: those of the interview, in an order for the eye, and where a finding belongs."""

from dataclasses import replace

import pytest

from cpsprep.core.bank import BankHeader, Domain
from cpsprep.core.item import BankId, Kind
from cpsprep.core.problem import Place, Problem
from cpsprep.core.reading.header import REQUIRABLE
from cpsprep.core.reading.item_fields import FIELDS
from cpsprep.core.writing.deck_text import deck_text
from cpsprep.core.writing.form import Form, lacks_of, said_of
from cpsprep.core.writing.form_fields import Field, chosen_in, fields, label_of, last_words
from cpsprep.core.writing.form_notes import holds_options, part_at
from cpsprep.core.writing.interview import asks_of, fields_of
from cpsprep.core.writing.partial import provisional
from cpsprep.core.writing.parts import ASK
from fakes_writing import tree

PLAIN = BankHeader(BankId("b"), "Bank")
STRICT = replace(
    PLAIN,
    domains=(Domain("listening", "Listening well"), Domain("role", "Role")),
    misconceptions={"reassured": "reassuring too quickly"},
    require=(
        "why",
        "misconception",
        "topic",
        "level",
        "source",
        "explanation",
        "review_by",
        "status",
        "tags",
    ),
    sources={"guide": "The guide", "Book": "A book"},
)
ALL = replace(STRICT, require=tuple(sorted(REQUIRABLE)))
CHOICE = Form(texts={ASK: "Which?", "option.a": "A", "option.b": "B"}, right=frozenset("a"))


def parts(form: Form, header: BankHeader = PLAIN, *, has_domain: bool = False) -> list[str]:
    return [field.part for field in fields(form, header, has_domain=has_domain)]


def field(part: str, form: Form = CHOICE, header: BankHeader = STRICT) -> Field:
    return next(one for one in fields(form, header, has_domain=False) if one.part == part)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Form(), ["option.a", "option.b", "option.c", "answer"]),
        (CHOICE, ["option.a", "why.a", "option.b", "why.b", "option.c", "answer"]),
        (Form(Kind.MULTIPLE, {"why.b": "no"}), ["option.a", "option.b", "why.b", "option.c", "answer"]),
        (Form(Kind.TRUEFALSE), ["answer", "why.true", "why.false"]),
        (Form(Kind.CLOZE), []),
        (Form(Kind.BASIC), ["back"]),
    ],
)
def test_each_kind_has_its_own_fields(form: Form, expected: list[str]) -> None:
    assert parts(form) == ["kind", ASK, *expected, "explanation", "level", "source"]


def test_what_the_bank_requires_has_a_field_and_belongs_beside_its_option() -> None:
    assert parts(CHOICE, STRICT) == [
        *("kind", ASK, "option.a", "why.a", "option.b", "why.b", "misconception.b", "option.c", "answer"),
        *("explanation", "domain", "level", "source", "topic", "tags", "review_by", "status"),
    ]
    assert "domain" not in parts(CHOICE, STRICT, has_domain=True)


@pytest.mark.parametrize("kind", Kind)
def test_whatever_a_bank_may_require_has_a_field_with_a_label(kind: Kind) -> None:
    shown = fields(replace(CHOICE, kind=kind), ALL, has_domain=False)

    assert REQUIRABLE & FIELDS[kind] <= {one.part.partition(".")[0] for one in shown}
    assert [one.part for one in shown if not one.label.strip()] == []
    assert [one.part for one in shown if label_of(one.part, CHOICE) in {"", one.part}] == []


@pytest.mark.parametrize("kind", Kind)
def test_the_form_leaves_out_nothing_that_the_interview_asks_for(kind: Kind) -> None:
    form = replace(CHOICE, kind=kind)
    asked = {ask.part for ask in asks_of(said_of(form), STRICT, has_domain=False)}

    assert asked - {"stem", "text", "front"} <= set(parts(form, STRICT))


def test_what_can_be_chosen_is_told_in_words() -> None:
    assert field("domain").choices == {"listening": "Listening well", "role": "Role"}
    assert field("source").choices == {"guide": "The guide", "Book": "A book"}
    assert field("misconception.b").choices == {"reassured": "reassuring too quickly"}
    assert list(field("status").choices) == ["draft", "live"]
    assert list(field("answer").choices) == ["a", "b"]
    assert list(field("answer", Form(Kind.TRUEFALSE)).choices) == ["true", "false"]
    assert list(field("kind").choices) == [kind.value for kind in Kind]
    assert (field("answer").many, field("answer", Form(Kind.MULTIPLE)).many) == (False, True)
    assert (field("tags").choices, field("tags").many) == ({}, False)


def test_words_say_what_is_asked_for() -> None:
    assert field("why.a").words == "Why is it right?"
    assert field("why.b").words == "Why is it not right?"
    assert field("why.true", Form(Kind.TRUEFALSE)).words == "Why is 'True' not right?"
    assert field(ASK, Form(Kind.CLOZE)).words == "Write the text, each hidden part as {{c1::part}}."
    assert field("option.c").words == "Another option, if you like"
    assert field("option.a").words == ""


def test_a_reason_says_what_it_is_for_also_once_it_is_filled_in() -> None:
    statement = Form(Kind.TRUEFALSE)

    assert [field(part, statement).label for part in ("why.true", "why.false")] == ["Why True", "Why False"]
    assert field("why.a").label == "Reason"


@pytest.mark.parametrize(
    ("part", "label"),
    [
        (ASK, "Statement"),
        ("option.b", "Option b"),
        ("why.true", "Reason for true"),
        ("misconception.b", "Wrong idea of b"),
        ("answer", "What is right"),
        ("level", "Level"),
        ("elsewhere", "elsewhere"),
    ],
)
def test_a_part_has_a_name_of_its_own(part: str, label: str) -> None:
    assert label_of(part, Form(Kind.TRUEFALSE)) == label


def test_who_goes_on_is_told_what_the_last_lines_were_and_of_which_part() -> None:
    begun = (("kind", "single"), ("stem", "One."), ("stem", "\nTwo?"), ("stem", ""))

    assert last_words(begun) == ["What you wrote last:", "Question: One.", "Question: Two?"]
    assert last_words((*begun, ("option.a", "A"), ("option.b", "B")))[1:] == [
        "Question: Two?",
        "Option a: A",
        "Option b: B",
    ]
    assert last_words(begun[:1]) == []


def test_a_word_is_chosen_and_taken_back() -> None:
    level, source = field("level"), field("source")
    recall = chosen_in(CHOICE, level, "recall")
    both = chosen_in(chosen_in(CHOICE, source, "guide"), source, "Book")

    assert chosen_in(recall, level, "application").text("level") == "application"
    assert chosen_in(recall, level, "recall").text("level") == ""
    assert both.text("source") == "guide, Book"
    assert chosen_in(both, source, "guide").text("source") == "Book"


@pytest.mark.parametrize(
    ("mark", "part"),
    [
        ("Which", ASK),
        ("One.", "option.a"),
        ("no way", "why.b"),
        ("[guide]", "source"),
        ("answer", "answer"),
        ("ex-1", ""),
        ("options:", "option"),
    ],
)
def test_a_finding_belongs_to_the_field_that_it_stands_in(mark: str, part: str) -> None:
    form = Form(
        texts={
            ASK: "Ana.\nWhich?",
            "option.a": "One.",
            "option.b": "Two.",
            "why.b": "no way",
            "source": "guide",
        },
        right=frozenset("a"),
    )
    text = deck_text("d", "Deck", "", [fields_of(said_of(form), "ex-1")])
    before = text[: text.index(mark)]
    place = Place("d.yaml", before.count("\n") + 1, len(before) - before.rfind("\n"))

    assert part_at(text, tree(text), "ex-1", Problem(place, "code", "words")) == part
    assert part_at(text, tree(text), "elsewhere", Problem(place, "code", "words")) == ""


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Which?\nA. One\nB. Two\nAnswer: A", True),
        ("Which?\n  (a) one\n  (b) two", True),
        ("Which?\nA) one", False),
        ("A. or B. in one line?", False),
        ("A plan.\nBe there.", False),
        ("", False),
    ],
)
def test_options_inside_the_question_are_noticed(text: str, holds: bool) -> None:
    assert holds_options(text) is holds


def rights(form: Form, header: BankHeader = PLAIN) -> list[frozenset[str]]:
    return [one.right for one in provisional(form, lacks_of(form, header, has_domain=True), header)]


def test_an_unfinished_question_is_read_with_every_option_as_the_right_one() -> None:
    assert rights(replace(CHOICE, right=frozenset())) == [{"a"}, {"b"}]
    assert rights(CHOICE) == [{"a"}]
    assert rights(Form(Kind.MULTIPLE, {**CHOICE.texts, "option.c": "C"}, frozenset("a"))) == [
        {"a", "b"},
        {"a", "c"},
    ]
    assert rights(Form(Kind.TRUEFALSE)) == [{"true"}, {"false"}]
    assert rights(Form(Kind.BASIC)) == [frozenset()]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("header", [PLAIN, STRICT, ALL], ids=["plain", "strict", "all"])
def test_something_that_may_stand_there_stands_for_what_is_missing(kind: Kind, header: BankHeader) -> None:
    form = Form(kind)
    for one in provisional(form, lacks_of(form, header, has_domain=False), header):
        assert set(lacks_of(one, header, has_domain=False)) <= {"why.a", "why.b"}
