"""A board that gives another board's exam says only what is different."""

from cpsprep.core.records.board import Areas, ExamSpec, Told
from fakes_boards import board, exam

USED = board(
    "used",
    {"care": ["q-1"]},
    source=("page",),
    as_of="2026",
    address="used.org",
    weights=Told({"care": 1.0}),
    exam=exam(75, 90),
)


def test_what_is_unsaid_is_taken_over() -> None:
    whole = board("user", areas=Areas.UNKNOWN).over(USED)

    assert whole._replace(id=USED.id, title=USED.title) == USED


def test_what_is_said_stays() -> None:
    own = board("user", source=("own",), as_of="2025", address="user.org", exam=exam(100))

    whole = own.over(USED)

    assert (whole.id, whole.source, whole.as_of, whole.address) == ("user", ("own",), "2025", "user.org")
    assert whole.exam == ExamSpec(Told(100), Told(90))


def test_that_something_is_unknown_is_something_said() -> None:
    searched = Told(None, ("own",), "2026")

    assert board("user", exam=ExamSpec(items=searched)).over(USED).exam.items == searched
