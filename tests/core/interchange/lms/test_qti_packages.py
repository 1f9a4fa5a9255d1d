"""Several QTI files that came together: quizzes, the banks that they draw from, and what stands in both."""

from cpsprep.core.interchange.draft import Found
from cpsprep.core.interchange.lms.qti import read_parts, read_qti
from fakes_import import lines, remarks, skipped
from fakes_qti import bank, choices, gave, item, quiz, rule, section, text

STORY = "Dana, a baker, sits in the respite."


def ask(stem: str, *, ident: str = "g1", parent: str = "") -> str:
    rules = rule(gave("2"), points="100")
    return item("multiple_choice_question", stem, choices("x", "y"), rules, ident=ident, parent=parent)


def above(said: str, *, ident: str = "s1", instructions: str = "") -> str:
    return item("text_only_question", said, ident=ident, instructions=instructions)


def read(*parts: str) -> Found:
    return read_parts([(f"{number}.xml", part.encode()) for number, part in enumerate(parts)], "f.zip")


def stories(found: Found) -> list[str]:
    return [one.story for one in found.drafts]


def test_a_text_of_new_quizzes_is_the_story_of_the_questions_that_name_it_wherever_they_stand() -> None:
    found = read(quiz(ask("One?", parent="s1"), ask("Two?"), above(STORY), ask("Three?", parent="s1")))

    assert stories(found) == [STORY, "", STORY]
    assert remarks(found) == []
    assert (
        stories(read(quiz(ask("One?", parent="s1"), ask("Two?", parent="s1"), above(STORY)))) == [STORY] * 2
    )


def test_a_text_that_one_question_names_is_a_part_of_it() -> None:
    found = read(quiz(above("Dana weeps."), ask("One?"), ask("Two?", parent="s1")))

    assert [one.stem for one in found.drafts] == ["One?", "Dana weeps.\n\nTwo?"]


def test_the_instructions_of_a_text_stand_above_it() -> None:
    told = above(STORY, instructions="Look at what Dana wants.")

    found = read(quiz(told, ask("One?", parent="s1"), ask("Two?", parent="s1")))

    assert stories(found) == [f"Look at what Dana wants.\n\n{STORY}"] * 2


def test_where_questions_name_their_texts_nothing_is_guessed() -> None:
    prose = f"{STORY} She has lost hours at work, and she cannot think well, and she waits for somebody."

    found = read(quiz(above(prose, ident="s2"), ask("One?"), ask("Two?"), ask("Three?", parent="s9")))

    assert stories(found) == ["", "", ""]
    assert remarks(found)[0].startswith("1 a text that asks nothing, and it is not clear of which questions")
    assert found.drafts[2].lost == ("the text that it is asked about, as it is not in this file",)


def test_a_text_whose_questions_have_no_form_here_is_told_so() -> None:
    matching = item("matching_question", "Match.", choices("x") + choices("y"), parent="s1")

    found = read(quiz(above(STORY), matching, ask("One?")))

    assert remarks(found) == [f"1 a text of questions that were not taken: {STORY}"]


def test_a_picture_of_a_story_is_told() -> None:
    story = f'<p>{STORY}</p><img src="a.png" alt="a bench">'

    found = read(quiz(above(story), ask("One?", parent="s1"), ask("Two?", parent="s1")))

    assert remarks(found) == ["1 not kept: a picture of a story"]
    assert stories(found) == [f"{STORY}\n\n[picture: a bench]"] * 2


def test_a_section_may_be_about_a_text_of_its_own_or_one_that_it_names() -> None:
    about = f"<presentation_material>{text(STORY)}</presentation_material>"
    named = section("Named", ask("Three?"), ask("Four?")).replace(
        "<section", '<section parent_stimulus_item_ident="s1"'
    )

    found = read(quiz(section("Own", about, ask("One?"), ask("Two?")), above("Lee weeps."), named))

    assert stories(found) == [STORY, STORY, "Lee weeps.", "Lee weeps."]
    assert [str(one.where) for one in found.drafts][-1] == "f.zip, 'Midterm', question 4"


GROUP = (
    "<section ident='g' title='Group'><selection_ordering><selection><selection_number>{}</selection_number>"
    "<sourcebank_ref>{}</sourcebank_ref></selection></selection_ordering>{}</section>"
)
ENTRY = '<bankentry_item sourcebank_ref="b9" item_ref="i9"/>'


def test_a_quiz_that_draws_from_a_bank_elsewhere_says_so_and_how_to_get_it() -> None:
    found = read(quiz(ask("One?"), GROUP.format(3, "b9", ""), ENTRY, ask("Last?")))

    assert remarks(found) == [
        (
            "2 4 questions are drawn here from a question bank that is not in this file; for one with the "
            "banks, in Canvas: Settings, Export Course Content, Course"
        )
    ]
    assert [one.where.number for one in found.drafts] == [1, 6]
    assert remarks(read_qti(quiz(ENTRY).encode(), "f"))[0].startswith("1 1 question is drawn here")


def test_a_bank_that_is_there_is_read_and_named_by_its_title() -> None:
    found = read(bank(ask("In it?", ident="i9"), ident="b9"), quiz(GROUP.format("odd", "b9", ""), ENTRY))

    assert remarks(found) == []
    assert [str(one.where) for one in found.drafts] == ["f.zip, bank 'Ethics', question 1"]
    assert [one.topic for one in found.drafts] == ["Ethics"]


def test_a_group_with_questions_of_its_own_draws_from_them() -> None:
    found = read(quiz(GROUP.format(1, "b9", ask("One?") + ask("Two?"))))

    assert (len(found.drafts), remarks(found)) == (2, [])
    assert remarks(read(quiz(GROUP.format(1, "", "")))) == []


def test_a_package_is_called_as_its_only_quiz_or_its_only_bank() -> None:
    one, two = quiz(ask("One?")), quiz(ask("Two?"), title="Final")

    assert read(bank(ask("Three?")), one, bank(ask("Four?"))).title == "Midterm"
    assert read(bank(ask("Three?"))).title == "Ethics"
    assert read(one, two).title == read(bank(ask("Three?")), bank(ask("Four?"))).title == ""


def test_a_bank_of_what_is_in_no_bank_is_no_topic() -> None:
    assert [one.topic for one in read(bank(ask("One?"), title="Unfiled Questions")).drafts] == [""]


def test_the_same_question_in_a_quiz_and_in_a_bank_comes_in_once() -> None:
    matching = item("matching_question", "Match.", choices("x") + choices("y"))
    held = bank(ask("One?", ident="i1"), ask("Two?", ident="i2"), ask("Other?", ident="i3"), matching)

    found = read(held, quiz(ask("One?"), matching, ask("Two?")))

    assert [one.stem for one in found.drafts] == ["One?", "Two?", "Other?"]
    assert remarks(found) == [
        "1 the same question, word for word, as 'Midterm', question 1, so it came in once (so is 1 more)"
    ]
    assert skipped(found) == ["2 matching"]
    assert found.skipped[0].why == "questions of this sort have no form in cpsprep: Match."


def test_of_many_that_stand_twice_one_line_tells() -> None:
    three = ask("One?") + ask("Two?") + ask("Three?")

    assert remarks(read(quiz(three), bank(three)))[0].endswith("so it came in once (so are 2 more)")


def test_a_question_with_a_story_in_a_quiz_is_the_same_without_it_in_the_bank() -> None:
    told = quiz(above(STORY), ask("One?", parent="s1"), ask("Two?", parent="s1"))

    found = read(told, bank(above(STORY), ask("One?"), ask("Two?")))

    assert stories(found) == [STORY, STORY]
    assert [one[: len("1 the same question")] for one in remarks(found)] == ["1 the same question"]


def test_the_same_words_with_another_key_or_story_are_another_question() -> None:
    other = item("multiple_choice_question", "One?", choices("x", "y"), rule(gave("1"), points="100"))
    told = quiz(
        above("Lee weeps."),
        above(STORY, ident="s2"),
        ask("One?", parent="s1"),
        ask("Two?", parent="s1"),
        ask("One?", parent="s2"),
        ask("Two?", parent="s2"),
    )

    assert len(read(quiz(ask("One?"), other)).drafts) == 2
    assert len(read(told, quiz(ask("One?"))).drafts) == 5


def test_the_same_question_twice_in_one_file_is_told_by_its_lines() -> None:
    told = quiz(ask("One?"), f"\n{ask('One?')}")

    assert remarks(read_qti(told.encode(), "f"))[0].startswith(
        "2 the same question, word for word, as line 1, so it came in once"
    )


def test_a_bank_guesses_no_stories_since_it_has_no_order() -> None:
    prose = f"{STORY} She has lost hours at work, and she cannot think well, and she waits for somebody."

    found = read(bank(above(prose), ask("One?"), ask("Two?")))

    assert stories(found) == ["", ""]


def test_a_broken_part_is_told_beside_the_others() -> None:
    found = read("<questestinterop>", quiz(ask("One?")))

    assert lines(found) == ["single: One? | x | *y | named qti:g1"]
    assert str(found.skipped[0].where) == "f.zip, 0.xml:1"
    assert found.title == "Midterm"
