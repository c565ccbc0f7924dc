"""The index of the pages' bodies, in pieces that a page opened from a disk can load: classic scripts, chosen by the first letters.

A question of one word loads one shard. What a word weighs on a page is computed here, over the whole corpus (BM25), so that the
browser only adds up. A shard holds the forms of each word together, with the spelling of American readers, and all forms weigh the
same. A shard that grows too large is divided by one more letter.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from golocal.rendering.search.spelling import american
from golocal.rendering.search.terms import SHORTEST, stem

SATURATION, LENGTH_PENALTY = 1.2, 0.75
"""`k1` and `b` of BM25 (Robertson and Zaragoza 2009), at their usual values."""

SCALE = 10
"""Weights are whole numbers in tenths."""

LARGEST = 40_000
"""A shard with more letters and numbers than this is divided."""

COMMON = 0.6
"""A word on a larger part of the pages says nothing about any of them."""

Postings = Mapping[str, Sequence[tuple[int, int]]]
"""For each stem the pages, by number, and what it weighs there; heaviest first."""

Group = tuple[list[str], list[int]]
"""Forms of a word, and its postings in one row: page, weight, page, weight."""


def shards_of(counted: Sequence[Counter[str]]) -> dict[str, list[Group]]:
    """Shards by their first letters. `counted` has the words of each page, by its number."""
    forms: dict[str, set[str]] = defaultdict(set)
    for counts in counted:
        for word in counts:
            forms[stem(word)] |= {word, american(word)}
    groups = [
        (sorted(forms[name]), [number for place in places for number in place])
        for name, places in sorted(weighted(counted).items())
    ]
    return dict(_divided(groups, SHORTEST))


def weighted(counted: Sequence[Counter[str]]) -> Postings:
    """What each stem weighs on each page."""
    lengths = [counts.total() for counts in counted]
    average = sum(lengths) / max(len(lengths), 1) or 1.0
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    stem_of = {word: stem(word) for word in {word for counts in counted for word in counts}}
    for number, counts in enumerate(counted):
        stems: dict[str, int] = defaultdict(int)
        for word, count in counts.items():
            stems[stem_of[word]] += count
        for name, count in stems.items():
            found[name].append((number, count))
    most = max(COMMON * len(counted), 20)
    return {name: _weigh(places, lengths, average) for name, places in found.items() if len(places) <= most}


def _weigh(places: list[tuple[int, int]], lengths: list[int], average: float) -> list[tuple[int, int]]:
    rarity = math.log(1 + (len(lengths) - len(places) + 0.5) / (len(places) + 0.5))
    rows = []
    for number, count in places:
        norm = SATURATION * (1 - LENGTH_PENALTY + LENGTH_PENALTY * lengths[number] / average)
        weight = round(SCALE * rarity * count * (SATURATION + 1) / (count + norm))
        rows.append((number, max(weight, 1)))
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def _divided(groups: Sequence[Group], letters: int) -> list[tuple[str, list[Group]]]:
    """Shards whose names have that many letters, or more where a shard is too large. Forms with other first letters stand in other shards."""
    by_start: dict[str, list[Group]] = defaultdict(list)
    for forms, postings in groups:
        for start in sorted({form[:letters] for form in forms}):
            by_start[start].append(([form for form in forms if form[:letters] == start], postings))
    shards: list[tuple[str, list[Group]]] = []
    for start, inside in sorted(by_start.items()):
        longer = [group for group in inside if any(len(form) > letters for form in group[0])]
        if _size(inside) <= LARGEST or len(inside) < 2 or not longer or letters > 5:
            shards.append((start, inside))
        else:
            shards += _divided(inside, letters + 1)
    return shards


def _size(groups: Sequence[Group]) -> int:
    return sum(4 * len(postings) + sum(map(len, forms)) for forms, postings in groups)
