"""`cpsprep print` where files are already: it says what it replaces, and what no longer fits."""

import re
from pathlib import Path

import pytest

from fakes_bank import write_bank
from fakes_cli import Outcome, cpsprep

EXAM, KEY, WITH = "small-bank-exam.html", "small-bank-key.html", "small-bank-exam-key.html"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = "".join(
        f"  - {{id: q-{number}, kind: single, stem: S, options: {{a: one, b: two, c: three}}, answer: a}}\n"
        for number in range(6)
    )
    write_bank(tmp_path / "bank", {"first.yaml": f"deck: first\ndomain: role\nitems:\n{rows}"})
    return tmp_path


def made(folder: Path, *words: str) -> Outcome:
    return cpsprep("print", *words, "--bank", "bank", home=folder / "home")


def form(folder: Path, name: str) -> str:
    found = re.search(r"Form (\w{3}-\w{3})", (folder / name).read_text("utf-8"))
    assert found
    return found[1]


def unfit(name: str, kind: str, other: str, is_: str, own: str) -> str:
    return (
        f"{name} beside it does not fit: it is the {kind} of form {other}, this is the {is_} of form {own}."
    )


def test_the_first_page_replaces_nothing(folder: Path) -> None:
    assert "replaces" not in made(folder, "exam", "--seed", "one").out


def test_an_exam_of_another_form_is_told_with_the_key_that_it_leaves_behind(folder: Path) -> None:
    made(folder, "exam", "--seed", "one")
    made(folder, "key", "--seed", "one")
    one = form(folder, EXAM)

    done = made(folder, "exam", "--seed", "two")
    two = form(folder, EXAM)

    assert one != two
    assert done.out.splitlines() == [
        f"Wrote {EXAM}: 6 questions. Form {two}, seed two.",
        f"It replaces an earlier exam, form {one}.",
        unfit(KEY, "key", one, "exam", two),
        "Its key: cpsprep print key --bank bank --seed two",
    ]


def test_its_own_key_written_after_it_fits_again(folder: Path) -> None:
    made(folder, "exam", "--seed", "one")
    made(folder, "key", "--seed", "one")
    one = form(folder, KEY)
    made(folder, "exam", "--seed", "two")

    done = made(folder, "key", "--seed", "two")

    assert done.out.splitlines() == [
        f"Wrote {KEY}: the key to form {form(folder, EXAM)}.",
        f"It replaces an earlier key, form {one}.",
    ]


def test_a_key_to_another_form_than_the_exam_beside_it_is_told(folder: Path) -> None:
    made(folder, "exam", "--seed", "one")

    done = made(folder, "key", "--seed", "two")

    assert unfit(EXAM, "exam", form(folder, EXAM), "key", form(folder, KEY)) in done.out


def test_an_exam_and_its_key_replaced_together_fit(folder: Path) -> None:
    made(folder, "exam", "--seed", "one", "--with-key")
    done = made(folder, "exam", "--seed", "two", "--with-key")

    assert done.out.count("It replaces an earlier") == 2
    assert "does not fit" not in done.out
    assert form(folder, EXAM) == form(folder, WITH)


@pytest.mark.parametrize("what", [("exam", "--seed", "7"), ("handout",), ("flashcards",), ("practice",)])
def test_the_same_page_again_replaces_an_earlier_one(folder: Path, what: tuple[str, ...]) -> None:
    made(folder, *what)

    assert made(folder, *what).out.splitlines()[1] == "It replaces an earlier one."


@pytest.mark.parametrize("name", [EXAM, WITH])
def test_where_the_place_of_one_is_taken_neither_exam_nor_key_is_written(folder: Path, name: str) -> None:
    (folder / name).write_text("<p>mine", "utf-8")

    done = made(folder, "exam", "--with-key")

    assert (done.code, done.out) == (2, "")
    assert f"{name} is there already and is not a page that cpsprep printed" in done.err
    assert "use another name with -o, or delete that file first" in done.err
    assert [path.name for path in folder.glob("*.html")] == [name]
    assert (folder / name).read_text("utf-8") == "<p>mine"


def test_a_page_of_another_kind_stays(folder: Path) -> None:
    made(folder, "exam", "-o", "a.html")
    before = (folder / "a.html").read_bytes()

    done = made(folder, "key", "--seed", "1", "-o", "a.html")

    assert (done.code, done.out) == (2, "")
    assert "a.html is there already and is an exam" in done.err
    assert (folder / "a.html").read_bytes() == before
