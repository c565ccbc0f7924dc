"""The crosswalk is filtered by words and by marks; the address keeps what was chosen; without scripts all of it stands there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]
PAGE = "library/crosswalk.html"
SECTIONS = "article h2:visible"


def form(page: Page) -> Any:
    return page.get_by_role("search", name="Filter this page")


def titles(page: Page) -> list[str]:
    return [text.replace("#", "").strip() for text in page.locator(SECTIONS).all_inner_texts()]


def test_words_leave_the_rights_and_lines_that_hold_them(offline: Callable[..., Any]) -> None:
    page = offline().open(PAGE)
    everything = titles(page)
    form(page).get_by_label("Words").fill("adequate HOUSING")
    expect(page.locator(".filter-status")).to_contain_text("of")
    assert "Adequate housing" in titles(page)
    assert 0 < len(titles(page)) < len(everything)
    form(page).get_by_label("Words").fill("no such word anywhere")
    expect(page.locator(SECTIONS)).to_have_count(0)
    expect(page.locator(".filter-status")).to_contain_text("0 of")
    form(page).get_by_role("button", name="Show all").click()
    expect(page.locator(SECTIONS)).to_have_count(len(everything))
    assert titles(page) == everything


def test_letters_with_signs_are_found_without_them(offline: Callable[..., Any]) -> None:
    page = offline().open(PAGE)
    form(page).get_by_label("Words").fill("bogota")
    expect(page.locator("details.crossings li:visible").first).to_contain_text("Bogotá")


def test_a_size_narrows_practices_and_leaves_standards(offline: Callable[..., Any]) -> None:
    page = offline().open(PAGE)
    standards = page.locator("details.crossings li:has(.facet-standards)")
    before = standards.count()
    choice = form(page).get_by_label("Size of the place")
    sizes = choice.locator("option").evaluate_all("options => options.map(option => option.value)")
    assert sizes[:2] == ["", "Under 5,000"]
    choice.select_option("Under 5,000")
    found = page.locator("details.crossings li:not([hidden]) .facet-size")
    assert found.count()
    assert set(found.all_text_contents()) == {"Under 5,000"}
    assert page.locator("details.crossings li:not([hidden]):has(.facet-standards)").count() == before
    first = page.locator("details.crossings[open]:visible > summary").first
    expect(first).to_contain_text(" of ")


def test_a_target_leaves_the_rights_that_it_is_close_to(offline: Callable[..., Any]) -> None:
    page = offline().open(PAGE)
    form(page).get_by_label("Target of the 2030 Agenda").select_option("11.1")
    shown = page.locator("article p:visible:has(.facet-target)")
    assert shown.count() == len(titles(page)) > 0
    assert all("11.1" in text for text in shown.all_inner_texts())


@pytest.mark.parametrize("copy", ["offline", "online"])
def test_the_address_keeps_what_was_chosen(request: pytest.FixtureRequest, copy: str) -> None:
    path = PAGE if copy == "offline" else "library/crosswalk/"
    page = request.getfixturevalue(copy)().open(path)
    form(page).get_by_label("Practices from").select_option("Africa")
    form(page).get_by_label("Words").fill("health")
    expect(page).to_have_url(re.compile(r"\?.*health"))
    shown = titles(page)
    page.reload()
    assert form(page).get_by_label("Practices from").input_value() == "Africa"
    assert form(page).get_by_label("Words").input_value() == "health"
    assert titles(page) == shown
    form(page).get_by_role("button", name="Show all").click()
    expect(page).not_to_have_url(re.compile(r"\?"))


def test_an_address_with_a_value_that_is_not_there_shows_everything(offline: Callable[..., Any]) -> None:
    page = offline().open(PAGE)
    everything = len(titles(page))
    page.goto(page.url + "?region=Atlantis")
    expect(page.locator(SECTIONS)).to_have_count(everything)


def test_the_filter_works_by_keyboard(offline: Callable[..., Any]) -> None:
    page = offline().open(PAGE)
    everything = len(titles(page))
    form(page).get_by_label("Words").focus()
    page.keyboard.type("housing")
    page.keyboard.press("Enter")
    assert 0 < len(titles(page)) < everything
    for _ in range(6):
        page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Show all"
    page.keyboard.press("Enter")
    expect(page.locator(SECTIONS)).to_have_count(everything)


def test_without_scripts_there_is_no_form_and_all_can_be_read(offline: Callable[..., Any]) -> None:
    page = offline(java_script_enabled=False).open(PAGE)
    expect(page.locator("form.filter")).to_have_count(0)
    first = page.locator("details.crossings").first
    first.locator("summary").click()
    expect(first.locator("li").first).to_be_visible()
    expect(page.get_by_role("link", name="crosswalk.csv")).to_be_visible()


def test_other_pages_have_no_filter(offline: Callable[..., Any]) -> None:
    page = offline().open("library/rights/index.html")
    expect(page.locator("form.filter")).to_have_count(0)


PRACTICES = "practices/index.html"
SMALL = "library/sizes/small-town.html"
LINES = "article li:visible:has(.facet-size)"


def number_in(option: str) -> int:
    found = re.search(r"\((\d+)\)$", option)
    assert found
    return int(found[1])


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_size_and_theme_leave_practices_that_have_both(offline: Callable[..., Any], width: int) -> None:
    page = offline(viewport={"width": width, "height": 740}).open(PRACTICES)
    form(page).get_by_label("Size of the place").select_option("5,000 to 20,000")
    option = form(page).get_by_label("Theme").locator("option[value='Budgeting']").inner_text()
    form(page).get_by_label("Theme").select_option("Budgeting")
    expect(page.locator(LINES)).to_have_count(number_in(option))
    assert set(page.locator(f"{LINES} .facet-size").all_inner_texts()) == {"5,000 to 20,000"}
    assert all("Budgeting" in line for line in page.locator(LINES).all_inner_texts())
    assert page.locator(SECTIONS).count() < page.locator("article h2").count()
    expect(page.locator(".filter-status")).to_have_text(re.compile(rf"^{number_in(option)} of \d+ entries"))
    form(page).get_by_role("button", name="Show all").click()
    expect(page.locator(SECTIONS)).to_have_count(page.locator("article h2").count())


def test_a_practice_of_my_size_on_my_theme_is_three_taps_away(offline: Callable[..., Any]) -> None:
    page = offline(viewport={"width": 360, "height": 740}).open("index.html")
    page.get_by_role("link", name="Places under 50,000 people").click()
    form(page).get_by_label("Theme").select_option("Housing")
    first = page.locator(LINES).first
    box = first.bounding_box()
    assert box is not None
    assert box["y"] < 2 * 740
    first.get_by_role("link").click()
    expect(page.locator("details.panel > summary")).to_contain_text(re.compile(r"Under 5,000|to 20,000|to 50,000"))


@pytest.mark.parametrize("path", [PRACTICES, SMALL])
def test_long_lists_fold_on_a_telephone_alone(offline: Callable[..., Any], path: str) -> None:
    narrow = offline(viewport={"width": 360, "height": 740}, java_script_enabled=False).open(path)
    expect(narrow.locator(LINES)).to_have_count(0)
    narrow.locator("details.roomy > summary").first.click()
    expect(narrow.locator(LINES).first).to_be_visible()
    wide = offline(java_script_enabled=False).open(path)
    expect(wide.locator(LINES)).to_have_count(wide.locator("article li:has(.facet-size)").count())
    expect(wide.locator("details.roomy > summary:visible")).to_have_count(0)


def test_a_topic_of_few_practices_has_no_filter(offline: Callable[..., Any]) -> None:
    page = offline().open("library/regions/mena.html")
    assert 0 < page.locator(LINES).count() <= 8
    expect(page.locator("form.filter")).to_have_count(0)
