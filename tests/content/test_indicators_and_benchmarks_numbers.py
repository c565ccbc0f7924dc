"""Every invented figure of the chapter "Indicators and benchmarks" is computed here.

A test states the inputs as the text does, computes, formats the fragment and looks for it in the page. The
staff-days of the steps are read out of the Markdown and have to add up to the tables.
"""

from __future__ import annotations

import math
import re
from statistics import mean, median
from typing import Any

import pytest
import yaml
from tests.content.chapters import TOOLKIT, Pages, pct
from tests.content.intervals import Sample, wilson
from tests.content.staff_days import steps, total, words

PAGES = Pages("indicators-and-benchmarks")
INDICATORS = TOOLKIT.parent / "docs" / "data" / "indicators" / "starter.yml"
STAGES = {
    "Competence and use (steps 0, 1)": range(2),
    "Choice, sheets, trial count (2 to 5)": range(2, 6),
    "Baseline and reference values (6, 7)": range(6, 8),
    "Benchmark: propose, scope, decide (8 to 10)": range(8, 11),
    "Assess and publish (11, 12)": range(11, 13),
    "Maturity grid (13)": range(13, 14),
}
EVERY_YEAR = (6, 11, 12)


def says(name: str, *fragments: str) -> None:
    """Fail if the page lacks one of the fragments."""
    for fragment in fragments:
        PAGES.assert_says(name, fragment)


def raw(name: str) -> str:
    """The page as it is written."""
    return (PAGES.folder / name).read_text(encoding="utf-8")


def row(name: str, label: str) -> list[str]:
    """The cells of the table row that begins with the label."""
    line = next(line for line in raw(name).splitlines() if line.startswith(f"| {label} |"))
    return [cell.strip() for cell in line.strip("|").split("|")]


def newcombe(later: Sample, earlier: Sample) -> tuple[float, float, float]:
    """Difference of two shares with the interval that joins two Wilson intervals (newcombe1998)."""
    p, q = later[0] / later[1], earlier[0] / earlier[1]
    (low_p, high_p), (low_q, high_q) = wilson(*later), wilson(*earlier)
    low = p - q - math.hypot(p - low_p, high_q - q)
    return p - q, low, p - q + math.hypot(high_p - p, q - low_q)


def at_most(hits: int, n: int, share: float) -> float:
    """Chance of no more than this many hits among n cases."""
    return sum(math.comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(hits + 1))


def test_fourteen_steps_have_staff_days() -> None:
    assert len(steps(PAGES.folder, "Time")) == len(steps(PAGES.folder, "Small town")) == 14


@pytest.mark.parametrize("stage", STAGES)
def test_the_table_of_stages_is_the_sum_of_the_steps(stage: str) -> None:
    for column, label in ((1, "Small town"), (2, "Time")):
        days = total([steps(PAGES.folder, label)[i] for i in STAGES[stage]])
        assert row("prepare.md", stage)[column] == words(days)


@pytest.mark.parametrize(("size", "label"), [("Under 20,000", "Small town"), ("20,000 to 250,000", "Time")])
def test_the_first_page_gives_the_sums_of_the_steps(size: str, label: str) -> None:
    low, high = total(steps(PAGES.folder, label))
    later_low, later_high = total([steps(PAGES.folder, label)[i] for i in EVERY_YEAR])
    cells = row("index.md", size)
    assert cells[2] == f"{low} to {high} staff-days"
    assert cells[3] == f"{later_low} to {later_high} staff-days a year"


def test_the_largest_places_are_summed_from_the_table() -> None:
    cells = [row("prepare.md", stage)[3].split(" to ") for stage in STAGES]
    low, high = total([(int(low), int(high)) for low, high in cells])
    assert row("index.md", "Over 250,000")[2] == f"{low} to {high} staff-days"


def test_the_starter_sets_are_those_of_the_library() -> None:
    records: dict[str, dict[str, Any]] = yaml.safe_load(INDICATORS.read_text(encoding="utf-8"))
    small = {code for code, record in records.items() if "small-town" in record["starter_sets"]}
    city = {code for code, record in records.items() if "city" in record["starter_sets"]}
    text = raw("practise.md").split("**Starter sets.**")[1].split("Fix the list")[0]
    first, second = text.split("A larger place adds nine:")
    assert set(re.findall(r"indicator:([a-z]+-[spo]-\d+)", first)) == small
    assert set(re.findall(r"indicator:([a-z]+-[spo]-\d+)", second)) == city - small
    assert (len(small), len(city - small), len(city)) == (12, 9, 21)
    kinds = re.findall(r"^- (structure|process|outcome): (.+)[;.]$", first, flags=re.MULTILINE)
    assert len(kinds) == 3
    for kind, line in kinds:
        assert {records[code]["type"] for code in re.findall(r"indicator:([a-z]+-[spo]-\d+)", line)} == {kind}
    assert [records[code]["type"] for code in small].count("outcome") == 1


def test_hours_of_a_set() -> None:
    small, large, talks = 12 * 6, 21 * 10, 2_000 * 2 / 60
    says(
        "prepare.md",
        f"12 indicators from own papers × 6 hours = {small} hours, or {small / 8:.1f} days of 8 hours",
        f"The larger set of 21 × 10 hours = {large} hours, or {large / 8:g} days",
        f"2,000 talks at the counter by two minutes each takes {talks:.1f} hours",
    )


def test_false_alarms_and_the_trial_count() -> None:
    says(
        "practise.md",
        f"With 12 figures and no real change, the chance that at least one looks significant at the usual limit is "
        f"{100 * (1 - 0.95**12):.0f} in 100",
        f"they agree on 17 of 20, or {100 * 17 / 20:.0f} per cent. Our rule is at least 18",
        f"at 20 cases the standard error is about {100 / math.sqrt(20):.0f} per cent",
    )


def test_a_baseline_with_small_numbers() -> None:
    year, three, unknown = wilson(9, 14), wilson(24, 42), 16 - 14
    says(
        "sustain.md",
        f"9 of 14, or {pct(9 / 14)} per cent",
        f"{pct(year[0])} to {pct(year[1])} per cent (Wilson interval",
        f"9 of 16 to {9 + unknown} of 16: {100 * 9 / 16:.0f} to {100 * (9 + unknown) / 16:.0f} per cent",
        f"24 of 42, or {pct(24 / 42)} per cent; {pct(three[0])} to {pct(three[1])}",
        "Find the two households",
    )


def test_a_change_that_is_none_and_one_that_is() -> None:
    short, long = newcombe((12, 15), (9, 14)), newcombe((37, 45), (24, 42))
    assert short[1] < 0 < long[1]
    says(
        "sustain.md",
        f"12 of 15 are kept ({pct(12 / 15)} per cent). Against 9 of 14 that is {pct(short[0])} points more, with an "
        f"interval from {pct(short[1])} to {pct(short[2])} points",
        f"37 of 45 ({pct(37 / 45)} per cent) against 24 of 42: {pct(long[0])} points, "
        f"from {pct(long[1])} to {pct(long[2])}",
    )


def test_twenty_equal_villages() -> None:
    villages, share = 20, 0.7
    best = 1 - (1 - share**10) ** villages
    worst = 1 - (1 - at_most(4, 10, share)) ** villages
    large = 1 - at_most(159, 200, share) ** villages
    says(
        "sustain.md",
        f"reaches 10 of 10 is {100 * best:.0f} in 100",
        f"falls to 4 of 10 or below is {100 * worst:.0f} in 100",
        f"any reaches 80 per cent is {100 * large:.0f} in 100",
    )


def gap(ridge: int, valley: int) -> float:
    """Gap in points between 26 points in the Valley and 14 on the Ridge."""
    return 100 * (valley / 26 - ridge / 14)


def test_a_benchmark_and_its_references() -> None:
    yearly = (26 - 24) / 40 / 2
    similar = [62, 70, 74, 81, 88]
    says(
        "sustain.md",
        f"26 gave water ({pct(26 / 40)} per cent): 6 of 14 on the Ridge ({pct(6 / 14)}) and 20 of 26 in the Valley "
        f"({pct(20 / 26)}). The gap is {gap(6, 20):.1f} points",
        f"so {pct(yearly)} points a year | {pct(26 / 40 + 3 * yearly)} per cent in three years",
        f"62, 70, 74, 81, 88 | Median {median(similar)}, best {max(similar)}",
        f"| Best-off part of town | {pct(20 / 26)} per cent |",
    )
    assert 26 / 40 + 3 * yearly < 34 / 40


def test_what_scoping_changed() -> None:
    assert (10 + 24, 12 + 23) == (34, 35)
    path = [(8, 21), (10, 22), (12, 23)]
    levels, gaps = (
        ", ".join(str(ridge + valley) for ridge, valley in path),
        [f"{gap(*parts):.1f}" for parts in path],
    )
    repairs, care, proposed = 9 * 1_500, 40 * 60 * 3, 8 * 1_500
    says(
        "sustain.md",
        f"34 of 40 ({pct(34 / 40)} per cent) in three years",
        f"The gap would still be {gap(10, 24):.1f} points",
        f"35 of 40 ({pct(35 / 40)} per cent), with 12 of 14 on the Ridge ({pct(12 / 14)}) and 23 of 26 in the Valley "
        f"({pct(23 / 26)}). The gap falls to {gap(12, 23):.1f} points",
        f"Nine points in three years: {levels}.",
        f"so the gap is {gaps[0]}, {gaps[1]} and {gaps[2]} points",
        f"Nine repairs at 1,500 are {repairs:,}; care of 40 points at 60 a year for three years is {care:,}. "
        f"Together {repairs + care:,}, or {(repairs + care) // 3:,} a year. The office's plan was {proposed + care:,}. "
        f"Scoping cost {repairs - proposed:,}.",
    )
    says("practise.md", f"and cost {repairs - proposed:,} more")
    says("easy.md", f"Today 26 of 40 water taps work. In three years {12 + 23} will work.")


def test_a_mean_a_weight_and_their_winners() -> None:
    a, b = (90, 90, 10), (62, 62, 62)
    even = (90 - 62) / (90 - 10)
    says(
        "sustain.md",
        f"The arithmetic mean is {mean(a):.1f} for A and {mean(b):.1f} for B: A leads",
        f"The geometric mean is {math.prod(a) ** (1 / 3):.1f} and {math.prod(b) ** (1 / 3):.1f}: B leads",
        f"half of the weight and A falls to {0.25 * 90 + 0.25 * 90 + 0.5 * 10:.1f}",
        f"only while that weight is below {100 * even:.0f} per cent",
    )
    assert f"mean {mean(a):.1f}" in raw("profile.svg")


def scaled(towns: dict[str, tuple[int, int]]) -> dict[str, float]:
    """Mean of the indicators after scaling each from the worst (0) to the best (100)."""
    columns = list(zip(*towns.values(), strict=True))
    return {
        name: mean(
            100 * (value - min(column)) / (max(column) - min(column))
            for value, column in zip(values, columns, strict=True)
        )
        for name, values in towns.items()
    }


def test_a_stranger_changes_the_order() -> None:
    towns = {"A": (60, 40), "B": (50, 56), "C": (40, 52)}
    before, after = scaled(towns), scaled({**towns, "D": (45, 100)})
    assert before["B"] > before["A"]
    assert after["A"] > after["B"]
    for name, values in towns.items():
        assert row("sustain.md", name) == [name, *map(str, values), f"{before[name]:.1f}", f"{after[name]:.1f}"]
    assert row("sustain.md", "D") == ["D", "45", "100", "–", f"{after['D']:.1f}"]


def test_three_groups() -> None:
    groups = [[4, 3, 4], [3, 4, 3], [2, 1, 2]]
    middles = [median(ratings) for ratings in groups]
    everybody = [rating for ratings in groups for rating in ratings]
    says(
        "sustain.md",
        f"The medians are {middles[0]}, {middles[1]} and {middles[2]}. Shown is {min(middles)}.",
        f"The mean of the nine, {mean(everybody):.1f},",
    )
    assert max(middles) - min(middles) >= 2


def test_differences_between_cited_scores() -> None:
    starts = (43.2, 45.45, 45.07)
    change = 46.01 - 45.45
    assert change < max(starts) - min(starts)
    says("why.md", f"The change reported to 2016 was {change:.2f} points")


def test_the_days_of_a_small_town_add_up() -> None:
    text = PAGES.text_of("sustain.md")
    box = text[text.index("> [!NOTE] Small town") : text.index("### With four employees")]
    months = [int(days) for days in re.findall(r"\((\d+) days\)", box)]
    assert len(months) == 6
    assert f"{sum(months)} staff-days" in box
    low, high = total(steps(PAGES.folder, "Small town"))
    assert f"less than the {low} to {high} days of the first round" in box
    tiny = sum(int(days) for days in re.findall(r"\((\d+) days?\)", text.split("### With four employees")[1]))
    assert f"That is {tiny} staff-days" in text


def test_the_grid_has_ten_dimensions_of_five_levels() -> None:
    grid = raw("worksheets/maturity-grid.md")
    assert len(re.findall(r"^## \d+\. ", grid, flags=re.MULTILINE)) == 10
    for level in ("1 Isolated", "2 Started", "3 Organised", "4 Anchored", "5 Led by rights"):
        assert grid.count(f"| {level} |") == 10
