"""A source as plain Markdown: citations, record links, cards and glossary terms written out, waivers removed.

The site and a staged tree are made from the same text; only their links differ.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote

from golocal.content.catalogue import Catalogue, Entry
from golocal.content.corpus import Document
from golocal.content.mentions import RecordKey
from golocal.reading.addresses import names_host, scheme_of
from golocal.reading.markdown import WAIVER, prose_mask
from golocal.reading.parts import Citation, CitedWork, Link, record_reference
from golocal.rendering.chain import chain_figure
from golocal.rendering.glossary import Glossary, Occurrence
from golocal.rendering.layout import Linking
from golocal.rendering.references import FormattedSource
from golocal.rendering.text import escape

_CARD = re.compile(r"^\[\]\(([a-z-]+:[^()\s]+)\)[ ]*$", re.MULTILINE)
_NEXT_TERM = re.compile(r"^:[ ]{1,3}\S[^\n]*(?:\n[ ]{4}[^\n]*)*\n(?=[^\s:][^\n]*\n:[ ])", re.MULTILINE)


class Edit(NamedTuple):
    """Replace the text between two offsets."""

    start: int
    end: int
    text: str


@dataclass
class Expander:
    """Expands sources with what the whole corpus knows. The text of a document stays the same while one is in use."""

    catalogue: Catalogue
    sources: Mapping[str, FormattedSource]
    glossary: Glossary
    layout: Linking
    _terms_found: dict[str, list[Occurrence]] = field(default_factory=dict, init=False)

    def body(self, document: Document, text: str) -> str:
        """The body of a document, expanded; `text` is the whole file."""
        masked = prose_mask(text, document.source.body)
        edits = [*self._cards(document, masked)]
        covered = [(edit.start, edit.end) for edit in edits]
        edits += [edit for edit in self._links(document, text) if not _inside(edit, covered)]
        edits += [self._citation(citation) for citation in document.source.citations]
        edits += [Edit(m.start(), m.end() + 1, "") for m in WAIVER.finditer(masked, document.source.body)]
        edits += [Edit(m.end(), m.end(), "\n") for m in _NEXT_TERM.finditer(masked, document.source.body)]
        edits += self._terms(document, masked)
        return _apply(text, document.source.body, edits)

    def terms_in(self, document: Document, text: str) -> list[str]:
        """Ids of the terms that the body of a document links to the glossary of itself; `text` is the whole file."""
        masked = prose_mask(text, document.source.body)
        return [found.term for found in self._term_places(document, masked)]

    def cited_keys(self, document: Document) -> list[str]:
        """Keys cited in the text or named as summarised source, sorted by their entry."""
        keys = {work.key for citation in document.source.citations for work in citation.works}
        named = document.front.get("as_summarised_by")
        keys |= {key for key in named if isinstance(key, str)} if isinstance(named, list) else set()
        return self.in_order(keys)

    def in_order(self, keys: Iterable[str]) -> list[str]:
        """The keys of known sources, each once, in the order in which readers look for them; equal ones by key."""
        known = {key for key in keys if key in self.sources}
        return sorted(known, key=lambda key: (self.sources[key].place, key))

    def source_list(self, keys: list[str]) -> str:
        """The list of sources with an anchor for each. Who reads on paper looks for the label, so it comes first where the entry does not begin with it."""
        return "\n".join(f"- {self._called(key)}{self.source_line(key)}\n    {{: #ref-{key} }}" for key in keys)

    def _called(self, key: str) -> str:
        label = self.sources[key].called
        return f"**{escape(label)}{'' if label.endswith('.') else '.'}** " if label else ""

    def source_line(self, key: str) -> str:
        """The entry of a source with a remark where it was not read whole."""
        return self.sources[key].entry + self._reading(key)

    def _reading(self, key: str) -> str:
        entry = self.catalogue.get("reference", key)
        mark = entry.data.get("read") if entry else None
        return {"part": " *Read in part.*", "reported": " *Known through others; not read.*"}.get(str(mark), "")

    def record_link(self, page: str, key: RecordKey, text: str = "", anchor: str = "") -> str:
        """A Markdown link from a page to a record; its title where no text is given."""
        entry = self.catalogue.entries[key]
        return f"[{text or escape(entry.title)}]({self.layout.link(page, entry.page, anchor or entry.page_anchor)})"

    def named(self, page: str, reference: str) -> str:
        """A link for a record link such as `standard:icescr#art-11-1`, named by record and provision; plain text where there is no such record."""
        kind, id, anchor = record_reference(reference) or ("", reference, "")
        entry = self.catalogue.get(kind, id)
        if entry is None:
            return escape(reference)
        provision = (entry.data.get("provisions") or {}).get(anchor) if anchor and kind == "standard" else None
        text = f"{entry.title}, {provision['label']}" if provision else entry.title
        return self.record_link(page, entry.key, escape(text), anchor)

    def _links(self, document: Document, text: str) -> Iterator[Edit]:
        for link in document.source.links:
            reference = record_reference(link.target)
            if reference:
                yield from self._record_edits(document, link, RecordKey(*reference[:2]), reference[2], text)
            elif not scheme_of(link.target) and not names_host(link.target) and not link.target.startswith("/"):
                yield from self._path_edit(document, link)

    def _record_edits(self, document: Document, link: Link, key: RecordKey, anchor: str, text: str) -> Iterator[Edit]:
        entry = self.catalogue.entries.get(key)
        if entry is None:
            return
        yield Edit(link.start, link.end, self.layout.link(document.path, entry.page, anchor or entry.page_anchor))
        if text[link.start - 3 : link.start] == "[](":
            yield Edit(link.start - 2, link.start - 2, escape(entry.title))

    def _path_edit(self, document: Document, link: Link) -> Iterator[Edit]:
        path, mark, anchor = link.target.partition("#")
        if path:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(document.path), unquote(path)))
            yield Edit(link.start, link.end, self.layout.moved(document.path, target, path) + mark + anchor)

    def _cards(self, document: Document, masked: str) -> Iterator[Edit]:
        for match in _CARD.finditer(masked, document.source.body):
            reference = record_reference(match.group(1))
            entry = self.catalogue.entries.get(RecordKey(*reference[:2])) if reference else None
            if reference and entry:
                yield Edit(match.start(), match.end(), self._card(document.path, entry, reference[2]))

    def _card(self, page: str, entry: Entry, anchor: str) -> str:
        if entry.key.kind == "chain":
            whole = f"[The whole example]({self.layout.link(page, entry.page)})"
            return f"{chain_figure(self.named, page, entry)}\n\n{whole}, in an invented town."
        heading = entry.key.kind.replace("-", " ").capitalize()
        return f"> [!NOTE] {heading}\n> **{self.record_link(page, entry.key, anchor=anchor)}**\n>\n> {escape(entry.summary)}"

    def _citation(self, citation: Citation) -> Edit:
        return Edit(citation.start, citation.end, f"({'; '.join(map(self._work, citation.works))})")

    def _work(self, work: CitedWork) -> str:
        source = self.sources.get(work.key)
        shown = (source.year if work.author_suppressed else source.label) if source else work.key
        prefix = f"{work.prefix} " if work.prefix else ""
        locator = f", {work.locator}" if work.locator else ""
        language = f"{{: lang={source.language} }}" if source and source.language and not work.author_suppressed else ""
        return f"{prefix}[{escape(shown)}](#ref-{work.key}){language}{locator}"

    def _terms(self, document: Document, masked: str) -> Iterator[Edit]:
        for found in self._term_places(document, masked):
            entry = self.catalogue.entries[RecordKey("term", found.term)]
            target = self.layout.link(document.path, entry.page, entry.page_anchor)
            definition = " ".join(entry.summary.split()).replace('"', "”")
            yield Edit(found.start, found.start, "[")
            yield Edit(found.end, found.end, f']({target} "{definition}"){{: .term }}')

    def _term_places(self, document: Document, masked: str) -> list[Occurrence]:
        if document.path not in self._terms_found:
            cited = [(citation.start, citation.end) for citation in document.source.citations]
            self._terms_found[document.path] = [
                found
                for found in self.glossary.occurrences(masked, document.source.body)
                if self.catalogue.get("term", found.term) and not _inside(Edit(found.start, found.end, ""), cited)
            ]
        return self._terms_found[document.path]


def _inside(edit: Edit, spans: list[tuple[int, int]]) -> bool:
    return any(start <= edit.start and edit.end <= end for start, end in spans)


def _apply(text: str, start: int, edits: list[Edit]) -> str:
    pieces, last = [], start
    for edit in sorted(edits, key=lambda found: (found.start, found.end)):
        if edit.start >= last:
            pieces += [text[last : edit.start], edit.text]
            last = edit.end
    return "".join([*pieces, text[last:]])
