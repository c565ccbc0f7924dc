"""What stands at the end of a page and is about the page: how to cite it, and its history."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any

from golocal.content.catalogue import Entry
from golocal.content.corpus import Document
from golocal.content.dates import days_of
from golocal.rendering.citing.bibtex import bibtex
from golocal.rendering.citing.citable import Citable, Form, citation_key
from golocal.rendering.citing.csl import csl_of_page
from golocal.rendering.citing.plain import as_markdown
from golocal.rendering.citing.ris import ris
from golocal.rendering.kind_names import ONE
from golocal.rendering.licence import CC0
from golocal.rendering.pages.page import Workshop
from golocal.rendering.record_data import data_path
from golocal.rendering.text import EXPORT, apparatus, bullets, escape, folded, long_date

CITATION = "citation"
CITED_RECORDS = frozenset({"standard", "right", "indicator", "chain"})
CATALOGUE_MARK = " (catalogue record)"
OF_OTHERS = {"record": "Library record", "digest": "Digest"}
"""What a page about the work of others is called in its citation, so that nobody takes it for the work."""
_FORMS: dict[str, Form] = {"article": "article", "paper": "volume"}


def of_document(workshop: Workshop, document: Document) -> str:
    """Both sections of a written page; a plain page of the site is not cited."""
    cited = how_to_cite(citable_document(workshop, document)) if document.kind in ONE else ""
    return "\n".join(filter(None, (cited, history(document.front.get("changes")))))


def of_record(workshop: Workshop, entry: Entry) -> str:
    """How to cite the generated page of a record, and its data to take along; empty for records that share a page."""
    if entry.key.kind not in CITED_RECORDS:
        return ""
    target = workshop.layout.link(entry.page, data_path(entry.page))
    data = f"Its data as JSON: [{target}]({target}), {CC0}."
    return "\n".join((how_to_cite(citable_record(workshop, entry)), apparatus("Download this record", data)))


def how_to_cite(cited: Citable) -> str:
    """The section with the citation in words and for programs."""
    plain = f"{as_markdown(cited)}\n{{: .{CITATION} }}"
    csl = json.dumps([csl_of_page(cited)], ensure_ascii=False, indent=1)
    named = (("BibTeX", "bibtex", bibtex(cited)), ("RIS", "ris", ris(cited)), ("CSL-JSON", "json", csl))
    forms = ((name, f"```{language}\n{text}\n```") for name, language, text in named)
    return apparatus("How to cite", "\n\n".join([plain, *(folded(name, block, EXPORT) for name, block in forms)]))


def history(changes: Any) -> str:
    """The changes that the front matter names, newest first; what is none was a finding and is left out."""
    whole = [change for change in changes if _is_change(change)] if isinstance(changes, list) else []
    newest_first = sorted(whole, key=lambda change: str(change["date"]), reverse=True)
    return apparatus(
        "History", bullets(f"{long_date(change['date'])}: {escape(change['note'])}" for change in newest_first)
    )


def _is_change(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(key), str) for key in ("date", "note"))


def citable_document(workshop: Workshop, document: Document) -> Citable:
    """A written page as something to cite."""
    front, identity = document.front, workshop.identity
    form = _FORMS.get(document.kind, "page")
    return Citable(
        key=citation_key(document.kind, document.id),
        author=identity.name,
        title=workshop.page_title(document.path, with_volume=False).removesuffix(CATALOGUE_MARK),
        kind=OF_OTHERS.get(str(front.get("provenance")), ONE[document.kind]),
        provenance=str(front.get("provenance", "original")),
        form=form,
        series="" if form == "page" else identity.series,
        number="" if form == "page" else workshop.number_in_series(document.path),
        version=str(front.get("version") or ""),
        date=max(days_of(document), default=None),
        status=document.status,
        original=str(front.get("original_url") or ""),
        independence=identity.independence,
        address=identity.address_of(document.path),
        summary=document.summary,
        licence=CC0 if document.kind == "worksheet" else identity.licence,
        published=_first_day(front),
        doi=str(front.get("doi") or ""),
        isbn=str(front.get("isbn") or ""),
        issn=str(front.get("issn") or ""),
        keywords=tuple(map(str, front.get("keywords") or ())),
    )


def _first_day(front: Mapping[str, Any]) -> datetime.date | None:
    day = front.get("published")
    return datetime.date.fromisoformat(str(day)) if day else None


def citable_record(workshop: Workshop, entry: Entry) -> Citable:
    """The generated page of a record as something to cite. A standard is the work of others; a record has no version of its own."""
    of_others = entry.key.kind == "standard"
    return Citable(
        key=citation_key(*entry.key),
        author=workshop.identity.name,
        title=str(entry.data["title"]) if of_others else entry.title,
        kind=OF_OTHERS["record"] if of_others else ONE[entry.key.kind],
        provenance="record" if of_others else "original",
        date=workshop.edition,
        original=str(entry.data.get("url") or "") if of_others else "",
        independence=workshop.identity.independence,
        address=workshop.identity.address_of(entry.page),
        summary=entry.summary,
        licence=CC0,
    )
