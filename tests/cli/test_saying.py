"""Lines for a person: how they are broken, and one or many."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.cli.saying import counted, quoted, say, wrapped

words = st.lists(st.text("abcdef-", min_size=1, max_size=12), max_size=30).map(" ".join)


def test_lines_are_broken_between_words() -> None:
    text = "2 questions are left out because of mistakes in the bank. To see them: cpsprep bank lint"

    assert wrapped(text, 40).split("\n") == [
        "2 questions are left out because of",
        "mistakes in the bank. To see them:",
        "cpsprep bank lint",
    ]


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("To have some more new questions today: cpsprep review --new 10", "cpsprep review --new 10"),
        ("To bring any one of them back to study: cpsprep aside --return ID", "cpsprep aside --return ID"),
        (
            "To set the one that you would like: cpsprep config set editor nano",
            "cpsprep config set editor nano",
        ),
        ("When it suits you, type cpsprep start, and then go on.", "cpsprep start"),
    ],
)
def test_a_command_stays_whole(text: str, command: str) -> None:
    assert any(command in line for line in wrapped(text, 40).split("\n"))


@pytest.mark.parametrize(
    ("before", "after"), [("  ", ""), ("to bring that up to date: ", " (to have them twice: -o other.yaml)")]
)
@pytest.mark.parametrize(
    "command",
    [
        "cpsprep bank import our-class/spring-quiz.needs-key.txt -o our-class/spring-quiz.yaml",
        'cpsprep bank retire spring-0001 --bank our-class --reason "not in the quiz of this spring.docx"',
    ],
)
def test_one_on_a_line_of_its_own_or_before_words_in_brackets_is_not_broken(
    command: str, before: str, after: str
) -> None:
    lines = wrapped(f"{before}{command}{after}", 40).split("\n")

    assert any(line.strip() == command for line in lines)


LONG = "/somewhere/far away/2026 spring class/bank"


@pytest.mark.parametrize(
    "command",
    [
        f'cpsprep bank add --bank "{LONG}"',
        "cpsprep bank add --bank ../the.course.of.spring/my-bank --draft",
        "cpsprep bank add --bank . --draft --dry-run --plain",
        "cpsprep bank add --draft --dry-run --plain --bank ../..",
        "cpsprep review --domain listening-skills --domain role-and-scope",
        ".venv/bin/cpsprep bank lint decks/cps/active-listening.yaml",
        f'"{LONG}/cpsprep" review --bank my-bank',
        "python3 -m cpsprep review --bank my-bank --new 10",
        "cpsprep bank edit first-0006 --set 'options.b=Try not to worry; it passes.'",
    ],
)
@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_command_to_be_copied_has_a_line_of_its_own_however_long_it_is(command: str, width: int) -> None:
    lines = wrapped(f"What you wrote is kept. To go on with it: {command}", width).split("\n")

    assert lines[-1].endswith(command)
    assert lines[-1] == command or len(lines[-1]) <= width


def test_a_sentence_that_mentions_a_command_is_broken_as_any_other() -> None:
    text = "The rest is skipped: type cpsprep start whenever you would like to hear the questions once more."

    assert all(len(line) <= 40 for line in wrapped(text, 40).split("\n"))


def test_a_dot_behind_a_command_still_ends_the_sentence() -> None:
    text = "When you have time, go on with it: cpsprep bank add --bank my-bank. Then there is more to do."

    assert all(len(line) <= 40 for line in wrapped(text, 40).split("\n"))


@pytest.mark.parametrize("path", ["Ana's-bank", "spring, autumn", "a,b", "class (2)", "R&D", "old;new"])
def test_a_path_that_a_shell_would_part_is_quoted_and_comes_back_whole(path: str) -> None:
    command = f"cpsprep bank add --draft --dry-run --plain --bank {quoted(path)}"

    assert shlex.split(command)[-1] == path
    assert command in wrapped(f"Line by line: {command}", 40).split("\n")


@pytest.mark.parametrize("path", ["my-bank", "../b_2", "~/banks", r"C:\banks", ".", "decks/cps"])
def test_any_other_path_stays_as_it_is(path: str) -> None:
    assert quoted(path) == path


@given(words, st.integers(12, 80))
def test_no_word_is_lost_and_no_line_too_long(text: str, width: int) -> None:
    lines = wrapped(text, width)

    assert lines.split() == text.split()
    assert all(len(line) <= width for line in lines.split("\n"))


@pytest.mark.parametrize("width", [-1, 0, 1])
def test_no_width_is_too_small(width: int) -> None:
    assert wrapped("one two", width) == "one\ntwo"


def test_through_a_pipe_a_paragraph_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    long = "word " * 60 + "end"
    say(long)

    assert capsys.readouterr().out == f"{long}\n"


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 questions"), (1, "1 question"), (2, "2 questions"), (21, "21 questions")]
)
def test_one_is_told_from_many(number: int, said: str) -> None:
    assert counted(number, "question") == said


def test_many_may_need_other_words() -> None:
    assert [counted(n, "waits", "wait") for n in (1, 2)] == ["1 waits", "2 wait"]
