"""The same question again, perhaps with other words: yes, a person has to say, or no."""

import pytest

from cpsprep.core.interchange.again.matching import Known, Matches, matched
from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.interchange.item_fields import fields_of, flat
from cpsprep.core.interchange.lms.choices import truth
from cpsprep.core.item import Kind

HERE = Spot("f", 1)
FOUR = ("Open questions", "Affirmations", "Reflections", "Summaries")
AIM = "What is the main aim of a first talk with a person"


def choice(stem: str, right: str, *texts: str, name: str = "") -> Draft:
    options = tuple(Option(text, text == right) for text in texts or FOUR)
    return Draft(Kind.SINGLE, HERE, stem, options, name=name)


def statement(text: str, *, right: bool = True, name: str = "") -> Draft:
    return Draft(Kind.TRUEFALSE, HERE, text, truth(right), name=name)


def card(front: str, back: str) -> Draft:
    return Draft(Kind.BASIC, HERE, front, back=back)


def verdict(before: Draft, now: Draft, *others: Draft, source: str = "a.docx") -> str:
    known = [
        Known(f"m-0000{at}", one.name, flat(fields_of(one, f"m-0000{at}")), "a.docx")
        for at, one in enumerate((before, *others))
    ]
    found = matched([now], known, source)
    return (
        "yes"
        if found.sure.get(0) == "m-00000"
        else "perhaps"
        if found.perhaps.get(0) == "m-00000"
        else "other"
        if found.sure or found.perhaps
        else "no"
    )


OARS = "What does the letter {} in OARS stand for?"
OTHERS = [choice(OARS.format(sign), text) for sign, text in zip("ARS", FOUR[1:], strict=True)]


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (choice(AIM, "Trust", "Trust", "Facts"), choice(f"{AIM}?", "Facts", "Trust", "Facts"), "yes"),
        (choice(AIM, "Trust", "Trust", "Facts"), choice(AIM, "Trust", "Trust", "Money"), "yes"),
        (choice(AIM, "a", "a", "b", "c"), choice(AIM, "x", "x", "y", "c"), "perhaps"),
        (choice("What?", "a", "a", "b"), choice("What?", "x", "x", "y"), "no"),
        (choice(AIM, FOUR[0]), choice(AIM.replace("person", "perosn"), FOUR[0]), "yes"),
        (choice(AIM, FOUR[0]), choice(AIM.replace("aim", "goal"), FOUR[0]), "yes"),
        (choice(AIM, FOUR[0]), choice(AIM.replace("aim", "goal"), FOUR[1]), "perhaps"),
        (choice(AIM, FOUR[0]), choice(AIM.replace("is the", "is a"), FOUR[1]), "perhaps"),
        (choice(AIM, FOUR[0]), choice(AIM.replace("first", "second"), FOUR[0]), "perhaps"),
        (choice(AIM, FOUR[0]), choice(AIM.replace("first", "second"), FOUR[1]), "no"),
        (choice(AIM, FOUR[0]), choice(AIM.replace("is the", "is not the"), ""), "perhaps"),
        (choice(AIM, FOUR[0]), choice("Name one of these", FOUR[0]), "no"),
        (choice("Why?", FOUR[0]), choice("The thing that leaves room for it is", FOUR[0]), "no"),
        (
            choice("What leaves room?", FOUR[0]),
            choice("Which skill leaves much room to a person?", FOUR[0]),
            "perhaps",
        ),
        (statement("A peer gives advice."), statement("A peer gives no advice."), "no"),
        (statement("A peer gives advice."), statement("The peer gives advice."), "yes"),
        (statement("A peer gives advice."), statement("The peer gives advice.", right=False), "perhaps"),
        (
            statement("A peer who works at a clinic never gives advice."),
            statement("A peer who works at a hospital never gives advice."),
            "perhaps",
        ),
        (card("Define empathy", "To feel with"), card("Define empathy", "To feel with somebody"), "yes"),
        (card("Define empathy", "To feel with"), card("Define empathy", "A way"), "no"),
        (card("Define empathy", "To feel with"), card("Define pity", "To feel with"), "perhaps"),
        (card("Define empathy", "x"), choice("Define empathy", "x", "x", "y"), "no"),
    ],
)
def test_what_counts_as_the_same_question(before: Draft, now: Draft, said: str) -> None:
    assert verdict(before, now) == said


@pytest.mark.parametrize("right", ["Summaries", ""])
def test_one_letter_makes_another_question_of_those_with_the_same_options(right: str) -> None:
    before = [choice(OARS.format(sign), text) for sign, text in zip("OAR", FOUR, strict=False)]

    assert verdict(before[0], choice(OARS.format("S"), right), *before[1:]) == "no"


def test_options_that_several_questions_have_tell_nothing() -> None:
    other = choice("Which of them makes a talk longer?", FOUR[1])

    assert verdict(choice(AIM, FOUR[0]), choice(AIM.replace("aim", "goal"), FOUR[0]), other) == "perhaps"


@pytest.mark.parametrize(
    ("name", "said"), [("Trust 1", "yes"), ("m-00000", "yes"), ("Q1", "no"), ("12", "no"), ("q-1", "no")]
)
def test_a_name_of_its_own_knows_a_statement_again_and_a_number_in_a_list_does_not(
    name: str, said: str
) -> None:
    before = statement("Trust comes with time.", name=name)

    assert verdict(before, statement("Trust grows with time.", name=name)) == said


def test_a_name_alone_makes_nothing_the_same() -> None:
    before = statement("Trust comes first.", name="Trust 1")

    assert verdict(before, statement("Trust comes last.", name="Trust 1")) == "perhaps"
    assert verdict(before, statement("Who knows?", name="Trust 1"), before) == "no"
    assert verdict(before, statement("Trust comes last.", name="Trust 1"), source="b.docx") == "no"


def test_questions_that_moved_by_one_number_are_known_by_their_words() -> None:
    texts = ("Trust comes first.", "Trust takes time.", "Nobody is pressed.")
    known = [
        Known(f"q-{at}", f"q-{at}", flat(fields_of(statement(text), f"q-{at}")), "a.csv")
        for at, text in enumerate(texts, 1)
    ]
    now = [statement(text, name=f"q-{at}") for at, text in enumerate(("All is new.", *texts), 1)]

    assert matched(now, known, "a.csv") == Matches({1: "q-1", 2: "q-2", 3: "q-3"})


def test_of_questions_with_the_same_words_the_key_tells_which_is_which() -> None:
    twice = [choice("What is shown?", FOUR[0]), choice("What is shown?", FOUR[1])]
    known = [Known(f"m-0000{at}", "", flat(fields_of(one, "m")), "a") for at, one in enumerate(twice)]

    assert matched([twice[1]], known, "a") == Matches({0: "m-00001"})
    assert matched([twice[1], twice[0]], known, "a") == Matches({0: "m-00001", 1: "m-00000"})


def test_pictures_tell_apart_what_has_the_same_words() -> None:
    one, other = (
        Draft(Kind.BASIC, HERE, "What is this?", back="It", more={"media": {f"{sign}.png": "A thing"}})
        for sign in "ab"
    )
    known = [
        Known(f"m-0000{at}", "", flat(fields_of(made, "m")), "a") for at, made in enumerate((one, other))
    ]

    assert matched([other], known, "a").sure == {0: "m-00001"}


def test_each_question_may_be_that_of_one_draft_alone() -> None:
    before = Known("m-00001", "", flat(fields_of(choice(AIM, FOUR[0]), "m-00001")), "a")
    drafts = [choice(AIM.replace("aim", word), FOUR[1]) for word in ("goal", "end")]

    assert matched(drafts, [before], "a") == Matches({}, {0: "m-00001"})


def test_an_id_of_its_own_makes_it_another_question() -> None:
    assert verdict(choice(AIM, FOUR[0]), choice(AIM.replace("aim", "goal"), FOUR[0], name="m-99999")) == "no"
