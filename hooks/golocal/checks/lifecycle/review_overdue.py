"""A document is read again by the day that it names.

Helps: the reader, who takes the date under a title as a promise; the editor, who gets a list instead of a feeling.

Why: law, addresses and figures change. A text that nobody has looked at for years misleads just because it looks finished.

Wrong (docs/about/method.md, on 2034-06-01):

    ---
    title: Method
    summary: How the texts of this knowledge base were made and checked.
    status: published
    provenance: original
    version: "1.1"
    published: 2031-03-01
    review_due: 2033-03-01
    ---

Right (docs/about/method.md, on 2034-06-01):

    ---
    title: Method
    summary: How the texts of this knowledge base were made and checked.
    status: published
    provenance: original
    version: "1.1"
    published: 2031-03-01
    review_due: 2036-03-01
    ---

Fix: read the text against its sources, correct it, add a line to `changes`, and set `review_due` to the next day; or set `status` to `archived`.

Exceptions: archived documents are not due. `golocal check` does not apply this rule, because it never asks for the day: run `golocal due --on 2034-06-01` with the day that you mean.
"""

from collections.abc import Iterator
from datetime import date

from golocal.checks.lifecycle.common import last_day
from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, Severity, rule, rule_named

ID = "review-overdue"


@rule(ID, Scope.DATED, draft=Severity.WARNING)
def check(source: Document, on: date) -> Iterator[Finding]:
    """Yield a finding for a document whose review was due before the day."""
    due = last_day(source.front.get("review_due"))
    if due and due < on:
        days = (on - due).days
        message = f"the review was due on {due}, {days} {'day' if days == 1 else 'days'} before {on}"
        help = "read the text again, add a line to `changes` and set the next `review_due`; or archive it"
        yield rule_named(ID).at(source, *source.place_of("review_due"), message, help)
