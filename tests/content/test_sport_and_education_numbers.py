"""Every invented figure of the chapter "Sport and education" is computed here.

A test states or reads the inputs as the text does, computes, formats the fragment and looks for it in the
page. A wrong number in the text and a wrong formula both fail. The staff-days of the steps are read out of
the Markdown and have to add up to the tables.
"""

from __future__ import annotations

import math
import re

import pytest
from tests.content.chapters import Pages, pct
from tests.content.intervals import Z
from tests.content.staff_days import Span, steps, total, words

PAGES = Pages("sport-and-education")

STAGES = {
    "Competence and aim (steps 0, 1)": (0, 1),
    "Who is reached, what children say (steps 2, 3)": (2, 3),
    "Safety (steps 4, 5)": (4, 5),
    "Agreement and price (steps 6, 7)": (6, 7),
    "The offer (steps 8, 9, 10, 11, 12)": (8, 9, 10, 11, 12),
    "Result (step 13)": (13,),
}
FIRST_YEAR_ONLY = (0, 1, 5, 6)
POWER_80 = 0.84
"""Standard normal value for a chance of 80 per cent, as the text rounds it."""


def says(name: str, *fragments: str) -> None:
    """Fail unless the page holds each of the fragments."""
    for fragment in fragments:
        PAGES.assert_says(name, fragment)


def row(name: str, label: str) -> list[str]:
    """The cells of the table row that begins with the label."""
    page = (PAGES.folder / name).read_text(encoding="utf-8")
    line = next(line for line in page.splitlines() if line.startswith(f"| {label} |"))
    return [cell.strip() for cell in line.strip("|").split("|")]


def count(hits: int, n: int) -> str:
    """A count with its share, as the tables write it."""
    return f"{hits} ({pct(hits / n)} %)"


def days_in(text: str) -> int:
    """The sum of all days in brackets."""
    return sum(int(found) for found in re.findall(r"\((\d+) days?\)", text))


def test_fourteen_steps_have_staff_days() -> None:
    assert len(steps(PAGES.folder, "Time")) == len(steps(PAGES.folder, "Small town")) == 14


@pytest.mark.parametrize("stage", STAGES)
def test_the_table_of_stages_is_the_sum_of_the_steps(stage: str) -> None:
    cells = row("prepare.md", stage)
    small, middle = steps(PAGES.folder, "Small town"), steps(PAGES.folder, "Time")
    assert cells[1] == words(total([small[i] for i in STAGES[stage]]))
    assert cells[2] == words(total([middle[i] for i in STAGES[stage]]))


def test_every_step_belongs_to_one_stage() -> None:
    assert sorted(step for stage in STAGES.values() for step in stage) == list(range(14))


@pytest.mark.parametrize(("label", "line"), [("Under 20,000", "Small town"), ("20,000 to 250,000", "Time")])
def test_the_first_page_gives_the_sums_of_all_steps(label: str, line: str) -> None:
    days = steps(PAGES.folder, line)
    later = [span for i, span in enumerate(days) if i not in FIRST_YEAR_ONLY]
    cells = row("index.md", label)
    assert cells[2] == f"{words(total(days))} staff-days"
    assert cells[3] == f"{words(total(later))} staff-days a year"


def test_the_largest_places_are_summed_from_the_table() -> None:
    spans: list[Span] = []
    for stage in STAGES:
        low, high = row("prepare.md", stage)[3].split(" to ")
        spans.append((int(low), int(high)))
    assert row("index.md", "Over 250,000")[2] == f"{words(total(spans))} staff-days"


def test_what_a_season_leaves_to_pay() -> None:
    season, voucher, income = 120 + 90 + 25 + 100 + 65, 150, 14_400
    left = season - voucher
    says(
        "practise.md",
        f"membership 120, kit 90, licence 25, journeys 100, tournaments 65: together {season}",
        f"A voucher of {voucher} leaves {left}, or {pct(left / season)} per cent",
        f"For two children that is {2 * left}, and {pct(2 * left / income)} per cent of a yearly income of {income:,}",
    )


def test_the_afternoon_has_three_hours() -> None:
    text = PAGES.text_of("practise.md").split("An order that we propose")[1].split(".")[0]
    assert sum(int(minutes) for minutes in re.findall(r"\((\d+)(?: minutes)?\)", text)) == 180


ENTITLED, OTHERS = 30, 60
SWIMMERS = {
    "September": (9, 42),
    "June, after 20 lessons": (21, 57),
    "August, after the second course": (27, 59),
}


@pytest.mark.parametrize("label", SWIMMERS)
def test_who_can_swim(label: str) -> None:
    entitled, others = SWIMMERS[label]
    assert row("sustain.md", label)[1:] == [
        count(entitled, ENTITLED),
        count(others, OTHERS),
        count(entitled + others, ENTITLED + OTHERS),
        pct(others / OTHERS - entitled / ENTITLED),
    ]


def test_who_came_to_the_swimming_lessons() -> None:
    first, second = 20 / ENTITLED, 54 / OTHERS
    says(
        "sustain.md",
        f"20 of {ENTITLED} children with free meals ({pct(first)} per cent) and 54 of {OTHERS} others ({pct(second)} per cent)",
        f"a ratio of {first / second:.2f}",
        f"among {ENTITLED} it moves the share by {pct(1 / ENTITLED)} points",
    )


def test_what_a_child_who_learned_to_swim_costs() -> None:
    lessons = 3 * 20
    teachers, pool, bus, kit = 90 * lessons, 70 * lessons, 60 * lessons, 300
    first = teachers + pool + bus + kit
    before, june, august = (sum(numbers) for numbers in SWIMMERS.values())
    learned, later = june - before, august - june
    missing = ENTITLED + OTHERS - june
    says(
        "sustain.md",
        f"Three classes × 20 lessons = {lessons} class lessons",
        f"Teachers {teachers:,}, pool {pool:,}, bus {bus:,}, kit {kit}: together {first:,}, or {first / 90:.2f} for each child",
        f"The second course for {missing} children cost 1,500",
        f"{first:,} ÷ {learned} = {first / learned:.2f} in the first course, 1,500 ÷ {later} = {1500 / later:.2f} in the second",
    )


def test_the_two_aims_are_judged_apart() -> None:
    entitled, others = SWIMMERS["August, after the second course"]
    share, gap = (entitled + others) / 90, others / OTHERS - entitled / ENTITLED
    assert share >= 0.95
    assert gap > 0.05
    says("sustain.md", f"is met, with {pct(share)}", f"is not, with {pct(gap)}")
    says("practise.md", "at least 95 of 100 children", "under five points")


@pytest.mark.parametrize(
    ("label", "places", "entitled", "others"),
    [
        ("1: reduced fee on application", 120, 24, 96),
        ("2: pass sent to all entitled, late bus", 135, 45, 90),
    ],
)
def test_reach_by_income(label: str, places: int, entitled: int, others: int) -> None:
    pupils, with_meals = 400, 120
    assert entitled + others == places
    share = entitled / places
    assert row("sustain.md", label)[1:] == [
        str(places),
        f"{entitled} of {with_meals} ({pct(entitled / with_meals)} %)",
        f"{others} of {pupils - with_meals} ({pct(others / (pupils - with_meals))} %)",
        f"{pct(share)} %",
        f"{share / (with_meals / pupils):.2f}",
    ]
    says("sustain.md", f"{pupils} pupils; {with_meals} of them, {pct(with_meals / pupils)} per cent")


def test_what_an_afternoon_costs() -> None:
    cost, places, afternoons, present = 81_000, 135, 60, 0.75
    attended = places * afternoons * present
    says(
        "sustain.md",
        f"cost {cost:,}: {cost / places:.0f} for each child",
        f"{afternoons} afternoons and {100 * present:.0f} per cent present that is {attended:,.0f} attended afternoons",
        f"{cost / attended:.2f} each",
        "Six others fewer",
    )
    assert 96 - 90 == 6


def test_attendance_before_and_after() -> None:
    now, before = (95.0, 92.0), (94.2, 91.5)
    rise, common = now[0] - before[0], now[1] - before[1]
    left = rise - common
    says(
        "sustain.md",
        f"The gap is {now[0] - now[1]:.1f} points",
        f"The gap was {before[0] - before[1]:.1f} points already",
        f"Participants rose by {rise:.1f}, the others by {common:.1f}. What is left is {left:.1f} points",
        f"a year of 190 days ({left / 100 * 190:.1f})",
    )


def test_attendance_by_lot() -> None:
    difference, deviation, year = 93.5 - 93.0, 5, 190
    half = Z * deviation * math.sqrt(1 / 40 + 1 / 20)
    low, high = difference - half, difference + half
    says(
        "sustain.md",
        f"The difference is {difference:.1f} points",
        f"runs from {low:.1f} to {high:.1f} points, that is from {-low * year / 100:.1f} days fewer to {high * year / 100:.1f} days more",
    )


def test_how_many_pupils_a_study_needs() -> None:
    needed = 2 * (Z + POWER_80) ** 2 * 5**2 / 1**2
    says("sustain.md", f"2 × (1.96 + 0.84)² × 5² ÷ 1² = {math.ceil(round(needed, 6))} pupils in each group")


def test_clubs_with_a_check() -> None:
    says(
        "sustain.md",
        f"Nine of 12 clubs have passed the check: {pct(9 / 12)} per cent",
        f"540 of 900 children: {pct(540 / 900)} per cent",
    )


def test_six_months_of_a_small_town() -> None:
    text = PAGES.text_of("sustain.md")
    box = text[text.index("> [!NOTE] Small town") : text.index("### With four employees")]
    assert len(re.findall(r"\((\d+) days\)", box)) == 6
    assert f"{days_in(box)} staff-days" in box
    low, _ = total(steps(PAGES.folder, "Small town"))
    assert days_in(box) < low


def test_four_employees() -> None:
    text = PAGES.text_of("sustain.md").split("### With four employees")[1]
    assert f"{days_in(text)} staff-days" in text


def test_half_a_year_is_compared_with_the_first_year() -> None:
    says("sustain.md", f"less than the first year's {words(total(steps(PAGES.folder, 'Small town')))} days")
