"""HTML as plain text, and what is named as lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.interchange.html_text import html_text, plain
from cpsprep.core.interchange.media.marks import plainly


@pytest.mark.parametrize(
    ("text", "expected", "lost"),
    [
        ("a < b and c > d", "a < b and c > d", ()),
        ("no <tags at all", "no <tags at all", ()),
        ("<p>One</p><p>two</p>", "One\n\ntwo", ()),
        ("<div>One</div><div>two</div>", "One\ntwo", ()),
        ("one<br/>two", "one\ntwo", ()),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n- two", ()),
        ("<b>x</b> <i>y</i> <u>z</u>", "x y z", ("bold", "italics", "underlining")),
        ("x<sup>2</sup> y<sub>1</sub>", "x^2 y_1", ("raised signs", "lowered signs")),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a | b", ("a table",)),
        ('<img src="x">', "[picture]", ()),
        ('<img src="x">Which?', "[picture] Which?", ()),
        ('Look<img src="x" alt="a face">, then', "Look [picture: a face], then", ()),
        ('<p>Look</p><img src="x"><p>Which?</p>', "Look\n\n[picture]\nWhich?", ()),
        ("a<script>alert('<b>')</script>b<style>p{}</style>", "ab", ("a script or style",)),
        ("a &amp; b &lt;c&gt; caf&eacute; &#8217;", "a & b <c> caf\u00e9 \u2019", ()),
        ("<a href='x'>link</a><video></video>", "link", ("a link", "sound or video")),
        ("a<!-- not shown -->b", "ab", ()),
        ("a\u00a0b\u200bc\u00add\u202ee", "a bcde", ()),
        ("a &nbsp; b", "a b", ()),
        ("<p><![if !supportLists]>1.<![endif]> one</p>", "1. one", ()),
        ("<p><![CDATA[one]]> two</p>", "one two", ()),
        ("<b>one</b><!<![x>[two", "one<! [two", ("bold",)),
        ("a<template><b>not shown</b></template>b", "ab", ()),
        ("<p>never <b>closed", "never closed", ("bold",)),
    ],
)
def test_html_becomes(text: str, expected: str, lost: tuple[str, ...]) -> None:
    found, gone = html_text(text)

    assert (plainly(found), gone) == (expected, lost)


def test_a_name_loses_its_tags_and_named_signs() -> None:
    assert (plain("A &amp; <b>B</b>"), plain("C")) == ("A & B", "C")


@given(st.text(alphabet=st.sampled_from("<>/&;!-\"'= abpbrtdimgsxct\n")))
def test_any_text_becomes_plain(text: str) -> None:
    made, _ = html_text(text)

    assert made == made.strip()
    assert "\n\n\n" not in made


@pytest.mark.parametrize("text", [r"Is \(x^2=4\) so?", r"<p>Is \[x\] so?</p>", "Is $$x^2$$ so?"])
def test_formulas_stay_as_typed_and_are_named(text: str) -> None:
    plain_text, lost = html_text(text)

    assert plain_text == text.removeprefix("<p>").removesuffix("</p>")
    assert lost == ("the look of a formula",)


@pytest.mark.parametrize("text", ["It costs $$5 and $$6.", r"a\(b", "f(x) [y]"])
def test_brackets_and_prices_are_no_formulas(text: str) -> None:
    assert html_text(text) == (text, ())
