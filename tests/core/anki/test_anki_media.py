"""The pictures and sounds of an item as a field of its note."""

from cpsprep.core.anki.deck import lay_out
from cpsprep.core.anki.media import media_field, stored_name
from fakes_anki import BANK, bank, basic

DIGEST = "0123456789abcdef" * 4
STORED = {"clock.png": "cps-0123456789ab.png", "bell.mp3": "cps-ffffffffffff.mp3"}


def test_a_file_is_named_in_anki_by_its_bytes() -> None:
    assert stored_name("clock.png", DIGEST) == STORED["clock.png"]


def test_a_picture_comes_with_its_words() -> None:
    item = basic(media={"clock.png": 'A "big"\n<clock>'})

    alt = "A &quot;big&quot; &lt;clock&gt;"
    assert media_field(item, STORED) == f'<img src="cps-0123456789ab.png" alt="{alt}">'


def test_of_several_pictures_each_has_its_number() -> None:
    shown = media_field(
        basic(media={"clock.png": "A clock", "cat.png": "A cat"}), {**STORED, "cat.png": "c.png"}
    )

    assert shown == (
        '<img src="cps-0123456789ab.png" alt="A clock"><p>Picture 1</p>'
        '<img src="c.png" alt="A cat"><p>Picture 2</p>'
    )


def test_a_sound_stands_below_its_words() -> None:
    assert (
        media_field(basic(media={"bell.mp3": "A bell"}), STORED)
        == "<p>A bell</p>[sound:cps-ffffffffffff.mp3]"
    )


def test_a_file_that_is_missing_is_refused_with_item_and_place() -> None:
    (problem,) = lay_out([bank(basic(media={"cat.png": "A cat"}))], media={BANK: STORED}).problems

    assert (problem.code, problem.item) == ("missing-media", "ba-0001")
    assert "cat.png" in problem.message


def test_a_note_knows_its_files() -> None:
    layout = lay_out([bank(basic(media={"clock.png": "A clock"}), basic("ba-0002"))], media={BANK: STORED})

    assert [note.media for note in layout.notes] == [("cps-0123456789ab.png",), ()]
