"""A question that is being written has a file of its own, whoever else writes one meanwhile."""

import os
from pathlib import Path

from cpsprep.adapters.bank.unfinished import claimed

SAID = (("kind", "basic"), ("ask", "Who?"))


def test_two_at_once_have_a_file_each_and_both_come_back_the_latest_first(tmp_path: Path) -> None:
    with claimed(tmp_path, "add-1") as one, claimed(tmp_path, "add-1") as other:
        one.keep("first", SAID)
        other.keep("second", SAID)
        os.utime(one.path, (1, 1))

    with claimed(tmp_path, "add-1") as again, claimed(tmp_path, "add-1") as next_one:
        assert [found.deck for file in (again, next_one) if (found := file.read())] == ["second", "first"]


def test_what_was_begun_comes_before_an_empty_file(tmp_path: Path) -> None:
    with claimed(tmp_path, "add-1"), claimed(tmp_path, "add-1") as second:
        second.keep("first", SAID)

    with claimed(tmp_path, "add-1") as again:
        assert again.path == second.path


def test_where_nothing_can_be_written_there_is_a_file_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "drafts").touch()

    with claimed(tmp_path / "drafts", "add-1") as kept:
        assert kept.read() is None


def test_when_all_are_taken_the_first_is_shared(tmp_path: Path) -> None:
    held = [claimed(tmp_path, "add-1") for _ in range(9)]
    paths = [one.__enter__().path for one in held]

    with claimed(tmp_path, "add-1") as kept:
        assert kept.path == paths[0]
    for one in held:
        one.__exit__(None, None, None)
    assert len(set(paths)) == 9
