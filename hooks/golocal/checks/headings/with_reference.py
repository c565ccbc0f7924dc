"""A heading carries no citation and no record link.

Helps: the reader of the table of contents and of search results, where a citation in a heading says nothing; whoever links to the section.

Why: the anchor of a heading is made of its text. A citation or record link is written out when the page is made, so the anchor would be another one than the source lets expect, and would change with the list of sources.

Wrong (docs/about/method.md):

    ## Heat is a right [@invented2020coalition]

    Text.

Right (docs/about/method.md):

    ## Heat is a right

    The coalition says so [@invented2020coalition].

Fix: put the citation or the link into the first sentence below the heading.
"""

from collections.abc import Iterator

from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.reading.parts import record_reference

ID = "heading-with-reference"
HELP = "move it into the first sentence below the heading"


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each heading with a citation or a record link in it."""
    cited = {citation.works[0].line for citation in source.source.citations}
    linked = {link.line for link in source.source.links if record_reference(link.target)}
    for heading in source.source.headings:
        if heading.line in cited | linked:
            message = (
                f"the heading `{heading.text[:60]}` carries a {'citation' if heading.line in cited else 'record link'}"
            )
            yield rule_named(ID).at(source, heading.line, heading.column, message, HELP)
