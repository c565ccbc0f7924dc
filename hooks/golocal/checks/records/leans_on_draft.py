"""Published text does not lean on a draft.

Helps: the reader, who takes what a published page links to for settled.

Why: a draft may still be wrong, and its address may still change.

Wrong (docs/about/method.md):

    See [the task in preparation](task:draft-task).

Right (docs/about/method.md):

    See [the task](task:cold-week).

Fix: publish the draft first, or leave the link out.
"""

from collections.abc import Iterator

from golocal.content.catalogue import Catalogue
from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, rule, rule_named

ID = "published-leans-on-draft"
HELP = "publish that document first, or leave the link out"


@rule(ID, Scope.RELATION)
def check(source: Document | DataFile, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each link from a published document, or from a record, to a draft."""
    if source.status != "published":
        return
    for mention in catalogue.mentions(source):
        entry = catalogue.entries.get(mention.target)
        if entry and entry.status == "draft":
            yield rule_named(ID).at(source, mention.line, mention.column, f"`{entry.path}` is a draft", HELP)
    for found in catalogue.local_links(source):
        page = catalogue.corpus.documents.get(found.path)
        if page and page.status == "draft":
            yield rule_named(ID).at(source, found.link.line, found.link.column, f"`{page.path}` is a draft", HELP)
