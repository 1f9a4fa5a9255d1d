"""How far a share of right answers can be trusted: the Wilson score interval.

E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
"""

from math import sqrt
from typing import Final

Z_90: Final = 1.6448536269514722
"""The 95th percentile of the normal distribution: 90 % lie between minus and plus this."""


def wilson(right: int, of: int, z: float = Z_90) -> tuple[float, float]:
    """The share of right answers, as a range from 0 to 1; the whole of it when nothing was asked."""
    if of <= 0:
        return 0.0, 1.0
    share, spread = right / of, z * z / of
    middle = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)
