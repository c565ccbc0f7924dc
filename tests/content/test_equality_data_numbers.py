"""Surveys and paired tests in the chapter "Equality data collection": every figure of its worked examples is computed here.

A test states the inputs as the text does, computes by the formula, formats the fragment and looks for it
in the page. A wrong number in the text and a wrong formula both fail.
"""

from __future__ import annotations

import re

import pytest
from tests.content.chapters import pct
from tests.content.equality_data import (
    CHAPTER,
    GROUPS,
    WEIGHTED,
    answers_for_gap,
    answers_for_share,
    assert_says,
    difference_interval,
    effective_sample,
    paired_interval,
    ratio_interval,
    text_of,
)
from tests.content.intervals import Z, wilson_of_share


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
    low, high = wilson_of_share(WEIGHTED, effective_sample(GROUPS))
    assert_says("sustain.md", f"runs from {pct(low)} to {pct(high)} per cent")


def test_interval_of_few_answers() -> None:
    low, high = wilson_of_share(3 / 12, 12)
    assert_says("sustain.md", f"If 3 of 12 people say yes, it runs from {pct(low)} to {pct(high)} per cent")


def test_upper_limit_of_nought() -> None:
    low, high = wilson_of_share(0.0, 25)
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


def test_false_alarm_among_twenty_indicators() -> None:
    """One minus the chance that none of 20 independent tests at five per cent raises an alarm."""
    assert_says("sustain.md", f"the chance of one false alarm is {100 * (1 - 0.95**20):.0f} per cent")


@pytest.mark.parametrize("page", ["practise.md", "worksheets/choose-a-method.md"])
def test_sample_sizes(page: str) -> None:
    assert_says(page, f"{answers_for_share(0.20, 0.05)} answers")
    assert_says(page, f"{answers_for_gap(0.20, 0.30)} in each group")


def test_response_in_malmo() -> None:
    """Published counts (mau-database)."""
    assert_says(
        "practise.md", f"30,000 residents, with more letters to groups that answer less often; {5_644:,} answered"
    )
    assert_says("practise.md", f"or {pct(5_644 / 30_000)} per cent")


def test_worked_examples_are_counted() -> None:
    page = (CHAPTER / "sustain.md").read_text(encoding="utf-8")
    examples = page.split("## Worked examples")[1].split("\n## ")[0].count("\n### ")
    assert examples == 10
    assert_says("sustain.md", "summary: Ten worked examples")


def test_figure_shows_the_intervals_of_the_text() -> None:
    cases = [(WEIGHTED, effective_sample(GROUPS)), (111 / 500, 500.0), (3 / 12, 12.0)]
    for share, n in cases:
        low, high = wilson_of_share(share, n)
        assert_says("intervals.svg", f": {pct(share)} %</text>")
        assert_says("intervals.svg", f"interval {pct(low)} to {pct(high)}")


def test_figure_is_drawn_to_scale() -> None:
    """Nought stands at 30 units and each per cent is 5 units wide."""
    drawn = re.findall(r'<circle class="[a-z-]+" cx="([0-9.]+)"', text_of("intervals.svg"))
    assert [float(x) for x in drawn] == pytest.approx([30 + 5 * 19.0, 30 + 5 * 22.2, 30 + 5 * 25.0])
