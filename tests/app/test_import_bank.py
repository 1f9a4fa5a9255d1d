"""Bringing questions in: what is new, what is known, what was taken out, what is no more in the file."""

from dataclasses import replace

import pytest

from cpsprep.app.import_bank import Plan, Standing, already_in, plan_import
from cpsprep.core.interchange.again.matching import Known
from cpsprep.core.interchange.again.scenes import Scene
from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.interchange.item_fields import fields_of, flat
from cpsprep.core.item import Kind

EMPTY = Standing({}, {}, frozenset())


def choice(stem: str, right: str = "x") -> Draft:
    return Draft(Kind.SINGLE, Spot("f", 1), stem, tuple(Option(text, text == right) for text in "xy"))


def standing(plan: Plan, *, without: str = "", source: str = "a.docx") -> Standing:
    """The deck after a plan, one question perhaps taken out by hand."""
    was = {
        one.id: Known(one.id, one.draft.name, flat(fields_of(one.draft, one.id)), source)
        for one in plan.added
    }
    here = {name: known.was for name, known in was.items() if name != without}
    return Standing(here, was, frozenset(was))


def test_new_questions_get_ids_and_those_without_a_key_wait() -> None:
    plan = plan_import([choice("One?"), choice("Two?", "")], EMPTY, "mid", "a.docx")

    assert [one.draft.stem for one in plan.added] == ["One?"]
    assert [one.draft.stem for one in plan.needing] == ["Two?"]
    assert all(one.id.startswith("mid-") for one in (*plan.added, *plan.needing))


def test_the_same_file_again_changes_nothing() -> None:
    drafts = [choice("One?"), choice("Two?")]
    again = plan_import(drafts, standing(plan_import(drafts, EMPTY, "mid", "a.docx")), "mid", "a.docx")

    assert (again.added, again.changed, again.in_conflict, again.absent) == ((), (), (), ())
    assert len(again.updates) == 2


def test_ids_do_not_move_when_questions_come_between() -> None:
    first = plan_import([choice("One?"), choice("Two?")], EMPTY, "mid", "a.docx")
    more = plan_import([choice("Nought?"), choice("One?"), choice("Two?")], standing(first), "mid", "a.docx")

    assert [one.draft.stem for one in more.added] == ["Nought?"]
    assert {one.named.id for one in more.updates} == {one.id for one in first.added}


def test_what_was_taken_out_by_hand_stays_out_unless_asked_for() -> None:
    first = plan_import([choice("One?"), choice("Two?")], EMPTY, "mid", "a.docx")
    name = first.added[0].id
    before = standing(first, without=name)

    again = plan_import([choice("One?"), choice("Two?")], before, "mid", "a.docx")
    back = plan_import([choice("One?"), choice("Two?")], before, "mid", "a.docx", theirs=True)

    assert ([one.id for one in again.gone], again.added) == ([name], ())
    assert ([one.id for one in back.added], back.gone) == ([name], ())


def test_what_is_no_more_in_its_file_is_told() -> None:
    before = standing(plan_import([choice("One?"), choice("Two?")], EMPTY, "mid", "a.docx"))

    assert len(plan_import([choice("One?")], before, "mid", "a.docx").absent) == 1
    assert plan_import([choice("Three?")], before, "mid", "other.docx").absent == ()


def test_what_is_retired_is_not_missed() -> None:
    before = standing(plan_import([choice("One?"), choice("Two?")], EMPTY, "mid", "a.docx"))
    retired = {name: {**fields, ("status",): "retired"} for name, fields in before.here.items()}

    assert plan_import([choice("One?")], replace(before, here=retired), "mid", "a.docx").absent == ()


LONG = [choice(f"What is it that was said on day {number} of the class?") for number in ("one", "two")]


def test_a_file_that_got_another_name_is_known_by_most_of_its_questions() -> None:
    before = standing(plan_import([*LONG, choice("Two?")], EMPTY, "mid", "a.docx"))
    plan = plan_import([*LONG, choice("Four?")], before, "mid", "a (2).docx")

    assert (len(plan.updates), len(plan.absent), len(plan.added)) == (2, 1, 1)


def test_a_list_that_names_questions_by_id_is_no_newer_form_of_their_file() -> None:
    first = plan_import([*LONG, choice("Two?")], EMPTY, "mid", "a.docx")
    listed = [replace(draft, name=one.id) for draft, one in zip(LONG, first.added, strict=False)]
    plan = plan_import(listed, standing(first), "mid", "a.needs-key.txt")

    assert (len(plan.updates), plan.absent) == (2, ())


@pytest.mark.parametrize(
    ("drafts", "found"),
    [(LONG, ("b.yaml", 2)), ([*LONG, choice("1?"), choice("2?"), choice("3?")], None), (LONG[:1], None)],
)
def test_the_deck_that_has_most_of_a_file_is_found(
    drafts: list[Draft], found: tuple[str, int] | None
) -> None:
    was = standing(plan_import(LONG, EMPTY, "mid", "a.docx")).was.values()

    assert already_in(drafts, {"a.yaml": [], "b.yaml": was}) == found
    assert already_in(drafts, {}) is None


def test_a_question_that_its_author_wrote_is_known_too() -> None:
    mine = Standing({"my-0001": flat(fields_of(choice("One?"), "my-0001"))}, {}, frozenset({"my-0001"}))

    (update,) = plan_import([choice("One?")], mine, "mid", "a.docx").updates

    assert (update.named.id, update.merged.changes, update.merged.conflicts) == ("my-0001", {}, ())


def test_a_change_and_a_conflict_are_told_apart() -> None:
    first = plan_import([choice("One?")], EMPTY, "mid", "a.docx")
    before = standing(first)
    name = first.added[0].id
    changed = plan_import([choice("One?", "y")], before, "mid", "a.docx")
    both = Standing({name: {**before.here[name], ("answer",): "c"}}, before.was, before.taken)
    conflict = plan_import([choice("One?", "y")], both, "mid", "a.docx")

    assert ([one.named.id for one in changed.changed], changed.in_conflict) == ([name], ())
    assert (conflict.changed, [one.named.id for one in conflict.in_conflict]) == ((), [name])


def told(story: str, *, right: str = "x") -> Draft:
    return replace(choice("What is best to say first?", right), story=story)


CALM = "Dana sits on a bench and says that all is well with her today."
DANGER = "Keoni calls late at night, has pills in his hand and says goodbye to everybody."


def with_scenes(plan: Plan) -> Standing:
    before = standing(plan)
    scenes = {story.id: Scene(story.text, story.text, frozenset(story.of)) for story in plan.stories}
    return replace(before, scenes=scenes)


def test_the_same_question_of_another_story_is_another_question() -> None:
    first = plan_import([told(CALM), told(DANGER, right="y")], EMPTY, "mid", "a.docx")
    before = with_scenes(first)
    again = plan_import([told(DANGER, right="y"), told(CALM)], before, "mid", "a.docx")

    assert [one.named.id for one in again.updates] == [first.added[1].id, first.added[0].id]
    assert again.changed == ()


def test_a_question_without_a_key_does_not_get_that_of_another_story() -> None:
    before = with_scenes(plan_import([told(CALM)], EMPTY, "mid", "a.docx"))
    same = plan_import([told(CALM, right="")], before, "mid", "a.docx")
    near = plan_import([told(CALM.replace("all", "nothing"), right="")], before, "mid", "a.docx")

    assert (len(same.updates), same.needing) == (1, ())
    assert (near.updates, len(near.needing), near.doubts) == ((), 1, ())


@pytest.mark.parametrize("right", ["y", ""])
def test_a_question_that_moved_to_another_story_is_asked_about(right: str) -> None:
    before = with_scenes(plan_import([told(CALM)], EMPTY, "mid", "a.docx"))
    plan = plan_import([told(DANGER, right=right)], before, "mid", "a.docx")

    assert (plan.updates, len(plan.doubts)) == ((), 1)


@pytest.mark.parametrize(("is_exact", "many"), [(True, 1), (False, 0)])
def test_a_question_whose_id_stands_over_another_one_now_is_no_more_in_the_file(
    is_exact: bool, many: int
) -> None:
    before = standing(plan_import([choice("One?")], EMPTY, "mid", "a.docx"))
    (name,) = before.here
    other = replace(choice("Where are all the others of today?"), name=name, is_exact=is_exact)

    plan = plan_import([other], before, "mid", "out.csv")

    assert len(plan.added) == 1
    assert plan.added[0].id != name
    assert plan.absent == (name,) * many
