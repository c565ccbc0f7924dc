"""Our search and that of the theme as it comes, side by side, on the same pages in one run: weight, first result, keystrokes, quality.

Run it by hand: `.venv/bin/python tests/benchmarks/bench_search.py [--pages 2000] [--runs 3] [--ours-only] [--quality]`. Generated
pages are built by the theme without any setting, and indexed by our code behind the real pages of this repository. Engines are
measured in turn, each run in a browser without memory. The page itself notes when the first result is there: a measurement that
asks again and again from outside keeps the page from working. Times are those of this machine; no test depends on one.
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for folder in ("hooks", "scripts", "."):
    sys.path.insert(0, str(ROOT / folder))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from tests.benchmarks.bench_site import print_table  # noqa: E402
from tests.benchmarks.search_corpus import corpus  # noqa: E402
from tests.benchmarks.search_quality import quality  # noqa: E402
from tests.benchmarks.search_speed import OURS, THEIRS, Engine, in_turn  # noqa: E402

import npm  # noqa: E402
from golocal.publishing.mkdocs_run import run_mkdocs  # noqa: E402
from golocal.rendering.search.index import FOLDER  # noqa: E402
from golocal.rendering.search.scripts import scripts  # noqa: E402

STOCK = """
site_name: Records
theme: {{name: material, font: false}}
plugins: [search, {{offline: {{enabled: {offline}}}}}]
extra: {{polyfills: [iframe-worker.js], generator: false}}
"""
SHIM = ("iframe-worker@1.0.4", "shim/index.js")
"""What the theme's search needs on a disk and takes from another host; here it lies beside it."""


def main(arguments: Sequence[str]) -> None:
    """Build, measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--ours-only", action="store_true")
    parser.add_argument("--quality", action="store_true")
    given = parser.parse_args(arguments)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as aside, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        if given.quality:
            print_table(quality(Path(aside), browser))
        else:
            print_table(speed(Path(aside), browser, given.pages, given.runs, with_theirs=not given.ours_only))
        browser.close()


def speed(aside: Path, browser: Browser, pages: int, runs: int, *, with_theirs: bool) -> dict[str, dict[str, str]]:
    """Weight and times of both engines on generated pages."""
    made = corpus(pages, sorted((ROOT / "docs").rglob("*.md")))
    sites: dict[tuple[Engine, str], Path] = {}
    figures: dict[str, dict[str, str]] = {OURS.name: {"pages": str(pages)}}
    index = scripts([page.unit for page in made], {}, [], {})
    for place, offline in (("http", False), ("disk", True)):
        sites[(OURS, place)] = ours(aside / f"ours-{place}", index, offline=offline)
        if with_theirs:
            sites[(THEIRS, place)] = theirs(
                aside / f"theirs-{place}", {page.name: page.markdown for page in made}, offline=offline
            )
            figures[THEIRS.name] = {"pages": str(pages)}
    figures[OURS.name] |= weights(index)
    for place in ("http", "disk"):
        for engine, found in in_turn(
            browser, {engine: site for (engine, at), site in sites.items() if at == place}, place, runs
        ):
            figures[engine.name] |= found
    return figures


def weights(index: Mapping[str, str]) -> dict[str, str]:
    """What the first tier and the shards weigh."""
    packed = {name: len(gzip.compress(text.encode(), 6)) for name, text in index.items()}
    shards = sorted(size for name, size in packed.items() if "-" in name)
    library = (ROOT / "docs/assets/vendor/minisearch.js").read_bytes()
    engine = b"\n".join(file.read_bytes() for file in sorted((ROOT / "docs/assets/search").glob("*.js")))
    return {
        "first tier, kB": f"{packed['start.js'] / 1000:.0f}",
        "library and engine, kB": f"{(len(gzip.compress(library, 6)) + len(gzip.compress(engine, 6))) / 1000:.0f}",
        "shards: number, median, largest kB": f"{len(shards)}, {statistics.median(shards) / 1000:.1f}, {shards[-1] / 1000:.0f}",
        "filters, kB": f"{packed['filters.js'] / 1000:.0f}",
        "all files, MB not packed": f"{sum(map(len, index.values())) / 1e6:.1f}",
    }


def ours(target: Path, index: Mapping[str, str], *, offline: bool) -> Path:
    """The site of this repository with the search of the generated pages."""
    run_mkdocs(ROOT, target, {"PYTHONPATH": str(ROOT / "hooks"), "OFFLINE": str(offline).lower(), "SITE_URL": ""})
    shutil.rmtree(target / FOLDER)
    for name, text in index.items():
        file = target / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return target


def theirs(target: Path, pages: Mapping[str, str], *, offline: bool) -> Path:
    """The generated pages with the theme as it comes."""
    source = target.with_suffix(".source")
    (source / "docs/records").mkdir(parents=True)
    for name, text in {"../index": "# Records\n\nA list.\n", **pages}.items():
        (source / f"docs/records/{name}.md").write_text(text, encoding="utf-8")
    (source / "docs/iframe-worker.js").write_bytes(npm.fetched(SHIM[0], [SHIM[1]])[SHIM[1]])
    (source / "mkdocs.yml").write_text(STOCK.format(offline=str(offline).lower()), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(target)], cwd=source, check=True)
    return target


if __name__ == "__main__":
    main(sys.argv[1:])
