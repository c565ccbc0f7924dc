"""A heading begins at the left margin, not inside of a list or a quotation.

Helps: the screen-reader user, to whom a heading inside of a list is a section that never ends; whoever links to a section.

Why: its anchor would depend on the text around it. The renderer takes every line of a list or quotation that begins with `#` for a heading.

Wrong (docs/about/method.md):

    - ## How we work

      Text.

Right (docs/about/method.md):

    ## How we work

    - Text.

Fix: move the heading to the left margin, or make it bold text; to begin with the sign itself write `\\#`.
"""

from collections.abc import Iterator

from golocal.checks.faults import reading_faults
from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule

ID = "heading-nested"
HELP = "move it to the left margin, or make it bold text; to begin with the sign itself write `\\#`"


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each heading inside of a list or a quotation."""
    message = "a heading stands inside of a list or quotation: `{detail}`"
    yield from reading_faults(ID, source, {"nested-heading": (message, HELP)})
