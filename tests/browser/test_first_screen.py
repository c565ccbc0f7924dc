"""On a telephone the text begins on the first screen; the facts above it fold there, and stand open where there is room and on paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]
PHONE, WIDE = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
PRACTICE = "practices/akureyri-child-friendly-municipality.html"
CHAPTER = "toolkit/local-human-rights-action-plans/index.html"
SHEET = "toolkit/local-human-rights-action-plans/worksheets/council-resolution.html"
KINDS = [
    PRACTICE,
    CHAPTER,
    SHEET,
    "toolkit/local-human-rights-action-plans/practise.html",
    "tasks/write-a-human-rights-action-plan.html",
    "library/standards/icescr.html",
    "library/rights/education.html",
    "learn/at-the-counter.html",
    "volumes/papers-1/index.html",
    "academy/2024-accountability-in-action/index.html",
]
TEXT = "article > :is(details.panel, .trust) ~ :is(p, ul, ol):not(.trust)"
LINE = 24


def panel(page: Page) -> Locator:
    return page.locator("article details.panel")


@pytest.mark.parametrize("path", KINDS)
def test_the_first_line_of_the_text_stands_on_the_first_screen_of_a_telephone(
    offline: Callable[..., Any], path: str
) -> None:
    page = offline(viewport=PHONE).open(path)
    top = page.locator(TEXT).first.bounding_box()
    assert top is not None
    assert top["y"] + LINE <= PHONE["height"]


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without"])
def test_the_facts_fold_on_a_telephone_and_say_what_they_are(offline: Callable[..., Any], scripts: bool) -> None:
    page = offline(viewport=PHONE, java_script_enabled=scripts).open(PRACTICE)
    label = panel(page).locator("summary")
    expect(label).to_have_text("Facts: Akureyri, Iceland · 5,000 to 20,000 people")
    expect(panel(page).locator("dl.facts")).to_be_hidden()
    label.click()
    expect(panel(page).get_by_role("link", name="Iceland")).to_be_visible()


def test_keys_open_the_facts(offline: Callable[..., Any]) -> None:
    page = offline(viewport=PHONE).open(PRACTICE)
    panel(page).locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Iceland"


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without"])
def test_where_there_is_room_the_facts_stand_open(offline: Callable[..., Any], scripts: bool) -> None:
    page = offline(viewport=WIDE, java_script_enabled=scripts).open(PRACTICE)
    expect(panel(page).locator("summary")).to_be_hidden()
    expect(panel(page).locator("dl.facts dt").first).to_be_visible()
    assert page.get_by_role("definition").filter(has_text="Akureyri, Iceland").count() == 1
    page.locator("article .lead").click()
    panel(page).get_by_role("link", name="Iceland").focus()
    expect(panel(page).get_by_role("link", name="Iceland")).to_be_focused()


def test_the_facts_are_printed(offline: Callable[..., Any]) -> None:
    page = offline(viewport=PHONE, java_script_enabled=False).open(PRACTICE)
    page.emulate_media(media="print")
    expect(panel(page).locator("dl.facts dd").last).to_be_visible()
    expect(panel(page).locator("summary")).to_be_hidden()


def test_the_original_of_a_record_is_not_folded(offline: Callable[..., Any]) -> None:
    page = offline(viewport=PHONE).open("academy/2024-accountability-in-action/index.html")
    link = page.get_by_role("link", name="Original at humanrightsgolocal.org").first
    box = link.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= PHONE["height"]


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_way_to_a_page_wraps_between_its_names(offline: Callable[..., Any], width: int) -> None:
    page = offline(viewport={"width": width, "height": 740}).open(SHEET)
    items = page.locator(".md-path__item")
    assert items.count() == 4
    aligned = items.evaluate_all("items => items.slice(1).map(item => getComputedStyle(item).alignItems)")
    assert set(aligned) == {"center"}
    heights = [box["height"] for item in items.all() if (box := item.bounding_box())]
    assert max(heights) < 1.6 * min(heights)


def test_the_name_of_the_site_leads_home_where_its_sign_has_no_room(offline: Callable[..., Any]) -> None:
    name = "Go Local: human rights in local government"
    page = offline(viewport=PHONE).open(PRACTICE)
    page.get_by_role("banner").get_by_role("link", name=name).click()
    expect(page).to_have_url(re.compile(r"(?<!practices)/index\.html$"))
    wide = offline(viewport=WIDE).open(PRACTICE)
    expect(wide.get_by_role("banner").get_by_role("link", name=name)).to_have_count(1)
