"""Pictures and sounds in the real Anki (acceptance T12)."""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cpsprep.adapters.anki.package import AnkiPackager
from cpsprep.adapters.bank.media import MediaFolders, media_names
from cpsprep.core.bank import Bank
from fakes_anki import HEADER, Press, bank, basic, single
from fakes_anki_user import AnkiUser

DOT = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
OTHER = DOT + b"!"


@pytest.fixture
def user(tmp_path: Path) -> Iterator[AnkiUser]:
    with AnkiUser(tmp_path) as found:
        yield found


@pytest.fixture
def mine(tmp_path: Path) -> Bank:
    folder = tmp_path / "bank"
    (folder / "media").mkdir(parents=True)
    (folder / "media" / "dot.png").write_bytes(DOT)
    (folder / "media" / "bell.mp3").write_bytes(b"ding")
    (folder / "media" / "unused.png").write_bytes(b"no item shows it")
    items = (single(media={"dot.png": "A dot."}), basic(media={"dot.png": "A dot.", "bell.mp3": "A bell."}))
    return bank(*items, header=replace(HEADER, folder=str(folder)))


def export(press: Press, bank_: Bank) -> bytes:
    media = MediaFolders()
    press.packager = AnkiPackager(media=media)
    return press.export(bank_, media=media)


def shown(user: AnkiUser) -> set[str]:
    """The names of files on both sides of all cards."""
    names: set[str] = set()
    for note in map(user.col.get_note, user.col.find_notes("")):
        for card in note.cards():
            for side in (card.question(), card.answer()):
                names.update(user.col.media.files_in_str(note.mid, side))
            names.update(getattr(tag, "filename", "") for tag in card.question_av_tags())
    return names


def test_anki_keeps_each_file_once_and_misses_none(user: AnkiUser, mine: Bank) -> None:
    user.imports(export(Press(None), mine))

    check = user.col.media.check()
    assert (list(check.missing), list(check.unused)) == ([], [])
    assert len(list(Path(user.col.media.dir()).iterdir())) == 2


def test_both_sides_show_them(user: AnkiUser, mine: Bank) -> None:
    user.imports(export(Press(None), mine))

    assert {name.rpartition(".")[2] for name in shown(user)} == {"png", "mp3"}
    assert all((Path(user.col.media.dir()) / name).is_file() for name in shown(user))


def test_changed_bytes_come_under_a_new_name_and_are_shown(user: AnkiUser, mine: Bank) -> None:
    press = Press(None)
    user.imports(export(press, mine))
    before = shown(user)
    (Path(mine.header.folder) / "media" / "dot.png").write_bytes(OTHER)

    updated = user.imports(export(press, mine)).updated

    assert updated == 2
    (new,) = shown(user) - before
    assert (Path(user.col.media.dir()) / new).read_bytes() == OTHER


def test_the_same_files_give_the_same_package(mine: Bank) -> None:
    assert export(Press(None), mine) == export(Press(None), mine)


def test_a_link_out_of_the_folder_and_a_stray_file_are_not_there(mine: Bank, tmp_path: Path) -> None:
    media = Path(mine.header.folder) / "media"
    (media / "notes.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "secret.png").write_bytes(DOT)
    try:
        (media / "link.png").symlink_to(tmp_path / "secret.png")
    except OSError:
        pytest.skip("links need a right of their own here")

    assert media_names(Path(mine.header.folder)) == {"dot.png", "bell.mp3", "unused.png"}
