"""Numbers of a workbook as Excel shows them; expected texts are what Excel for the United States shows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.interchange.tables.number_formats import Formats, formats_of
from cpsprep.core.interchange.xml_tree import read_xml


def shown(value: str, code: str, *, from_1904: bool = False) -> str | None:
    return Formats([code], from_1904).shown(value, "0")


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("0.25", "0%", "25%"),
        ("0.125", "0.00%", "12.50%"),
        ("0.28999999999999998", "0%", "29%"),
        ("20", '"$"#,##0', "$20"),
        ("1234567.5", '"$"#,##0.00', "$1,234,567.50"),
        ("1234", "$#,##0", "$1,234"),
        ("20", "[$$-409]#,##0.00", "$20.00"),
        ("20", "#,##0.00\\ [$\u20ac-407]", "20.00 \u20ac"),
        ("-20", '"$"#,##0_);[Red]("$"#,##0)', "($20)"),
        ("-20", '"$"#,##0', "-$20"),
        ("-0.001", "0.00", "0.00"),
        ("7.5", '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)', "$7.50"),
        ("0", '_("$"* #,##0.00_);_("$"* (#,##0.00);_("$"* "-"??_);_(@_)', "$-"),
        ("2.5", "0.00", "2.50"),
        ("2.5", "0.0#", "2.5"),
        ("2.25", "0.0#", "2.25"),
        ("2.5", "0", "3"),
        ("0.5", "#.##", ".5"),
        ("0.5", ".00", ".50"),
        ("7", "00000", "00007"),
        ("1234", "00,000", "01,234"),
        ("12345", "0,", "12"),
        ("3", '0 "hours"', "3 hours"),
        ("3", "0\\h", "3h"),
        ("1", '"yes";"no"', "yes"),
        ("-1", '"yes";"no"', "no"),
        ("1", "[Color 5]0", "1"),
        ("3.0", "General", "3"),
        ("-2", "0;General", "2"),
        ("-2.5", "General;@", None),
        ("-2", "General", "-2"),
        ("2", "General;0", "2"),
    ],
)
def test_a_number(value: str, code: str, text: str | None) -> None:
    assert shown(value, code) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("988", "988"),
        ("3.0", "3"),
        ("-0", "0"),
        ("1E+2", "100"),
        ("0.1", "0.1"),
        ("0.30000000000000004", "0.3"),
        ("3.3333333333333335", "3.333333333"),
        ("33.333333333333336", "33.33333333"),
        ("1.5E-3", "0.0015"),
        ("1E-20", "1E-20"),
        ("12345678901234", "12345678901234"),
        ("2026-07-04", "2026-07-04"),
        ("1E999999999", "1E999999999"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("style", ["0", "", "7", "x", "\u00b2"])
def test_a_number_without_a_format(value: str, text: str, style: str) -> None:
    assert Formats(["General"]).shown(value, style) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("46207", "m/d/yyyy", "7/4/2026"),
        ("46207", "yyyy-mm-dd", "2026-07-04"),
        ("46207", "mmmm d, yyyy", "July 4, 2026"),
        ("46207", "d-mmm-yy", "4-Jul-26"),
        ("46207", "dddd, mmm dd", "Saturday, Jul 04"),
        ("46207", "ddd mmmmm", "Sat J"),
        ("46207", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "Saturday, July 4, 2026"),
        ("46207", "[$-409]mmmm\\ d\\,\\ yyyy;@", "July 4, 2026"),
        ("46207", "[$-407]d/\\ m/\\ yyyy", "4/ 7/ 2026"),
        ("46207.375", "m/d/yyyy h:mm", "7/4/2026 9:00"),
        ("0.375", "h:mm", "9:00"),
        ("0.375", "h:mm AM/PM", "9:00 AM"),
        ("0.5", "h:mm AM/PM", "12:00 PM"),
        ("0", "h:mm am/pm", "12:00 AM"),
        ("0.7291666666666666", "hh:mm:ss", "17:30:00"),
        ("0.375", "[$-F400]h:mm:ss\\ AM/PM", "9:00:00 AM"),
        ("1.5", "[h]:mm", "36:00"),
        ("0.0625", "[mm]:ss", "90:00"),
        ("0.000694444", "[s]", "60"),
        ("0.00001", "mm:ss.0", "00:00.9"),
        ("1", "yyyy-mm-dd", "1900-01-01"),
        ("59", "yyyy-mm-dd", "1900-02-28"),
        ("61", "yyyy-mm-dd", "1900-03-01"),
    ],
)
def test_a_date_or_time(value: str, code: str, text: str) -> None:
    assert shown(value, code) == text


def test_a_workbook_that_counts_from_1904() -> None:
    assert shown("44745", "m/d/yyyy", from_1904=True) == "7/4/2026"
    assert shown("0", "m/d/yyyy", from_1904=True) == "1/1/1904"


@given(st.dates(min_value=date(1900, 3, 1), max_value=date(9990, 1, 1)))
def test_every_day_is_one_after_the_day_before(day: date) -> None:
    serial = (day - date(1900, 3, 1)) // timedelta(1) + 61

    assert shown(str(serial), "yyyy-mm-dd") == day.isoformat()


@given(
    st.from_regex(r"-?[0-9]{1,20}(\.[0-9]{0,20})?([eE][+-]?[0-9]{1,2})?", fullmatch=True),
    st.text('0#?,.%$;"\\\\_*[]@-/ ymdhsAaPpMGenral<>1', max_size=12)
    | st.sampled_from(["0%" * 99, "0." + "0" * 190]),
    st.booleans(),
)
def test_no_number_is_too_large_and_no_format_too_odd(value: str, code: str, from_1904: bool) -> None:
    assert isinstance(shown(value, code, from_1904=from_1904), str | None)


def test_a_very_large_number_keeps_its_digits() -> None:
    assert shown("1E+30", "0.00") == f"1{'0' * 30}.00"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("0.5", "# ?/?"),
        ("0.5", "ss.0000"),
        ("1200", "0.00E+00"),
        ("5551234", "[<=9999999]###-####;(###) ###-####"),
        ("123456789", "000-00-0000"),
        ("5", ";;;"),
        ("5", '"Q"General'),
        ("5", "0" * 201),
        ("5", "[x"),
        ("0", "m/d/yyyy"),
        ("60", "m/d/yyyy"),
        ("-1", "m/d/yyyy"),
        ("9999999", "m/d/yyyy"),
        ("46207", "[$-407]d. mmmm yyyy"),
        ("46207", "yyyy e"),
        ("46207", "yyyy #"),
        ("46207", "yyyy ["),
    ],
)
def test_what_is_not_known_is_not_guessed(value: str, code: str) -> None:
    assert shown(value, code) is None


def test_the_formats_of_a_workbook() -> None:
    styles = read_xml(
        b'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0"/></numFmts><cellXfs><xf numFmtId="9"/>'
        b'<xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="44"/><xf/></cellXfs></styleSheet>'
    )

    found = formats_of(styles, read_xml(b'<workbook><workbookPr date1904="1"/></workbook>'))

    assert [found.shown("2", style) for style in "01234"] == ["200%", "2.0", "1/3/1904", "$2.00", "2"]


@pytest.mark.parametrize("styles", [None, b"<styleSheet/>"])
@pytest.mark.parametrize("book", [b"<workbook/>", b'<workbook><workbookPr date1904="0"/></workbook>'])
def test_a_workbook_without_formats(styles: bytes | None, book: bytes) -> None:
    assert formats_of(read_xml(styles) if styles else None, read_xml(book)) == Formats([], from_1904=False)
