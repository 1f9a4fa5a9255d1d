"""How one version of an item was read, and whether that is enough for the status it has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cpsprep.core.item import Item, ItemId, Status
from cpsprep.core.records.records import Reader, Reading, ReadingKind
from cpsprep.core.version import canonical, version_of

BLIND: Final = 2
"""Blind readings that `checked` needs."""


@dataclass(frozen=True, slots=True)
class ReadingStatus:
    """The readings of an item's current version, in the order of the records."""

    readings: tuple[Reading, ...] = ()

    def of(self, kind: ReadingKind) -> tuple[Reading, ...]:
        return tuple(one for one in self.readings if one.kind is kind)

    @property
    def clean(self) -> int:
        """Blind readings that chose the key and defended nothing beside it."""
        return sum(one.agreed and not one.defended for one in self.of(ReadingKind.BLIND))

    @property
    def disputes(self) -> tuple[Reading, ...]:
        """Blind readings that chose or defended something else; only another text can answer them."""
        return tuple(one for one in self.of(ReadingKind.BLIND) if one.defended or not one.agreed)

    @property
    def confirmed(self) -> bool:
        """Whether the last reading against the sources agreed; an earlier one may have mended them."""
        return any(one.agreed for one in self.of(ReadingKind.FACT)[-1:])

    @property
    def by_person(self) -> Reading | None:
        """The last reading by a person."""
        return next((one for one in reversed(self.readings) if one.reader is Reader.PERSON), None)

    @property
    def said_by_people(self) -> tuple[bool, ...]:
        """Of each reading by a person whether it agreed."""
        return tuple(_stands(one) for one in self.readings if one.reader is Reader.PERSON)

    def lacking(self, status: Status) -> tuple[str, ...]:
        """What this status needs and these readings do not give, in words that follow "this version"."""
        match status:
            case Status.CHECKED:
                return tuple(self._lacking_checks())
            case Status.REVIEWED if self.by_person is None:
                return ("was not read by a person, by the records",)
            case Status.REVIEWED if self.by_person and not _stands(self.by_person):
                return (f"was disputed by a person on {self.by_person.date}",)
            case _:
                return ()

    def _lacking_checks(self) -> Iterable[str]:
        if self.disputes:
            yield f"was disputed in a blind reading on {self.disputes[-1].date}"
        if self.clean < BLIND:
            yield f"has {self.clean} of {BLIND} blind readings that agree"
        if not self.confirmed:
            yield "was not confirmed against its sources"


def _stands(reading: Reading) -> bool:
    return reading.agreed and not reading.defended


def standings(items: Iterable[Item], readings: Iterable[Reading]) -> Mapping[ItemId, ReadingStatus]:
    """The standing of every item as it is now."""
    kept: dict[tuple[str, str], list[Reading]] = {}
    for reading in readings:
        kept.setdefault((reading.item, reading.version), []).append(reading)
    return {
        item.id: ReadingStatus(tuple(kept.get((item.id, version_of(canonical(item))), ()))) for item in items
    }
