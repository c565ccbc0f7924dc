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
    page.locator("header [data-search]").click()
    page.keyboard.type("equality body")
    first = page.locator(".search-box .found-title").first
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


DOUBLE_IDS = """() => {
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
}"""


@pytest.mark.parametrize(
    "path",
    [
        "contribute/",
        "contribute/rules/link-to-ourselves/",
        "practices/ghent-rental-tests/",
        "tasks/the-budget-is-due-in-eight-weeks/",
    ],
)
def test_scripts_give_no_id_twice(online: Callable[..., Any], path: str) -> None:
    page = online().open(path)
    blocks = page.locator("pre")
    assert blocks.count() > 1
    expect(page.locator("pre[id]")).to_have_count(blocks.count())
    assert page.evaluate(DOUBLE_IDS) == []
