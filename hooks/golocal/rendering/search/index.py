"""Collects pages while they are rendered, and writes the search when all are there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from textwrap import shorten
from typing import Any

from lxml import etree, html

from golocal.content.catalogue import Entry
from golocal.content.locations import FIND, HOME
from golocal.rendering.search.facets import facets, orders, where
from golocal.rendering.search.kinds import kind_of, weight_of
from golocal.rendering.search.scripts import scripts
from golocal.rendering.search.sections import Section, line_of, sections_of
from golocal.rendering.search.terms import EMPTY
from golocal.rendering.search.units import Unit
from golocal.rendering.site import Site

FOLDER = "search"
NOT_FOUND = frozenset({FIND, HOME})
"""Pages that lead to others and hold nothing of their own."""

SYNONYMS = "synonyms"
SEPARATOR = ";"
_NAMES = ("symbol", "number", "document", "city", "edition", "place")
"""Fields that name a record besides its title."""


class SearchIndex:
    """The search of one run. Pages may come in any order; drafts are not found."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._units: dict[str, list[Unit]] = {}
        self._records_by_page: dict[str, list[Entry]] = defaultdict(list)
        for _, entry in sorted(site.catalogue.entries.items()):
            self._records_by_page[entry.page].append(entry)

    def add(self, path: str, url: str, content: str) -> None:
        """Take a page: its repository path, its address relative to the root, its text as rendered."""
        if path in NOT_FOUND or path not in self._site or self._is_draft(path):
            return
        tree = html.fragment_fromstring(content, create_parent="div")
        entries = self._records_by_page.get(path, [])
        is_shared = any(entry.page_anchor for entry in entries)
        self._units[path] = (
            [*_itself(self._site, path, entries, url, tree), *_records(self._site, entries, url, tree)]
            if is_shared
            else [_page(self._site, path, entries[0] if entries else None, url, tree)]
        )

    @property
    def units(self) -> list[Unit]:
        """All that can be found, by path."""
        return [unit for path in sorted(self._units) for unit in self._units[path]]

    def scripts(self) -> dict[str, str]:
        """The files by name."""
        vocabularies = self._site.catalogue.corpus.vocabularies
        return scripts(
            self.units, synonyms(vocabularies.get(SYNONYMS, {})), sorted(EMPTY), orders(self._site.catalogue)
        )

    def write(self, folder: Path) -> None:
        """Write the files into the folder of a site. Raises OSError."""
        for name, script in self.scripts().items():
            file = folder / FOLDER / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(script.encode())

    def _is_draft(self, path: str) -> bool:
        document = self._site.catalogue.corpus.documents.get(path)
        return document is not None and document.status == "draft"


def _page(site: Site, path: str, entry: Entry | None, url: str, tree: etree._Element) -> Unit:
    document = site.catalogue.corpus.documents.get(path)
    data = document.front if document else entry.data if entry else {}
    kind = document.kind if document else site.page(path).kind
    id = entry.key.id if entry else ""
    title = site.workshop.page_title(path) if document else site.page(path).title
    return Unit(
        url,
        title,
        kind_of(path, kind),
        sections_of(tree),
        _also(data, title, kind, id),
        weight_of(path, kind),
        facets(site.workshop, kind, id, data),
        *where(site.workshop, data),
        name=_name(data, title, kind),
    )


def _itself(site: Site, path: str, entries: list[Entry], url: str, tree: etree._Element) -> list[Unit]:
    """A page that several records share, by its title and what stands before them: somebody asks for the glossary, nobody for the sources under A."""
    if entries[0].key.kind == "reference":
        return []
    page = _page(site, path, None, url, tree)
    return [replace(page, sections=page.sections[:1])]


def _records(site: Site, entries: list[Entry], url: str, tree: etree._Element) -> list[Unit]:
    """The records of a page that several share; the page is read once for all of them."""
    sections = {section.anchor: section for section in reversed(sections_of(tree))}
    items = {element.get("id"): element for element in tree.iter() if element.get("id")}
    return [
        _record(site, entry, url, sections.get(entry.page_anchor), items.get(entry.page_anchor)) for entry in entries
    ]


def _record(site: Site, entry: Entry, url: str, section: Section | None, item: etree._Element | None) -> Unit:
    """A record that shares its page: a section of it, or an item of a list."""
    kind, id = entry.key
    own = replace(section, anchor="", heading=entry.title) if section else Section("", entry.title)
    if not section and item is not None:
        own.text.append(line_of(item))
    return Unit(
        f"{url}#{entry.page_anchor}",
        shorten(entry.title, LONGEST_TITLE, placeholder=" …") if kind == "reference" else entry.title,
        kind_of(entry.page, kind),
        [own],
        _also(entry.data, entry.title, kind, id),
        weight_of(entry.page, kind),
        facets(site.workshop, kind, id, entry.data),
        name=_name(entry.data, entry.title, kind),
    )


LONGEST_TITLE = 72
"""Letters of the title of a source in a list of results. All of it is in the text that is searched; sources are half of all records,
and what the search loads first holds every title."""


def synonyms(entries: Mapping[str, Any]) -> dict[str, list[str]]:
    """Other words by the phrase that stands on the site, as editors keep them in docs/data/vocabularies/synonyms.yml."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry in entries.values():
        words = map(str.strip, str(entry.get("description") or "").split(SEPARATOR))
        found[str(entry.get("label"))] += [word for word in words if word]
    return dict(found)


def _also(data: Mapping[str, Any], title: str, kind: str, id: str) -> list[str]:
    """Other names of a record. A source is named by its title alone: what else is known of it stands in its text."""
    if kind == "reference":
        return []
    names = [str(data.get(key) or "") for key in _NAMES]
    names += [str(name) for key in ("also", "avoid", "keywords", "authors") for name in data.get(key) or []]
    names += [id] if kind == "indicator" else []
    return [name for name in dict.fromkeys(names) if name and name not in (title, data.get("title"))]


def _name(data: Mapping[str, Any], title: str, kind: str) -> str:
    """The title that a record or a page gives itself, where it is shown by another: a treaty by its acronym, a worksheet with its chapter."""
    own = str(data.get("title") or "")
    return "" if own == title or kind == "reference" else own
