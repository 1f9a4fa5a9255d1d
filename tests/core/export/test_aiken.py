"""Aiken, as a reader of Moodle's description sees it."""

import re

from hypothesis import given

from cpsprep.core.export.aiken import aiken
from cpsprep.core.export.parts import Part
from cpsprep.core.export.wording import question
from cpsprep.core.item import Choice, Item
from cpsprep.core.paragraphs import one_line
from fakes_anki import HEADER, basic, cloze, multiple, single, told, true_false
from fakes_questions import banks, choices


def read(text: str) -> list[tuple[str, list[str], str]]:
    """Questions, options and key; the form is that of Moodle's page on Aiken."""
    found: list[tuple[str, list[str], str]] = []
    stem = ""
    options: list[str] = []
    for line in text.split("\n"):
        if key := re.fullmatch(r"ANSWER: ([A-Z])", line):
            found.append((stem, options, options[ord(key[1]) - ord("A")]))
            stem, options = "", []
        elif option := re.match(r"[A-Z][.)]\s?(.*)", line):
            options.append(option[1])
        elif line:
            assert not stem, line
            stem = line
    return found


@given(banks(choices()))
def test_every_question_comes_back_in_one_line_each(items: list[Item]) -> None:
    done = aiken(items, HEADER)
    left = {name for name, _ in done.left_out}
    kept = [one for one in items if one.id not in left]

    for found, one in zip(read(done.text), kept, strict=True):
        assert isinstance(one.body, Choice)
        options = [one_line(text) for text in one.body.options.values()]
        assert found == (one_line(question(one)), options, one_line(one.body.options[one.body.answer[0]]))


def test_a_question_looks_like_this() -> None:
    assert aiken([true_false()], HEADER).text == "Peers never plan.\nA. True\nB. False\nANSWER: B\n"


def test_what_has_no_form_is_told() -> None:
    done = aiken([multiple(), cloze(), basic(), single()], HEADER)

    assert [name for name, _ in done.left_out] == ["mu-0001", "cl-0001", "ba-0001"]
    assert done.written == 1


def test_a_text_that_would_be_an_option_is_left_out() -> None:
    done = aiken([single(stem="A. Maslow drew what?"), single("al-0002", stem="answer: what?")], HEADER)

    assert done.text == ""
    assert len(done.left_out) == 2


def test_a_text_of_one_sign_is_left_out_as_moodle_skips_it() -> None:
    assert len(aiken([single(stem="8")], HEADER).left_out) == 1


def test_a_story_stands_before_its_question() -> None:
    done = aiken([told("sc-0001", 1, "She laughs.")], HEADER)

    assert done.text.startswith("Ana is late. She cries. She laughs. Which is BEST?\n")
    assert (Part.SCENARIO, 1) in done.joined


def test_reasons_are_told_as_lost() -> None:
    assert (Part.WHY, 1) in aiken([single()], HEADER).lost
