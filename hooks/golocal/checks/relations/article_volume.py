"""An article stands in the folder of a volume of our papers.

Helps: the reader who found the article by a search, and wants to know in which volume it stands and how to cite it.

Why: an article belongs to the volume whose folder holds it. Without the first page of the volume there is no list that leads to it.

Wrong (volumes/papers-8/cold-rooms.md):

    Who counts the cold rooms decides on them [@heat2029survey].

Right (volumes/papers-9/cold-rooms.md):

    Who counts the cold rooms decides on them [@heat2029survey].

Fix: move the article into the folder of its volume, or write the first page of the volume, `index.md`.
"""

import posixpath
from collections.abc import Iterator

from golocal.content.catalogue import Catalogue
from golocal.findings import Finding, Scope, rule, rule_named

ID = "article-without-volume"


@rule(ID, Scope.CATALOGUE)
def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each article in a folder without a volume."""
    documents = catalogue.corpus.documents
    for document in documents.values():
        first = f"{posixpath.dirname(document.path)}/index.md"
        if document.kind == "article" and first not in documents:
            help = f"write the first page of the volume, {first}, or move the article to its volume"
            message = "the folder of this article holds no volume"
            yield rule_named(ID).at(document, 1, 1, message, help)
