"""Lists of all records of a kind, in groups by which one looks: rights by tier, standards by family, indicators by right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from golocal.content.catalogue import Entry
from golocal.content.locations import collection_page
from golocal.rendering.pages.page import GeneratedPage, Workshop
from golocal.rendering.pages.rows import by_title, form_of, row
from golocal.rendering.pages.ways import for_residents
from golocal.rendering.text import bullets, escape, listing

ALL_RIGHTS = "all-rights"
SUMMARIES = {
    "standard": "Treaties, resolutions, charters and frameworks that local governments work with.",
    "right": "What each right means in a town, what the city owes you and where to complain.",
    "indicator": "Method sheets of indicators that a town can compute.",
}
Groups = Callable[[Workshop], Iterator[tuple[str, str, list[Entry]]]]
"""Makes groups of entries, each with an anchor and a heading."""


def pages(workshop: Workshop) -> Iterator[GeneratedPage]:
    """The list of rights, of standards and of indicators."""
    yield _collection(workshop, "standard", "Standards", _by_family)
    yield _collection(workshop, "right", "Rights", by_tier)
    yield _collection(workshop, "indicator", "Indicators", _by_right)


def _collection(workshop: Workshop, kind: str, title: str, groups: Groups) -> GeneratedPage:
    page = collection_page(kind)
    line = LINES[kind]
    parts = [
        listing(f"{heading} ({len(entries)})", bullets(line(workshop, page, entry) for entry in entries), anchor)
        for anchor, heading, entries in groups(workshop)
        if entries
    ]
    above = f"{for_residents(workshop, page, 'Do you live here?')}\n" if kind == "right" else ""
    return GeneratedPage(page, "collection", title, SUMMARIES[kind], "\n".join([above, *parts]))


def _in_short(workshop: Workshop, page: str, entry: Entry) -> str:
    return row(workshop, page, entry.key)


def _summarised(workshop: Workshop, page: str, entry: Entry) -> str:
    return workshop.entry_row(page, entry)


def _with_official_title(workshop: Workshop, page: str, entry: Entry) -> str:
    """A short title is often a symbol that says nothing to a newcomer; the region stands in the heading."""
    title = str(entry.data["title"])
    official = escape(title) if title != entry.title else ""
    first = row(workshop, page, entry.key, detailed=False)
    return " · ".join(filter(None, [first, official, *form_of(workshop, entry)]))


LINES = {"standard": _with_official_title, "right": _summarised, "indicator": _in_short}
"""How a record of each kind stands in its list."""


def _by_vocabulary(
    workshop: Workshop, kind: str, field: str, vocabulary: str
) -> Iterator[tuple[str, str, list[Entry]]]:
    by_value: dict[str, list[Entry]] = defaultdict(list)
    for entry in workshop.catalogue.of_kind(kind):
        by_value[str(entry.data[field])].append(entry)
    known = workshop.catalogue.corpus.vocabularies.get(vocabulary, {})
    for value in dict.fromkeys((*known, *by_value)):
        yield value, workshop.label(vocabulary, value), by_title(by_value.get(value, []))


def by_tier(workshop: Workshop) -> Iterator[tuple[str, str, list[Entry]]]:
    """Rights by tier: its id, its label, its rights by title."""
    return _by_vocabulary(workshop, "right", "tier", "tiers")


def _by_family(workshop: Workshop) -> Iterator[tuple[str, str, list[Entry]]]:
    return _by_vocabulary(workshop, "standard", "region", "standard-regions")


def _by_right(workshop: Workshop) -> Iterator[tuple[str, str, list[Entry]]]:
    """Indicators of all rights together first, then those of each right in the order of the list of rights."""
    by_value: dict[str, list[Entry]] = defaultdict(list)
    for entry in workshop.catalogue.of_kind("indicator"):
        by_value[str(entry.data["right"])].append(entry)
    rights = [entry for _, _, entries in by_tier(workshop) for entry in entries]
    yield ALL_RIGHTS, "All rights", _by_code(by_value[ALL_RIGHTS])
    for right in rights:
        yield right.key.id, escape(right.title), _by_code(by_value.get(right.key.id, []))


def _by_code(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.key)
