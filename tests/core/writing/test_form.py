"""A form to fill in: it and what is said in the plain interview are two views of one question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.bank import BankHeader, Domain
from cpsprep.core.item import LETTERS, BankId, Kind
from cpsprep.core.writing.form import (
    Form,
    closed_up,
    form_of,
    marking,
    of_earlier,
    said_of,
    set_aside,
    settled,
    slots,
    tidied,
    without,
)
from cpsprep.core.writing.hearing import NotHeardError, heard
from cpsprep.core.writing.interview import Said, asks_of, fields_of, lacking, next_ask
from cpsprep.core.writing.parts import ASK

PLAIN = BankHeader(BankId("b"), "Bank")
STRICT = BankHeader(
    BankId("b"),
    "Bank",
    domains=(Domain("role", "Role"),),
    misconceptions={"reassured": "reassuring too quickly"},
    require=("why", "misconception", "level", "source", "explanation"),
)

texts = st.text(st.sampled_from("ab \n\r\t\x1b\u2028,."), max_size=12)
parts = st.sampled_from(
    [ASK, "back", "explanation", "source", "topic", "why.true"]
    + [f"{head}.{letter}" for head in ("option", "why", "misconception") for letter in "abch"]
)
forms = st.builds(
    Form,
    st.sampled_from(Kind),
    st.dictionaries(parts, texts),
    st.frozensets(st.sampled_from(["a", "c", "true"])),
)


def tidy(form: Form) -> Form:
    kept = {part: tidied(text) for part, text in form.texts.items() if tidied(text)}
    return Form(form.kind, kept, form.right)


@given(forms)
def test_a_form_that_was_kept_comes_back_with_every_word(form: Form) -> None:
    assert form_of(said_of(form)) == tidy(form)


@given(forms, st.sampled_from(Kind))
def test_another_kind_and_back_again_loses_nothing(form: Form, other: Kind) -> None:
    through = form_of(said_of(Form(other, form.texts, form.right)))

    assert Form(form.kind, through.texts, through.right) == tidy(form)


LINES = st.sampled_from(
    ["", "s", "m", "t", "f", "b", "c", "a", "a b", "One.", "Two {{c1::x}}", "role", "reassured"]
)


@given(st.lists(LINES, max_size=25), st.sampled_from([PLAIN, STRICT]))
def test_what_was_typed_line_by_line_stands_in_the_form(lines: list[str], header: BankHeader) -> None:
    said: Said = ()
    for line in lines:
        ask = next_ask(said, header, has_domain=False)
        if ask is None:
            break
        try:
            said = (*said, (ask.part, heard(ask, line, said, header)))
        except NotHeardError:
            continue
        if said[0][1]:
            assert fields_of(said_of(form_of(said)), "x") == fields_of(said, "x")


def answer(part: str, kind: Kind) -> str:
    """What somebody may say when this is needed."""
    right = {Kind.MULTIPLE: "a, b", Kind.TRUEFALSE: "true"}.get(kind, "a")
    return {"answer": right, "level": "recall", "misconception": "reassured"}.get(part, f"{part}.")


@given(forms, st.sampled_from([PLAIN, STRICT]))
def test_the_interview_goes_on_with_any_form_until_nothing_is_lacking(form: Form, header: BankHeader) -> None:
    said = said_of(form)
    while ask := next_ask(said, header, has_domain=False):
        said = (*said, (ask.part, answer(ask.part, form.kind) if ask.needed else ""))

    assert lacking(said, header, has_domain=False) == []


@given(forms)
def test_closing_up_keeps_every_option_that_was_begun(form: Form) -> None:
    up = closed_up(form)

    assert sorted(filter(None, tidy(up).texts.values())) == sorted(tidy(form).texts.values())
    assert len(up.right) == len(form.right)
    begun = slots(up, 0)[:-1]
    assert all(up.text(f"option.{one}") or tidy(up) != Form() for one in begun)
    assert closed_up(up) == up


def test_an_option_goes_with_all_that_was_said_of_it_and_the_others_move_up() -> None:
    form = Form(
        texts={
            ASK: "Which?",
            "option.a": "A",
            "option.b": "B",
            "why.b": "no",
            "option.c": "C",
            "why.c": "yes",
        },
        right=frozenset({"c", "true"}),
    )

    assert without(form, "b") == Form(
        texts={ASK: "Which?", "option.a": "A", "option.b": "C", "why.b": "yes"},
        right=frozenset({"b", "true"}),
    )
    assert without(form, "c").right == {"true"}


@pytest.mark.parametrize(
    ("kind", "before", "mark", "after"),
    [
        (Kind.SINGLE, {"a"}, "b", {"b"}),
        (Kind.SINGLE, {"a"}, "a", set()),
        (Kind.SINGLE, {"a", "true"}, "b", {"b", "true"}),
        (Kind.MULTIPLE, {"a"}, "b", {"a", "b"}),
        (Kind.MULTIPLE, {"a", "b"}, "b", {"a"}),
        (Kind.TRUEFALSE, {"a", "true"}, "false", {"a", "false"}),
    ],
)
def test_a_mark_takes_the_place_of_another_only_where_one_alone_can_be_right(
    kind: Kind, before: set[str], mark: str, after: set[str]
) -> None:
    assert marking(Form(kind, right=frozenset(before)), mark).right == after


def test_there_is_always_room_for_one_more_option() -> None:
    form = Form(texts={"option.a": "A", "option.c": "C"})

    assert slots(Form(), 3) == "abc"
    assert slots(form, 3) == "abcd"
    assert slots(form.having("why.h", "no"), 3) == LETTERS


def test_two_marks_on_a_question_with_one_right_option_have_to_be_settled() -> None:
    form = Form(texts={ASK: "Which?", "option.a": "A", "option.b": "B"}, right=frozenset("ab"))

    assert lacking(said_of(form), PLAIN, has_domain=True) == ["answer"]
    assert lacking(said_of(marking(form, "a")), PLAIN, has_domain=True) == []


def test_an_option_with_a_reason_alone_is_still_to_be_written() -> None:
    form = Form(texts={ASK: "Which?", "option.a": "A", "option.b": "B", "why.c": "no"}, right=frozenset("a"))

    assert lacking(said_of(form), PLAIN, has_domain=True) == ["option.c"]


def test_what_this_kind_has_no_place_for_is_named() -> None:
    form = Form(
        texts={ASK: "?", "back": "B", "option.a": "A", "why.a": "yes", "why.true": "so", "topic": "t"}
    )

    assert set_aside(form) == ["back", "why.true"]
    assert set_aside(Form(Kind.BASIC, form.texts)) == ["option.a", "why.a", "why.true"]
    assert set_aside(Form(Kind.TRUEFALSE, form.texts)) == ["option.a", "back", "why.a"]


def test_an_empty_form_is_nothing_to_keep() -> None:
    assert Form(Kind.BASIC, {ASK: " \n", "back": ""}).is_empty
    assert not Form(right=frozenset("a")).is_empty
    assert not Form(texts={"topic": "t"}).is_empty


def test_options_that_were_kept_without_letters_get_them() -> None:
    said: Said = (("kind", "single"), ("option", "A"), ("option", "B"), ("option", ""), ("answer", "a"))

    assert of_earlier(said) == (
        *(("kind", "single"), ("option.a", "A"), ("option.b", "B"), ("option.c", "")),
        ("answer", "a"),
    )


def test_a_file_gets_options_under_letters_that_follow_each_other() -> None:
    said = said_of(
        Form(texts={ASK: "Which?", "option.a": "A", "option.c": "C", "why.c": "yes"}, right=frozenset("c"))
    )

    assert fields_of(settled(said), "x")["options"] == {"a": "A", "b": "C"}
    assert fields_of(settled(said), "x")["answer"] == "b"


def test_before_a_kind_is_said_nothing_else_is_asked_for() -> None:
    assert [ask.part for ask in asks_of((), PLAIN, has_domain=True)] == ["kind"]
