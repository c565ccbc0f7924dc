"""Nearest known names, for help texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

MOST_COMPARED = 40


def nearest(wrong: str, known: Iterable[str], count: int = 3) -> list[str]:
    """Known names closest to the wrong one, best first; at most `count`."""
    return list(_nearest(wrong, tuple(sorted(known)), count))


@lru_cache(maxsize=4096)
def _nearest(wrong: str, names: tuple[str, ...], count: int) -> tuple[str, ...]:
    """Kept, because one mistake is often made in thousands of places."""
    return tuple(get_close_matches(wrong, _worth_comparing(wrong, names), n=count, cutoff=0.55))


def _worth_comparing(wrong: str, names: tuple[str, ...]) -> Sequence[str]:
    """The names that share most pairs of letters with the wrong one: comparing thousands letter by letter would take minutes."""
    if len(names) <= MOST_COMPARED:
        return names
    pairs = _pairs(wrong)
    return sorted(names, key=lambda name: -len(pairs & _pairs(name)))[:MOST_COMPARED]


@lru_cache(maxsize=65536)
def _pairs(name: str) -> frozenset[str]:
    return frozenset(name[index : index + 2] for index in range(len(name) - 1))


def in_words(names: Iterable[str]) -> str:
    """Names as code, joined by commas."""
    return ", ".join(f"`{name}`" for name in names)
