"""The lines of an export: what is written comes back, and what does not fit is refused by line."""

import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.adapters.log.jsonl import Header, Line, Shown, read_lines, write_lines
from cpsprep.app.errors import UnreadableError
from cpsprep.core.events import Event
from cpsprep.core.item import Version
from fakes_log import answer, event, fact, logs


def lines_of(events: list[Event], versions: list[Shown] | None = None) -> list[bytes]:
    counts = Header(len(events), len(versions or []))
    return [line.encode() for line in write_lines(versions or [], events, counts)]


def read(lines: list[bytes]) -> list[Line]:
    return [line for _, line in read_lines(lines, "answers.jsonl")]


def shown(text: str) -> Shown:
    return Shown(Version(sha256(text.encode()).hexdigest()), text)


@given(logs(), st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=3))
def test_what_is_written_comes_back(events: list[Event], texts: list[str]) -> None:
    versions = [shown(text) for text in texts]
    assert read(lines_of(events, versions)) == [Header(len(events), len(versions)), *versions, *events]


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**70), 2**70)
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_any_payload_comes_back(value: Any) -> None:  # noqa: ANN401
    made = event(fact("a", "not-invented-yet", payload={"later": value}))
    assert read(lines_of([made]))[1:] == [made]


def test_every_line_is_ascii_and_ends_with_a_line_feed() -> None:
    lines = lines_of([event(answer("a", payload={"note": "na\u00efve\r\n\u2028"}))])
    assert all(line.isascii() and line.count(b"\n") == 1 and line.endswith(b"\n") for line in lines)


def test_windows_line_ends_blank_lines_and_a_bom_do_no_harm() -> None:
    made = event(answer("a"))
    lines = [b"\xef\xbb\xbf" + lines_of([made])[0], b"\r\n", lines_of([made])[1].replace(b"\n", b"\r\n")]
    assert read(lines)[1:] == [made]


GOOD = json.loads(lines_of([event(answer("a"))])[1])
HEADER = b'{"schema": "cpsprep.log/1"}'


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": None}, "an event needs id"),
        ({"id": ""}, "an event needs id"),
        ({"type": 7}, "an event needs type"),
        ({"session": None}, "an event needs session"),
        ({"device": "\ud800"}, "an event needs device"),
        ({"seq": "1"}, "an event needs seq"),
        ({"seq": True}, "an event needs seq"),
        ({"at_ms": 2**63}, "an event needs at_ms"),
        ({"study_day": 3_000_000}, "an event needs study_day"),
        ({"bank": 1}, "bank has to be a text"),
        ({"grade": 6}, "grade has to be"),
        ({"grade": 4.0}, "grade has to be"),
        ({"correct": 1}, "correct has to be"),
        ({"payload": []}, "payload has to be"),
        ({"ease": 250}, "an event has no field 'ease'"),
    ],
    ids=str,
)
def test_an_event_that_does_not_fit_is_refused(change: dict[str, Any], said: str) -> None:
    line = json.dumps(GOOD | change).encode()
    with pytest.raises(UnreadableError, match=f"answers.jsonl:2: {said}") as told:
        read([HEADER, line])
    assert "nothing was merged" in told.value.hint


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "is empty"),
        ([b"\n"], "is empty"),
        ([b"dear diary"], ":1: this is not JSON"),
        ([b"[]"], ":1: this is not a JSON object"),
        ([b"\xff{}"], ":1: this is not UTF-8"),
        ([b"[" * 200_000], ":1: this is nested too deeply"),
        ([b"{}"], ":1: this is no export of a log"),
        ([b'{"schema": "cpsprep.log/2"}'], ":1: this was written by a newer cpsprep"),
        ([b'{"schema": "cpsprep.log/1", "events": "many"}'], ":1: events and versions have to be"),
        ([HEADER, b'{"id": NaN}'], ":2: NaN is not a number"),
        ([HEADER, b'{"hash": 1, "canonical": "x"}'], ":2: a version needs"),
        ([HEADER, b'{"hash": "00", "canonical": "x"}'], ":2: version 00 was changed"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_file_that_is_no_export_is_refused(lines: list[bytes], said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read(lines)


@pytest.mark.parametrize("kept", [1, 2, 3])
def test_a_file_that_was_cut_short_is_refused(kept: int) -> None:
    whole = lines_of([event(answer("a")), event(answer("b"))], [shown("{}")])
    with pytest.raises(UnreadableError, match="it was cut short"):
        read(whole[:kept])


def test_two_exports_in_one_file_are_refused() -> None:
    one = lines_of([event(answer("a"))], [])
    with pytest.raises(UnreadableError, match="it is more than one export"):
        read([*one, *lines_of([event(answer("b"))], [])[1:]])


def test_a_header_may_leave_the_counts_out() -> None:
    made = event(answer("a"))
    assert read([HEADER, lines_of([made])[1]])[1:] == [made]


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(fact("a", "seen"), bank=None, card=None)
    assert set(json.loads(lines_of([event(bare)])[1])) == {
        "id", "seq", "device", "session", "at_ms", "offset_min", "study_day", "type", "source", "payload",
    }  # fmt: skip
