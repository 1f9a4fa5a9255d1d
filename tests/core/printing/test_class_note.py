"""The half page for a class."""

import html
import re

import pytest

from cpsprep.core.printing.class_note import ClassNote, as_html, as_text, is_text

NOTE = ClassNote("Spring <class>", "2", "CC-BY-4.0", 40, "spring.cpsbank")


@pytest.mark.parametrize("page", [as_text(NOTE), html.unescape(re.sub(r"<[a-z/]\w*>", " ", as_html(NOTE)))])
def test_it_says_what_to_type(page: str) -> None:
    assert "Spring <class>" in page
    assert "40 questions to study with cpsprep, on your own computer. Version 2. CC BY 4.0." in " ".join(
        page.split()
    )
    assert "cpsprep bank install ~/Downloads/spring.cpsbank" in page
    assert "cpsprep review" in page
    assert "______" in page


@pytest.mark.parametrize("many", [1, 40])
def test_its_text_is_known_again_by_its_beginning(many: int) -> None:
    assert is_text(as_text(NOTE._replace(questions=many))[:200])


@pytest.mark.parametrize("text", ["", "Spring\n======\nBring your books.", "Spring\n40 questions to study"])
def test_other_texts_are_none(text: str) -> None:
    assert not is_text(text)


def test_it_fits_half_a_page() -> None:
    lines = as_text(NOTE).splitlines()

    assert len(lines) <= 30
    assert max(map(len, lines)) <= 76


def test_what_installs_comes_before_what_is_installed_with_it() -> None:
    page = as_text(NOTE)

    assert page.index("winget install astral-sh.uv") < page.index("uv tool install .")


def test_who_has_only_a_phone_is_told_of_the_page_to_practise_with() -> None:
    assert "phone" not in as_text(NOTE)
    assert "Open spring-practice.html in its browser." in as_text(NOTE._replace(page="spring-practice.html"))


def test_it_says_where_to_get_cpsprep() -> None:
    page = as_text(NOTE._replace(where="https://example.org", version="", licence="", questions=1))

    assert "unpack it: https://example.org" in page
    assert "1 question to study with cpsprep, on your own computer.\n" in page
