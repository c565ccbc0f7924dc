"""Invented and summed figures of Go Local Papers: their arithmetic is computed here and must stand in the text."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _article(volume: int, name: str) -> str:
    return " ".join((ROOT / f"volumes/papers-{volume}/{name}.md").read_text(encoding="utf-8").split())


def test_shares_of_the_counter() -> None:
    text = _article(1, "targets-at-the-counter")
    assert f"951 of 7,383 who applied had been approved, or {100 * 951 / 7383:.2f} per cent" in text
    assert f"help to neighbours and outreach were {164 + 164} of 696" in text
