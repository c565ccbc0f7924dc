"""Dates stand in an order that is possible.

Helps: the reader, who trusts the dates under a title.

Why: a review before the publication, or an Academy that ends before it starts, is a slip of the pen that no reader can resolve.

Wrong (docs/about/method.md):

    ---
    title: Method
    summary: How the texts of this knowledge base were made and checked.
    status: draft
    provenance: original
    version: "1.0"
    published: 2026-11-23
    reviewed: 2025-11-23
    ---

Right (docs/about/method.md):

    ---
    title: Method
    summary: How the texts of this knowledge base were made and checked.
    status: draft
    provenance: original
    version: "1.0"
    published: 2026-11-23
    reviewed: 2027-01-15
    ---

Fix: correct the date that is wrong; changes stand newest first.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, TypeGuard

from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule, rule_named

ID = "dates-out-of-order"
PAIRS = (
    ("published", "reviewed"),
    ("published", "review_due"),
    ("reviewed", "review_due"),
    ("starts", "ends"),
)


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each pair of dates in the wrong order; ISO dates compare as text."""
    for first, second in PAIRS:
        earlier, later = source.front.get(first), source.front.get(second)
        if _is_date(earlier) and _is_date(later) and later < earlier:
            message = f"`{second}` ({later}) is before `{first}` ({earlier})"
            yield rule_named(ID).at(source, *source.place_of(second), message, f"accepted: {earlier} or later")
    yield from _changes(source)


def _is_date(value: Any) -> TypeGuard[str]:
    return isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) is not None


def _changes(source: Document) -> Iterator[Finding]:
    changes = source.front.get("changes")
    dates = (
        [change.get("date") if isinstance(change, dict) else None for change in changes]
        if isinstance(changes, list)
        else []
    )
    for index, (newer, older) in enumerate(pairwise(dates)):
        if _is_date(newer) and _is_date(older) and newer < older:
            place = source.place_of("changes", index + 1, "date")
            yield rule_named(ID).at(
                source, *place, f"the change of {older} stands below that of {newer}", "newest first"
            )
