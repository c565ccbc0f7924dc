"""A staged page as an HTML tree, by exactly the Markdown extensions of mkdocs.yml: what PDF and EPUB are made of.

Markdown writes well-formed XML as long as raw HTML is refused, and our own extension refuses it; so the tree is read as
XML, which keeps the letter case of SVG (`viewBox`), unlike a parser of HTML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import markdown
from lxml import etree

from golocal.rendering.staged_page import StagedPage

OWN_EXTENSION = "golocal.rendering.markdown"
BUILT_IN = ("toc", "tables", "fenced_code")
IN_LINE = frozenset({"a", "abbr", "code", "del", "em", "span", "strong", "sub", "sup", "tspan"})
"""Elements that may stand inside of a word."""

_NAMED_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]*;")


@dataclass(frozen=True)
class MarkdownSettings:
    """Names of the extensions in their order, and the settings of each."""

    extensions: tuple[str, ...]
    settings: Mapping[str, Mapping[str, Any]]

    @classmethod
    def from_config(cls, config: Mapping[str, Any]) -> MarkdownSettings:
        """Read `markdown_extensions` of mkdocs.yml as MkDocs does: its own three come first, a name counts once."""
        names, settings = list(BUILT_IN), {}
        for row in config.get("markdown_extensions") or []:
            given = row if isinstance(row, dict) else {row: {}}
            names += given
            settings.update({name: dict(values or {}) for name, values in given.items()})
        return cls(tuple(dict.fromkeys(names)), settings)


def page_tree(page: StagedPage, root: Path, markdown_settings: MarkdownSettings) -> etree._Element:
    """The page as a `div` of block elements. `root` is the repository root, from which figures are read."""
    own = {"root": str(root), "page": page.path}
    converter = markdown.Markdown(
        extensions=list(markdown_settings.extensions),
        extension_configs={**markdown_settings.settings, OWN_EXTENSION: own},
    )
    output = _NAMED_ENTITY.sub(lambda match: unescape(match.group()), converter.convert(page.text))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, huge_tree=False)
    return etree.fromstring(f"<div>{output}</div>", parser)


def is_unsearched(element: etree._Element) -> bool:
    """Whether search must not see an element: the mark beside a heading, a tooltip, a section about the page itself."""
    return element.get("class") == "headerlink" or element.get("data-search-exclude") is not None


def plain_text(element: etree._Element) -> str:
    """The text of an element without what search must not see; a blank stands between blocks."""
    pieces = [element.text or ""]
    for child in element:
        inside = "" if is_unsearched(child) else plain_text(child)
        pieces += [inside if child.tag in IN_LINE else f" {inside} ", child.tail or ""]
    return "".join(pieces)
