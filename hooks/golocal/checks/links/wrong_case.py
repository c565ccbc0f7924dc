"""A link spells a path as the file is spelled.

Helps: the reader of the site, where a link that worked on the editor's computer would be dead.

Why: some systems take `Index.md` for `index.md`; web servers do not.

Wrong (docs/about/method.md):

    See [how to contribute](../contribute/Index.md).

Right (docs/about/method.md):

    See [how to contribute](../contribute/index.md).

Fix: copy the path as the help names it.
"""

import posixpath
from collections.abc import Iterator

from golocal.content.catalogue import Catalogue
from golocal.content.corpus import DataFile, Document
from golocal.findings import Finding, Scope, rule, rule_named

ID = "link-wrong-case"


@rule(ID, Scope.RELATION)
def check(source: Document | DataFile, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each link that differs from a file's path only by small and capital letters."""
    for found in catalogue.local_links(source):
        right = catalogue.paths.get(found.path.casefold(), found.path)
        if right != found.path and found.path not in catalogue.paths.values():
            help = f"write `{posixpath.relpath(right, posixpath.dirname(source.path))}`"
            message = f"the link differs from the file by capital letters: `{found.link.target}`"
            yield rule_named(ID).at(source, found.link.line, found.link.column, message, help)
