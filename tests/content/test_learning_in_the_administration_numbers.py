"""Every invented figure of the chapter "Learning in the administration" is computed here.

Staff-days are read out of the steps and added up. The scores of the worked example are read out of its
table; the other inputs stand here as the text gives them. A wrong number in the text and a wrong formula
both fail.
"""

from __future__ import annotations

import math
import re
from statistics import mean, stdev

import pytest
from tests.content.chapters import Pages, pct
from tests.content.intervals import Sample, gap, half_width
from tests.content.staff_days import span, stages, steps, total, words

PAGES = Pages("learning-in-the-administration")
CHAPTER, text_of, assert_says = PAGES.folder, PAGES.text_of, PAGES.assert_says

FIRST_YEAR_ONLY = (0, 4, 10)
T_22 = 2.074
"""Two-sided 95 per cent point of Student's t with 22 degrees of freedom."""

TRAINED: tuple[Sample, Sample] = ((14, 40), (26, 40))
NEIGHBOUR: tuple[Sample, Sample] = ((13, 40), (16, 40))


def row(name: str, label: str) -> list[str]:
    """The cells of the table row that begins with the label."""
    page = (CHAPTER / name).read_text(encoding="utf-8")
    line = next(line for line in page.splitlines() if line.startswith(f"| {label} |"))
    return [cell.strip() for cell in line.strip("|").split("|")]


def scores(label: str) -> tuple[list[int], list[int]]:
    """The points of each person before and after."""
    cells = row("sustain.md", label)
    before, after = ([int(point) for point in cell.split()] for cell in cells[1:3])
    assert len(before) == len(after) == 12
    return before, after


def gains(label: str) -> list[int]:
    """What each person gained."""
    before, after = scores(label)
    return [late - early for early, late in zip(before, after, strict=True)]


SPRING, AUTUMN = "Spring", "Autumn, still waiting"


def test_fourteen_steps_have_staff_days() -> None:
    assert len(steps(CHAPTER, "Time")) == len(steps(CHAPTER, "Small town")) == 14


@pytest.mark.parametrize(("label", "column"), [("Small town", 0), ("Time", 1)])
def test_the_table_of_stages_is_the_sum_of_the_steps(label: str, column: int) -> None:
    days, table = steps(CHAPTER, label), stages(CHAPTER)
    assert sorted(step for members in table for step in members) == list(range(14))
    for members, columns in table.items():
        assert total([days[step] for step in members]) == columns[column], f"steps {members}"


@pytest.mark.parametrize(("size", "label"), [("Under 20,000", "Small town"), ("20,000 to 250,000", "Time")])
def test_the_first_page_gives_the_sums_of_all_steps(size: str, label: str) -> None:
    days = steps(CHAPTER, label)
    later = [each for step, each in enumerate(days) if step not in FIRST_YEAR_ONLY]
    cells = row("index.md", size)
    assert cells[2] == f"{words(total(days))} staff-days"
    assert cells[3] == f"{words(total(later))} staff-days a year"


def test_the_largest_places_are_summed_from_the_table() -> None:
    days = total([columns[2] for columns in stages(CHAPTER).values()])
    assert row("index.md", "Over 250,000")[2] == f"{words(days)} staff-days"


def test_the_half_day_has_four_hours() -> None:
    for name in ("practise.md", "worksheets/half-day-plan.md"):
        page = (CHAPTER / name).read_text(encoding="utf-8")
        table = re.search(r"^\| Minutes \|.*\n(?:\|.*\n)+", page, flags=re.MULTILINE)
        assert table
        assert sum(int(found) for found in re.findall(r"^\| (\d+) \|", table[0], flags=re.MULTILINE)) == 4 * 60


def test_the_follow_up_has_one_hour() -> None:
    part = text_of("worksheets/transfer-agreement.md").split("follow-up, one hour")[1].split("| Obstacle |")[0]
    assert sum(int(found) for found in re.findall(r"\| (\d+) \|", part)) == 60


@pytest.mark.parametrize("label", [SPRING, AUTUMN])
def test_means_and_gains_of_each_group(label: str) -> None:
    before, after = scores(label)
    assert row("sustain.md", label)[3:] == [
        f"{mean(before):.2f}",
        f"{mean(after):.2f}",
        f"{mean(gains(label)):.2f}",
    ]


def test_gain_of_those_who_learned() -> None:
    before, _ = scores(SPRING)
    open_points = 10 - mean(before)
    gain, waiting = mean(gains(SPRING)), mean(gains(AUTUMN))
    assert_says("sustain.md", f"{gain:.2f} points, or {100 * gain / open_points:.0f} per cent of the {open_points:.2f}")
    assert_says("sustain.md", f"So {100 * waiting / gain:.0f} per cent of the first figure was not the course")
    assert gains(SPRING).count(0) == 2
    assert_says("sustain.md", "Two of the twelve gained nothing")


def test_difference_of_gains_with_its_interval() -> None:
    first, second = gains(SPRING), gains(AUTUMN)
    pooled = math.sqrt((stdev(first) ** 2 + stdev(second) ** 2) / 2)
    difference, half = mean(first) - mean(second), T_22 * pooled * math.sqrt(2 / 12)
    assert_says("sustain.md", f"Difference of gains: {difference:.2f} points")
    assert_says("sustain.md", f"({stdev(first):.2f} and {stdev(second):.2f})")
    assert_says("sustain.md", f"runs from {difference - half:.2f} to {difference + half:.2f}")


def test_what_is_kept_after_eight_weeks() -> None:
    before, _ = scores(SPRING)
    kept, gain = 6.25 - mean(before), mean(gains(SPRING))
    assert_says("sustain.md", f"It kept {kept:.2f} of {gain:.2f}, or {100 * kept / gain:.0f} per cent")


@pytest.mark.parametrize(("label", "pair"), [("With the half day", TRAINED), ("Neighbour without it", NEIGHBOUR)])
def test_change_of_letters(label: str, pair: tuple[Sample, Sample]) -> None:
    before, after = pair
    change, low, high = gap(after, before)
    assert row("sustain.md", label)[1:] == [
        *(f"{hits} of {n} ({pct(hits / n)} per cent)" for hits, n in pair),
        f"{pct(change)} points, from {pct(low)} to {pct(high)}",
    ]


def test_change_with_minus_change_without() -> None:
    change = gap(TRAINED[1], TRAINED[0])[0] - gap(NEIGHBOUR[1], NEIGHBOUR[0])[0]
    half = half_width(*TRAINED, *NEIGHBOUR)
    many = half_width(*((4 * hits, 4 * n) for hits, n in (*TRAINED, *NEIGHBOUR)))
    assert change - half < 0 < change + half
    assert_says(
        "sustain.md", f"{pct(change)} points. Its interval runs from {pct(change - half)} to {pct(change + half)}"
    )
    assert_says("sustain.md", f"it would run from {pct(change - many)} to {pct(change + many)}")


def test_pleasure_and_task() -> None:
    assert 24 - 9 == 8 + 4 + 3 == 15
    assert_says("sustain.md", f"Of the 24, 22 found the half day useful or very useful ({pct(22 / 24)} per cent)")
    assert_says("sustain.md", f"9 had done their task ({pct(9 / 24)} per cent). Of the 15 others")


def test_staff_trained_for_their_own_task() -> None:
    groups = {"Front line": (18, 22), "heads": (2, 6), "others": (6, 12)}
    trained, everybody = (sum(group[i] for group in groups.values()) for i in (0, 1))
    assert_says("sustain.md", f"{everybody} people work in a town hall")
    assert_says("sustain.md", f"{trained} of them had at least half a day on their own task")
    assert_says("sustain.md", f"own cases: {100 * trained / everybody:.0f} per cent")
    for name, (hits, n) in groups.items():
        assert_says("sustain.md", f"{name} {hits} of {n}, or {100 * hits / n:.0f} per cent")


def test_cost_of_a_programme() -> None:
    parts = {"All learn half a day": 4, "Desk task": 2, "Follow-up": 1}
    for label, hours in parts.items():
        assert row("sustain.md", label)[2] == f"{40 * hours / 8:g}"
    learning = 40 * sum(parts.values()) // 8
    organising = total(steps(CHAPTER, "Small town"))
    assert span(row("sustain.md", "Organisers, first year")[2] + " staff-days") == organising
    together = (organising[0] + learning, organising[1] + learning)
    assert row("sustain.md", "Together")[2] == words(together)
    year = 40 * 220
    assert_says("sustain.md", f"the town has {year:,} staff-days a year")
    assert_says("sustain.md", f"takes {100 * together[0] / year:.2f} to {100 * together[1] / year:.2f} per cent")


def test_a_small_town_has_eighteen_days() -> None:
    text = text_of("sustain.md")
    box = text[text.index("> [!NOTE] Small town") : text.index("### With four employees")]
    months = [int(days) for days in re.findall(r"\((\d+) days\)", box)]
    assert len(months) == 6
    assert f"{sum(months)} staff-days of organising" in box
    assert sum(months) < total(steps(CHAPTER, "Small town"))[0]
    assert f"Sixteen learners for half a day are another {16 // 2} staff-days, {16 // 2 // 4} for each town" in box


def test_four_employees_have_six_days() -> None:
    text = text_of("sustain.md").split("### With four employees")[1]
    days = [int(found) for found in re.findall(r"\((\d+) days?\b", text)]
    assert f"That is {sum(days)} staff-days" in text
