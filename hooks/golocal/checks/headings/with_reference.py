"""A heading or the title of a callout carries no citation and no record link.

Helps: the reader of the table of contents and of search results, where a citation in a heading says nothing; whoever links to the section.

Why: the anchor of a heading is made of its text. A citation or record link is written out when the page is made, so the anchor would be another one than the source lets expect, and would change with the list of sources.

Wrong (docs/about/method.md):

    ## Heat is a right [@invented2020coalition]

    Text.

Right (docs/about/method.md):

    ## Heat is a right

    The coalition says so [@invented2020coalition].

Fix: put the citation or the link into the first sentence below the heading.

Exceptions: cells of a table, its header row included, and the sentence above a table may cite.
"""

import re
from collections.abc import Iterator

from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.reading.parts import record_reference
from golocal.reading.positions import positions_of

ID = "heading-with-reference"
HELP = "move it into the first sentence below the heading"
CALLOUT = re.compile(r"^[ ]*>[ >]*\[![A-Za-z]+\][ ]*([^\n]*)", re.MULTILINE)


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each heading, and each title of a callout, with a citation or a record link in it."""
    cited = {citation.works[0].line for citation in source.source.citations}
    linked = {link.line for link in source.source.links if record_reference(link.target)}
    headings = [(heading.line, heading.column, heading.text, "heading") for heading in source.source.headings]
    for line, column, text, what in [*headings, *_titles(source)]:
        if line in cited | linked:
            message = f"the {what} `{text[:60]}` carries a {'citation' if line in cited else 'record link'}"
            yield rule_named(ID).at(source, line, column, message, HELP)


def _titles(source: Document) -> Iterator[tuple[int, int, str, str]]:
    """Place and text of the titles of callouts."""
    prose, text = source.source.prose, source.source.text
    if "[!" in prose:
        positions = positions_of(text)
        for match in CALLOUT.finditer(prose, source.source.body):
            yield (*positions.place(match.start(1)), text[slice(*match.span(1))].strip(), "title")
