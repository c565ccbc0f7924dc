"""Large text, wide spacing, less motion and colours of one's own: nothing gets lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = [pytest.mark.site, pytest.mark.browser]
NARROW = {"width": 360, "height": 740}
ZOOMED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}
CHAPTER = "toolkit/equality-data-collection/practise.html"
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }"""
CLIPPED = """() => [...document.querySelectorAll("body *")].filter(element => {
  if (!element.checkVisibility({visibilityProperty: true}) || element.closest(".md-header__title, svg")) return false;
  const style = getComputedStyle(element), cut = value => ["hidden", "clip"].includes(value);
  const has = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return has && ((cut(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
    || (cut(style.overflowY) && element.scrollHeight > element.clientHeight + 1));
}).map(element => element.outerHTML.slice(0, 90))"""
MOVING = """() => [...document.querySelectorAll("*")].filter(element => ["", "::before", "::after"].some(part => {
  const style = getComputedStyle(element, part || undefined);
  const lasts = value => value.split(",").some(time => parseFloat(time) > 0);
  return (style.transitionProperty !== "none" && lasts(style.transitionDuration))
    || (style.animationName !== "none" && lasts(style.animationDuration)) || style.scrollBehavior === "smooth";
})).length"""
SIGNS = """() => {
  const canvas = getComputedStyle(document.body).backgroundColor;
  const named = [["[data-palette] svg", "", "fill"],
    [".md-logo svg, header svg", "", "fill"], [".md-path__item + .md-path__item", "::before", "backgroundColor"],
    [".md-nav__icon", "::after", "backgroundColor"], [".search-opener svg", "", "fill"]];
  return named.map(([selector, part, property]) => {
    const shown = [...document.querySelectorAll(selector)].filter(element => element.checkVisibility({visibilityProperty: true}));
    const colours = shown.map(element => getComputedStyle(element, part || undefined)[property]);
    return [selector, shown.length, colours.every(colour => colour !== canvas && colour !== "rgba(0, 0, 0, 0)")];
  });
}"""
BOXES = """() => [...document.querySelectorAll(".admonition, .trust, dl.facts, dl.step-facts, .table-scroll table")]
  .filter(box => ["Top", "Right", "Bottom", "Left"].every(side => parseFloat(getComputedStyle(box)[`border${side}Width`]) === 0))
  .map(box => box.className)"""


@pytest.mark.slow
def test_at_four_hundred_per_cent_pages_scroll_in_one_direction(
    offline: Callable[..., Any], samples: list[str]
) -> None:
    visit, wide = offline(**ZOOMED), {}
    for path in samples:
        page = visit.open(path)
        header = page.locator("header.md-header").bounding_box()
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320 or not header or header["height"] > 256 / 4:
            wide[path] = (width, header)
    assert wide == {}


@pytest.mark.parametrize("size", [{"width": 1280, "height": 800}, NARROW], ids=["wide", "narrow"])
def test_wider_spacing_of_text_cuts_nothing_off(
    offline: Callable[..., Any], samples: list[str], size: dict[str, int]
) -> None:
    visit, lost = offline(viewport=size), {}
    for path in [CHAPTER, *samples[:: 3 if size is NARROW else 6]]:
        page = visit.open(path)
        page.add_style_tag(content=SPACING)
        width, clipped = page.evaluate("document.documentElement.scrollWidth"), page.evaluate(CLIPPED)
        if width > size["width"] or clipped:
            lost[path] = (width, clipped)
    assert lost == {}


def test_text_that_is_cut_off_would_be_found(offline: Callable[..., Any]) -> None:
    page = offline(viewport=NARROW).open(CHAPTER)
    page.locator("article h1").evaluate("title => title.style = 'height: 1em; overflow: hidden'")
    assert page.evaluate(CLIPPED)


def test_nothing_moves_for_those_who_ask_for_it(offline: Callable[..., Any]) -> None:
    assert offline(reduced_motion="reduce").open(CHAPTER).evaluate(MOVING) == 0
    assert offline(reduced_motion="no-preference").open(CHAPTER).evaluate(MOVING) > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [{"width": 1280, "height": 800}, NARROW], ids=["wide", "narrow"])
def test_signs_and_boxes_stay_with_forced_colours(
    offline: Callable[..., Any], size: dict[str, int], scheme: str
) -> None:
    page = offline(forced_colors="active", color_scheme=scheme, viewport=size).open(CHAPTER)
    if size is NARROW:
        page.locator("[data-opens='__drawer']").click()
    signs = page.evaluate(SIGNS)
    assert [selector for selector, _, is_seen in signs if not is_seen] == []
    assert sum(number for _, number, _ in signs) >= 4
    assert page.evaluate(BOXES) == []
