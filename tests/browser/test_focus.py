"""Whoever uses keys reaches every control, in the order of the text, and always sees where the focus is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.site, pytest.mark.browser]
SIZES = {"wide": {"width": 1280, "height": 800}, "narrow": {"width": 360, "height": 740}}
PAGES = {
    "home": "index.html",
    "chapter": "toolkit/equality-data-collection/practise.html",
    "sheet": "toolkit/equality-data-collection/worksheets/legal-questions.html",
    "practice": "practices/ghent-rental-tests.html",
    "terms": "library/terms.html",
}
CONTROLS = """() => {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const open = all.filter(element => element.checkVisibility({visibilityProperty: true}) && !element.disabled && element.tabIndex >= 0);
  open.forEach((element, place) => element.setAttribute("data-place", place));
  return open.length;
}"""
FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  /* A mark beside a heading has no width of its own; a link over two lines counts if one of them is seen. */
  const isHit = box => {
    const x = box.width < 4 ? box.x + 10 : (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    return [0.2, 0.5, 0.8].some(part => element.contains(document.elementFromPoint(x, top + part * (bottom - top))));
  };
  return {
    place: Number(element.dataset.place ?? -1),
    what: element.outerHTML.slice(0, 90),
    isSeen: [...element.getClientRects()].some(isHit),
    hasRing: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""


def walk(page: Page, key: str, most: int) -> list[dict[str, Any]]:
    """What the focus meets when a key is pressed until it leaves the page."""
    met: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press(key)
        found = page.evaluate(FOCUS)
        if found is None or (met and found["place"] == met[0]["place"]):
            break
        met.append(found)
    return met


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_every_control_is_reached_in_order_and_seen(offline: Callable[..., Any], path: str, size: str) -> None:
    page = offline(viewport=SIZES[size], reduced_motion="reduce").open(path)
    page.wait_for_timeout(200)
    number = page.evaluate(CONTROLS)
    met = walk(page, "Tab", number + 5)
    assert [row["place"] for row in met] == list(range(number))
    assert [row["what"] for row in met if not row["isSeen"]] == []
    assert [row["what"] for row in met if not row["hasRing"]] == []


@pytest.mark.parametrize("size", SIZES)
def test_going_backwards_nothing_hides_under_the_header(offline: Callable[..., Any], size: str) -> None:
    page = offline(viewport=SIZES[size], reduced_motion="reduce").open(PAGES["chapter"])
    page.wait_for_timeout(200)
    number = page.evaluate(CONTROLS)
    met = walk(page, "Shift+Tab", number + 5)
    assert len(met) >= number
    assert [row["what"] for row in met if not row["isSeen"]] == []


def test_a_jump_within_the_page_ends_below_the_header(offline: Callable[..., Any]) -> None:
    page = offline().open(PAGES["chapter"])
    link = page.locator(".md-sidebar--secondary a").last
    link.press("Enter")
    target = page.locator(f"[id='{str(link.get_attribute('href')).removeprefix('#')}']")
    page.wait_for_function("scrollY > 0")
    header = page.locator("header.md-header").bounding_box()
    heading = target.bounding_box()
    assert header and heading
    assert header["y"] + header["height"] <= heading["y"] < 400


@pytest.mark.parametrize(
    ("fault", "row"), [("outline: none !important", "hasRing"), ("z-index: -1; position: relative", "isSeen")]
)
def test_a_hidden_focus_would_be_found(offline: Callable[..., Any], fault: str, row: str) -> None:
    page = offline().open(PAGES["practice"])
    page.add_style_tag(content=f".md-header a {{ {fault} }}")
    page.evaluate(CONTROLS)
    assert any(not met[row] for met in walk(page, "Tab", 4))
