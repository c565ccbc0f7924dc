"""Nothing of the source's notation is left in a page: what was not understood would otherwise be shown as it was typed."""

from __future__ import annotations

import re

import pytest
from lxml import html

pytestmark = pytest.mark.site

LEFT = re.compile(
    r"\[[^\[\]]*@[a-z0-9]"  # a citation
    r"|\]\((?:[a-z-]+:|\.{0,2}/)"  # a link
    r"|\{:"  # an attribute list
    r"|golocal: allow"  # a waiver
    r"|^\s*(?:#{2,6} |:   |> )"  # a heading, a definition, a quotation
    r"|\*\*\S",
    re.MULTILINE,
)


def prose(page: html.HtmlElement) -> str:
    """The text of a page without its code."""
    article = page.find(".//article")
    if article is None:
        return ""
    texts = article.xpath(".//text()[not(ancestor::code or ancestor::pre or ancestor::script or ancestor::style)]")
    return " ".join(str(text) for text in texts)


def test_no_notation_is_left(pages: dict[str, html.HtmlElement]) -> None:
    found = {path: match.group() for path, page in pages.items() if (match := LEFT.search(prose(page)))}
    assert found == {}
