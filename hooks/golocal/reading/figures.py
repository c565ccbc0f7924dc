"""Figures: SVG files of a short list of elements and attributes, coloured by classes, put into the page itself.

An SVG behind `<img>` can neither follow the palette nor carry links; inline styles would break the security policy.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from golocal.reading.addresses import names_host, scheme_of

FIGURE_CLASS = "figure"
SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = frozenset(
    """
    svg g title desc defs path rect circle ellipse line polyline polygon text tspan a marker
    """.split()
)
ATTRIBUTES = frozenset(
    """
    viewBox id class d x y x1 y1 x2 y2 cx cy r rx ry width height points transform dx dy href text-anchor
    dominant-baseline font-size font-weight marker-end marker-start markerWidth markerHeight refX refY orient
    stroke-width stroke-dasharray stroke-linecap stroke-linejoin fill stroke preserveAspectRatio xml:space
    """.split()
)
NAMED_ANEW = frozenset({"role", "aria-label", "aria-labelledby", "aria-describedby"})
COLOURS = frozenset({"none", "currentColor"})
MARKERS = frozenset({"marker-end", "marker-start"})
MARKED = frozenset("path rect circle ellipse line polyline polygon".split())
DESCRIPTIONS = (("title", "title"), ("desc", "description"))
_VIEW_BOX = re.compile(
    r"\s*(?:-?\d+(?:\.\d+)?[\s,]+){2}(?=[\d.]*[1-9])\d+(?:\.\d+)?[\s,]+(?=[\d.]*[1-9])\d+(?:\.\d+)?\s*"
)
_REFERENCE = re.compile(r"url\(#([\w-]+)\)")


class FigureRefused(Exception):
    """The SVG holds something that is not accepted; the text names it."""


def read_figure(text: str, prefix: str, alternative: str) -> etree.Element:
    """An SVG as an element that can stand in a page.

    Args:
        prefix: put before every id, so that two figures of a page do not clash.
        alternative: alternative text, the accessible name of the figure.

    Raises:
        FigureRefused: broken XML, or an element, attribute or address that is not on the list.
    """
    if "<!" in text.replace("<!--", ""):
        raise FigureRefused("document type and entity declarations are refused")
    if "<?" in text.lstrip().removeprefix("<?xml "):
        raise FigureRefused("processing instructions are refused, such as links to style sheets")
    try:
        root = etree.fromstring(text)
    except etree.ParseError as error:
        raise FigureRefused(f"the XML cannot be read: {error}") from None
    if root.tag != f"{SVG}svg" or not root.get("viewBox"):
        raise FigureRefused("the root must be an svg element with a viewBox")
    if not _VIEW_BOX.fullmatch(root.get("viewBox", "")):
        raise FigureRefused("the viewBox must be four numbers, width and height over 0")
    figure = _copy(root, prefix)
    for name in ("width", "height"):
        figure.attrib.pop(name, None)
    figure.set("class", f"{FIGURE_CLASS} {figure.get('class', '')}".strip())
    figure.set("role", "img" if not list(root.iter(f"{SVG}a")) else "group")
    figure.set("aria-label", alternative)
    return figure


def trouble_of(data: bytes) -> str:
    """Why an SVG file is refused; an empty text where it is accepted."""
    try:
        read_figure(data.decode("utf-8-sig"), "", "")
    except FigureRefused as refused:
        return str(refused)
    except (UnicodeDecodeError, RecursionError):
        return "the file is not readable text"
    return ""


def lacking(data: bytes) -> list[tuple[str, str]]:
    """Elements that an accepted figure lacks or has without words, of those that describe it; each with its name in words."""
    root = etree.fromstring(data.decode("utf-8-sig"))
    return [(tag, words) for tag, words in DESCRIPTIONS if not (root.findtext(f"{SVG}{tag}") or "").strip()]


def _copy(element: etree.Element, prefix: str) -> etree.Element:
    tag = str(element.tag).removeprefix(SVG)
    if tag not in ELEMENTS:
        raise FigureRefused(f"the element `{tag}` is refused")
    if tag == "marker" and not all(MARKERS.isdisjoint(inner.keys()) for inner in element.iter()):
        raise FigureRefused("a marker whose shapes have markers is refused: each level multiplies what is drawn")
    copy = etree.Element(tag)
    for name, value in element.attrib.items():
        if name not in NAMED_ANEW:
            copy.set(*_attribute(tag, name, value, prefix))
    copy.text, copy.tail = element.text, element.tail
    copy.extend([_copy(child, prefix) for child in element if isinstance(child.tag, str)])
    return copy


def _attribute(tag: str, name: str, value: str, prefix: str) -> tuple[str, str]:
    if name not in ATTRIBUTES:
        raise FigureRefused(f"the attribute `{name}` of `{tag}` is refused")
    if name in ("fill", "stroke") and value not in COLOURS:
        raise FigureRefused(f"the colour `{value}` is refused: colours come from classes")
    if name in MARKERS and tag not in MARKED:
        raise FigureRefused(f"the attribute `{name}` of `{tag}` is refused: give it to the shapes themselves")
    if name in MARKERS and value != "none" and not _REFERENCE.fullmatch(value):
        raise FigureRefused(f"the address `{value}` is refused")
    if name == "href":
        return name, _address(tag, value, prefix)
    if name == "id":
        return name, prefix + value
    return name, _REFERENCE.sub(rf"url(#{prefix}\1)", value)


def _address(tag: str, value: str, prefix: str) -> str:
    if value.startswith("#"):
        return f"#{prefix}{value[1:]}"
    if tag != "a" or scheme_of(value) or names_host(value):
        raise FigureRefused(f"the address `{value}` is refused")
    return value
