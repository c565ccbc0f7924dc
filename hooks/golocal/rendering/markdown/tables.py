"""Tables stand in a box that scrolls, made at build time, so that a wide one never widens the page, with or without scripts."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

BOX, TABLE = "table-scroll", "data"
"""Class of the box, and of the table in it: the theme's script boxes tables without a class."""

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())


class Tables(Treeprocessor):
    """Puts each table into a box that keys can scroll, named by the heading before it; cells of its head tell their scope.

    The box is a group: a landmark for each table would drown those of the page. `tables.js` takes it out of the order of
    tabs while nothing in it scrolls.
    """

    def run(self, root: etree.Element) -> None:
        """Box the tables in place."""
        heading = ""
        for parent, child in _pairs(root):
            if child.tag in HEADINGS:
                heading = child.get("id") or heading
            elif child.tag == "table":
                _box(parent, child, heading)


def _pairs(root: etree.Element) -> list[tuple[etree.Element, etree.Element]]:
    """Every element with its parent, in the order of the text."""
    parents = {child: parent for parent in root.iter() for child in parent}
    return [(parents[element], element) for element in root.iter() if element in parents]


def _box(parent: etree.Element, table: etree.Element, heading: str) -> None:
    table.set("class", TABLE)
    for cell in table.iterfind("./thead/tr/th"):
        cell.set("scope", "col")
    name = {"aria-labelledby": heading} if heading else {"aria-label": "Table"}
    box = etree.Element("div", {"class": BOX, "role": "group", "tabindex": "0", **name})
    box.tail, table.tail = table.tail, None
    parent[list(parent).index(table)] = box
    box.append(table)
