"""A built tree as verification sees it: the files that are there, and how an address in a page leads to one of them."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from golocal.publishing.folders import paths_in

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_CANONICAL = re.compile(r"""<link[^>]*\brel=["']?canonical["']?[^>]*>""")
_HREF = re.compile(r"""\bhref=["']?([^"'\s>]+)""")


def scheme_of(address: str) -> str:
    """The scheme of an address in small letters; `//` for one that names a host only; empty for a place in the site."""
    plain = re.sub(r"[\t\r\n]", "", address.strip())
    if re.match(r"[/\\]{2}", plain):
        return "//"
    found = _SCHEME.match(plain)
    return found.group()[:-1].lower() if found else ""


def is_foreign(address: str) -> bool:
    """Whether loading the address asks another host."""
    return scheme_of(address) in ("//", "http", "https", "ws", "wss", "ftp")


@dataclass(frozen=True)
class Target:
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

    def ending(self, *suffixes: str) -> list[str]:
        """Paths of the files with one of these endings, sorted."""
        return sorted(path for path in self.files if path.endswith(suffixes))

    def resolve(self, page: str, address: str) -> Target:
        """Where an address without scheme in the file `page` leads."""
        parts = urlsplit(address.strip())
        fragment = unquote(parts.fragment)
        if not parts.path:
            return Target(page, fragment)
        path = unquote(parts.path)
        if path.startswith("/"):
            if not path.startswith(self.prefix):
                return Target("", fragment, f"it leads out of the site, which stands at {self.prefix}")
            joined = path.removeprefix(self.prefix)
        else:
            joined = posixpath.join(posixpath.dirname(page), path)
        return self._find(posixpath.normpath(joined), joined, fragment)

    def _find(self, place: str, written: str, fragment: str) -> Target:
        if place == ".." or place.startswith("../"):
            return Target("", fragment, "it leads out of the site")
        names_folder = written.endswith("/") or posixpath.basename(written) in ("", ".", "..")
        if place in self.files and not names_folder:
            return Target(place, fragment)
        if place not in self.folders:
            return Target("", fragment, "there is no such file")
        if self.offline:
            return Target("", fragment, "it names a folder; offline, a link must name its index.html")
        if not names_folder:
            return Target("", fragment, "it names a folder without a closing slash")
        index = "index.html" if place == "." else f"{place}/index.html"
        return Target(index, fragment) if index in self.files else Target("", fragment, "the folder has no index.html")


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
