"""The home page in boxes: the first part with the place of the search, then a section for each door to the site."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

HEADING = "h2"
TOP = "home-top"
SEARCH = "home-search-place"
EXAMPLES = "with-examples"
"""Class of the place where a list follows: the search then says that these are examples."""


class Doors(Treeprocessor):
    """Puts what stands before the first heading of level 2 into a box, and each such heading, with what follows it, into a section that it names."""

    def run(self, root: etree.Element) -> None:
        """Make the boxes in place. The template puts the search into the empty element of the class `home-search-place`."""
        box = etree.Element("div", {"class": TOP})
        boxes = [box]
        for child in list(root):
            if child.tag == HEADING:
                box = etree.Element("section", {"aria-labelledby": child.get("id", "")})
                boxes.append(box)
            root.remove(child)
            box.append(child)
        root.extend(boxes)
        _place_search(boxes[0])


def _place_search(top: etree.Element) -> None:
    """After the first paragraph; without one after the title, without both first."""
    tags = [child.tag for child in top]
    before = next((tag for tag in ("p", "h1") if tag in tags), None)
    index = tags.index(before) + 1 if before else 0
    classes = f"{SEARCH} {EXAMPLES}" if tags[index : index + 1] == ["ul"] else SEARCH
    top.insert(index, etree.Element("div", {"class": classes}))
