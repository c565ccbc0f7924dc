"""Text inside a block, as Typst markup.

The build does not run this yet; only tests do.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from golocal.publishing.typst_figures import figure, image
from golocal.publishing.typst_text import PageRefused, call, content, literal, shown
from golocal.rendering.page_tree import is_apparatus

_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}))?(?:-.*)?")
_DIRECTIONS = frozenset({"ltr", "rtl"})


def inline(element: etree._Element, page: str) -> str:
    """What is inside an element, its white space collapsed before. `page` is the repository path of the page."""
    pieces = [shown(element.text or "")]
    for child in element:
        pieces += ["" if is_apparatus(child) else _one(child, page), shown(child.tail or "")]
    return "".join(pieces)


def in_language(element: etree._Element, markup: str) -> str:
    """Markup in the language and direction that an element names; unchanged where it names none.

    Raises:
        PageRefused: the language tag cannot be read.
    """
    named = {}
    if element.get("lang"):
        found = _LANGUAGE.fullmatch(element.get("lang", ""))
        if not found:
            raise PageRefused(f"the language `{element.get('lang')}` cannot be read")
        named = {"lang": literal(found[1]), "region": literal(found[3]) if found[3] else "none"}
    if element.get("dir") in _DIRECTIONS:
        named["dir"] = element.get("dir", "")
    return f"#{call('text', **named)}{content(markup)}" if named else markup


def anchor(element: etree._Element) -> str:
    """An invisible place that links find by the id of the element; empty where it has none."""
    return f"#metadata(none){label(element)}" if element.get("id") else ""


def label(element: etree._Element) -> str:
    """The id of an element as a label of what stands before."""
    return f"#{call('label', literal(element.get('id', '')))}" if element.get("id") else ""


def _one(element: etree._Element, page: str) -> str:
    write = _INLINE.get(str(element.tag))
    if write is None:
        raise PageRefused(f"the element `{element.tag}` cannot be printed")
    return anchor(element) + in_language(element, write(element, page))


def _inside(element: etree._Element, page: str) -> str:
    return inline(element, page)


def _styled(name: str) -> Callable[[etree._Element, str], str]:
    return lambda element, page: f"#{name}{content(inline(element, page))}"


def _code(element: etree._Element, page: str) -> str:
    return f"#{call('raw', literal(''.join(map(str, element.itertext()))))}"


def _link(element: etree._Element, page: str) -> str:
    """Places on this page and addresses of the web are links; other pages of the site are not in this file: text."""
    inside, target = inline(element, page), element.get("href", "")
    if target.startswith("#") and len(target) > 1:
        return f"#{call('link', call('label', literal(target[1:])))}{content(inside)}"
    return f"#{call('link', literal(target))}{content(inside)}" if _WEB.match(target) else inside


_INLINE: dict[str, Callable[[etree._Element, str], str]] = {
    "a": _link,
    "abbr": _inside,
    "br": lambda element, page: "#linebreak()",
    "code": _code,
    "del": _styled("strike"),
    "em": _styled("emph"),
    "img": image,
    "span": _inside,
    "strong": _styled("strong"),
    "sub": _styled("sub"),
    "sup": _styled("super"),
    "svg": lambda element, page: figure(element),
}
