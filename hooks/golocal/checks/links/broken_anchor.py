"""A link to a section names a heading that exists.

Helps: the reader on a phone, who would land at the top of a long page and search.

Why: headings get reworded; their anchors change with them.

Wrong (docs/about/method.md):

    See [the rules](#the-rulez).

    ## The rules

Right (docs/about/method.md):

    See [the rules](#the-rules).

    ## The rules

Fix: the anchor is the heading in small letters, without punctuation, with hyphens for spaces; take the closest that the help names.
"""

from collections.abc import Iterator

from golocal.content.catalogue import Catalogue
from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.findings.hints import in_words, nearest

ID = "link-broken-anchor"


@rule(ID, Scope.RELATION)
def check(source: Document | DataFile, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each anchor that the linked page does not have."""
    for found in catalogue.local_links(source):
        page = catalogue.corpus.documents.get(found.path)
        if found.anchor and page and found.anchor not in page.anchors:
            close = nearest(found.anchor, page.anchors)
            help = f"the closest anchors there are {in_words(close)}" if close else f"{found.path} has no such heading"
            message = f"`#{found.anchor}` is no heading of {found.path}"
            yield rule_named(ID).at(source, found.link.line, found.link.column, message, help)
