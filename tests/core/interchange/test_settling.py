"""What becomes of drafts: ready, without a key, or refused with a reason; and the text to fill keys in."""

import pytest

from cpsprep.core.interchange.draft import Draft, Found, HostileError, Option, Remark, Spot
from cpsprep.core.interchange.filled_in import read_filled_in
from cpsprep.core.interchange.lms.choices import truth
from cpsprep.core.interchange.needs_key import needs_key_text
from cpsprep.core.interchange.settling import keyed, settled
from cpsprep.core.interchange.tidy import shortened, tidy
from cpsprep.core.item import Kind
from cpsprep.core.paragraphs import one_line
from fakes_import import line, lines

HERE = Spot("f", 3)


def choice(*texts: str, right: str = "", stem: str = "Who?", kind: Kind = Kind.SINGLE) -> Draft:
    return Draft(kind, HERE, stem, tuple(Option(text, text == right) for text in texts))


def test_ready_and_without_a_key() -> None:
    ready, needing = choice("x", "", "y", right="x"), choice("x", "y")

    found = settled(
        Found(
            [
                ready,
                needing,
                Draft(Kind.BASIC, HERE, "f", back="b"),
                Draft(Kind.CLOZE, HERE, "I {{c1::see}}.", lost=("bold",)),
            ],
            title="T",
        )
    )

    assert [line(one) for one in found.ready] == [
        "single: Who? | *x | y",
        "basic: f = b",
        "cloze: I {{c1::see}}. | !! bold",
    ]
    assert (found.needing, found.skipped, found.title) == ((needing,), (), "T")
    assert found.drafts == (*found.ready, needing)
    assert found.remarks == (Remark(HERE, "not kept: bold"),)


@pytest.mark.parametrize(
    ("draft", "sort"),
    [
        (choice("x"), "too few options"),
        (choice(), "too few options"),
        (choice(*"abcdefghi"), "too many options"),
        (choice("Same", "same."), "same options"),
        (choice("x", "y", stem="z" * 20_001), "too long"),
        (choice("x", "y" * 5_001), "too long"),
        (Draft(Kind.CLOZE, HERE, "nothing hidden"), "cloze"),
        (Draft(Kind.BASIC, HERE, "front"), "without an answer"),
    ],
)
def test_what_cannot_be_a_question_is_refused_with_its_place(draft: Draft, sort: str) -> None:
    (skipped,) = settled(Found([draft])).skipped

    assert (skipped.where, skipped.what) == (HERE, sort)


def test_looks_that_were_lost_are_told_once() -> None:
    drafts = [
        Draft(Kind.BASIC, Spot("f", at), "f", back="b", lost=lost)
        for at, lost in enumerate((("bold",), ("italics",), ("a picture", "bold")))
    ]

    assert settled(Found(drafts)).remarks == (
        Remark(Spot("f", 0), "not kept: bold, italics (and in 1 more)"),
        Remark(Spot("f", 2), "not kept: a picture, bold"),
    )


def test_signs_alone_may_be_options() -> None:
    assert len(settled(Found([choice("+", "-", right="+")])).ready) == 1


def test_more_questions_than_any_bank_has_are_refused() -> None:
    with pytest.raises(HostileError):
        settled(Found([choice("x", "y")] * 20_001))


def test_a_key_that_somebody_gives() -> None:
    assert line(keyed(choice("x", "y", "z"), (1,))) == "single: Who? | x | *y | z"
    assert line(keyed(choice("x", "y", "z"), (0, 2))) == "multiple: Who? | *x | y | *z"
    assert keyed(Draft(Kind.SINGLE, HERE, "s", doubt="d"), ()).doubt == ""


def test_the_text_for_missing_keys_is_read_back() -> None:
    whole = Draft(
        Kind.SINGLE,
        HERE,
        "Who is it\nhere?",
        (Option("x\ny", why="no"), Option("z")),
        doubt="two are marked",
        explanation="Because.",
        topic="Skills",
        tags=("one", "two"),
    )
    statement = Draft(Kind.TRUEFALSE, HERE, "It is so.", truth(None))

    text = needs_key_text([("q-12345", whole), ("q-6789b", statement)], "cpsprep bank import x")

    assert "//   cpsprep bank import x\n" in text
    assert lines(read_filled_in(text, "f")) == [
        "single: Who is it/here? | x y | z | why: no | -- Because. | named q-12345 | in Skills | #one | #two",
        "truefalse: It is so. = ? | named q-6789b",
    ]
    filled = text.replace("Answer:\n", "Answer: a\n", 1).replace("Answer:\n", "Answer: true\n", 1)
    assert [one.has_key for one in read_filled_in(filled, "f").drafts] == [True, True]


def test_places_in_words() -> None:
    assert (str(Spot("f", 3)), str(Spot("f", 3, "paragraph"))) == ("f:3", "f, paragraph 3")


def test_texts_are_made_tidy() -> None:
    assert tidy(" a\t b\u00a0c \n\n\n\n d\u200b\u202e ") == "a b c\n\nd"
    assert tidy("a  b") == "a b"
    assert (one_line("a\n b"), shortened("x" * 80)) == ("a b", "x" * 57 + "...")


@pytest.mark.parametrize(
    "texts", [("+5", "-5"), ("x > 3", "x < 3"), ("*", "**"), ("I feel: sad", "I feel sad")]
)
def test_options_that_differ_in_a_sign_alone_are_two(texts: tuple[str, str]) -> None:
    assert settled(Found([choice(*texts, right=texts[0])])).skipped == ()
