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

from golocal.checks.links.common import local_links
from golocal.content.catalogue import Catalogue
from golocal.findings import Finding, Scope, rule, rule_named

ID = "published-leans-on-draft"
HELP = "publish that document first, or leave the link out"


@rule(ID, Scope.CATALOGUE)
def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each link from a published document to a draft."""
    for document in catalogue.corpus.documents.values():
        if document.status != "published":
            continue
        for mention in catalogue.mentions(document):
            entry = catalogue.entries.get(mention.target)
            if entry and entry.status == "draft":
                yield rule_named(ID).at(document, mention.line, mention.column, f"`{entry.path}` is a draft", HELP)
    for found in local_links(catalogue):
        page = catalogue.corpus.documents.get(found.path)
        if found.document.status == "published" and page and page.status == "draft":
            yield rule_named(ID).at(
                found.document, found.link.line, found.link.column, f"`{page.path}` is a draft", HELP
            )
