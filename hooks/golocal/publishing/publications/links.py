"""Where the links of a publication lead: to places in it, to its sources and glossary, to pages on the site, to the web."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urldefrag

from lxml import etree

from golocal.content.locations import is_topic_page, record_page
from golocal.reading.addresses import scheme_of
from golocal.rendering.identity import Identity
from golocal.rendering.page_tree import plain_text

REFERENCE = "ref-"
TERM, ELSEWHERE = "term-", "site-"
"""Beginnings of the ids of sources, of terms in the glossary, and of pages in the list of those on the site."""
TERMS = record_page("term", "")[0]


def text_id(number: int, id: str = "") -> str:
    """The id of the text of that number, or of a place in it."""
    return f"t{number}-{id}" if id else f"t{number}"


@dataclass
class Used:
    """What the links of a publication have named, each once and in the order of the text.

    Attributes:
        sources: keys.
        terms: ids, each with the words that stand for it in the texts.
        pages: repository paths of pages and files that are not in the publication.
    """

    sources: dict[str, None] = field(default_factory=dict)
    terms: dict[str, dict[str, None]] = field(default_factory=dict)
    pages: dict[str, None] = field(default_factory=dict)

    def page_id(self, path: str) -> str:
        """The id of the entry of a page in the list of pages on the site."""
        self.pages[path] = None
        return f"{ELSEWHERE}{list(self.pages).index(path)}"


class Linker:
    """Gives every link of a publication the address that is right there, and notes what was named.

    Args:
        numbers: the number of each text by its repository path.
        trees: the trees of the texts in that order, with their final ids.
    """

    def __init__(self, numbers: Mapping[str, int], trees: list[etree._Element], identity: Identity) -> None:
        self.used = Used()
        self._numbers = numbers
        self._ids = {str(element.get("id")) for tree in trees for element in tree.iter("*") if element.get("id")}
        self._identity = identity

    def join(self, path: str, tree: etree._Element) -> None:
        """Set the addresses of all links and images of a text, given by its repository path."""
        folder = posixpath.dirname(path)
        for link in list(tree.iter("a")):
            address = self._address(path, link.get("href", ""), plain_text(link))
            if address:
                link.set("href", address)
            else:
                link.tag = "span"
                del link.attrib["href"]
        for image in tree.iter("img"):
            image.set("src", posixpath.normpath(posixpath.join(folder, image.get("src", ""))))

    def _address(self, path: str, address: str, words: str) -> str:
        """Where a link with these words leads; empty where it leads nowhere."""
        if scheme_of(address):
            return address
        target, anchor = urldefrag(address)
        if not target and anchor.startswith(REFERENCE):
            self.used.sources[anchor.removeprefix(REFERENCE)] = None
            return f"#{anchor}"
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
        if target == TERMS and anchor:
            self.used.terms.setdefault(anchor, {})[words] = None
            return f"#{TERM}{anchor}"
        return f"#{self._inside(target, anchor)}" if target in self._numbers else self._elsewhere(target, anchor)

    def _inside(self, target: str, anchor: str) -> str:
        """A place of a text; the text itself where the publication has left out the place."""
        number = self._numbers[target]
        place = text_id(number, anchor)
        return place if place in self._ids else text_id(number)

    def _elsewhere(self, target: str, anchor: str) -> str:
        """An address on the web, or the place in the list of pages on the site. Pages of topics only sort other pages: no list names them."""
        entry = "" if is_topic_page(target) else f"#{self.used.page_id(target)}"
        address = self._identity.address_of(target)
        return f"{address}{f'#{anchor}' if anchor else ''}" if address else entry
