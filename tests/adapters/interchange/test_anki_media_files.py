"""Pictures and sounds of Anki packages, in the older form and the newer one."""

import json
from pathlib import Path
from zipfile import ZipFile

import genanki
import pytest

from cpsprep.adapters.interchange.anki_media import fetch_from_apkg
from cpsprep.adapters.interchange.incoming import take_in
from cpsprep.adapters.interchange.reading import Asked, read_incoming
from cpsprep.core.interchange.draft import HostileError
from cpsprep.core.interchange.media.pictures import media_of
from fakes_pictures import line_drawing

PICTURE = line_drawing(20, 10)
SOUND = b"ID3 a sigh"


def packed(path: Path, media: bytes, files: dict[str, bytes]) -> bytes:
    with ZipFile(path, "w") as made:
        for name, data in {"media": media, **files}.items():
            made.writestr(name, data)
    return path.read_bytes()


def entries(*names: str) -> bytes:
    """Anki's newer list: messages in a message, each with the name first and a size behind it."""
    told = b""
    for name in names:
        raw = name.encode()
        entry = b"\x0a" + _length(len(raw)) + raw + b"\x10\x05"
        told += b"\x0a" + _length(len(entry)) + entry
    return told


def _length(number: int) -> bytes:
    return bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80, number >> 7])


def test_a_deck_with_pictures_and_sounds(tmp_path: Path) -> None:
    (tmp_path / "my clock.png").write_bytes(PICTURE)
    (tmp_path / "sigh.mp3").write_bytes(SOUND)
    deck = genanki.Deck(1, "Words")
    for front, back in (
        ('What? <img src="my%20clock.png" alt="A clock.">', "Four."),
        ("[sound:sigh.mp3]", "A sigh."),
        ("What is it?", '<img src="my clock.png">'),
        ("Say it. [sound:gone.mp3]", "It."),
    ):
        deck.add_note(genanki.Note(genanki.BASIC_MODEL, [front, back]))
    files = [str(tmp_path / name) for name in ("my clock.png", "sigh.mp3")]
    genanki.Package(deck, media_files=files).write_to_file(path := tmp_path / "a.apkg")

    read = read_incoming(take_in(path), path, Asked())

    assert sorted(read.files.values()) == sorted([PICTURE, SOUND])
    assert [(one.stem, list(media_of(one).values()), one.lost) for one in read.found.drafts] == [
        ("What?", ["A clock."], ()),
        ("[sound]", ["not described yet"], ()),
        ("Say it.", [], ("a sound",)),
    ]
    assert [one.what for one in read.found.skipped] == ["picture alone"]


def test_the_newer_form_is_packed_twice(tmp_path: Path) -> None:
    import zstandard

    pack = zstandard.ZstdCompressor().compress
    long = "c" * 200 + ".png"
    data = packed(tmp_path / "a", pack(entries("a.png", long)), {"0": pack(PICTURE), "1": pack(SOUND)})

    fetch = fetch_from_apkg(data)

    assert (fetch("a.png"), fetch(long), fetch("b.png")) == (PICTURE, SOUND, None)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    import zstandard

    bomb = zstandard.ZstdCompressor().compress(bytes(100_000_000))

    assert (
        len(fetch_from_apkg(packed(tmp_path / "a", entries("a.png"), {"0": bomb}))("a.png") or b"")
        == 20_000_001
    )


@pytest.mark.parametrize("number", ["../../x", "collection.anki2", "9"])
def test_a_number_that_is_no_file_leads_nowhere(tmp_path: Path, number: str) -> None:
    data = packed(tmp_path / "a", json.dumps({number: "a.png"}).encode(), {"0": PICTURE})

    assert fetch_from_apkg(data)("a.png") is None


@pytest.mark.parametrize(
    "media",
    [b"", b"{", b'{"0": ', b"[1]", b"{}" * 3, b"\xff\xff", b"\x0a\xff", b"\x28\xb5\x2f\xfd broken", b"[" * 9],
)
def test_a_broken_list_leads_nowhere(tmp_path: Path, media: bytes) -> None:
    assert fetch_from_apkg(packed(tmp_path / "a", media, {"0": PICTURE}))("a.png") is None


def test_what_is_no_package_leads_nowhere() -> None:
    assert fetch_from_apkg(b"no archive")("a.png") is None


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    data = packed(tmp_path / "a", b'{"0": "a.png"}', {"0": b"\x28\xb5\x2f\xfd broken"})

    with pytest.raises(HostileError, match="damaged"):
        fetch_from_apkg(data)("a.png")
