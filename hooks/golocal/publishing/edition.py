"""Facts of an edition: its date, its rules, its records."""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter

from golocal.content.catalogue import Catalogue
from golocal.content.corpus import Document
from golocal.findings import all_rules


def newest_date(catalogue: Catalogue) -> datetime.date:
    """The newest date of a change or first publication in any document: the date of everything that is built."""
    found = [day for document in catalogue.corpus.documents.values() for day in days_of(document)]
    return max(found, default=datetime.date(1980, 1, 1))


def days_of(document: Document) -> list[datetime.date]:
    """The days of first publication and of all changes that the front matter of a document names."""
    changes = [change["date"] for change in document.front.get("changes") or []]
    return [datetime.date.fromisoformat(day) for day in [document.front.get("published"), *changes] if day]


def rules_hash() -> str:
    """Hash of the ids of all rules."""
    return hashlib.blake2b("\n".join(rule.id for rule in all_rules()).encode(), digest_size=16).hexdigest()


def records_by_kind(catalogue: Catalogue) -> dict[str, int]:
    """Number of entries of the catalogue by kind."""
    return dict(sorted(Counter(key.kind for key in catalogue.entries).items()))
