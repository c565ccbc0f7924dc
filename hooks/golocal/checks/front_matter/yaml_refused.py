"""YAML is plain: no anchors, aliases or tags, at most 20 levels deep, front matter at most 16 kB.

Helps: everyone who runs the checks; such YAML can exhaust or crash the programs that read it.

Why: nothing in a record needs these features. Long text belongs into the body, where citations are possible.

Wrong (docs/about/method.md):

    ---
    title: &name Method
    summary: How the texts of this knowledge base were made and checked.
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

Fix: write the value out; a value that begins with `&`, `*` or `!` goes into quotation marks; move long text into the body.
"""

from collections.abc import Iterator

from golocal.checks.faults import reading_faults
from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, rule

ID = "yaml-refused"
MESSAGES = {
    "yaml-feature": (
        "the YAML uses {detail}",
        "write the value out; if it is text that begins with that sign, put it into quotation marks",
    ),
    "yaml-depth": ("the YAML is nested too deeply: {detail}", "records need three or four levels"),
    "front-matter-size": (
        "the front matter is too long: {detail}",
        "at most 16,384 bytes; move text into the body",
    ),
}


@rule(ID, Scope.SOURCE)
def check(source: Document | DataFile) -> Iterator[Finding]:
    """Yield a finding for each YAML feature or size that is refused."""
    yield from reading_faults(ID, source, MESSAGES)
