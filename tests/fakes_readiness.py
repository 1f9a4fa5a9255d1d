"""Exams and evidence for tests of readiness."""

from cpsprep.core.exam.outline import Area, Outline
from cpsprep.core.item import BankId, ItemId, ItemKey, Kind
from cpsprep.core.readiness.evidence import Evidence, Exposure, Tried

BANK = BankId("bank")
TODAY = 20_000
TITLES = {"ethics": "Ethics", "listening": "Listening", "crisis": "Crisis"}
SHARES = (0.5, 0.3, 0.2)


def key(name: str) -> ItemKey:
    return BANK, ItemId(name)


def outline(shares: tuple[float, ...] = SHARES, **changes: object) -> Outline:
    """An exam of three areas whose board says everything; questions belong to the area they are named for."""
    areas = tuple(
        Area(name, title, share) for (name, title), share in zip(TITLES.items(), shares, strict=True)
    )
    area_of = {key(f"{area.id}-{number}"): area.id for area in areas for number in range(1, 41)}
    told: dict[str, object] = {
        "shares_known": True,
        "items": 50,
        "kinds": frozenset({Kind.SINGLE}),
        "cut": 0.7,
    }
    return Outline("board", "The board", areas, area_of, **(told | changes))  # type: ignore[arg-type]


def tried(area: str, right: int, wrong: int, chance: float = 0.25, day: int = TODAY) -> list[Tried]:
    return [Tried(area, True, chance, day)] * right + [Tried(area, False, chance, day)] * wrong


def evidence(*parts: list[Tried], today: int = TODAY) -> Evidence:
    return Evidence(tuple(one for part in parts for one in part), today)


ENOUGH = evidence(tried("ethics", 20, 10), tried("listening", 14, 6), tried("crisis", 6, 4))
"""Two thirds right of sixty answers."""


def exposure(name: str, right: bool | None = True, day: int = TODAY, mode: str = "review") -> Exposure:
    return Exposure(day, day * 86_400_000, BANK, ItemId(name), mode, right, 4)
