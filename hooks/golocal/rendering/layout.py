"""Where pages stand in a tree, and how one page links to another.

The site keeps repository paths, so that links work on the code host as they stand. A staged tree is flat: `docs/` is its root.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass

from golocal.content.locations import staged_path


@dataclass(frozen=True)
class Layout:
    """Maps a repository path to a path in the tree that is rendered."""

    place: Callable[[str], str]

    def link(self, page: str, target: str, anchor: str = "") -> str:
        """A relative link from `page` to `target`, both repository paths."""
        mark = f"#{anchor}" if anchor else ""
        if page == target and anchor:
            return mark
        return posixpath.relpath(self.place(target), posixpath.dirname(self.place(page)) or ".") + mark


def from_figure(page: str, anchor: str) -> str:
    """A link from a figure on a page to an anchor of that page. A bare anchor in a figure names a part of the figure."""
    return f"{posixpath.basename(page)}#{anchor}"


REPOSITORY = Layout(lambda path: path)
FLAT = Layout(staged_path)
