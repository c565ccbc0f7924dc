"""All pages as plain Markdown, written and generated: what MkDocs renders and what `golocal stage` writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any

from lxml import etree

from golocal.content.catalogue import Catalogue
from golocal.content.corpus import Document
from golocal.content.dates import days_of
from golocal.content.locations import HOME
from golocal.reading.files import read_text
from golocal.reading.parts import PLAN_WORKBOOK
from golocal.reading.settings import read_settings
from golocal.rendering import opensearch
from golocal.rendering.download import expand_downloads
from golocal.rendering.expand import Expander
from golocal.rendering.feeds import feeds
from golocal.rendering.glossary import Glossary
from golocal.rendering.identity import Identity
from golocal.rendering.layout import OPEN, REPOSITORY, Layout
from golocal.rendering.licence import CC0
from golocal.rendering.made import NOTHING_MADE, Made
from golocal.rendering.opendata import plan_workbook
from golocal.rendering.page_tree import MarkdownSettings, page_tree
from golocal.rendering.pages import apparatus, documents, indexes, worksheets
from golocal.rendering.pages.families import FAMILIES
from golocal.rendering.pages.head import Head, head_of
from golocal.rendering.pages.page import GeneratedPage, Workshop
from golocal.rendering.record_data import data_path, record_json
from golocal.rendering.references import FormattedSource, format_sources, shortened, unformatted
from golocal.rendering.staged_page import StagedPage
from golocal.rendering.text import escape

WHOSE = {
    "chain": "Our own example, invented",
    "measure": "Our own example, invented",
    "collection": "Our own list",
    "reference": "Our own list",
    "self-check": "Our own questions",
    "term": "Our own glossary",
}
"""What a generated page is, where it is no record of a work by others."""


class Site:
    """Makes pages out of a checked catalogue. Every page is made once; `made` is what pages may offer for download.

    Attributes:
        workshop: the tools that its pages are made with, which leave links open.
        pulse: called before each page; what it raises ends the work.
    """

    def __init__(
        self,
        root: Path,
        catalogue: Catalogue,
        identity: Identity,
        *,
        layout: Layout = REPOSITORY,
        preview: bool = False,
        made: Made = NOTHING_MADE,
    ) -> None:
        self.root = root
        self.catalogue = catalogue
        self._made = made
        self._layout = layout
        self.pulse: Callable[[], None] = lambda: None
        self._open: dict[str, StagedPage] = {}
        self._pages: dict[str, StagedPage] = {}
        self.workshop = Workshop(self._expander(preview), identity, self._text_of, self._tree_of, made)

    def _expander(self, preview: bool) -> Expander:
        records = _with_short_titles(self.catalogue)
        sources: dict[str, FormattedSource]
        sources = unformatted(records) if preview else format_sources(records, self.root / ".cache")
        sources = shortened(sources, _short_names(self.catalogue))
        terms = {entry.key.id: entry.data for entry in self.catalogue.of_kind("term")}
        return Expander(self.catalogue, sources, Glossary(terms), OPEN)

    @cached_property
    def generated(self) -> dict[str, GeneratedPage]:
        """Generated pages by their repository path; a written page of the same path takes their place."""
        pages: dict[str, GeneratedPage] = {}
        for page in chain(*(make(self.workshop) for make in FAMILIES)):
            self.pulse()
            pages[page.path] = page
        return {path: page for path, page in pages.items() if path not in self.catalogue.corpus.documents}

    @cached_property
    def data_files(self) -> dict[str, str]:
        """Files with the data of one record each, by the repository path that they would have, beside the page of the record."""
        vocabularies = self.catalogue.corpus.vocabularies
        name = self.workshop.identity.name
        records = [page.record for page in self.generated.values() if page.record]
        return {data_path(record.page): record_json(record, vocabularies, name) for record in records}

    @cached_property
    def files(self) -> dict[str, str]:
        """All files that the build makes beside the pages, by the repository path that they would have."""
        of_pages = {path: text for page in self.generated.values() for path, text in page.files.items()}
        of_site = feeds(self.workshop) | opensearch.description(self.workshop.identity)
        return self.data_files | of_pages | worksheets.files(self.workshop) | of_site

    @cached_property
    def figures(self) -> dict[str, str]:
        """Figures of generated pages as SVG, by the repository path that they would have. Pages hold them; the site has no file of them."""
        return self.figures_for(self._layout)

    def figures_for(self, layout: Layout) -> dict[str, str]:
        """The same figures with links of another layout."""
        return {name: text for path in self.generated for name, text in self.figures_of(path, layout).items()}

    def figures_of(self, path: str, layout: Layout | None = None) -> dict[str, str]:
        """Those of one page; none of a written page, which shows files."""
        if path in self.catalogue.corpus.documents:
            return {}
        figures = self.generated[path].figures.items()
        return {name: (layout or self._layout).closed(path, text) for name, text in figures}

    def head(self, path: str) -> Head:
        """What the head of a page tells programs."""
        generated = None if path in self.catalogue.corpus.documents else self.generated[path]
        return head_of(self.workshop, path, generated)

    def __contains__(self, path: str) -> bool:
        """Whether a page, written or generated, has that repository path."""
        return path in self.catalogue.corpus.documents or path in self.generated

    @property
    def paths(self) -> list[str]:
        """Paths of all pages, written and generated, sorted."""
        return sorted({*self.catalogue.corpus.documents, *self.generated})

    def page(self, path: str) -> StagedPage:
        """The page of that repository path."""
        if path not in self._pages:
            self._pages[path] = self.page_for(path, self._layout)
        return self._pages[path]

    def page_for(self, path: str, layout: Layout) -> StagedPage:
        """The same page with links of another layout."""
        if path not in self._open:
            self.pulse()
            document = self.catalogue.corpus.documents.get(path)
            self._open[path] = self._written(document) if document else self._generated(self.generated[path])
        page = self._open[path]
        return replace(page, text=layout.closed(path, page.text))

    def _written(self, document: Document) -> StagedPage:
        text = self._text_of(document)
        body = documents.body(self.workshop, document, text, indexes.for_page(self.workshop, document.path))
        body = expand_downloads(body, self._downloads(document.path))
        kind = "home" if document.path == HOME else document.kind
        return StagedPage(
            document.path,
            kind,
            document.title,
            document.summary,
            body,
            False,
            version=str(document.front.get("version") or ""),
            changed_on=max(days_of(document), default=None),
            licence=CC0 if document.kind == "worksheet" else self.workshop.identity.licence,
            source=document.path,
        )

    def _text_of(self, document: Document) -> str:
        return read_text((self.root / document.path).read_bytes())[0]

    def _tree_of(self, path: str, text: str) -> etree._Element:
        return page_tree(StagedPage(path, "", "", "", text, False), self.root, self._markdown)

    @cached_property
    def _markdown(self) -> MarkdownSettings:
        return MarkdownSettings.from_config(read_settings(self.root))

    def _downloads(self, path: str) -> dict[str, Callable[[str], str]]:
        link_to = partial(self.workshop.layout.link, path)
        return {
            PLAN_WORKBOOK: partial(plan_workbook, self._made.data, link_to),
        }

    def _generated(self, page: GeneratedPage) -> StagedPage:
        whose = WHOSE.get(page.kind, "Library record") if page.of_data else "List of our own texts"
        trust = f"{whose}. {self.workshop.identity.independence}\n{{: .trust }}"
        lead = f"{page.lead or escape(page.summary)}\n{{: .lead }}"
        cited = apparatus.of_record(self.workshop, page.record) if page.record else ""
        text = f"# {escape(page.title)}\n\n{lead}\n\n{trust}\n\n{page.text.strip()}\n"
        text += f"\n{cited}" if cited else ""
        return StagedPage(
            page.path,
            page.kind,
            page.title,
            page.summary,
            text,
            True,
            changed_on=self.workshop.edition,
            licence=CC0 if page.of_data else self.workshop.identity.licence,
            source=page.record.path if page.record else "",
        )


def _short_names(catalogue: Catalogue) -> dict[str, str]:
    """Long names of bodies and what labels call them, as editors keep them in docs/data/vocabularies/short-names.yml."""
    entries = catalogue.corpus.vocabularies.get("short-names", {}).values()
    return {str(entry.get("description")): str(entry.get("label")) for entry in entries}


def _with_short_titles(catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    """Sources by key; a standard that is cited without an author is named by its short title."""
    short = {entry.data["source"]: entry.title for entry in catalogue.of_kind("standard")}
    records = {entry.key.id: entry.data for entry in catalogue.of_kind("reference")}
    return {
        key: {**record, "title-short": short[key]} if key in short and not record.get("title-short") else record
        for key, record in records.items()
    }
