"""Blocks that are shown on demand, and headings of sections that search passes over."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from golocal.rendering.text import APPARATUS, EXPORT, FOLD

UNSEARCHED = "data-search-exclude"


class Folds(Treeprocessor):
    """Makes `details` of each paragraph with the class `fold` and the block after it; one of the class `export` is not searched."""

    def run(self, root: etree.Element) -> None:
        """Change the tree in place."""
        for parent in list(root.iter()):
            _fold(parent)
            for child in parent:
                if child.tag == "h2" and APPARATUS in _classes(child):
                    child.set(UNSEARCHED, "")


def _fold(parent: etree.Element) -> None:
    for label in [child for child in parent if child.tag == "p" and FOLD in _classes(child)]:
        place = list(parent).index(label)
        if place + 1 < len(parent):
            block = parent[place + 1]
            details = etree.Element("details", {"class": label.get("class", "")})
            details.tail, block.tail = block.tail, None
            if EXPORT in _classes(label):
                details.set(UNSEARCHED, "")
            label.tag = "summary"
            del label.attrib["class"]
            parent.remove(label)
            parent.remove(block)
            details.extend([label, block])
            parent.insert(place, details)


def _classes(element: etree.Element) -> list[str]:
    return (element.get("class") or "").split()
