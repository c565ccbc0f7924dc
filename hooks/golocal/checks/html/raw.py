"""Text is Markdown: no HTML and no comments.

Helps: every reader; scripts and styles cannot enter, and the same text becomes PDF and EPUB.

Why: raw HTML passes through most site builders as it is, scripts included. Here it would be shown as text.

Wrong (docs/about/method.md):

    Press <b>here</b>.

Right (docs/about/method.md):

    Press **here**.

Fix: write it in Markdown; a sign for "less than" before a letter is written `&lt;`; notes to other editors belong into the pull request.

Exceptions: the one comment that is read is a waiver, `golocal: allow RULE: reason`, alone on the line above the one that it covers.
"""

from collections.abc import Iterator

from golocal.checks.faults import reading_faults
from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule

ID = "html-raw"
MESSAGES = {
    "raw-html": (
        "raw HTML is refused: `{detail}`",
        "write it in Markdown; from a word processor, paste as plain text; to show the sign itself write `&lt;`",
    ),
    "comment": (
        "comments are refused: `{detail}`",
        "remove it; only `<!-- golocal: allow RULE: reason -->`, alone on its line, is read",
    ),
}


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each tag and each comment that is no waiver."""
    yield from reading_faults(ID, source, MESSAGES)
