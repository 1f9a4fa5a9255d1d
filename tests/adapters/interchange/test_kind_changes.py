"""A question that comes again as another kind: valid, whole, and nothing of its author's is lost unsaid."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpsprep.adapters.bank.deck_file import parsed, read_deck_file
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.adapters.interchange.deck_update import changed_deck, questions_here
from cpsprep.app.import_bank import Named, Update
from cpsprep.core.interchange.again.merging import Merged, merged
from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.interchange.item_fields import Flat, fields_of, flat
from cpsprep.core.interchange.lms.choices import truth
from cpsprep.core.item import Kind
from cpsprep.core.writing.deck_text import deck_text
from cpsprep.core.writing.new_bank import new_bank

HERE = Spot("f", 1)
BANK = new_bank("T", "3f0c2a52-6f9e-4a55-9a3f-5f1d4c1b7e10")["bank.yaml"]


def draft(kind: Kind, *, options: int = 3, whys: bool = True, more: bool = True) -> Draft:
    why = "So it is." if whys else ""
    kept: dict[str, object] = {"level": "recall"} if more else {}
    explanation = "Because." if more else ""
    match kind:
        case Kind.BASIC:
            return Draft(kind, HERE, "What is it?", back="It is\n\nthis.", explanation=explanation, more=kept)
        case Kind.CLOZE:
            return Draft(kind, HERE, "It is {{c1::so}}.", explanation=explanation, more=kept)
        case Kind.TRUEFALSE:
            return Draft(kind, HERE, "It is so.", truth(True, (why, "")), explanation=explanation, more=kept)
        case _:
            right = 1 if kind is Kind.SINGLE else 2
            made = tuple(Option(f"Option {at}", at < right, why) for at in range(options))
            return Draft(kind, HERE, "Which is it?", made, explanation=explanation, more=kept)


def as_blocks(fields: dict[str, object]) -> str:
    return deck_text("deck-1", "D", "", [fields, {"id": "d-2", "kind": "basic", "front": "x", "back": "y"}])


def as_braces(fields: dict[str, object]) -> str:
    """The maps of a question in braces, and another question in them altogether."""
    lines = [f"id: {fields['id']}"]
    for name, value in fields.items():
        if isinstance(value, dict) and value:
            lines.append(f"{name}: {{{', '.join(f'{key}: {one}' for key, one in value.items())}}}")
        elif isinstance(value, list) and value:
            lines.append(f"{name}: [{', '.join(map(str, value))}]")
        elif isinstance(value, bool):
            lines.append(f"{name}: {str(value).lower()}   # a comment")
        elif name != "id" and value:
            lines.append(f"{name}: {str(value)!r}".replace("\\n\\n", " "))
    inner = "\n    ".join(line.replace("'", '"') for line in lines)
    return f"items:\n  - {inner}\n  - {{id: d-2, kind: basic, front: x, back: y}}\n"


def bank_with(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bank.yaml").write_text(BANK, "utf-8")
    (folder / "d.yaml").write_text(text, "utf-8")
    assert read_bank(folder).problems == ()
    return folder / "d.yaml"


def again(deck: Path, now: Draft, was: Flat | None = None, *, theirs: bool = False) -> tuple[Merged, Flat]:
    """Bring the question in again; what the file and the deck then say of it."""
    here = questions_here(read_deck_file(deck))["d-1"]
    made = merged(now, "d-1", here, here if was is None else was, theirs=theirs)
    data, refused = changed_deck(deck, [], [Update(Named("d-1", now), made)] if made.changes else [])
    assert refused == []
    deck.write_bytes(data)
    assert read_bank(deck.parent).problems == ()
    found = questions_here(parsed(deck, data))
    assert found["d-2"][("front",)] == "x"
    return made, found["d-1"]


@pytest.mark.parametrize("layout", [as_blocks, as_braces])
@pytest.mark.parametrize(("before", "now"), list(product(Kind, repeat=2)))
def test_every_kind_becomes_every_other(
    tmp_path: Path, before: Kind, now: Kind, layout: Callable[[dict[str, object]], str]
) -> None:
    deck = bank_with(tmp_path, layout(fields_of(draft(before), "d-1")))

    _, after = again(deck, draft(now))

    assert after == flat(fields_of(draft(now), "d-1"))


SHAPES = st.tuples(st.sampled_from(Kind), st.integers(3, 8), st.booleans(), st.booleans())


@given(st.lists(SHAPES, min_size=2, max_size=4), st.sampled_from([as_blocks, as_braces]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_changes_one_after_the_other_come_to_the_last(
    tmp_path: Path,
    shapes: list[tuple[Kind, int, bool, bool]],
    layout: Callable[[dict[str, object]], str],
) -> None:
    first, *others = [
        draft(kind, options=options, whys=whys, more=more) for kind, options, whys, more in shapes
    ]
    deck = bank_with(tmp_path, layout(fields_of(first, "d-1")))

    for one in others:
        _, after = again(deck, one)

        assert {path[0] for path in after} == {path[0] for path in flat(fields_of(one, "d-1"))}
        assert after[("kind",)] == one.kind.value


@pytest.mark.parametrize("now", [Kind.BASIC, Kind.CLOZE, Kind.TRUEFALSE])
def test_what_its_author_added_and_the_new_kind_cannot_hold_keeps_the_old_one(
    tmp_path: Path, now: Kind
) -> None:
    was = flat(fields_of(draft(Kind.SINGLE), "d-1"))
    fields = {**fields_of(draft(Kind.SINGLE), "d-1"), "why": {"a": "Mine."}, "shuffle": False}
    deck = bank_with(tmp_path, as_blocks(fields))
    before = deck.read_bytes()

    made, _ = again(deck, draft(now), was)

    assert deck.read_bytes() == before
    assert any(one.path == ("why", "a") and one.here == "Mine." for one in made.conflicts)
    assert made.was[("kind",)] == "single"

    _, after = again(deck, draft(now), was, theirs=True)
    assert after[("kind",)] == now.value


def test_a_reason_for_an_option_that_went_is_told(tmp_path: Path) -> None:
    plain = draft(Kind.SINGLE, whys=False)
    was = flat(fields_of(plain, "d-1"))
    deck = bank_with(tmp_path, as_blocks({**fields_of(plain, "d-1"), "why": {"c": "Mine."}}))

    made, after = again(deck, draft(Kind.SINGLE, options=2, whys=False), was)

    assert after[("options", "c")] == "Option 2"
    assert [one.path for one in made.conflicts] == [("why", "c"), ("options", "c")]


def test_one_that_cannot_be_changed_stays_whole_and_the_others_change(tmp_path: Path) -> None:
    single = draft(Kind.SINGLE, whys=False)
    text = as_blocks(fields_of(single, "d-1")).replace("answer: a", "answer:\n      # look\n      - a")
    deck = bank_with(tmp_path, text)
    here = questions_here(read_deck_file(deck))
    multiple = draft(Kind.MULTIPLE)
    card = Draft(Kind.BASIC, HERE, "new", back="y")
    updates = [
        Update(Named("d-1", multiple), merged(multiple, "d-1", here["d-1"], here["d-1"])),
        Update(Named("d-2", card), merged(card, "d-2", here["d-2"], here["d-2"])),
    ]

    data, refused = changed_deck(deck, [], updates)

    assert refused == ["d-1: 'answer' is a list with comments in it"]
    after = questions_here(parsed(deck, data))
    assert (after["d-1"], after["d-2"][("front",)]) == (here["d-1"], "new")
