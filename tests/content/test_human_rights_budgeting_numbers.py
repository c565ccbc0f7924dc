"""Every figure in the worked examples of the chapter "Human rights budgeting" is computed here.

A test states the inputs as the text does, computes by the formula of the text, formats the fragment and looks
for it in the page. A wrong number in the text and a wrong formula both fail.
"""

from __future__ import annotations

import re

import pytest
from tests.content.chapters import TOOLKIT, Pages, pct

CHAPTER = TOOLKIT / "human-rights-budgeting"
PAGES = Pages("human-rights-budgeting")
text_of, assert_says = PAGES.text_of, PAGES.assert_says


def real(money: float, prices: float) -> float:
    """Money of the later year at the prices of the earlier one (step 2)."""
    return money / (1 + prices)


def fall(before: float, after: float) -> str:
    """How much less the later value is, in per cent."""
    return pct(1 - after / before)


def test_home_care_before() -> None:
    assert_says("practise.md", f"450,000 for 150 people, {450_000 / 150:,.0f} each")


def test_home_care_nominal_rise() -> None:
    assert_says("practise.md", f"The draft says 459,000, so {pct(459_000 / 450_000 - 1)} per cent more")


def test_home_care_real_and_per_person() -> None:
    money = real(459_000, 0.04)
    each = money / 165
    assert_says("practise.md", "Prices rise by 4 per cent, and 165 people will need it")
    assert_says(
        "practise.md", f"Real money is {money:,.0f}, and {each:,.2f} for each: {fall(3_000, each)} per cent less"
    )


def test_home_care_level_kept() -> None:
    more_people = 165 / 150
    assert_says("practise.md", f"450,000 × 1.04 × {more_people:.2f} = {450_000 * 1.04 * more_people:,.0f}")


GAP, UNIT_COST = 90 - 60, 7_500
PHASES = [UNIT_COST * places for places in (10, 20, 30)]


def test_gap_and_full_cost() -> None:
    assert_says("practise.md", f"90 children entitled, 60 places, gap {GAP}")
    assert_says("practise.md", f"At {UNIT_COST:,} a place a year")
    assert_says("practise.md", f"full coverage costs {GAP * UNIT_COST:,} more")


def test_phases() -> None:
    listed = ", ".join(f"{cost:,}" for cost in PHASES)
    assert_says("practise.md", f"Ten places a year: {listed}; {sum(PHASES):,} over three years")


def test_equal_cut_is_not_equal() -> None:
    left = 150_000 * 0.95
    assert_says("practise.md", "shelter and advice has 150,000 for 60 people")
    each = real(left, 0.04) / 66
    assert_says("practise.md", f"Minus 5 per cent is {left:,.0f}; prices rise by 4 per cent and 66 people come")
    assert_says("practise.md", f"That is {fall(150_000 / 60, each)} per cent less for each")


IDEA = re.compile(r"^\| ([^|]+) \| ([\d,]+) \| (Free|Soften|Refuse) \|", re.MULTILINE)


def ideas(mark: str) -> list[int]:
    """The sums of all ideas of the example that carry a mark."""
    page = (CHAPTER / "practise.md").read_text(encoding="utf-8")
    return [int(amount.replace(",", "")) for _, amount, found in IDEA.findall(page) if found == mark]


def test_target_of_the_example() -> None:
    assert_says("practise.md", f"5 per cent of 4,000,000 = {4_000_000 * 5 // 100:,}")


def test_free_ideas_add_up() -> None:
    assert len(ideas("Free")) == 5
    assert_says(
        "practise.md", f"Free: {sum(ideas('Free')):,}. With two softened: {sum(ideas('Free') + ideas('Soften')):,}"
    )
    assert_says("practise.md", f"{sum(ideas('Free')):,} were found without loss of a service")


def test_target_is_met_without_what_is_refused() -> None:
    assert sum(ideas("Free") + ideas("Soften")) == 4_000_000 * 5 // 100
    assert len(ideas("Soften")) == len(ideas("Refuse")) == 2


def test_spending_rate_of_roads() -> None:
    assert_says("practise.md", "what was spent (810,000 of 900,000)")
    assert_says("practise.md", f"Spending rate {100 * 810 // 900} per cent for three years")


def test_pool_price() -> None:
    assert_says("practise.md", f"(15,000 visits) | {15_000 * 1:,} |")


def test_vacant_post() -> None:
    unspent = 6 * 4_000
    assert_says("practise.md", "six months of a vacant post in home care at 4,000 a month")
    assert_says("practise.md", f"{unspent:,}, or {pct(unspent / 459_000)} per cent of the line of 459,000")


PARTS = {"Centre": (120_000, 600, 60), "Valley": (60_000, 400, 100)}


@pytest.mark.parametrize("part", PARTS)
def test_rows_of_the_two_parts(part: str) -> None:
    money, children, poor = PARTS[part]
    row = f"| {part} | {money:,} | {children} | {money / children:.2f} | {poor} | {money / poor:,.2f} |"
    assert_says("sustain.md", row)


def test_ratios_of_the_two_parts() -> None:
    (rich, all_rich, poor_rich), (low, all_low, poor_low) = PARTS["Centre"], PARTS["Valley"]
    by_child = (low / all_low) / (rich / all_rich)
    by_need = (low / poor_low) / (rich / poor_rich)
    assert_says(
        "sustain.md",
        f"Valley gets {by_child:.2f} of the Centre's money per child, but {by_need:.2f} per child in poverty",
    )
    assert_says("sustain.md", f"per child costs {(rich / all_rich) * all_low - low:,.0f} a year")


VISITS = [6_000, 9_000, 12_000, 15_000, 18_000]
LABELS = ["1 (lowest)", "2", "3", "4", "5 (highest)"]


def test_subsidy_for_a_visit() -> None:
    assert_says("sustain.md", f"Subsidy 300,000, visits {sum(VISITS):,}: {300_000 / sum(VISITS):.2f} for each visit")


@pytest.mark.parametrize(("label", "visits"), list(zip(LABELS, VISITS, strict=True)))
def test_benefit_incidence(label: str, visits: int) -> None:
    """Unit subsidy times use, and its share over a fifth of people (Demery 2000, demery2000)."""
    share = visits / sum(VISITS)
    benefit = 300_000 * share
    assert_says("sustain.md", f"| {label} | {visits:,} | {benefit:,.0f} | {100 * share:.0f} % | {share / 0.2:.2f} |")


def test_highest_against_lowest_fifth() -> None:
    assert_says("sustain.md", f"The highest fifth gets {VISITS[-1] / VISITS[0]:.1f} times")


def test_hours_and_membership() -> None:
    assert_says("sustain.md", f"18 of 60 weekly hours, or {pct(18 / 60)} per cent")
    assert_says("sustain.md", f"180 of 400 young members, or {pct(180 / 400)} per cent")


def test_minutes_for_each_child() -> None:
    girl, boy = 60 * 18 / 180, 60 * (60 - 18) / (400 - 180)
    assert_says(
        "sustain.md", f"{girl:.1f} minutes a week for each girl and {boy:.1f} for each boy: a ratio of {girl / boy:.2f}"
    )


def test_parity_of_hours() -> None:
    parity = 60 * 180 / 400
    assert_says("sustain.md", f"Parity by membership needs {parity:.0f} hours, {parity - 18:.0f} more")
    assert_says("sustain.md", f"at 49 per cent it would be {60 * 0.49:.1f} hours")
    assert_says("sustain.md", f"2 of 20 hours between five and nine, or {pct(2 / 20)} per cent")


def test_fees_together() -> None:
    fees = 180 + 60 + 24
    poor, rich = fees / 14_400, fees / 48_000
    assert_says("sustain.md", "After-school care rises by 180 a year, the bus by 60, the pool by 24")
    assert_says("sustain.md", f"{fees} together. That is {100 * poor:.2f} per cent of an income of 14,400")
    assert_says("sustain.md", f"{100 * rich:.2f} per cent of 48,000. The burden is {poor / rich:.1f} times")


def test_average_hides_a_gap() -> None:
    valley, centre = 18 / 36, 50 / 54
    assert_says("sustain.md", f"Of {36 + 54} children {18 + 50} can swim, or {pct(68 / 90)} per cent")
    assert_says(
        "sustain.md",
        f"In Valley 18 of 36 can ({pct(valley)} per cent), in the Centre 50 of 54 ({pct(centre)} per cent)",
    )
    assert_says("sustain.md", f"The gap is {pct(centre - valley)} points")


def test_tags() -> None:
    budget, principal, significant = 12_000_000, 300_000, 1_500_000
    weighted = principal + 0.4 * significant
    assert_says(
        "sustain.md",
        f"Of a budget of {budget:,} the town tags {principal:,} as principal and {significant:,} as significant",
    )
    assert_says("sustain.md", "With a weight of 40 per cent for significant")
    assert_says("sustain.md", f"Principal alone: {pct(principal / budget)} per cent")
    assert_says("sustain.md", f"for significant: {weighted:,.0f}, or {pct(weighted / budget)} per cent")
    assert_says("sustain.md", f"All counted in full: {pct((principal + significant) / budget)} per cent")


Days = tuple[int, int]
RANGE = re.compile(r"(\d+)(?: to (\d+))? staff-days?")


def days(text: str) -> Days:
    """The lowest and highest number in "2 to 3 staff-days"."""
    low, high = RANGE.findall(text)[-1]
    return int(low), int(high or low)


def add(ranges: list[Days]) -> Days:
    """Sum of the lowest and of the highest ends."""
    return sum(low for low, _ in ranges), sum(high for _, high in ranges)


def step_days(field: str) -> dict[int, Days]:
    """Staff-days of each numbered step under a field; a step that names none counts nought."""
    page = (CHAPTER / "practise.md").read_text(encoding="utf-8")
    steps = re.findall(rf"^### (\d+)\. .*?^{field}\n: +(.*?)$", page, re.MULTILINE | re.DOTALL)
    return {int(number): days(text) if RANGE.search(text) else (0, 0) for number, text in steps}


STAGES = [(0, 1), (2, 3), (4, 5), (6,), (7, 8), (9, 10), (11, 12)]


STAGE_ROW = re.compile(r"^\| [^|]+\((?:steps )?([\d, ]+)\) \|(.+)\|$", re.MULTILINE)


def stage_table() -> dict[tuple[int, ...], list[Days]]:
    """The table of staff-days in prepare.md: the steps of a stage, and its three columns."""
    rows = STAGE_ROW.findall((CHAPTER / "prepare.md").read_text(encoding="utf-8"))
    return {
        tuple(int(step) for step in steps.split(",")): [days(f"{cell.strip()} staff-days") for cell in cells.split("|")]
        for steps, cells in rows
    }


def test_table_of_staff_days_is_found() -> None:
    assert list(stage_table()) == STAGES
    assert set(step_days("Time")) == set(step_days("Small town")) == set(range(13))


@pytest.mark.parametrize(("field", "column"), [("Small town", 0), ("Time", 1)])
@pytest.mark.parametrize("steps", STAGES)
def test_steps_add_up_to_the_stage(steps: tuple[int, ...], field: str, column: int) -> None:
    spent = step_days(field)
    assert add([spent[step] for step in steps]) == stage_table()[steps][column]


@pytest.mark.parametrize("column", [0, 1, 2])
def test_staff_days_of_the_first_year(column: int) -> None:
    low, high = add([columns[column] for columns in stage_table().values()])
    assert_says("index.md", f"| {low} to {high} staff-days |")


def test_six_months_of_a_small_town() -> None:
    """Steps 0 to 8 until November, steps 10 to 12 until spring."""
    until_november = add([stage_table()[steps][0] for steps in STAGES[:5]])
    until_spring = add([stage_table()[steps][0] for steps in STAGES[5:]])
    assert_says("sustain.md", "{} to {} staff-days from June to November".format(*until_november))
    assert_says("sustain.md", "another {} to {} until spring".format(*until_spring))


def test_four_employees() -> None:
    assert_says("sustain.md", f"(4 days), and the eight questions for each saving (2 days). That is {4 + 2} staff-days")


def test_eight_questions_on_the_page_and_on_the_sheet() -> None:
    sheet = (CHAPTER / "worksheets" / "cut-check.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^\| \d\. ", sheet, re.MULTILINE)) == 8
    page = (CHAPTER / "practise.md").read_text(encoding="utf-8").split("**The eight questions**")[1]
    assert re.findall(r"^(\d)\. ", page, re.MULTILINE) == list("12345678")
