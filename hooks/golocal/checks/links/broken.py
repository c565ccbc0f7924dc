"""A link leads to a file that is on the site.

Helps: the reader online and offline; a link that worked last year is found before the page goes out.

Why: links name files by their relative path, so that they work on the code host, on the site and in every copy.

Wrong (docs/about/method.md):

    See [how to contribute](../contribute/nothing.md).

Right (docs/about/method.md):

    See [how to contribute](../contribute/index.md).

Fix: correct the path; it is relative to the file that holds the link, and keeps its ending `.md`. To a record, use a record link such as `standard:icescr`: data files are not on the site, and the pages of rights, standards, indicators, terms and sources are made only when it is built.
"""

import posixpath
from collections.abc import Iterator

from golocal.content.catalogue import Catalogue
from golocal.content.corpus import DataFile, Document
from golocal.content.locallinks import LocalLink
from golocal.content.locations import RAW_DATA, data_kind
from golocal.findings import Finding, Scope, rule, rule_named
from golocal.findings.hints import in_words, nearest
from golocal.reading.parts import RECORD_KINDS

ID = "link-broken"


@rule(ID, Scope.RELATION)
def check(source: Document | DataFile, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield a finding for each link or image whose file does not exist or is not published."""
    there = catalogue.corpus.data
    for found in catalogue.local_links(source):
        if found.path.casefold() not in catalogue.paths:
            where = "a file that is not on the site" if found.path in there else "no file"
            message = f"the {'image' if found.link.is_image else 'link'} leads to {where}: `{found.link.target}`"
            help = _help(source, found, catalogue)
            yield rule_named(ID).at(source, found.link.line, found.link.column, message, help)


def _help(source: Document | DataFile, found: LocalLink, catalogue: Catalogue) -> str:
    if found.link.target.startswith("/"):
        return "write the path relative to this file, without a leading `/`"
    if found.path.startswith(RAW_DATA):
        return f"data files are not on the site; link to the record, such as `{_record_link(found.path, catalogue)}`"
    key = catalogue.generated.get(f"{found.path}#{found.anchor}") or catalogue.generated.get(found.path)
    if key:
        return f"pages of {key.kind}s are made by the build; write `{key.kind}:{key.id}`"
    known = set(catalogue.paths.values())
    folder = posixpath.dirname(source.path)
    names = nearest(posixpath.basename(found.path), {posixpath.basename(path) for path in known})
    close = [posixpath.relpath(path, folder) for name in names for path in _nearest_places(name, found.path, known)]
    if close:
        return f"the closest files are {in_words(close)}"
    return "name an existing file by its relative path, such as `../about/index.md`"


def _record_link(path: str, catalogue: Catalogue) -> str:
    """A link to the first record of a data file; to any record where the file has none that can be linked to."""
    kind = data_kind(path)
    records = catalogue.corpus.data[path].records if path in catalogue.corpus.data else {}
    return f"{kind}:{next(iter(records), 'ID')}" if kind in RECORD_KINDS else "right:ID"


def _nearest_places(name: str, wrong: str, known: set[str]) -> list[str]:
    places = [path for path in known if posixpath.basename(path) == name]
    return nearest(wrong, places, 1) or sorted(places)[:1]
