"""Where a page goes: over an earlier one of its kind, never over anything else."""

from pathlib import Path

import pytest

from cpsprep.adapters.printing.page_file import page_file
from cpsprep.adapters.printing.pages import Look, html_page
from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.core.printing.page_mark import PageKind, PageMark

EXAM = PageMark(PageKind.EXAM, "033-ECA")


def page(mark: PageMark | None, language: str = "en") -> bytes:
    return html_page("<main></main>", "Spring", language, Look(), styles=("paper",), mark=mark)


@pytest.mark.parametrize("language", ["en", "pt-BR"])
def test_an_earlier_page_of_its_kind_is_known(tmp_path: Path, language: str) -> None:
    (tmp_path / "a.html").write_bytes(page(EXAM, language))

    assert page_file(tmp_path / "a.html", PageKind.EXAM).earlier == EXAM


def test_a_place_is_free_where_nothing_is_or_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "empty.html").touch()

    assert page_file(tmp_path / "a.html", PageKind.EXAM).earlier is None
    assert page_file(tmp_path / "empty.html", PageKind.EXAM).earlier is None


@pytest.mark.parametrize(
    ("there", "told"),
    [
        (page(PageMark(PageKind.KEY, "033-ECA")), "is there already and is a key"),
        (page(PageMark(PageKind.PRACTICE)), "is there already and is a page to practise with"),
        (page(None), "is not a page that cpsprep printed"),
        (b"<!doctype html><title>My home page</title>", "is not a page that cpsprep printed"),
        (b"\xff\xfe\x00", "is not a page that cpsprep printed"),
        (b"  " + page(EXAM), "is not a page that cpsprep printed"),
    ],
    ids=["a key", "practice", "a half page", "somebody's page", "bytes", "a page that was changed"],
)
def test_what_is_there_and_is_something_else_stays(tmp_path: Path, there: bytes, told: str) -> None:
    (tmp_path / "a.html").write_bytes(there)

    with pytest.raises(UsageError, match=told):
        page_file(tmp_path / "a.html", PageKind.EXAM)
    assert (tmp_path / "a.html").read_bytes() == there


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.html.txt"])
def test_a_name_that_no_browser_would_open_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"does not end in \.html"):
        page_file(tmp_path / name, PageKind.EXAM)


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="there is no folder"):
        page_file(tmp_path / "no" / "a.html", PageKind.EXAM)


def test_only_pages_of_cpsprep_lie_beside_it(tmp_path: Path) -> None:
    for name, data in {
        "a.html": page(EXAM),
        "b.HTM": page(EXAM),
        "c.html": b"<p>",
        "d.txt": page(EXAM),
    }.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "e.html").mkdir()

    assert page_file(tmp_path / "a.html", PageKind.EXAM).beside() == {"b.HTM": EXAM}
