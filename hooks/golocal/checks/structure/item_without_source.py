"""An item of a digest says in which source it was read.

Helps: the reader, who must be able to tell a body's own words from what somebody reports of them.

Why: nobody's words are invented here. An encouragement or recommendation stands in a digest only if its text, or a named summary, was read.

Wrong (docs/academy/2031-warm-cities/outcome.md):

    ## What is reported

    ### 1. Heat is a right

    Addressee
    :   Town councils.

Right (docs/academy/2031-warm-cities/outcome.md):

    ## What is reported

    ### 1. Heat is a right

    Addressee
    :   Town councils.

    Read in
    :   The coalition's news post [@invented2020coalition].

Fix: add `Read in` with the citation; if nothing was read, remove the item and give only the count.
"""

from collections.abc import Iterator

from golocal.content.corpus import Document
from golocal.findings import Finding, Scope, rule, rule_named

ID = "digest-item-without-source"
KINDS = frozenset({"outcome", "meeting", "academy", "volume"})


@rule(ID, Scope.DOCUMENT)
def check(source: Document) -> Iterator[Finding]:
    """Yield a finding for each item of a record or digest that cites no reading."""
    if source.kind not in KINDS:
        return
    for item in source.source.items:
        read_in = dict(item.details).get("Read in", "")
        if "@" not in read_in:
            message = f'item {item.number}, "{item.title[:60]}", does not say where it was read'
            help = "add below the heading a line `Read in` and under it a line `:   ... [@key]`"
            yield rule_named(ID).at(source, item.line, item.column, message, help)
