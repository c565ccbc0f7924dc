"""axe-core finds nothing on any kind of page, light and dark, wide and narrow, nor with menu, search or a definition open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from .axe import Audit, audit, prepare

pytestmark = [pytest.mark.site, pytest.mark.browser]
SIZES = {"wide": {"width": 1280, "height": 800}, "narrow": {"width": 360, "height": 740}}
SCHEMES = ("light", "dark")
CHAPTER, PRACTICE = "toolkit/equality-data-collection/practise/", "practices/ghent-rental-tests/"
FAULTS = {
    "image-alt": "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
    "label": "<input type='checkbox'>",
    "color-contrast": "<p style='color: #999; background: #fff'>faint</p>",
    "link-name": "<a href='#x'></a>",
    "heading-order": "<h2>two</h2><h5>five</h5>",
}
OpenPage = Callable[..., Page]


@pytest.fixture
def opened(address_online: str, contexts: Callable[..., BrowserContext]) -> OpenPage:
    """Opens a page of the online site with axe in it."""

    def open_page(path: str, size: str = "wide", scheme: str = "light") -> Page:
        context = prepare(contexts(viewport=SIZES[size], color_scheme=scheme, reduced_motion="reduce", bypass_csp=True))
        page = context.new_page()
        page.goto(address_online + path, wait_until="load")
        return page

    return open_page


@pytest.fixture(scope="module")
def tally() -> Iterator[Counter[str]]:
    """Figures of this module, printed when it is done."""
    counted: Counter[str] = Counter()
    yield counted
    print("\naxe:", ", ".join(f"{name} {number}" for name, number in sorted(counted.items())))


def note(counted: Counter[str], found: Audit) -> None:
    """Add one audit to the figures."""
    counted.update(audits=1, rules_that_held=found.passed, rules_broken=len(found.violations))
    counted.update({f"undecided_{rule}": number for rule, number in found.undecided.items()})


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", ["", CHAPTER, PRACTICE], ids=["home", "chapter", "practice"])
def test_main_pages_have_no_barrier_that_axe_knows(
    opened: OpenPage, tally: Counter[str], path: str, size: str, scheme: str
) -> None:
    found = audit(opened(path, size, scheme))
    note(tally, found)
    assert found.violations == {}
    assert found.passed > 30


def menu(page: Page) -> None:
    page.locator("[data-opens='__drawer']").click()
    page.locator(".md-sidebar--primary [data-closes]").wait_for()


def search(page: Page) -> None:
    page.locator("[data-search]").click()
    page.keyboard.type("equality")
    page.wait_for_selector(".search-box .found-text mark")


def definition(page: Page) -> None:
    page.locator("a.term").first.focus()
    page.locator(".term-tip:visible").first.wait_for()


def contents(page: Page) -> None:
    page.locator("details.contents > summary").click()


STATES = {
    "menu": (menu, ["narrow"]),
    "search": (search, ["wide", "narrow"]),
    "definition": (definition, ["wide", "narrow"]),
    "contents": (contents, ["narrow"]),
}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("state", "size"), [(name, size) for name, (_, sizes) in STATES.items() for size in sizes])
def test_what_opens_has_no_barrier_that_axe_knows(
    opened: OpenPage, tally: Counter[str], state: str, size: str, scheme: str
) -> None:
    page = opened(CHAPTER, size, scheme)
    STATES[state][0](page)
    page.wait_for_timeout(300)
    found = audit(page)
    note(tally, found)
    assert found.violations == {}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", [PRACTICE, "practices/", "find/"], ids=["practice", "practices", "find"])
def test_what_is_folded_has_no_barrier_that_axe_knows(
    opened: OpenPage, tally: Counter[str], path: str, size: str, scheme: str
) -> None:
    """axe takes what is folded for hidden, also where a style sheet shows it."""
    page = opened(path, size, scheme)
    page.locator("article details").evaluate_all("folds => folds.forEach(fold => { fold.open = true; })")
    found = audit(page)
    note(tally, found)
    assert found.violations == {}


@pytest.mark.slow
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
def test_no_kind_of_page_has_a_barrier_that_axe_knows(
    opened: OpenPage, tally: Counter[str], every_kind: list[str], size: str, scheme: str
) -> None:
    page = opened("", size, scheme)
    home, barriers = page.url, {}
    for path in every_kind:
        page.goto(home + path, wait_until="load")
        found = audit(page)
        note(tally, found)
        if found.violations:
            barriers[path] = found.violations
    assert barriers == {}


@pytest.mark.parametrize(("rule", "fault"), FAULTS.items(), ids=FAULTS)
def test_a_barrier_would_be_found(opened: OpenPage, rule: str, fault: str) -> None:
    page: Any = opened(PRACTICE)
    page.locator("article").evaluate("(article, fault) => article.insertAdjacentHTML('beforeend', fault)", fault)
    assert rule in audit(page).violations
