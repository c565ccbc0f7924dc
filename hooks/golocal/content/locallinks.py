"""Links of a document to files of the repository, resolved to repository paths."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from golocal.reading.addresses import names_host, scheme_of
from golocal.reading.markdown import Source
from golocal.reading.parts import Link, record_reference


class LocalLink(NamedTuple):
    """A link to a file of the repository: repository path and anchor, both possibly wrong."""

    link: Link
    path: str
    anchor: str

    @property
    def name(self) -> str:
        """Path and anchor; only pages have anchors."""
        return f"{self.path}#{self.anchor}" if self.anchor and self.path.endswith(".md") else self.path


def local_links(path: str, source: Source) -> Iterator[LocalLink]:
    """All links and images of the document at `path` that are meant to lead to a file of the repository."""
    folder = posixpath.dirname(path)
    for link in source.links:
        resolved = _resolved(folder, link.target)
        if resolved is not None:
            yield LocalLink(link, resolved[0] or path, resolved[1])


@lru_cache(maxsize=65536)
def _resolved(folder: str, target: str) -> tuple[str, str] | None:
    if record_reference(target) or scheme_of(target) or names_host(target):
        return None
    path, _, anchor = target.partition("#")
    return (posixpath.normpath(posixpath.join(folder, unquote(path))) if path else ""), anchor
