"""What all page makers share."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lxml import etree

from golocal.content.catalogue import Catalogue, Entry
from golocal.content.corpus import Document
from golocal.content.dates import newest_date
from golocal.content.locations import document_path, topic_page
from golocal.content.mentions import RecordKey
from golocal.content.neighbours import GROUPED, Ends, Topic, groups_of, members, neighbours
from golocal.content.relations import Relation, relations
from golocal.rendering.expand import Expander
from golocal.rendering.identity import Identity
from golocal.rendering.layout import Linking
from golocal.rendering.made import NOTHING_MADE, Made
from golocal.rendering.publications import Publication, publications
from golocal.rendering.text import escape
from golocal.rendering.worksheet_tables import WorksheetTables, tables_of


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
        figures: SVG by the repository path that it would have; the text shows each as an image.
        files: text of the files that go with the page, by the repository path that they would have.
    """

    path: str
    kind: str
    title: str
    summary: str
    text: str
    lead: str = ""
    of_data: bool = True
    record: Entry | None = None
    figures: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Workshop:
    """The tools of a page maker: catalogue, links, labels.

    Attributes:
        text_of: the text of a written document, as it stands in its file.
        tree_of: the tree that a text becomes on the page of a repository path.
        made: files for download.
    """

    expander: Expander
    identity: Identity
    text_of: Callable[[Document], str]
    tree_of: Callable[[str, str], etree._Element]
    made: Made = NOTHING_MADE

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue of all records."""
        return self.expander.catalogue

    @cached_property
    def publications_by_page(self) -> Mapping[str, Publication]:
        """All publications, each by the repository path of the page that offers it."""
        return {publication.page: publication for publication in publications(self.catalogue)}

    @property
    def layout(self) -> Linking:
        """How pages link to one another."""
        return self.expander.layout

    def label(self, vocabulary: str, value: Any) -> str:
        """The label of a vocabulary entry, as Markdown; the value itself where there is none."""
        return escape(self.plain_label(vocabulary, str(value)))

    def plain_label(self, vocabulary: str, value: str) -> str:
        """The label of a vocabulary entry as plain text; the value itself where there is none."""
        return str(self.catalogue.corpus.vocabularies.get(vocabulary, {}).get(value, {}).get("label") or value)

    def labels(self, vocabulary: str, values: Any) -> str:
        """Labels joined by commas; empty for no values."""
        return ", ".join(self.label(vocabulary, value) for value in values or [])

    @cached_property
    def relations(self) -> list[Relation]:
        """All relations between records."""
        return relations(self.catalogue)

    @cached_property
    def neighbours(self) -> Mapping[RecordKey, Mapping[RecordKey, Ends]]:
        """For each record those to which it is related."""
        return neighbours(self.relations)

    @cached_property
    def topics(self) -> Mapping[Topic, list[RecordKey]]:
        """The records of each topic that has a page."""
        return members(self.relations, self.catalogue.corpus.vocabularies)

    def topic_link(self, page: str, vocabulary: str, id: Any, anchor: str = "", text: str = "") -> str:
        """A link to the page of a vocabulary's entry; its label alone where no record belongs to it."""
        shown = text or self.label(vocabulary, id)
        if Topic(vocabulary, str(id)) not in self.topics:
            return shown
        return f"[{shown}]({self.layout.link(page, topic_page(vocabulary, str(id)), anchor)})"

    def topic_links(self, page: str, vocabulary: str, ids: Any) -> str:
        """Links to the pages of a vocabulary's entries, joined by commas."""
        return ", ".join(self.topic_link(page, vocabulary, id) for id in ids or [])

    def group_link(self, page: str, vocabulary: str, value: str, anchor: str = "") -> str:
        """The label of a vocabulary's entry, linked to the page of the first of its broader groups."""
        group = next(iter(groups_of(self.catalogue.corpus.vocabularies, vocabulary, value)), "")
        return self.topic_link(page, GROUPED[vocabulary], group, anchor, self.label(vocabulary, value))

    def size_link(self, page: str, size: str) -> str:
        """A class of population, linked to its section on the page of places of about that size."""
        return self.group_link(page, "population-classes", size, size)

    def place_link(self, page: str, data: Mapping[str, Any]) -> str:
        """The country of a practice, linked to its section on the page of the region."""
        code = str(data["country_or_area"])
        return self.topic_link(page, "regions", data["region"], code.lower(), self.label("countries", code))

    def link(self, page: str, kind: str, id: str, text: str = "", anchor: str = "") -> str:
        """A link to a record; its id as text where the record does not exist."""
        key = RecordKey(kind, id)
        return (
            self.expander.record_link(page, key, text, anchor) if key in self.catalogue.entries else escape(text or id)
        )

    @cached_property
    def worksheets(self) -> Mapping[str, WorksheetTables]:
        """The tables of every worksheet, by its repository path."""
        return {path: self._tables(found) for path, found in self._of_kind("worksheet")}

    def _of_kind(self, kind: str) -> Iterator[tuple[str, Document]]:
        return ((path, found) for path, found in self.catalogue.corpus.documents.items() if found.kind == kind)

    def _tables(self, document: Document) -> WorksheetTables:
        body = self.expander.body(document, self.text_of(document))
        return tables_of(document.title, self.tree_of(document.path, body))

    @cached_property
    def pages_with_term(self) -> Mapping[str, list[RecordKey]]:
        """For each term the written pages whose text links its first occurrence to the glossary."""
        found: dict[str, list[RecordKey]] = defaultdict(list)
        for document in self.catalogue.corpus.documents.values():
            for term in self.expander.terms_in(document, self.text_of(document)):
                found[term].append(RecordKey(document.kind, document.id))
        return dict(found)

    def page_of(self, key: RecordKey) -> str:
        """Repository path of the page of a record, or of a document that is no record, such as a part of a chapter."""
        entry = self.catalogue.entries.get(key)
        return entry.page if entry else document_path(*key)

    def title_of(self, key: RecordKey) -> str:
        """How lists call a record or document."""
        entry = self.catalogue.entries.get(key)
        if entry and entry.path != entry.page:
            return entry.title
        return self.page_title(self.page_of(key), with_volume=False)

    def titled_link(self, page: str, key: RecordKey) -> str:
        """A link to a record, or to a document that is none, under the title that lists give it."""
        entry = self.catalogue.entries.get(key)
        target = self.layout.link(page, self.page_of(key), entry.page_anchor if entry else "")
        return f"[{escape(self.title_of(key))}]({target})"

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
