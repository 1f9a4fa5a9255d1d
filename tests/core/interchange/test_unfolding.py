"""What happened in a story, told with each question in our files, stands once in a deck."""

from cpsprep.core.interchange.draft import Draft, Spot
from cpsprep.core.interchange.unfolding import unfolded
from cpsprep.core.item import Kind


def asked(stem: str, *updates: str, scene: str = "s", story: str = "Dana is here.") -> Draft:
    return Draft(Kind.BASIC, Spot("f", 1), stem, back="x", scene=scene, story=story, updates=updates)


def told(*drafts: Draft) -> list[tuple[str, object]]:
    return [(one.stem, one.more.get("update", "")) for one in unfolded(drafts)]


def test_each_question_tells_what_is_new() -> None:
    assert told(asked("1"), asked("2", "A."), asked("3", "A."), asked("4", "A.", "B.")) == [
        ("1", ""),
        ("2", "A."),
        ("3", ""),
        ("4", "B."),
    ]


def test_questions_out_of_order_are_put_in_the_order_in_which_things_happen() -> None:
    other = asked("other", story="")

    assert told(asked("late", "A.", "B."), other, asked("first"), asked("then", "A.")) == [
        ("first", ""),
        ("other", ""),
        ("then", "A."),
        ("late", "B."),
    ]


def test_what_questions_outside_of_the_file_told_is_one_with_the_next() -> None:
    (draft,) = unfolded([asked("late", "A.", "B.")])

    assert draft.more == {"update": "A.\n\nB."}
    assert draft.lost == (
        "updates apart that came with questions which are not in the file; they are one with the next",
    )


def test_what_does_not_fit_into_the_order_gets_a_story_of_its_own() -> None:
    _, other = unfolded([asked("1", "A."), asked("2", "Not A.", "B.")])

    assert (other.story, other.updates, other.more) == ("Dana is here.\n\nNot A.\n\nB.", (), {})
    assert other.scene not in {"", "s"}
    assert "a story of its own" in other.lost[0]


def test_two_scenarios_with_one_text_are_two() -> None:
    assert told(asked("1", "A."), asked("2", scene="t"), asked("3", "A.", scene="t")) == [
        ("1", "A."),
        ("2", ""),
        ("3", "A."),
    ]


def test_without_names_their_text_tells_stories_apart() -> None:
    assert told(asked("1", "A.", scene=""), asked("2", "A.", scene="", story="Dana is here!")) == [
        ("1", "A."),
        ("2", ""),
    ]
