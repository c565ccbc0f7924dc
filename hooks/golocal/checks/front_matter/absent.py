"""A document begins with front matter.

Helps: the editor who pastes a text; without front matter nobody could say what the page is or when it was written.

Why: kind, title, status and dates come from the front matter. MkDocs would show broken front matter as text, without a word.

Wrong (docs/about/method.md, whole file):

    How the texts were made.

Right (docs/about/method.md):

    ---
    title: Method
    summary: How the texts of this knowledge base were made and checked.
    status: draft
    provenance: original
    version: "1.0"
    ---
    How the texts were made.

Fix: put a block between two lines of three hyphens at the very top of the file; copy it from the example of the kind.
"""

from collections.abc import Iterator

from golocal.checks.faults import reading_faults
from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule

ID = "front-matter-absent"
HELP = "begin the file with a line `---`, then keys and values, then a line `---`"


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding where a Markdown file has no front matter."""
    yield from reading_faults(ID, source, {"front-matter-absent": ("{detail}", HELP)})
