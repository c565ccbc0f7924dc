"""The index of the pages' bodies, in pieces that a page opened from a disk can load: classic scripts, chosen by two letters.

A question of one word loads one shard. What a word weighs on a page is computed here, over the whole corpus (BM25), so that the
browser only adds up. 192 pages of 108,000 words give 443 files of 390 kB in 0.4 s beside the trees; the largest has 15 kB
(6 kB packed), half have less than 150 bytes; from a disk the first answer takes 10 to 35 ms. Shards grow with the number of
pages: at ten times as many the largest want a third letter.

The build does not run this yet; only tests do.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from golocal.content.locations import address
from golocal.publishing.search_terms import shard_file, shard_of, words
from golocal.rendering.page_tree import plain_text
from golocal.rendering.site import StagedPage

START = "start.js"
BOOSTS = {"h1": 4, "h2": 2, "h3": 2}
"""How often a word of a heading counts besides."""

SATURATION, LENGTH_PENALTY = 1.2, 0.75
"""`k1` and `b` of BM25 (Robertson and Zaragoza 2009), at their usual values."""

SCALE = 100
"""Weights are whole numbers in hundredths."""

Postings = Mapping[str, Sequence[tuple[int, int]]]
"""For each word the pages, by number, and what it weighs there; heaviest first."""


@dataclass(frozen=True)
class SearchPage:
    """A page as search sees it.

    Attributes:
        id: its address on the site with folder addresses, relative to the root: `practices/ghent-rental-tests/`.
        counts: how often each folded word counts on it.
    """

    id: str
    title: str
    counts: Mapping[str, int]

    @classmethod
    def of(cls, page: StagedPage, tree: etree._Element) -> SearchPage:
        """A staged page, given with its tree."""
        return cls(address(page.path), page.title, _counts(tree))


def write_shards(pages: Sequence[SearchPage], folder: Path) -> list[str]:
    """Write the index; returns the names of its files. The same pages in the same order give the same bytes.

    Raises:
        OSError: a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    scripts = shard_scripts(pages)
    for name, script in scripts.items():
        (folder / name).write_bytes(script.encode())
    return list(scripts)


def shard_scripts(pages: Sequence[SearchPage]) -> dict[str, str]:
    """The scripts by file name, sorted: one for each shard, and one to start with that names pages and shards."""
    shards: dict[str, dict[str, Sequence[tuple[int, int]]]] = defaultdict(dict)
    for word, places in sorted(weighted(pages).items()):
        shards[shard_of(word)][word] = places
    scripts = {shard_file(shard): _shard_script(shard, postings) for shard, postings in shards.items()}
    scripts[START] = _start_script(pages, shards)
    return dict(sorted(scripts.items()))


def weighted(pages: Sequence[SearchPage]) -> Postings:
    """What each word weighs on each page."""
    lengths = [sum(page.counts.values()) for page in pages]
    average = sum(lengths) / max(len(lengths), 1) or 1.0
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for word, count in page.counts.items():
            found[word].append((number, count))
    return {word: _weigh(places, lengths, average) for word, places in found.items()}


def _weigh(places: list[tuple[int, int]], lengths: list[int], average: float) -> list[tuple[int, int]]:
    rarity = math.log(1 + (len(lengths) - len(places) + 0.5) / (len(places) + 0.5))
    rows = []
    for number, count in places:
        norm = SATURATION * (1 - LENGTH_PENALTY + LENGTH_PENALTY * lengths[number] / average)
        weight = round(SCALE * rarity * count * (SATURATION + 1) / (count + norm))
        rows.append((number, max(weight, 1)))
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def _counts(tree: etree._Element) -> Counter[str]:
    counts = Counter(words(plain_text(tree)))
    for tag, boost in BOOSTS.items():
        for heading in tree.iter(tag):
            for word in words(plain_text(heading)):
                counts[word] += boost
    return counts


def _shard_script(shard: str, postings: Postings) -> str:
    flat = {word: [value for place in places for value in place] for word, places in postings.items()}
    return f"golocalSearch.add({_json(shard)},{_json(flat)});\n"


def _start_script(pages: Sequence[SearchPage], shards: Iterable[str]) -> str:
    rows = [[page.id, page.title] for page in pages]
    return f"golocalSearch.start({_json(rows)},{_json(sorted(shards))});\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
