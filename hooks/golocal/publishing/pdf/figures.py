"""Figures and images for print: the colours that the style sheet gives to `fig-*` classes on the screen are set here."""

from __future__ import annotations

import copy
import re

from lxml import etree

from golocal.publishing.pdf.text import PageRefused, call, literal

INK, PAPER, ACCENT, SIGNAL, MUTED = "#1c2126", "#ffffff", "#0a4f5e", "#8c2c0d", "#d9e2ea"
FAMILY = "Commissioner"
PRINT_STYLE = {
    "fig-ink": f"fill: {INK}",
    "fig-paper": f"fill: {PAPER}; stroke: {INK}",
    "fig-accent": f"fill: {ACCENT}",
    "fig-signal": f"fill: {SIGNAL}",
    "fig-muted": f"fill: {MUTED}",
    "fig-line": f"fill: none; stroke: {INK}; stroke-width: 1.5",
    "fig-text": f"fill: {INK}; font-family: '{FAMILY}'; font-size: 15px",
    "fig-text-small": f"fill: {INK}; font-family: '{FAMILY}'; font-size: 14px",
    "fig-strong": "font-weight: 700",
}
"""Declarations by class, in the order of the style sheet, later ones winning."""

POINTS_PER_UNIT = 0.72
"""A figure's text of 14 to 16 units becomes 10 to 11.5 points."""

_SVG = "http://www.w3.org/2000/svg"


def figure(svg: etree._Element) -> str:
    """An inlined SVG figure as a centred image with its alternative text.

    Raises:
        PageRefused: no alternative text, no size, or a class without a colour for print.
    """
    alternative = _alternative(svg, svg.get("aria-label"))
    width = f"{_width(svg)}pt"
    source = literal(as_print_svg(svg))
    return f"#figure-image({call('image', call('bytes', source), format=literal('svg'), alt=alternative)}, {width})"


def image(img: etree._Element) -> str:
    """A raster image; its address is a repository path."""
    alternative = _alternative(img, img.get("alt"))
    return f"#figure-image({call('image', literal('/' + img.get('src', '')), alt=alternative)}, 100%)"


def as_print_svg(svg: etree._Element) -> str:
    """The figure as a file of its own, coloured for print."""
    printed = copy.deepcopy(svg)
    printed.tail = None
    printed.set("xmlns", _SVG)
    unknown = {name for element in printed.iter("*") for name in _figure_classes(element)} - PRINT_STYLE.keys()
    if unknown:
        raise PageRefused(f"a figure has classes without a colour for print: {', '.join(sorted(unknown))}")
    style = etree.Element("style")
    style.text = "\n".join(f".{name} {{ {rules} }}" for name, rules in PRINT_STYLE.items())
    printed.insert(0, style)
    return etree.tostring(printed, encoding="unicode")


def _figure_classes(element: etree._Element) -> list[str]:
    return re.findall(r"(?<!\S)fig-\S+", element.get("class", ""))


def _alternative(element: etree._Element, text: str | None) -> str:
    if not (text or "").strip():
        raise PageRefused(f"an image has no alternative text: {element.get('src') or 'inlined figure'}")
    return literal(str(text))


def _width(svg: etree._Element) -> str:
    sizes = svg.get("viewBox", "").replace(",", " ").split()
    if len(sizes) != 4:
        raise PageRefused("a figure has no viewBox")
    return f"{float(sizes[2]) * POINTS_PER_UNIT:.1f}"
