"""What the tests of the figures in the chapter "Equality data collection" share: its pages, its formulas, its first example."""

from __future__ import annotations

import math
from collections.abc import Callable

from tests.content.chapters import TOOLKIT, Pages
from tests.content.intervals import Z

CHAPTER = TOOLKIT / "equality-data-collection"
PAGES = Pages("equality-data-collection")
text_of, assert_says = PAGES.text_of, PAGES.assert_says
Z_POWER_80 = 0.8416

Interval = tuple[float, float]
Group = tuple[int, int]
"""Events and size."""


def effective_sample(groups: list[tuple[int, int]]) -> float:
    """Squared sum of weights over sum of squared weights (Kish 1992, kish1992weighting).

    Each group is (population, answers); each answer weighs population / answers.
    """
    total = sum(population for population, _ in groups)
    squares = sum(population**2 / answers for population, answers in groups)
    return total**2 / squares


def difference_interval(first: Group, second: Group) -> Interval:
    """Large-sample interval for a difference of independent proportions (Fleiss 2003, fleiss2003)."""
    p, q = first[0] / first[1], second[0] / second[1]
    error = math.sqrt(p * (1 - p) / first[1] + q * (1 - q) / second[1])
    return p - q - Z * error, p - q + Z * error


def ratio_interval(first: Group, second: Group) -> Interval:
    """Interval for a ratio of proportions on the log scale (Katz and others 1978, katz1978)."""
    ratio = (first[0] / first[1]) / (second[0] / second[1])
    error = math.sqrt(1 / first[0] - 1 / first[1] + 1 / second[0] - 1 / second[1])
    return ratio * math.exp(-Z * error), ratio * math.exp(Z * error)


def paired_interval(only_first: int, only_second: int, pairs: int) -> Interval:
    """Large-sample interval for a difference of paired proportions, from the unequal pairs (fleiss2003)."""
    gap = only_first - only_second
    error = math.sqrt(only_first + only_second - gap**2 / pairs) / pairs
    return gap / pairs - Z * error, gap / pairs + Z * error


def poisson_at_most(count: int, mean: float) -> float:
    """Probability of at most so many events."""
    return sum(math.exp(i * math.log(mean) - mean - math.lgamma(i + 1)) for i in range(count + 1))


def root(falling: Callable[[float], float]) -> float:
    """Where a falling function crosses nought, between almost 0 and 200, by halving."""
    low, high = 1e-9, 200.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if falling(middle) > 0 else (low, middle)
    return low


def exact_count_interval(count: int) -> Interval:
    """Exact interval for a Poisson count (Garwood 1936, garwood1936)."""
    lower = root(lambda mean: 0.025 - (1 - poisson_at_most(count - 1, mean)))
    upper = root(lambda mean: poisson_at_most(count, mean) - 0.025)
    return lower, upper


def answers_for_share(share: float, margin: float) -> int:
    """Answers for one proportion to within a margin (fleiss2003)."""
    return math.ceil(Z**2 * share * (1 - share) / margin**2)


def answers_for_gap(first: float, second: float) -> int:
    """Answers in each group to notice a gap with power 0.8, no continuity correction (fleiss2003)."""
    mean = (first + second) / 2
    chance = Z * math.sqrt(2 * mean * (1 - mean))
    power = Z_POWER_80 * math.sqrt(first * (1 - first) + second * (1 - second))
    return math.ceil((chance + power) ** 2 / (first - second) ** 2)


def cell_range(row: tuple[int, int], column: tuple[int, int]) -> tuple[int, int]:
    """What a reader can tell of the first of four hidden cells from the totals left for rows and columns."""
    return max(0, row[0] - column[1]), min(row[0], column[0])


GROUPS = [(16_000, 320), (4_000, 180)]
WEIGHTED = 0.8 * 48 / 320 + 0.2 * 63 / 180
