"""Tables: columns by their names, keys as people write them, cards, and a template to fill in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.interchange.draft import HostileError, Spot
from cpsprep.core.interchange.tables.columns import Row
from cpsprep.core.interchange.tables.delimited import read_cards, read_delimited, separator_of, template
from cpsprep.core.interchange.tables.key_words import right_ones, truth_of
from cpsprep.core.interchange.tables.rows import read_table
from fakes_import import line, lines, skipped

HEADER = "Question,A,B,C,Answer\n"


@pytest.mark.parametrize(
    ("key", "right"),
    [
        ("B", (1,)),
        ("b)", (1,)),
        ("(b)", (1,)),
        ("Option B", (1,)),
        ("A, C", (0, 2)),
        ("A and C", (0, 2)),
        ("a;c", (0, 2)),
        ("AC", (0, 2)),
        ("2", (1,)),
        ("1,3", (0, 2)),
        ("2.0", (1,)),
        ("beta", (1,)),
        ("  BETA. ", (1,)),
        ("B) beta", (1,)),
        ("B. beta, of course", (1,)),
        ("alpha; gamma", (0, 2)),
        ("D", ()),
        ("A, D", ()),
        ("AD", ()),
        ("B) delta", ()),
        ("delta", ()),
        ("9", ()),
        ("", ()),
    ],
)
def test_keys_are_read_as_people_write_them(key: str, right: tuple[int, ...]) -> None:
    assert right_ones(key, ["alpha", "beta", "gamma"]) == right


@pytest.mark.parametrize(
    ("key", "right"),
    [
        ("Choice Y", "two"),
        ("y", "two"),
        ("X and Y", "one two"),
        ("Choice X; Y", "one two"),
        ("B", "two"),
        ("Option words", "Option words"),
        ("one", "one"),
        ("Z, W", ""),
        ("Choice", ""),
        ("X,", ""),
    ],
)
def test_a_key_may_name_the_column_of_an_option(key: str, right: str) -> None:
    table = f'Item,Choice X,Choice Y,Choice Z,Right\nWhich is it?,one,two,Option words,"{key}"'
    given = {"stem": "Item", "a": "Choice X", "b": "Choice Y", "c": "Choice Z", "answer": "Right"}
    (draft,) = read_delimited(table, "f", ",", given).drafts

    assert " ".join(one.text for one in draft.options if one.right) == right


@pytest.mark.parametrize(("word", "truth"), [("True", True), ("f", False), ("yes", True), ("maybe", None)])
def test_words_for_true_and_false(word: str, truth: bool | None) -> None:
    assert truth_of(word) is truth


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Who?,one,two,three,B", "single: Who? | one | *two | three"),
        ('Who?,one,two,three,"A,C"', "multiple: Who? | *one | two | *three"),
        ("Who?,one,two,,2", "single: Who? | one | *two"),
        ("Who?,one,*two,three,", "single: Who? | one | *two | three"),
        ("Who?,one,two,three,", "single: Who? | one | two | three"),
        ("Who?,one,two,three,E", "single: Who? | one | two | three | ?? 'E' names no option"),
        ("So?,True,False,,A", "truefalse: So? = true"),
        ("So?,True,False,,false", "truefalse: So? = false"),
        ("So?,True,False,,", "truefalse: So? = ?"),
        ("So?,,,,TRUE", "truefalse: So? = true"),
        ("Hope?,,,,A thing.", "basic: Hope? = A thing."),
        ("<b>Who</b>?,one,two,three,B", "single: Who? | one | *two | three | !! bold"),
        ("'=1+1?,one,two,three,B", "single: =1+1? | one | *two | three"),
        ("'quoted' who?,one,two,three,B", "single: 'quoted' who? | one | *two | three"),
    ],
)
def test_a_row_becomes(row: str, expected: str) -> None:
    found = read_delimited(HEADER + row, "f")

    assert (lines(found), skipped(found)) == ([expected], [])


def test_a_row_tells_its_scenario_and_what_happened_in_it() -> None:
    head = "kind,scenario,vignette,updates,stem,answer"
    table = f'{head}\nbasic,s-1,Ana waits.,"She calls.\n\n---\n\nHe comes.",Who?,Ana\n'

    (draft,) = read_delimited(table, "f").drafts

    assert (draft.scene, draft.story) == ("s-1", "Ana waits.")
    assert (draft.updates, draft.stem) == (("She calls.", "He comes."), "Who?")


def test_what_happened_in_no_story_stands_before_the_question() -> None:
    (draft,) = read_delimited("scenario,updates,stem,answer\ns-1,She calls.,Who?,Ana\n", "f").drafts

    assert (draft.scene, draft.updates, draft.stem) == ("", (), "She calls.\n\nWho?")


@pytest.mark.parametrize(
    ("cell", "media", "lost"),
    [
        ("a.png: A face; with words, b.", {"a.png": "A face; with words, b."}, False),
        ("a.png: A face; b.mp3: A sigh", {"a.png": "A face", "b.mp3": "A sigh"}, False),
        ("a.png: A face; b.mp3: ", {"a.png": "A face; b.mp3:"}, False),
        ("see a.png: A face", {}, True),
        ("a face; a.png: A face", {"a.png": "A face"}, True),
    ],
)
def test_pictures_of_our_own_tables_have_their_names_and_words(
    cell: str, media: dict[str, str], lost: bool
) -> None:
    (draft,) = read_delimited(f'stem,answer,media\nWho?,Ana,"{cell}"\n', "f").drafts

    assert draft.more.get("media", {}) == media
    assert bool(draft.lost) == lost


def test_options_stand_as_the_table_says_and_keep_their_letters() -> None:
    (draft,) = read_delimited('stem,a,b,d,answer,order\nWho?,x,y,z,d,"d; a; h"\n', "f").drafts

    assert (line(draft), draft.letters) == ("single: Who? | *z | x | y", "dab")


def test_our_own_columns_hold_everything() -> None:
    text = (
        "id,kind,vignette,updates,media,stem,a,b,answer,why_a,why_true,misconception_b,topic,tags,level,source,shuffle\n"
        "q-1,multiple,Ana waits.,,,Who?,x,y,a; b,so,,hasty,skills,one; two,recall,guide; book,false\n"
        "q-2,truefalse,,,x.png: a face,So?,,,true,,yes,,,,,,\n"
        "q-3,cloze,,,,I {{c1::see}}.,,,,,,,,,,,\n"
        "q-4,essay,,,,Tell,,,,,,,,,,,\n"
    )

    found = read_delimited(text, "f")

    assert lines(found) == [
        "multiple: Who? | *x | *y | why: so | named q-1 | in skills | #one | #two",
        "truefalse: So? = true | why: yes | named q-2",
        "cloze: I {{c1::see}}. | named q-3",
    ]
    assert [draft.story for draft in found.drafts] == ["Ana waits.", "", ""]
    assert dict(found.drafts[0].more) == {
        "level": "recall",
        "shuffle": "false",
        "source": ["guide", "book"],
        "misconception": {"b": "hasty"},
    }
    assert skipped(found) == ["5 essay"]


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a,b\nc,d", ","),
        ("a;b;c\n1,5;2;3", ";"),
        ("a\tb\nc, d\te", "\t"),
        ("one two", ","),
        ('a,"b\nc', ","),
        ("a|b|c\nd|e|f", "|"),
    ],
)
def test_the_separator_is_found_out(text: str, sign: str) -> None:
    assert separator_of(text) == sign


def test_cells_with_lines_keep_the_place_of_their_first() -> None:
    found = read_delimited(f'{HEADER}"Who\nis\nit?",x,y,,A\nNext?,x,y,,B', "f")

    assert [(draft.stem, draft.where.number) for draft in found.drafts] == [("Who\nis\nit?", 2), ("Next?", 5)]


def test_a_separator_of_several_signs() -> None:
    assert lines(read_delimited("Question::A::B::Answer\nWho?::x::y::B", "f", "::")) == [
        "single: Who? | x | *y"
    ]


def test_a_giant_cell_is_refused() -> None:
    with pytest.raises(HostileError):
        read_delimited(f'{HEADER}"{"x" * 200_000}",x,y,,A', "f")


def test_cards_with_separators_of_ones_own() -> None:
    found = read_cards("hope---a thing\nwith feathers\n\n\nfaith---\n\nlove---a\n\n\n\n", "f", "---", "\n\n")

    assert lines(found) == ["basic: hope = a thing/with feathers", "basic: love = a"]
    assert skipped(found) == ["5 without a back"]
    assert [draft.where.number for draft in found.drafts] == [1, 7]


def test_the_template_is_read_back() -> None:
    assert [line.split(":")[0] for line in lines(read_delimited(template().replace("\r\n", "\n"), "f"))] == [
        "single",
        "truefalse",
        "basic",
    ]


@given(st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=6))
def test_any_table_is_read_without_a_failure(cells: list[list[str]]) -> None:
    found = read_table([Row(Spot("f", number), row) for number, row in enumerate(cells, 1)])

    assert len(found.drafts) + len(found.skipped) <= len(cells)


def test_a_quote_that_is_never_closed_is_no_separator() -> None:
    assert separator_of('x,"' + "y" * 9000 + ("\n" + "z" * 9999) * 20) == ","


def test_more_rows_than_any_bank_has_questions_are_refused() -> None:
    with pytest.raises(HostileError):
        read_table([Row(Spot("f", 1), ["x", "y"])] * 30_001)
