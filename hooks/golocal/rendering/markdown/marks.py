"""The mark beside a heading is for the pointer: a screen reader would read it as part of the heading, and each would be a stop of the Tab key."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor


class HeadingMarks(Treeprocessor):
    """Hides the marks from assistive technology and takes them out of the order of focus; the list of contents has the same links."""

    def run(self, root: etree.Element) -> None:
        """Set the attributes in place."""
        for link in root.iter("a"):
            if link.get("class") == "headerlink":
                link.set("aria-hidden", "true")
                link.set("tabindex", "-1")
