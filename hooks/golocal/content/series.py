"""The articles of an issue of our papers, in the order of the issue."""

from __future__ import annotations

import posixpath

from golocal.content.catalogue import Catalogue
from golocal.content.locations import document_path


def articles_of(catalogue: Catalogue, issue: str) -> list[str]:
    """Paths of the articles beside the first page of an issue, in the order in which it names them; those that it does not name come last.

    Args:
        issue: repository path of that page.
    """
    known = catalogue.corpus.documents
    folder = posixpath.dirname(issue)
    inside = sorted(path for path in known if path.startswith(f"{folder}/") and path != issue)
    articles = (mention.target for mention in catalogue.mentions(known[issue]) if mention.target.kind == "article")
    named = [document_path(*article) for article in articles]
    return sorted(inside, key=lambda path: named.index(path) if path in named else len(named))
