"""Every format has a writer, and each says how many questions it wrote."""

from dataclasses import replace
from pathlib import Path

import pytest

from cpsprep.core.export.formats import WRITERS
from cpsprep.core.export.names import Format
from cpsprep.core.export.parts import Part
from fakes_anki import HEADER, single


@pytest.mark.parametrize("name", list(Format))
def test_every_format_writes_a_question(name: Format) -> None:
    done = WRITERS[name].write([single()], HEADER)

    assert done.written == 1
    assert "Which is BEST?" in done.text


@pytest.mark.parametrize("name", list(Format))
def test_the_page_for_authors_says_what_every_format_holds(name: Format) -> None:
    page = Path(__file__).parents[3].joinpath("docs", "authoring.md").read_text("utf-8")

    assert f"\n| `{name}` | " in page


@pytest.mark.parametrize("name", list(Format))
def test_a_format_that_names_pictures_loses_nothing_but_their_files(name: Format) -> None:
    done = WRITERS[name].write([replace(single(), media={"clock.png": "A clock"})], HEADER)
    moved = {part for part, _ in (*done.lost, *done.joined)}

    assert WRITERS[name].names_media == ("clock.png" in done.text and Part.MEDIA not in moved)
