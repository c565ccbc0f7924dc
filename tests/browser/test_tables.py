"""Tables on narrow screens: they scroll in their box, by keyboard too, and say that they do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]
SHEET = "toolkit/equality-data-collection/worksheets/legal-questions.html"
SIZES = {"narrow": {"width": 360, "height": 740}, "wide": {"width": 1280, "height": 800}}
BOXES = """boxes => boxes.map(box => [box.scrollWidth > box.clientWidth + 1, box.tabIndex === 0, box.parentElement.scrollWidth > innerWidth])"""


def boxes(page: Page) -> list[list[bool]]:
    """Of each box: whether it scrolls, whether it is a tab stop, whether it widens what is around it."""
    found: list[list[bool]] = page.locator(".table-scroll").evaluate_all(BOXES)
    return found


@pytest.mark.parametrize("size", SIZES)
def test_only_a_table_that_scrolls_is_a_tab_stop(offline: Callable[..., Any], size: str) -> None:
    page = offline(viewport=SIZES[size]).open(SHEET)
    page.wait_for_timeout(300)
    found = boxes(page)
    assert len(found) == 4
    assert all(scrolls == stop and not widens for scrolls, stop, widens in found)
    assert any(scrolls for scrolls, *_ in found)
    assert size == "narrow" or not all(scrolls for scrolls, *_ in found)


def test_a_table_scrolls_by_keyboard(offline: Callable[..., Any]) -> None:
    page = offline(viewport=SIZES["narrow"]).open(SHEET)
    box = page.get_by_role("group", name="Part 3: each characteristic")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=box.element_handle())
    assert box.evaluate("box => getComputedStyle(box).backgroundImage").count("linear-gradient") == 4


def test_without_scripts_every_table_stays_within_reach_of_keys(offline: Callable[..., Any]) -> None:
    page = offline(viewport=SIZES["narrow"], java_script_enabled=False).open(SHEET)
    expect(page.locator(".table-scroll[tabindex='0']")).to_have_count(4)
    assert page.locator("html").evaluate("page => page.scrollWidth") <= SIZES["narrow"]["width"]


def test_the_theme_makes_no_second_box(offline: Callable[..., Any]) -> None:
    page = offline().open(SHEET)
    expect(page.locator(".table-scroll > table.data")).to_have_count(4)
    expect(page.locator(".md-typeset__scrollwrap")).to_have_count(0)
