"""Pictures that a file names and does not hold come from the folder `media` beside it, or are told."""

from pathlib import Path

import pytest

from cpsprep.adapters.interchange.named_files import with_named_files
from cpsprep.core.interchange.draft import Draft, Found, Spot
from cpsprep.core.interchange.media import pictures
from cpsprep.core.item import Kind
from fakes_pictures import line_drawing

PNG = line_drawing(20, 12)
JPEG = b"\xff\xd8\xff\xc0\0\x0b\x08\0\x14\0\x1e"


def naming(*names: str) -> Found:
    media = dict.fromkeys(names, "A clock.")
    return Found([Draft(Kind.BASIC, Spot("f", 3), "What?", back="x", more={"media": media})])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "clock.png").write_bytes(PNG)
    (tmp_path / "media" / "old.jpeg").write_bytes(JPEG)
    (tmp_path / "media" / "other.png").write_bytes(b"<svg/>")
    return tmp_path / "questions.json"


def test_those_beside_the_file_come_in_as_they_are(file: Path) -> None:
    found, files = with_named_files(naming("clock.png", "old.jpeg"), {}, file)

    assert dict(files) == {"clock.png": PNG, "old.jpeg": JPEG}
    assert not found.remarks


def test_what_the_file_holds_itself_is_not_looked_for(file: Path) -> None:
    found, files = with_named_files(naming("clock.png"), {"clock.png": b"held"}, file)

    assert (dict(files), found.remarks) == ({"clock.png": b"held"}, ())


def test_what_is_not_there_or_not_what_its_name_says_is_told_once(file: Path) -> None:
    found, files = with_named_files(naming("clock.png", "gone.png", "other.png"), {}, file)

    assert set(files) == {"clock.png"}
    (remark,) = found.remarks
    assert remark.where == Spot("f", 3)
    assert remark.said == (
        "not in a folder 'media' beside the file: gone.png, other.png; "
        "what the bank does not have yet goes into its own folder 'media'"
    )


def test_of_many_some_are_named(file: Path) -> None:
    (remark,) = with_named_files(naming(*(f"{number}.png" for number in range(9))), {}, file)[0].remarks

    assert "0.png, 1.png, 2.png and 6 more;" in remark.said


def test_pasted_text_has_nothing_beside_it() -> None:
    found, files = with_named_files(naming("clock.png"), {}, Path("-"))

    assert (len(found.remarks), dict(files)) == (1, {})


def test_a_link_out_of_the_folder_is_not_followed(file: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(PNG)
    try:
        (tmp_path / "media" / "link.png").symlink_to(tmp_path / "secret.png")
    except OSError:
        pytest.skip("links cannot be made here")

    assert dict(with_named_files(naming("link.png"), {}, file)[1]) == {}


def test_no_more_come_in_than_a_pack_holds(file: Path) -> None:
    held = {"big.png": bytes(pictures.MOST_BYTES)}

    assert dict(with_named_files(naming("big.png", "clock.png"), held, file)[1]) == held
