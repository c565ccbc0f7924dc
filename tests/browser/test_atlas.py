"""Marks on the maps are links that can be named, reached by keys and touched."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from math import hypot
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]
PAGE = "library/atlas.html"
SIZES = {
    "wide": {"width": 1280, "height": 800},
    "phone": {"width": 360, "height": 740},
    "small": {"width": 320, "height": 640},
}
BOXES = "marks => marks.map(mark => mark.firstElementChild.nextElementSibling.getBoundingClientRect().toJSON())"
LEAST = 24
"""Pixels between the middles of two targets (WCAG 2.2, 2.5.8)."""


def marks(page: Page, figure: int) -> Any:
    return page.locator("svg.map").nth(figure).locator("a.map-mark")


def test_a_disc_leads_to_the_practice_and_a_square_to_its_list(offline: Callable[..., Any]) -> None:
    page = offline().open(PAGE)
    disc = page.locator("a.map-mark:has(circle)").first
    name = disc.locator("title").text_content()
    city, _, title = str(name).partition(": ")
    disc.click()
    expect(page.locator("h1")).to_contain_text(title)
    expect(page.locator("dl.facts")).to_contain_text(city)
    page.go_back()
    square = page.locator("svg.map-world a.map-mark").first
    anchor = str(square.get_attribute("href")).partition("#")[2]
    square.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#{anchor}")
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_every_mark_has_a_name_that_a_screen_reader_tells(offline: Callable[..., Any]) -> None:
    page = offline().open(PAGE)
    found = page.locator("a.map-mark")
    assert found.count() > 10
    for index in range(found.count()):
        name = str(found.nth(index).locator("title").text_content())
        assert len(name) > 8
        expect(found.nth(index)).to_have_accessible_name(name)


@pytest.mark.parametrize("size", SIZES)
def test_marks_can_be_read_and_touched(offline: Callable[..., Any], size: str) -> None:
    page = offline(viewport=SIZES[size]).open(PAGE)
    figures = page.locator("svg.map").count()
    assert figures > 1
    for figure in range(figures):
        frame = page.locator("svg.map").nth(figure).bounding_box()
        assert frame
        boxes = marks(page, figure).evaluate_all(BOXES)
        for box in boxes:
            assert box["width"] >= LEAST - 2
            assert box["left"] >= frame["x"] - box["width"] / 2
            assert box["right"] <= frame["x"] + frame["width"] + box["width"] / 2
        middles = [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes]
        assert all(hypot(a[0] - b[0], a[1] - b[1]) >= LEAST - 0.5 for a, b in combinations(middles, 2))
        text = marks(page, figure).locator("text")
        sizes = text.evaluate_all(
            "texts => texts.map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"
        )
        assert all(pixels >= 13 for pixels in sizes)


def test_the_focus_of_a_mark_can_be_seen(offline: Callable[..., Any]) -> None:
    page = offline().open(PAGE)
    mark = page.locator("a.map-mark:has(circle)").first
    before = mark.locator("circle").evaluate(
        "shape => getComputedStyle(shape).strokeWidth + getComputedStyle(shape).fill"
    )
    page.locator("h1").click()
    mark.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    after = mark.locator("circle").evaluate(
        "shape => getComputedStyle(shape).strokeWidth + getComputedStyle(shape).fill"
    )
    assert mark.evaluate("mark => mark === document.activeElement")
    assert before != after


def test_maps_need_no_script(offline: Callable[..., Any]) -> None:
    page = offline(java_script_enabled=False).open(PAGE)
    expect(page.locator("svg.map").first).to_be_visible()
    page.locator("svg.map-world a.map-mark").first.click()
    assert "#" in page.url
