"""Headings do not skip a level.

Helps: the screen-reader user who moves by headings, and the table of contents.

Why: the title is level one, so the first heading of the text is `##`; below it comes `###`, not `####`.

Wrong (docs/about/method.md):

    ## Sources

    #### Reading marks

Right (docs/about/method.md):

    ## Sources

    ### Reading marks

Fix: take the level that the help names.
"""

from collections.abc import Iterator

from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule, rule_named

ID = "heading-skipped-level"


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each heading more than one level below the one before it."""
    level = 1
    for heading in source.source.headings:
        if heading.level > level + 1:
            message = f"the heading `{heading.text[:60]}` jumps from level {level} to level {heading.level}"
            yield rule_named(ID).at(
                source,
                heading.line,
                heading.column,
                message,
                f"write `{'#' * (level + 1)} {heading.text[:60]}`",
            )
        level = heading.level
