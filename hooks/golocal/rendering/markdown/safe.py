"""Last word on what an element may carry: attributes from a short list, addresses with a short list of schemes."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor

from golocal.reading.addresses import SCHEMES, names_host, scheme_of
from golocal.reading.figures import FIGURE_CLASS

ATTRIBUTES = frozenset(
    """
    id class href src alt title start type open lang dir role hidden colspan rowspan scope width height
    aria-describedby aria-label aria-labelledby aria-hidden data-search-exclude
    """.split()
)
ACCEPTED = {"href": SCHEMES, "src": frozenset({""})}


class Safe(Treeprocessor):
    """Drops attributes that are not listed and addresses that are refused (an image is a file of the site), turns table styles into classes."""

    def run(self, root: etree.Element) -> None:
        """Clean the tree in place; inlined figures were checked as files and keep their own attributes."""
        _clean(root)


def _clean(element: etree.Element) -> None:
    if element.tag == "svg" and FIGURE_CLASS in (element.get("class") or ""):
        return
    _align(element)
    for name, value in list(element.attrib.items()):
        if (
            value is None or name not in ATTRIBUTES or _is_unsafe(name, value)
        ):  # `attr_list` reads `{: href= x }` as none
            del element.attrib[name]
    _as_text(element)
    for child in element:
        _clean(child)


def _as_text(element: etree.Element) -> None:
    """Make of a link or image that has lost its address the text that it showed: MkDocs resolves the address of every one that is left."""
    if element.tag == "a" and "href" not in element.attrib:
        element.tag = "span"
    elif element.tag == "img" and "src" not in element.attrib:
        element.tag = "span"
        element.text = element.attrib.pop("alt", "")


def _is_unsafe(name: str, value: str) -> bool:
    if name not in ACCEPTED:
        return False
    address = UnescapeTreeprocessor().unescape(value)
    return scheme_of(address) not in ACCEPTED[name] or names_host(address)


def _align(element: etree.Element) -> None:
    style = element.get("style", "")
    if element.tag in ("td", "th") and style.startswith("text-align:"):
        element.set("class", f"align-{style.removeprefix('text-align:').strip(' ;')}")
