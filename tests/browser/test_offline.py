"""The offline copy, opened from its folder: it reads, it searches, it asks for nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]

OPENER, RESULTS = "header [data-search]", ".search-box .found-title"
CANARIES = {
    "image": "<img alt='' src='https://foreign.invalid/x.png'>",
    "script": "<script src='https://foreign.invalid/x.js'></script>",
    "style": "<style>@import 'https://foreign.invalid/x.css';</style>",
    "fetch": "<script>fetch('https://foreign.invalid/x').catch(() => 0)</script>",
    "no scheme": "<img alt='' src='//foreign.invalid/x.png'>",
}


def search(page: Page, words: str) -> str:
    """Search, open the first result, and return its title."""
    page.locator(OPENER).click()
    page.keyboard.type(words)
    first = page.locator(RESULTS).first
    expect(first).to_be_visible()
    before = page.url
    first.click()
    page.wait_for_url(lambda url: url != before)
    return page.locator("h1").inner_text()


@pytest.mark.parametrize(("connected", "count"), [(True, None), (False, 4)], ids=["connected", "unplugged"])
def test_every_kind_of_page_opens_alone(
    offline: Callable[..., Any], samples: list[str], connected: bool, count: int | None
) -> None:
    visit = offline(offline=not connected)
    for path in samples[:count]:
        expect(visit.open(path).locator("h1")).to_be_visible()
    assert visit.errors == []
    assert visit.foreign == []


def test_search_finds_a_page_and_opens_it(offline: Callable[..., Any]) -> None:
    visit = offline(offline=True)
    title = search(visit.open("index.html"), "equality body")
    assert title
    assert visit.page.url.startswith("file:")
    assert visit.errors == []
    assert visit.foreign == []


def test_search_works_from_a_page_deep_inside(offline: Callable[..., Any]) -> None:
    visit = offline()
    assert search(visit.open("library/terms.html"), "housing")


def test_menu_and_links_lead_to_files(offline: Callable[..., Any]) -> None:
    page = offline().open("index.html")
    page.locator("article a[href$='.html']").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.startswith("file:")
    assert page.url.partition("#")[0].endswith(".html")


@pytest.mark.parametrize("canary", CANARIES.values(), ids=CANARIES)
def test_a_foreign_request_would_be_seen(
    offline: Callable[..., Any], contexts: Callable[..., BrowserContext], tmp_path: Path, canary: str
) -> None:
    (tmp_path / "canary.html").write_text(f"<!doctype html><title>x</title>{canary}<p>text", encoding="utf-8")
    visit = offline()
    visit.home = f"{tmp_path.as_uri()}/"
    with visit.page.expect_request("**://foreign.invalid/**"):
        visit.open("canary.html")
    assert any("foreign.invalid" in address for address in visit.foreign)


def test_an_error_in_a_script_would_be_seen(offline: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "canary.html").write_text("<script>console.error('one'); throw Error('two')</script>", encoding="utf-8")
    visit = offline()
    visit.home = f"{tmp_path.as_uri()}/"
    visit.open("canary.html")
    assert len(visit.errors) == 2
