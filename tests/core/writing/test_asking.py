"""A question written by being asked: what is asked in which order, what a line means, what comes of it."""

import pytest

from cpsprep.core.bank import BankHeader, Domain
from cpsprep.core.item import BankId
from cpsprep.core.writing.hearing import NotHeardError, heard
from cpsprep.core.writing.ids import next_id
from cpsprep.core.writing.interview import Ask, Said, fields_of, is_whole, kind_of, next_ask, options_of

PLAIN = BankHeader(BankId("b"), "Bank")
STRICT = BankHeader(
    BankId("b"),
    "Bank",
    domains=(Domain("listening", "Listening"), Domain("role", "Role")),
    misconceptions={"reassured": "reassuring too quickly"},
    require=("why", "misconception", "topic", "level", "source", "explanation", "review_by", "status"),
    sources={"guide": "The guide", "Book": "A book"},
)


def ask(*lines: str, header: BankHeader = PLAIN, has_domain: bool = False) -> tuple[Said, list[str]]:
    """What comes of these lines, and the parts that were asked for; the last is asked but not answered."""
    said: Said = ()
    asked = []
    for line in (*lines, None):
        found = next_ask(said, header, has_domain=has_domain)
        asked.append(found.part if found else "")
        if found is None or line is None:
            break
        said = (*said, (found.part, heard(found, line, said, header)))
    return said, asked


def test_a_choice_is_asked_for_from_stem_to_source() -> None:
    said, asked = ask("", "One.", "Which?", "", "A.", "B.", "", "b", "no", "", "a", "a book, page 2")

    assert asked == [
        *("kind", "stem", "stem", "stem", "option.a", "option.b", "option.c", "answer"),
        *("why.a", "why.b", "level", "source", ""),
    ]
    assert fields_of(said, "ex-1") == {
        "id": "ex-1",
        "kind": "single",
        "stem": "One.\nWhich?",
        "options": {"a": "A.", "b": "B."},
        "answer": "b",
        "why": {"a": "no"},
        "misconception": {},
        "level": "application",
        "source": ["a book", "page 2"],
    }


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (
            ("m", "Which?", "", "A", "B", "C", "", "c a"),
            {"stem": "Which?", "options": {"a": "A", "b": "B", "c": "C"}, "answer": ["a", "c"]},
        ),
        (("t", "So?", "", "f", "", "No."), {"stem": "So?", "answer": False, "why": {"false": "No."}}),
        (("c", "A {{c1::b}}.", "", "Both."), {"text": "A {{c1::b}}.", "explanation": "Both."}),
        (("b", "One?", "", "Two."), {"front": "One?", "back": "Two."}),
    ],
)
def test_each_kind_has_its_own_parts(lines: tuple[str, ...], fields: dict[str, object]) -> None:
    said, _ = ask(*lines)

    assert is_whole(said)
    assert fields_of(said, "ex-1").items() >= fields.items()


def test_what_the_bank_requires_is_asked_for_too() -> None:
    lines = ("s", "Which?", "", "A.", "B.", "", "a", "yes", "no", "reassured", "the principle", "role", "r")
    said, asked = ask(*lines, "guide, book", "trust", "2027-06-30", "draft", header=STRICT)

    assert asked[7:] == [
        *("why.a", "why.b", "misconception.b", "explanation", "domain", "level", "source"),
        *("topic", "review_by", "status", ""),
    ]
    fields = fields_of(said, "ex-1")
    assert fields["misconception"] == {"b": "reassured"}
    assert (fields["source"], fields["domain"], fields["level"]) == (["guide", "Book"], "role", "recall")


def test_the_domain_of_the_deck_is_enough() -> None:
    lines = ("b", "One?", "", "Two.", "The principle.")

    assert ask(*lines, header=STRICT)[1][-1] == "domain"
    assert ask(*lines, header=STRICT, has_domain=True)[1][-1] == "level"


def test_after_eight_options_the_key_is_asked_for() -> None:
    said, asked = ask("s", "Which?", "", *"12345678")

    assert asked[-1] == "answer"
    assert list(options_of(said)) == list("abcdefgh")


def test_before_the_kind_there_is_only_an_id() -> None:
    assert kind_of(()) is None
    assert options_of(()) == {}
    assert not is_whole(())
    assert fields_of((), "ex-1") == {"id": "ex-1"}


CHOICE: Said = (
    *(("kind", "single"), ("stem", "Which?"), ("stem", ""), ("option.a", "A."), ("option.b", "B.")),
    ("option.c", ""),
)


@pytest.mark.parametrize(
    ("part", "line", "said", "why"),
    [
        ("kind", "x", (), "'x' is no kind; it can be single, multiple"),
        ("stem", " ", (), "needed"),
        ("option.c", "a.", CHOICE, "Option a says the same"),
        ("answer", "z", CHOICE, "letters from a to b"),
        ("answer", "a b", CHOICE, "One option is right"),
        ("answer", "a", (("kind", "multiple"), *CHOICE[1:]), "two letters or more"),
        ("answer", "maybe", (("kind", "truefalse"),), "'maybe' is no answer"),
        ("level", "hard", (), "'hard' is no level"),
        ("status", "reviewed", (), "'reviewed' is no status"),
        ("source", "gide", (), "did you mean 'guide'"),
        ("domain", "xyz", (), "'xyz' is no domain"),
        ("review_by", "soon", (), "2027-06-30"),
    ],
)
def test_a_line_that_does_not_answer_is_told(part: str, line: str, said: Said, why: str) -> None:
    with pytest.raises(NotHeardError, match=why):
        heard(Ask(part, "", needed=True), line, said, STRICT)


def test_a_cloze_that_hides_nothing_cannot_end() -> None:
    with pytest.raises(NotHeardError, match="To take lines back, type u"):
        heard(Ask("text", ""), "", (("kind", "cloze"), ("text", "nothing hidden")), PLAIN)


@pytest.mark.parametrize("line", ["c, a", "ac", "A C", "a c a"])
def test_several_letters_may_be_typed_in_any_way(line: str) -> None:
    said: Said = (("kind", "multiple"), ("option.a", "1"), ("option.b", "2"), ("option.c", "3"))

    assert heard(Ask("answer", "", needed=True), line, said, PLAIN) == "a, c"


def test_signs_that_nobody_sees_are_not_kept() -> None:
    assert heard(Ask("option.a", ""), " a\x1b[2J\tb\u2028c ", (), PLAIN) == "a [2J b c"


@pytest.mark.parametrize(
    ("deck", "own", "taken", "proposed"),
    [
        ("first-steps", [], [], "fs-0001"),
        ("listening", [], ["listening-0001"], "listening-0002"),
        ("4th-lesson", [], [], "q4l-0001"),
        ("first-steps", ["al-007", "al-008", "odd"], ["al-007", "al-008", "al-011"], "al-012"),
        ("first-steps", ["q9"], ["q9"], "q10"),
        ("x" * 60, [], [], f"{'x' * 34}-0001"),
    ],
)
def test_the_id_goes_on_from_those_of_the_deck(
    deck: str, own: list[str], taken: list[str], proposed: str
) -> None:
    assert next_id(deck, own, taken) == proposed
