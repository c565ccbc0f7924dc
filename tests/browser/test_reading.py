"""Reading with a keyboard, on a small screen, in the dark, and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]
NARROW = {"width": 320, "height": 640}
SIZES = {"desktop": {"width": 1280, "height": 800}, "narrow": NARROW}
TEXTS = "article h1, article p, article li, article a, article .trust, article th, article td, footer a, .md-nav__link"
COLOURS = """elements => {
  const found = new Map();
  for (const element of elements.filter(element => element.checkVisibility() && element.textContent.trim())) {
    const pair = [getComputedStyle(element).color, []];
    for (let behind = element; behind; behind = behind.parentElement) {
      const layer = getComputedStyle(behind).backgroundColor;
      if (layer !== "rgba(0, 0, 0, 0)") pair[1].push(layer);
    }
    found.set(JSON.stringify(pair), [...pair, element.outerHTML.slice(0, 80)]);
  }
  return [...found.values()];
}"""
HIDDEN = """elements => elements.filter(element => !element.checkVisibility()).map(element => element.outerHTML.slice(0, 80))"""
TOO_WIDE = """() => [...document.querySelectorAll("article *")].filter(element => {
  const box = element.getBoundingClientRect();
  return element.checkVisibility() && box.width > 0 && box.right > innerWidth + 1 && !element.closest(
    "svg, pre, table, .md-typeset__scrollwrap, .md-typeset__table");
}).map(element => element.outerHTML.slice(0, 80))"""


@pytest.fixture
def with_terms(site_offline: Path) -> str:
    """A page with glossary terms."""
    pages = sorted((site_offline / "practices").glob("*.html"))
    return next(f"practices/{page.name}" for page in pages if 'role="tooltip"' in page.read_text(encoding="utf-8"))


def test_definition_of_a_term_shows_on_focus_and_closes_on_escape(offline: Callable[..., Any], with_terms: str) -> None:
    page = offline().open(with_terms)
    term = page.locator("a.term").first
    tip = page.locator(f"#{term.get_attribute('aria-describedby')}")
    expect(tip).to_be_hidden()
    term.focus()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    assert term.evaluate("element => element === document.activeElement")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(tip).to_be_visible()


def test_definition_of_a_term_shows_under_the_pointer_and_stays_there(
    offline: Callable[..., Any], with_terms: str
) -> None:
    page = offline().open(with_terms)
    term = page.locator("a.term").first
    tip = page.locator(f"#{term.get_attribute('aria-describedby')}")
    term.hover()
    expect(tip).to_be_visible()
    tip.hover()
    expect(tip).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()


def test_a_page_fits_a_narrow_screen(offline: Callable[..., Any], samples: list[str]) -> None:
    visit = offline(viewport=NARROW)
    wide = {}
    for path in samples:
        page = visit.open(path)
        width = page.evaluate("document.documentElement.scrollWidth")
        beyond = page.evaluate(TOO_WIDE)
        if width > NARROW["width"] or beyond:
            wide[path] = (width, beyond)
    assert wide == {}


WIDE = {
    "table": ("<table><tr>" + "<td>column</td>" * 30 + "</tr></table>", True),
    "code": ("<pre><code>" + "x" * 300 + "</code></pre>", True),
    "word": ("<p>" + "x" * 300 + "</p>", True),
    "line that may not break": ("<p style='white-space: nowrap'>" + "word " * 60 + "</p>", False),
}


@pytest.mark.parametrize(("added", "fits"), WIDE.values(), ids=WIDE)
def test_what_is_too_wide_scrolls_in_a_box_of_its_own(offline: Callable[..., Any], added: str, fits: bool) -> None:
    page = offline(viewport=NARROW).open("about/index.html")
    page.locator("article").evaluate("(article, added) => article.insertAdjacentHTML('beforeend', added)", added)
    assert (page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]) == fits


@pytest.mark.parametrize("size", SIZES)
def test_the_first_tab_stop_skips_to_the_text(offline: Callable[..., Any], size: str, with_terms: str) -> None:
    page = offline(viewport=SIZES[size]).open(with_terms)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_be_visible()
    target = str(skip.get_attribute("href"))
    assert target.startswith("#")
    page.keyboard.press("Enter")
    expect(page.locator(target)).to_be_in_viewport()
    assert page.url.endswith(target)
    page.keyboard.press("Tab")
    assert page.locator(":focus").evaluate("(element, target) => element.closest(target) !== null", target)


@pytest.mark.parametrize(("scheme", "palette"), [("light", "default"), ("dark", "slate")])
def test_text_can_be_read_in_both_palettes(
    offline: Callable[..., Any], samples: list[str], scheme: str, palette: str
) -> None:
    visit = offline(color_scheme=scheme)
    faint: dict[tuple[str, str], float] = {}
    for path in samples:
        page = visit.open(path)
        assert page.locator("body").get_attribute("data-md-color-scheme") == palette
        pairs = page.locator(TEXTS).evaluate_all(COLOURS)
        assert pairs
        found = {(path, text): contrast(ink, layers) for ink, layers, text in pairs}
        faint |= {place: ratio for place, ratio in found.items() if ratio < 4.5}
    assert faint == {}


def contrast(ink: str, layers: list[str]) -> float:
    """Contrast as WCAG 2 computes it, of an ink on layers of paper, the uppermost first; translucent ones are mixed."""
    paper = [255.0, 255.0, 255.0]
    for layer in reversed(layers):
        paper = laid_over(layer, paper)
    lighter, darker = sorted((luminance(laid_over(ink, paper)), luminance(paper)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def laid_over(colour: str, paper: list[float]) -> list[float]:
    *front, alpha = [*map(float, re.findall(r"[\d.]+", colour)), 1.0][:4]
    return [alpha * above + (1 - alpha) * below for above, below in zip(front, paper, strict=True)]


def luminance(colour: list[float]) -> float:
    parts = [value / 255 for value in colour]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast_is_computed_as_in_the_standard() -> None:
    white, clear = "rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"
    assert contrast("rgb(0, 0, 0)", [clear, white]) == pytest.approx(21)
    assert contrast("rgb(119, 119, 119)", [white, "rgb(0, 0, 0)"]) == pytest.approx(4.48, abs=0.01)
    assert contrast(clear, [white]) == pytest.approx(1)
    assert contrast("rgb(0, 0, 0)", ["rgba(0, 0, 0, 0.5)", white]) == pytest.approx(5.28, abs=0.01)


def test_pages_can_be_read_without_scripts(offline: Callable[..., Any], samples: list[str]) -> None:
    visit = offline(java_script_enabled=False, viewport=NARROW)
    for path in samples:
        page = visit.open(path)
        expect(page.locator("h1")).to_be_visible()
        parts = page.locator(
            "article :is(p, h2, ul):not([role='tooltip'] *, [role='status']):not(details > *, details > * *)"
        )
        assert parts.count()
        assert parts.evaluate_all(HIDDEN) == []


@pytest.mark.parametrize("size", SIZES)
def test_the_menu_can_be_used_without_scripts(offline: Callable[..., Any], size: str) -> None:
    page: Page = offline(java_script_enabled=False, viewport=SIZES[size]).open("index.html")
    if size == "narrow":
        page.locator("label.md-header__button[for='__drawer']").click()
    menu = page.get_by_role("navigation", name="Menu" if size == "narrow" else "Sections")
    menu.get_by_role("link", name="Practices", exact=True).click()
    expect(page.locator("h1")).to_be_visible()
    assert "/practices/" in page.url
