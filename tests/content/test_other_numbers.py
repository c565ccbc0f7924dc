"""Invented figures outside the chapter on equality data: their arithmetic is computed here and must stand in the text."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAPER = (ROOT / "volumes/papers-1/governing-by-objectives.md").read_text(encoding="utf-8")


def _task(name: str) -> str:
    return " ".join((ROOT / f"docs/tasks/{name}.md").read_text(encoding="utf-8").split())


TASK = _task("the-budget-is-due-in-eight-weeks")


def test_real_money_per_person() -> None:
    before = 500_000 / 400
    after = 510_000 / 1.06 / 440
    assert f"a shelter has 500,000 for 400 people, {before:,.0f} each" in TASK
    assert f"510,000 / 1.06 / 440 = {after:,.2f} each, {100 * (1 - after / before):.1f} per cent less" in TASK
    assert f"500,000 x 1.06 x 1.10 = {500_000 * 1.06 * 1.10:,.0f}" in TASK


def test_baseline_and_later_result() -> None:
    assert f"| All | 400 | 210 | {100 * 210 / 400:.1f} % |" in PAPER
    assert f"| All | 420 | 285 | {100 * 285 / 420:.1f} % |" in PAPER


def test_target_path() -> None:
    rise, years = 90.0 - 52.5, 3
    levels = ", ".join(f"{52.5 + rise / years * year:.1f}" for year in (1, 2, 3))
    gaps = ", ".join(f"{30 - 24 / years * year:.0f}" for year in (1, 2, 3))
    assert f"90.0 - 52.5 = {rise:.1f} points in three years, {rise / years:.1f} a year: {levels}." in PAPER
    assert f"30 - 6 = {30 - 6} points, {24 / years:.0f} a year: {gaps}." in PAPER
    assert f"0.25 x 85.5 + 0.75 x 91.5 = {0.25 * 85.5 + 0.75 * 91.5:.1f}" in PAPER


def test_fees_of_one_family() -> None:
    total = 24 + 180 + 60
    text = _task("cut-five-per-cent")
    assert f"rises of 24, 180 and 60 cost a family {total} a year" in text
    assert (
        f"{100 * total / 14_400:.2f} per cent of an income of 14,400 and {100 * total / 48_000:.2f} per cent of 48,000"
        in text
    )


def test_price_of_a_gap() -> None:
    gap, each = 1_200 - 950, 7_500
    text = _task("convince-the-finance-director")
    assert f"1,200 places needed, 950 there, 7,500 each: {gap} x 7,500 = {gap * each:,} a year" in text
    assert f"a quarter of it in the first year is {gap * each / 4:,.0f}" in text
    assert f"9.0 million planned, 6.3 spent: {100 * 6.3 / 9.0:.0f} per cent" in text


def test_hours_in_a_hall() -> None:
    text = _task("we-plan-a-sports-hall")
    assert f"girls have 3,200 of 8,000 hours, {100 * 3_200 / 8_000:.0f} per cent" in text
    assert f"360 of 2,000 good hours: {100 * 360 / 2_000:.0f} per cent" in text
