"""The definition list under a numbered heading is the step's panel: who acts, what comes out, how long."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

_NUMBERED = re.compile(r"\d{1,3}\.\s")


class Steps(Treeprocessor):
    """Adds the class `step-facts` to a definition list that follows a numbered heading of level 3."""

    def run(self, root: etree.Element) -> None:
        """Mark the lists in place."""
        for parent in root.iter():
            previous = None
            for child in parent:
                numbered = (
                    previous is not None and previous.tag == "h3" and _NUMBERED.match("".join(previous.itertext()))
                )
                if child.tag == "dl" and numbered:
                    child.set("class", "step-facts")
                previous = child
