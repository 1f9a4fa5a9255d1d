"""`cpsprep anki export`: what it says, where it writes, how it refuses."""

import zipfile
from pathlib import Path

import pytest

from fakes_cli import cpsprep
from fakes_exam_day import EXAM
from fakes_my_bank import my_bank

DECK = """\
deck: one
title: One
domain: role
items:
  - {id: it-0001, kind: basic, front: "Who decides?", back: The person}
  - {id: it-0002, kind: cloze, text: "I {{c1::see}} and {{c2::hear}}"}
  - {id: it-0003, kind: basic, front: Draft, back: Draft, status: draft}
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return my_bank(tmp_path, DECK)


def test_the_shipped_bank_goes_to_a_file_named_after_it(home: Path) -> None:
    done = cpsprep("anki", "export", home=home)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Wrote certified-peer-specialist.apkg: ")
    assert "Next: in Anki choose File, then Import" in done.out
    assert zipfile.is_zipfile(home.parent / "certified-peer-specialist.apkg")


def test_an_export_says_what_is_new_changed_and_unchanged(home: Path, bank: Path) -> None:
    first = cpsprep("anki", "export", "--bank", "bank", home=home)
    assert first.out.splitlines()[:2] == [
        "Wrote my-bank.apkg: 2 questions on 3 cards.",
        "This is the first export: 2 new.",
    ]
    assert first.out.endswith("Left out: 1 draft. To take drafts along: --drafts\n")
    (bank / "one.yaml").write_text(DECK.replace("decides", "chooses"), encoding="utf-8")
    second = cpsprep("anki", "export", "--bank", "bank", "--drafts", home=home)
    assert "Since the last export: 1 new, 1 changed, 1 unchanged." in second.out
    assert "Left out" not in second.out


def test_the_ledger_is_beside_ones_own_bank(home: Path, bank: Path) -> None:
    cpsprep("anki", "export", "--bank", "bank", "-o", "cps.apkg", home=home)
    assert '"id": "it-0001"' in (bank / "published.json").read_text("utf-8")
    assert (home.parent / "cps.apkg").exists()


def test_no_temporary_file_is_left(home: Path, bank: Path, tmp_path: Path) -> None:
    place = tmp_path / "tmp"
    place.mkdir()
    env = {"TMPDIR": str(place), "TEMP": str(place), "TMP": str(place)}
    assert cpsprep("anki", "export", "--bank", "bank", home=home, env=env).code == 0
    assert list(place.iterdir()) == []
    assert sorted(path.name for path in bank.iterdir()) == ["bank.yaml", "one.yaml", "published.json"]


def test_what_cannot_be_a_package_is_refused_as_wrong_use(home: Path, bank: Path) -> None:
    done = cpsprep("anki", "export", "--bank", "bank", "-o", "-", home=home)
    assert (done.code, done.out) == (2, "")
    assert "-o " in done.err


def test_what_would_break_in_anki_is_listed_and_nothing_is_written(home: Path, bank: Path) -> None:
    (bank / "one.yaml").write_text(DECK.replace("status: draft", 'tags: ["::"]'), encoding="utf-8")
    done = cpsprep("anki", "export", "--bank", "bank", home=home)
    assert done.code == 1
    assert "one.yaml:7:5: anki-tag: the tag '::' of it-0003 is empty in Anki" in done.out
    assert "nothing was written" in done.err
    assert not (bank / "published.json").exists()
    assert not (home.parent / "my-bank.apkg").exists()


def test_mistakes_in_the_bank_do_not_hide_the_good_questions(home: Path, bank: Path) -> None:
    (bank / "one.yaml").write_text(DECK + "  - {id: it-0004, kind: basic, front: x}\n", encoding="utf-8")
    done = cpsprep("anki", "export", "--bank", "bank", home=home)
    assert done.code == 0
    assert "Mistakes kept 1 question out. See: cpsprep bank lint" in done.out
    assert "one.yaml:8:5: missing-field: " in done.out


def test_a_bank_of_drafts_says_how_to_take_them_along(home: Path, bank: Path) -> None:
    lines = DECK.splitlines(keepends=True)
    (bank / "one.yaml").write_text("".join([*lines[:4], lines[6]]), encoding="utf-8")
    done = cpsprep("anki", "export", "--bank", "bank", home=home)
    assert done.code == 3
    assert "no question to export" in done.err
    assert "--drafts" in done.err


def test_filters_choose_the_questions(home: Path, bank: Path) -> None:
    (bank / "two.yaml").write_text(DECK.replace("one", "two").replace("it-", "other-"), encoding="utf-8")
    done = cpsprep("anki", "export", "--bank", "bank", "--deck", "two", "--domain", "role", home=home)
    assert done.out.startswith("Wrote my-bank.apkg: 2 questions on 3 cards.")
    done = cpsprep("anki", "export", "--bank", "bank", "--status", "draft", home=home)
    assert done.out.startswith("Wrote my-bank.apkg: 2 questions on 2 cards.")
    assert "Left out" not in done.out


def test_a_filter_that_fits_nothing_names_the_nearest(home: Path, bank: Path) -> None:
    done = cpsprep("anki", "export", "--bank", "bank", "--domain", "roll", home=home)
    assert done.code == 2
    assert "no question has the domain 'roll'" in done.err
    assert "role" in done.err


def test_filters_that_leave_nothing_say_so(home: Path, bank: Path) -> None:
    done = cpsprep("anki", "export", "--bank", "bank", "--status", "reviewed", home=home)
    assert done.code == 3
    assert "the filters leave nothing" in done.err
    assert not (bank / "published.json").exists()


def test_retired_questions_are_told_with_the_search_to_suspend_them(home: Path, bank: Path) -> None:
    cpsprep("anki", "export", "--bank", "bank", home=home)
    (bank / "one.yaml").write_text(
        DECK.replace("status: draft", "status: retired").replace(
            "back: The person", "back: X, status: retired"
        ),
        encoding="utf-8",
    )
    done = cpsprep("anki", "export", "--bank", "bank", home=home)
    assert "0 new, 1 changed, 1 unchanged.\n1 of these is retired.\n" in done.out
    assert "tag:cps::retired -is:suspended" in done.out
    assert done.out.endswith("Left out: 1 retired question that was never published.\n")


def test_a_damaged_ledger_is_named(home: Path, bank: Path) -> None:
    (bank / "published.json").write_text("{", encoding="utf-8")
    done = cpsprep("anki", "export", "--bank", "bank", home=home)
    assert done.code == 3
    assert "published.json" in done.err


def test_help_says_what_an_update_does(home: Path) -> None:
    done = cpsprep("anki", "export", "--help", home=home)
    assert done.code == 0
    assert "keeps its schedule" in " ".join(done.out.split())
    assert cpsprep("anki", home=home).out.count("export") >= 1


HELD = """\
deck: one
title: One
domain: role
items:
""" + "".join(
    f"  - {{id: it-{n:04}, kind: single, stem: Which {n}?, options: {{a: 'One', b: Two}}, answer: a}}\n"
    for n in range(20)
)


class TestWhatAPlanKeeps:
    @pytest.fixture
    def bank(self, tmp_path: Path) -> Path:
        return my_bank(tmp_path, HELD)

    def export(self, home: Path, *options: str) -> str:
        done = cpsprep("anki", "export", "--bank", "bank", *options, home=home)
        assert done.code == 0
        return done.out

    def test_is_left_out_on_request(self, home: Path, bank: Path) -> None:
        cpsprep("plan", "set", "--exam-date", EXAM, "--bank", "bank", home=home)
        out = self.export(home, "--without-held-out")
        assert "16 questions on 16 cards" in out
        assert "Left out: 4 questions that your plan keeps for mock exams." in out

    def test_is_told_of_when_it_comes_along(self, home: Path, bank: Path) -> None:
        cpsprep("plan", "set", "--exam-date", EXAM, "--bank", "bank", home=home)
        out = self.export(home)
        assert "20 questions on 20 cards" in out
        assert "Among them are 4 that your plan keeps for mock exams" in out
        assert out.endswith("To leave them out: --without-held-out\n")

    def test_is_nothing_without_a_plan(self, home: Path, bank: Path) -> None:
        assert "held" not in self.export(home)
        out = self.export(home, "--without-held-out")
        assert "20 questions" in out
        assert out.endswith("there is no plan to an exam. To make one: cpsprep plan set\n")
