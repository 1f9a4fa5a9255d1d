"""`cpsprep bank import` the next time: which deck, which columns, and advice that works as it is printed."""

import shlex
from pathlib import Path

from cpsprep.adapters.bank.yaml_bank import read_bank
from fakes_cli import Outcome, cpsprep

ONE = "1. Who decides what helps?\na) The peer\n*b) The person\n"
TWO = "1. What leaves room for an answer?\n*a) Open questions\nb) Advice\n"
UNKEYED = TWO.replace("*", "")
MAP = ("--map", "stem=Item text,a=First,b=Second,answer=Right")
TABLE = "Item text,First,Second,Right\nWho decides what helps?,The peer,The person,The person\n"


def bring(home: Path, name: str, text: str, *words: str, code: int = 0) -> Outcome:
    if name != "-":
        (home.parent / name).write_text(text, "utf-8")
    done = cpsprep("bank", "import", name, "--into", "b", *words, home=home, text=text)
    assert done.code == code, done.err
    return done


def test_what_is_pasted_is_never_all_that_there_is(home: Path) -> None:
    bring(home, "-", ONE)

    assert "in the file no more" not in bring(home, "-", TWO).out
    assert len(read_bank(home.parent / "b").items) == 2


def test_what_is_gone_from_a_file_is_retired_by_the_line_as_it_is_printed(home: Path) -> None:
    bring(home, "a file.txt", f"{ONE}\n{TWO}")
    said = bring(home, "a file.txt", ONE).out
    line = next(line for line in said.split("\n") if "bank retire" in line)

    done = cpsprep(*shlex.split(line)[1:], home=home)

    assert done.code == 0, done.err
    assert "# retired" in (home.parent / "b" / "a-file.yaml").read_text("utf-8")


def test_the_columns_of_a_table_are_said_once(home: Path) -> None:
    bring(home, "my items.csv", TABLE, *MAP)

    said = bring(home, "my items.csv", TABLE).out

    assert f'Columns as the last time: --map "{MAP[1]}".' in said
    assert "Known already: 1 question, 1 of them as they were." in said


def test_a_table_that_cannot_be_read_takes_nothing_out_of_use(home: Path) -> None:
    bring(home, "t.csv", TABLE.replace("Item text,First,Second,Right", "Question,A,B,Key"))

    done = bring(home, "t.csv", "x,y,z\n1,2,3\n", code=3)

    assert "retire" not in done.out
    assert "no question was found in it" in done.err


def test_files_whose_names_begin_alike_have_decks_of_their_own(home: Path) -> None:
    for number, text in enumerate((ONE, TWO), 1):
        bring(home, f"CPS Spring 2026 Final Review Part {number}.txt", text)

    decks = sorted(path.name for path in (home.parent / "b").glob("cps-*.yaml"))
    assert decks == [f"cps-spring-2026-final-review-part-{number}.yaml" for number in (1, 2)]
    assert not read_bank(home.parent / "b").problems


def test_a_file_of_the_same_name_has_a_deck_of_its_own_unless_it_asks_the_same(home: Path) -> None:
    bring(home, "week.txt", f"{ONE}\n{TWO}")
    bring(home, "week.md", f"1. Is it so?\n*a) Yes\nb) No\n\n{TWO}")
    first, second = "Who decides what helps? {~The peer =The person}", "{=Open questions ~Advice}"
    said = bring(home, "week.gift", f"{first}\n\nWhat leaves room for an answer? {second}\n").out

    assert sorted(path.name for path in (home.parent / "b").glob("week*")) == ["week-2.yaml", "week.yaml"]
    assert "Known already: 2 questions, 2 of them as they were." in said


def test_without_a_ready_question_no_deck_is_said_to_stay_and_the_way_on_is_a_command(home: Path) -> None:
    done = bring(home, "one.txt", UNKEYED)

    assert "stays as it is" not in done.out
    assert "No deck was written, as no question is ready." in done.out
    waiting = home.parent / "b" / "one.needs-key.txt"
    waiting.write_text(waiting.read_text("utf-8").replace("Answer:\n", "Answer: a\n"), "utf-8")
    line = next(line for line in done.out.split("\n") if "bank import" in line)
    assert cpsprep(*shlex.split(line)[1:], home=home).code == 0
    assert len(read_bank(home.parent / "b").items) == 1


def test_a_pack_says_which_questions_still_wait_for_a_key(home: Path) -> None:
    bring(home, "one.txt", f"{ONE}\n{UNKEYED.replace('1.', '2.')}")

    said = cpsprep("bank", "pack", "b", home=home).out.replace("\\", "/")

    assert "1 question still waits for a key in b/one.needs-key.txt, so not in this pack." in said
