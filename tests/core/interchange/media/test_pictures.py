"""Which pictures come in with their questions, under which names, and what texts say in their place."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from cpsprep.core.interchange.draft import Draft, Found, HostileError, Option, Remark, Skipped, Spot
from cpsprep.core.interchange.listed.plain import read_plain
from cpsprep.core.interchange.media import pictures
from cpsprep.core.interchange.media.marks import mark
from cpsprep.core.interchange.media.pictures import media_of, with_pictures
from cpsprep.core.interchange.needs_key import needs_key_text
from cpsprep.core.item import Kind
from cpsprep.core.media import is_name
from fakes_import import lines
from fakes_pictures import line_drawing

SPOT = Spot("f", 1)
A, B = line_drawing(20, 12), line_drawing(12, 20)
GIF = b"GIF89a\x14\0\x0c\0"
FILES = {"a": A, "same": A, "b": B, "s": b"ID3 sound", "svg": b"<svg/>", "empty": b""}


def fetch(source: str) -> bytes | None:
    if source == "bomb":
        raise HostileError("it is damaged")
    return FILES.get(source)


def draft(stem: str, *options: str, back: str = "", explanation: str = "") -> Draft:
    kind = Kind.BASIC if back else Kind.SINGLE
    made = tuple(Option(text, right=not place) for place, text in enumerate(options))
    return Draft(kind, SPOT, stem, made, back=back, explanation=explanation)


def placed(*drafts: Draft) -> tuple[Found, Mapping[str, bytes]]:
    return with_pictures(Found(drafts), fetch)


def told(*drafts: Draft) -> list[str]:
    return lines(placed(*drafts)[0])


def test_a_picture_of_the_question_is_its_media_and_leaves_the_text() -> None:
    found, files = placed(draft(f"What is it?\n\n{mark('a', 'A clock.')}", "x", "y"))

    (name,) = files
    assert re.fullmatch(r"picture-[0-9a-f]{12}\.png", name)
    assert is_name(name)
    assert media_of(found.drafts[0]) == {name: "A clock."}
    assert lines(found) == ["single: What is it? | *x | y"]


def test_the_same_bytes_are_one_file_whatever_they_are_called() -> None:
    found, files = placed(draft(mark("a", "") + "One?", "x"), draft(mark("same", "A clock.") + "Two?", "x"))

    assert len(files) == 1
    assert [set(media_of(one).values()) for one in found.drafts] == [{"A clock."}, {"A clock."}]


def test_without_words_it_says_so() -> None:
    found, _ = placed(draft(mark("a", "image1.png") + "One?", "x"))

    assert list(media_of(found.drafts[0]).values()) == ["not described yet"]


def test_options_name_their_pictures_by_number_and_a_lone_one_without() -> None:
    both = draft(f"Which? {mark('a', '')}", f"This {mark('a', '')}", mark("b", ""))

    assert told(both, draft("Which?", mark("a", ""), mark("s", "", is_sound=True))) == [
        "single: Which? | *This [picture 1] | [picture 2]",
        "single: Which? | *[picture] | [sound]",
    ]


def test_in_the_middle_of_a_line_it_is_named() -> None:
    assert told(draft(f"Read {mark('a', '')} first.", "x")) == ["single: Read [picture] first. | *x"]


def test_a_question_that_is_a_picture_alone_names_it() -> None:
    assert told(draft(mark("a", ""), back="four")) == ["basic: [picture] = four"]


def test_what_gives_the_answer_away_stays_out_and_is_told() -> None:
    why = "of the answer (what a bank shows is there before the answer, so it would give it away)"
    one = draft("When?", back=f"Four. {mark('a', 'the hand')}", explanation=mark("gone", "x"))

    found, files = placed(one)

    assert files == {}
    assert lines(found) == [
        f"basic: When? = Four. [picture: the hand] | -- [picture: x] | !! a picture {why} | !! a picture"
    ]


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("nowhere", "a picture"),
        ("empty", "a picture"),
        ("svg", "a picture (it is SVG, which may hold a program; save it as PNG)"),
        ("bomb", "a picture (it is damaged)"),
    ],
)
def test_what_cannot_be_shown_leaves_its_words(source: str, why: str) -> None:
    assert told(draft(f"What? {mark(source, 'A clock')}", "x")) == [
        f"single: What? [picture: A clock] | *x | !! {why}"
    ]


def test_a_side_that_was_nothing_but_a_lost_picture_is_no_question() -> None:
    found, _ = placed(draft(mark("gone", ""), back="x"), draft("What?", back=mark("a", "")))

    assert found.drafts == []
    assert found.skipped == [
        Skipped(SPOT, "picture alone", "its question is a picture or sound that could not be brought in"),
        Skipped(SPOT, "picture alone", "its answer is a picture or sound; write it in words: What?"),
    ]


def test_what_is_told_of_a_file_has_no_marks() -> None:
    found, _ = with_pictures(
        Found([], [Skipped(SPOT, "essay", mark("a", "A clock"))], [Remark(SPOT, mark("a", ""))]), fetch
    )

    assert (found.skipped[0].why, found.remarks[0].said) == ("[picture: A clock]", "[picture]")


def test_a_question_without_pictures_is_left_alone() -> None:
    plain = draft("What?", "x")

    assert placed(plain)[0].drafts == [plain]


def test_what_is_too_large_stays_out() -> None:
    large = A + bytes(20_000_001)

    found, files = with_pictures(Found([draft(mark("l", "") + "x", "y")]), lambda _: large)

    assert files == {}
    assert found.drafts[0].lost == ("a picture (it is larger than 20 MB)",)


def test_of_ten_thousand_pictures_a_bounded_number_comes_in() -> None:
    def drawing(source: str) -> bytes:
        return GIF + source.encode()

    marks = [mark(str(number), "") for number in range(10_000)]
    found, files = with_pictures(Found([draft(f"What? {one}", "x") for one in marks]), drawing)

    assert len(files) == pictures.MOST
    assert found.drafts[-1].lost == ("a picture (at most 2,000 and 150 MB come in at once)",)


def test_ten_thousand_pictures_in_one_question_are_twenty() -> None:
    def drawing(source: str) -> bytes:
        return GIF + source.encode()

    text = "".join(mark(str(number), "") for number in range(10_000))
    found, files = with_pictures(Found([draft(f"What? {text}", "x")]), drawing)

    assert len(files) == len(media_of(found.drafts[0])) == 20
    assert "a picture (a question shows at most 20)" in found.drafts[0].lost


def test_what_is_not_shown_is_not_read_without_end() -> None:
    asked = []

    def junk(source: str) -> bytes:
        asked.append(source)
        return bytes(19_000_000)

    with_pictures(Found([draft(f"{mark(str(number), '')} x", "y") for number in range(100)]), junk)

    assert len(asked) < 30


def test_all_together_are_no_more_than_a_pack_holds() -> None:
    def heavy(source: str) -> bytes:
        return GIF + source.encode() + bytes(19_000_000)

    _, files = with_pictures(Found([draft(f"{mark(str(number), '')} x", "y") for number in range(12)]), heavy)

    assert sum(map(len, files.values())) <= pictures.MOST_BYTES


def test_media_that_a_table_names_stay() -> None:
    given = replace(draft("What?", "x"), more={"media": {"clock.png": "A clock."}})

    assert media_of(placed(given)[0].drafts[0]) == {"clock.png": "A clock."}


def test_a_list_of_missing_keys_brings_back_the_pictures_of_its_questions() -> None:
    whole = replace(
        draft("Who?", "x", "y"), more={"media": {"picture-1.png": "A face.", "sound-2.mp3": "A sigh."}}
    )

    found = read_plain(needs_key_text([("q-12345", whole)], "cpsprep bank import x"), "f")

    assert media_of(found.drafts[0]) == media_of(whole)


def test_other_lines_that_begin_with_picture_are_text() -> None:
    found = read_plain("1. Who?\nPicture: a sad face\na) x*\nb) y", "f")

    assert (lines(found), media_of(found.drafts[0])) == (["single: Who?/Picture: a sad face | *x | y"], {})


def test_a_picture_with_and_without_its_traces_is_one_file() -> None:
    told_where = A[:-12] + b"\0\0\0\6tEXtsecret\0\0\0\0" + A[-12:]

    found, files = with_pictures(
        Found([draft(mark("plain", "") + "One?", "x"), draft(mark("phone", "") + "Two?", "x")]),
        {"plain": A, "phone": told_where}.get,
    )

    assert list(files.values()) == [A]
    assert media_of(found.drafts[0]) == media_of(found.drafts[1])
