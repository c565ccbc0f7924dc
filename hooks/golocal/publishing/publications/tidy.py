"""The HTML tree of a page, reduced to what is printed: a small set of elements, each holding either blocks or text, with white space collapsed.

A writer of any form walks the result without knowing the web page: no marks beside headings, no tooltips, no boxes that
scroll, nothing folded. Boxes are `aside` with a class `box-NAME` and a first paragraph `box-title`.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator

from lxml import etree

from golocal.rendering.page_tree import is_unsearched
from golocal.rendering.text import APPARATUS, EXPORT, FOLD, RELATED, SOURCES

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset({*HEADINGS, "aside", "blockquote", "div", "dl", "hr", "ol", "p", "pre", "section", "table", "ul"})
"""Elements that stand on lines of their own."""
HOLDERS = frozenset({"aside", "blockquote", "dd", "div", "dt", "li", "section", "td", "th"})
"""Elements that hold blocks or text; what holds both gets paragraphs for its text."""
WHOLE = frozenset({"code", "img", "svg"})
"""Elements that stand in a line as they are."""
BOX, BOX_TITLE, FOLD_LABEL, UNLISTED = "box", "box-title", "fold-label", "unlisted"
"""Classes: of boxes, their titles, labels of what the site folds, headings that the contents leave out."""
NOT_PRINTED = frozenset({APPARATUS, RELATED, SOURCES})
"""Marks of sections that a publication leaves out, or has once for all its texts."""

_SPACES = re.compile(r"[ \t\n\r\f]+")
Place = tuple[etree._Element, bool]
"""Where text stands: before the children of an element (False), or behind the element (True)."""


def tidy(tree: etree._Element, left_out: frozenset[str] = NOT_PRINTED) -> etree._Element:
    """A changed copy of a page's tree, as `page_tree` makes it.

    Args:
        left_out: classes of headings whose sections are dropped.
    """
    tidied = copy.deepcopy(tree)
    _drop_sections(tidied, left_out)
    _drop_apparatus(tidied)
    for element in list(tidied.iter("div", "details")):
        _plain_box(element)
    for element in list(tidied.iter(*HOLDERS)):
        _wrap_text(element)
    for element in tidied.iter("*"):
        if holds_text(element):
            collapse(element)
    return tidied


def classes(element: etree._Element) -> list[str]:
    """The classes of an element, in their order."""
    return element.get("class", "").split()


def holds_text(element: etree._Element) -> bool:
    """Whether what stands in an element is text, not blocks."""
    if element.tag in HOLDERS:
        return not any(child.tag in BLOCKS for child in element)
    return element.tag == "p" or element.tag in HEADINGS


def _drop_sections(tree: etree._Element, left_out: frozenset[str]) -> None:
    """Headings with one of the classes, and what follows each up to the next heading of its level or above."""
    until = ""
    for child in list(tree):
        if child.tag in HEADINGS:
            drops = not left_out.isdisjoint(classes(child))
            until = str(child.tag) if drops else until if until and str(child.tag) > until else ""
        if until:
            tree.remove(child)


def _drop_apparatus(tree: etree._Element) -> None:
    for element in list(tree.iter("*")):
        parent = element.getparent()
        is_export = element.tag == "details" and EXPORT in classes(element)
        if parent is not None and (is_export or (is_unsearched(element) and element.tag not in ("details", *HEADINGS))):
            _remove(element, parent)


def _remove(element: etree._Element, parent: etree._Element) -> None:
    """Remove an element and keep the text behind it."""
    before, tail = element.getprevious(), element.tail or ""
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    parent.remove(element)


def _plain_box(element: etree._Element) -> None:
    marks = classes(element)
    if FOLD in marks:
        element.tag = "div"
        del element.attrib["class"]
        _rename_summary(element, FOLD_LABEL)
    elif element.tag == "details" or "admonition" in marks:
        name = next((mark for mark in marks if mark.startswith("box-")), "box-note")
        element.tag = "aside"
        element.set("class", f"{BOX} {name}")
        _rename_summary(element, BOX_TITLE)
    elif "table-scroll" in marks:
        for name in ("class", "role", "tabindex", "aria-labelledby", "aria-label"):
            element.attrib.pop(name, "")


def _rename_summary(element: etree._Element, name: str) -> None:
    for child in element:
        if child.tag == "summary" or "admonition-title" in classes(child):
            child.tag = "p"
            child.set("class", name)


def _wrap_text(element: etree._Element) -> None:
    """Put text that stands beside blocks into paragraphs."""
    if not any(child.tag in BLOCKS for child in element):
        return
    run = etree.Element("p")
    run.text, element.text = element.text, None
    for child in list(element):
        if child.tag in BLOCKS:
            if _has_content(run):
                child.addprevious(run)
            run = etree.Element("p")
            run.text, child.tail = child.tail, None
        else:
            run.append(child)
    if _has_content(run):
        element.append(run)


def _has_content(run: etree._Element) -> bool:
    return len(run) > 0 or bool((run.text or "").strip())


def collapse(block: etree._Element) -> None:
    """Collapse white space in a block of text as a browser does: runs become one blank, none at either end of a line."""
    last: Place | None = None
    at_blank = True
    for place in places(block):
        owner, is_tail = place
        if is_tail and owner.tag in (*WHOLE, "br"):
            _strip_end(last if owner.tag == "br" else None)
            last, at_blank = None, owner.tag == "br"
        text = _SPACES.sub(" ", text_at(place))
        text = text.removeprefix(" ") if at_blank else text
        set_text(place, text)
        if text:
            last, at_blank = place, text.endswith(" ")
    _strip_end(last)


def _strip_end(place: Place | None) -> None:
    if place:
        set_text(place, text_at(place).removesuffix(" "))


def places(element: etree._Element) -> Iterator[Place]:
    """All places of text in an element, in order; not those inside of code and pictures."""
    if element.tag not in WHOLE:
        yield element, False
        for child in element:
            yield from places(child)
            yield child, True


def text_at(place: Place) -> str:
    """The text that stands there."""
    owner, is_tail = place
    return (owner.tail if is_tail else owner.text) or ""


def set_text(place: Place, text: str) -> None:
    """Put a text there in its stead."""
    owner, is_tail = place
    if is_tail:
        owner.tail = text
    else:
        owner.text = text
