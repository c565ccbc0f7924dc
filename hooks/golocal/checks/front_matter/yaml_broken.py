"""YAML is well formed.

Helps: the editor who forgot a quotation mark; the message names the line instead of an empty page.

Why: MkDocs would print broken front matter as text of the page and say nothing.

Wrong (docs/about/method.md):

    ---
    title: Method: how we work
    summary: How the texts of this knowledge base were made and checked.
    status: draft
    provenance: original
    version: "1.0"
    ---

Right (docs/about/method.md):

    ---
    title: "Method: how we work"
    summary: How the texts of this knowledge base were made and checked.
    status: draft
    provenance: original
    version: "1.0"
    ---

Fix: put a value that holds a colon followed by a space, or begins with a sign such as `[`, `*`, `&`, `@` or a quotation mark, into quotation marks.
"""

from collections.abc import Iterator

from golocal.checks.faults import reading_faults
from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, rule

ID = "yaml-broken"
HELP = (
    "one `key: value` a line; put a value with `: ` or special signs into quotation marks; indent by spaces, not tabs"
)


@rule(ID, Scope.SOURCE)
def check(source: Document | DataFile) -> Iterator[Finding]:
    """Yield a finding where YAML cannot be read."""
    yield from reading_faults(ID, source, {"yaml-syntax": ("the YAML cannot be read here: {detail}", HELP)})
