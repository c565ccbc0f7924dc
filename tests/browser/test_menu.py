"""The menu and the header by keyboard, on wide and narrow screens, with and without scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]
NARROW = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 800}
SIZES = {"narrow": NARROW, "wide": WIDE}
CHAPTER = "toolkit/equality-data-collection/practise.html"
MENU, SEARCH = "header [data-opens='__drawer']", "header [data-search]"
DRAWER = ".md-sidebar--primary"
PLACE = """element => element === document.body ? 'page'
  : ['.md-sidebar--primary', '.md-header', '.md-tabs', '.md-content', '.md-sidebar--secondary', '.md-footer']
    .find(part => element.closest(part)) ?? element.className"""


def place_of_focus(page: Page) -> str:
    """Part of the page that holds the focus, as a selector; `page` where nothing has it."""
    return str(page.evaluate(f"({PLACE})(document.activeElement)"))


def tab_until(page: Page, selector: str, most: int = 40) -> None:
    """Press Tab until an element is reached."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} was not reached with {most} tabs from the top")


def places(page: Page, tabs: int) -> set[str]:
    """Parts of the page that Tab visits."""
    found = set()
    for _ in range(tabs):
        page.keyboard.press("Tab")
        found.add(place_of_focus(page))
    return found


def test_the_menu_opens_and_closes_by_keyboard(offline: Callable[..., Any]) -> None:
    page = offline(viewport=NARROW).open(CHAPTER)
    button, drawer = page.get_by_role("button", name="Menu", exact=True), page.locator(DRAWER)
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(drawer).to_be_hidden()
    tab_until(page, MENU)
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Menu")).to_be_visible()
    assert page.locator(MENU).get_attribute("aria-expanded") == "true"
    expect(page.get_by_role("button", name="Close menu")).to_be_focused()
    assert places(page, 60) <= {DRAWER, "page"}
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_menu_closes_by_its_button_and_by_a_touch_beside_it(offline: Callable[..., Any]) -> None:
    page = offline(viewport=NARROW, has_touch=True).open(CHAPTER)
    drawer = page.locator(DRAWER)
    page.locator(MENU).tap()
    page.get_by_role("button", name="Close menu").tap()
    expect(drawer).to_be_hidden()
    expect(page.locator(MENU)).to_be_focused()
    page.locator(MENU).tap()
    expect(drawer).to_be_visible()
    page.touchscreen.tap(NARROW["width"] - 10, 400)
    expect(drawer).to_be_hidden()


def test_links_of_a_closed_menu_are_no_tab_stops(offline: Callable[..., Any]) -> None:
    page = offline(viewport=NARROW).open(CHAPTER)
    assert DRAWER not in places(page, 60)


def test_the_menu_leads_to_a_page_and_names_the_present_one(offline: Callable[..., Any]) -> None:
    page = offline(viewport=NARROW).open(CHAPTER)
    page.locator(MENU).press("Enter")
    current = page.locator(f"{DRAWER} [aria-current='page']")
    expect(current).to_have_count(1)
    expect(current).to_have_attribute("href", "practise.html")
    page.locator(DRAWER).get_by_role("link", name="Practices", exact=True).press("Enter")
    page.wait_for_url("**/practices/index.html")
    expect(page.locator(DRAWER)).to_be_hidden()


def test_a_wider_window_leaves_nothing_behind_an_open_menu(offline: Callable[..., Any]) -> None:
    page = offline(viewport=NARROW).open(CHAPTER)
    page.locator(MENU).click()
    page.set_viewport_size(WIDE)
    expect(page.locator("[inert]")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("keys", ["Space", "touch"])
def test_the_menu_opens_without_scripts(offline: Callable[..., Any], keys: str) -> None:
    page = offline(java_script_enabled=False, viewport=NARROW, has_touch=True).open(CHAPTER)
    drawer = page.locator(DRAWER)
    expect(drawer).to_be_hidden()
    if keys == "touch":
        page.locator("header label[for='__drawer']").tap()
    else:
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(page.get_by_role("checkbox", name="Menu")).to_be_focused()
        page.keyboard.press("Space")
    expect(drawer).to_be_visible()
    if keys == "touch":
        page.locator(f"{DRAWER} label[for='__drawer']").tap()
    else:
        page.keyboard.press("Space")
    expect(drawer).to_be_hidden()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_change_by_keyboard_and_the_focus_stays(
    offline: Callable[..., Any], size: str, scheme: str
) -> None:
    page = offline(viewport=SIZES[size], color_scheme=scheme).open(CHAPTER)
    button = page.get_by_role("button", name="Dark colours")
    states = ["false", "true"] if scheme == "light" else ["true", "false"]
    expect(button).to_have_attribute("aria-pressed", states[0])
    tab_until(page, "[data-palette]")
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", states[1])
    expect(button).to_be_focused()
    page.reload()
    expect(button).to_have_attribute("aria-pressed", states[1])


def test_tabs_name_the_present_section(offline: Callable[..., Any]) -> None:
    page = offline(viewport=WIDE).open(CHAPTER)
    tabs = page.get_by_role("navigation", name="Sections")
    expect(tabs.locator("[aria-current='true']")).to_have_text("Toolkit")
    tab_until(page, ".md-tabs__link")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tasks/index.html")
    expect(tabs.locator("[aria-current='page']")).to_have_text("Tasks")


@pytest.mark.parametrize("selector", [MENU, SEARCH, "[data-palette]", ".md-nav__close[data-closes]", "[data-closes]"])
def test_controls_of_the_header_are_large_enough_for_a_thumb(offline: Callable[..., Any], selector: str) -> None:
    page = offline(viewport=NARROW).open(CHAPTER)
    control = page.locator(f".search-box {selector}" if selector == "[data-closes]" else selector).first
    if "closes" in selector:
        page.locator(MENU if "nav" in selector else SEARCH).click()
        expect(control).to_be_visible()
        page.wait_for_timeout(400)
    box = control.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
