"""Comparisons that mislead in the chapter "Equality data collection": age, offices, names, areas."""

from __future__ import annotations

import pytest
from tests.content.chapters import pct
from tests.content.equality_data import Group, assert_says

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
