"""How the build grows: this repository with 500, 2,000 and 10,000 practices more. Seconds, memory, size of site and search, exponents.

Run it by hand: `.venv/bin/python tests/benchmarks/bench_size.py [PRACTICES ...]`. Each size is a tree of its own, checked and rendered
by whole processes; the sources are formatted once before. CPU seconds say more than others on a machine that has other work.
"""

from __future__ import annotations

import gzip
import math
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for folder in ("hooks", "scripts", "."):
    sys.path.insert(0, str(ROOT / folder))

from tests.benchmarks.search_corpus import HEADINGS, Made, corpus  # noqa: E402

SIZES = (500, 2000, 10000)
FIRST_TIER = Path("search/start.js")
CHECK = [sys.executable, "-m", "golocal.commands", "check"]
BUILD = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir"]
THEMES = ("housing", "education", "participation", "budgeting", "migration")
COUNTRIES = (("BE", "europe"), ("KE", "africa"), ("CO", "latin-america"), ("JP", "asia-pacific"))
CLASSES = ("under-5000", "5000-20000", "50000-250000", "over-1000000")
_DOUBLED = re.compile(r"\b(\w+)(?:\W+\1\b)+", re.IGNORECASE)
FRONT = """---
title: {title}
summary: A generated practice of the benchmark, with the facts that a real one has.
status: published
provenance: original
version: "1.0"
published: 2026-11-23
review_due: 2027-11-23
rights: [adequate-housing]
themes: [{theme}]
policy_stages: [implement]
city: Generated {number}
country_or_area: {country}
region: {region}
coordinates: {{latitude: {latitude}, longitude: {longitude}}}
population_class: {population}
started: {year}
state: unknown
evidence: {{report: documented, independent: no}}
newest_source: 2024
---
"""


@dataclass(frozen=True)
class Size:
    """What one size takes.

    Attributes:
        practices: number of generated practices.
        check, build: CPU seconds of a cold check and of rendering the online site.
        memory: the larger process's peak, in MB.
        pages: HTML pages; `site` and `first_tier` in MB and kB, the latter with gzip.
    """

    practices: int
    check: float
    build: float
    memory: float
    pages: int
    site: float
    first_tier: float


def main(sizes: Sequence[int]) -> None:
    """Measure each size and print a table."""
    measured = [measure(size) for size in sizes]
    print(f"{'practices':>10}{'check s':>10}{'build s':>10}{'MB':>8}{'pages':>8}{'site MB':>10}{'first tier kB':>15}")
    for size in measured:
        print(
            f"{size.practices:>10}{size.check:>10.1f}{size.build:>10.1f}{size.memory:>8.0f}{size.pages:>8}{size.site:>10.1f}{size.first_tier:>15.0f}"
        )
    for before, after in pairwise(measured):
        grown = math.log(after.pages / before.pages)
        print(
            f"exponent {before.practices} to {after.practices}: build {math.log(after.build / before.build) / grown:.2f}, "
            f"bytes {math.log(after.site / before.site) / grown:.2f} (by pages)"
        )


def measure(practices: int) -> Size:
    """Generate a tree, check it and render it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "tree"
        copy(root)
        for made in corpus(practices, []):
            (root / f"docs/practices/{made.name}.md").write_text(document(made), encoding="utf-8")
        check = seconds(CHECK, root)
        site = Path(folder) / "site"
        build = seconds([*BUILD, str(site)], root)
        files = [file for file in site.rglob("*") if file.is_file()]
        return Size(
            practices,
            check,
            build,
            resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
            sum(file.suffix == ".html" for file in files),
            sum(file.stat().st_size for file in files) / 1e6,
            len(gzip.compress((site / FIRST_TIER).read_bytes(), 6)) / 1000,
        )


def copy(root: Path) -> None:
    """What the repository tracks, and the sources as they were formatted."""
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, tracked.split("\0")):
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    (root / ".cache").mkdir()
    for kept in (ROOT / ".cache").glob("sources-*.json"):
        shutil.copyfile(kept, root / ".cache" / kept.name)


def document(made: Made) -> str:
    """A practice that passes the check."""
    number = int(made.name.rpartition("-")[2])
    country, region = COUNTRIES[number % len(COUNTRIES)]
    front = FRONT.format(
        title=_DOUBLED.sub(r"\1", made.title),
        number=number,
        theme=THEMES[number % len(THEMES)],
        country=country,
        region=region,
        latitude=number % 120 - 60,
        longitude=number % 340 - 170,
        population=CLASSES[number % len(CLASSES)],
        year=1990 + number % 35,
    )
    parts = [(heading, _DOUBLED.sub(r"\1", text)) for heading, text in zip(HEADINGS, made.paragraphs, strict=True)]
    return front + "\n" + "\n".join(f"## {heading}\n\n{text} [@un1948udhr].\n" for heading, text in parts)


def seconds(command: list[str], root: Path) -> float:
    """CPU seconds of a process and its children. Raises where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(root / "hooks")}
    subprocess.run(command, cwd=root, check=True, env=environment, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or SIZES)
