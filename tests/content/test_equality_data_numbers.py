"""Every figure in the worked examples of the chapter "Equality data collection" is computed here.

A test states the inputs as the text does, computes by the formula, formats the fragment and looks for it
in the page. A wrong number in the text and a wrong formula both fail.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

import pytest
from tests.content.chapters import TOOLKIT, Pages, pct

CHAPTER = TOOLKIT / "equality-data-collection"
PAGES = Pages("equality-data-collection")
text_of, assert_says = PAGES.text_of, PAGES.assert_says
Z = 1.96
Z_POWER_80 = 0.8416

Interval = tuple[float, float]
Group = tuple[int, int]
"""Events and size."""


def wilson(share: float, n: float) -> Interval:
    """Score interval for one proportion (Wilson 1927, wilson1927; Brown and others 2001, brown2001)."""
    centre = share + Z**2 / (2 * n)
    half = Z * math.sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    scale = 1 + Z**2 / n
    return (centre - half) / scale, (centre + half) / scale


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


def test_shares_of_the_two_groups() -> None:
    assert_says("sustain.md", f"Of 320 citizens 48 report discrimination ({pct(48 / 320)} per cent)")
    assert_says("sustain.md", f"of 180 others 63 do ({pct(63 / 180)} per cent)")


def test_unweighted_rate() -> None:
    assert_says("sustain.md", f"{48 + 63} of {320 + 180}, or {pct((48 + 63) / (320 + 180))} per cent")


def test_weighted_rate() -> None:
    """The weights are the shares of residents."""
    assert [population / 20_000 for population, _ in GROUPS] == [0.8, 0.2]
    assert_says("sustain.md", f"0.8 × 15.0 + 0.2 × 35.0 = {pct(WEIGHTED)} per cent")


def test_effective_sample() -> None:
    assert_says("sustain.md", f"here {effective_sample(GROUPS):.0f} instead of {320 + 180}")


def test_interval_of_the_weighted_rate() -> None:
    low, high = wilson(WEIGHTED, effective_sample(GROUPS))
    assert_says("sustain.md", f"runs from {pct(low)} to {pct(high)} per cent")


def test_interval_of_few_answers() -> None:
    low, high = wilson(3 / 12, 12)
    assert_says("sustain.md", f"If 3 of 12 people say yes, it runs from {pct(low)} to {pct(high)} per cent")


def test_upper_limit_of_nought() -> None:
    low, high = wilson(0.0, 25)
    assert low == pytest.approx(0.0)
    assert_says("sustain.md", f"If 0 of 25 say yes, the upper limit is {pct(high)} per cent")


def test_difference() -> None:
    low, high = difference_interval((48, 160), (120, 240))
    assert_says("sustain.md", f"48 are offered a flat ({pct(48 / 160)} per cent)")
    assert_says("sustain.md", f"120 are ({pct(120 / 240)} per cent)")
    gap = pct(120 / 240 - 48 / 160)
    interval = f"{pct(-high)} to {pct(-low)}"
    assert_says("sustain.md", f"Difference: {gap} percentage points, interval {interval} points")


def test_ratio() -> None:
    low, high = ratio_interval((48, 160), (120, 240))
    ratio = (48 / 160) / (120 / 240)
    assert_says("sustain.md", f"Ratio: {ratio:.2f}, interval {low:.2f} to {high:.2f}")


def test_points_fall_while_the_ratio_rises() -> None:
    fragment = f"{20 - 10} points down to {8 - 3}, but a ratio of {20 / 10:.1f} up to {8 / 3:.1f}"
    assert_says("sustain.md", fragment)


def test_pairs_add_up() -> None:
    assert_says("sustain.md", f"In {90 + 40 + 10 + 60} pairs")


def test_gross_unequal_treatment() -> None:
    """The gross measure (National Research Council 2002, nrc2002housing)."""
    assert_says("sustain.md", f"40 of 200, or {pct(40 / 200)} per cent")


def test_net_unequal_treatment() -> None:
    """The net measure (nrc2002housing) with its interval."""
    low, high = paired_interval(40, 10, 200)
    assert_says("sustain.md", f"{pct((40 - 10) / 200)} points, interval {pct(low)} to {pct(high)}")


def test_mcnemar() -> None:
    """Squared gap over the number of unequal pairs (McNemar 1947, mcnemar1947); 3.84 is 1.96 squared."""
    assert_says("sustain.md", f"{(40 - 10) ** 2 / (40 + 10):.1f}, where {Z**2:.2f} would be enough")


def test_usable_pairs_only() -> None:
    assert_says("sustain.md", f"gives {pct((40 - 10) / (200 - 60))} points")


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


def test_false_alarm_among_twenty_indicators() -> None:
    """One minus the chance that none of 20 independent tests at five per cent raises an alarm."""
    assert_says("sustain.md", f"the chance of one false alarm is {100 * (1 - 0.95**20):.0f} per cent")


@pytest.mark.parametrize("page", ["practise.md", "worksheets/choose-a-method.md"])
def test_sample_sizes(page: str) -> None:
    assert_says(page, f"{answers_for_share(0.20, 0.05)} answers")
    assert_says(page, f"{answers_for_gap(0.20, 0.30)} in each group")


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
    """Staff-days of each step, from the line below `Time` or `Small town`."""
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


RATES = {"A": (0.9, 10, 40), "B": (0.4, 8, 30)}
"""Share of young people, cases per 1,000 young, cases per 1,000 old."""


@pytest.mark.parametrize("group", RATES)
def test_rates_with_one_age_mix(group: str) -> None:
    """Direct standardisation to a population of which 60 per cent are young."""
    young, low, high = RATES[group]
    crude, common = young * low + (1 - young) * high, 0.6 * low + 0.4 * high
    assert_says("sustain.md", f"| {group} | {100 * young:.0f} per cent | {low} | {high} | {crude:.1f} | {common:.1f} |")


def test_age_mix_turns_the_comparison_round() -> None:
    crude = {name: young * low + (1 - young) * high for name, (young, low, high) in RATES.items()}
    assert crude["A"] < crude["B"]
    assert all(a > b for a, b in zip(RATES["A"][1:], RATES["B"][1:], strict=True))


OFFICES = {"1": ((80, 100), (18, 20)), "2": ((10, 50), (30, 120))}


def cell(group: Group) -> str:
    """An invited group as the table writes it."""
    return f"{group[0]} of {group[1]} ({pct(group[0] / group[1])} per cent)"


def both(side: int) -> Group:
    """The two offices together, for the majority (0) or the minority (1)."""
    return sum(office[side][0] for office in OFFICES.values()), sum(office[side][1] for office in OFFICES.values())


def test_offices_and_the_whole() -> None:
    """The paradox of Simpson; the case of Berkeley is in bickel1975."""
    for name, (majority, minority) in (*OFFICES.items(), ("Both", (both(0), both(1)))):
        assert_says("sustain.md", f"| {name} | {cell(majority)} | {cell(minority)} |")
    assert all(minority[0] / minority[1] > majority[0] / majority[1] for majority, minority in OFFICES.values())
    assert both(1)[0] / both(1)[1] < both(0)[0] / both(0)[1]


def test_guess_from_names() -> None:
    """A classifier that finds 80 per cent of 50 and flags 5 per cent of 950."""
    right, wrong = 0.8 * 50, 0.05 * 950
    flagged = (0.3 * right + 0.5 * wrong) / (right + wrong)
    rest = (0.3 * (50 - right) + 0.5 * (950 - wrong)) / (1_000 - right - wrong)
    assert_says("sustain.md", f"Flagged: {right:.0f} who belong and {wrong:.1f} who do not")
    assert_says("sustain.md", f"Only {pct(right / (right + wrong))} per cent of the flagged")
    assert_says("sustain.md", f"a ratio of {0.3 / 0.5:.2f}. - What the guess shows: {pct(flagged)} per cent")
    assert_says("sustain.md", f"{pct(rest)} per cent among the rest, a ratio of {flagged / rest:.2f}")
    assert rest - flagged < (0.5 - 0.3) / 2
    assert 1 - flagged / rest < (1 - 0.3 / 0.5) / 2


AREAS = {"H": ((60, 600), (180, 1_400), 0.12), "K": ((8, 100), (112, 1_900), 0.06)}


def test_area_is_not_its_people() -> None:
    for abroad, others, rate in AREAS.values():
        assert (abroad[0] + others[0]) / (abroad[1] + others[1]) == pytest.approx(rate)
        assert abroad[1] + others[1] == 2_000
    (h, h_others, _), (k, k_others, _) = AREAS.values()
    assert_says(
        "sustain.md",
        f"In H {h[0]} of the {h[1]} born abroad are unemployed ({pct(h[0] / h[1])} per cent), "
        f"and {h_others[0]} of the {h_others[1]:,} others ({pct(h_others[0] / h_others[1])} per cent)",
    )
    assert_says("sustain.md", f"In K it is {k[0]} of {k[1]} ({pct(k[0] / k[1])} per cent)")
    assert_says("sustain.md", f"and {k_others[0]} of {k_others[1]:,} ({pct(k_others[0] / k_others[1])} per cent)")


def test_response_in_malmo() -> None:
    """Published counts (mau-database)."""
    assert_says(
        "practise.md", f"30,000 residents, with more letters to groups that answer less often; {5_644:,} answered"
    )
    assert_says("practise.md", f"or {pct(5_644 / 30_000)} per cent")


def test_four_employees() -> None:
    assert_says("sustain.md", f"That is {4 + 4 + 4 + 3} staff-days")


def test_worked_examples_are_counted() -> None:
    page = (CHAPTER / "sustain.md").read_text(encoding="utf-8")
    examples = page.split("## Worked examples")[1].split("\n## ")[0].count("\n### ")
    assert examples == 10
    assert_says("sustain.md", "summary: Ten worked examples")


def test_figure_shows_the_intervals_of_the_text() -> None:
    cases = [(WEIGHTED, effective_sample(GROUPS)), (111 / 500, 500.0), (3 / 12, 12.0)]
    for share, n in cases:
        low, high = wilson(share, n)
        assert_says("intervals.svg", f": {pct(share)} %</text>")
        assert_says("intervals.svg", f"interval {pct(low)} to {pct(high)}")


def test_figure_is_drawn_to_scale() -> None:
    """Nought stands at 30 units and each per cent is 5 units wide."""
    drawn = re.findall(r'<circle class="[a-z-]+" cx="([0-9.]+)"', text_of("intervals.svg"))
    assert [float(x) for x in drawn] == pytest.approx([30 + 5 * 19.0, 30 + 5 * 22.2, 30 + 5 * 25.0])
