"""The sections of the home page become boxes that can stand side by side; the first ones are the doors to the site."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

HEADING = "h2"


class Doors(Treeprocessor):
    """Puts each heading of level 2, with what follows it, into a section that the heading names."""

    def run(self, root: etree.Element) -> None:
        """Make the sections in place."""
        section = None
        for child in list(root):
            if child.tag == HEADING:
                section = etree.Element("section", {"aria-labelledby": child.get("id", "")})
                root.insert(list(root).index(child), section)
            if section is not None:
                root.remove(child)
                section.append(child)
