"""Intervals of 95 per cent for shares, as the worked examples of the chapters use them."""

from __future__ import annotations

import math

Z = 1.96

Sample = tuple[int, int]
"""Cases counted, and all cases."""


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Score interval for one share, from a count."""
    return wilson_of_share(hits / n, n)


def wilson_of_share(share: float, n: float) -> tuple[float, float]:
    """Score interval for one share (Wilson 1927, wilson1927; Brown and others 2001, brown2001); `n` may be an effective number."""
    centre = share + Z**2 / (2 * n)
    half = Z * math.sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    return (centre - half) / (1 + Z**2 / n), (centre + half) / (1 + Z**2 / n)


def half_width(*samples: Sample) -> float:
    """Half the large-sample interval of a sum or difference of shares (Fleiss 2003, fleiss2003)."""
    return Z * math.sqrt(sum(hits / n * (1 - hits / n) / n for hits, n in samples))


def gap(first: Sample, second: Sample) -> tuple[float, float, float]:
    """Difference of two shares, with the ends of its large-sample interval."""
    difference = first[0] / first[1] - second[0] / second[1]
    half = half_width(first, second)
    return difference, difference - half, difference + half
