"""What a pack says of itself, and what is no such thing."""

import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.packs.manifest import (
    Manifest,
    NewerPackError,
    NotAManifestError,
    dump,
    manifest_of,
    parse,
)
from fakes_anki import HEADER

FILES = {"bank.yaml": b"one", "facts/a.yaml": b"two"}
MADE = manifest_of(HEADER, 3, FILES, "0.1.0")
FIELDS = json.loads(dump(MADE))


def test_what_is_written_is_read() -> None:
    assert parse(dump(MADE)) == MADE


@given(st.text(max_size=40), st.text(max_size=20))
def test_any_title_and_version_come_back_as_one_line_that_a_terminal_shows(title: str, version: str) -> None:
    made = manifest_of(replace(HEADER, title=title, version=version), 3, FILES, "0.1.0")

    assert parse(dump(made)) == made
    assert made.title.isprintable()


def test_the_same_files_have_the_same_digest_in_any_order() -> None:
    assert manifest_of(HEADER, 3, dict(reversed(FILES.items())), "0.2.0").digest == MADE.digest


def test_other_files_have_another() -> None:
    assert manifest_of(HEADER, 3, {**FILES, "bank.yaml": b"x"}, "0.1.0").digest != MADE.digest


@pytest.mark.parametrize(
    "change",
    [
        {"bank": "x"},
        {"bank": 5},
        {"title": None},
        {"title": "\x1b[2J"},
        {"title": "x" * 3000},
        {"version": 1},
        {"questions": -1},
        {"questions": True},
        {"files": None},
        {"files": {}},
        {"files": {"facts/a.yaml": "0" * 64}},
        {"files": {"bank.yaml": "0"}},
        {"files": {"bank.yaml": 0}},
        {"files": {"bank.yaml": "0" * 64, "../x.yaml": "0" * 64}},
        {"schema": "cpsprep.log/1"},
        {"schema": ["cpsprep.pack/1"]},
    ],
)
def test_nonsense_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(NotAManifestError):
        parse(json.dumps(FIELDS | change).encode())


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b"[" * 100_000, b"nonsense"])
def test_what_is_no_object_is_refused(data: bytes) -> None:
    with pytest.raises(NotAManifestError):
        parse(data)


def test_a_later_form_is_told_apart() -> None:
    with pytest.raises(NewerPackError):
        parse(json.dumps(FIELDS | {"schema": "cpsprep.pack/2"}).encode())


@given(
    st.binary(max_size=60)
    | st.dictionaries(st.text(), st.text()).map(lambda found: json.dumps(found).encode())
)
def test_no_bytes_break_it(data: bytes) -> None:
    with suppress(NotAManifestError):
        assert isinstance(parse(data), Manifest)
