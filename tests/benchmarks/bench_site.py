"""Our site and the theme as it comes, side by side: barriers, HTML errors, weight, requests, Lighthouse.

Run it by hand: `.venv/bin/python tests/benchmarks/bench_site.py [--lighthouse]`. The second site is the tree of `golocal stage`, built
by the same theme without any setting. Lighthouse is installed by npm into `.cache/tools` when asked for. No test depends on a time.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
for folder in ("hooks", "scripts", "."):
    sys.path.insert(0, str(ROOT / folder))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from tests.browser import axe  # noqa: E402
from tests.browser.first_view import first_view  # noqa: E402

import npm  # noqa: E402
from golocal.checks.run import check  # noqa: E402
from golocal.publishing.mkdocs_run import run_mkdocs  # noqa: E402
from golocal.publishing.staging import stage  # noqa: E402
from golocal.reading.settings import read_settings  # noqa: E402

LIGHTHOUSE = "lighthouse@12.8.2"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAGES = {
    "home": "",
    "chapter": "toolkit/equality-data-collection/",
    "steps": "toolkit/equality-data-collection/practise/",
    "practice": "practices/ghent-rental-tests/",
    "practices": "practices/",
}
SIZES: tuple[tuple[int, int], ...] = ((1280, 800), (360, 740))
STOCK = """
site_name: Go Local
docs_dir: {pages}
theme:
  name: material
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {{icon: material/weather-night, name: Dark}}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {{icon: material/weather-sunny, name: Light}}
  features: [navigation.tabs, navigation.indexes, navigation.prune, navigation.path, navigation.footer, navigation.top]
markdown_extensions: [attr_list, def_list, tables, fenced_code, {{toc: {{permalink: true}}}}, {{pymdownx.quotes: {{callouts: true}}}}]
"""
Figures = dict[str, str]


class Packing(http.server.SimpleHTTPRequestHandler):
    """Serves files as a web server is set up to do: packed with gzip where that helps, connections kept open."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""

    def do_GET(self) -> None:
        """Answer with the file, packed if it is text."""
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        data = path.read_bytes() if found else b"not here"
        packs = path.suffix in {".html", ".css", ".js", ".json", ".svg", ".xml"}
        data = gzip.compress(data, 6) if packs and found else data
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if packs and found:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Address of a folder on a local server."""
    handler = functools.partial(Packing, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


def main(arguments: list[str]) -> None:
    """Build both sites, measure them and print the table."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as aside, sync_playwright() as playwright:
        sites = {"ours": build_ours(Path(aside) / "ours"), "theme as it comes": build_stock(Path(aside))}
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        found = {name: measured(site, browser, "--lighthouse" in arguments) for name, site in sites.items()}
        browser.close()
    print_table(found)


def build_ours(target: Path) -> Path:
    """The site of this repository."""
    run_mkdocs(
        ROOT, target, {"PYTHONPATH": str(ROOT / "hooks"), "OFFLINE": "false", "SITE_URL": "", "GOLOCAL_COPIES": ""}
    )
    return target


def build_stock(aside: Path) -> Path:
    """The staged tree with the theme as it comes."""
    tree, target = aside / "staged", aside / "stock"
    settings = read_settings(ROOT)
    stage(ROOT, check(ROOT).catalogue, settings, tree)
    pages = next(
        line.split()[1] for line in (tree / "mkdocs.yml").read_text().splitlines() if line.startswith("docs_dir")
    )
    (tree / "mkdocs.yml").write_text(STOCK.format(pages=pages), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(target)], cwd=tree, check=True)
    return target


def measured(site: Path, browser: Browser, with_lighthouse: bool) -> Figures:
    """All figures of one site by what they say."""
    with served(site) as home:
        figures = {"pages": str(len(list(site.rglob("*.html")))), **barriers(browser, home), **html_errors(site)}
        for name, path in PAGES.items():
            view = first_view(browser.new_context, home + path)
            figures[f"{name}: first view, kB with gzip"] = f"{view.weight / 1000:.0f}"
            figures[f"{name}: requests"] = str(len(view.bytes_by_address) + len(view.failed))
            figures[f"{name}: of these to others"] = str(
                sum(not url.startswith(home) for url in [*view.bytes_by_address, *view.failed])
            )
            figures[f"{name}: layout shift"] = f"{view.shift:.3f}"
            if with_lighthouse:
                figures[f"{name}: Lighthouse {' / '.join(CATEGORIES)}"] = " / ".join(map(str, lighthouse(home + path)))
    return figures


def barriers(browser: Browser, home: str) -> Figures:
    """Places that axe objects to on these pages, wide and narrow, light and dark."""
    places, rules, audits = 0, set(), 0
    for width, height in SIZES:
        for scheme in ("light", "dark"):
            context = axe.prepare(
                browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=True)
            )
            page = context.new_page()
            for path in PAGES.values():
                page.goto(home + path, wait_until="load")
                found = axe.audit(page).violations
                places += sum(map(len, found.values()))
                rules |= set(found)
                audits += 1
            context.close()
    return {f"axe: places in {audits} audits": str(places), "axe: rules broken": ", ".join(sorted(rules)) or "none"}


def html_errors(site: Path) -> Figures:
    """Errors of the Nu HTML checker on all pages."""
    command = [
        "java",
        "-Xss4m",
        "-jar",
        str(npm.provide(npm.HTML_CHECKER)),
        "--format",
        "json",
        "--skip-non-html",
        str(site),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    errors = [row for row in json.loads(done.stderr)["messages"] if row["type"] != "info"]
    return {"Nu HTML checker: errors on all pages": str(len(errors))}


def lighthouse(address: str) -> list[int]:
    """The four scores of Lighthouse as it is set for phones."""
    folder = npm.CACHE / "lighthouse"
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), LIGHTHOUSE], check=True
        )
    command = [
        str(program),
        address,
        "--quiet",
        "--output=json",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    variables = {**os.environ, "CHROME_PATH": os.environ.get("CHROMIUM") or str(shutil.which("chromium"))}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=variables)
    scores = json.loads(done.stdout)["categories"]
    return [round(100 * (scores[name]["score"] or 0)) for name in CATEGORIES]


def print_table(found: Mapping[str, Figures]) -> None:
    """Write the figures to standard output as a Markdown table."""
    print(f"| | {' | '.join(found)} |\n| --- |{' --- |' * len(found)}")
    for row in next(iter(found.values())):
        print(f"| {row} | {' | '.join(figures.get(row, '') for figures in found.values())} |")


if __name__ == "__main__":
    main(sys.argv[1:])
