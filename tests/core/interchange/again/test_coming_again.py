"""The same file again: which question is which, which side's change stays, and ids that never move."""

import pytest

from cpsprep.core.interchange.again.matching import Known, matched
from cpsprep.core.interchange.again.merging import Conflict, merged
from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.interchange.item_fields import Flat, fields_of, flat
from cpsprep.core.interchange.lms.choices import truth
from cpsprep.core.item import Kind

HERE = Spot("f", 1)
LONG = "Dana says in tears that she lost many hours at work; what is best to say first"


def choice(stem: str, *texts: str, right: str = "", name: str = "", why: str = "", **more: str) -> Draft:
    options = tuple(Option(text, text == right, why if text == right else "") for text in texts)
    return Draft(Kind.SINGLE, HERE, stem, options, name=name, explanation=more.get("explanation", ""))


def known(draft: Draft, name: str, source: str = "a.docx") -> Known:
    return Known(name, draft.name, flat(fields_of(draft, name)), source)


def found(draft: Draft, *before: Known, source: str = "a.docx") -> str | None:
    return matched([draft], before, source).sure.get(0)


@pytest.mark.parametrize(
    ("before", "now", "same"),
    [
        (choice("Who?", "x", "y"), choice("who", "y", "X."), True),
        (choice("Who?", "x", "y"), choice("Who?", "x", "z"), True),
        (choice("Who?", "x", "y"), choice("Who?", "u", "v"), False),
        (choice("Who?", "one", "two", "x"), choice("Who?", "one", "two", "y"), True),
        (choice("Who?", "x", "y"), choice("Which?", "x", "y"), False),
        (
            choice("When was it?", "x", "y", "z", right="x"),
            choice("When did it?", "z", "y", "x", right="x"),
            True,
        ),
        (
            choice("When was it?", "x", "y", "z", right="x"),
            choice("When did it?", "x", "y", "z", right="y"),
            False,
        ),
        (
            choice("When?", "x", "y", "z", right="x"),
            choice("On which of all these days did it begin?", "x", "y", "z", right="x"),
            False,
        ),
        (choice(LONG, "x", "y", "z", right="x"), choice(f"{LONG} again", "x", "z", "y", right="x"), True),
        (choice(LONG, "x", "y"), choice(f"{LONG} again", "x", "y"), False),
        (
            choice(LONG, "x", "y"),
            choice("Lee asks on the phone whether anybody may know of this", "x", "y"),
            False,
        ),
        (choice("Who was it?", "x", "y", name="Q1"), choice("Who was he?", "x", "z", name="Q1"), True),
        (
            choice("Who was it?", "x", "y", name="Q1"),
            choice("When did this begin?", "u", "v", name="Q1"),
            False,
        ),
        (choice("Who?", "x", "y"), choice("Anything", "u", "v", name="m-00001"), False),
        (choice(LONG, "x", "y"), choice(LONG, "x", "z", name="m-99999"), True),
        (choice(LONG, "x", "y"), choice(f"{LONG} again", "x", "y", name="m-99999"), False),
    ],
)
def test_a_question_is_known_again(before: Draft, now: Draft, same: bool) -> None:
    assert (found(now, known(before, "m-00001")) == "m-00001") is same


def test_a_question_with_several_keys_is_known_by_its_options_too() -> None:
    options = tuple(Option(text, text != "x") for text in "xyz")
    before = Draft(Kind.MULTIPLE, HERE, "Which two?", options)
    now = Draft(Kind.MULTIPLE, HERE, "Choose two.", options)

    assert found(now, known(before, "m-00001")) == "m-00001"


def test_likeness_and_names_count_within_one_file_alone() -> None:
    before = known(choice(LONG, "x", "y", name="Q1"), "m-00001", "other.docx")

    assert found(choice(f"In {LONG}", "x", "y", name="Q1"), before) is None
    assert found(choice(LONG, "x", "y"), before) == "m-00001"
    assert found(choice(f"In {LONG}", "x", "y"), before._replace(source="")) == "m-00001"


def test_what_is_there_twice_keeps_its_order() -> None:
    twice = [choice("Who?", "x", "y"), choice("Who?", "x", "y")]
    before = [known(twice[0], "m-00001"), known(twice[1], "m-00002")]

    assert matched(twice, before, "a.docx").sure == {0: "m-00001", 1: "m-00002"}


def test_the_most_alike_come_first_and_each_id_once() -> None:
    before = [known(choice(LONG, "x", "y"), "m-00001")]
    now = [choice(f"{LONG} so", "x", "y", "z"), choice(f"{LONG} so", "x", "y")]

    assert matched(now, before, "a.docx").sure == {1: "m-00001"}


def test_very_many_strangers_are_not_compared_word_by_word() -> None:
    before = [known(choice(f"{LONG} {number}", "x", "y"), f"m-{number:05}") for number in range(1100)]
    now = [choice(f"{LONG} so {number}", "x", "y") for number in range(1100)]

    assert matched(now, before, "a.docx").sure == {}


def test_statements_cards_and_clozes_are_known_by_their_words() -> None:
    drafts = [
        Draft(Kind.TRUEFALSE, HERE, "So.", truth(True)),
        Draft(Kind.BASIC, HERE, "Front", back="Back"),
        Draft(Kind.CLOZE, HERE, "I {{c1::see}}."),
    ]

    assert matched(drafts, [known(one, f"m-0000{at}") for at, one in enumerate(drafts)], "b").sure == {
        0: "m-00000",
        1: "m-00001",
        2: "m-00002",
    }


WAS = choice("Who?", "x", "y", right="x", why="so", explanation="Old.")


def states(here: Draft, name: str = "m-1") -> Flat:
    return flat(fields_of(here, name))


def test_what_changed_there_goes_in() -> None:
    made = merged(
        choice("Who is it?", "x", "y", right="x", explanation="New."), "m-1", states(WAS), states(WAS)
    )

    assert made.changes == {("stem",): "Who is it?", ("explanation",): "New.", ("why", "a"): ""}
    assert made.conflicts == ()
    assert made.was[("stem",)] == "Who is it?"


def test_what_changed_here_stays() -> None:
    made = merged(WAS, "m-1", states(choice("Mine?", "x", "y", right="x")), states(WAS))

    assert (made.changes, made.conflicts) == ({}, ())


def test_what_changed_in_both_is_a_conflict_and_told_until_it_is_solved() -> None:
    here, there = choice("Mine?", "x", "y", right="x"), choice("Theirs?", "x", "y", right="y")

    made = merged(there, "m-1", states(here), states(WAS))

    assert Conflict(("stem",), "Mine?", "Theirs?") in made.conflicts
    assert Conflict(("answer",), "a", "b") in made.conflicts
    assert ("answer",) not in made.changes
    assert made.was[("stem",)] == "Who?"
    assert merged(there, "m-1", states(here), states(WAS), theirs=True).changes[("stem",)] == "Theirs?"


def test_without_a_memory_only_gaps_are_filled() -> None:
    made = merged(WAS, "m-1", {("kind",): "single", ("stem",): "Mine?", ("id",): "m-1"}, None)

    assert made.changes == {("explanation",): "Old."}
    assert made.conflicts[0].path == ("stem",)


def test_options_keep_their_letters_in_another_order() -> None:
    made = merged(choice("Who?", "y", "z", "x", right="x"), "m-1", states(WAS), states(WAS))

    assert made.changes == {("options", "c"): "z", ("why", "a"): "", ("explanation",): ""}


def test_a_corrected_option_keeps_its_letter_and_a_lost_one_goes() -> None:
    made = merged(choice("Who?", "X!", "why", right="X!"), "m-1", states(WAS), states(WAS))

    assert made.changes[("options", "b")] == "why"
    assert made.changes[("options", "a")] == "X!"


def test_a_question_that_lost_its_key_there_keeps_it_here() -> None:
    made = merged(choice("Who is it?", "x", "y"), "m-1", states(WAS), states(WAS))

    assert ("answer",) not in made.changes
    assert made.was[("answer",)] == "a"


def test_options_that_somebody_put_in_another_order_here_keep_their_key() -> None:
    before = choice("Who?", "one", "two", "three", right="two", why="so")
    here = states(choice("Who?", "two", "one", "three", right="two", why="so"))
    now = choice("Who?", "one", "two", "three", right="three", why="so")

    made = merged(now, "m-1", here, states(before))

    assert (made.changes, made.conflicts) == ({("answer",): "c", ("why", "a"): "", ("why", "c"): "so"}, ())
    assert made.key == ("two", "three")


def test_several_keys_move_with_their_options() -> None:
    options = [Option("one"), Option("two", right=True), Option("three", right=True)]
    before, here = (
        states(Draft(Kind.MULTIPLE, HERE, "Which?", tuple(listed))) for listed in (options, options[::-1])
    )

    again = merged(Draft(Kind.MULTIPLE, HERE, "Which?", tuple(options)), "m-1", here, before)

    assert (again.changes, again.conflicts, again.key) == ({}, (), None)


@pytest.mark.parametrize("theirs", [False, True])
def test_a_key_that_was_corrected_here_does_not_get_the_wording_of_the_file_unsaid(theirs: bool) -> None:
    here = states(choice("Who?", "x", "z", right="z"))
    was, now = (choice(stem, "x", "z", right="x") for stem in ("Who?", "Who is it?"))

    made = merged(now, "m-1", here, states(was), theirs=theirs)

    if theirs:
        assert (made.changes, made.conflicts) == ({("stem",): "Who is it?", ("answer",): "a"}, ())
        assert made.key == ("z", "x")
    else:
        assert (made.changes, made.key) == ({}, None)
        assert made.conflicts == (Conflict(("answer",), "b", "a"), Conflict(("stem",), "Who?", "Who is it?"))


def test_the_order_of_several_keys_is_no_difference() -> None:
    options = (Option("one", right=True), Option("two", right=True), Option("three"))
    was, now = (Draft(Kind.MULTIPLE, HERE, stem, options) for stem in ("Which two?", "Which are the two?"))
    here = {**states(was), ("answer",): ("b", "a")}

    assert merged(now, "m-1", here, states(was)).changes == {("stem",): "Which are the two?"}


def test_the_key_of_a_card_is_its_back() -> None:
    one, other = (Draft(Kind.BASIC, HERE, "Define hope", back=back) for back in ("A thing", "A feeling"))

    assert merged(other, "m-1", states(one), states(one)).key == ("A thing", "A feeling")


def test_a_statement_comes_again() -> None:
    draft = Draft(Kind.TRUEFALSE, HERE, "So.", truth(True))

    assert merged(draft, "m-1", states(draft), states(draft)).changes == {}


def test_fields_of_every_kind() -> None:
    multiple = Draft(
        Kind.MULTIPLE,
        HERE,
        "s",
        (Option("x", True, "so"), Option("y", True)),
        tags=("a b",),
        more={"level": "recall", "id": "no"},
    )

    assert flat(fields_of(multiple, "m-1")) == {
        ("id",): "m-1",
        ("kind",): "multiple",
        ("stem",): "s",
        ("why", "a"): "so",
        ("options", "a"): "x",
        ("options", "b"): "y",
        ("answer",): ("a", "b"),
        ("tags",): ("a-b",),
        ("level",): "recall",
    }
    assert flat({"shuffle": False, "nothing": None}) == {("shuffle",): "false"}
