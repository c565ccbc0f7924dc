"""Copy buttons: by keyboard, from a server and from a disk, and not there without scripts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import rispy
from playwright.sync_api import Page, expect
from pybtex.database import parse_string

pytestmark = [pytest.mark.site, pytest.mark.browser]
PRACTICE = "practices/niseko-basic-ordinance"
TASK = "tasks/the-budget-is-due-in-eight-weeks.html"


@pytest.fixture(params=["online", "offline"])
def opened(request: pytest.FixtureRequest) -> Page:
    """A practice, from a server that may use the clipboard, and from a disk."""
    visit = request.getfixturevalue(request.param)
    allowed = {"permissions": ["clipboard-read", "clipboard-write"]} if request.param == "online" else {}
    page: Page = visit(**allowed).open(f"{PRACTICE}/" if request.param == "online" else f"{PRACTICE}.html")
    return page


def pasted(page: Page) -> str:
    """What the clipboard holds, by pasting it into a field of its own."""
    page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), { id: 'pasted' }))")
    page.locator("#pasted").focus()
    page.keyboard.press("Control+V")
    return page.locator("#pasted").input_value()


def test_bibtex_is_copied_with_the_keyboard_and_said(opened: Page) -> None:
    summary = opened.locator("details.export summary", has_text="BibTeX")
    summary.focus()
    opened.keyboard.press("Enter")
    opened.keyboard.press("Tab")
    button = opened.get_by_role("button", name="Copy BibTeX")
    while not button.evaluate("element => element === document.activeElement"):
        opened.keyboard.press("Tab")
        assert opened.evaluate("document.activeElement !== document.body"), "the button cannot be reached"
    opened.keyboard.press("Enter")
    expect(opened.locator("[role=status].copy-status")).to_have_text("Copied")
    assert len(parse_string(pasted(opened), "bibtex").entries) == 1


def test_ris_is_copied_line_by_line(opened: Page) -> None:
    opened.locator("details.export summary", has_text="RIS").click()
    opened.get_by_role("button", name="Copy RIS").click()
    expect(opened.locator("[role=status].copy-status")).to_have_text("Copied")
    (record,) = rispy.loads(pasted(opened))
    assert record["authors"] == ["Go Local: human rights in local government"]


def test_the_button_says_its_name_again_after_a_while(offline: Callable[..., Any]) -> None:
    page = offline().open(f"{PRACTICE}.html")
    page.clock.install()
    page.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_focused()
    page.clock.fast_forward(5000)
    expect(page.get_by_role("button", name="Copy citation")).to_be_visible()
    expect(page.locator(".copy-status")).to_have_text("")


def test_where_nothing_can_be_copied_the_text_is_marked(offline: Callable[..., Any]) -> None:
    page = offline().open(f"{PRACTICE}.html")
    page.evaluate(
        "() => { document.execCommand = () => false;"
        " Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }) }"
    )
    page.get_by_role("button", name="Copy citation").click()
    expect(page.locator(".copy-status")).to_contain_text("The text is marked")
    assert page.evaluate("getSelection().toString()").startswith("Go Local: human rights in local government. ")


def test_words_to_use_can_be_copied(offline: Callable[..., Any]) -> None:
    page = offline().open(TASK)
    page.get_by_role("button", name="Copy text").click()
    expect(page.locator(".copy-status")).to_have_text("Copied")
    assert pasted(page).startswith("Effect on rights.")


def test_without_scripts_folds_open_and_there_are_no_buttons(offline: Callable[..., Any]) -> None:
    page = offline(java_script_enabled=False).open(f"{PRACTICE}.html")
    expect(page.locator("button.copy")).to_have_count(0)
    page.locator("details.export summary", has_text="BibTeX").click()
    expect(page.locator("details.export code").first).to_be_visible()


def test_citations_fit_a_narrow_screen(offline: Callable[..., Any]) -> None:
    page = offline(viewport={"width": 320, "height": 640}).open("library/standards/icescr.html")
    for summary in page.locator("details.fold summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(
        "[...document.querySelectorAll('details.export code')].every(code => code.scrollWidth <= code.clientWidth + 1)"
    )
