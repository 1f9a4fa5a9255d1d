"""Vetting, line by line: what is asked, what may be typed, what is kept, and how it ends."""

from dataclasses import replace

import pytest

from cpsprep.cli.bank.checking.vetting import Desk, Vetting, Way, waiting
from cpsprep.cli.study.plain import Page
from cpsprep.core.item import Item, Kind
from cpsprep.core.records.records import Reader
from fakes_records import made, reading
from fakes_study import BASIC, CLOZE, choice, truefalse
from fakes_vetting import HEADER, ITEM, Room, said, typed


def test_the_key_and_its_reasons_are_hidden_until_there_is_an_answer() -> None:
    out = typed("q", item=ITEM).out.getvalue()

    assert out.splitlines()[1:7] == [
        "Question 1 of 1, q-1: Listening.",
        "What comes FIRST?",
        "a. Listen to her.",
        "b. Make a plan.",
        "c. Give money.",
        "d. Call a doctor.",
    ]
    assert "Why" not in out
    assert "Being heard" not in out


def test_after_the_answer_the_key_comes_with_all_reasons() -> None:
    lines = said(typed("b", "q"))

    at = lines.index("You chose another answer.")
    assert lines[at + 1 : at + 5] == [
        "Key: Listen to her.",
        "   Why listen to her.",
        "Not right, your answer: Make a plan.",
        "   Why make a plan.",
    ]
    assert "Explanation: Being heard comes first." in lines


def test_agreeing_is_kept_as_a_blind_reading_by_a_person() -> None:
    room = typed("a", "a")

    assert room.kept == [reading(ITEM, reader=Reader.PERSON, date="2027-01-02")]
    assert said(room)[-1] == "Kept: agreed."


def test_whoever_was_convinced_agrees_and_the_first_choice_is_noted() -> None:
    (kept,) = typed("b", "agree").kept

    assert (kept.agreed, kept.defended, kept.note) == (True, False, 'chose at first: "Make a plan."')


@pytest.mark.parametrize(
    "lines", [("d Two are right.",), ("dispute", "Two are right."), ("D  Two are right. ",)]
)
def test_disputing_takes_words(lines: tuple[str, ...]) -> None:
    (kept,) = typed("a", *lines).kept

    assert (kept.agreed, kept.defended, kept.note) == (False, False, "Two are right.")


def test_a_reader_who_stays_with_another_answer_defends_it() -> None:
    (kept,) = typed("c", "d It fits.").kept

    assert (kept.agreed, kept.defended) == (False, True)
    assert kept.note == 'It fits. [chose at first: "Give money."]'


def test_a_dispute_without_words_goes_back() -> None:
    room = typed("a", "d", "", "a")

    assert [one.agreed for one in room.kept] == [True]


@pytest.mark.parametrize("line", ["?", "a", "agree", "d", "M", "x", "help"])
def test_a_command_or_a_single_letter_is_no_dispute(line: str) -> None:
    room = typed("a", "d", line, "Two are right.")

    assert said(room).count("Say in one line what is wrong. An empty line goes back.") == 2
    assert [one.note for one in room.kept] == ["Two are right."]


def test_a_single_letter_after_d_is_asked_about() -> None:
    assert [one.note for one in typed("a", "d x", "Two are right.").kept] == ["Two are right."]


def test_a_name_is_kept_only_where_one_is_given() -> None:
    room = Room(["a", "a"])
    room.vet(ITEM, by="AB")

    assert [one.by for one in room.kept] == ["AB"]


@pytest.mark.parametrize(
    ("lines", "way"),
    [
        ((), Way.STOPPED),
        (("q",), Way.STOPPED),
        (("QUIT",), Way.STOPPED),
        (("s",), Way.LEFT),
        (("a",), Way.STOPPED),
        (("a", "q"), Way.STOPPED),
        (("a", "s"), Way.LEFT),
        (("a", "d"), Way.STOPPED),
        (("a", "d", "q"), Way.STOPPED),
        (("a", "d", "skip"), Way.LEFT),
        (("a", "a"), Way.AGREED),
        (("a", "d no"), Way.DISPUTED),
    ],
)
def test_each_question_ends_in_one_way(lines: tuple[str, ...], way: Way) -> None:
    room = Room([*lines])
    vetting = room.vet(ITEM)

    assert {one: names for one, names in vetting.ways.items() if names} == {way: ["q-1"]}
    assert bool(room.kept) == (way in {Way.AGREED, Way.DISPUTED})


def test_a_question_changed_meanwhile_is_asked_as_it_is_now() -> None:
    mended = replace(made("q-2"), explanation="Better.")
    room = Room(["a", "a", "a", "a"])
    room.files = {"q-2": mended}
    room.vet(ITEM, mended, queued=[ITEM, made("q-2")])

    assert [one.version for one in room.kept] == [reading(one).version for one in (ITEM, mended)]


def test_a_question_that_is_gone_meanwhile_is_left_out_with_the_reason() -> None:
    room = Room(["a", "a"])
    room.files = {"q-1": None}
    vetting = room.vet(made("q-2"), queued=[ITEM, made("q-2")])

    assert said(room)[1:3] == [
        "Left out, because its file changed: q-1",
        "first.yaml:5:3: error[missing-field]: this item has no 'stem'",
    ]
    assert (vetting.ways[Way.LEFT], vetting.ways[Way.AGREED]) == (["q-1"], ["q-2"])


def test_stopping_leaves_the_rest_for_the_next_time() -> None:
    room = Room(["a", "a", "q"])
    room.vet(ITEM, made("q-2"), made("q-3"))

    assert [one.item for one in room.kept] == ["q-1"]
    assert "q-3" not in room.out.getvalue()


@pytest.mark.parametrize("line", ["", "e", "z", "a b", "7", "maybe", "ä"])
def test_what_is_no_answer_changes_nothing(line: str) -> None:
    room = typed(line, "a", "a")

    assert "Type a letter from a to d, or ? for help." in said(room)
    assert len(room.kept) == 1


@pytest.mark.parametrize("line", ["", "b", "a fine", "x", "e please"])
def test_what_is_no_verdict_changes_nothing(line: str) -> None:
    room = typed("a", line, "a")

    assert (
        said(room).count("Type a to agree, or d and say what is wrong, or e to mend it, or ? for help.") == 2
    )
    assert len(room.kept) == 1


def test_help_says_what_can_be_typed_now() -> None:
    lines = said(typed("?", "a", "?", "q"))

    assert any(line.startswith("s: leave it") for line in lines)
    assert any(line.startswith("a: agree.") for line in lines)


def test_the_question_is_said_again_when_asked() -> None:
    assert said(typed("r", "q")).count("What comes FIRST?") == 2


def test_more_tells_what_the_key_rests_on() -> None:
    lines = said(typed("a", "m", "q"))

    assert "Fact 3.9.01: Says 3.9.01." in lines
    assert "Fact 9.9.99" in lines
    assert "Source wi-guide: A guide" in lines
    assert "File: deck.yaml:1" in lines


def test_more_says_so_where_the_key_rests_on_nothing() -> None:
    lines = said(typed("a", "m", "q", item=replace(ITEM, facts=(), source=())))

    assert "No fact and no source is given." in lines


def test_several_right_answers_are_several_letters() -> None:
    item = made("q-1", choice(kind=Kind.MULTIPLE, answer=("a", "c")))

    lines = said(typed("x", "c, a", "a", item=item))

    assert "Type letters from a to d with a space between, or ? for help." in lines
    assert "You chose the key." in lines
    assert lines.count("Key, your answer: Listen to her.") == 1
    assert "You chose the key." in said(typed("ca", "a", item=item))
    assert "Your choice is not quite the key." in said(typed("c", item=item))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        *(("b", "You chose the key."), ("f", "You chose the key."), ("False", "You chose the key.")),
        *(("a", "You chose another answer."), ("T", "You chose another answer.")),
        ("no", "Type a or b, or true or false, or ? for help."),
    ],
)
def test_a_statement_is_answered_by_letter_or_by_word(line: str, told: str) -> None:
    lines = said(typed(line, item=made("q-1", truefalse())))

    assert "Type a or b, or true or false." in lines
    assert told in lines


@pytest.mark.parametrize(
    ("item", "asked", "answer"),
    [
        (made("q-1", truefalse()), "a. True", "Key: False"),
        (made("q-1", BASIC), "Think of the answer, then press Enter.", "Answer: Rogers and Farson"),
        (made("q-1", CLOZE), "OARS begins with [blank] questions.", "OARS begins with open questions."),
    ],
)
def test_every_kind_can_be_read(item: Item, asked: str, answer: str) -> None:
    room = typed("a", "a", item=item)

    assert asked in said(room)
    assert answer in said(room)
    assert len(room.kept) == 1


def test_a_story_and_a_note_come_before_the_question() -> None:
    item = replace(made("q-1", scenario="s"), content_note="Sad.")

    assert said(typed("q", item=item))[2:5] == ["Sad.", "A story.", "What comes FIRST?"]


def test_options_are_shuffled_where_the_item_lets_them_be() -> None:
    orders = set()
    for day in range(1, 20):
        room = Room([])
        desk = Desk(Page(room.out), room.read, room.kept.append, room.edit, room.again, f"2027-01-{day:02}")
        room.files["q-1"] = replace(ITEM, shuffle=True)
        Vetting(desk, HEADER, [ITEM]).run()
        orders.add("".join(line for line in said(room) if line[1:3] == ". "))

    assert len(orders) > 5


def test_what_this_reader_has_read_is_not_asked_again() -> None:
    items = [made(f"q-{n}") for n in range(4)]
    readings = [
        reading(items[0], reader=Reader.PERSON),
        reading(items[1], reader=Reader.PERSON, by="AB"),
        reading(items[2]),
        reading(items[3], reader=Reader.PERSON, version="0" * 64),
    ]

    assert [item.id for item in waiting(items, readings, "")] == ["q-1", "q-2", "q-3"]
    assert [item.id for item in waiting(items, readings, "AB")] == ["q-0", "q-2", "q-3"]
