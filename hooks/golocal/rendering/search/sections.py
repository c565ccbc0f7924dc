"""A rendered page in sections, as search reads them: a heading with its anchor, and the text below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from golocal.rendering.page_tree import is_unsearched, plain_text
from golocal.rendering.text import PANEL

HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
AROUND = frozenset({"related-pages", "named-in", "sources"})
"""Anchors of sections that name other pages: those are found by themselves."""

TRUST, FACTS, LEAD = "trust", "facts", "lead"
KEY_MESSAGES = "key-messages"
_BLANKS = re.compile(r"\s+")


@dataclass
class Section:
    """A stretch of a page below one heading.

    Attributes:
        anchor: of the heading; empty for the beginning of the page.
        text: what an excerpt may show.
        facts: words of panels, which are found and not shown.
        weighty: words of the text that count more: the lead and key messages.
    """

    anchor: str
    heading: str
    text: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    weighty: list[str] = field(default_factory=list)

    @property
    def shown(self) -> str:
        """The text in one line."""
        return " ".join(self.text)


def sections_of(page: etree._Element) -> list[Section]:
    """Sections of a page in order, without those about the page itself. The first begins with the title."""
    found = [Section("", "")]
    is_left_out = False
    for block in _blocks(page):
        if block.tag in HEADINGS:
            is_left_out = _leaves_out(block, is_left_out)
            if not is_left_out:
                anchor = "" if block.tag == "h1" else block.get("id", "")
                found.append(Section(anchor, line_of(block)))
        elif not is_left_out:
            _add(found[-1], block)
    return [section for section in found if section.heading or section.text or section.facts]


def _blocks(element: etree._Element) -> Iterator[etree._Element]:
    """Blocks in order; boxes that hold headings are opened."""
    for child in element:
        if child.tag in ("section", "div") and any(child.find(f".//{tag}") is not None for tag in HEADINGS):
            yield from _blocks(child)
        else:
            yield child


def _leaves_out(heading: etree._Element, was_left_out: bool) -> bool:
    if heading.tag in ("h1", "h2"):
        return is_unsearched(heading) or (heading.tag == "h2" and heading.get("id") in AROUND)
    return was_left_out


def _add(section: Section, block: etree._Element) -> None:
    classes = block.get("class", "").split()
    if TRUST in classes or is_unsearched(block):
        return
    line = line_of(block)
    if PANEL in classes or FACTS in classes:
        section.facts.append(line)
    elif line:
        section.text.append(line)
        if LEAD in classes or section.anchor == KEY_MESSAGES:
            section.weighty.append(line)


def line_of(element: etree._Element) -> str:
    """The text of an element in one line."""
    return _BLANKS.sub(" ", plain_text(element)).replace(" ,", ",").replace(" .", ".").strip()
