"""A built tree as verification sees it: the files that are there, and how an address in a page leads to one of them."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from golocal.publishing.folders import paths_in

_DROPPED_BY_BROWSERS = {ord(sign): None for sign in "\t\r\n"}
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_CANONICAL = re.compile(r"""<link[^>]*\brel=["']?canonical["']?[^>]*>""")
_HREF = re.compile(r"""\bhref=["']?([^"'\s>]+)""")
OUTSIDE = "it leads out of the site"


def scheme_of(address: str) -> str:
    """The scheme of an address in small letters; `//` for one that names a host only; empty for a place in the site."""
    plain = address.strip().translate(_DROPPED_BY_BROWSERS)
    if plain[:1] in ("/", "\\") and plain[1:2] in ("/", "\\"):
        return "//"
    found = _SCHEME.match(plain)
    return found.group()[:-1].lower() if found else ""


def is_foreign(address: str) -> bool:
    """Whether loading the address asks another host."""
    return scheme_of(address) in ("//", "http", "https", "ws", "wss", "ftp")


class Target(NamedTuple):
    """Where an address leads.

    Attributes:
        path: file in the tree; empty where there is none.
        fragment: decoded anchor.
        trouble: why it leads nowhere; empty where it leads to a file.
    """

    path: str
    fragment: str
    trouble: str = ""


class Tree:
    """The files of a built tree.

    Attributes:
        files: paths relative to the folder.
        prefix: path of the site on its host, from the canonical address of its first page: `/` or such as `/golocal/`.
        offline: whether links must name files, because no server turns a folder into its index.html.
    """

    def __init__(self, folder: Path, *, offline: bool) -> None:
        self.folder = folder
        self.offline = offline
        self.files = frozenset(paths_in(folder))
        self.folders = frozenset(parent for path in self.files for parent in _parents(path))
        self.prefix = _prefix(folder)
        self._known: dict[tuple[str, str], tuple[str, str]] = {}

    def ending(self, *suffixes: str) -> list[str]:
        """Paths of the files with one of these endings, sorted."""
        return sorted(path for path in self.files if path.endswith(suffixes))

    def resolve(self, page: str, address: str) -> Target:
        """Where an address without scheme in the file `page` leads."""
        written, _, fragment = address.strip().partition("#")
        path = written.partition("?")[0]
        if not path:
            return Target(page, unquote(fragment))
        place, trouble = self._file_at(posixpath.dirname(page), path)
        return Target(place, unquote(fragment), trouble)

    def _file_at(self, folder: str, written: str) -> tuple[str, str]:
        known = self._known.get((folder, written))
        if known is None:
            path = unquote(written)
            if path.startswith("/"):
                known = self._find(path.removeprefix(self.prefix)) if path.startswith(self.prefix) else ("", OUTSIDE)
            else:
                known = self._find(posixpath.join(folder, path))
            self._known[(folder, written)] = known
        return known

    def _find(self, written: str) -> tuple[str, str]:
        place = posixpath.normpath(written)
        if place == ".." or place.startswith("../"):
            return "", OUTSIDE
        names_folder = written.endswith("/") or posixpath.basename(written) in ("", ".", "..")
        if place in self.files and not names_folder:
            return place, ""
        if place not in self.folders:
            return "", "there is no such file"
        if self.offline:
            return "", "it names a folder; offline, a link must name its index.html"
        if not names_folder:
            return "", "it names a folder without a closing slash"
        index = "index.html" if place == "." else f"{place}/index.html"
        return (index, "") if index in self.files else ("", "the folder has no index.html")


def _parents(path: str) -> list[str]:
    parents = ["."]
    while "/" in path:
        path = path.rpartition("/")[0]
        parents.append(path)
    return parents


def _prefix(folder: Path) -> str:
    home = folder / "index.html"
    if not home.is_file():
        return "/"
    link = _CANONICAL.search(home.read_text(encoding="utf-8", errors="replace"))
    address = _HREF.search(link.group()) if link else None
    path = urlsplit(address.group(1)).path if address else "/"
    return path if path.endswith("/") else f"{posixpath.dirname(path).rstrip('/')}/"
