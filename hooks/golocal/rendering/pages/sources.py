"""All sources, a page for each first letter of their keys, each with how much was read and where it is cited."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping
from textwrap import indent

from golocal.content.locations import collection_page, record_page
from golocal.content.mentions import RecordKey
from golocal.rendering.pages.page import GeneratedPage, Workshop
from golocal.rendering.pages.related import where_used
from golocal.rendering.text import bullets

_INDEX = collection_page("reference")
_SUMMARY = "Every source that a page or record of this site cites, and how much of it was read."
_ORDER = (
    "The letter is the first one of the key by which our texts cite a source. Mostly it is that of the author; "
    "a body often stands under its short name, and a law may stand under its town."
)


def pages(workshop: Workshop) -> Iterator[GeneratedPage]:
    """The page that leads to the letters, and a page for each of them."""
    by_page: dict[str, list[str]] = defaultdict(list)
    for key in workshop.expander.sources:
        by_page[record_page("reference", key)[0]].append(key)
    numbers = {page: len(by_page[page]) for page in sorted(by_page, key=_in_order)}
    links = bullets(f"{_link(workshop, _INDEX, page)}, {number}" for page, number in numbers.items())
    yield GeneratedPage(_INDEX, "collection", "Sources", _SUMMARY, f"{_ORDER}\n\n{links}" if links else "")
    for page in numbers:
        yield _letter(workshop, page, by_page[page], numbers)


def _in_order(page: str) -> tuple[bool, str]:
    name = _name(page)
    return len(name) > 1, name


def _name(page: str) -> str:
    """What a page is called: the letter, or a word for keys that begin with none."""
    return posixpath.basename(page).removesuffix(".md").capitalize()


def _link(workshop: Workshop, page: str, target: str) -> str:
    return f"[{_name(target)}]({workshop.layout.link(page, target)})"


def _letter(workshop: Workshop, page: str, keys: list[str], numbers: Mapping[str, int]) -> GeneratedPage:
    name = _name(page)
    ways = " · ".join(f"**{name}**" if other == page else _link(workshop, page, other) for other in numbers)
    sources = "\n\n".join(_source(workshop, page, key) for key in workshop.expander.in_order(keys))
    summary = f"The sources that are filed under {name}, and how much of each was read."
    text = f"[All sources]({workshop.layout.link(page, _INDEX)}): {ways}\n\n{_ORDER}\n\n{sources}\n"
    return GeneratedPage(page, "reference", f"Sources: {name}", summary, text)


def _source(workshop: Workshop, page: str, key: str) -> str:
    """A source with its anchor, then on demand the records and pages that cite it."""
    users = where_used(workshop, page, RecordKey("reference", key))
    entry = f"- {workshop.expander.source_line(key)}\n{{: #{key} }}"
    return indent(f"{entry}\n\n{users}" if users else entry, "    ").strip()
