"""Definition lists that are panels: of a step (who acts, what comes out, how long) and of a record (its facts)."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from golocal.rendering.text import FACT, LINK

PANELS = {FACT: "facts", LINK: "chain"}
"""Class of a definition list by the mark of its first term."""

_NUMBERED = re.compile(r"\d{1,3}\.\s")


class Panels(Treeprocessor):
    """Adds `step-facts` to a definition list that follows a numbered heading of level 3, and the class of its mark to one whose terms are marked."""

    def run(self, root: etree.Element) -> None:
        """Mark the lists in place."""
        for parent in root.iter():
            previous = None
            for child in parent:
                if child.tag == "dl":
                    _mark(child, previous)
                previous = child


def _mark(panel: etree.Element, previous: etree.Element | None) -> None:
    first = next(iter(panel), None)
    name = PANELS.get(first.get("class", "")) if first is not None else None
    if name:
        panel.set("class", name)
        for term in panel:
            term.attrib.pop("class", None)
    elif previous is not None and previous.tag == "h3" and _NUMBERED.match("".join(previous.itertext())):
        panel.set("class", "step-facts")
