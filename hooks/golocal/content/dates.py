"""Dates of documents and of an edition. They come from front matter only, so that the same sources give the same dates."""

from __future__ import annotations

import datetime

from golocal.content.catalogue import Catalogue
from golocal.content.corpus import Document


def newest_date(catalogue: Catalogue) -> datetime.date:
    """The newest date of a change or first publication in any document: the date of everything that is built."""
    found = [day for document in catalogue.corpus.documents.values() for day in days_of(document)]
    return max(found, default=datetime.date(1980, 1, 1))


def days_of(document: Document) -> list[datetime.date]:
    """The days of first publication and of all changes that the front matter of a document names."""
    changes = [change["date"] for change in document.front.get("changes") or []]
    return [datetime.date.fromisoformat(day) for day in [document.front.get("published"), *changes] if day]
