"""Statistics: each number from a few answers made by hand."""

from cpsprep.core.bank import Catalog, Entry
from cpsprep.core.history import History
from cpsprep.core.item import BankId, ItemId, OptionId, Status
from cpsprep.core.progress.answer_rows import AnswerRow, Share
from cpsprep.core.progress.stats import Day, Questions, Stats, Time, summarise
from cpsprep.core.progress.weak_spots import DomainShare, ItemShare, Misconception, Tricky
from fakes_plan import BANK, TODAY, catalog, entry, header, history, key, record
from fakes_rows import in_order, row


def stats(
    entries: list[Entry] | Catalog | None = None,
    known: History | None = None,
    rows: list[AnswerRow] | None = None,
    traps: dict[tuple[BankId, ItemId, OptionId], str] | None = None,
) -> Stats:
    bank = entries if isinstance(entries, Catalog) else catalog(entries or [entry("a")], "role", "ethics")
    return summarise(bank, known or history(), in_order(rows or []), traps or {}, TODAY)


def trap(item: str, option: str) -> tuple[BankId, ItemId, OptionId]:
    return BANK, ItemId(item), OptionId(option)


# What waits


def test_questions_answered_and_set_aside_are_counted() -> None:
    known = history({"a": record(), "b": record()}, set_aside=frozenset({key("b"), key("c")}))
    assert stats([entry(name) for name in "abcd"], known).questions == Questions(
        all=4, answered=2, set_aside=2
    )


def test_a_text_with_several_gaps_is_one_question_and_answered_from_its_first_gap_on() -> None:
    gaps = [entry("a#c1"), entry("a#c2"), entry("b#c1"), entry("b#c2")]
    known = history({"a#c2": record()}, set_aside=frozenset({key("b#c1"), key("b#c2")}))

    assert stats(gaps, known).questions == Questions(all=2, answered=1, set_aside=1)


def test_drafts_are_no_part_of_it() -> None:
    assert stats([entry("a"), entry("b", status=Status.DRAFT)]).questions.all == 1


def test_due_today_holds_what_is_overdue() -> None:
    result = stats([entry("a"), entry("b")], history({"a": record(due=-2), "b": record(due=0)}))
    assert (result.due, result.overdue) == (2, 1)


def test_overdue_leaves_out_what_waits() -> None:
    known = history(
        {"a": record(due=-2), "b": record(due=-2)},
        set_aside=frozenset({key("a")}),
        skipped={key("b"): TODAY + 1},
    )
    result = stats([entry("a"), entry("b")], known)
    assert (result.due, result.overdue, result.forecast[1]) == (0, 0, 1)


def test_the_forecast_is_for_14_days() -> None:
    assert stats(known=history({"a": record(due=13)})).forecast == (0,) * 13 + (1,)


# What was done


def test_thirty_days_are_told_the_oldest_first() -> None:
    days = stats().days
    assert [day.day for day in days] == list(range(TODAY - 29, TODAY + 1))
    assert all(day.answers == 0 for day in days)


def test_answers_are_counted_by_what_they_were_for() -> None:
    rows = [row(ago=1), row(), row(), row(), row(mode="practice"), row("b", ago=30)]
    days = stats(rows=rows).days
    assert days[-2:] == (Day(TODAY - 1, new=1), Day(TODAY, review=1, drill=2, practice=1))
    assert (days[-1].answers, days[0].answers) == (4, 0)


def test_remembered_is_the_share_of_passed_reviews_after_the_first_day() -> None:
    rows = [row(ago=2, right=False), row(ago=2, right=False), row(ago=1), row(right=False), row(right=True)]
    assert stats(rows=rows).remembered == Share(1, 2)


def test_a_lucky_guess_was_not_remembered() -> None:
    assert stats(rows=[row(ago=1), row(grade=2)]).remembered == Share(0, 1)


def test_lately_is_the_same_of_thirty_days() -> None:
    rows = [row(ago=40), row(ago=30, right=False), row(ago=29)]
    result = stats(rows=rows)
    assert (result.remembered, result.lately) == (Share(1, 2), Share(1, 1))


def test_time_is_summed_and_one_long_break_counts_for_five_minutes() -> None:
    rows = [row(ago=7, ms=1000), row(ago=6, ms=2000), row(ms=9_000_000), row("b", ms=None)]
    assert stats(rows=rows).time == Time(today=300_000, week=302_000, all=303_000, median=None, n=3)


def test_the_middle_time_needs_five_answers() -> None:
    times = [10_000, 20_000, 30_000, 40_001, 50_000, 60_000]
    assert stats(rows=[row(ms=ms) for ms in times]).time.median == 35_000
    assert stats(rows=[row(ms=ms) for ms in times[:5]]).time.median == 30_000
    assert stats(rows=[row(ms=ms) for ms in times[:4]]).time.median is None


# Where it goes wrong


def test_domains_come_in_the_order_of_the_bank_with_the_first_answers_of_each_day() -> None:
    entries = [entry("e", domain="ethics"), entry("r", domain="role")]
    rows = [
        row("e", right=False),
        row("e"),
        row("e", mode="practice"),
        row("r", ago=1),
        row("r", right=False),
    ]
    assert stats(entries, rows=rows).domains == (
        DomainShare("role", "Role", Share(1, 2)),
        DomainShare("ethics", "Ethics", Share(0, 1)),
    )


def test_a_domain_that_the_bank_does_not_list_goes_by_its_id() -> None:
    result = stats([entry("x", domain="loose")], rows=[row("x")])
    assert result.domains[-1] == DomainShare("loose", "loose", Share(1, 1))


def test_questions_that_left_the_bank_are_counted_apart() -> None:
    result = stats(rows=[row("gone"), row("a")])
    assert (result.gone, sum(domain.share.n for domain in result.domains)) == (Share(1, 1), 1)


def test_the_hardest_have_the_lowest_share_and_enough_answers() -> None:
    marks = {"a": "10000", "b": "11110", "c": "11111", "d": "0000", "e": "100001000"}
    rows = [
        row(card, ago, right=mark == "1") for card, seen in marks.items() for ago, mark in enumerate(seen)
    ]
    assert stats([entry(card) for card in marks], rows=rows).hardest == (
        ItemShare(BANK, ItemId("a"), Share(1, 5)),
        ItemShare(BANK, ItemId("e"), Share(2, 9)),
        ItemShare(BANK, ItemId("b"), Share(4, 5)),
    )


def test_of_equally_hard_questions_the_one_with_more_answers_comes_first() -> None:
    rows = [row("a", ago, right=False) for ago in range(5)] + [row("b", ago, right=False) for ago in range(6)]
    assert [one.item for one in stats([entry("a"), entry("b")], rows=rows).hardest] == ["b", "a"]


def test_five_are_named_and_none_that_left_the_bank() -> None:
    rows = [row(card, ago, right=False) for card in "abcdefg" for ago in range(5)]
    hardest = stats([entry(card) for card in "abcdef"], rows=rows).hardest
    assert [one.item for one in hardest] == ["a", "b", "c", "d", "e"]


def test_misconceptions_are_counted_of_the_answers_that_offered_them() -> None:
    bank = Catalog((header("role"),), (entry("a"), entry("b")))
    traps = {trap("a", "b"): "advised", trap("a", "c"): "advised", trap("b", "a"): "reassured"}
    rows = [
        row("a", chosen="b", right=False),
        row("a", chosen="bc", right=False),
        row("a", chosen="a", mode="practice"),
        row("b", chosen="a", right=False),
        row("z", chosen="b", right=False),
    ]
    assert stats(bank, rows=rows, traps=traps).misconceptions == (
        Misconception("advised", "advised", times=2, n=3),
        Misconception("reassured", "reassured", times=1, n=1),
    )


def test_a_misconception_goes_by_its_title() -> None:
    titled = header("role")
    named = type(titled)(titled.id, titled.title, misconceptions={"advised": "giving advice"})
    result = stats(
        Catalog((named,), (entry("a"),)), rows=[row("a", chosen="b")], traps={trap("a", "b"): "advised"}
    )
    assert [one.title for one in result.misconceptions] == ["giving advice"]


def test_a_misconception_that_nobody_chose_is_not_named() -> None:
    assert stats(rows=[row("a", chosen="a")], traps={trap("a", "b"): "advised"}).misconceptions == ()


def test_tricky_questions_are_those_missed_eight_times_the_most_missed_first() -> None:
    known = history(
        {"a": record(misses=8), "b": record(misses=7), "c": record(misses=11), "z": record(misses=9)}
    )
    result = stats([entry(name) for name in "abc"], known)
    assert result.tricky == (Tricky(key("c"), 11), Tricky(key("a"), 8))
