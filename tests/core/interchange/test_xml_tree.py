"""XML from strangers: a plain tree within bounds, or a refusal."""

import pytest

from cpsprep.core.interchange.draft import HostileError
from cpsprep.core.interchange.xml_tree import BrokenXmlError, read_xml


def test_a_tree_with_lines_and_short_names() -> None:
    root = read_xml(b'<a x="1">\none<b/>two<c><b y="2">deep</b></c></a>')

    assert (root.name, root.get("x"), root.get("z", "none"), root.text()) == ("a", "1", "none", "\nonetwo")
    assert [one.name for one in root.elements()] == ["b", "c"]
    assert [one.text() for one in root.every("b")] == ["", "deep"]
    assert [one.line for one in root.elements()] == [2, 2]
    assert (root.text("c"), root.text("nothing"), root.first("nothing")) == ("", "", None)


@pytest.mark.parametrize(
    "data", [b"", b"<a>", b"<a></b>", b"text", b"<a/><b/>", b"\xff\xfe<", b"<a>\x00</a>"]
)
def test_broken_xml_is_said_with_its_line(data: bytes) -> None:
    with pytest.raises(BrokenXmlError):
        read_xml(data)


@pytest.mark.parametrize("data", [b"<!DOCTYPE a><a/>", b"<a>" * 300 + b"</a>" * 300])
def test_hostile_xml_is_refused(data: bytes) -> None:
    with pytest.raises(HostileError):
        read_xml(data)


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a SYSTEM "a.dtd"><a/>',
        b'\n <?xml version="1.0"encoding="UTF-8"?>\n<!-- one --><!DOCTYPE a PUBLIC "-//x" "a.dtd"><a/>',
    ],
)
def test_a_document_type_that_declares_nothing_is_passed_over_where_its_root_is_known(data: bytes) -> None:
    assert read_xml(data, root="a").name == "a"
    with pytest.raises(HostileError):
        read_xml(data)


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY b "c">]><a>&b;</a>',
        b"<!DOCTYPE a [<!ELEMENT a ANY>]><a/>",
        b'<!DOCTYPE b SYSTEM "a.dtd"><a/>',
        b'<!DOCTYPE a SYSTEM "a.dtd"><!DOCTYPE a><a/>',
        b'<!DOCTYPE a SYSTEM "' + b"x" * 600 + b'"><a/>',
    ],
)
def test_others_are_refused_all_the_same(data: bytes) -> None:
    with pytest.raises((HostileError, BrokenXmlError)):
        read_xml(data, root="a")


def test_a_document_type_loads_no_signs() -> None:
    with pytest.raises(BrokenXmlError):
        read_xml(b'<!DOCTYPE a SYSTEM "a.dtd"><a>&unheardof;</a>', root="a")


def test_what_stands_before_the_document_keeps_the_numbers_of_lines() -> None:
    root = read_xml(b'\n\n<?xml version="1.0"\n?>\n<!DOCTYPE a\nSYSTEM "a.dtd">\n<a/>', root="a")

    assert root.line == 7


def test_a_long_row_of_comments_takes_no_time() -> None:
    assert read_xml(b" " * 50_000 + b"<!-- a -->" * 5_000 + b"<a/>", root="a").name == "a"


def test_too_many_elements_are_refused() -> None:
    with pytest.raises(HostileError, match="more than"):
        read_xml(b"<a>" + b"<b/>" * 10 + b"</a>", most=10)


def test_names_of_signs_from_html_are_read_though_xml_has_none() -> None:
    root = read_xml(b"<a>I&nbsp;see &eacute; &amp; &lt;b&gt;<![CDATA[&hellip;]]></a>")

    assert root.text() == "I\u00a0see \u00e9 & <b>\u2026"


def test_a_name_that_stands_for_nothing_is_broken_xml_with_its_line() -> None:
    with pytest.raises(BrokenXmlError) as told:
        read_xml(b"<a>\n&nbsp;&unheardof;</a>")
    assert told.value.line == 2
