"""Questions to test oneself: a form for each where scripts run, folded answers where none does; nothing is kept or sent."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .axe import audit, prepare

pytestmark = [pytest.mark.site, pytest.mark.browser]
PAGE = "learn/self-check/participation.html"
ANSWERS = "article details.answer"


def forms(page: Page) -> Locator:
    return page.locator("article form.question")


def right_letters(visit: Any) -> list[str]:
    """The right answers as the page has them without scripts."""
    page = visit.open(PAGE)
    return [text.strip(". ") for text in page.locator(f"{ANSWERS} p > strong:first-child").all_text_contents()]


@pytest.fixture
def right(offline: Callable[..., Any]) -> list[str]:
    letters = right_letters(offline(java_script_enabled=False))
    assert len(letters) > 5
    assert set(letters) <= set("abcd")
    return letters


def choose(form: Locator, letter: str) -> None:
    form.locator(f"input[value={letter}]").check()
    form.get_by_role("button", name="Check").click()


def other(letter: str) -> str:
    return "b" if letter == "a" else "a"


def test_each_question_is_a_group_named_by_its_heading(offline: Callable[..., Any], right: list[str]) -> None:
    page = offline().open(PAGE)
    expect(forms(page)).to_have_count(len(right))
    expect(page.locator(ANSWERS)).to_have_count(0)
    question = page.locator("article h2").first.inner_text().replace("#", "").strip()
    group = page.get_by_role("group", name=question)
    expect(group.get_by_role("radio")).to_have_count(4)
    expect(page.get_by_role("heading", level=2, name=question)).to_be_visible()


def test_the_answer_says_right_or_wrong_with_reason_and_source(offline: Callable[..., Any], right: list[str]) -> None:
    page = offline().open(PAGE)
    first, second = forms(page).nth(0), forms(page).nth(1)
    expect(first.get_by_role("status")).to_be_empty()
    choose(first, right[0])
    expect(first.get_by_role("status")).to_contain_text("Right.")
    choose(second, other(right[1]))
    expect(second.get_by_role("status")).to_contain_text(f"The right answer is {right[1]}.")
    expect(second.locator(".option--right")).to_contain_text("right answer")
    expect(second.locator(".option--wrong")).to_contain_text("your answer")
    for form in (first, second):
        source = form.get_by_role("status").get_by_role("link").last
        target = source.get_attribute("href")
        assert target is not None
        assert target.startswith("#ref-")
        expect(page.locator(f"[id='{target[1:]}']")).to_have_count(1)


def test_without_a_choice_nothing_is_told(offline: Callable[..., Any]) -> None:
    page = offline().open(PAGE)
    form = forms(page).first
    form.get_by_role("button", name="Check").click()
    expect(form.get_by_role("status")).to_have_text("Choose an answer first.")
    expect(page.locator(".score")).to_be_hidden()


def test_the_first_answer_counts_and_the_last_one_tells_the_result(
    offline: Callable[..., Any], right: list[str]
) -> None:
    page = offline().open(PAGE)
    choose(forms(page).first, other(right[0]))
    choose(forms(page).first, right[0])
    left = len(right) - 1
    expect(page.locator(".score")).to_contain_text(f"0 of 1 right at the first try; {left} not answered yet.")
    for place, letter in list(enumerate(right))[1:]:
        choose(forms(page).nth(place), letter)
    result = f"{left} of {len(right)} right at the first try."
    expect(page.locator(".score")).to_contain_text(result)
    expect(forms(page).last.get_by_role("status")).to_contain_text(f"All questions answered: {result}")


def test_one_can_start_again(offline: Callable[..., Any], right: list[str]) -> None:
    page = offline().open(PAGE)
    choose(forms(page).first, right[0])
    page.get_by_role("button", name="Start again").click()
    expect(forms(page).first.get_by_role("status")).to_be_empty()
    expect(page.locator("article input:checked")).to_have_count(0)
    expect(page.locator(".option--right")).to_have_count(0)
    expect(page.locator(".score")).to_be_hidden()
    expect(forms(page).first.get_by_role("radio").first).to_be_focused()


def test_keys_are_enough(offline: Callable[..., Any], right: list[str]) -> None:
    page = offline().open(PAGE)
    form = forms(page).first
    form.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    for _ in range("abcd".index(right[0])):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(form.get_by_role("status")).to_contain_text("Right.")
    page.keyboard.press("Tab")
    expect(form.get_by_role("button", name="Check")).to_be_focused()


def test_nothing_is_kept_or_sent(online: Callable[..., Any]) -> None:
    visit = online()
    page = visit.open("learn/self-check/participation/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    address = page.url
    choose(forms(page).first, "a")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert page.url == address
    assert [url for url in asked if not url.endswith("/favicon.svg")] == []
    page.reload()
    expect(page.locator("article input:checked")).to_have_count(0)
    expect(forms(page).first.get_by_role("status")).to_be_empty()
    assert visit.errors == []


def test_a_link_to_a_question_leads_to_it(offline: Callable[..., Any]) -> None:
    page = offline().open(f"{PAGE}#participation-05")
    heading = page.locator("#participation-05")
    expect(heading).to_be_in_viewport()
    assert heading.evaluate("(element) => Boolean(element.closest('legend'))")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_wide_or_narrow_screen_shows_it_whole(offline: Callable[..., Any], right: list[str], width: int) -> None:
    page = offline(viewport={"width": width, "height": 800}).open(PAGE)
    choose(forms(page).first, other(right[0]))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for box in page.locator("article .option").all()[:4]:
        place = box.bounding_box()
        assert place is not None
        assert place["height"] >= 24


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_answered_questions(
    address_online: str, contexts: Callable[..., BrowserContext], right: list[str], width: int, scheme: str
) -> None:
    options = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme, "bypass_csp": True}
    page = prepare(contexts(**options)).new_page()
    page.goto(f"{address_online}learn/self-check/participation/", wait_until="load")
    for place, letter in enumerate(right):
        choose(forms(page).nth(place), letter if place % 2 else other(letter))
    expect(page.locator(".score")).to_be_visible()
    assert audit(page).violations == {}


def test_without_scripts_the_answers_are_folded(offline: Callable[..., Any], right: list[str]) -> None:
    page = offline(java_script_enabled=False).open(PAGE)
    expect(forms(page)).to_have_count(0)
    first = page.locator(ANSWERS).first
    expect(first.locator("p")).to_be_hidden()
    first.locator("summary").click()
    expect(first.locator("p")).to_contain_text(re.compile(rf"^{right[0]}\. "))
    expect(page.locator(".score")).to_have_count(0)


def test_other_pages_have_no_forms(offline: Callable[..., Any]) -> None:
    page = offline().open("learn/self-check/index.html")
    expect(forms(page)).to_have_count(0)
    expect(page.locator(".score")).to_have_count(0)
    expect(page.get_by_role("link", name="Participation and accountability").first).to_be_visible()
