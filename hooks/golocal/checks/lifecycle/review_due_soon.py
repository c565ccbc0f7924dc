"""A review is planned before its day has come.

Helps: the editor, who has two months to find an hour; the practitioner who was asked to read the text again.

Why: whoever hears of a review only when it is overdue can but put it off.

Wrong (docs/about/method.md, on 2033-02-01):

    ---
    title: Method
    summary: How the texts of this knowledge base were made and checked.
    status: published
    provenance: original
    version: "1.1"
    published: 2031-03-01
    review_due: 2033-03-01
    ---

Right (docs/about/method.md, on 2033-02-01):

    ---
    title: Method
    summary: How the texts of this knowledge base were made and checked.
    status: published
    provenance: original
    version: "1.1"
    published: 2031-03-01
    review_due: 2034-03-01
    ---

Fix: put the review on somebody's desk. When it is done, set `review_due` to the next day.

Exceptions: the warning comes 60 days before the day; after it, the rule review-overdue takes over. Archived documents are not due. Only `golocal due --on DATE` applies this rule.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from golocal.checks.lifecycle.common import last_day
from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, Severity, rule, rule_named

ID = "review-due-soon"
NOTICE = timedelta(days=60)


@rule(ID, Scope.DATED, settled=Severity.WARNING, draft=Severity.WARNING)
def check(source: Document, on: date) -> Iterator[Finding]:
    """Yield a finding for a document whose review is due within 60 days from the day."""
    due = last_day(source.front.get("review_due"))
    if due and on <= due <= on + NOTICE:
        message = f"the review is due on {due}"
        help = "plan the review; when it is done, set the next `review_due`"
        yield rule_named(ID).at(source, *source.place_of("review_due"), message, help)
