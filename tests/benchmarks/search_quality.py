"""How well two searches answer the questions of tests/search/queries.yml, on the pages of this repository."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import yaml
from playwright.sync_api import Browser, Page
from tests.benchmarks.bench_site import ROOT, build_stock, served
from tests.benchmarks.search_speed import OURS, THEIRS, until

from golocal.checks.run import check
from golocal.content.locations import address
from golocal.publishing.mkdocs_run import run_mkdocs

ANSWERED = "/match|No /.test(document.querySelector('.md-search-result__meta').textContent)"


def quality(aside: Path, browser: Browser) -> dict[str, dict[str, str]]:
    """Both engines on the pages of this repository: tests/search/queries.yml, the part kept aside apart."""
    ours_at, stock_at = aside / "ours", build_stock(aside)
    run_mkdocs(ROOT, ours_at, {"PYTHONPATH": str(ROOT / "hooks"), "OFFLINE": "false", "SITE_URL": ""})
    askers: dict[str, tuple[Path, Callable[[Page, str], list[str]]]] = {
        OURS.name: (ours_at, ask_ours),
        THEIRS.name: (stock_at, ask_theirs),
    }
    figures = {}
    for name, (site, ask) in askers.items():
        with served(site) as home:
            page = browser.new_page()
            page.goto(f"{home}find/" if name == OURS.name else home)
            figures[name] = _quality(partial(ask, page))
            page.close()
    return figures


def ask_ours(page: Page, question: str) -> list[str]:
    """Addresses that our search gives."""
    until(page, "Boolean(window.golocalSearch && golocalSearch.catalogue)")
    found: list[str] = page.evaluate("question => golocalSearch.find(question)", question)
    return found[:10]


def ask_theirs(page: Page, question: str) -> list[str]:
    """Addresses that the theme's search shows: of a page, and of its first section that fits."""
    page.locator(THEIRS.field).click()
    page.keyboard.press("Control+A")
    before = page.locator(".md-search-result").inner_text()
    page.keyboard.type(question)
    until(page, ANSWERED)
    _settled(page, before)
    rows: list[list[str]] = page.locator(".md-search-result__item").evaluate_all(
        "rows => rows.slice(0, 10).map(row => [...row.querySelectorAll('a')].map(link => link.href.replace(/[?]h=[^#]*/, '')))"
    )
    return [" ".join(row) for row in rows]


def _settled(page: Page, before: str) -> None:
    """Wait until the list has changed and then stays the same: the theme answers each letter, in a worker."""
    seen = [before]
    for _ in range(20):
        page.wait_for_timeout(250)
        seen.append(page.locator(".md-search-result").inner_text())
        if seen[-1] == seen[-2] != before:
            return


def _quality(ask: Callable[[str], list[str]]) -> dict[str, str]:
    catalogue = check(ROOT).catalogue
    known = {path: address(path) for path in catalogue.corpus.documents}
    for key, entry in catalogue.entries.items():
        known[f"{key.kind}:{key.id}"] = address(entry.page) + (f"#{entry.page_anchor}" if entry.page_anchor else "")
    places: dict[bool, list[int]] = {False: [], True: []}
    for row in yaml.safe_load((ROOT / "tests/search/queries.yml").read_text(encoding="utf-8")):
        accept = {known[name] for name in row["accept"] if name in known}
        if accept:
            found = [
                {part.partition("://")[2].partition("/")[2] or part for part in one.split()}
                for one in ask(row["query"])
            ]
            places[bool(row.get("held_out"))].append(next((at for at, one in enumerate(found, 1) if one & accept), 0))
    return {
        f"{'kept aside' if held else 'tuned'}: questions, success@1, @5, MRR@10": " / ".join(
            [
                str(len(row)),
                *(f"{sum(0 < place <= most for place in row) / len(row):.3f}" for most in (1, 5)),
                f"{sum(1 / place for place in row if place) / len(row):.3f}",
            ]
        )
        for held, row in places.items()
    }
