"""What programs read in the head of a page that can be cited: Highwire Press tags and Dublin Core. They say what its citation says."""

from __future__ import annotations

from collections.abc import Iterator

from golocal.rendering.citing.citable import LANGUAGE, Citable

DC_TYPES = {"page": "Text", "article": "Text", "volume": "Collection"}
"""Terms of the DCMI Type Vocabulary."""


def tags(cited: Citable) -> list[tuple[str, str]]:
    """Names and contents of meta elements, in order; what is not known is left out."""
    return [(name, content) for name, content in (*_highwire(cited), *_dublin_core(cited)) if content]


def _highwire(cited: Citable) -> Iterator[tuple[str, str]]:
    """As indexing programs for scholarly texts ask for them; a record or digest goes under its own title, never that of the work."""
    yield "citation_title", cited.full_title
    yield "citation_author", cited.author
    yield "citation_publication_date", cited.date.strftime("%Y/%m/%d") if cited.date else ""
    yield "citation_publisher", cited.author
    yield "citation_journal_title", cited.series if cited.form == "article" else ""
    yield "citation_issue", cited.number if cited.form == "article" else ""
    yield "citation_doi", cited.doi
    yield "citation_isbn", cited.isbn
    yield "citation_issn", cited.issn
    yield "citation_language", LANGUAGE
    yield "citation_fulltext_html_url", cited.address


def _dublin_core(cited: Citable) -> Iterator[tuple[str, str]]:
    yield "DC.title", cited.full_title
    yield "DC.creator", cited.author
    yield "DC.publisher", cited.author
    yield "DC.date", cited.date.isoformat() if cited.date else ""
    yield "DC.type", DC_TYPES[cited.form]
    yield "DC.language", LANGUAGE
    yield "DC.rights", cited.licence
    yield "DC.description", " ".join(filter(None, (cited.summary, cited.remark)))
    yield "DC.identifier", cited.address or cited.key
    yield "DC.source", cited.original
