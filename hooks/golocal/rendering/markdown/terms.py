"""Glossary links show the definition on hover and on focus, and name it to a screen reader."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor


class TermTooltips(Treeprocessor):
    """Puts the title of each `a.term` into a hidden tooltip beside it, which describes the link."""

    def run(self, root: etree.Element) -> None:
        """Add the tooltips in place."""
        for parent in list(root.iter()):
            for index, child in reversed(list(enumerate(parent))):
                if child.tag == "a" and child.get("class") == "term" and child.get("title"):
                    parent.insert(index + 1, _tooltip(child))


def _tooltip(link: etree.Element) -> etree.Element:
    anchor = (link.get("href") or "").rpartition("#")[2]
    tip = etree.Element("span", {"class": "term-tip", "role": "tooltip", "id": f"tip-{anchor}", "hidden": "hidden"})
    tip.set("data-search-exclude", "")
    tip.text = link.attrib.pop("title")
    tip.tail, link.tail = link.tail, None
    link.set("aria-describedby", f"tip-{anchor}")
    return tip
