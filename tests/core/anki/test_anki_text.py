"""Plain text as HTML in which nothing has a meaning."""

from html import unescape
from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.anki.text import block, cloze, inline
from cpsprep.core.cloze import Hidden, Plain


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("plain", "plain"),
        ("a<b & c>d", "a&lt;b &amp; c&gt;d"),
        ("{{c1::x}}", "&#123;&#123;c1::x&#125;&#125;"),
        ("[sound:x]", "&#91;sound:x]"),
        (r"\(x\)", "&#92;(x&#92;)"),
        ("&amp;", "&amp;amp;"),
        ("e\u0301", "\u00e9"),
        ("\u0338x", "&#824;x"),
        (" two\nlines ", "two lines"),
    ],
)
def test_inline_text_is_escaped_and_runs_on(text: str, html: str) -> None:
    assert inline(text) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        (" one ", "one"),
        ("one\nstill one\n", "one still one"),
        ("one\n\ntwo", "<p>one</p><p>two</p>"),
        ("one\n \t\n\n\ntwo\nmore\n", "<p>one</p><p>two more</p>"),
    ],
)
def test_blank_lines_make_paragraphs(text: str, html: str) -> None:
    assert block(text) == html


def test_a_cloze_keeps_its_marks_and_the_spaces_around_them() -> None:
    segments = (Plain("I "), Hidden(1, "see <b>", "a::b"), Plain(" it\n\nwell "), Hidden(2, "now"))
    assert cloze(segments) == "I {{c1::see &lt;b&gt;::a:&#58;b}} it<br><br>well {{c2::now}}"


def test_a_blank_hint_is_no_hint() -> None:
    assert cloze((Hidden(1, "see", " "),)) == "{{c1::see}}"


@given(st.text())
def test_what_is_escaped_reads_back(text: str) -> None:
    html = inline(text)
    assert unescape(html).split() == normalize("NFC", text).replace("\n", " ").split() or "\x00" in text


@given(st.text())
def test_no_character_with_a_meaning_is_left(text: str) -> None:
    assert not set("<>[{}\\") & set(inline(text))


@given(st.text())
def test_text_stays_in_one_form_between_tags(text: str) -> None:
    assert is_normalized("NFC", f"<p>{inline(text)}</p>")
