"""Blocks that are shown on demand, and headings of sections that search passes over."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from golocal.rendering.text import APPARATUS, EXPORT, FOLD, LISTING, PANEL

UNSEARCHED = "data-search-exclude"
UNSEARCHED_HEADINGS = frozenset({APPARATUS, LISTING})
UNSEARCHED_FOLDS = frozenset({EXPORT, LISTING})


class Folds(Treeprocessor):
    """Makes `details` of each paragraph with the class `fold` and the block after it; one for programs, or that lists other records, is not searched."""

    def run(self, root: etree.Element) -> None:
        """Change the tree in place."""
        for parent in list(root.iter()):
            _fold(parent)
            for child in parent:
                if child.tag == "h2" and not UNSEARCHED_HEADINGS.isdisjoint(_classes(child)):
                    child.set(UNSEARCHED, "")


def _fold(parent: etree.Element) -> None:
    for label in [child for child in parent if child.tag == "p" and FOLD in _classes(child)]:
        place = list(parent).index(label)
        if place + 1 < len(parent):
            block = parent[place + 1]
            details = etree.Element("details", {"class": label.get("class", "")})
            details.tail, block.tail = block.tail, None
            if not UNSEARCHED_FOLDS.isdisjoint(_classes(label)):
                details.set(UNSEARCHED, "")
            label.tag = "summary"
            if PANEL in _classes(label):
                label.set(UNSEARCHED, "")
            del label.attrib["class"]
            parent.remove(label)
            parent.remove(block)
            details.extend([label, block])
            parent.insert(place, details)


def _classes(element: etree.Element) -> list[str]:
    return (element.get("class") or "").split()
