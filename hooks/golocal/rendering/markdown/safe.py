"""Last word on what an element may carry: attributes from a short list, addresses with a short list of schemes."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from golocal.checks.links.common import scheme_of
from golocal.checks.links.unsafe_address import SCHEMES
from golocal.reading.figures import FIGURE_CLASS

ATTRIBUTES = frozenset(
    """
    id class href src alt title start type open lang dir role hidden colspan rowspan scope width height aria-
    describedby aria-label aria-labelledby aria-hidden data-search-exclude
    """.split()
)
ADDRESSES = ("href", "src")


class Safe(Treeprocessor):
    """Drops attributes that are not listed, neutralises addresses with other schemes, turns table styles into classes."""

    def run(self, root: etree.Element) -> None:
        """Clean the tree in place; inlined figures were checked as files and keep their own attributes."""
        _clean(root)


def _clean(element: etree.Element) -> None:
    if element.tag == "svg" and FIGURE_CLASS in (element.get("class") or ""):
        return
    _align(element)
    for name in list(element.attrib):
        unsafe = name in ADDRESSES and scheme_of(element.attrib[name]) not in SCHEMES
        if unsafe or name not in ATTRIBUTES:
            del element.attrib[name]
    for child in element:
        _clean(child)


def _align(element: etree.Element) -> None:
    style = element.get("style", "")
    if element.tag in ("td", "th") and style.startswith("text-align:"):
        element.set("class", f"align-{style.removeprefix('text-align:').strip(' ;')}")
