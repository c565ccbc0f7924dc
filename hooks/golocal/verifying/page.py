"""What one built page, figure or style sheet refers to: anchors that it has, links that it makes, files that it loads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from lxml import etree, html

# What a <link> may name on another host, because no reader's browser loads it.
UNLOADED = frozenset({"alternate", "author", "canonical", "cite-as", "help", "license", "me", "next", "prev", "search"})
_LOADING = {"src", "poster", "background", "data", "action", "formaction", "ping", "manifest"}
_LOADING_SETS = {"srcset", "imagesrcset"}
_ATTRIBUTES = {"href", "style", *_LOADING, *_LOADING_SETS}
_ANCHORS = etree.XPath("//@id | //a/@name", smart_strings=False)
_FIND = etree.XPath(
    f"//*[{' or '.join(f'@{name}' for name in sorted(_ATTRIBUTES))} or @*[name()='xlink:href'] or self::style or self::meta]"
)
_FIND_IN_FIGURE = etree.XPath("//*[@href or @style or @src or @*[local-name()='href'] or local-name()='style']")
_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)""", re.IGNORECASE)
_IMPORT = re.compile(r"""@import\s+["']([^"']+)["']""", re.IGNORECASE)
_SET_ADDRESS = re.compile(r"(?:^|[\s,])([^\s,][^\s]*[^\s,]|[^\s,])(?:\s+[\d.]+[wxh])?\s*(?=,|$)")
_REFRESH = re.compile(r"""[\d.\s]*[;,]\s*(?:url\s*=\s*)?["']?([^"'\s]+)""", re.IGNORECASE)
_HTML = html.HTMLParser(encoding="utf-8")
_XML = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)


class Reference(NamedTuple):
    """An address in a file.

    Attributes:
        address: as written.
        loaded: whether a browser loads it by itself; False for a link that a reader follows.
        found_in: the element or rule that holds it, such as `img src`.
    """

    address: str
    loaded: bool
    found_in: str


class PageFacts(NamedTuple):
    """Anchors and references of one page."""

    anchors: frozenset[str]
    references: tuple[Reference, ...]


def parse_page(data: bytes) -> html.HtmlElement | None:
    """An HTML page as a tree; None for one without any element."""
    try:
        return html.document_fromstring(data, parser=_HTML)
    except etree.ParserError:
        return None


def read_page(tree: html.HtmlElement | None) -> PageFacts:
    """Facts of an HTML page. A page without any element has none."""
    if tree is None:
        return PageFacts(frozenset(), ())
    references: list[Reference] = []
    for element in _elements(_FIND, tree):
        given = {str(name): str(value) for name, value in element.attrib.items()}
        references += _references(str(element.tag), given, element.text)
    return PageFacts(frozenset(map(str, cast(list[str], _ANCHORS(tree)))), tuple(references))


def read_figure(data: bytes) -> tuple[Reference, ...]:
    """References of an SVG file; none where it is not XML."""
    tree = etree.fromstring(data, parser=_XML) if data.strip() else None
    if tree is None:
        return ()
    found: list[Reference] = []
    for element in _elements(_FIND_IN_FIGURE, tree):
        given = {etree.QName(name).localname: str(value) for name, value in element.attrib.items()}
        found += _references(etree.QName(element).localname, given, element.text)
    return tuple(found)


def _elements(find: etree.XPath, tree: etree._Element) -> list[etree._Element]:
    return cast(list[etree._Element], find(tree))


def read_style(text: str, found_in: str = "style") -> Iterator[Reference]:
    """Addresses that a style sheet, element or attribute loads."""
    for match in _URL.finditer(text):
        yield Reference(
            next((part for part in match.groups() if part is not None), "").strip(), True, f"{found_in} url()"
        )
    for match in _IMPORT.finditer(text):
        yield Reference(match.group(1), True, f"{found_in} @import")


def _references(tag: str, given: Mapping[str, str], text: str | None) -> Iterator[Reference]:
    href = given.get("href", given.get("xlink:href"))
    if href is not None:
        yield Reference(href, _is_loaded(tag, given), f"{tag} href")
    for name in given.keys() & _LOADING:
        yield Reference(given[name], True, f"{tag} {name}")
    for name in given.keys() & _LOADING_SETS:
        for address in _SET_ADDRESS.findall(given[name]):
            yield Reference(address, True, f"{tag} {name}")
    if tag == "style" and text:
        yield from read_style(text)
    if "style" in given:
        yield from read_style(given["style"], f"{tag} style")
    refresh = _REFRESH.match(given.get("content", "")) if given.get("http-equiv", "").lower() == "refresh" else None
    if refresh:
        yield Reference(refresh.group(1), True, "meta refresh")


def _is_loaded(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag == "link":
        return not set(attributes.get("rel", "").lower().split()) <= UNLOADED
    return tag not in ("a", "area")
