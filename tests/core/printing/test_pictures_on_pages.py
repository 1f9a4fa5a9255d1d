"""Pictures on pages: shown with their words for who does not see them; of a sound the words alone."""

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Item
from cpsprep.core.printing.practice import practice_page
from cpsprep.core.printing.reading_page import reading_page
from cpsprep.core.printing.sheet import Sheet, asked
from fakes_anki import HEADER, single


def no_picture(header: BankHeader, name: str) -> str:
    return ""


def a_picture(header: BankHeader, name: str) -> str:
    return f"data:image/png;base64,{name}"


def sheet(item: Item) -> Sheet:
    return Sheet("Peer", asked([(item, HEADER)], ""), "", None)


def test_a_picture_has_words_and_a_sound_is_told_in_words() -> None:
    item = single(media={"map.png": "A <map>", "sigh.mp3": "A sigh"})
    page = reading_page(sheet(item), a_picture)

    assert '<img src="data:image/png;base64,map.png" alt="A &lt;map&gt;">' in page
    assert "Sound: A sigh" in page
    assert "Picture: A &lt;map&gt;" in reading_page(sheet(item), no_picture)


def test_several_pictures_are_numbered_where_they_are_shown() -> None:
    item = single(media={"map.png": "A map", "face.png": "A face"})
    page, practice = reading_page(sheet(item), a_picture), practice_page(sheet(item), a_picture)

    assert 'alt="A map"><br>Picture 1</p>' in page
    assert 'alt="A face"><br>Picture 2</p>' in page
    assert '["A face", "data:image/png;base64,face.png", "Picture 2"]' in practice
