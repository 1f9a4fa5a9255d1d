"""Keys that a file does not have are asked for, one by one; stopping keeps what was said."""

import pytest

from cpsprep.app.import_bank import Named
from cpsprep.cli.bank.importing.asking import keys_asked_for
from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.interchange.lms.choices import truth
from cpsprep.core.item import Kind
from fakes_import import line


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
        (["u", "u", "u", "a"], ["single: Two? | *x | y | z"]),
    ],
)
def test_missing_keys_are_asked_for(
    typed: list[str], expected: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(typed)

    def read() -> str:
        found = next(answers, None)
        return "" if found is None else f"{found}\n"

    done = list(keys_asked_for([choice("One?"), choice("Two?")], read))

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

    (done,) = keys_asked_for([asked], lambda: next(answers))

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

    done: list[Named] = []
    with pytest.raises(KeyboardInterrupt):
        done.extend(keys_asked_for([statement, statement, statement], read))

    assert [line(one.draft) for one in done] == [
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

    (done,) = keys_asked_for([statement], lambda: next(answers))

    assert line(done.draft) == f"truefalse: It is so. = {expected}"
