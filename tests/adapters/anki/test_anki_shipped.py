"""An earlier package read back; and what `cpsprep anki diff` says of a change is what the real Anki does."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from cpsprep.adapters.anki.package import AnkiPackager
from cpsprep.adapters.anki.shipped import shipped_in
from cpsprep.adapters.anki.types import IDS, looks
from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.core.anki.deck import lay_out
from cpsprep.core.anki.difference import ChangeKind, compare
from cpsprep.core.anki.ledger import Published
from cpsprep.core.anki.note import NoteType
from cpsprep.core.bank import Bank
from cpsprep.core.item import BankId, Item, Status
from fakes_anki import BANK, Press, bank, basic, cloze, multiple, single, told, true_false
from fakes_anki_user import AnkiUser, Imported

LOOKS = {name: look.hash for name, look in looks().items()}
MIXED = bank(single(tags=("grief", "loss")), told("sc-0001", 0), basic(), true_false(), multiple(), cloze())


@pytest.fixture
def user(tmp_path: Path) -> Iterator[AnkiUser]:
    with AnkiUser(tmp_path) as found:
        yield found


def kinds(package: Path, after: Bank, ledger: Published | None = None) -> list[ChangeKind]:
    found = compare(
        shipped_in(package, [BANK]), lay_out([after], published={BANK: ledger} if ledger else None), LOOKS
    )
    assert (found.broken, found.looks) == ((), ())
    return [one.kind for one in found.found]


def written(place: Path, data: bytes) -> Path:
    (place / "old.apkg").write_bytes(data)
    return place / "old.apkg"


def test_a_package_read_back_is_what_was_exported(tmp_path: Path) -> None:
    old = written(tmp_path, Press(AnkiPackager()).export(MIXED))
    before = shipped_in(old, [BANK])
    assert kinds(old, MIXED) == []
    assert (len(before.notes), before.looks, before.others) == (6, LOOKS, 0)


def test_notes_of_other_banks_are_counted(tmp_path: Path) -> None:
    old = written(tmp_path, Press(AnkiPackager()).export(MIXED))
    assert shipped_in(old, [BankId("0" * 32)]).others == 6


@pytest.mark.parametrize(
    ("before", "after", "told_", "done"),
    [
        (basic(), basic(), [], Imported(duplicate=1)),
        (basic(), basic(explanation="More."), [ChangeKind.CHANGED], Imported(updated=1)),
        (basic(), basic(status=Status.RETIRED), [ChangeKind.RETIRED], Imported(updated=1)),
        (cloze("x-1", "Hear {{c1::it}}"), basic("x-1", "Hear", "it"), [ChangeKind.NEW_NOTE], Imported(new=1)),
    ],
)
def test_what_is_told_is_what_anki_does(
    user: AnkiUser, tmp_path: Path, before: Item, after: Item, told_: list[ChangeKind], done: Imported
) -> None:
    press = Press(AnkiPackager())
    old = press.export(bank(before))
    user.imports(old)
    assert kinds(written(tmp_path, old), bank(after), press.ledger.kept[BANK]) == told_
    assert user.imports(press.export(bank(after))) == done


def test_a_retired_note_gets_its_tag_and_stays_where_it_is_in_the_queue(user: AnkiUser) -> None:
    press = Press(AnkiPackager())
    user.imports(press.export(bank(basic(), basic("ba-0002"))))
    schedule = user.schedule()
    user.imports(press.export(bank(basic(status=Status.RETIRED), basic("ba-0002"))))
    assert user.schedule() == schedule
    found = user.col.find_cards("tag:cps::retired -is:suspended")
    assert [user.col.get_card(card).nid for card in found] == [user.note("ba-0001").id]
    user.col.sched.suspend_cards(list(found))
    assert user.col.find_cards("tag:cps::retired -is:suspended") == []


def test_a_question_in_another_deck_is_told_and_its_cards_are_not_moved(
    user: AnkiUser, tmp_path: Path
) -> None:
    press = Press(AnkiPackager())
    old, after = press.export(bank(basic())), bank(basic(domain="crisis"))
    user.imports(old)
    assert kinds(written(tmp_path, old), after) == [ChangeKind.CHANGED, ChangeKind.MOVED]
    user.imports(press.export(after))
    (card,) = user.note("ba-0001").cards()
    assert user.col.decks.name(card.did) == "Peer <Specialist>::01 Listening"


def test_a_question_no_longer_there_is_told_and_stays(user: AnkiUser, tmp_path: Path) -> None:
    press = Press(AnkiPackager())
    old, after = press.export(bank(basic(), cloze())), bank(cloze())
    user.imports(old)
    assert kinds(written(tmp_path, old), after) == [ChangeKind.GONE]
    user.imports(press.export(after))
    assert user.note("ba-0001").tags == ["cps::domain::listening", "cps::kind::basic", "cps::topic::timing"]


def test_hidden_parts_that_come_and_go_are_told_and_their_cards_come_and_stay(
    user: AnkiUser, tmp_path: Path
) -> None:
    press = Press(AnkiPackager())
    old = press.export(bank(cloze(text="{{c1::see}} {{c2::it}}")))
    after = bank(cloze(text="{{c1::see}} {{c3::it}}"))
    user.imports(old)
    assert kinds(written(tmp_path, old), after) == [
        ChangeKind.CHANGED,
        ChangeKind.CARD_ADDED,
        ChangeKind.CARD_EMPTY,
    ]
    user.imports(press.export(after))
    assert [card.ord for card in user.note("cl-0001").cards()] == [0, 1, 2]
    (empty,) = user.col.get_empty_cards().notes
    assert len(empty.card_ids) == 1


def with_model(data: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The package with its note type for basic notes changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package, closing(sqlite3.connect(":memory:")) as found:
        found.deserialize(package.read("collection.anki2"))
        models = json.loads(found.execute("select models from col").fetchone()[0])
        change(models[str(IDS[NoteType.BASIC])])
        found.execute("update col set models = ?", (json.dumps(models),))
        found.commit()
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as again:
            again.writestr("collection.anki2", found.serialize())
    return made.getvalue()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda model: model["flds"].pop(), "fields"),
        (lambda model: model["flds"].reverse(), "fields"),
        (lambda model: model["flds"][0].update(id=1), "fields"),
        (lambda model: model["tmpls"].append(model["tmpls"][0]), "templates"),
        (lambda model: model.update(type=1), "kind"),
    ],
)
def test_a_note_type_that_anki_would_take_for_another_is_told(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], says: str
) -> None:
    old = written(tmp_path, with_model(Press(AnkiPackager()).export(bank(basic())), change))
    (line,) = shipped_in(old, [BANK]).broken
    assert line == f"CPS Basic v1: its {says} differ from those of the earlier package"


def test_another_look_is_told(tmp_path: Path) -> None:
    data = with_model(Press(AnkiPackager()).export(bank(basic())), lambda model: model.update(css=""))
    before = shipped_in(written(tmp_path, data), [BANK])
    assert compare(before, lay_out([bank(basic())]), LOOKS).looks == (NoteType.BASIC,)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text",
        with_model(Press(AnkiPackager()).export(bank(basic())), lambda model: model.pop("css")),
        with_model(Press(AnkiPackager()).export(bank(basic())), lambda model: model.update(tmpls=[])),
        with_model(Press(AnkiPackager()).export(bank(basic())), lambda model: model.update(flds=3)),
    ],
    ids=["empty", "text", "no css", "no template", "no fields"],
)
def test_what_is_no_package_of_ours_is_refused_with_a_way_out(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableError) as refused:
        shipped_in(written(tmp_path, data), [BANK])
    assert "cpsprep anki export" in refused.value.hint


def test_what_anki_itself_exported_is_refused(user: AnkiUser, tmp_path: Path) -> None:
    from anki.collection import ExportAnkiPackageOptions

    user.imports(Press(AnkiPackager()).export(bank(basic())))
    options = ExportAnkiPackageOptions(legacy=False)
    user.col.export_anki_package(out_path=str(tmp_path / "theirs.apkg"), options=options, limit=None)
    with pytest.raises(UnreadableError, match="theirs"):
        shipped_in(tmp_path / "theirs.apkg", [BANK])


def test_a_folder_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        shipped_in(tmp_path, [BANK])
    with pytest.raises(UnreadableError):
        shipped_in(tmp_path / "none.apkg", [BANK])
