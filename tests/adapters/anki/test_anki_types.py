"""Note types of Anki: what is frozen stays, and no front gives the key away."""

from pathlib import Path

import pytest

from cpsprep.adapters.anki.types import looks, schema
from cpsprep.core.anki.note import FIELDS, NoteType

GOLDEN = Path(__file__).parent / "golden" / "anki_types.json"
EVERY = list(NoteType)


def test_what_is_frozen_has_not_changed() -> None:
    """Never renew this file after a release: learners' notes would stay behind in an old note type."""
    assert schema() == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("name", EVERY)
def test_no_front_shows_the_key_or_the_rationales(name: NoteType) -> None:
    front = looks()[name].front
    assert not [
        field
        for field in ("Key", "Rationales", "Back", "Explanation", "Kind}}</")
        if f"{{{{{field}}}}}" in front
    ]


@pytest.mark.parametrize("name", EVERY)
def test_every_back_says_the_answer_in_words_and_repeats_no_front(name: NoteType) -> None:
    back = looks()[name].back
    assert "Answer:" in back
    assert "FrontSide" not in back


@pytest.mark.parametrize("name", EVERY)
def test_a_page_is_small_and_needs_no_network(name: NoteType) -> None:
    look = looks()[name]
    for side in (look.front, look.back):
        page = look.css + side
        assert len(page.encode()) < 5_000
        assert not [word for word in ("http", "//", "@import", "url(", "src=", "fetch") if word in page]


@pytest.mark.parametrize("name", EVERY)
def test_scripts_turn_no_card_and_press_no_grade(name: NoteType) -> None:
    look = looks()[name]
    reach = ("pycmd", "AnkiDroid", "globalThis", "window", "localStorage", "eval", "innerHTML")
    assert not [word for word in reach if word in look.front + look.back]


@pytest.mark.parametrize("name", EVERY)
def test_the_last_braces_of_a_template_are_those_of_fields(name: NoteType) -> None:
    """Anki would read `{{` or `}}` of a script as a field."""
    look = looks()[name]
    for side in (look.front, look.back):
        assert "{{" not in side.partition("<script>")[2]
        assert "}}" not in side.partition("<script>")[2]
        assert "{{" not in look.css
        assert "}}" not in look.css


@pytest.mark.parametrize("name", EVERY)
def test_no_text_is_read_as_mathematics(name: NoteType) -> None:
    look = looks()[name]
    for side in (look.front, look.back):
        assert "mathjax_ignore tex2jax_ignore" in side


@pytest.mark.parametrize("name", EVERY)
def test_templates_ask_for_known_fields_only(name: NoteType) -> None:
    look = looks()[name]
    asked = {
        part.split("}}")[0].lstrip("#/^").split(":")[-1] for part in (look.front + look.back).split("{{")[1:]
    }
    assert asked <= set(FIELDS[name])


def test_night_mode_has_both_names() -> None:
    css = looks()[NoteType.CHOICE].css
    assert ".nightMode" in css
    assert ".night_mode" in css


def test_a_look_has_a_hash_of_its_own() -> None:
    assert len({look.hash for look in looks().values()}) == len(EVERY)
