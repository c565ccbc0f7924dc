"""One page as HTML, with its addresses left open: they differ between the copies of a site, the rest does not."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, cast

import markdown
from markdown.serializers import to_xhtml_string
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX
from mkdocs.structure.pages import _ExtractAnchorsTreeprocessor, _ExtractTitleTreeprocessor, _RawHTMLPreprocessor

from golocal.rendering.markdown.figures import Figures
from golocal.rendering.page_tree import OWN_EXTENSION

_ADDRESSES = {"a": "href", "img": "src"}
"""The attribute that MkDocs reads as an address, by the name of the element."""

_PLACE = re.compile(f"{STX}address:([0-9]+){ETX}")
"""Markdown takes these two signs out of every text, so no text can hold a place."""


class Job(NamedTuple):
    """What is to be converted.

    Attributes:
        path: repository path of the page.
        text: its Markdown.
        figures: SVG of figures that have no file, by the repository path that they would have.
    """

    path: str
    text: str
    figures: Mapping[str, str]


class Means(NamedTuple):
    """What all pages of a site are converted with: root of the repository, names of the extensions, settings of each."""

    root: str
    extensions: list[str]
    settings: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Converted:
    """A page as HTML with open addresses, and what MkDocs asks of a page.

    Attributes:
        addresses: what links and images name, in their order.
        contents: tokens of the list of contents, as Markdown gives them.
        title: of the first heading, where the page begins with one of level 1.
        anchors: ids in the page.
        figures: hash of each figure that was read, by its repository path; empty where there was none.
    """

    html: str
    addresses: list[str]
    contents: list[Any]
    title: str | None
    anchors: list[str]
    figures: dict[str, str]

    def closed(self, address_of: Callable[[str], str]) -> str:
        """The HTML with each address as the copy needs it; `address_of` is asked once for each, in their order."""
        known = [_escaped(address_of(address)) for address in self.addresses]
        return _PLACE.sub(lambda found: known[int(found[1])], self.html)


class _OpenAddresses(Treeprocessor):
    """Leaves addresses open. One in which Markdown itself has still something to put stays, as MkDocs cannot read it either."""

    def __init__(self, md: markdown.Markdown) -> None:
        super().__init__(md)
        self.found: list[str] = []

    def run(self, root: etree.Element) -> None:
        """Put a sign in place of each address."""
        for element in root.iter():
            name = _ADDRESSES.get(element.tag)
            if name:
                address = element.get(name, "")
                if STX not in address:
                    element.set(name, f"{STX}address:{len(self.found)}{ETX}")
                self.found.append(address)


def convert(means: Means, job: Job) -> Converted:
    """Convert a page by the extensions of the site, with what MkDocs adds to them, in its order."""
    own = {"root": means.root, "page": job.path, "figures": job.figures}
    settings = {**means.settings, OWN_EXTENSION: own}
    md = markdown.Markdown(extensions=means.extensions, extension_configs=cast(Any, settings))
    raw, title = _RawHTMLPreprocessor(), _ExtractTitleTreeprocessor()
    anchors = _ExtractAnchorsTreeprocessor(*cast(Any, (None, None, None)))
    raw._register(md)
    anchors._register(md)
    addresses = _OpenAddresses(md)
    md.treeprocessors.register(addresses, "relpath", 0)
    title._register(md)
    html = md.convert(job.text)
    return Converted(
        html,
        addresses.found,
        getattr(md, "toc_tokens", []),
        title.title,
        sorted(anchors.present_anchor_ids | raw.present_anchor_ids),
        cast(Figures, md.treeprocessors["golocal-figures"]).read,
    )


@lru_cache(maxsize=4096)
def _escaped(address: str) -> str:
    """An address as Markdown writes it into an attribute."""
    return to_xhtml_string(etree.Element("a", {"href": address})).removeprefix('<a href="').removesuffix('"></a>')
