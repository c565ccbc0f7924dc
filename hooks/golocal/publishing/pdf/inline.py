"""Text inside a block, as Typst markup."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from golocal.publishing.pdf.figures import figure, image
from golocal.publishing.pdf.text import PageRefused, boolean, call, content, literal, shown
from golocal.publishing.publications.links import ELSEWHERE, REFERENCE, TERM
from golocal.publishing.publications.tidy import classes

_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}))?(?:-.*)?")
_BLANKS = re.compile(r"_{3,}")
BLANK, BLANK_IN_CELL = 13, 8
"""Strokes of a line to write on: about 25 mm in a sentence, and what fits into a cell of a table."""
_APPARATUS = (REFERENCE, TERM, ELSEWHERE)
_DIRECTIONS = frozenset({"ltr", "rtl"})


def inline(element: etree._Element) -> str:
    """What is inside an element that holds text."""
    pieces = [_text(element.text, element)]
    for child in element:
        pieces += [_one(child), _text(child.tail, element)]
    return "".join(pieces)


def _text(text: str | None, inside: etree._Element) -> str:
    """Text as markup. What is to be filled in by hand gets the room that a hand needs."""
    if not text or "___" not in text:
        return shown(text or "")
    length = BLANK_IN_CELL if inside.tag == "td" or next(inside.iterancestors("td"), None) is not None else BLANK
    pieces = _BLANKS.split(text)
    return f"#box{content(shown('_' * length))}".join(map(shown, pieces))


def in_language(element: etree._Element, markup: str) -> str:
    """Markup in the language and direction that an element names; unchanged where it names none.

    Raises:
        PageRefused: the language tag cannot be read.
    """
    named = {}
    if element.get("lang"):
        found = _LANGUAGE.fullmatch(element.get("lang", ""))
        if not found:
            raise PageRefused(f"the language `{element.get('lang')}` cannot be read")
        named = {"lang": literal(found[1]), "region": literal(found[3]) if found[3] else "none"}
    if element.get("dir") in _DIRECTIONS:
        named["dir"] = element.get("dir", "")
    return f"#{call('text', **named)}{content(markup)}" if named else markup


def anchor(element: etree._Element) -> str:
    """An invisible place that links find by the id of the element; empty where it has none."""
    return f"#metadata(none){label(element)}" if element.get("id") else ""


def label(element: etree._Element) -> str:
    """The id of an element as a label of what stands before."""
    return f"#{call('label', literal(element.get('id', '')))}" if element.get("id") else ""


def _one(element: etree._Element) -> str:
    write = _INLINE.get(str(element.tag))
    if write is None:
        raise PageRefused(f"the element `{element.tag}` cannot be printed")
    return anchor(element) + in_language(element, write(element))


def _styled(name: str) -> Callable[[etree._Element], str]:
    return lambda element: f"#{name}{content(inline(element))}"


def _emphasis(element: etree._Element) -> str:
    """A title is emphasised for the mark of its language alone where the class says so."""
    return inline(element) if "upright" in classes(element) else f"#emph{content(inline(element))}"


def _code(element: etree._Element) -> str:
    return f"#{call('raw', literal(''.join(map(str, element.itertext()))))}"


def _link(element: etree._Element) -> str:
    """Places in the publication and addresses of the web are links; anything else is text.

    On paper nobody sees where a link leads, so an address that the text does not show stands in a note, and a place in the
    publication has its page behind it. Sources, terms and pages on the site are found by the letter.
    """
    inside, target = inline(element), element.get("href", "")
    if target.startswith("#") and len(target) > 1:
        return _inner_link(element, target[1:])
    if not _WEB.match(target):
        return inside
    link = f"#{call('link', literal(target))}{content(inside)}"
    return link if target in _shown_text(element) else f"{link}#{call('address-note', literal(target))}"


def _inner_link(element: etree._Element, place: str) -> str:
    inside, label = inline(element), call("label", literal(place))
    if place.startswith(_APPARATUS):
        return f"#{call('term-link' if 'term' in classes(element) else 'link', label)}{content(inside)}"
    return f"#{call('page-link', label, in_brackets=boolean(_is_in_brackets(element)))}{content(inside)}"


def _is_in_brackets(element: etree._Element) -> bool:
    """Whether a bracket is open before an element: its page must not open another one."""
    parent = element.getparent()
    before = parent.text or "" if parent is not None else ""
    for sibling in element.itersiblings(preceding=True):
        before += "".join(map(str, sibling.itertext())) + (sibling.tail or "")
    return before.count("(") > before.count(")")


def _shown_text(element: etree._Element) -> str:
    """The text of an element without spaces: whether a link shows its address, as the list of sources does."""
    return "".join("".join(map(str, element.itertext())).split())


_INLINE: dict[str, Callable[[etree._Element], str]] = {
    "a": _link,
    "abbr": inline,
    "br": lambda element: "#linebreak()",
    "code": _code,
    "del": _styled("strike"),
    "em": _emphasis,
    "img": image,
    "span": inline,
    "strong": _styled("strong"),
    "sub": _styled("sub"),
    "sup": _styled("super"),
    "svg": figure,
}
