"""Keys that a file does not have are asked for, one by one; stopping keeps what was said."""

from collections.abc import Callable, Sequence

import pytest

from cpsprep.app.import_bank import Named
from cpsprep.cli.bank.importing.asking import ask_for_keys
from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.interchange.lms.choices import truth
from cpsprep.core.item import Kind
from fakes_import import line


def asked_for(needing: Sequence[Named], read: Callable[[], str]) -> list[Named]:
    got: dict[str, Named] = {}
    ask_for_keys(needing, read, got)
    return list(got.values())


def choice(stem: str) -> Named:
    options = tuple(Option(text) for text in ("x", "y", "z"))
    return Named(stem, Draft(Kind.SINGLE, Spot("f", 1), stem, options, doubt="two are bold"))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["b"], ["single: One? | x | *y | z"]),
        (["a c"], ["multiple: One? | *x | y | *z"]),
        (["", "y"], ["single: Two? | x | *y | z"]),
        (["q"], []),
        ([], []),
        (["what", "e", "b", "c"], ["single: One? | x | *y | z", "single: Two? | x | y | *z"]),
        (["n", "n", "n", "a"], ["single: Two? | *x | y | z"]),
        (["a", "u", "b", "c"], ["single: One? | x | *y | z", "single: Two? | x | y | *z"]),
        (["a", "undo", "", "c"], ["single: Two? | x | y | *z"]),
        (["u", "u", "u", "a", "q"], ["single: One? | *x | y | z"]),
        (["?", "help", "?", "a", "q"], ["single: One? | *x | y | z"]),
    ],
)
def test_missing_keys_are_asked_for(
    typed: list[str], expected: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(typed)

    def read() -> str:
        found = next(answers, None)
        return "" if found is None else f"{found}\n"

    done = asked_for([choice("One?"), choice("Two?")], read)

    assert [line(one.draft) for one in done] == expected
    assert "Why it is asked: two are bold." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "typed", "expected"),
    [
        (("O", "A", "R", "S"), ["a"], "*O | A | R | S"),
        (("O", "A", "R", "S"), ["a c"], "*O | A | *R | S"),
        (("O", "A", "R", "S"), ["s"], "O | A | R | *S"),
        (("3", "1", "2"), ["1", "b"], "3 | *1 | 2"),
    ],
)
def test_a_typed_letter_is_always_that_of_an_option_and_no_words(
    options: tuple[str, ...], typed: list[str], expected: str
) -> None:
    asked = Named("q", Draft(Kind.SINGLE, Spot("f", 1), "Which?", tuple(map(Option, options))))
    answers = iter([f"{one}\n" for one in typed])

    (done,) = asked_for([asked], lambda: next(answers))

    assert line(done.draft).partition("Which? | ")[2] == expected


def test_a_statement_is_asked_too_and_ctrl_c_is_passed_on_after_what_was_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    statement = Named("s", Draft(Kind.TRUEFALSE, Spot("f", 1), "It is so.", truth(None)))
    typed = iter(["t\n", "b\n"])

    def read() -> str:
        found = next(typed, None)
        if found is None:
            raise KeyboardInterrupt
        return found

    got: dict[str, Named] = {}
    with pytest.raises(KeyboardInterrupt):
        ask_for_keys([statement, statement._replace(id="t"), statement._replace(id="u")], read, got)

    assert [line(one.draft) for one in got.values()] == [
        "truefalse: It is so. = true",
        "truefalse: It is so. = false",
    ]
    assert "a. true" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "expected"), [("a", "true"), ("yes", "true"), ("1", "true"), ("b", "false"), ("2", "false")]
)
def test_a_statement_is_called_by_a_word_a_letter_or_a_place(typed: str, expected: str) -> None:
    statement = Named("s", Draft(Kind.TRUEFALSE, Spot("f", 1), "It is so.", truth(None)))
    answers = iter(["c\n", "a b\n", f"{typed}\n"])

    (done,) = asked_for([statement], lambda: next(answers))

    assert line(done.draft) == f"truefalse: It is so. = {expected}"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("b", "Taken: b. y"),
        ("2", "Taken: b. y"),
        ("a c", "Taken: a. x; c. z"),
        ("u", "There is no question before this one."),
        ("?", "u goes back to the question before, q stops asking, ? tells this again."),
        ("e", "That names no option; type one of a b c, Enter, u or q."),
    ],
)
def test_what_was_taken_and_what_may_be_typed_is_said(
    typed: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter([f"{typed}\n", "q\n"])

    asked_for([choice("One?")], lambda: next(answers, ""))

    assert said in capsys.readouterr().out.splitlines()
