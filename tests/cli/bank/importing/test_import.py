"""`cpsprep bank import`: what it writes, what it says, and what becomes of a file that comes again."""

import json
from pathlib import Path

import pytest

from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.core.item import Kind
from fakes_cli import Outcome, cpsprep
from fakes_docx import document, docx, paragraph, run

GIFT = """\
$CATEGORY: Skills

::First::Who decides? {~the peer#no =the person#yes ####It is theirs.}

::Second::It is so. {T}

::Third::Match. {=a -> b =c -> d}

::Fourth::Which is it? {~x ~y}
"""


def bring(home: Path, *words: str, text: str = "", code: int = 0) -> Outcome:
    done = cpsprep("bank", "import", *words, home=home, text=text)
    assert done.code == code, done.err
    return done


def test_a_file_becomes_a_deck_of_a_new_bank(home: Path) -> None:
    (home.parent / "Midterm.gift").write_text(GIFT, "utf-8")

    done = bring(home, "Midterm.gift", "--into", "my-bank")

    assert "2 ready, 1 needs a key, 1 skipped (1 matching)." in done.out
    assert "Midterm.gift:7: matching: pairs are to be matched" in done.out
    assert "Midterm.gift:9: no option is marked as right: Which is it?" in done.out
    bank = read_bank(home.parent / "my-bank")
    assert bank.problems == ()
    (first, second) = bank.items.values()
    assert (first.topic, first.explanation, second.kind) == ("Skills", "It is theirs.", Kind.TRUEFALSE)
    assert (
        (home.parent / "my-bank" / "midterm.yaml")
        .read_text("utf-8")
        .startswith("# brought in from Midterm.gift\n")
    )


def test_the_same_file_again_changes_nothing_and_a_changed_one_updates(home: Path) -> None:
    source, deck = home.parent / "Midterm.gift", home.parent / "my-bank" / "midterm.yaml"
    source.write_text(GIFT, "utf-8")
    bring(home, "Midterm.gift", "--into", "my-bank")
    before = deck.read_bytes()

    assert (
        "Known already: 2 questions, 2 of them as they were."
        in bring(home, "Midterm.gift", "--into", "my-bank").out
    )
    assert deck.read_bytes() == before
    source.write_text(
        GIFT.replace("Who decides?", "Who decides what helps?").replace("#no", "#not this"), "utf-8"
    )
    ids = list(read_bank(home.parent / "my-bank").items)
    done = bring(home, "Midterm.gift", "--into", "my-bank")

    assert f"{ids[0]}: stem, why a" in done.out
    items = read_bank(home.parent / "my-bank").items
    assert list(items) == ids
    assert "Who decides what helps?" in deck.read_text("utf-8")


def test_what_the_author_changed_is_not_trampled(home: Path) -> None:
    source, deck = home.parent / "a.gift", home.parent / "my-bank" / "a.yaml"
    source.write_text(GIFT, "utf-8")
    bring(home, "a.gift", "-o", "my-bank/a.yaml")
    text = deck.read_text("utf-8").replace("Who decides?", "Who really decides?")
    deck.write_text(text.replace("    answer: b", "    answer: b   # checked by AB"), "utf-8")
    source.write_text(
        GIFT.replace("Who decides?", "Who is it that decides?").replace("is theirs", "is hers"), "utf-8"
    )

    done = bring(home, "a.gift", "-o", "my-bank/a.yaml")
    assert "stem: 'Who really decides?' here, 'Who is it that decides?' in the file" in done.out
    kept = deck.read_text("utf-8")
    assert "Who really decides?" in kept
    assert "# checked by AB" in kept
    assert "It is hers." in kept

    bring(home, "a.gift", "-o", "my-bank/a.yaml", "--theirs")
    assert "Who is it that decides?" in deck.read_text("utf-8")


def test_questions_without_a_key_wait_in_a_text_and_come_back_from_it(home: Path) -> None:
    (home.parent / "a.gift").write_text(GIFT, "utf-8")
    done = bring(home, "a.gift", "-o", "my-bank/a.yaml")
    waiting = home.parent / "my-bank" / "a.needs-key.txt"
    assert "my-bank/a.needs-key.txt" in done.out.replace("\\", "/")

    waiting.write_text(waiting.read_text("utf-8").replace("Answer:\n", "Answer: b\n"), "utf-8")
    bring(home, "my-bank/a.needs-key.txt", "-o", "my-bank/a.yaml")

    bank = read_bank(home.parent / "my-bank")
    assert len(bank.items) == 3
    again = bring(home, "a.gift", "-o", "my-bank/a.yaml")
    assert "2 ready, 1 with the key that the deck has, 1 skipped (1 matching)." in again.out
    assert len(read_bank(home.parent / "my-bank").items) == 3


def test_keys_that_somebody_wrote_are_never_overwritten(home: Path) -> None:
    text = "1. Who?\na) one\nb) two\n\n2. Who else?\na) one\nb) two\n"
    (home.parent / "a.txt").write_text(text, "utf-8")
    bring(home, "a.txt", "-o", "b/a.yaml")
    waiting = home.parent / "b" / "a.needs-key.txt"
    waiting.write_text(waiting.read_text("utf-8").replace("Answer:\n", "Answer: b\n", 1), "utf-8")
    filled = waiting.read_bytes()

    assert "a.needs-key-2.txt" in bring(home, "a.txt", "-o", "b/a.yaml").out
    assert waiting.read_bytes() == filled
    bring(home, "b/a.needs-key.txt", "-o", "b/a.yaml")

    assert len(read_bank(home.parent / "b").items) == 1
    assert "Who else?" in waiting.read_text("utf-8")
    assert "Question 2" not in waiting.read_text("utf-8")


def test_pasted_text_and_word(home: Path) -> None:
    bring(home, "-", "--into", "my-bank", text="1. Who?\na) one\nb) two*\n")
    body = document(
        paragraph("Who else?", at="1/0"), paragraph("x", at="1/1"), paragraph(run("y", "b"), at="1/1")
    )
    (home.parent / "Final exam.docx").write_bytes(docx(body))
    bring(home, "Final exam.docx", "--into", "my-bank")

    bank = read_bank(home.parent / "my-bank")
    assert [item.deck for item in bank.items.values()] == ["final-exam", "pasted"]


def test_a_dry_run_writes_nothing(home: Path) -> None:
    (home.parent / "a.gift").write_text(GIFT, "utf-8")

    done = bring(home, "a.gift", "--into", "my-bank", "--dry-run")

    assert "Nothing was written" in done.out
    assert not (home.parent / "my-bank").exists()


def test_json_tells_everything(home: Path) -> None:
    (home.parent / "a.gift").write_text(GIFT, "utf-8")

    told = json.loads(bring(home, "a.gift", "--into", "my-bank", "--json").out)

    assert (told["schema"], told["format"], told["ready"], len(told["added"])) == (
        "cpsprep.bank-import/1",
        "gift",
        2,
        2,
    )
    assert told["skipped"] == [
        {"where": "a.gift:7", "what": "matching", "why": "pairs are to be matched: Third"}
    ]
    assert [one["stem"] for one in told["needs_key"]] == ["Which is it?"]


def test_columns_are_said_and_the_template_is_taken(home: Path) -> None:
    template = bring(home, "--template").out
    bring(home, "-", "-o", "my-bank/t.yaml", text=template)
    (home.parent / "x.csv").write_text(
        "Nr,Item text,Eins,Zwei,Loesung\n1,Who?,x,y,Zwei\n2,Who now?,x,y,2\n", "utf-8"
    )
    done = bring(
        home, "x.csv", "-o", "my-bank/x.yaml", "--map", "stem=Item text,a=Eins,b=Zwei,answer=Loesung"
    )

    assert "2 ready." in done.out
    assert len(read_bank(home.parent / "my-bank").items) == 5


def test_cards_with_separators_of_ones_own(home: Path) -> None:
    bring(
        home,
        "-",
        "--from",
        "cards",
        "--sep",
        " - ",
        "--row-sep",
        "\\n\\n",
        "--into",
        "b",
        text="x - y\nz\n\nu - v",
    )

    assert len(read_bank(home.parent / "b").items) == 2


@pytest.mark.parametrize(
    ("words", "text", "code", "told"),
    [
        ((), "", 2, "no file"),
        (("nothing.docx",), "", 3, "there is no file"),
        (("-", "--into", "b"), "Dear all, see you.", 3, "no question was found"),
        (("-", "--into", "b"), "::a::Match. {=a -> b =c -> d}", 3, "to write one anew: cpsprep bank add"),
        (("-", "-o", "b/deck.txt"), "1. x", 2, ".yaml"),
        (("-", "-o", "b/bank.yaml"), "1. x", 2, "no deck"),
        (("-", "-o", "c/x.yaml", "--into", "b"), "1. x", 2, "is not in b"),
        (("-", "--map", "stem", "--into", "b"), "x,y", 2, "--map"),
        (("-", "--map", "stem=Z", "--into", "b"), "x,y\nu,v", 2, "no column 'Z'"),
        (("-", "--into", "b"), "%PDF-1.7", 3, "PDF"),
        (("-", "--into", "b"), "<!DOCTYPE quiz [<!ENTITY a 'b'>]><quiz>&a;</quiz>", 3, "document type"),
    ],
)
def test_what_cannot_be_done_is_said_with_the_way_out(
    home: Path, words: tuple[str, ...], text: str, code: int, told: str
) -> None:
    done = bring(home, *words, text=text, code=code)

    assert told in done.err
    assert "Traceback" not in done.err
    assert not (home.parent / "b").exists()


def test_a_damaged_deck_or_memory_is_told(home: Path) -> None:
    bring(home, "-", "--into", "b", text="1. Who?\na) one\nb) two*\n")
    (home.parent / "b" / "imported.json").write_text("{", "utf-8")
    assert (
        "imported.json is damaged" in bring(home, "-", "--into", "b", text="1. x?\na) y*\nb) z", code=3).err
    )
    (home.parent / "b" / "imported.json").unlink()
    (home.parent / "b" / "pasted.yaml").write_text("items: [", "utf-8")
    assert "pasted.yaml" in bring(home, "-", "--into", "b", text="1. x?\na) y*\nb) z", code=3).err


def test_a_deck_in_brackets_takes_no_more_and_stays_whole(home: Path) -> None:
    bring(home, "-", "--into", "b", text="1. Who?\na) one\nb) two*\n")
    deck = home.parent / "b" / "pasted.yaml"
    deck.write_text("items: [{id: q-1, kind: basic, front: f, back: b}]\n", "utf-8")

    assert "name another file" in bring(home, "-", "--into", "b", text="1. x?\na) y*\nb) z", code=3).err
    assert "brought" not in deck.read_text("utf-8")


def test_without_a_word_the_bank_around_is_taken(home: Path) -> None:
    bring(home, "-", "--into", "b", text="1. Who?\na) one\nb) two*\n")
    (home.parent / "q.txt").write_text("1. Who else?\na) one\nb) two*\n", "utf-8")
    done = cpsprep("bank", "import", "../q.txt", home=home, cwd=home.parent / "b")

    assert done.code == 0, done.err
    assert (home.parent / "b" / "imported-q.yaml").exists()


def test_a_newer_form_under_another_name_is_not_brought_in_twice(home: Path) -> None:
    (home.parent / "Midterm.gift").write_text(GIFT, "utf-8")
    bring(home, "Midterm.gift", "--into", "my-bank")
    (home.parent / "Midterm (2).gift").write_text(f"{GIFT}\n::New::So? {{T}}\n", "utf-8")

    stopped = bring(home, "Midterm (2).gift", "--into", "my-bank", code=2)

    assert "are in my-bank/midterm.yaml already" in stopped.err.replace("\\", "/")
    assert len(list((home.parent / "my-bank").glob("*.yaml"))) == 2


def test_a_pack_for_learners_is_told_what_it_is_for(home: Path) -> None:
    (home.parent / "Midterm.gift").write_text(GIFT, "utf-8")
    bring(home, "Midterm.gift", "--into", "my-bank")
    cpsprep("bank", "pack", "my-bank", "-o", "a.cpsbank", home=home)

    assert "cpsprep bank install a.cpsbank" in bring(home, "a.cpsbank", code=3).err


UNKEYED = "1. Who?\na) x\nb) y\n"


def test_a_list_of_missing_keys_goes_when_none_is_missing(home: Path) -> None:
    waiting, typed = home.parent / "b" / "a.needs-key.txt", home.parent / "a.txt"
    typed.write_text(UNKEYED, "utf-8")
    bring(home, "a.txt", "-o", "b/a.yaml")
    typed.write_text(f"{UNKEYED}Answer: a\n", "utf-8")

    assert "No key is missing any more" in bring(home, "a.txt", "-o", "b/a.yaml").out
    assert not waiting.exists()


@pytest.mark.parametrize("wrote", ["", "Answer: b"])
def test_a_list_of_missing_keys_stays_while_it_is_wanted(home: Path, wrote: str) -> None:
    waiting, typed = home.parent / "b" / "a.needs-key.txt", home.parent / "a.txt"
    typed.write_text(UNKEYED, "utf-8")
    bring(home, "a.txt", "-o", "b/a.yaml")
    waiting.write_text(waiting.read_text("utf-8").replace("Answer:", wrote or "Answer:"), "utf-8")
    (home.parent / "c.txt").write_text("1. Who now?\na) x\nb) y\nAnswer: a\n", "utf-8")
    bring(home, "c.txt", "-o", "b/a.yaml")

    assert waiting.exists()
