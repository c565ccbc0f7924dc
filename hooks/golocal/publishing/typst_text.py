"""Text as Typst reads it. All text stands in string literals, where only `\\`, `"` and control characters are special.

In Typst's markup some twenty characters change meaning with their neighbours; in a string none does, quotes are not made
typographic and hyphens are not joined to dashes.

The build does not run this yet; only tests do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from golocal.rendering.page_tree import is_apparatus

_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029]')
_SPACES = re.compile(r"[ \t\n\r\f]+")
WHOLE = ("code", "img", "svg")
"""Elements that stand in a line as they are."""

_Place = tuple[etree._Element, bool]
"""Where text stands: before the children of an element (False), or behind the element (True)."""


class PageRefused(Exception):
    """A page cannot become a PDF; the text says why."""


def literal(text: str) -> str:
    """A Typst string literal whose value is exactly the text."""
    return f'"{_SPECIAL.sub(_escaped, text)}"'


def call(name: str, *arguments: str, **named: str) -> str:
    """A call in Typst's code: `name(argument, key: value)`; underscores of keys become hyphens."""
    pairs = [f"{key.replace('_', '-')}: {value}" for key, value in named.items()]
    return f"{name}({', '.join([*pairs, *arguments])})"


def content(markup: str) -> str:
    """A content block."""
    return f"[{markup}]"


def shown(text: str) -> str:
    """Text as markup."""
    return f"#{literal(text)}" if text else ""


def collapse(block: etree._Element) -> None:
    """Collapse white space in a block of text as a browser does: runs become one blank, none at either end of a line."""
    last: _Place | None = None
    at_blank = True
    for place in _places(block):
        owner, is_tail = place
        if is_tail and owner.tag in (*WHOLE, "br"):
            _strip_end(last if owner.tag == "br" else None)
            last, at_blank = None, owner.tag == "br"
        text = _SPACES.sub(" ", _get(place))
        text = text.removeprefix(" ") if at_blank else text
        _set(place, text)
        if text:
            last, at_blank = place, text.endswith(" ")
    _strip_end(last)


def _strip_end(place: _Place | None) -> None:
    if place:
        _set(place, _get(place).removesuffix(" "))


def _places(element: etree._Element) -> Iterator[_Place]:
    if element.tag not in WHOLE and not is_apparatus(element):
        yield element, False
        for child in element:
            yield from _places(child)
            yield child, True


def _get(place: _Place) -> str:
    owner, is_tail = place
    return (owner.tail if is_tail else owner.text) or ""


def _set(place: _Place, text: str) -> None:
    owner, is_tail = place
    if is_tail:
        owner.tail = text
    else:
        owner.text = text


def _escaped(match: re.Match[str]) -> str:
    found = match.group()
    return f"\\{found}" if found in '"\\' else f"\\u{{{ord(found):x}}}"
