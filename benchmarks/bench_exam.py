"""Drawing the form of a mock exam from a catalog of 10,000 items, against hashing and sorting their ids."""

from collections.abc import Iterator
from hashlib import sha256

from benchmarks.made import BANK, TODAY
from benchmarks.ratios import Row, ratio
from cpsprep.core.bank import Entry
from cpsprep.core.exam.form import Known, draw
from cpsprep.core.exam.outline import Area, Outline
from cpsprep.core.item import CardId, ItemId, Kind, Status, Version

ITEMS = 10_000
ASKED = 150
AREAS = 4


def rows() -> Iterator[Row]:
    entries = [_entry(number) for number in range(ITEMS)]
    areas = tuple(Area(f"area-{n}", f"Area {n}", 1 / AREAS) for n in range(AREAS))
    area_of = {(one.bank, one.item): f"area-{one.order % AREAS}" for one in entries}
    outline = Outline("made", "Made", areas, area_of, kinds=frozenset({Kind.SINGLE, Kind.MULTIPLE}))
    fresh = Known()
    used = Known(
        pool=frozenset((one.bank, one.item) for one in entries[::5]),
        last_seen={(one.bank, one.item): TODAY - one.order % 90 for one in entries[1::2]},
    )

    def sort_ids() -> object:
        return sorted(sha256(f"seed:{one.item}".encode()).digest() for one in entries)

    for words, known in (("nothing seen yet", fresh), ("half of it seen", used)):
        seen: Known = known
        yield Row(
            f"form of {ASKED} from {ITEMS:,}, {words}",
            f"hash and sort {ITEMS:,} ids",
            ratio(lambda known=seen: draw(entries, outline, ASKED, "seed", known), sort_ids, 30),  # type: ignore[misc]
            3.0,
        )


def _entry(number: int) -> Entry:
    return Entry(
        bank=BANK,
        item=ItemId(f"q-{number:06d}"),
        card=CardId(f"q-{number:06d}"),
        kind=Kind.SINGLE,
        deck="deck",
        domain="listening",
        topic=f"topic-{number % 7}",
        status=Status.LIVE,
        order=number,
        version=Version("v"),
        scenario=f"scn-{number // 3}" if number % 10 == 0 else "",
    )
