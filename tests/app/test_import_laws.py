"""Laws of bringing in again: no key and no id ever goes to a question that is not theirs."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from cpsprep.app.import_bank import Plan, Standing, plan_import, with_keys
from cpsprep.core.interchange.again.matching import Known
from cpsprep.core.interchange.again.sameness import asked_by, asked_in, is_as_it_was
from cpsprep.core.interchange.again.wording import Change, change_of
from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.interchange.item_fields import Flat, fields_of, flat
from cpsprep.core.interchange.lms.choices import truth
from cpsprep.core.interchange.settling import keyed
from cpsprep.core.item import Kind

STEMS = [
    *(f"What does the letter {sign} in OARS stand for" for sign in "OARS"),
    "Which is a sign of trust in a talk",
    "Which is not a sign of trust in a talk",
    "Which is the sign of trust in a talk",
    "Which mark of trust is there in a talk",
    "Which?",
]
TEXTS = ["Open questions", "Affirmations", "Reflections", "Summaries", "Summary"]
names = st.sampled_from(["", "", "Q1", "Q2", "Trust", "m-aaaaa", "q-1"])


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    stem, name, where = draw(st.sampled_from(STEMS)), draw(names), Spot("f", 1)
    match draw(st.sampled_from(["choice", "choice", "several", "statement", "card"])):
        case "statement":
            return Draft(
                Kind.TRUEFALSE, where, stem, truth(draw(st.sampled_from([True, False, None]))), name=name
            )
        case "card":
            return Draft(Kind.BASIC, where, stem, back=draw(st.sampled_from(TEXTS)), name=name)
        case sort:
            texts = draw(st.lists(st.sampled_from(TEXTS), min_size=2, max_size=4, unique=True))
            right = draw(st.sets(st.sampled_from(texts), max_size=1 if sort == "choice" else 3))
            options = tuple(Option(text, text in right) for text in texts)
            return Draft(Kind.SINGLE if sort == "choice" else Kind.MULTIPLE, where, stem, options, name=name)


files = st.lists(drafts(), min_size=1, max_size=5)


def deck_of(plan: Plan, before: Standing) -> Standing:
    """What the deck is after a plan."""
    here = dict(before.here)
    was = dict(before.was)
    for new in plan.added:
        here[new.id] = flat(fields_of(new.draft, new.id))
        was[new.id] = Known(new.id, new.draft.name, here[new.id], "a.csv")
    for one in plan.updates:
        name = one.named.id
        after = {**here[name], **one.merged.changes}
        here[name] = {path: text for path, text in after.items() if text}
        was[name] = Known(name, one.named.draft.name, one.merged.was, "a.csv")
    return Standing(here, was, before.taken | here.keys())


def first(file: Sequence[Draft]) -> Standing:
    nothing = Standing({}, {}, frozenset())
    return deck_of(plan_import(file, nothing, "m", "a.csv"), nothing)


def key(fields: Flat) -> list[str]:
    return sorted(text for text, right in asked_in(fields).options if right)


def gives(draft: Draft, fields: Flat) -> bool:
    """Whether this draft says of this question what is right."""
    now = asked_by(draft)
    right = sorted(text for text, is_right in now.options if is_right)
    return draft.has_key and is_as_it_was(now, asked_in(fields)) and right == key(fields)


@settings(max_examples=400)
@given(files, files, st.booleans(), st.sets(st.integers(0, 4)))
def test_a_question_of_the_deck_is_as_it_was_or_as_the_file_gives_it(
    old: list[Draft], new: list[Draft], theirs: bool, agreed: set[int]
) -> None:
    before = first(old)
    after = deck_of(plan_import(new, before, "m", "a.csv", theirs=theirs, agreed=agreed), before)

    for name, fields in after.here.items():
        is_untouched = name in before.here and (
            is_as_it_was(asked_in(fields), asked_in(before.here[name]))
            and key(fields) == key(before.here[name])
        )
        assert is_untouched or any(gives(draft, fields) for draft in new), name


@settings(max_examples=400)
@given(files, files)
def test_no_id_goes_to_a_question_with_another_telling_word(old: list[Draft], new: list[Draft]) -> None:
    before = first(old)
    after = deck_of(plan_import(new, before, "m", "a.csv"), before)

    for name, fields in before.here.items():
        was, now = asked_in(fields), asked_in(after.here[name])
        assert change_of(was.stem, now.stem) is not Change.TELLING


@given(files)
def test_the_same_file_again_changes_nothing(file: list[Draft]) -> None:
    before = first(file)
    again = plan_import(file, before, "m", "a.csv")

    assert (again.added, again.changed, again.in_conflict, again.doubts, again.absent) == ((), (), (), (), ())


@given(files, files, st.integers(0, 1))
def test_a_key_that_somebody_typed_is_that_of_the_text_of_the_file(
    old: list[Draft], new: list[Draft], place: int
) -> None:
    before = first(old)
    plan = plan_import(new, before, "m", "a.csv")
    got = [one._replace(draft=keyed(one.draft, (place,))) for one in plan.needing]
    whole = with_keys(plan, got, before)
    after = deck_of(whole, before)

    assert whole.needing == ()
    assert {one.id for one in plan.needing} <= after.here.keys()
    for one in got:
        fields = after.here[one.id]
        assert fields == before.here.get(one.id) or gives(one.draft, fields)


@st.composite
def edits(draw: st.DrawFn) -> tuple[int, str, int]:
    """Which question of the deck its author changes, what of it, and to which."""
    return (
        draw(st.integers(0, 4)),
        draw(st.sampled_from(["answer", "options", "stem"])),
        draw(st.integers(0, 3)),
    )


def edited(deck: Standing, edit: tuple[int, str, int]) -> Standing:
    """The deck after its author moved the key, swapped two options, or wrote another stem."""
    place, what, number = edit
    names = list(deck.here)
    if place >= len(names):
        return deck
    fields = dict(deck.here[names[place]])
    letters = [path[1] for path in fields if path[0] == "options"]
    match what:
        case "answer" if letters and isinstance(fields["answer",], str):
            fields["answer",] = letters[number % len(letters)]
        case "options" if letters:
            other = letters[number % len(letters)]
            fields["options", "a"], fields["options", other] = (
                fields["options", other],
                fields["options", "a"],
            )
        case "stem" if ("stem",) in fields:
            fields["stem",] = STEMS[number]
        case _:
            pass
    return Standing({**deck.here, names[place]: fields}, deck.was, deck.taken)


@settings(max_examples=400)
@given(files, files, edits(), st.booleans(), st.sets(st.integers(0, 4)))
def test_what_its_author_changed_never_makes_a_key_that_nobody_gave(
    old: list[Draft], new: list[Draft], edit: tuple[int, str, int], theirs: bool, agreed: set[int]
) -> None:
    before = edited(first(old), edit)
    after = deck_of(plan_import(new, before, "m", "a.csv", theirs=theirs, agreed=agreed), before)

    for name, fields in after.here.items():
        was = before.here.get(name)
        keeps = was is not None and set(key(fields)) == set(key(was))
        assert keeps or any(
            set(key(fields)) == {text for text, right in asked_by(one).options if right} for one in new
        )
