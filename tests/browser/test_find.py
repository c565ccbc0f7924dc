"""The page Find: questions and filters, kept in the address, announced, by keyboard, from a disk, without scripts, on small screens."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from golocal.content.catalogue import Catalogue

from .axe import audit, prepare

pytestmark = [pytest.mark.site, pytest.mark.browser]
STATUS, RESULT, EVERYTHING = ".find [role='status']", ".find .found-title", ".find-everything"
NARROW = {"width": 320, "height": 640}


def opened(visit: Any, query: str = "") -> Page:
    """The page with its filters built."""
    page: Page = visit.open(f"find.html{query}")
    page.locator(".find-filters summary").first.wait_for(state="attached")
    return page


def choose(page: Page, filter: str, value: str) -> None:
    """Open a filter and take a value."""
    box = page.locator(".find-filters > details").filter(has=page.get_by_text(filter, exact=True))
    for fold in (page.locator(".find-choice"), box):
        if fold.get_attribute("open") is None:
            fold.locator("> summary").click()
    box.locator(f"input[value='{value}']").check()


def number(page: Page) -> int:
    """Number of results that are announced."""
    expect(page.locator(STATUS)).to_have_text(re.compile(r"\d+ results?$"))
    return int(page.locator(STATUS).inner_text().split()[0])


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_a_question_in_the_address_is_asked(offline: Callable[..., Any]) -> None:
    visit = offline(offline=True)
    page = opened(visit, "?q=housing&kind=Practices")
    expect(page.locator(".find input[type='search']")).to_have_value("housing")
    kinds = page.locator(".found-kind")
    kinds.first.wait_for()
    assert set(kinds.all_inner_texts()) == {"City practice"}
    expect(page.locator(EVERYTHING)).to_be_hidden()
    assert number(page) >= kinds.count()
    assert visit.errors == []


def test_counts_follow_the_question_and_tell_what_comes(offline: Callable[..., Any]) -> None:
    page = opened(offline(), "?q=participation")
    before = number(page)
    box = page.locator(".find-filters > details").first
    box.locator("summary").click()
    counts = {
        str(row.locator("input").get_attribute("value")): int(row.locator(".find-count").inner_text())
        for row in box.locator("li:not([hidden])").all()
    }
    assert sum(counts.values()) == before
    choose(page, "Kind", "Practices")
    assert counts["Practices"] < before
    expect(page.locator(STATUS)).to_have_text(f"{counts['Practices']} results")


def test_values_of_one_filter_add_up_and_filters_narrow(offline: Callable[..., Any]) -> None:
    page = opened(offline())
    choose(page, "Kind", "Practices")
    practices = number(page)
    choose(page, "Kind", "Rights")
    expect(page.locator(STATUS)).not_to_have_text(f"{practices} results")
    both = number(page)
    choose(page, "Region", "Europe")
    expect(page.locator(STATUS)).not_to_have_text(f"{both} results")
    assert 0 < number(page) < practices < both


def test_the_address_holds_question_and_filters_and_back_works(offline: Callable[..., Any]) -> None:
    visit = offline()
    page = opened(visit)
    page.locator(".find input[type='search']").fill("participation")
    page.locator(".find input[type='search']").press("Enter")
    expect(page.locator(RESULT).first).to_be_visible()
    assert asked(page) == {"q": ["participation"]}
    choose(page, "Kind", "Practices")
    assert asked(page) == {"q": ["participation"], "kind": ["Practices"]}
    fewer = number(page)
    page.go_back()
    expect(page.locator(STATUS)).not_to_have_text(f"{fewer} results")
    assert asked(page) == {"q": ["participation"]}
    expect(page.locator("input[name='kind'][value='Practices']")).not_to_be_checked()
    page.go_forward()
    expect(page.locator(STATUS)).to_have_text(f"{fewer} results")
    page.reload()
    expect(page.locator(STATUS)).to_have_text(f"{fewer} results")
    assert visit.errors == []


def test_all_filters_can_be_taken_away(offline: Callable[..., Any]) -> None:
    page = opened(offline(), "?kind=Practices&region=Europe")
    page.locator(RESULT).first.wait_for()
    expect(page.locator(".find-choice > summary")).to_contain_text("2 chosen")
    page.get_by_role("button", name="Take all filters away").click()
    expect(page.locator(EVERYTHING)).to_be_visible()
    assert asked(page) == {}
    expect(page.locator(".find input[type='search']")).to_be_focused()


def test_practices_say_their_place_and_size_and_other_pages_none(offline: Callable[..., Any]) -> None:
    page = opened(offline(), "?kind=Practices&population=5%2C000+to+20%2C000")
    page.locator(RESULT).first.wait_for()
    rows, sizes = page.locator(".find .found"), page.locator(".find .found-size")
    assert rows.count() == sizes.count() == page.locator(".find .found-place").count() > 0
    assert set(sizes.all_inner_texts()) == {"5,000 to 20,000 people"}
    page = opened(offline(), "?kind=Rights")
    page.locator(RESULT).first.wait_for()
    expect(page.locator(".find .found-size")).to_have_count(0)


def test_more_results_come_on_demand_and_the_focus_goes_to_the_first_of_them(offline: Callable[..., Any]) -> None:
    page = opened(offline(), "?q=rights")
    page.locator(RESULT).first.wait_for()
    expect(page.locator(RESULT)).to_have_count(20)
    page.get_by_role("button", name="Show more").click()
    assert page.locator(RESULT).count() > 20
    expect(page.locator(RESULT).nth(20)).to_be_focused()


def test_nothing_found_says_what_to_do(offline: Callable[..., Any]) -> None:
    page = opened(offline(), "?q=zzqxv")
    expect(page.locator(STATUS)).to_contain_text("Nothing found. Try")
    assert page.locator(RESULT).count() == 0


def test_values_that_do_not_exist_are_left_aside(offline: Callable[..., Any]) -> None:
    page = opened(offline(), "?kind=%3Cb%3E&colour=red&q=water")
    page.locator(RESULT).first.wait_for()
    expect(page.locator(".find-reset")).to_be_hidden()


def test_it_is_used_by_keyboard(offline: Callable[..., Any]) -> None:
    page = opened(offline(viewport=NARROW))
    page.locator(".find-choice > summary").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert len(asked(page)["kind"]) == 1
    expect(page.locator(RESULT).first).to_be_visible()


def test_without_scripts_everything_is_listed_by_kind(
    offline: Callable[..., Any], catalogue: Catalogue, site_offline: Path
) -> None:
    page = offline(java_script_enabled=False).open("find.html")
    expect(page.locator(".find-form")).to_be_hidden()
    targets = page.locator(f"{EVERYTHING} a:not(.headerlink)").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )
    practices = {f"practices/{entry.key.id}.html" for entry in catalogue.of_kind("practice") if entry.status != "draft"}
    assert practices <= set(targets)
    assert {f"library/terms.html#{entry.key.id}" for entry in catalogue.of_kind("term")} <= set(targets)
    assert "library/sources/index.html" in targets
    assert all((site_offline / target.partition("#")[0]).is_file() for target in targets)


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_small_screen_filters_fold_and_nothing_hangs_over(offline: Callable[..., Any], width: int) -> None:
    page = opened(offline(viewport={"width": width, "height": 640}), "?q=participation")
    page.locator(".find mark").first.wait_for()
    assert page.locator(".find-choice").get_attribute("open") is None
    page.locator(".find-choice > summary").click()
    page.locator(".find-filters summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator(".find-filters label").first.bounding_box()
    assert box is not None
    assert box["height"] >= 24


def test_on_a_wide_screen_filters_stand_open_beside_the_results(offline: Callable[..., Any]) -> None:
    page = opened(offline(), "?q=participation")
    choice, results = page.locator(".find-choice"), page.locator(".find-results")
    expect(choice).to_have_attribute("open", "")
    one, other = choice.bounding_box(), results.bounding_box()
    assert one and other
    assert one["x"] + one["width"] <= other["x"]


NOTHING = "?q=zzqxv"
"""A word that no page holds."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("query", ["", "?q=housing&kind=Practices", NOTHING])
def test_axe_finds_no_barrier(
    contexts: Callable[..., Any], site_offline: Path, query: str, width: int, scheme: str
) -> None:
    context = prepare(
        contexts(
            viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
        )
    )
    page = context.new_page()
    page.goto(f"{(site_offline / 'find.html').as_uri()}{query}")
    page.locator(".find-filters summary").first.wait_for(state="attached")
    if width < 400:
        page.locator(".find-choice > summary").click()
    if query != NOTHING:
        page.locator(".find-filters summary").nth(1).click()
    else:
        expect(page.locator(".find-filters summary").nth(1)).to_be_hidden()
    page.wait_for_timeout(300)
    found = audit(page)
    assert found.violations == {}


QUESTIONS = {
    "What does the city owe me if I lose my home?": "rights/adequate-housing/",
    "Housing discrimination": "tasks/who-is-discriminated-on-our-housing-market/",
}


@pytest.mark.parametrize(("question", "expected"), QUESTIONS.items(), ids=QUESTIONS)
def test_the_home_page_finds_what_a_question_is_about(online: Callable[..., Any], question: str, expected: str) -> None:
    page = online().open("")
    page.locator("#home-query").fill(question)
    page.locator("#home-query").press("Enter")
    page.wait_for_url("**/find/?q=*")
    page.locator(RESULT).first.wait_for()
    links = [str(link.get_attribute("href")) for link in page.locator(RESULT).all()[:5]]
    assert any(expected in link for link in links)
