"""What all page makers share."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from golocal.content.catalogue import Catalogue, Entry
from golocal.content.corpus import Document
from golocal.content.dates import newest_date
from golocal.content.mentions import RecordKey
from golocal.rendering.expand import Expander
from golocal.rendering.identity import Identity
from golocal.rendering.layout import Layout
from golocal.rendering.opendata import OpenData
from golocal.rendering.text import escape


@dataclass(frozen=True)
class GeneratedPage:
    """A page made of records.

    Attributes:
        path: repository path that it would have.
        kind: kind of its records; `collection` for a list of them.
        summary: plain text, for search and for lists.
        text: Markdown below the title and the trust line.
        lead: Markdown of the first paragraph; the summary if empty.
        of_data: whether it is made of data, in the public domain, and not of written pages.
        record: the record that has the page to itself; None for a page of several.
    """

    path: str
    kind: str
    title: str
    summary: str
    text: str
    lead: str = ""
    of_data: bool = True
    record: Entry | None = None


@dataclass
class Workshop:
    """The tools of a page maker: catalogue, links, labels; and open data, if they were made."""

    expander: Expander
    identity: Identity
    data: OpenData | None = None

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of all records."""
        return self.expander.catalogue

    @property
    def layout(self) -> Layout:
        """How pages link to one another."""
        return self.expander.layout

    def label(self, vocabulary: str, value: Any) -> str:
        """The label of a vocabulary entry, as Markdown; the value itself where there is none."""
        entry = self.catalogue.corpus.vocabularies.get(vocabulary, {}).get(str(value), {})
        return escape(str(entry.get("label") or value))

    def labels(self, vocabulary: str, values: Any) -> str:
        """Labels joined by commas; empty for no values."""
        return ", ".join(self.label(vocabulary, value) for value in values or [])

    def link(self, page: str, kind: str, id: str, text: str = "", anchor: str = "") -> str:
        """A link to a record; its id as text where the record does not exist."""
        key = RecordKey(kind, id)
        return (
            self.expander.record_link(page, key, text, anchor) if key in self.catalogue.entries else escape(text or id)
        )

    def rights(self, page: str, codes: Any) -> str:
        """Links to rights, joined by commas."""
        return ", ".join(self.link(page, "right", code) for code in codes or [])

    def record_links(self, page: str, references: Any) -> str:
        """Links for record links such as `standard:icescr#art-11-1`, joined by commas."""
        return ", ".join(self.expander.named(page, str(reference)) for reference in references or [])

    def page_title(self, path: str, *, with_volume: bool = True) -> str:
        """Title of a written page; a part of a chapter is named with its chapter, an article with its volume unless told not to."""
        document = self.catalogue.corpus.documents[path]
        first = self._first_page(path)
        named_with_it = document.kind in ("chapter-part", "worksheet") or (with_volume and document.kind == "article")
        return f"{first.title}: {document.title}" if first and named_with_it else document.title

    def number_in_series(self, path: str) -> str:
        """Number of the volume that a written page belongs to; empty where no volume says it."""
        first = self._first_page(path)
        return str(first.front.get("number") or "") if first else ""

    def _first_page(self, path: str) -> Document | None:
        return self.catalogue.corpus.documents.get(f"{'/'.join(path.split('/')[:2])}/index.md")

    @cached_property
    def edition(self) -> datetime.date:
        """The day of this edition of the site."""
        return newest_date(self.catalogue)

    def entry_row(self, page: str, entry: Entry) -> str:
        """A record as a line of a list: linked title and summary."""
        return f"**{self.link(page, *entry.key)}**. {escape(entry.summary)}"
