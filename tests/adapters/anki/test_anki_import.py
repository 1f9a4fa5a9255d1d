"""What the real Anki makes of our packages, with its default import options (acceptance T01 to T09, T18)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cpsprep.adapters.anki.package import AnkiPackager
from cpsprep.adapters.anki.types import IDS
from cpsprep.core.bank import Bank
from cpsprep.core.item import TRUE, BankId, Choice, ItemId, OptionId
from fakes_anki import (
    DAY,
    NOON,
    A,
    B,
    C,
    Press,
    bank,
    basic,
    cloze,
    multiple,
    single,
    told,
    true_false,
)
from fakes_anki_user import AnkiUser, Imported, keeps_times

MIXED = bank(
    single(source=("wi",), tags=("Über mut", "grief::loss"), content_note="This mentions loss."),
    told("sc-0001", 0),
    basic(),
    told("sc-0002", 1, "Then she laughs."),
    true_false(domain="crisis"),
    multiple(),
    cloze(),
)


@pytest.fixture
def user(tmp_path: Path) -> Iterator[AnkiUser]:
    with AnkiUser(tmp_path) as found:
        yield found


@pytest.fixture
def press() -> Press:
    return Press(AnkiPackager())


def test_a_first_import_brings_every_note_and_card(user: AnkiUser, press: Press) -> None:
    assert user.imports(press.export(MIXED)) == Imported(new=7)
    assert user.col.card_count() == 8 == press.last.cards


def test_note_types_keep_their_numbers(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(MIXED))
    found = {entry.id for entry in user.col.models.all_names_and_ids() if entry.name.startswith("CPS")}
    assert found == set(IDS.values())


def test_decks_follow_the_domains(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(MIXED))
    assert user.decks() == [
        "Peer <Specialist>",
        "Peer <Specialist>::01 Listening",
        "Peer <Specialist>::02 Crisis & self-care",
    ]


def test_the_deck_says_what_it_is(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(MIXED))
    deck = user.col.decks.by_name("Peer <Specialist>")
    assert deck is not None
    assert deck["desc"].startswith("Peer &lt;Specialist&gt;, version 0.1. Licence: CC-BY-4.0.")


def test_tags_arrive_as_they_were_made(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(MIXED))
    assert user.note("al-0001").tags == [
        "cps::domain::listening",
        "cps::kind::single",
        "cps::tag::grief::loss",
        "cps::tag::Über-mut",
        "cps::topic::timing",
    ]


def test_the_collection_is_sound_afterwards(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(MIXED))
    assert user.col.fix_integrity()[1]
    assert user.ask("select id from notes where id not in (select nid from cards)") == []
    check = user.col.media.check()
    assert not check.missing
    assert not check.unused


def test_new_cards_come_in_the_order_of_the_bank_with_a_story_in_one_piece(
    user: AnkiUser, press: Press
) -> None:
    user.imports(press.export(MIXED))
    rows = user.ask("select n.flds, c.due from cards c join notes n on n.id = c.nid order by c.due")
    order = [fields.split("\x1f")[0] for fields, _ in rows]
    assert order == ["al-0001", "sc-0001", "sc-0002", "ba-0001", "mu-0001", "cl-0001", "cl-0001", "tf-0001"]
    assert sorted({due for _, due in rows}) == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    "text",
    [
        "{{c1::one}}",
        "{{c1::one}} {{c2::two::hint}} {{c1::three}}",
        "{{c2::two}} only",
        "{{c10::ten}} {{c3::three}}",
        "{{c500::last}}",
        "a {b} }} {{c1::if (x) { return y::z; }}}",
        "line {{c1::one\n\nstill one}} {{c2::two}}",
        r"\( {{c1::x}} \) [latex]{{c2::y}}[/latex]",
    ],
)
def test_cloze_cards_are_those_that_anki_would_make(user: AnkiUser, press: Press, text: str) -> None:
    user.imports(press.export(bank(cloze("cl-0001", text))))
    note = user.note("cl-0001")
    numbers = user.col._backend.cloze_numbers_in_note(note._to_backend_note())
    assert sorted(card.ord for card in note.cards()) == sorted(number - 1 for number in numbers)
    assert user.col.get_empty_cards().notes == []


def test_importing_twice_touches_nothing(user: AnkiUser, press: Press) -> None:
    data = press.export(MIXED)
    user.imports(data)
    before = user.everything()
    assert user.imports(data) == Imported(duplicate=7)
    assert user.everything() == before


def test_an_unchanged_export_touches_nothing(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(MIXED))
    before, schema = user.everything(), user.ask("select scm from col")
    assert user.imports(press.export(MIXED)) == Imported(duplicate=7)
    assert user.everything() == before
    assert user.ask("select scm from col") == schema


def test_one_changed_item_updates_one_note_and_keeps_the_schedule(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(MIXED))
    user.studies([3, 4, 1, 3, 2])
    schedule, reviews = user.schedule(), user.reviews()
    assert len(reviews) == 5
    changed = replace(MIXED, items={**MIXED.items, **bank(single(stem="Which one, then?")).items})
    assert user.imports(press.export(changed)) == Imported(updated=1, duplicate=6)
    assert user.note("al-0001")["Stem"] == "Which one, then?"
    assert (user.schedule(), user.reviews()) == (schedule, reviews)


@keeps_times
def test_a_change_taken_back_arrives_too(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(bank(single())))
    user.imports(press.export(bank(single(stem="Which one, then?"))))
    assert user.imports(press.export(bank(single()))) == Imported(updated=1)
    assert user.note("al-0001")["Stem"] == "Which is BEST?"


@keeps_times
def test_two_changes_within_a_second_both_arrive(user: AnkiUser, press: Press) -> None:
    for stem, done in (("A?", Imported(new=1)), ("B?", Imported(updated=1)), ("C?", Imported(updated=1))):
        press.at_ms = NOON
        assert user.imports(press.export(bank(single(stem=stem)))) == done


def test_an_edit_in_anki_survives_while_ours_is_older(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(MIXED))
    user.edits("al-0001", "Stem", "My words", at_ms=NOON + DAY // 2)
    assert user.imports(press.export(MIXED)) == Imported(duplicate=7)
    assert user.note("al-0001")["Stem"] == "My words"


def test_a_newer_text_of_ours_replaces_an_edit_in_anki(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(bank(single())))
    user.edits("al-0001", "Stem", "My words", at_ms=NOON + DAY // 2)
    user.imports(press.export(bank(single(stem="Newer"))))
    assert user.note("al-0001")["Stem"] == "Newer"


def test_suspension_and_flags_survive_an_update(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(bank(single())))
    (card,) = user.note("al-0001").card_ids()
    user.col.sched.suspend_cards([card])
    user.col.set_user_flag_for_cards(2, [card])
    user.imports(press.export(bank(single(stem="Newer"))))
    assert user.col.get_card(card).queue == -1
    assert user.col.get_card(card).user_flag() == 2


def test_an_item_of_another_kind_is_another_note(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(bank(single("al-0001"))))
    assert user.imports(press.export(bank(basic("al-0001")))) == Imported(new=1)


def test_a_cloze_that_gains_a_number_gains_a_card(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(bank(cloze(text="{{c1::see}} it"), cloze("cl-0002", "{{c1::a}}"))))
    user.imports(press.export(bank(cloze(text="{{c1::see}} {{c2::it}}"), cloze("cl-0002", "{{c1::a}}"))))
    assert [card.ord for card in user.note("cl-0001").cards()] == [0, 1]


@keeps_times
@pytest.mark.parametrize("merge", [False, True])
def test_many_releases_leave_three_note_types_and_a_sound_collection(
    user: AnkiUser, press: Press, merge: bool
) -> None:
    for number in range(6):
        extra = [basic(f"ex-{one:04}") for one in range(number)]
        items = bank(single(stem=f"Release {number}"), multiple(), cloze(), basic(), *extra)
        done = user.imports(press.export(items), merge=merge)
        assert done.conflicting == 0
        assert user.note("al-0001")["Stem"] == f"Release {number}"
        if number == 0:
            user.studies([3, 3])
    assert sorted(user.types()) == ["CPS Basic v1", "CPS Choice v1", "CPS Cloze v1"]
    assert user.col.note_count() == 9
    assert len(user.reviews()) == 2
    assert user.col.fix_integrity()[1]


def test_two_banks_in_one_package_stay_apart(user: AnkiUser, press: Press) -> None:
    other = replace(MIXED.header, id=BankId("0" * 32), title="Other")
    assert user.imports(press.export(MIXED, replace(MIXED, header=other))) == Imported(new=14)
    assert user.ask("select count(distinct guid) from notes") == [[14]]


def test_the_front_of_a_choice_is_the_same_whatever_the_key_is(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(MIXED))
    fronts = {name: user.sides(name)[0] for name in ("al-0001", "mu-0001", "tf-0001")}
    keys = {"al-0001": (C,), "mu-0001": (A, B), "tf-0001": (TRUE,)}
    other = [replace(MIXED.items[ItemId(name)], body=_keyed(MIXED, name, key)) for name, key in keys.items()]

    assert user.imports(press.export(bank(*other))).updated == 3
    assert {name: user.sides(name)[0] for name in fronts} == fronts


def _keyed(source: Bank, name: str, key: tuple[OptionId, ...]) -> Choice:
    body = source.items[ItemId(name)].body
    assert isinstance(body, Choice)
    return replace(body, answer=key, why={option: f"Reason for {option}." for option in body.options})


def test_every_back_says_the_answer(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(MIXED))
    assert "Answer:</b> The person." in user.sides("ba-0001")[1]
    assert "Answer:</b> see" in user.sides("cl-0001", 0)[1]
    assert "Answer:</b> hear" in user.sides("cl-0001", 1)[1]


def test_the_content_note_comes_before_everything(user: AnkiUser, press: Press) -> None:
    user.imports(press.export(bank(told("sc-0001", 0, content_note="This mentions loss."))))
    front, _ = user.sides("sc-0001")
    assert front.index("mentions loss") < front.index("Ana is late") < front.index("BEST")
