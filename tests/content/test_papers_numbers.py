"""Invented and summed figures of Go Local Papers: their arithmetic is computed here and must stand in the text."""

from __future__ import annotations

from pathlib import Path

from tests.content.intervals import wilson

ROOT = Path(__file__).resolve().parents[2]


def _article(volume: int, name: str) -> str:
    return " ".join((ROOT / f"volumes/papers-{volume}/{name}.md").read_text(encoding="utf-8").split())


def test_shares_of_the_counter() -> None:
    text = _article(1, "targets-at-the-counter")
    assert f"951 of 7,383 who applied had been approved, or {100 * 951 / 7383:.2f} per cent" in text
    assert f"help to neighbours and outreach were {164 + 164} of 696" in text


def test_small_numbers_of_two_years() -> None:
    text = _article(1, "objectives-without-a-controlling-unit")
    for year, hits, n in ((2026, 9, 14), (2027, 12, 15)):
        low, high = wilson(hits, n)
        row = f"| {year} | {n} | {hits} | {100 * hits / n:.0f} % | {100 * low:.0f} to {100 * high:.0f} % |"
        assert row in text
    assert f"The share has risen by {100 * 12 / 15 - 100 * 9 / 14:.0f} points" in text


def test_targets_of_a_mayor() -> None:
    text = _article(1, "objectives-that-residents-can-contest")
    assert f"223 targets and completed 123 of them, or {100 * 123 / 223:.0f} per cent" in text


def test_a_sum_that_stays_the_same() -> None:
    text = _article(4, "budgets-that-shrank-and-lasted")
    assert f"It is {100 * 100_000 / 2_000_000:.1f} per cent of an investment budget of 2,000,000" in text
    assert f"it buys what {100_000 / 1.04**10:,.0f} bought at the start" in text
    assert f"3,200,000, and the share is {100 * 100_000 / 3_200_000:.1f} per cent" in text
    assert f"about 161 million, or {100 * 161 / 1200:.0f} per cent" in text
