"""Typed options that are single letters or numbers: their key is the letter before them, or is asked for."""

import pytest

from cpsprep.core.interchange.listed.plain import read_plain
from fakes_import import lines

TWO = "is the place of one option and the words of another"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A. O\nB. A\nC. R\nD. S\nAnswer: A", "*O | A | R | S"),
        ("A. O\nB. A\nC. R\nD. S\nAnswer: S", "O | A | R | *S"),
        ("A. O\nB. A\nC. R\nD. S\n\nAnswer Key\n1. A", "*O | A | R | S"),
        ("A. O\nB. A\nC. R\nD. S\nAnswer:\nA", "*O | A | R | S"),
        ("- A. O\n- B. A\n- C. R\nAnswer: A", "*O | A | R"),
        ("- O\n- A\n- R\nAnswer: A", f"O | A | R | ?? the key 'A' {TWO}"),
        ("- O\n- A\n- R\nAnswer: R", "O | A | *R"),
        ("A. 3\nB. 1\nC. 2\nD. 6\nAnswer: 1", f"3 | 1 | 2 | 6 | ?? the key '1' {TWO}"),
        ("A. 3\nB. 1\nC. 2\nD. 6\nAnswer:\n1", f"3 | 1 | 2 | 6 | ?? the key '1' {TWO}"),
        ("A. 3\nB. 1\nC. 2\nD. 6\nAnswer: 6", "3 | 1 | 2 | *6"),
        ("A. 3\nB. 1\nC. 2\nD. 6\nAnswer: B", "3 | *1 | 2 | 6"),
    ],
)
def test_the_key_of_letters_and_numbers(text: str, expected: str) -> None:
    (line,) = lines(read_plain(f"1. Which one is it?\n{text}\n", "f"))

    assert line.partition("? | ")[2] == expected
