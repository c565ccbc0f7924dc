"""Each number in the chapter "Local human rights action plans" that can be computed is computed here.

Staff-days are read out of the steps and added up. A worked example is recomputed from its inputs and
looked for in the page, so that a changed number in the text fails as well as a wrong formula.
"""

from __future__ import annotations

import re

import pytest
from tests.content.chapters import TOOLKIT, Pages, pct

CHAPTER = TOOLKIT / "local-human-rights-action-plans"
PAGES = Pages("local-human-rights-action-plans")
text_of, assert_says = PAGES.text_of, PAGES.assert_says
STEP = re.compile(r"^### (\d+)\. .+?$(.*?)(?=^### |^## |\Z)", re.MULTILINE | re.DOTALL)
DAYS = re.compile(r"(\d+)(?: to (\d+))? staff-days")
STAGES = [(0, 1, 2), (3, 4), (5, 6, 7), (8, 9, 10), (11, 12), (13,)]
"""The steps of each row of the table of stages."""

Range = tuple[int, int]


def days_in(line: str) -> Range:
    """The first range of staff-days in a line, or one number as both ends."""
    found = DAYS.search(line)
    assert found, f"no staff-days in: {line}"
    low = int(found[1])
    return low, int(found[2] or low)


def steps() -> dict[int, tuple[Range, Range]]:
    """For each step the staff-days of a small and of a middle-sized town."""
    page = (CHAPTER / "practise.md").read_text(encoding="utf-8")
    found = {}
    for number, body in STEP.findall(page):
        time, small = (re.search(rf"^{term}\n:   (.+)$", body, re.MULTILINE) for term in ("Time", "Small town"))
        assert time
        assert small
        found[int(number)] = (days_in(small[1]), days_in(time[1]))
    return found


def total(ranges: list[Range]) -> Range:
    """Lowest and highest sum."""
    return sum(low for low, _ in ranges), sum(high for _, high in ranges)


def stage_rows() -> list[list[Range]]:
    """The rows of the table of stages, each with three ranges."""
    rows = re.findall(r"^\| [^|]+\(.*\d\) \| (.+?) \|$", (CHAPTER / "prepare.md").read_text("utf-8"), re.MULTILINE)
    split = [[cell.split(" to ") for cell in row.split(" | ")] for row in rows]
    return [[(int(low), int(high)) for low, high in row] for row in split]


def test_every_step_states_staff_days() -> None:
    assert sorted(steps()) == list(range(14))


@pytest.mark.parametrize(("size", "column"), [(0, 0), (1, 1)])
def test_steps_add_up_to_the_stages(size: int, column: int) -> None:
    found, rows = steps(), stage_rows()
    assert len(rows) == len(STAGES)
    for members, row in zip(STAGES, rows, strict=True):
        assert total([found[step][size] for step in members]) == row[column], f"steps {members}"


@pytest.mark.parametrize("size", [0, 1, 2])
def test_stages_add_up_to_the_first_page(size: int) -> None:
    rows = [row[size] for row in stage_rows()]
    until, yearly, once = total(rows[:4]), rows[4], rows[5]
    cells = f"| {until[0]} to {until[1]} staff-days over"
    assert_says("index.md", cells)
    assert_says("index.md", f"| {yearly[0]} to {yearly[1]} staff-days | {once[0]} to {once[1]} staff-days |")


def test_days_of_the_small_town_are_the_same_everywhere() -> None:
    low, high = total([row[0] for row in stage_rows()[:4]])
    assert_says("sustain.md", f"three measures, {low} to {high} staff-days")


@pytest.mark.parametrize(("days", "report", "each"), [(11, 5, 2), (75, 25, 2.5)])
def test_measures_that_can_be_steered(days: int, report: int, each: float) -> None:
    count = (days - report) / each
    assert_says("prepare.md", f"({days} − {report}) ÷ {each} = {count:.0f} measures")


def test_days_to_steer_lie_in_the_table() -> None:
    """The examples use days that the table of stages allows."""
    yearly = stage_rows()[4]
    assert yearly[0][0] <= 11 <= yearly[0][1]
    assert yearly[1][0] <= 75 <= yearly[1][1]


def test_first_page_repeats_the_small_number_of_measures() -> None:
    assert (11 - 5) / 2 == 3
    assert_says("index.md", "In a small town that is about three.")


def test_sample_without_a_find() -> None:
    """Exact upper limit, one-sided at 95 per cent, when none of 30 shows the fault."""
    upper = 1 - 0.05 ** (1 / 30)
    assert_says("practise.md", f"If all 30 give reasons, up to {pct(upper)} per cent")


def test_price_of_the_interpreter() -> None:
    money = 200 * 45 / 60 * 30
    assert_says("practise.md", "200 talks of 45 minutes at 30 an hour")
    assert_says("practise.md", f"| {money:,.0f} | {money:,.0f} |")
    assert_says("practise.md", f"that is {3 * money:,.0f} in money")
    assert_says("worksheets/plan-table.md", f"{money:,.0f} for interpreters")


def test_staff_days_of_the_priced_measure() -> None:
    first, later = 5 + 30 * 0.5 + 2, 2
    assert_says("practise.md", f"and {first + 2 * later:.0f} staff-days")
    assert_says("practise.md", f"the {first:.0f} staff-days of the first year")
    assert_says("worksheets/plan-table.md", f"{first:.0f} staff-days, then {later}")


@pytest.mark.parametrize(
    ("delivered", "due", "words"),
    [(11, 18, "11 of 18"), (11 + 3, 18, "14 of 18"), (11 + 3, 18 - 4, "14 of 14")],
)
def test_ways_to_count_a_year(delivered: int, due: int, words: str) -> None:
    assert 11 + 3 + 4 == 18
    assert_says("sustain.md", f"{words}, or {100 * delivered / due:.0f} per cent")


SHELTER, OTHERS = ((36, 90), (24, 80)), ((66, 330), (78, 312))


@pytest.mark.parametrize(("label", "years"), [("Emergency shelter", SHELTER), ("Anywhere else", OTHERS)])
def test_refusals_of_each_group(label: str, years: tuple[Range, Range]) -> None:
    cells = " | ".join(f"{no} of {of} refused ({pct(no / of)} per cent)" for no, of in years)
    assert_says("sustain.md", f"| {label} | {cells} |")


def test_gap_of_refusals() -> None:
    gaps = [pct(one[0] / one[1] - two[0] / two[1]) for one, two in zip(SHELTER, OTHERS, strict=True)]
    assert_says("sustain.md", f"| Gap | {gaps[0]} points | {gaps[1]} points |")


def test_all_refusals_rise_while_the_gap_closes() -> None:
    years = [(one[0] + two[0], one[1] + two[1]) for one, two in zip(SHELTER, OTHERS, strict=True)]
    cells = " | ".join(f"{no} of {of} refused ({pct(no / of)} per cent)" for no, of in years)
    assert years[1][0] / years[1][1] > years[0][0] / years[0][1]
    assert_says("sustain.md", f"| All applicants | {cells} |")
    for page in ("sustain.md", "worksheets/plan-table.md"):
        assert_says(page, f"from {pct(years[0][0] / years[0][1])} to 20 per cent or less")


@pytest.mark.parametrize(("observed", "colour"), [(37, "amber"), (38, "red")])
def test_colour_from_a_straight_line(observed: int, colour: str) -> None:
    due = (40 - 25) / 3
    gone = 40 - observed
    assert ("amber" if gone / due >= 0.5 else "red") == colour
    assert_says("sustain.md", f"The straight line gives {40 - due:.0f} per cent for 2027")
    assert_says("sustain.md", f"Observed {observed} per cent: {gone} of")
    assert_says("sustain.md", f"or {100 * gone / due:.0f} per cent of the way: {colour}")


def test_four_employees() -> None:
    parts = [int(days) for days in re.findall(r"\((\d) days?\)", text_of("sustain.md").split("With four employees")[1])]
    assert len(parts) == 5
    assert_says("sustain.md", f"That is {sum(parts)} staff-days")


def test_reported_actions_in_indonesia() -> None:
    """The ministry's own figures (ham2022ranham)."""
    assert_says("why.md", f"2,923 of 4,878 as reached, {100 * 2923 / 4878:.2f} per cent")


def test_term_follows_the_rule_of_thumb() -> None:
    """Adopted within the first third of the term, evaluated after three quarters."""
    assert_says("prepare.md", "within the first third of the term")
    assert 15 / 48 <= 1 / 3
    assert 36 / 48 == 3 / 4


def test_figure_is_drawn_to_scale() -> None:
    """Month nought stands at 34 units and each month is 8 units long."""
    figure = text_of("term.svg")
    months = [0, 3, 15, 24, 36, 42, 48, 51]
    drawn = [int(y) for y in re.findall(r'<circle class="[a-z-]+" cx="70" cy="(\d+)"', figure)]
    assert drawn == [34 + 8 * month for month in months]
    assert [int(label) for label in re.findall(r'font-size="14">(\d+)</text>', figure)] == months
