"""What the head of a page tells programs: tags of the page as something to cite, and linked data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from golocal.content.locations import record_page
from golocal.rendering.citing import jsonld
from golocal.rendering.citing.citable import LANGUAGE, Citable
from golocal.rendering.citing.headers import tags
from golocal.rendering.kind_names import ONE
from golocal.rendering.layout import REPOSITORY
from golocal.rendering.licence import ADDRESSES, CC0
from golocal.rendering.opendata import DESCRIPTION, path_of
from golocal.rendering.pages import data
from golocal.rendering.pages.apparatus import CITED_RECORDS, citable_document, citable_record
from golocal.rendering.pages.page import GeneratedPage, Workshop

TERMS = record_page("term", "")[0]
DATA = "docs/library/data.md"


@dataclass(frozen=True)
class Head:
    """Meta elements by name, and linked data as JSON that may stand in an HTML page; both are empty for a page that nobody cites."""

    tags: tuple[tuple[str, str], ...] = ()
    linked: str = ""


def head_of(workshop: Workshop, path: str, generated: GeneratedPage | None) -> Head:
    """The head of a page; `generated` if no file stands behind it."""
    cited, kind = _citable(workshop, path, generated)
    linked = jsonld.described(cited, kind, workshop.identity.site) if cited else {}
    if path == TERMS:
        linked = _glossary(workshop)
    if path == DATA and workshop.made.data:
        linked = _dataset(workshop)
    # The sign for less would end the element that holds the data.
    text = json.dumps(linked, ensure_ascii=False).replace("<", "\\u003c") if linked else ""
    return Head(tuple(tags(cited)) if cited else (), text)


def _citable(workshop: Workshop, path: str, generated: GeneratedPage | None) -> tuple[Citable | None, str]:
    if generated:
        entry = generated.record
        cited = citable_record(workshop, entry) if entry and entry.key.kind in CITED_RECORDS else None
        return cited, entry.key.kind if entry else ""
    document = workshop.catalogue.corpus.documents[path]
    return citable_document(workshop, document) if document.kind in ONE else None, document.kind


def _glossary(workshop: Workshop) -> dict[str, Any]:
    address = workshop.identity.address_of(TERMS)
    terms = [
        jsonld.known(
            {
                "@type": "DefinedTerm",
                "@id": f"{address}#{entry.key.id}",
                "name": entry.title,
                "alternateName": [str(name) for name in entry.data.get("also") or []],
                "description": str(entry.data["definition"]),
            }
        )
        for entry in workshop.catalogue.of_kind("term")
    ]
    about = _of_ours(workshop, TERMS, "Terms")
    return jsonld.known({"@context": jsonld.CONTEXT, "@type": "DefinedTermSet", **about, "hasDefinedTerm": terms})


def _dataset(workshop: Workshop) -> dict[str, Any]:
    cited = data.citable(workshop, DATA)
    document = workshop.catalogue.corpus.documents.get(DATA)
    files = [
        {
            "@type": "DataDownload",
            "name": str(table["title"]),
            "encodingFormat": "text/csv",
            "contentUrl": _url(workshop, table["path"]),
        }
        for table in data.tables_of(workshop)
    ]
    about = {**_of_ours(workshop, DATA, cited.title), "description": document.summary if document else ""}
    described = {
        "@type": "DataDownload",
        "encodingFormat": "application/json",
        "contentUrl": _url(workshop, DESCRIPTION),
    }
    return jsonld.known(
        {
            "@context": jsonld.CONTEXT,
            "@type": "Dataset",
            **about,
            "isAccessibleForFree": True,
            "distribution": [described, *files],
        }
    )


def _of_ours(workshop: Workshop, page: str, title: str) -> dict[str, Any]:
    address = workshop.identity.address_of(page)
    publisher = jsonld.body(workshop.identity.name)
    return {
        "@id": address,
        "name": title,
        "url": address,
        "inLanguage": LANGUAGE,
        "creator": publisher,
        "publisher": publisher,
        "disambiguatingDescription": workshop.identity.independence,
        "dateModified": workshop.edition.isoformat(),
        "license": ADDRESSES[CC0],
    }


def _url(workshop: Workshop, name: str) -> str:
    """Full address of a data file; from the page of the data where the site has none."""
    return workshop.identity.address_of(path_of(name)) or REPOSITORY.link(DATA, path_of(name))
