"""The frame of a page: colours that are chosen or follow the device, contents that follow the reader, folds that print."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]
WIDE = {"width": 1280, "height": 800}
CHAPTER = "toolkit/equality-data-collection/practise.html"
BUTTON, ACTIVE = "[data-palette]", ".md-nav--secondary .md-nav__link--active"


def scheme(page: Page) -> str:
    return str(page.locator("body").get_attribute("data-md-color-scheme"))


@pytest.mark.parametrize(
    ("device", "first", "other"), [("light", "default", "slate"), ("dark", "slate", "default")], ids=["light", "dark"]
)
def test_chosen_colours_stay_on_the_next_page(offline: Callable[..., Any], device: str, first: str, other: str) -> None:
    visit = offline(color_scheme=device)
    page = visit.open(CHAPTER)
    assert scheme(page) == first
    expect(page.locator(BUTTON)).to_have_attribute("aria-pressed", str(first == "slate").lower())
    page.locator(BUTTON).click()
    assert scheme(page) == other
    expect(page.locator(BUTTON)).to_have_attribute("aria-pressed", str(other == "slate").lower())
    assert scheme(visit.open("practices/index.html")) == other


def test_colours_follow_the_device_until_others_are_chosen(offline: Callable[..., Any]) -> None:
    page = offline(color_scheme="light").open(CHAPTER)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator(BUTTON).click()
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    assert scheme(page) == "default"


def test_no_light_flashes_up_before_dark_colours(offline: Callable[..., Any]) -> None:
    """The colours are right before the first script from a file runs."""
    visit = offline(color_scheme="dark")
    visit.page.route("**/*.js", lambda route: route.abort())
    assert scheme(visit.open(CHAPTER)) == "slate"


def test_contents_show_the_section_that_is_read(offline: Callable[..., Any]) -> None:
    page = offline(viewport=WIDE).open(CHAPTER)
    expect(page.locator(ACTIVE)).to_have_count(0)
    heading = page.locator("article h2").nth(1)
    heading.evaluate("heading => heading.scrollIntoView()")
    expect(page.locator(ACTIVE)).to_have_attribute("href", f"#{heading.get_attribute('id')}")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    last = page.locator(".md-nav--secondary .md-nav__link").last
    expect(page.locator(ACTIVE)).to_have_attribute("href", str(last.get_attribute("href")))
    expect(last).to_be_in_viewport()


def test_folds_are_printed_open(offline: Callable[..., Any]) -> None:
    page = offline(viewport=WIDE).open(CHAPTER)
    shut = page.locator("article details:not([open])")
    number = shut.count()
    assert number
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(shut).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(shut).to_have_count(number)
