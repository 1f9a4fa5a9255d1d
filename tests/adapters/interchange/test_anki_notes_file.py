"""Notes of Anki packages, from the older form and the newer one."""

from pathlib import Path

import genanki
import pytest

from cpsprep.adapters.interchange.anki_file import read_apkg
from cpsprep.app.errors import UnreadableError
from fakes_anki_files import AnkiFile, packed
from fakes_import import lines

NEWER = """
create table notetypes (id integer primary key, name text);
create table fields (ntid integer, ord integer, name text collate unicase, config blob,
  primary key (ntid, ord));
create table decks (id integer primary key, name text collate unicase);
create table notes (id integer primary key, guid text, mid integer, tags text, flds text);
create table cards (id integer primary key, nid integer, did integer);
insert into notetypes values (7, 'Choice');
insert into fields values (7, 0, 'Question', ''), (7, 1, 'A', ''), (7, 2, 'B', ''), (7, 3, 'Answer', '');
insert into decks values (5, 'CPS' || char(31) || 'Skills');
insert into notes values (1, 'g1', 7, ' one ',
  'Who?' || char(31) || 'x' || char(31) || '<i>y</i>' || char(31) || 'B');
insert into notes values (2, 'g2', 8, '', 'front' || char(31) || 'back');
insert into cards values (1, 1, 5);
"""


def test_a_package_in_the_older_form(tmp_path: Path) -> None:
    deck = genanki.Deck(1, "CPS::Words")
    deck.add_note(
        genanki.Note(genanki.BASIC_MODEL, ["What is <b>hope</b>?", "A thing."], guid="g1", tags=["one"])
    )
    deck.add_note(genanki.Note(genanki.CLOZE_MODEL, ["I {{c1::see}}.", ""], guid="g2"))
    genanki.Package(deck).write_to_file(tmp_path / "a.apkg")

    assert lines(read_apkg(tmp_path / "a.apkg")) == [
        "basic: What is hope? = A thing. | named g1 | in Words | #one | !! bold",
        "cloze: I {{c1::see}}. | named g2 | in Words",
    ]


def test_a_package_in_the_newer_form(tmp_path: Path) -> None:
    import zstandard

    data = zstandard.ZstdCompressor().compress(AnkiFile().database(schema=NEWER))
    path = packed(tmp_path / "a.colpkg", {"collection.anki21b": data})

    found = read_apkg(path)

    assert lines(found) == [
        "single: Who? | x | *y | named g1 | in Skills | #one | !! italics",
        "basic: front = back | named g2",
    ]
    assert str(found.drafts[0].where) == f"{path}, note 1"


@pytest.mark.parametrize(
    "schema",
    [
        "create table x (y)",
        "create table col (models, decks); insert into col values ('[', '{}');",
        "create table col (models, decks);",
    ],
)
def test_a_package_that_makes_no_sense_is_refused(tmp_path: Path, schema: str) -> None:
    path = packed(tmp_path / "a.apkg", {"collection.anki2": AnkiFile().database(schema=schema)})

    with pytest.raises(UnreadableError):
        read_apkg(path)
