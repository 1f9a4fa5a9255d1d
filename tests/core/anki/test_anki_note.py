"""One item as a note: its identity, its fields in the frozen order, what each holds."""

import re
from dataclasses import replace

import pytest

from cpsprep.core.anki.note import FIELDS, AnkiNote, BankText, NoteType, anki_note, content_hash, guid
from cpsprep.core.item import BankId, Item, ItemId, Status
from cpsprep.core.problem import Problem
from fakes_anki import BANK, HEADER, basic, cloze, multiple, single, told, true_false


def note(item: Item) -> AnkiNote:
    made = anki_note(item, BankText.of(HEADER))
    assert isinstance(made, AnkiNote)
    return made


def fields(item: Item) -> dict[str, str]:
    made = note(item)
    return dict(zip(FIELDS[made.type], made.fields, strict=True))


@pytest.mark.parametrize(
    ("note_type", "expected"),
    [
        # printf 'cpsprep\n<bank>\nChoice\nal-0001' | sha256sum | cut -c1-20
        (NoteType.CHOICE, "2b99210ec3000fbcbb7a"),
        (NoteType.BASIC, "804131c71462e009eb54"),
        (NoteType.CLOZE, "74d7c6692b87064f19df"),
    ],
)
def test_identity_never_changes(note_type: NoteType, expected: str) -> None:
    assert guid(BankId("b0f5f9f6-6f0c-4f5e-9c1b-2c6f0a7de5a1"), note_type, ItemId("al-0001")) == expected


def test_the_fields_stand_in_the_frozen_order() -> None:
    spare = ["Extra1", "Extra2", "Extra3", "Extra4"]
    shared = ["Explanation", "Scenario", "ContentNote", "Reference", "Domain", "Media"]
    choice = ["QID", "Stem", "Options", "Key", "Kind", "Rationales", *shared, "Shuffle", *spare]
    assert list(FIELDS[NoteType.CHOICE]) == choice
    assert list(FIELDS[NoteType.BASIC]) == ["QID", "Front", "Back", *shared, *spare]
    assert list(FIELDS[NoteType.CLOZE]) == ["QID", "Text", *shared, *spare]


def test_options_are_a_lettered_list_without_the_key() -> None:
    assert fields(replace(single(), shuffle=False))["Options"] == (
        '<ol class="options" type="A"><li data-k="a">It sounds hard.</li><li data-k="b">Me too.</li>'
        '<li data-k="c">Do not worry.</li><li data-k="d">Let us plan.</li></ol>'
    )


def test_options_are_mixed_alike_on_both_sides_and_in_every_export() -> None:
    made = fields(single())
    order = re.findall(r'<li data-k="(.)"', made["Options"])

    assert sorted(order) == list("abcd")
    assert re.findall(r'<li data-k="(.)"', made["Rationales"]) == order
    assert fields(single()) == made


def test_the_key_does_not_stand_first_in_every_question() -> None:
    made = (fields(replace(single(), id=ItemId(f"al-{number:04d}"))) for number in range(20))
    first = [re.findall(r'<li data-k="(.)"', each["Options"])[0] for each in made]

    assert 1 < first.count("a") < 12


def test_the_back_marks_the_right_option_and_puts_each_rationale_under_its_own() -> None:
    made = fields(single())["Rationales"]
    assert (
        '<li data-k="a" class="right"><b>&#10003; Right answer:</b> It sounds hard.'
        '<div class="why">It names the feeling.</div></li>' in made
    )
    assert '<li data-k="b">Me too.<div class="why">Too soon.</div></li>' in made


def test_an_option_without_a_rationale_has_none() -> None:
    assert "why" not in fields(multiple())["Rationales"]


def test_the_key_is_the_text_of_the_right_option() -> None:
    assert fields(single())["Key"] == '<span data-k="a">It sounds hard.</span>'


def test_several_right_options_are_a_list() -> None:
    assert fields(multiple())["Key"] == (
        '<ul><li><span data-k="a">one</span></li><li><span data-k="c">three</span></li></ul>'
    )


def test_true_and_false_have_no_letters_and_keep_their_order() -> None:
    made = fields(true_false())
    assert made["Options"].startswith('<ul class="options"><li data-k="true">')
    assert made["Shuffle"] == ""


@pytest.mark.parametrize(("shuffle", "said"), [(True, "yes"), (False, "")])
def test_the_author_says_whether_options_may_be_shuffled(shuffle: bool, said: str) -> None:
    assert fields(single(shuffle=shuffle))["Shuffle"] == said


def test_the_story_so_far_is_the_vignette_and_every_update() -> None:
    made = fields(told("sc-0002", 1, "Then she laughs."))
    assert made["Scenario"] == "<p>Ana is late.</p><p>She cries.</p><p>Then she laughs.</p>"


def test_what_the_author_added_has_fields_of_its_own() -> None:
    made = fields(basic(explanation="Because.", content_note="Loss.", source=("wi", "other & more")))
    assert made["Explanation"] == "Because."
    assert made["ContentNote"] == "Loss."
    assert made["Reference"] == "Wisconsin guide, 2020<br>other &amp; more"


def test_the_domain_is_named_by_its_title() -> None:
    assert fields(basic(domain="crisis"))["Domain"] == "Crisis &amp; self-care"
    assert fields(basic(domain="unlisted"))["Domain"] == "unlisted"


def test_a_note_has_a_card_for_each_cloze_number() -> None:
    assert note(cloze(text="{{c10::a}} {{c2::b}} {{c10::c}}")).ordinals == (1, 9)
    assert note(single()).ordinals == (0,)


@pytest.mark.parametrize(
    ("text", "code"),
    [("{{c1::a", "cloze-unclosed"), ("{{c1::a {{c2::b}} }}", "cloze-nested"), ("a", "cloze-none")],
)
def test_a_broken_cloze_is_refused_by_name(text: str, code: str) -> None:
    problem = anki_note(cloze(text=text), BankText.of(HEADER))
    assert isinstance(problem, Problem)
    assert (problem.code, problem.item, problem.place.line) == (code, "cl-0001", 7)


def test_the_content_hash_follows_text_and_tags_alone() -> None:
    first = content_hash(note(single()))
    assert content_hash(note(single(claims=("S01",), status=Status.CHECKED))) == first
    assert content_hash(note(single(stem="Other?"))) != first
    assert content_hash(note(single(topic="other"))) != first


def test_another_bank_makes_other_notes() -> None:
    other = anki_note(single(), BankText.of(replace(HEADER, id=BankId("0" * 32))))
    assert isinstance(other, AnkiNote)
    assert other.guid != note(single()).guid
    assert note(single()).bank == BANK
