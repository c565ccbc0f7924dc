"""Codes of indicators in the text of a record lead to their sheets: one sheet builds on another."""

from __future__ import annotations

from golocal.reading.codes import places_of_codes
from golocal.rendering.pages.page import Workshop
from golocal.rendering.text import escape


def with_codes(workshop: Workshop, page: str, text: str) -> str:
    """A record's text as Markdown, with a link on the first place of each code."""
    pieces: list[str] = []
    linked: set[str] = set()
    rest = 0
    for begin, end in places_of_codes(text):
        code = text[begin:end]
        if code not in linked:
            pieces += [escape(text[rest:begin]), workshop.link(page, "indicator", code.lower(), code)]
            linked.add(code)
            rest = end
    return "".join([*pieces, escape(text[rest:])])
