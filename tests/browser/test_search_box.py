"""The box of the search: opened from the header, used by keyboard, from a disk and from a server, with and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]
SIZES = {"narrow": {"width": 360, "height": 740}, "wide": {"width": 1280, "height": 800}}
CHAPTER = "toolkit/equality-data-collection/practise.html"
OPENER, BOX, QUERY, RESULT = "header [data-search]", ".search-box", ".search-box input", ".search-box .found-title"
LOADED = "Array.from(document.scripts, script => script.src).filter(address => /search|vendor/.test(address))"


def ask(page: Page, question: str) -> None:
    """Open the box and type; the first result is there."""
    page.locator(OPENER).click()
    expect(page.locator(QUERY)).to_be_focused()
    page.keyboard.type(question)
    page.locator(RESULT).first.wait_for()


def focus(page: Page) -> str:
    """Classes of what has the focus."""
    return str(page.evaluate("document.activeElement.className || document.activeElement.tagName"))


@pytest.mark.parametrize("size", SIZES)
def test_results_are_counted_aloud_and_reached_by_keys(offline: Callable[..., Any], size: str) -> None:
    visit = offline(viewport=SIZES[size], offline=True)
    page = visit.open(CHAPTER)
    page.locator(OPENER).press("Enter")
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    page.keyboard.type("equality body")
    expect(page.locator(f"{BOX} [role='status']")).to_contain_text("results")
    page.keyboard.press("ArrowDown")
    assert focus(page) == "found-title"
    page.keyboard.press("ArrowUp")
    expect(page.locator(QUERY)).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Tab")
    assert focus(page) == "found-title"
    target = str(page.evaluate("document.activeElement.href"))
    page.keyboard.press("Enter")
    page.wait_for_url(target)
    assert visit.errors == []
    assert visit.foreign == []


def test_results_that_come_late_leave_the_focus_in_the_list(offline: Callable[..., Any]) -> None:
    page = offline(viewport=SIZES["wide"]).open(CHAPTER)
    ask(page, "adequate housing")
    expect(page.locator(RESULT).first).to_have_text("Adequate housing")
    page.keyboard.press("ArrowDown")
    page.evaluate("document.querySelector('.search-box input').value = 'water sanitation'; void golocalSearch.ask()")
    expect(page.locator(RESULT).first).to_have_text("Water and sanitation")
    assert focus(page) == "found-title"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("inside", ["field", "result"])
def test_escape_closes_the_box_and_gives_the_focus_back(offline: Callable[..., Any], size: str, inside: str) -> None:
    page = offline(viewport=SIZES[size]).open(CHAPTER)
    ask(page, "housing")
    if inside == "result":
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    if page.locator(BOX).is_visible():  # the first Escape empties a field
        page.keyboard.press("Escape")
    expect(page.locator(BOX)).to_be_hidden()
    expect(page.locator(OPENER)).to_be_focused()


def test_the_box_closes_by_its_button_and_by_a_click_beside_it(offline: Callable[..., Any]) -> None:
    page = offline(viewport=SIZES["wide"]).open(CHAPTER)
    page.locator(OPENER).click()
    page.get_by_role("button", name="Close search").click()
    expect(page.locator(BOX)).to_be_hidden()
    page.locator(OPENER).click()
    page.mouse.click(20, 400)
    expect(page.locator(BOX)).to_be_hidden()


@pytest.mark.parametrize("size", SIZES)
def test_an_open_box_keeps_the_focus(offline: Callable[..., Any], size: str) -> None:
    page = offline(viewport=SIZES[size]).open(CHAPTER)
    ask(page, "housing")
    places = set()
    for _ in range(30):
        page.keyboard.press("Tab")
        places.add(page.evaluate("Boolean(document.activeElement.closest('.search-box, body:not(:has(:focus))'))"))
    assert places == {True}


@pytest.mark.parametrize("place", ["offline", "online"])
def test_nothing_of_the_search_is_loaded_before_it_is_asked_for(
    offline: Callable[..., Any], online: Callable[..., Any], place: str
) -> None:
    page = online().open("practices/") if place == "online" else offline().open(CHAPTER)
    page.wait_for_timeout(300)
    assert page.evaluate(LOADED) == []
    page.locator(OPENER).click()
    page.locator(QUERY).fill("tenure")
    page.locator(RESULT).first.wait_for()
    loaded = page.evaluate(LOADED)
    assert any(name.endswith("/search/start.js") for name in loaded)
    assert sum("/search/74-65" in name for name in loaded) == 1


def test_enter_leads_to_the_page_find_with_the_question(offline: Callable[..., Any]) -> None:
    page = offline().open(CHAPTER)
    ask(page, "right to housing")
    page.locator(QUERY).press("Enter")
    page.wait_for_url("**/find.html?*")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["right to housing"]}
    expect(page.locator(".find .found-title").first).to_be_visible()


def test_all_results_are_one_link_away(offline: Callable[..., Any]) -> None:
    page = offline().open(CHAPTER)
    ask(page, "housing")
    page.locator(".found-all").click()
    page.wait_for_url("**/find.html?q=housing")
    expect(page.locator(".find .found-title").first).to_be_visible()


def test_a_result_opens_at_its_section_with_the_words_marked(offline: Callable[..., Any]) -> None:
    page = offline().open("index.html")
    ask(page, "ghent mystery calls agents")
    page.locator(".found-section").first.wait_for()
    page.locator(RESULT).first.click()
    page.wait_for_function("CSS.highlights.size > 0")
    assert urlsplit(page.url).fragment
    marked = page.evaluate("[...CSS.highlights.get('found')].map(range => range.toString().toLowerCase())")
    assert {"ghent", "agents"} <= set(marked)
    assert page.evaluate("document.activeElement === document.body")
    page.keyboard.press("Escape")
    assert page.evaluate("CSS.highlights.size") == 0
    assert "h=" not in page.url


def test_marks_are_removed_by_a_touch(offline: Callable[..., Any]) -> None:
    page = offline(viewport=SIZES["narrow"], has_touch=True).open(f"{CHAPTER}?h=survey")
    page.wait_for_function("CSS.highlights.size > 0")
    page.get_by_role("button", name="Remove marks").tap()
    assert page.evaluate("CSS.highlights.size") == 0
    expect(page.get_by_role("button", name="Remove marks")).to_have_count(0)
    assert "h=" not in page.url


def test_an_excerpt_shows_text_with_the_words_marked_and_no_panel(offline: Callable[..., Any]) -> None:
    page = offline().open("index.html")
    ask(page, "tenants discriminated landlords")
    page.locator(".search-box mark").first.wait_for()
    excerpts = page.locator(".search-box .found-text").all_inner_texts()
    assert all(len(text) < 260 for text in excerpts)
    assert not [text for text in excerpts if "not yet reviewed" in text or "Newest source" in text]


@pytest.mark.parametrize("size", SIZES)
def test_a_practice_says_its_place_and_size(offline: Callable[..., Any], size: str) -> None:
    page = offline(viewport=SIZES[size]).open("index.html")
    ask(page, "ombudsperson disabilities lousa")
    row = page.locator(f"{BOX} .found").filter(has=page.locator(".found-place", has_text="Lousã, Portugal"))
    expect(row.locator(".found-size")).to_have_text("5,000 to 20,000 people")
    expect(row.locator(".found-kind")).to_have_text("City practice")
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size]["width"]


def test_a_search_that_cannot_be_loaded_says_so(online: Callable[..., Any]) -> None:
    page = online().open("practices/")
    page.route("**/search/start.js", lambda route: route.abort())
    page.locator(OPENER).click()
    expect(page.locator(f"{BOX} [role='status']")).to_contain_text("cannot be loaded")


def test_a_shard_that_does_not_come_leaves_the_titles(online: Callable[..., Any]) -> None:
    page = online().open("practices/")
    page.route("**/search/*-*.js*", lambda route: route.abort())
    page.locator(OPENER).click()
    page.keyboard.type("adequate housing")
    expect(page.locator(RESULT).first).to_have_text("Adequate housing")


def test_files_of_another_edition_are_left_aside(online: Callable[..., Any]) -> None:
    page = online().open("practices/")
    page.route(
        "**/search/*-*.js*",
        lambda route: route.fulfill(body='golocalSearch.add("0ld","68-6f",[[["housing"],[0,99]]]);'),
    )
    page.locator(OPENER).click()
    page.keyboard.type("adequate housing")
    expect(page.locator(RESULT).first).to_have_text("Adequate housing")


@pytest.mark.parametrize("size", SIZES)
def test_without_scripts_the_link_leads_to_the_list_of_everything(offline: Callable[..., Any], size: str) -> None:
    page = offline(java_script_enabled=False, viewport=SIZES[size]).open(CHAPTER)
    page.locator(OPENER).click()
    page.wait_for_url("**/find.html")
    practices = page.locator("details").filter(has=page.get_by_text(re.compile(r"^Practices \(\d+\)$")))
    practices.locator("summary").click()
    expect(practices.get_by_role("listitem").first).to_be_visible()
    expect(page.locator(".find-form")).to_be_hidden()


@pytest.mark.parametrize("letter", ["f", "s", "/", "n", "p", ".", ","])
def test_no_single_letter_is_a_shortcut(offline: Callable[..., Any], letter: str) -> None:
    page = offline().open(CHAPTER)
    before = page.url
    page.keyboard.press("Tab")
    page.keyboard.press(letter)
    page.wait_for_timeout(100)
    assert page.url == before
    expect(page.locator(BOX)).to_be_hidden()
