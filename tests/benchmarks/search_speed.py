"""How long a search takes in a browser: the first question, and each key afterwards."""

from __future__ import annotations

import gzip
import json
import statistics
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Response
from tests.benchmarks.bench_site import served

QUESTION = "housing participation"
PAUSE = 120
"""Milliseconds from key to key."""
CLOCKS = {"by the clock": "dur", "its own work": "tdur"}
"""Fields of a trace. On a busy machine other programs take part in the time by the clock."""

NOTE = """selector => addEventListener("DOMContentLoaded", () => {
  const note = () => {
    if (window.firstResult || !document.querySelector(selector)) return;
    window.firstResult = performance.now();
  };
  new MutationObserver(note).observe(document.documentElement, {childList: true, subtree: true, attributes: true, characterData: true});
  addEventListener("click", () => { window.opened ??= performance.now(); }, true);
})"""


@dataclass(frozen=True)
class Engine:
    """A search in a page: where it is opened, where one types, what a result is."""

    name: str
    opener: str
    field: str
    result: str


OURS = Engine("ours", "header [data-search]", ".search-box input", ".search-box .found-title")
THEIRS = Engine("theme as it comes", ".md-search__input", ".md-search__input", ".md-search-result__link")


@dataclass(frozen=True)
class Run:
    """One first question. Milliseconds; bytes packed with gzip, from the opening of the search to the first result."""

    since_navigation: float
    since_opening: float
    weight: int


def in_turn(
    browser: Browser, sites: Mapping[Engine, Path], place: str, runs: int
) -> Iterator[tuple[Engine, dict[str, str]]]:
    """Measure the engines one after the other, as often as asked."""
    found: dict[Engine, list[Run]] = {engine: [] for engine in sites}
    keys: dict[Engine, list[dict[str, float]]] = {engine: [] for engine in sites}
    for _ in range(runs):
        for engine, site in sites.items():
            with reached(site, place) as home:
                found[engine].append(first_question(browser, engine, home))
                keys[engine] += keystrokes(browser, engine, home) if place == "http" else []
    for engine, rows in found.items():
        figures = {
            f"{place}: first result since the page was asked for, ms": _span(run.since_navigation for run in rows),
            f"{place}: first result since the search was opened, ms": _span(run.since_opening for run in rows),
        }
        if place == "http":
            figures["bytes to the first result, kB"] = f"{statistics.median(run.weight for run in rows) / 1000:.0f}"
            for name, clock in CLOCKS.items():
                figures[f"main thread a keystroke, {name}: median, 95th percentile, longest ms"] = _spread(
                    [key[clock] for key in keys[engine]]
                )
        yield engine, figures


@contextmanager
def reached(site: Path, place: str) -> Iterator[str]:
    """Address of the first page of a site."""
    if place == "disk":
        yield (site / "index.html").as_uri()
        return
    with served(site) as home:
        yield home


def first_question(browser: Browser, engine: Engine, home: str) -> Run:
    """Open the search when the page is there, and ask at once by keys: the theme hears nothing else."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(120_000)
    answers: list[Response] = []

    def note(answer: Response) -> None:
        answers.append(answer)

    page.on("response", note)
    page.add_init_script(f"({NOTE})({json.dumps(engine.result)})")
    page.goto(home)
    page.locator(engine.opener).first.click()
    page.keyboard.type(QUESTION)
    until(page, "Boolean(window.firstResult)")
    shown, opened = page.evaluate("[firstResult, opened]")
    page.wait_for_timeout(1000)
    of_search = [answer for answer in answers if "search" in answer.url or "vendor" in answer.url]
    weight = sum(len(gzip.compress(answer.body(), 6)) for answer in of_search if answer.ok)
    context.close()
    return Run(shown, shown - opened, weight)


def until(page: Page, condition: str, tries: int = 240) -> None:
    """Ask twice a second until the page says so. Waiting inside the page would evaluate text there, which our policy forbids.

    Raises:
        TimeoutError: after all tries.
    """
    for _ in range(tries):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(500)
    raise TimeoutError(condition)


def keystrokes(browser: Browser, engine: Engine, home: str) -> list[dict[str, float]]:
    """Milliseconds of the longest task of the page's main thread after each key, by clock, when all is loaded."""
    page = browser.new_page()
    page.set_default_timeout(120_000)
    page.goto(home)
    page.locator(engine.opener).first.click()
    page.keyboard.type("equality", delay=PAUSE)
    page.locator(engine.result).first.wait_for()
    page.wait_for_timeout(1500)
    page.locator(engine.field).fill("")
    longest = []
    for letter in QUESTION:
        browser.start_tracing(page=page, categories=["toplevel", "devtools.timeline"])
        page.keyboard.type(letter)
        page.wait_for_timeout(PAUSE)
        events = json.loads(browser.stop_tracing())["traceEvents"]
        longest.append({clock: _longest_task(events, clock) for clock in CLOCKS.values()})
    page.close()
    return longest


def _longest_task(events: Sequence[Mapping[str, Any]], clock: str) -> float:
    """Of the thread that runs most of the page's scripts."""
    named = {(event["pid"], event["tid"]) for event in events if event.get("args", {}).get("name") == "CrRendererMain"}
    busy = {(event["pid"], event["tid"]) for event in events if event["name"] in ("EventDispatch", "FunctionCall")}
    threads = (named & busy) or named
    tasks = [
        event.get(clock, 0)
        for event in events
        if event["name"].endswith("RunTask") and (event["pid"], event["tid"]) in threads
    ]
    return max(tasks, default=0) / 1000


def _spread(values: Sequence[float]) -> str:
    return f"{statistics.median(values):.1f}, {statistics.quantiles(values, n=20)[-1]:.1f}, {max(values):.1f}"


def _span(values: Iterator[float]) -> str:
    row = sorted(values)
    return f"{statistics.median(row):.0f} ({row[0]:.0f} to {row[-1]:.0f})"
