"""Tell, before anything is shipped, what an export would do in the Anki of who has an earlier one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cpsprep.app.export_anki import Ledger, Media, NoMedia
from cpsprep.core.anki.deck import lay_out
from cpsprep.core.anki.difference import Before, Differences, compare, from_ledgers
from cpsprep.core.anki.note import NoteType
from cpsprep.core.bank import Bank
from cpsprep.core.problem import Problem
from cpsprep.core.which import Which


@dataclass(frozen=True, slots=True)
class Compared:
    """The differences; with problems there are none, since nothing could be exported."""

    differences: Differences
    problems: tuple[Problem, ...] = ()


def diff_anki(
    banks: Sequence[Bank],
    ledger: Ledger,
    looks: Mapping[NoteType, str],
    *,
    drafts: bool = False,
    before: Before | None = None,
    since_ms: int | None = None,
    media: Media | None = None,
) -> Compared:
    """Compare what an export would hold with what people have.

    Args:
        banks: what would be exported.
        ledger: what was published of them.
        looks: a hash of what each note type looks like now.
        drafts: whether drafts would come along.
        before: what an earlier package holds; without it the ledger tells.
        since_ms: by the ledger, what people had at this time.
        media: where pictures and sounds lie.

    Raises:
        UnreadableError: the record of what was published cannot be read.
    """
    published = {bank.header.id: ledger.read(bank.header) for bank in banks}
    there = media or NoMedia()
    pictures = {bank.header.id: there.stored(bank) for bank in banks}
    layout = lay_out(banks, Which(drafts=drafts), published, pictures)
    had = before or from_ledgers(published.values(), since_ms)
    return Compared(compare(had, layout, looks), layout.problems)
