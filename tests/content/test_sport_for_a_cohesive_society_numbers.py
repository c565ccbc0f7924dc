"""Every invented figure of the chapter "Sport for a cohesive society" is computed here.

The tables are read out of the Markdown and recomputed; a sentence is built from the same figures and looked
for in the page. The staff-days of the steps have to add up to the tables.
"""

from __future__ import annotations

import math
import re

import pytest
from tests.content.chapters import TOOLKIT, Pages, pct
from tests.content.intervals import wilson
from tests.content.staff_days import stages, steps, total, words

CHAPTER = TOOLKIT / "sport-for-a-cohesive-society"
PAGES = Pages("sport-for-a-cohesive-society")
text_of, assert_says = PAGES.text_of, PAGES.assert_says

FIRST_YEAR_ONLY = (0, 3, 4, 9)
GROUPS = ("Girls under 18", "Boys under 18", "Women 18 to 64", "Men 18 to 64", "Women 65 and over", "Men 65 and over")
FEMALE = ("Girls under 18", "Women 18 to 64", "Women 65 and over")
COST_OF_AN_HOUR = 180_000 // 120


def rows(label: str) -> list[list[float]]:
    """The figures of the rows of sustain.md that begin with the label, table by table."""
    page = (CHAPTER / "sustain.md").read_text(encoding="utf-8")
    found = re.findall(rf"^\| {re.escape(label)} \|(.+)\|$", page, re.MULTILINE)
    return [[float(cell.replace(",", "")) for cell in row.split("|")] for row in found]


def hall(label: str) -> list[float]:
    """Residents, participants, hours, prime hours."""
    return rows(label)[0]


def money(label: str) -> list[float]:
    """Value of hours, grants, sum, for each participant, for each resident."""
    return rows(label)[1]


def summed(labels: tuple[str, ...], column: int) -> float:
    """One column of the table of hours over several groups."""
    return sum(hall(label)[column] for label in labels)


def share(labels: tuple[str, ...], column: int) -> float:
    """The part of a column of the table of hours that falls to the groups."""
    return summed(labels, column) / hall("All")[column]


def test_fourteen_steps_have_staff_days() -> None:
    assert len(steps(CHAPTER, "Time")) == len(steps(CHAPTER, "Small town")) == 14


@pytest.mark.parametrize(("label", "column"), [("Small town", 0), ("Time", 1)])
def test_the_table_of_stages_is_the_sum_of_the_steps(label: str, column: int) -> None:
    days = steps(CHAPTER, label)
    table = stages(CHAPTER)
    assert sorted(step for stage in table for step in stage) == list(range(14))
    for stage, columns in table.items():
        assert columns[column] == total([days[step] for step in stage])


@pytest.mark.parametrize(("label", "lines"), [("Under 20,000", "Small town"), ("20,000 to 250,000", "Time")])
def test_the_first_page_gives_the_sums_of_all_steps(label: str, lines: str) -> None:
    days = steps(CHAPTER, lines)
    later = [span for i, span in enumerate(days) if i not in FIRST_YEAR_ONLY]
    row = f"{words(total(days))} staff-days | {words(total(later))} staff-days a year |"
    assert re.search(rf"\| {label} \| [^|]+ \| {row}", text_of("index.md"))


def test_the_largest_places_are_summed_from_the_table() -> None:
    days = total([columns[2] for columns in stages(CHAPTER).values()])
    assert f"| {words(days)} staff-days |" in text_of("index.md")


@pytest.mark.parametrize("column", range(4))
def test_the_groups_add_up_to_the_town(column: int) -> None:
    assert summed(GROUPS, column) == hall("All")[column]


def test_women_and_girls_in_the_hall() -> None:
    residents, participants, hours, prime = (share(FEMALE, column) for column in range(4))
    assert_says(
        "sustain.md",
        f"{pct(residents)} per cent of residents and {pct(participants)} per cent of participants. They have "
        f"{pct(hours)} per cent of the hours and {pct(prime)} per cent of the prime hours",
    )
    assert_says("sustain.md", f"share of participants: {hours / participants:.2f}")
    assert_says("sustain.md", f"share of hours ÷ share of residents: {hours / residents:.2f}")
    assert_says("sustain.md", f"share of prime hours ÷ share of residents: {prime / residents:.2f}")
    assert hours < 0.34 and prime < 0.25, "step 1 speaks of a third and less than a quarter"


def test_people_of_65_and_over_in_the_hall() -> None:
    old = GROUPS[-2:]
    assert_says(
        "sustain.md",
        f"are {pct(share(old, 0))} per cent of residents and have {pct(share(old, 2))} per cent of the hours: "
        f"{share(old, 2) / share(old, 0):.2f}",
    )


@pytest.mark.parametrize("label", [*GROUPS, "All"])
def test_money_of_a_group(label: str) -> None:
    residents, participants, hours, _ = hall(label)
    value, grants, everything, each, resident = money(label)
    assert value == hours * COST_OF_AN_HOUR
    assert everything == value + grants
    assert each == round(everything / participants, 2)
    assert resident == round(everything / residents, 2)


def test_grants_add_up() -> None:
    assert sum(money(label)[1] for label in GROUPS) == money("All")[1] == 90_000


def test_women_and_girls_and_the_money() -> None:
    everything = money("All")[2]
    female = sum(money(label)[2] for label in FEMALE)
    people, takers = summed(FEMALE, 0), summed(FEMALE, 1)
    others = everything - female
    per_taker = female / takers, others / (hall("All")[1] - takers)
    per_resident = female / people, others / (hall("All")[0] - people)
    assert_says(
        "sustain.md",
        f"get {female:,.0f} of {everything:,.0f}, or {pct(female / everything)} per cent: {per_taker[0]:.2f} for "
        f"each who takes part, against {per_taker[1]:.2f} for each man or boy. That is "
        f"{per_taker[0] / per_taker[1]:.2f}. For each resident it is {per_resident[0] / per_resident[1]:.2f}.",
    )
    assert money("All")[0] / everything == pytest.approx(2 / 3)


def test_disabled_people() -> None:
    residents, takers, hours, grants = 1_800, 54, 5, 1_500
    everything = hours * COST_OF_AN_HOUR + grants
    _, _, _, each, resident = money("All")
    assert_says(
        "sustain.md",
        f"{residents:,} disabled residents ({pct(residents / 12_000)} per cent) {takers} take part "
        f"({pct(takers / 1_350)} per cent of participants)",
    )
    assert_says("sustain.md", f"they get {everything:,}")
    assert_says("sustain.md", f"{everything / takers:.2f}, against {each:.2f} for all. Ratio")
    assert_says("sustain.md", f"Ratio {everything / takers / each:.2f}; it looks")
    assert_says("sustain.md", f"{everything / residents:.2f}, against {resident:.2f}. Ratio")
    assert_says("sustain.md", f"Ratio {everything / residents / resident:.2f}; it is not")
    assert everything / residents / resident < 0.25, "step 1 says less than a quarter"


def test_the_new_rule() -> None:
    girls, boys = hall("Girls under 18"), hall("Boys under 18")
    children, disabled, free = 26, 3, 1
    assert children + disabled + free == hall("All")[3]
    part = girls[0] / (girls[0] + boys[0])
    hers = round(2 * children * part) / 2
    his = children - hers
    assert_says(
        "sustain.md",
        f"Girls are {pct(part)} per cent of the children, so they get {hers} hours and boys {his}. "
        f"Girls gain {hers - girls[3]:g}, boys lose {boys[3] - his:g}, men lose {hall('Men 18 to 64')[3]:g} and "
        f"women lose {hall('Women 18 to 64')[3]:g}.",
    )


def test_the_chain() -> None:
    assert_says("sustain.md", f"passes 8 of 9 links, {100 * 8 / 9:.0f} per cent")
    assert_says("sustain.md", f"The share of links says {100 * 8 / 9:.0f}, the share of people {100 * 3 / 5:.0f}.")


def test_who_would_have_come_anyway() -> None:
    price, users, members = 120, 176, 110
    cost, new = price * users, users - members
    assert_says("sustain.md", f"{users} children: {cost:,}. Before, {members} of them were members")
    assert_says("sustain.md", f"each of the {new} new ones the town paid {cost / new:.2f}")


def test_reports_and_experience() -> None:
    low, high = wilson(21, 60)
    assert_says("sustain.md", f"in 420 matches, or {pct(14 / 420)} per cent")
    assert_says("sustain.md", f"in that season: {pct(21 / 60)} per cent")
    assert_says("sustain.md", f"from {pct(low)} to {pct(high)}")


def test_the_comparison() -> None:
    n = 200
    before, after = (60, 66), (84, 76)
    gains = [(b - a) / n for a, b in zip(before, after, strict=True)]
    difference = gains[0] - gains[1]
    error = 1.96 * math.sqrt(sum(k / n * (1 - k / n) / n for k in before + after))
    assert_says("sustain.md", f"(plus {pct(gains[0])} points)")
    assert_says("sustain.md", f"(plus {pct(gains[1])})")
    assert_says("sustain.md", f"The difference of the differences is {pct(difference)} points")
    assert_says("sustain.md", f"runs from {pct(difference - error)} to {pct(difference + error)}")
    assert difference < error


def test_the_figure_shows_the_shares() -> None:
    drawing = (CHAPTER / "shares.svg").read_text(encoding="utf-8")
    female_money = sum(money(label)[2] for label in FEMALE) / money("All")[2]
    shares = [share(FEMALE, 0), share(FEMALE, 1), share(FEMALE, 2), female_money, share(FEMALE, 3)]
    assert re.findall(r">([\d.]+) %<", drawing) == [pct(part) for part in shares]
    assert [int(width) for width in re.findall(r'class="fig-accent"[^>]* width="(\d+)"', drawing)] == [
        round(400 * part) for part in shares
    ]


def test_a_small_town_has_twenty_eight_days() -> None:
    text = text_of("sustain.md")
    box = text[text.index("> [!NOTE] Small town") : text.index("### With four employees")]
    months = [int(days) for days in re.findall(r"\((\d+) days\)", box)]
    assert len(months) == 6
    assert f"{sum(months)} staff-days" in box
    assert f"the first year's {words(total(steps(CHAPTER, 'Small town')))} days" in box


def test_four_employees_have_four_days() -> None:
    text = text_of("sustain.md").split("### With four employees")[1]
    days = sum(int(found) for found in re.findall(r"\((\d+) days?\)", text))
    assert f"{days} staff-days" in text
