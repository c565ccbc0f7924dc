"""Front matter and records have every key that their kind needs.

Helps: the reader, who would meet a page without title, summary or date; the editor learns at once what the kind needs.

Why: lists, search, citations and the offline copy are made from these keys.

Wrong (docs/about/method.md):

    ---
    title: Method
    status: draft
    provenance: original
    version: "1.0"
    ---

Right (docs/about/method.md):

    ---
    title: Method
    summary: How the texts of this knowledge base were made and checked.
    status: draft
    provenance: original
    version: "1.0"
    ---

Fix: add the key; its meaning stands in the help text and on the page of fields.
"""

from collections.abc import Iterator

from golocal.checks.faults import key_in_words, model_faults
from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, rule, rule_named

ID = "front-matter-missing-key"


@rule(ID, Scope.SOURCE)
def check(source: Document | DataFile) -> Iterator[Finding]:
    """Yield a finding for each key that is missing, and for published text without a date of publication."""
    for fault in model_faults(source, "missing-key"):
        help = f"add `{fault.key.rpartition('.')[2]}:` with a value. {fault.expected}"
        yield rule_named(ID).at(source, fault.line, fault.column, f"{key_in_words(fault.key)} is missing", help)
    if isinstance(source, Document) and source.front.get("status") == "published" and not source.front.get("published"):
        help = "add `published:` with the day of the first publication, such as 2026-11-23, or set the status to draft"
        yield rule_named(ID).at(
            source, *source.place_of(), "`published` is missing although the status is published", help
        )
