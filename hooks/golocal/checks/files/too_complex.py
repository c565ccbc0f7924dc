"""A block of text can be rendered in reasonable time.

Helps: whoever builds the site; thousands of open brackets or stars in one block would keep the renderer busy for minutes.

Why: the renderer tries each of them as the beginning of a link or of emphasis.

Wrong (docs/about/method.md):

    [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[

Right (docs/about/method.md):

    [One link](../contribute/index.md)

Fix: close the brackets, or divide the block by blank lines.
"""

from collections.abc import Iterator

from golocal.checks.faults import reading_faults
from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule

ID = "text-too-complex"
MESSAGES = {
    "too-complex": (
        "this block would take very long to render: {detail}",
        "close the brackets or divide the block",
    )
}


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each block that is too complex."""
    yield from reading_faults(ID, source, MESSAGES)
