"""Lists that a page may ask for where they should stand: `[](list:NAME)` alone in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable

from golocal.content.locations import collection_page, record_page
from golocal.reading.markdown import prose_mask
from golocal.reading.parts import LISTS
from golocal.rendering.pages import data, news, offers, situations, ways, worksheets
from golocal.rendering.pages.page import Workshop
from golocal.rendering.text import bullets

_LIST = re.compile(r"\n*^\[\]\((list:[a-z-]+)\)[ ]*\n*", re.MULTILINE)
_COLLECTIONS = {
    "Rights": ("right", collection_page("right")),
    "Standards": ("standard", collection_page("standard")),
    "Indicators": ("indicator", collection_page("indicator")),
    "Terms": ("term", record_page("term", "")[0]),
    "Sources": ("reference", collection_page("reference")),
}


def expand_lists(workshop: Workshop, page: str, text: str) -> str:
    """The text with every list written out that it asks for outside of code."""
    if "list:" not in text:
        return text
    prose = prose_mask(text, 0)

    def shown(found: re.Match[str]) -> str:
        maker = MAKERS.get(found[1]) if _LIST.match(prose, found.start()) else None
        return f"\n\n{maker(workshop, page)}\n\n" if maker else found[0]

    return _LIST.sub(shown, text)


def _library(workshop: Workshop, page: str) -> str:
    return bullets(
        f"[{name}]({workshop.layout.link(page, target)}), {len(workshop.catalogue.of_kind(kind))}"
        for name, (kind, target) in _COLLECTIONS.items()
    )


MAKERS: dict[str, Callable[[Workshop, str], str]] = {
    "list:data-citation": data.citation,
    "list:data-columns": data.columns,
    "list:data-tables": data.tables,
    "list:data-whole": data.whole,
    "list:latest-news": news.latest,
    "list:library": _library,
    "list:offline-copies": offers.copies,
    "list:practices-by-size": ways.by_size,
    "list:publications": offers.every,
    "list:situations": situations.by_area,
    "list:ways": ways.through_the_library,
    "list:worksheets": worksheets.all_sheets,
}
assert MAKERS.keys() == LISTS
