"""Stories of a file and scenarios of a deck: which is which, and what becomes of the text."""

import pytest

from cpsprep.core.interchange.again.scenes import Scene, Story, stories_of
from cpsprep.core.interchange.draft import Draft, Spot
from cpsprep.core.item import Kind
from cpsprep.core.reading.header import ID


def card(story: str) -> Draft:
    return Draft(Kind.BASIC, Spot("f", 1), "front", back="back", story=story)


def only(text: str, scenes: dict[str, Scene], *, theirs: bool = False, here: tuple[str, ...] = ()) -> Story:
    (story,) = stories_of([("q-1", card(text))], scenes, here, "quiz", (), theirs=theirs)
    return story


def test_each_story_gets_one_scenario_whatever_stands_between_its_questions() -> None:
    named = [("q-1", card("One.")), ("q-2", card("")), ("q-3", card("Two.")), ("q-4", card("one"))]

    first, second = stories_of(named, {}, (), "quiz", ())

    assert (first.of, first.text, second.of) == (("q-1", "q-4"), "One.", ("q-3",))
    assert first.is_new
    assert ID.fullmatch(first.id)
    assert first.id.startswith("quiz-scn-")
    assert first.id != second.id


def test_an_id_that_something_has_is_not_given_again() -> None:
    name = only("One.", {}).id

    (again,) = stories_of([("q-1", card("One."))], {}, (), "quiz", [name])

    assert again.id.startswith("quiz-scn-")
    assert again.id != name


@pytest.mark.parametrize(
    ("scene", "theirs", "change", "conflict", "was"),
    [
        (Scene("New.", "Old."), False, "", False, "New."),
        (Scene("Mine.", "New."), False, "", False, "New."),
        (Scene("Old.", "Old."), False, "New.", False, "New."),
        (Scene("Mine.", "Old."), False, "", True, "Old."),
        (Scene("Mine.", "Old."), True, "New.", False, "New."),
        (Scene("Mine.", ""), False, "", True, ""),
    ],
)
def test_what_becomes_of_the_text(scene: Scene, theirs: bool, change: str, conflict: bool, was: str) -> None:
    story = only("New.", {"s-1": scene._replace(items=frozenset(["q-1"]))}, theirs=theirs)

    assert (story.id, story.is_new, story.change, story.was) == ("s-1", False, change, was)
    assert (story.conflict is not None) is conflict


def test_a_scenario_is_known_by_its_questions_before_its_text() -> None:
    scenes = {"s-1": Scene("New."), "s-2": Scene("Old.", "Old.", frozenset(["q-1"]))}

    assert only("New.", scenes).id == "s-2"
    assert only("New.", {"s-1": Scene("new", "")}).id == "s-1"
    assert only("Old.", {"s-1": Scene("Mine.", "Old.")}).id == "s-1"


def test_paragraphs_that_were_joined_are_no_change() -> None:
    story = only("One. Two.", {"s-1": Scene("One.\n\nTwo.", "One.\n\nTwo.")})

    assert (story.change, story.conflict) == ("", None)


def test_questions_elsewhere_in_the_deck_are_named() -> None:
    assert only("New.", {}, here=("q-1",)).outside == ("q-1",)
    assert only("New.", {"s-1": Scene("", "", frozenset(["q-1"]))}, here=("q-1",)).outside == ()


def named(scene: str, story: str = "One.") -> Draft:
    return Draft(Kind.BASIC, Spot("f", 1), "front", back="back", story=story, scene=scene)


def test_a_story_keeps_the_name_that_our_own_file_has_for_it() -> None:
    pairs = [("q-1", named("case-1")), ("q-2", named("case-2")), ("q-3", named("No id", "Two."))]

    stories = stories_of(pairs, {}, (), "quiz", ["case-2"])

    assert stories[0].id == "case-1"
    assert all(one.id.startswith("quiz-scn-") for one in stories[1:])
    assert [one.of for one in stories] == [("q-1",), ("q-2",), ("q-3",)]


def test_of_two_scenarios_with_one_text_the_one_with_the_name_is_meant() -> None:
    scenes = {"case-1": Scene("One."), "case-2": Scene("One.")}

    assert only("One.", scenes).id == "case-1"
    assert stories_of([("q-1", named("case-2"))], scenes, (), "quiz", ())[0].id == "case-2"


def test_two_stories_of_a_file_do_not_share_a_scenario_of_the_deck() -> None:
    pairs = [("q-1", named("case-8")), ("q-2", named("case-9"))]

    first, second = stories_of(pairs, {"case-1": Scene("One.")}, (), "quiz", ())
    shared = stories_of(pairs, {"case-1": Scene("One.", "", frozenset(["q-1", "q-2"]))}, (), "quiz", ())

    assert (first.id, second.id) == ("case-8", "case-9")
    assert [one.id for one in shared] == ["case-1", "case-9"]
