"""Whole numbers of questions by area: largest remainder, and what an area lacks goes to the others."""

from collections.abc import Mapping


def apportion(total: int, shares: Mapping[str, float], room: Mapping[str, int]) -> dict[str, int]:
    """How many of `total` fall to each area, by largest remainder (Hamilton's method).

    An area that has less room than its part gives the rest to the others, in proportion to their shares.
    Less than `total` comes out only where all areas together lack the room. Equal remainders go by the order
    of `shares`; an area with no share gets nothing.
    """
    counts = dict.fromkeys(shares, 0)
    open_ = {area: share for area, share in shares.items() if share > 0 and room.get(area, 0) > 0}
    left = total
    while open_:
        parts = _remainders(left, open_)
        full = {area: room[area] for area, part in parts.items() if part >= room[area]}
        if not full or sum(full.values()) >= left:
            return counts | {area: min(part, room[area]) for area, part in parts.items()}
        counts |= full
        left -= sum(full.values())
        open_ = {area: share for area, share in open_.items() if area not in full}
    return counts


def _remainders(total: int, shares: Mapping[str, float]) -> dict[str, int]:
    whole = sum(shares.values())
    quotas = {area: total * share / whole for area, share in shares.items()}
    # A share such as 0.29 of 100 must not lose a question to the last digit of floating point.
    parts = {area: int(quota + _EPSILON) for area, quota in quotas.items()}
    by_remainder = sorted(quotas, key=lambda area: parts[area] - quotas[area])
    for area in by_remainder[: total - sum(parts.values())]:
        parts[area] += 1
    return parts


_EPSILON = 1e-9
