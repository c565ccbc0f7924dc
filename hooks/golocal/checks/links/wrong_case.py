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

from golocal.checks.links.common import known_paths, local_links
from golocal.content.catalogue import Catalogue
from golocal.findings import Finding, Scope, rule, rule_named

ID = "link-wrong-case"


@rule(ID, Scope.CATALOGUE)
def check(catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each link that differs from a file's path only by small and capital letters."""
    known = known_paths(catalogue)
    folded = {path.casefold(): path for path in known}
    for found in local_links(catalogue):
        right = folded.get(found.path.casefold())
        if found.path not in known and right:
            help = f"write `{posixpath.relpath(right, posixpath.dirname(found.document.path))}`"
            message = f"the link differs from the file by capital letters: `{found.link.target}`"
            yield rule_named(ID).at(found.document, found.link.line, found.link.column, message, help)
