"""Where a link of a document leads: what the link rules share."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from golocal.content.catalogue import Catalogue
from golocal.content.corpus import Document
from golocal.reading.parts import Link, record_reference


class LocalLink(NamedTuple):
    """A link to a file of the repository: repository path and anchor, both possibly wrong."""

    document: Document
    link: Link
    path: str
    anchor: str


def scheme_of(target: str) -> str:
    """The scheme of an address in small letters as a browser would see it; empty for a relative link."""
    cleaned = "".join(sign for sign in unquote(target) if sign > " ").lower()
    head, colon, _ = cleaned.partition(":")
    return head if colon and not set(head) & set("/?#") else ""


def local_links(catalogue: Catalogue) -> Iterator[LocalLink]:
    """All links and images that are meant to lead to a file of the repository."""
    for document in catalogue.corpus.documents.values():
        for link in document.source.links:
            if record_reference(link.target) or scheme_of(link.target) or link.target.startswith("//"):
                continue
            path, _, anchor = link.target.partition("#")
            folder = posixpath.dirname(document.path)
            resolved = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else document.path
            yield LocalLink(document, link, resolved, anchor)


def known_paths(catalogue: Catalogue) -> set[str]:
    """Paths that a link may name: files of the repository without trouble."""
    return {file.path for file in catalogue.corpus.files if not file.trouble}
