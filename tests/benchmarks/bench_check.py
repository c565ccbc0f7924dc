"""Seconds of `golocal check` on a generated tree: cold, with nothing changed, with one file changed.

Run it by hand: `.venv/bin/python tests/benchmarks/bench_check.py [DOCUMENTS]`. It prints medians of whole processes and their ratios;
no test depends on a time.
"""

from __future__ import annotations

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

WORLD = Path(__file__).resolve().parents[1] / "world"
GOLOCAL = Path(sys.executable).with_name("golocal")
RUNS = 3
FRONT = """---
title: Page {number}
summary: A generated page of the benchmark with words, links and citations.
status: published
provenance: original
version: "1.0"
published: 2026-11-23
---
"""


def main(count: int) -> None:
    """Generate the tree, time the three cases and print them."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        generate(root, count)
        cold = median(root, lambda: shutil.rmtree(root / ".cache", ignore_errors=True))
        same = median(root, lambda: None)
        changed = median(root, lambda: touch(root))
    print(f"{count} documents, median of {RUNS} runs")
    for name, value in (("cold", cold), ("nothing changed", same), ("one file changed", changed)):
        print(f"{name:18} {value:6.2f} s   {value / cold:5.2f} of cold")


def generate(root: Path, count: int, words: int = 900) -> None:
    """Lay the invented world out and add documents of about `words` words, the same for the same count."""
    shutil.copytree(WORLD, root, dirs_exist_ok=True)
    (root / "mkdocs.yml").write_text("site_name: Benchmark\n", encoding="utf-8")
    chance = random.Random(7)
    vocabulary = [f"word{number}" for number in range(3000)] + ["the", "of", "right", "town"] * 300
    for number in range(count):
        path = root / f"docs/pages-{number // 100}/page-{number}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(page(number, words, vocabulary, chance), encoding="utf-8")


def page(number: int, words: int, vocabulary: list[str], chance: random.Random) -> str:
    """One document: six sections of three paragraphs, each with a link, a citation, a record link, emphasis and code."""
    parts = [FRONT.format(number=number)]
    neighbours = number // 100 * 100
    for section in range(6):
        parts.append(f"## Section {section} on {chance.choice(vocabulary)}\n")
        for _ in range(3):
            text = sentences(chance.choices(vocabulary, k=words // 18))
            link = f"[a page](page-{neighbours + chance.randrange(number - neighbours + 1)}.md)"
            parts.append(
                f"{text} {link} [@invented2020coalition, p. {section + 1}] [a right](right:housing) **bold** `code`.\n"
            )
    return "\n".join(parts)


def sentences(words: list[str], length: int = 17) -> str:
    """The words as sentences of `length` words, a comma in each, none twice in a row."""
    several = [word for word, before in zip(words, ["", *words], strict=False) if word != before]
    parts = [several[index : index + length] for index in range(0, len(several), length)]
    return " ".join(f"{' '.join(part[:6])}, {' '.join(part[6:])}.".capitalize() for part in parts if len(part) > 6)


def touch(root: Path) -> None:
    """Change one document so that its anchors change too."""
    path = root / "docs/pages-0/page-0.md"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n## Added {time.monotonic_ns()}\n", encoding="utf-8")


def seconds(root: Path) -> float:
    """Seconds of one check as a process of its own. Raises if it finds anything."""
    begin = time.perf_counter()
    subprocess.run([GOLOCAL, "check"], cwd=root, check=True, capture_output=True)
    return time.perf_counter() - begin


def median(root: Path, prepare: Callable[[], None]) -> float:
    """Median seconds of a check, each run after its preparation."""
    times = []
    for _ in range(RUNS):
        prepare()
        times.append(seconds(root))
    return statistics.median(times)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
