"""`cpsprep anki diff`: what it tells before an export, in words and for programs."""

import json
from pathlib import Path

import pytest

from fakes_cli import cpsprep
from fakes_my_bank import my_bank

DECK = """\
deck: one
title: One
domain: role
items:
  - {id: it-0001, kind: basic, front: "Who decides on the goals?", back: The person}
  - {id: it-0002, kind: cloze, text: "I {{c1::see}} and {{c2::hear}}"}
  - {id: it-0003, kind: basic, front: Draft, back: Draft, status: draft}
"""


@pytest.fixture
def bank(tmp_path: Path, home: Path) -> Path:
    folder = my_bank(tmp_path, DECK)
    assert cpsprep("anki", "export", "--bank", "bank", "-o", "old.apkg", home=home).code == 0
    return folder


def write(bank: Path, deck: str) -> None:
    (bank / "one.yaml").write_text(deck, encoding="utf-8")


def test_nothing_changed(home: Path, bank: Path) -> None:
    done = cpsprep("anki", "diff", "--bank", "bank", home=home)
    assert (done.code, done.err) == (0, "")
    assert done.out == "Compared with the last export: 0 new, 0 changed, 2 unchanged.\n"


def test_what_will_and_will_not_happen_is_said_and_nothing_is_written(home: Path, bank: Path) -> None:
    write(bank, DECK.replace("{{c2::hear}}", "hear").replace(", status: draft", ""))
    before = (bank / "published.json").read_bytes()
    done = cpsprep("anki", "diff", "old.apkg", "--bank", "bank", home=home)
    assert done.code == 0
    assert done.out.startswith("Compared with old.apkg: 1 new, 1 changed, 1 card empty, 1 unchanged.\n")
    assert "    it-0003 (bank/one.yaml:7:5)\n" in done.out.replace("\\", "/")
    assert "schedule, reviews, flags and suspension stay" in done.out
    assert "    it-0002: c2 (bank/one.yaml:6:5)\n" in done.out.replace("\\", "/")
    assert (bank / "published.json").read_bytes() == before


def test_a_used_id_ends_with_findings(home: Path, bank: Path) -> None:
    other = DECK.replace("Who decides on the goals?", "When may notes be shared?")
    write(bank, other.replace("The person", "After a court order"))
    done = cpsprep("anki", "diff", "old.apkg", "--bank", "bank", home=home)
    assert done.code == 1
    assert "1 question under a published id that named another question" in done.out
    told = json.loads(cpsprep("anki", "diff", "old.apkg", "--bank", "bank", "--json", home=home).out)
    assert told["safe"] is False
    assert [(one["kind"], one["item"]) for one in told["changes"]] == [("reused", "it-0001")]
    assert told["counts"]["unchanged"] == 1


def test_since_a_day(home: Path, bank: Path) -> None:
    done = cpsprep("anki", "diff", "--since", "2020-01-01", "--bank", "bank", home=home)
    assert done.out.startswith("Compared with 2020-01-01: 2 new, 0 changed, 0 unchanged.\n")
    done = cpsprep("anki", "diff", "--since", "2999-01-01", "--bank", "bank", home=home)
    assert done.out.startswith("Compared with 2999-01-01: 0 new, 0 changed, 2 unchanged.\n")


def test_what_an_export_would_refuse_is_told(home: Path, bank: Path) -> None:
    write(bank, DECK.replace("back: The person", 'back: x, tags: ["::"]'))
    done = cpsprep("anki", "diff", "--bank", "bank", home=home)
    assert done.code == 1
    assert "one.yaml:5:5: anki-tag: " in done.out
    assert "would be refused" in done.out
    told = json.loads(cpsprep("anki", "diff", "--bank", "bank", "--json", home=home).out)
    assert (told["safe"], told["refused"][0]["item"]) == (False, "it-0001")


def test_a_long_list_is_cut_short(home: Path, bank: Path) -> None:
    lines = [f"  - {{id: ne-{number:04}, kind: basic, front: a, back: b}}\n" for number in range(22)]
    write(bank, DECK + "".join(lines))
    assert (
        "    and 2 more; for all of them: --json\n"
        in cpsprep("anki", "diff", "--bank", "bank", home=home).out
    )


def test_a_package_and_a_day_at_once_is_wrong_use(home: Path, bank: Path) -> None:
    done = cpsprep("anki", "diff", "old.apkg", "--since", "2020-01-01", "--bank", "bank", home=home)
    assert (done.code, done.out) == (2, "")
    done = cpsprep("anki", "diff", "--since", "May", "--bank", "bank", home=home)
    assert done.code == 2


def test_what_is_no_package_is_refused(home: Path, bank: Path) -> None:
    done = cpsprep("anki", "diff", "bank/one.yaml", "--bank", "bank", home=home)
    assert done.code == 3
    assert "cpsprep anki export" in done.err


@pytest.mark.parametrize("old", [(), ("old.apkg",)], ids=["the record", "a package"])
def test_a_picture_with_other_bytes_under_the_same_name_is_a_change(
    home: Path, bank: Path, old: tuple[str, ...]
) -> None:
    (bank / "media").mkdir()
    (bank / "media" / "clock.png").write_bytes(b"ten past four")
    write(bank, DECK.replace("back: The person", "back: The person, media: {clock.png: A clock.}"))
    assert cpsprep("anki", "export", "--bank", "bank", "-o", "old.apkg", home=home).code == 0
    (bank / "media" / "clock.png").write_bytes(b"noon")
    done = cpsprep("anki", "diff", *old, "--bank", "bank", home=home)
    assert done.code == 0
    assert done.out.splitlines()[0].endswith(": 0 new, 1 changed, 1 unchanged.")
    assert "it-0001" in done.out
