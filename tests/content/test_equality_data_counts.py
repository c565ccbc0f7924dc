"""Tables of few people in the chapter "Equality data collection": hidden cells, representation, counts, bounds."""

from __future__ import annotations

import math

import pytest
from tests.content.chapters import pct
from tests.content.equality_data import assert_says, cell_range, exact_count_interval, text_of

ROWS = {"North": (4, 86), "Centre": (23, 117), "South": (31, 139)}
SUMS = (sum(row[0] for row in ROWS.values()), sum(row[1] for row in ROWS.values()))


@pytest.mark.parametrize("district", ROWS)
def test_rows_of_the_refusal_table(district: str) -> None:
    need, other = ROWS[district]
    assert_says("sustain.md", f"| {district} | {need} | {other} | {need + other} |")


def test_totals_of_the_refusal_table() -> None:
    assert text_of("sustain.md").count(f"| Town | {SUMS[0]} | {SUMS[1]} | {sum(SUMS)} |") == 2


def test_subtraction_gives_the_hidden_cell_away() -> None:
    assert 90 - 86 == SUMS[0] - 23 - 31 == ROWS["North"][0]
    assert_says("sustain.md", f"90 − 86 = {90 - 86}, and {SUMS[0]} − 23 − 31 = {SUMS[0] - 23 - 31}")


def test_complementary_suppression_leaves_a_range() -> None:
    """At least a second cell in row and column is masked (UK Longitudinal Linkage, ukllc-sdc)."""
    left = (SUMS[0] - ROWS["South"][0], SUMS[1] - ROWS["South"][1])
    low, high = cell_range((sum(ROWS["North"]), sum(ROWS["Centre"])), left)
    assert_says("sustain.md", f"North has between {low} and {high}")
    assert text_of("sustain.md").count("| hidden | hidden |") == 2


def test_merged_districts() -> None:
    need = ROWS["North"][0] + ROWS["Centre"][0]
    assert_says("sustain.md", f"together have {need} of {sum(ROWS['North']) + sum(ROWS['Centre'])}")


def test_share_of_staff() -> None:
    assert_says("sustain.md", f"400 staff, 40 of them from group X: {pct(40 / 400)} per cent")


BENCHMARKS = [("Residents of working age", 25), ("People with the required qualification", 15)]


@pytest.mark.parametrize(("label", "share"), BENCHMARKS)
def test_representation_index(label: str, share: int) -> None:
    """Share in the body over share in the reference population (greene2001representation)."""
    index = (40 / 400) / (share / 100)
    short = 400 * share / 100 - 40
    assert_says("sustain.md", f"| {label} | {share} per cent | {index:.2f} | {short:.0f} |")


def test_exact_intervals_of_counts() -> None:
    first, second = exact_count_interval(9), exact_count_interval(14)
    fragment = f"{first[0]:.1f} to {first[1]:.1f} and {second[0]:.1f} to {second[1]:.1f}"
    assert_says("sustain.md", fragment)


def test_split_of_two_counts() -> None:
    """Two-sided exact comparison of two Poisson counts (Przyborowski and Wilenski 1940, przyborowski1940)."""
    total = 9 + 14
    tail = sum(math.comb(total, k) for k in range(14, total + 1)) / 2**total
    often = f"{200 * tail:.0f} times in 100"
    assert_says("sustain.md", f"a split of the {total} at least as uneven would still come up {often}")


def test_berlin_bounds() -> None:
    """Published figures (berlin2024press); bounds if all who kept silent were on one side."""
    yes = 0.217 * 31_536
    low, high = yes / 143_000, (yes + 143_000 - 31_536) / 143_000
    assert_says("sustain.md", f"between {pct(low)} and {pct(high)} per cent (our calculation)")
    assert_says("sustain.md", f"response of {pct(31_536 / 143_000)} per cent")


def test_difference_in_differences() -> None:
    effect, raw = (24 - 12) - (22 - 19), 24 - 12
    assert_says("sustain.md", "falls from 24 to 12 points in town A")
    assert_says("sustain.md", f"credited with {effect} points, not {raw}")


def test_barcelona_points() -> None:
    """Published reply rates (barcelona2020name)."""
    assert_says("sustain.md", "56.6 against 37.8 per cent was announced as 18 per cent more")
    assert_says("sustain.md", f"it is {56.6 - 37.8:.1f} points")
