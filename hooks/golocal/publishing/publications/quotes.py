"""Quotation marks and apostrophes as a printed page has them. Sources write straight ones, which every keyboard has."""

from __future__ import annotations

import re

from lxml import etree

from golocal.publishing.publications.tidy import WHOLE, holds_text, places, set_text, text_at

_STRAIGHT = re.compile(r"[\"']")
_OPENS = frozenset(" \u00a0\n([{/–—-‘“")
"""What may stand before a mark that opens."""
_CURVED = {'"': ("“", "”"), "'": ("‘", "’")}


def typographic(text: str, before: str = "") -> str:
    """The text with curved marks.

    Args:
        before: the letter or sign that stands before the text; empty at the beginning of a line.
    """
    made = ""
    for sign in text:
        opening, closing = _CURVED.get(sign, (sign, sign))
        last = made[-1:] or before[-1:]
        made += opening if not last or last in _OPENS else closing
    return re.sub(r"‘(?=\d)", "’", made)


def set_quotes(tree: etree._Element) -> None:
    """Curve the marks in all blocks of a tidy tree. Code keeps its own, and so does text that names its language."""
    for block in tree.iter("*"):
        if holds_text(block) and _STRAIGHT.search("".join(map(str, block.itertext()))):
            _set_in(block)


def _set_in(block: etree._Element) -> None:
    before = ""
    for owner, is_tail in places(block):
        if is_tail and owner.tag in (*WHOLE, "br"):
            before = "" if owner.tag == "br" else "x"
        text = text_at((owner, is_tail))
        if text and _is_ours(owner.getparent() if is_tail else owner):
            text = typographic(text, before)
            set_text((owner, is_tail), text)
        before = text[-1:] or before


def _is_ours(element: etree._Element | None) -> bool:
    """Whether text in an element is in the language of the publication; others have marks of their own."""
    while element is not None:
        if element.get("lang"):
            return False
        element = element.getparent()
    return True
