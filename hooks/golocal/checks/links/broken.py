"""A link leads to a file that exists.

Helps: the reader online and offline; a link that worked last year is found before the page goes out.

Why: links name files by their relative path, so that they work on the code host, on the site and in every copy.

Wrong (docs/about/method.md):

    See [how to contribute](../contribute/nothing.md).

Right (docs/about/method.md):

    See [how to contribute](../contribute/index.md).

Fix: correct the path; it is relative to the file that holds the link, and keeps its ending `.md`. To a record, use a record link such as `standard:icescr`.
"""

import posixpath
from collections.abc import Iterator

from golocal.content.catalogue import Catalogue
from golocal.content.corpus import DataFile, Document
from golocal.content.locallinks import LocalLink
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.findings.hints import in_words, nearest

ID = "link-broken"


@rule(ID, Scope.RELATION)
def check(source: Document | DataFile, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each link or image whose file does not exist."""
    for found in catalogue.local_links(source):
        if found.path.casefold() not in catalogue.paths:
            message = f"the {'image' if found.link.is_image else 'link'} leads to no file: `{found.link.target}`"
            help = _help(source, found, set(catalogue.paths.values()))
            yield rule_named(ID).at(source, found.link.line, found.link.column, message, help)


def _help(source: Document | DataFile, found: LocalLink, known: set[str]) -> str:
    if found.link.target.startswith("/"):
        return "write the path relative to this file, without a leading `/`"
    folder = posixpath.dirname(source.path)
    names = nearest(posixpath.basename(found.path), {posixpath.basename(path) for path in known})
    close = [posixpath.relpath(path, folder) for name in names for path in _nearest_places(name, found.path, known)]
    if close:
        return f"the closest files are {in_words(close)}"
    return "name an existing file by its relative path, such as `../about/index.md`"


def _nearest_places(name: str, wrong: str, known: set[str]) -> list[str]:
    places = [path for path in known if posixpath.basename(path) == name]
    return nearest(wrong, places, 1) or sorted(places)[:1]
