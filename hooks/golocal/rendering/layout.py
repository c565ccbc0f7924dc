"""Where pages stand in a tree, and how one page links to another.

The site keeps repository paths, so that links work on the code host as they stand. A staged tree is flat: `docs/` is its root.
Pages are written once, with links left open, and each tree then has them as it needs them.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from golocal.content.locations import staged_path

_BEGIN, _NEXT, _END = "\ufdd0", "\ufdd1", "\ufdd2"
"""Signs around an open link and between its parts. Unicode keeps them for programs; no text has them."""

_OPEN = re.compile(f"{_BEGIN}([^{_BEGIN}{_END}]*){_NEXT}([^{_BEGIN}{_END}]*){_NEXT}([^{_BEGIN}{_END}]*){_END}")


class Linking(Protocol):
    """How pages link to one another."""

    def link(self, page: str, target: str, anchor: str = "") -> str:
        """A relative link from `page` to `target`, both repository paths."""

    def moved(self, page: str, target: str, written: str) -> str:
        """The same for a link that somebody wrote; as it was written where it is right."""


@dataclass(frozen=True)
class Layout:
    """Maps a repository path to a path in the tree that is rendered."""

    place: Callable[[str], str]

    def link(self, page: str, target: str, anchor: str = "") -> str:
        """A relative link from `page` to `target`, both repository paths."""
        mark = f"#{anchor}" if anchor else ""
        if page == target and anchor:
            return mark
        return _relative(self.place(target), posixpath.dirname(self.place(page))) + mark

    def moved(self, page: str, target: str, written: str) -> str:
        """The same for a link that somebody wrote; as it was written where it is right."""
        link = self.link(page, target)
        return written if link == posixpath.normpath(written) else link

    def closed(self, page: str, text: str) -> str:
        """A text of `page` with its open links as this tree needs them."""
        return _OPEN.sub(lambda found: self._closed(page, *found.groups()), text)

    def _closed(self, page: str, target: str, anchor: str, written: str) -> str:
        return self.moved(page, target, written) if written else self.link(page, target, anchor)


def _relative(target: str, folder: str) -> str:
    """The way from a folder to a file, both paths from the same root. The library asks the disk for it, at each of 70,000 links."""
    there, here = target.split("/"), folder.split("/") if folder else []
    shared = len(posixpath.commonprefix([there[:-1], here]))
    return "/".join([*[".."] * (len(here) - shared), *there[shared:]])


class OpenLinks:
    """Leaves links open for the layout that closes them."""

    def link(self, page: str, target: str, anchor: str = "") -> str:
        """An open link to `target`; a link inside of a page is the same in every tree."""
        return f"#{anchor}" if page == target and anchor else _open(target, anchor, "")

    def moved(self, page: str, target: str, written: str) -> str:
        """An open link that remembers how it was written."""
        return _open(target, "", written)


def _open(*parts: str) -> str:
    return f"{_BEGIN}{_NEXT.join(parts)}{_END}"


def from_figure(page: str, anchor: str) -> str:
    """A link from a figure on a page to an anchor of that page. A bare anchor in a figure names a part of the figure."""
    return f"{posixpath.basename(page)}#{anchor}"


REPOSITORY = Layout(lambda path: path)
FLAT = Layout(staged_path)
OPEN = OpenLinks()
