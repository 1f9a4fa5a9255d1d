"""A picture or sound that an item names has to be there, in the folder of its bank."""

from pathlib import Path

from cpsprep.core.lint.rules import missing_media
from fakes_lint import linted

DECK = """\
deck: first
title: First
domain: listening
items:
  - {id: ex-0001, kind: basic, front: What is it?, back: Four., media: {clock.png: A clock, bell.mp3: A bell}}
"""


def test_only_what_is_missing_is_found(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "clock.png").write_bytes(b"a picture")

    (problem,) = linted(tmp_path, DECK, [missing_media.RULE])

    assert "bell.mp3" in problem.message
