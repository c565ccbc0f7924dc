"""Pages as linked data in the words of schema.org. A record describes the work of others and is never given as that work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from golocal.rendering.citing.citable import LANGUAGE, Citable
from golocal.rendering.licence import ADDRESSES

CONTEXT = "https://schema.org"
TYPES = {
    "article": "ScholarlyArticle",
    "chapter": "Report",
    "chapter-part": "Chapter",
    "learning-path": "LearningResource",
    "news": "NewsArticle",
    "paper": "PublicationIssue",
    "practice": "Article",
    "task": "LearningResource",
    "worksheet": "LearningResource",
}
"""Type of a text of ours by its kind; any other page is a page of the web."""
WORKS = {
    "standard": "Legislation",
    "meeting": "CreativeWork",
    "academy": "Event",
    "volume": "Book",
    "outcome": "CreativeWork",
}
"""What a record or digest describes."""


def described(cited: Citable, kind: str, site: str = "") -> dict[str, Any]:
    """A page that can be cited.

    Args:
        kind: of the document or record.
        site: address of the site; empty where it has none.
    """
    ours = cited.provenance == "original"
    item = {
        "@context": CONTEXT,
        "@type": TYPES.get(kind, "WebPage") if ours else "WebPage",
        "@id": cited.address,
        "name": cited.full_title,
        "description": cited.summary,
        "disambiguatingDescription": cited.remark,
        "inLanguage": LANGUAGE,
        "author": body(cited.author),
        "publisher": body(cited.author),
        "datePublished": cited.published.isoformat() if cited.published else "",
        "dateModified": cited.date.isoformat() if cited.date else "",
        "version": cited.version,
        "creativeWorkStatus": cited.status,
        "license": ADDRESSES.get(cited.licence, cited.licence),
        "isAccessibleForFree": True,
        "keywords": list(cited.keywords),
        "issueNumber": cited.number if cited.form == "volume" else "",
        "identifier": _identifiers(cited),
        "url": cited.address,
        "isPartOf": _whole(cited, site),
        "about": {} if ours else _work(cited, kind),
    }
    return known(item)


def body(name: str) -> dict[str, str]:
    """The publisher of this site."""
    return {"@type": "Organization", "name": name}


def known(item: Mapping[str, Any]) -> dict[str, Any]:
    """The item without what is empty."""
    return {name: value for name, value in item.items() if value not in ("", None, [], {})}


def _identifiers(cited: Citable) -> list[dict[str, str]]:
    numbers = (("DOI", cited.doi), ("ISBN", cited.isbn), ("ISSN", cited.issn))
    return [{"@type": "PropertyValue", "propertyID": name, "value": value} for name, value in numbers if value]


def _whole(cited: Citable, site: str) -> dict[str, Any]:
    if cited.form == "article":
        series = {"@type": "Periodical", "name": cited.series}
        return {"@type": "PublicationIssue", "issueNumber": cited.number, "isPartOf": series}
    if cited.form == "volume":
        return {"@type": "Periodical", "name": cited.series}
    return known({"@type": "WebSite", "name": cited.author, "url": site})


def _work(cited: Citable, kind: str) -> dict[str, Any]:
    return known({"@type": WORKS.get(kind, "CreativeWork"), "name": cited.title, "url": cited.original})
