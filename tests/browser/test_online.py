"""The online site from a local server: no requests to other hosts, no errors, a search that works."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from .addresses import folder_address

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_pages_open_alone(online: Callable[..., Any], samples: list[str]) -> None:
    visit = online()
    for path in samples[::2]:
        expect(visit.open(folder_address(path)).locator("h1")).to_be_visible()
    assert visit.errors == []
    assert visit.foreign == []


def test_search_finds_a_page_and_opens_it(online: Callable[..., Any]) -> None:
    visit = online()
    page = visit.open("")
    page.locator("input[name='query']").click()
    page.locator("input[name='query']").press_sequentially("equality body")
    first = page.locator(".md-search-result__item a").first
    expect(first).to_be_visible()
    first.click()
    page.wait_for_url(lambda url: url.partition("?")[0] != visit.home)
    expect(page.locator("h1")).to_be_visible()
    assert visit.errors == []
    assert visit.foreign == []


def test_a_page_that_does_not_exist_leads_on(online: Callable[..., Any], site_online: Any) -> None:
    visit = online()
    page = visit.open("404.html")
    page.locator("article").get_by_role("link", name="Home", exact=True).click()
    page.wait_for_url(visit.home)
    assert visit.foreign == []
