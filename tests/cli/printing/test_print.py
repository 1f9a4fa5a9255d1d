"""`cpsprep print`, as somebody types it."""

import re
from pathlib import Path

import pytest

from fakes_bank import write_bank
from fakes_cli import Outcome, cpsprep
from fakes_exam_day import EXAM


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "bank")


def made(folder: Path, *words: str) -> Outcome:
    return cpsprep("print", *words, "--bank", "bank", home=folder.parent / "home")


def page(folder: Path, name: str) -> str:
    return (folder.parent / name).read_text("utf-8")


@pytest.mark.parametrize("what", ["exam", "flashcards", "handout", "practice"])
def test_a_page_needs_nothing_from_anywhere(folder: Path, what: str) -> None:
    done = made(folder, what)
    text = page(folder, f"small-bank-{what}.html")

    assert done.code == 0, done.err
    assert done.out.startswith(f"Wrote small-bank-{what}.html: ")
    assert "default-src 'none'" in text
    assert not re.search(r"""(src|href)=["'](?!data:)|url\(|@import""", text)


def test_the_key_fits_its_exam(folder: Path) -> None:
    done = made(folder, "exam", "-o", "exam.html")
    command = re.search(r"Its key: cpsprep (print key .*)", done.out)
    assert command
    key = cpsprep(*command[1].split(), "-o", "key.html", home=folder.parent / "home")
    form = re.search(r"Form \w{3}-\w{3}", page(folder, "exam.html"))

    assert key.code == 0, key.err
    assert form
    assert form[0] in page(folder, "key.html")
    assert form[0].lower() in key.out.lower()


def test_exam_and_key_come_together_when_asked_for(folder: Path) -> None:
    done = made(folder, "exam", "--with-key", "--seed", "7")

    assert [line.split(":")[0] for line in done.out.splitlines() if line.startswith("Wrote")] == [
        "Wrote small-bank-exam.html",
        "Wrote small-bank-exam-key.html",
    ]


def test_what_an_exam_leaves_out_because_of_its_kind_is_told(folder: Path) -> None:
    done = made(folder, "exam", "--seed", "7")

    assert done.out.splitlines()[1:3] == [
        "Left out: 1 question of kinds that this exam does not ask (1 cloze).",
        "Flashcards and handouts take every kind: cpsprep print flashcards",
    ]
    assert "Left out" not in made(folder, "handout").out
    assert "Left out" not in made(folder, "exam", "--seed", "7", "--tag", "short").out


def test_one_seed_gives_one_exam(folder: Path) -> None:
    made(folder, "exam", "--seed", "7", "-o", "a.html")
    made(folder, "exam", "--seed", "7", "-o", "b.html")

    assert page(folder, "a.html") == page(folder, "b.html")


@pytest.mark.parametrize(("words", "size"), [((), "215.9mm 279.4mm"), (("--paper", "a4"), "210.0mm 297.0mm")])
def test_paper_has_its_size(folder: Path, words: tuple[str, ...], size: str) -> None:
    made(folder, "handout", *words)

    assert f"size: {size}" in page(folder, "small-bank-handout.html")


def test_large_print_is_asked_for(folder: Path) -> None:
    made(folder, "exam", "--large")

    assert "font-size: 18pt" in page(folder, "small-bank-exam.html")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["key"], 2, "a key belongs to one exam"),
        (["exam", "--tag", "shrot"], 2, "did you mean 'short'?"),
        (["exam", "--blueprint", "nowhere"], 2, "there is no blueprint 'nowhere'"),
        (["exam", "--form", "1", "--items", "5"], 2, "--form is a form as it was"),
        (["exam", "--form", "1"], 2, "no mock exam"),
        (["handout", "-o", "x.pdf"], 2, "does not end in .html"),
        (["handout", "--status", "retired"], 2, "there is no such question"),
        (["flashcards", "-o", "no/x.html"], 3, "there is no folder no"),
    ],
)
def test_what_cannot_be_done_is_told(folder: Path, words: list[str], code: int, told: str) -> None:
    done = made(folder, *words)

    assert done.code == code
    assert told in done.err
    assert "Traceback" not in done.err


def test_a_picture_is_in_the_page(folder: Path) -> None:
    deck = "items:\n  - {id: pic-1, kind: basic, front: f, back: b, media: {map.png: A map}}\n"
    (folder / "second.yaml").write_text(deck, "utf-8")
    (folder / "media").mkdir()
    (folder / "media" / "map.png").write_bytes(b"\x89PNG")
    made(folder, "handout", "--deck", "second", "-o", "a.html")

    assert '<img src="data:image/png;base64,iVBORw==" alt="A map">' in page(folder, "a.html")


def test_a_picture_that_is_missing_is_told_in_words(folder: Path) -> None:
    deck = "items:\n  - {id: pic-1, kind: basic, front: f, back: b, media: {map.jpg: A map}}\n"
    (folder / "second.yaml").write_text(deck, "utf-8")
    made(folder, "handout", "--deck", "second", "-o", "a.html")

    assert "Picture: A map" in page(folder, "a.html")


def test_the_shipped_bank_names_its_licence(tmp_path: Path) -> None:
    cpsprep("print", "handout", "--items", "3", "--seed", "1", "-o", "a.html", home=tmp_path / "home")

    assert "CC BY 4.0 (creativecommons.org/licenses/by/4.0)" in (tmp_path / "a.html").read_text("utf-8")


def test_fewer_questions_than_asked_for_are_told(folder: Path) -> None:
    assert "500 were asked for; no more of these" in made(folder, "exam", "--items", "500").out
    assert "were asked for" not in made(folder, "handout", "--items", "1").out


def many(parent: Path) -> Path:
    """A bank of which a plan keeps some for mock exams."""
    rows = "".join(
        f"  - {{id: q-{number:02}, kind: truefalse, stem: Is {number} so?, answer: true}}\n"
        for number in range(20)
    )
    folder = write_bank(parent / "bank", {"first.yaml": f"deck: first\ndomain: role\nitems:\n{rows}"})
    cpsprep("plan", "set", "--exam-date", EXAM, "--bank", "bank", home=parent / "home")
    return folder


@pytest.mark.parametrize("what", ["exam", "flashcards", "handout", "practice"])
def test_what_a_plan_keeps_for_mock_exams_is_told_and_left_out_on_request(tmp_path: Path, what: str) -> None:
    folder = many(tmp_path)

    whole, part = made(folder, what), made(folder, what, "--without-held-out")

    assert "that your plan keeps for mock exams" in whole.out
    assert "that your plan keeps for mock exams" not in part.out
    assert ": 20 questions." in whole.out
    assert ": 16 questions." in part.out


def test_the_key_to_an_exam_without_them_is_named_with_the_option(tmp_path: Path) -> None:
    folder = many(tmp_path)

    assert "--without-held-out --seed 7" in made(folder, "exam", "--seed", "7", "--without-held-out").out


def test_without_a_plan_nothing_is_held_out(folder: Path) -> None:
    assert "there is no plan to an exam" in made(folder, "handout", "--without-held-out").out
    assert "plan" not in made(folder, "handout").out
