"""The time that the chapter "Equality data collection" asks for: steps, stages and sums agree."""

from __future__ import annotations

import re

import pytest
from tests.content.equality_data import CHAPTER, assert_says

STAGE_STEPS = ((0, 1, 2), (3, 10), (4, 9), (5, 6, 7, 8), (11,), (12,))
STAGES = (
    ((6, 8), (15, 20), (30, 60)),
    ((8, 12), (20, 35), (60, 120)),
    ((10, 15), (25, 45), (80, 200)),
    ((8, 12), (40, 70), (180, 400)),
    ((8, 13), (20, 30), (50, 120)),
)
YEARLY = ((12, 15), (80, 120), (400, 700))


def steps(label: str) -> list[tuple[int, int]]:
    """Staff-days of each step, from the line below `Time` or `Small town`, wherever they stand in it."""
    page = (CHAPTER / "practise.md").read_text(encoding="utf-8")
    lines = re.findall(rf"^{label}\n:   (.+)$", page, flags=re.MULTILINE)
    found = [re.search(r"(\d+)(?: to (\d+))? staff-days?\b", line) for line in lines]
    assert all(found), f"a line of {label} names no staff-days: {lines}"
    return [(int(days[1]), int(days[2] or days[1])) for days in found if days]


@pytest.mark.parametrize(("label", "size"), [("Small town", 0), ("Time", 1)])
def test_steps_add_up_to_the_stages(label: str, size: int) -> None:
    days = steps(label)
    assert len(days) == 13
    for numbers, stage in zip(STAGE_STEPS, (*STAGES, YEARLY), strict=True):
        assert (sum(days[n][0] for n in numbers), sum(days[n][1] for n in numbers)) == stage[size]


def test_yearly_days_stand_in_both_tables() -> None:
    assert_says("prepare.md", "(12) | " + " | ".join(f"{low} to {high}" for low, high in YEARLY) + " |")
    for low, high in YEARLY:
        assert_says("index.md", f"| {low} to {high} staff-days |")


def total_days(size: int) -> tuple[int, int]:
    """Lowest and highest sum of staff-days over the stages for one size of place."""
    return sum(stage[size][0] for stage in STAGES), sum(stage[size][1] for stage in STAGES)


def test_stages_stand_in_the_table() -> None:
    for stage in STAGES:
        assert_says("prepare.md", "| " + " | ".join(f"{low} to {high}" for low, high in stage) + " |")


@pytest.mark.parametrize("size", [0, 1, 2])
def test_staff_days_of_the_first_year(size: int) -> None:
    low, high = total_days(size)
    assert_says("index.md", f"| {low} to {high} staff-days ")


def test_share_of_talks_in_a_small_town() -> None:
    low, high = total_days(0)
    assert STAGES[1][0][0] / low == STAGES[1][0][1] / high == 1 / 5
    assert_says("prepare.md", "A fifth of the days in a small town are talks")


def test_four_employees() -> None:
    assert_says("sustain.md", f"That is {4 + 4 + 4 + 3} staff-days")
