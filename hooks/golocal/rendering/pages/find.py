"""The page of the search. What stands in it is a complete list by kind; the theme puts the search above it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from golocal.content.locations import FIND, HOME, collection_page
from golocal.rendering.kind_names import MANY
from golocal.rendering.pages.page import GeneratedPage, Workshop
from golocal.rendering.text import bullets, escape, folded, section

KIND = "find"
EVERYTHING = "Everything, by kind"
OTHERS = "Pages about this site"
SUMMARY = "Search all pages and records, or choose by kind, right, theme and place."


def pages(workshop: Workshop) -> Iterator[GeneratedPage]:
    """The page with its list: records and pages by kind, each group by title."""
    groups: dict[str, dict[str, str]] = defaultdict(dict)
    for name, title, link in (*_records(workshop), *_pages(workshop)):
        groups[name].setdefault(link, title)
    parts = [
        folded(f"{name} ({len(links)})", bullets(sorted(links, key=lambda link: links[link].casefold())))
        for name in (*dict.fromkeys(MANY.values()), OTHERS)
        if (links := groups.get(name))
    ]
    text = section(EVERYTHING, "\n\n".join([*parts, *_sources(workshop)]))
    yield GeneratedPage(FIND, KIND, "Find", SUMMARY, text, of_data=False)


def _records(workshop: Workshop) -> Iterator[tuple[str, str, str]]:
    for key, entry in workshop.catalogue.entries.items():
        if key.kind in MANY and entry.status != "draft":
            yield MANY[key.kind], entry.title, workshop.link(FIND, *key)


def _pages(workshop: Workshop) -> Iterator[tuple[str, str, str]]:
    """Pages that are no records: parts of chapters, and pages of the site itself."""
    for path, document in workshop.catalogue.corpus.documents.items():
        if document.status != "draft" and document.kind in ("chapter-part", "page") and path != HOME:
            title = workshop.page_title(path)
            yield MANY.get(document.kind, OTHERS), title, f"[{escape(title)}]({workshop.layout.link(FIND, path)})"


def _sources(workshop: Workshop) -> list[str]:
    target = workshop.layout.link(FIND, collection_page("reference"))
    number = len(workshop.catalogue.of_kind("reference"))
    return [f"[All sources]({target}), {number}"] if number else []
