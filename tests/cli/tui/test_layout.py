"""How text is laid out: it fits, nothing of it is lost, and nothing of it is obeyed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from cpsprep.cli.study.telling import Block, Role
from cpsprep.cli.tui.footer_keys import GAP, FooterKey, fit, footer_keys
from cpsprep.cli.tui.rows import lay_out, printable
from cpsprep.cli.tui.signs import ASCII, Signs, signs_for
from cpsprep.cli.tui.themes import theme_for
from cpsprep.cli.tui.view import Part
from cpsprep.core.sitting.session import Phase
from fakes_tui import at

CONSOLE = Console(width=80)
texts = st.text(max_size=80)


@given(
    st.lists(st.tuples(st.sampled_from(Role), texts, st.sampled_from(["", "a", "b"]))), st.integers(20, 90)
)
def test_no_line_is_wider_than_the_page(blocks: list[tuple[Role, str, str]], width: int) -> None:
    lines = lay_out([Part(Block(*block), "✓") for block in blocks], width, {}, CONSOLE)
    assert all(row.text.cell_len <= width for row in lines.rows)


@given(st.text(st.sampled_from("ab[]/x1 "), min_size=1))
def test_what_looks_like_markup_stays_text(text: str) -> None:
    lines = lay_out([Part(Block(Role.STEM, text))], 200, {}, CONSOLE)
    assert "".join("".join(row.text.plain for row in lines.rows).split()) == "".join(text.split())


def test_control_characters_never_reach_the_terminal() -> None:
    assert printable("a\x1b[2Jb\x07\x9bc\x00d") == "a[2Jbcd"


def test_an_option_wraps_under_its_text() -> None:
    part = Part(Block(Role.OPTION, "one two three", "a"), ">")
    rows = lay_out([part], 13, {}, CONSOLE).rows
    assert [row.text.plain for row in rows] == ["> a  one two", "     three"]
    assert {row.letter for row in rows} == {"a"}


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("width", [38, 50, 78, 120])
def test_the_footer_fits(phase: Phase, width: int) -> None:
    shown = fit(footer_keys(at(phase)), width)
    assert sum(len(key.text) + GAP for key in shown) - GAP <= width


@pytest.mark.parametrize(
    ("phase", "needed"),
    [
        (Phase.ASKING, {"a-d", "Enter", "u", "q"}),
        (Phase.FEEDBACK, {"Enter", "u", "m", "q"}),
        (Phase.GRADING, {"1-4", "Enter", "u", "q"}),
    ],
)
def test_forty_columns_keep_letters_enter_undo_more_and_quit(phase: Phase, needed: set[str]) -> None:
    assert needed <= {key.shown for key in fit(footer_keys(at(phase)), 38)}


def test_words_that_explain_themselves_go_last() -> None:
    keys = [FooterKey("Enter", "answer", "enter", bare=True), FooterKey("x", "rare", "x", rank=4)]
    assert [key.text for key in fit(keys, 12)] == ["Enter answer"]
    assert [key.text for key in fit(keys, 8)] == ["Enter"]


@pytest.mark.parametrize(
    ("encoding", "signs"),
    [("utf-8", Signs()), ("cp1252", ASCII), ("ascii", ASCII), (None, ASCII), ("no-such-code", ASCII)],
)
def test_signs_are_ones_that_the_terminal_can_write(encoding: str | None, signs: Signs) -> None:
    assert signs_for(encoding) == signs


@pytest.mark.parametrize(
    ("wish", "ground", "theme"),
    [
        ("", "", "cpsprep-dark"),
        ("", "0;15", "cpsprep-light"),
        ("", "15;0", "cpsprep-dark"),
        ("", "0;default;15", "cpsprep-light"),
        ("dark", "0;15", "cpsprep-dark"),
        ("light", "", "cpsprep-light"),
        ("pink", "", "cpsprep-dark"),
    ],
)
def test_the_theme_is_the_wish_or_what_the_terminal_says(wish: str, ground: str, theme: str) -> None:
    assert theme_for(wish, ground) == theme
