"""Files of Anki, old and new, sound and hostile: what is read of them, and how the rest is refused."""

import zipfile
from pathlib import Path

import pytest

from cpsprep.adapters.anki.collection import NEWEST_FIRST
from cpsprep.adapters.anki.collection_reviews import CollectionFile
from cpsprep.app.errors import CpsprepError, UnreadableError, UsageError
from cpsprep.core.anki.history_in import AnkiHistory, AnkiReview, our_notes
from cpsprep.core.anki.note import NoteType, guid
from cpsprep.core.item import BankId, ItemId
from fakes_anki import BANK, NOON
from fakes_anki_files import CHOICE_TYPE, NEW, OLD, AnkiFile, packed

ITEMS = (ItemId("al-0001"), ItemId("cl-0001"))
NOTES = our_notes([(BANK, item) for item in ITEMS])
OTHER = BankId("0" * 32)


def read(path: Path) -> AnkiHistory:
    return CollectionFile(path).read(NOTES)


def refused(path: Path) -> CpsprepError:
    with pytest.raises(CpsprepError) as caught:
        read(path)
    return caught.value


@pytest.fixture
def file() -> AnkiFile:
    made = AnkiFile()
    made.review(made.card("al-0001"))
    made.review(made.card("cl-0001", NoteType.CLOZE, 1), NOON + 1, ease=1, kind=0, factor=0, ms=900)
    return made


@pytest.mark.parametrize("member", NEWEST_FIRST)
@pytest.mark.parametrize("ending", ["apkg", "colpkg"])
def test_every_kind_of_file_tells_the_same(tmp_path: Path, file: AnkiFile, member: str, ending: str) -> None:
    found = read(file.write(tmp_path / f"x.{ending}", member))
    assert found.reviews == [
        AnkiReview(NOON, guid(BANK, NoteType.CHOICE, ITEMS[0]), 0, 3, 1, 2500, 4000),
        AnkiReview(NOON + 1, guid(BANK, NoteType.CLOZE, ITEMS[1]), 1, 1, 0, 0, 900),
    ]
    assert (found.cards, found.unknown, found.foreign) == (2, 0, 0)


def test_reading_leaves_the_file_and_its_folder_as_they_were(tmp_path: Path, file: AnkiFile) -> None:
    path = file.write(tmp_path / "x.apkg", "collection.anki21b")
    path.chmod(0o400)
    before = path.read_bytes(), path.stat().st_mtime_ns
    read(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert list(tmp_path.iterdir()) == [path]
    path.chmod(0o600)  # Windows removes no file that must not be changed


def test_the_newest_collection_in_a_file_is_the_one_that_counts(tmp_path: Path, file: AnkiFile) -> None:
    path = packed(
        tmp_path / "x.apkg",
        {"collection.anki2": AnkiFile().database(), "collection.anki21": file.database()},
    )
    assert read(path).cards == 2


def test_cards_of_others_are_counted_and_left(tmp_path: Path, file: AnkiFile) -> None:
    for card in (file.any_card("x"), file.card("al-0001", bank=OTHER), file.card("al-0001", ordinal=1)):
        file.review(card, NOON + 100 + card)
    found = read(file.write(tmp_path / "x.apkg"))
    assert (found.cards, found.unknown, found.foreign, len(found.reviews)) == (2, 2, 1, 2)


def test_reviews_of_cards_that_were_deleted_are_passed_over(tmp_path: Path, file: AnkiFile) -> None:
    file.review(99, NOON + 9)
    assert len(read(file.write(tmp_path / "x.apkg")).reviews) == 2


def test_a_collection_in_wal_mode_can_be_read(tmp_path: Path, file: AnkiFile) -> None:
    data = bytearray(file.database())
    data[18:20] = b"\2\2"
    assert read(packed(tmp_path / "x.apkg", {"collection.anki21": bytes(data)})).cards == 2


@pytest.mark.parametrize(
    ("settings", "crt", "offset"),
    [
        ({"creationOffset": 300}, 0, -300),
        ({"creationOffset": -570}, 0, 570),
        ({}, 1_700_000_000 // 86_400 * 86_400 + 4 * 3600, 0),
        ({}, 1_700_000_000 // 86_400 * 86_400 + 9 * 3600, -300),
        ({}, 1_700_000_000 // 86_400 * 86_400 + 19 * 3600, 540),
        ({"creationOffset": 90_000}, 4 * 3600, 0),
        ({"creationOffset": "x"}, 3 * 3600, 60),
    ],
)
@pytest.mark.parametrize("member", ["collection.anki21", "collection.anki21b"])
def test_the_time_zone_is_what_the_collection_says_or_when_it_was_begun(
    tmp_path: Path, settings: dict[str, object], crt: int, offset: int, member: str
) -> None:
    file = AnkiFile(crt=crt, settings=settings | {"schedVer": 2})
    assert read(file.write(tmp_path / "x.apkg", member)).offset_min == offset


@pytest.mark.parametrize(("kind", "eases"), [(0, [1, 3, 4]), (2, [1, 3, 4]), (1, [1, 2, 3])])
@pytest.mark.parametrize("settings", [{}, {"schedVer": 1}])
def test_buttons_of_the_first_scheduler_are_read_as_later_ones_count_them(
    tmp_path: Path, kind: int, eases: list[int], settings: dict[str, object]
) -> None:
    file = AnkiFile(settings=settings)
    card = file.card("al-0001")
    for ease in (1, 2, 3):
        file.review(card, NOON + ease, ease, kind)
    assert [one.ease for one in read(file.write(tmp_path / "x.apkg")).reviews] == eases


@pytest.mark.parametrize(
    "row",
    [
        (-5, 1, -1, 3, 6, 1, 2500, 4000, 1),
        (1 << 60, 1, -1, 3, 6, 1, 2500, 4000, 1),
        (NOON, 1, -1, "three", 6, 1, 2500, 4000, 1),
        (NOON, 1, -1, 3, 6, 1, b"x", 4000, 1),
        (NOON, 1, -1, 3, 6, 1, 2500, None, 1),
        (NOON, None, -1, 3, 6, 1, 2500, 0, 1),
    ],
)
def test_rows_that_make_no_sense_are_passed_over(tmp_path: Path, row: tuple[object, ...]) -> None:
    file = AnkiFile(rows=[row])
    file.card("al-0001")
    assert read(file.write(tmp_path / "x.apkg")).reviews == []


def test_text_and_settings_that_make_no_sense_harm_nothing(tmp_path: Path) -> None:
    file = AnkiFile()
    for guid_ in (b"\xff\xfe", None, 7):
        file.any_card(guid_)
    deep = "[" * 100_000
    data = file.database(
        more=f"""
        insert into notes values (9, cast(x'fffe' as text), 1, 'x');
        insert into cards values (9, 9, 0);
        update col set crt = 'x', conf = '{deep}';
        create table config (key text, val blob);
        """
    )
    found = read(packed(tmp_path / "x.apkg", {"collection.anki21": data}))
    assert (found.foreign, found.offset_min) == (4, 0)


def test_a_collection_without_any_settings_is_read_all_the_same(tmp_path: Path) -> None:
    data = AnkiFile().database(schema=NEW)
    assert read(packed(tmp_path / "x.apkg", {"collection.anki21": data})) == AnkiHistory([], 0)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    error = refused(tmp_path / "x.apkg")
    assert isinstance(error, UnreadableError)
    assert "x.apkg cannot be read" in str(error)


def test_a_folder_is_wrong_use(tmp_path: Path) -> None:
    assert isinstance(refused(tmp_path), UsageError)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.apkg", b"", "damaged"),
        ("x.apkg", b"PK\3\4 and then nothing", "damaged"),
        ("x.txt", b"front\tback", "not a package of Anki"),
        ("collection.anki2", b"SQLite format 3\0" + b"\0" * 100, "bare database"),
    ],
)
def test_what_is_no_package_is_refused_in_words(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    error = refused(path)
    assert words in str(error)
    assert "File, then Export" in error.hint


@pytest.mark.parametrize(
    "member",
    ["../collection.anki21", "/collection.anki21", "a/collection.anki2", "COLLECTION.ANKI2", "x.txt"],
)
def test_names_that_lead_elsewhere_lead_nowhere(tmp_path: Path, file: AnkiFile, member: str) -> None:
    path = packed(tmp_path / "x.apkg", {member: file.database()})
    assert "holds no collection" in str(refused(path))
    assert list(tmp_path.iterdir()) == [path]


def test_a_bomb_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.apkg", {"collection.anki21": bytes(120 << 20)})
    assert path.stat().st_size < 1 << 20
    assert "unpacks to more than" in str(refused(path))


def test_a_bomb_of_the_new_form_is_refused_too(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    data = zstandard.ZstdCompressor().compress(bytes(120 << 20))
    path = packed(tmp_path / "x.apkg", {"collection.anki21b": data})
    assert "unpacks to more than" in str(refused(path))


@pytest.mark.parametrize("member", ["collection.anki21", "collection.anki21b"])
@pytest.mark.parametrize("content", [b"", b"not a database", bytes(5000)])
def test_a_collection_that_is_no_database_is_refused(tmp_path: Path, member: str, content: bytes) -> None:
    assert "damaged" in str(refused(packed(tmp_path / "x.apkg", {member: content})))


@pytest.mark.parametrize("keep", [20, 100, 3000, 9000])
def test_a_broken_database_is_refused(tmp_path: Path, file: AnkiFile, keep: int) -> None:
    data = file.database()
    broken = data[:keep] + b"\xff" * (len(data) - keep)
    assert "damaged" in str(refused(packed(tmp_path / "x.apkg", {"collection.anki21": broken})))


def test_a_schema_that_is_no_text_is_refused(tmp_path: Path, file: AnkiFile) -> None:
    broken = file.database().replace(b"CREATE TABLE revlog", b"CREATE TABL\x9f revlog")
    assert "its tables are broken" in str(refused(packed(tmp_path / "x.apkg", {"collection.anki2": broken})))


@pytest.mark.parametrize("at", [0.3, 0.6, 0.9])
@pytest.mark.parametrize("member", ["collection.anki21", "collection.anki21b"])
def test_a_file_with_flipped_bytes_is_refused(tmp_path: Path, file: AnkiFile, member: str, at: float) -> None:
    path = file.write(tmp_path / "x.apkg", member)
    data = bytearray(path.read_bytes())
    for place in range(int(len(data) * at) - 8, int(len(data) * at) + 8):
        data[place] ^= 0x5A
    path.write_bytes(data)
    assert str(path) in str(refused(path))


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        (OLD.replace("create table revlog", "create table reviews"), "holds no 'revlog'"),
        (OLD.replace("ease integer", "button integer"), "no such column: ease"),
        (OLD.replace("guid text", "name text"), "no such column: n.guid"),
        (
            OLD.replace("create table cards", "create table cards2")
            + "create view cards as with recursive n(id) as (select 1 union all select id + 1 from n)"
            " select id, id as nid, 0 as ord from n;",
            "holds no 'cards'",
        ),
    ],
)
def test_another_schema_is_refused(tmp_path: Path, schema: str, words: str) -> None:
    data = AnkiFile().database(schema=schema, more="insert into col values (1, 0, '{}')")
    assert words in str(refused(packed(tmp_path / "x.apkg", {"collection.anki21": data})))


def test_a_package_with_a_password_is_refused(tmp_path: Path, file: AnkiFile) -> None:
    path = file.write(tmp_path / "x.apkg")
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)
    assert "a way that Anki does not use" in str(refused(path))


def test_another_way_of_packing_is_refused(tmp_path: Path, file: AnkiFile) -> None:
    path = tmp_path / "x.apkg"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as package:
        package.writestr("collection.anki21", file.database())
    assert "a way that Anki does not use" in str(refused(path))


def test_our_note_type_tells_cards_of_banks_that_are_not_in_use(tmp_path: Path) -> None:
    file = AnkiFile()
    file.any_card("whatever", CHOICE_TYPE)
    assert read(file.write(tmp_path / "x.apkg")).unknown == 1
