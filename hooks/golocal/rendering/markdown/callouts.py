"""Callouts whose title is one of our words get a class of that word, so that a box can be told without its colour."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

BOXES = {
    "practice": "practice",
    "limits": "limits",
    "small town": "small-town",
    "data protection": "data-protection",
    "checklist": "checklist",
    "stop": "stop",
}


class Callouts(Treeprocessor):
    """Adds `box-<word>` to admonitions by the first words of their title."""

    def run(self, root: etree.Element) -> None:
        """Mark the boxes in place."""
        for div in root.iter("div"):
            classes = (div.get("class") or "").split()
            title = next((child for child in div if child.get("class") == "admonition-title"), None)
            if "admonition" in classes and title is not None:
                text = "".join(title.itertext()).strip().casefold()
                box = next((name for word, name in BOXES.items() if text == word or text.startswith(f"{word}:")), "")
                if box:
                    div.set("class", " ".join([*classes, f"box-{box}"]))
