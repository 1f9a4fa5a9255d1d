"""Any text that an author can write shows as that text in the real Anki (acceptance T10)."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.adapters.anki.package import AnkiPackager
from cpsprep.core.cloze import Hidden, parse
from cpsprep.core.item import Choice, Kind
from effort import percent_of_examples
from fakes_anki import A, B, Press, bank, basic, cloze, item
from fakes_anki_user import AnkiUser, plain, tags_of, text_of

HOSTILE = [
    "if a<b and c>d",
    "<script>alert(1)</script>",
    "<b>bold</b> & &amp; &lt; &#123;",
    "{{Back}} {{c1::x}} {{#Key}}",
    "}} {{",
    "[sound:x.mp3] [latex]x[/latex] [$]y[/$] [anki:tts lang=en_US]x[/anki:tts]",
    r"\( x \) \[ y \] \\",
    "cafe\u0301 \u1e9b\u0323",
    "\u0338 starts with a stroke\n\n\u0338 and again",
    "\u05e9\u05dc\u05d5\u05dd \u202e?\u202c",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 ok",
    "one\n\ntwo\n\nthree\nsame",
    "\"quoted\" 'single' `tick`",
    "a\u00a0b\u2028c",
    "<!-- gone? --> <![CDATA[x]]>",
    "::x:: <%cloze:Text%>",
    "* 1. - # [link](http://x)",
    "x" * 1_000_000,
]
ELEMENTS = {"div", "ol", "ul", "li", "b", "p", "br", "span", "hr"}
LETTERS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufffe\uffff"))
MARKS = st.sampled_from(
    ["{{", "}}", "{{c1::", "\n", "\n\n", "<", "<b>", "::", "[sound:", "\\(", "&amp;", "\u0338"]
)

TEXT = st.lists(LETTERS | MARKS, min_size=1).map("".join).filter(lambda text: bool(text.strip()))


def choice(name: str, text: str) -> object:
    return item(name, Choice(Kind.SINGLE, text, {A: text, B: "other"}, (A,), {A: text}), shuffle=False)


def authored(side: str) -> str:
    """A side without the script at its end, which is ours: what precedes it may hold none."""
    return side.rpartition("<script>")[0]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12].encode("ascii", "replace").decode())
def test_hostile_text_shows_as_it_is(tmp_path: Path, text: str) -> None:
    with AnkiUser(tmp_path) as user:
        user.imports(
            Press(AnkiPackager()).export(bank(choice("ch-0001", text), basic("ba-0001", text, text)))  # type: ignore[arg-type]
        )
        front, back = user.sides("ch-0001")
        assert text_of(front).startswith(f"{plain(text)} {plain(text)} other")
        assert text_of(back).startswith(
            f"{plain(text)} Answer: {plain(text)} ✓ Right answer: {plain(text)} {plain(text)}"
        )
        assert tags_of(authored(front)) | tags_of(authored(back)) <= ELEMENTS
        assert text_of(user.sides("ba-0001")[1]).startswith(f"{plain(text)} Answer: {plain(text)}")


@percent_of_examples(15)
@given(st.lists(TEXT, min_size=1, max_size=20))
def test_any_text_shows_as_it_is(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, AnkiUser(Path(folder)) as user:
        items = [basic(f"ba-{number:04}", text, text) for number, text in enumerate(texts)]
        user.imports(Press(AnkiPackager()).export(bank(*items)))
        for number, text in enumerate(texts):
            front, back = user.sides(f"ba-{number:04}")
            assert text_of(front) == plain(text)
            assert text_of(back).startswith(f"{plain(text)} Answer: {plain(text)}")
            assert tags_of(front) | tags_of(back) <= ELEMENTS


@pytest.mark.parametrize(
    "text",
    [
        "a <b> {{c1::x < y}} & {{c2::[z]::h & {}}} \\( end",
        "one\n\n{{c1::two\n\nthree}}\n\nfour",
        "{{c1::a:}} {{c2:::b}} {{c3::c::d::e}}",
        " {{c1:: spaced }} out ",
    ],
)
def test_a_cloze_shows_its_text_around_and_its_parts(tmp_path: Path, text: str) -> None:
    segments = parse(text)
    assert isinstance(segments, tuple)
    with AnkiUser(tmp_path) as user:
        user.imports(Press(AnkiPackager()).export(bank(cloze("cl-0001", text))))
        for number in {part.number for part in segments if isinstance(part, Hidden)}:
            asked = [
                f"[{part.hint or '...'}]" if isinstance(part, Hidden) and part.number == number else part.text
                for part in segments
            ]
            front, back = user.sides("cl-0001", number - 1)
            assert text_of(front) == plain("".join(asked))
            assert text_of(back).startswith(plain("".join(part.text for part in segments)))
            assert tags_of(front) | tags_of(back) <= ELEMENTS
