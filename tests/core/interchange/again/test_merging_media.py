"""Pictures of a question that comes again: what is said of them here stays with them."""

import pytest

from cpsprep.core.interchange.again.merging import Merged, merged
from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.interchange.item_fields import fields_of, flat
from cpsprep.core.item import Kind

NONE = "not described yet"


def asked(**media: str) -> Draft:
    options = (Option("x", right=True), Option("y"))
    named = {f"{name}.png": words for name, words in media.items()}
    return Draft(Kind.SINGLE, Spot("f", 1), "Who?", options, more={"media": named})


def again(before: Draft, here: Draft | None, now: Draft, *, theirs: bool = False) -> Merged:
    """What becomes of a question of the deck (`here`) that was one thing and is another in its file now."""
    was = flat(fields_of(before, "q"))
    return merged(now, "q", was if here is None else flat(fields_of(here, "q")), was, theirs=theirs)


def media(done: Merged) -> dict[str, str]:
    assert done.conflicts == ()
    return {path[1].removesuffix(".png"): str(words) for path, words in done.changes.items()}


@pytest.mark.parametrize(
    ("before", "here", "now", "changes"),
    [
        (asked(a=NONE), None, asked(a=NONE), {}),
        (asked(a=NONE), asked(a="A clock"), asked(a=NONE), {}),
        (asked(a="A clock"), None, asked(a=NONE), {}),
        (asked(a=NONE), None, asked(a="A clock"), {"a": "A clock"}),
        (asked(a=NONE), None, asked(b=NONE), {"a": "", "b": NONE}),
        (asked(a=NONE), asked(a="A clock"), asked(b=NONE), {"a": "", "b": "A clock"}),
        (asked(a="A clock"), asked(a="A face"), asked(b="A hand"), {"a": "", "b": "A hand"}),
        (asked(a="A clock"), asked(), asked(b="A clock"), {}),
        (asked(a="A clock"), asked(), asked(a="A clock"), {}),
        (asked(a=NONE), asked(a="A clock"), asked(), {"a": ""}),
        (asked(), None, asked(a=NONE), {"a": NONE}),
        (asked(a="A", b="B"), asked(a="A!", b="B"), asked(b="B"), {"a": ""}),
        (asked(a="A", b=NONE), asked(a="A", b="B!"), asked(a="A", c=NONE), {"b": "", "c": "B!"}),
    ],
)
def test_pictures_follow_their_file_and_words_stay(
    before: Draft, here: Draft | None, now: Draft, changes: dict[str, str]
) -> None:
    done = again(before, here, now)

    assert media(done) == changes
    after = {**flat(fields_of(here or before, "q")), **done.changes}
    assert merged(now, "q", {path: one for path, one in after.items() if one}, done.was).changes == {}


def test_words_that_both_sides_changed_are_told() -> None:
    done = again(asked(a="A"), asked(a="B"), asked(a="C"))

    assert [(one.path, one.here, one.there) for one in done.conflicts] == [(("media", "a.png"), "B", "C")]
    assert media(again(asked(a="A"), asked(a="B"), asked(a="C"), theirs=True)) == {"a": "C"}


def test_where_nobody_knows_what_was_only_what_is_missing_comes() -> None:
    here = flat(fields_of(asked(a="A clock"), "q"))

    assert media(merged(asked(a=NONE, b="B"), "q", here, None)) == {"b": "B"}
