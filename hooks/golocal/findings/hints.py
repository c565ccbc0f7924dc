"""Nearest known names, for help texts."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(wrong: str, known: Iterable[str], count: int = 3) -> list[str]:
    """Known names closest to the wrong one, best first; at most `count`."""
    return get_close_matches(wrong, sorted(known), n=count, cutoff=0.55)


def in_words(names: Iterable[str]) -> str:
    """Names as code, joined by commas."""
    return ", ".join(f"`{name}`" for name in names)
