"""Figures of an EPUB: coloured by attributes on a card of their own, because a reading system may drop any style sheet and turn any page dark."""

from __future__ import annotations

import re

from lxml import etree

from golocal.publishing.epub.markup import S, Unfit
from golocal.publishing.pdf.figures import PAPER, PRINT_STYLE

_DECLARATION = re.compile(r"([a-z-]+):\s*([^;]+)")
SANS = "sans-serif"
"""Fonts are those of the reading system."""


def figure(svg: etree._Element) -> etree._Element:
    """An inlined figure in its namespace.

    Raises:
        Unfit: it has no text in place of the picture, no size, or a class without a colour.
    """
    if not svg.get("aria-label", "").strip():
        raise Unfit("a figure has no alternative text")
    drawn = _element(svg)
    description = svg.find("desc")
    if description is not None and description.get("id"):
        drawn.set("aria-describedby", description.get("id", ""))
    drawn.set("class", "figure")
    drawn.insert(_place_of_card(drawn), _card(svg.get("viewBox", "")))
    return drawn


def _element(element: etree._Element) -> etree._Element:
    """A copy with all below it, classes turned into attributes."""
    names = element.get("class", "").split()
    kept = {str(name): str(value) for name, value in element.items() if name != "class"}
    copied = S(str(element.tag), {**kept, **_attributes(names)})
    copied.text, copied.tail = element.text, element.tail
    copied.extend(_element(child) for child in element)
    return copied


def _attributes(names: list[str]) -> dict[str, str]:
    unknown = [name for name in names if name.startswith("fig-") and name not in PRINT_STYLE]
    if unknown:
        raise Unfit(f"a figure has classes without a colour for print: {', '.join(unknown)}")
    # The order is that of the style sheet, later ones winning.
    found = {key: value for name, rules in PRINT_STYLE.items() if name in names for key, value in _declared(rules)}
    return found | ({"font-family": SANS} if "font-family" in found else {})


def _declared(rules: str) -> list[tuple[str, str]]:
    return [(key, value.strip()) for key, value in _DECLARATION.findall(rules)]


def _place_of_card(drawn: etree._Element) -> int:
    """Behind title and description, which come first, and below all that is drawn."""
    return sum(child.tag in (S.name("title"), S.name("desc")) for child in drawn)


def _card(view_box: str) -> etree._Element:
    sizes = view_box.replace(",", " ").split()
    if len(sizes) != 4:
        raise Unfit("a figure has no viewBox")
    place = dict(zip(("x", "y", "width", "height"), sizes, strict=True))
    return S("rect", {**place, "fill": PAPER})
