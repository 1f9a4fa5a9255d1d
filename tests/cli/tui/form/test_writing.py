"""Writing a question in the form: fields, keys, the mouse; every kind ends in the deck."""

from pathlib import Path

import pytest

from cpsprep.cli.tui.form.notes_panel import lines_of
from cpsprep.cli.tui.form.screen import FormScreen
from cpsprep.cli.tui.signs import Signs
from cpsprep.core.item import Kind
from cpsprep.core.writing.form import Form
from cpsprep.core.writing.parts import ASK
from fakes_bank import DECK, HEADER
from fakes_form import desk, opened
from fakes_writing import changes

CARD = Form(Kind.BASIC, {ASK: "What is it?", "back": "A thing."})
CHOICE = Form(
    texts={ASK: "Which?", "option.a": "This", "option.b": "That", "why.b": "No."}, right=frozenset("a")
)


async def test_a_choice_is_written_with_the_keyboard_alone(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        assert screen.here == ASK
        await screen.type("Ana waits.", "enter")
        await screen.type("Which is BEST?", "tab")
        await screen.type("Stay with her.", "enter")
        await screen.type("She is alone.", "enter")
        await screen.type("Leave her.", "tab", "tab", "tab")
        assert screen.here == "answer"
        await screen.press("a", "tab", "tab", "right", "right", "space", "tab", "space")
        assert "Nothing is missing. Ctrl+S saves it." in screen.text
        await screen.press("ctrl+s", "enter")

        come = [line[2:] for line in changes(DECK, screen.deck)]
        assert [line for line in come if line] == [
            "  - id: first-0001",
            "    kind: single",
            "    level: application",
            "    stem: |",
            "      Ana waits.",
            "      Which is BEST?",
            "    options:",
            "      a: Stay with her.",
            "      b: Leave her.",
            "    answer: a",
            "    why:",
            "      a: She is alone.",
            "    source: [guide]",
        ]


@pytest.mark.parametrize(
    ("form", "written"),
    [
        (
            Form(
                Kind.MULTIPLE,
                {ASK: "Which?", "option.a": "A", "option.b": "B", "option.c": "C"},
                frozenset("ac"),
            ),
            "answer: [a, c]",
        ),
        (Form(Kind.TRUEFALSE, {ASK: "So?", "why.false": "No."}, frozenset({"false"})), "answer: false"),
        (Form(Kind.CLOZE, {ASK: "A {{c1::b}}.", "explanation": "One.\n\nTwo."}), "explanation: |"),
        (CARD, "front: What is it?\n    back: A thing."),
    ],
    ids=lambda value: value.kind.value if isinstance(value, Form) else "",
)
async def test_every_kind_goes_into_the_deck(tmp_path: Path, form: Form, written: str) -> None:
    async with opened(tmp_path, form) as screen:
        await screen.press("ctrl+s", "enter")

        assert f"kind: {form.kind.value}" in screen.deck.partition("first-0001")[2]
        assert written in screen.deck


async def test_another_kind_keeps_the_words_and_says_which_wait(tmp_path: Path) -> None:
    async with opened(tmp_path, CHOICE) as screen:
        await screen.press("shift+tab", "f")
        assert screen.parts == ["kind", ASK, "back", "explanation", "level", "source"]
        assert "not saved with this one: Option a, Option b, Reason for b." in " ".join(screen.text.split())
        await screen.press("o")

        assert screen.form == CHOICE


async def test_room_for_an_option_and_its_reason_comes_as_one_writes(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        before = screen.parts
        await screen.press("tab", "A", "tab")
        assert (screen.here, "why.b" in screen.parts) == ("why.a", False)
        await screen.press("shift+tab", "backspace")

        assert (screen.here, screen.parts) == ("option.a", before)


async def test_keys_that_arrive_all_at_once_go_where_they_belong(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        for key in ("Q", "tab", "A", "enter", "y", "enter", "B"):
            screen.send(key)
        await screen.settled()
        await screen.settled()

        assert dict(screen.form.texts) == {ASK: "Q", "option.a": "A", "why.a": "y", "option.b": "B"}


async def test_arrows_go_through_a_text_and_then_on(tmp_path: Path) -> None:
    async with opened(tmp_path, Form(texts={ASK: "One\nTwo"})) as screen:
        await screen.press("down")
        assert screen.here == ASK
        await screen.press("down")
        assert screen.here == "option.a"
        await screen.press("up", "up", "up")
        assert screen.here == "kind"
        await screen.press("up")
        assert screen.here == "source"
        await screen.press("down", "enter")
        assert screen.here == ASK


async def test_a_click_chooses_and_goes_there(tmp_path: Path) -> None:
    async with opened(tmp_path, CHOICE) as screen:
        await screen.click("( ) b")
        assert screen.form.right == {"b"}
        await screen.click("That")
        assert screen.here == "option.b"
        await screen.click("Esc")
        assert not screen.app.is_running


async def test_what_is_chosen_can_be_taken_back(tmp_path: Path) -> None:
    async with opened(tmp_path, CHOICE) as screen:
        await screen.press("shift+tab", "shift+tab", "shift+tab", "r")
        assert screen.form.text("level") == "recall"
        await screen.press("r", "left", "x")
        assert screen.form.text("level") == ""
        await screen.press("tab", "space", "right", "space")
        assert screen.form.text("source") == "guide, plain"


async def test_a_pasted_text_fits_its_field(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        await screen.paste("One.\r\n\r\nTwo\x1b[2J?")
        await screen.press("tab")
        await screen.paste("An\noption\n")

        assert screen.form.texts == {ASK: "One.\n\nTwo[2J?", "option.a": "An option"}


async def test_a_whole_question_that_is_pasted_into_one_field_is_told(tmp_path: Path) -> None:
    async with opened(tmp_path) as screen:
        await screen.paste("Which?\nA. One\nB. Two\nAnswer: A")
        assert "Note: Question: options stand in it. Each has a field of its own below" in screen.said


async def test_an_option_is_removed_when_somebody_means_it(tmp_path: Path) -> None:
    async with opened(tmp_path, CHOICE) as screen:
        await screen.press("ctrl+r")
        assert "Go to the option first" in screen.text
        await screen.press("tab", "ctrl+r", "x")
        assert screen.form == CHOICE
        await screen.press("ctrl+r", "y")
        assert screen.form == Form(texts={ASK: "Which?", "option.a": "That", "why.a": "No."})
        await screen.press("tab", "tab", "ctrl+r")
        assert "Remove it?" not in screen.text


async def test_a_long_list_opens_by_itself(tmp_path: Path) -> None:
    wrong = ", ".join(f"idea{n}: wrong idea {n}" for n in range(12))
    header = HEADER.replace("reassured: reassuring too quickly", wrong) + "require: [misconception]\n"
    async with opened(tmp_path, CHOICE, header=header) as screen:
        await screen.press("tab", "tab", "tab", "tab", "tab")
        assert screen.here == "misconception.b"
        await screen.press("enter")
        assert "[ ] wrong idea 3" in screen.text
        await screen.press("escape", "enter", "down", "enter")
        assert screen.form.text("misconception.b") == "idea1"
        assert "wrong idea 1   Enter: the list" in screen.text
        await screen.click("wrong idea 1")
        await screen.press("enter")
        assert screen.form.text("misconception.b") == ""


async def test_a_narrow_window_shows_the_field_that_one_is_in(tmp_path: Path) -> None:
    async with opened(tmp_path, CHOICE, size=(40, 20)) as screen:
        for _ in screen.parts:
            await screen.press("tab")
            assert "▸" in screen.text
        await screen.paste(" word" * 80)
        assert "word" in screen.text.splitlines()[11]
        await screen.resize(80, 24)
        assert "▸ Question" in screen.text


async def test_an_empty_form_says_the_way_line_by_line_and_never_that_nothing_is_missing(
    tmp_path: Path,
) -> None:
    first = FormScreen(desk(tmp_path), Signs(), pause=3600)
    assert list(lines_of(first._form, first._look)) == []
    async with opened(tmp_path, size=(40, 20)) as screen:
        assert "Line by line, also for screen readers: cpsprep bank add --plain." in screen.said
        assert "Esc leaves this form" in screen.said
        await screen.press("f1")
        assert "cpsprep bank add --plain" in screen.said
        await screen.press("enter", "H")
        assert "--plain" not in screen.text


async def test_both_reasons_of_a_statement_say_what_they_are_for(tmp_path: Path) -> None:
    form = Form(Kind.TRUEFALSE, {ASK: "So?", "why.true": "The the.", "why.false": "No."}, frozenset({"true"}))
    async with opened(tmp_path, form) as screen:
        assert "Why True !" in screen.text
        assert "Why False" in screen.text


async def test_the_bar_is_full_only_where_nothing_forbids_saving(tmp_path: Path) -> None:
    async with opened(tmp_path, Form(Kind.CLOZE, {ASK: "This hides nothing."})) as screen:
        assert "this text hides nothing" in screen.text
        assert Signs().empty in screen.text.splitlines()[1]
        await screen.press("tab", "shift+tab")
        await screen.paste("A {{c1::part}}. ")
        assert Signs().empty not in screen.text.splitlines()[1]


async def test_help_and_all_notes_can_be_read(tmp_path: Path) -> None:
    async with opened(tmp_path, CHOICE) as screen:
        await screen.press("f1")
        assert "cpsprep bank add --plain" in screen.text
        await screen.press("enter", "f2")
        assert "Nothing is missing." in screen.text
        await screen.press("enter", "?")
        assert screen.form.text(ASK) == "?Which?"


@pytest.mark.parametrize("opens", ["f1", "f2", "ctrl+n", "ctrl+s"])
@pytest.mark.parametrize("keys", [("x", "y"), ("enter", "enter"), ("x", "enter", "enter")], ids=" ".join)
async def test_keys_that_come_while_a_dialog_closes_lose_nothing(
    tmp_path: Path, opens: str, keys: tuple[str, ...]
) -> None:
    async with opened(tmp_path, CARD) as screen:
        await screen.press(opens)
        await screen.send_at_once(*keys)

        assert (screen.app.is_running, screen.app.failure) == (True, None)
        assert screen.form in [CARD, Form(Kind.BASIC)]


async def test_the_form_is_emptied_once_however_often_y_is_pressed(tmp_path: Path) -> None:
    async with opened(tmp_path, CARD) as screen:
        await screen.press("ctrl+n")
        await screen.send_at_once("y", "y")
        assert (screen.form, screen.app.failure) == (Form(Kind.BASIC), None)


async def test_a_question_is_saved_once_however_often_its_keys_are_pressed(tmp_path: Path) -> None:
    async with opened(tmp_path, CARD) as screen:
        await screen.send_at_once("ctrl+s", "ctrl+s")
        await screen.send_at_once("enter", "enter")

        assert (screen.app.failure, screen.deck.count("What is it?")) == (None, 1)


async def test_a_word_of_a_long_list_is_chosen_once_however_often_enter_is_pressed(tmp_path: Path) -> None:
    wrong = ", ".join(f"idea{n}: wrong idea {n}" for n in range(12))
    header = HEADER.replace("reassured: reassuring too quickly", wrong) + "require: [misconception]\n"
    async with opened(tmp_path, CHOICE, header=header) as screen:
        await screen.press("tab", "tab", "tab", "tab", "tab", "enter")
        await screen.send_at_once("enter", "enter")

        assert (screen.form.text("misconception.b"), screen.app.failure) == ("idea0", None)
        assert screen.app.is_running


@pytest.mark.parametrize("width", [40, 60, 80, 95, 100, 120])
async def test_no_word_to_choose_is_cut_at_the_edge(tmp_path: Path, width: int) -> None:
    async with opened(tmp_path, size=(width, 30)) as screen:
        for words in ("one right option", "several right", "true or false", "hidden parts", "front and back"):
            assert f") {words}" in screen.text
