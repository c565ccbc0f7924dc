"""A key stands only once in its mapping.

Helps: the editor who pasted a key twice; one of the two values would be lost without a word.

Why: YAML readers keep the last value silently.

Wrong (docs/about/method.md):

    ---
    title: Method
    title: How we work
    summary: How the texts of this knowledge base were made and checked.
    status: draft
    provenance: original
    version: "1.0"
    ---

Right (docs/about/method.md):

    ---
    title: How we work
    summary: How the texts of this knowledge base were made and checked.
    status: draft
    provenance: original
    version: "1.0"
    ---

Fix: keep one of the lines.
"""

from collections.abc import Iterator

from golocal.checks.faults import reading_faults
from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, rule

ID = "yaml-duplicate-key"


@rule(ID, Scope.SOURCE)
def check(source: Document | DataFile) -> Iterator[Finding]:
    """Yield a finding for the second and each further use of a key."""
    yield from reading_faults(
        ID, source, {"yaml-duplicate": ("the key is given twice: {detail}", "keep one of the two lines")}
    )
