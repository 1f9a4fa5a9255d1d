"""CSV holds every item whole, as any reader of RFC 4180 sees it."""

import csv
import io
import re
from dataclasses import replace

from hypothesis import given

from cpsprep.core.export.table import table
from cpsprep.core.interchange.tables.delimited import read_delimited
from cpsprep.core.item import Basic, Choice, Cloze, Item, Kind, ScenarioPart
from fakes_anki import HEADER, A, B, basic, cloze, item, multiple, single, true_false
from fakes_questions import banks


def rows(*items: Item) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table(items, HEADER).text, newline="")))


def shown(cell: str) -> str:
    """A cell as a spreadsheet shows it."""
    return re.sub(r"^'(?='*[=+@-])", "", cell)


@given(banks())
def test_every_text_comes_back(items: list[Item]) -> None:
    for found, one in zip(rows(*items), items, strict=True):
        assert found["id"] == one.id
        stem, answer = shown(found["stem"]), shown(found.get("answer", ""))
        match one.body:
            case Choice() as body:
                assert (stem, answer.split("; ")) == (body.stem, list(body.answer))
                options = {} if body.kind is Kind.TRUEFALSE else body.options
                assert {option: shown(found[option]) for option in options} == options
                assert {option: shown(found[f"why_{option}"]) for option in body.why} == body.why
            case Basic(front=front, back=back):
                assert (stem, answer) == (front, back)
            case Cloze(text=text):
                assert stem == text


def test_columns_that_nobody_needs_are_left_out() -> None:
    assert table([basic()], HEADER).text.splitlines()[0] == "id,kind,stem,answer,deck,domain,topic"


def test_a_text_that_a_spreadsheet_would_compute_gets_an_apostrophe() -> None:
    (row,) = rows(basic(front="=1+1", back="-x"))

    assert (row["stem"], row["answer"]) == ("'=1+1", "'-x")


def test_a_text_that_has_such_an_apostrophe_gets_another() -> None:
    (row,) = rows(basic(front="'=1+1", back="'tis"))

    assert (row["stem"], row["answer"]) == ("''=1+1", "'tis")


def test_a_story_and_its_updates_have_columns() -> None:
    story = ScenarioPart("ana", "Ana waits.", ("She leaves.", "She calls."), 2)
    (row,) = rows(replace(single(), scenario=story))

    assert (row["scenario"], row["vignette"]) == ("ana", "Ana waits.")
    assert row["updates"] == "She leaves.\n\n---\n\nShe calls."


def test_several_right_options_stand_in_one_cell() -> None:
    assert rows(multiple())[0]["answer"] == "a; c"


def test_true_and_false_are_no_columns() -> None:
    (row,) = rows(true_false())

    assert "a" not in row
    assert (row["answer"], row["why_false"]) == ("false", "Peers do plan.")


def test_what_nobody_wrote_has_no_column() -> None:
    (row,) = rows(replace(true_false(), topic="deck", deck="deck", shuffle=False))

    assert "topic" not in row
    assert "shuffle" not in row


def test_an_order_that_its_author_fixed_is_kept() -> None:
    assert rows(single(shuffle=False))[0]["shuffle"] == "false"


def test_lines_end_as_the_standard_has_it() -> None:
    assert table([cloze()], HEADER).text.count("\r\n") == 2


def test_nothing_is_lost() -> None:
    body = Choice(Kind.SINGLE, "s", {A: "x", B: "y"}, (A,), {A: "w"}, {B: "reassured"})
    done = table([item("aa-1", body, explanation="e", tags=("t",), shuffle=False)], HEADER)

    assert (done.lost, done.joined, done.left_out) == ((), (), ())


def test_our_own_reader_finds_every_question_again() -> None:
    items = [
        single(explanation="Be there."),
        multiple(tags=("x", "y")),
        true_false(),
        basic(front="=1+1"),
        cloze(),
    ]
    drafts = read_delimited(table(items, HEADER).text.replace("\r\n", "\n"), "x.csv").drafts

    assert [(draft.name, draft.kind) for draft in drafts] == [(one.id, one.kind) for one in items]
    assert [option.why for option in drafts[0].options][:2] == ["It names the feeling.", "Too soon."]
    assert [option.right for option in drafts[1].options] == [True, False, True]
    assert (drafts[1].tags, drafts[3].stem, drafts[3].back) == (("x", "y"), "=1+1", "The person.")
