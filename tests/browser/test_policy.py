"""The online site keeps to its own security policy: nothing that a reader does breaks it, and what comes in from outside does not run."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from golocal.content.locations import address
from golocal.rendering.policy import policy

pytestmark = [pytest.mark.site, pytest.mark.browser]

WATCH = """
addEventListener("securitypolicyviolation", event =>
    tellViolation(`${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile}`))
"""
CANARY = f"""<!doctype html><meta charset=utf-8><meta http-equiv="Content-Security-Policy" content="{policy([])}">
<base href="/x/"><p style="color: red" onclick="x">x</p><script>ran = 1</script><style>p {{ color: red }}</style>
<img alt="" src="https://foreign.invalid/x.png"><iframe src="x.html"></iframe>
"""
MENU = "header [data-opens='__drawer']"
PALETTE = "header [data-palette]"
OPENER, RESULTS = "header [data-search]", ".search-box .found-title"


class Watched:
    """A tab that notes every violation of a policy."""

    def __init__(self, visit: Any) -> None:
        self.visit = visit
        self.violations: list[str] = []
        visit.page.expose_function("tellViolation", self._note)
        visit.page.add_init_script(WATCH)

    def _note(self, violation: str) -> None:
        self.violations.append(violation)

    def open(self, path: str) -> Page:
        """Go to a page of the site."""
        page: Page = self.visit.open(path)
        return page

    @property
    def trouble(self) -> list[str]:
        """All that went wrong so far, after the last events have come."""
        self.visit.page.evaluate("new Promise(requestAnimationFrame)")
        return [*self.violations, *self.visit.errors, *self.visit.foreign]


@pytest.fixture
def watched(online: Callable[..., Any]) -> Callable[..., Watched]:
    """Opens a tab on the online site that notes violations."""
    return lambda **options: Watched(online(**options))


@pytest.mark.parametrize(
    "options", [{}, {"color_scheme": "dark", "viewport": {"width": 360, "height": 740}}], ids=["desk", "phone"]
)
def test_every_kind_of_page_keeps_its_policy(
    watched: Callable[..., Watched], samples: list[str], options: dict[str, Any]
) -> None:
    tab = watched(**options)
    for path in [*samples, "404.html"]:
        page = tab.open(path if path == "404.html" else address(f"{path.removesuffix('.html')}.md"))
        expect(page.locator("h1").first).to_be_visible()
        for button in page.locator("article button:visible").all():
            button.click()
    assert tab.trouble == []


def test_the_search_keeps_the_policy(watched: Callable[..., Watched]) -> None:
    tab = watched()
    page = tab.open("")
    page.locator(OPENER).click()
    page.keyboard.type("equality body")
    first = page.locator(RESULTS).first
    expect(first).to_be_visible()
    first.click()
    page.wait_for_url(lambda url: url.partition("?")[0] != tab.visit.home)
    expect(page.locator("h1")).to_be_visible()
    assert tab.trouble == []


def test_colours_and_menu_keep_the_policy(watched: Callable[..., Watched]) -> None:
    tab = watched()
    page = tab.open("")
    before = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator(PALETTE).click()
    assert page.locator("body").get_attribute("data-md-color-scheme") != before
    page.set_viewport_size({"width": 360, "height": 740})
    page.reload()
    assert page.locator("body").get_attribute("data-md-color-scheme") != before
    page.locator(MENU).click()
    assert tab.trouble == []


def test_a_violation_would_be_seen(watched: Callable[..., Watched]) -> None:
    tab = watched()
    tab.visit.page.route("**/canary.html", _answer)
    page = tab.open("canary.html")
    assert page.evaluate("typeof ran") == "undefined"
    seen = {violation.partition(":")[0] for violation in [*tab.violations, *tab.trouble]}
    assert {
        "base-uri",
        "style-src-attr",
        "script-src-attr",
        "script-src-elem",
        "style-src-elem",
        "img-src",
        "frame-src",
    } <= seen
    assert tab.visit.errors


def _answer(route: Route) -> None:
    route.fulfill(content_type="text/html", body=CANARY)
