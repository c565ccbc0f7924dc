"""Names of files: every computer that may get the tree can hold them, and none leads out of the folder that it is unpacked to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from golocal.publishing.manifest import Problem
from golocal.verifying.tree import Tree

_NAME = re.compile(
    r"(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[A-Za-z0-9_-][A-Za-z0-9. _@+-]*(?<![. ])", re.IGNORECASE
)


def strange_names(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each path with a name that is reserved or refused somewhere, and for each that differs only by capitals."""
    known: dict[str, str] = {}
    for path in sorted(tree.files):
        if not all(map(_NAME.fullmatch, path.split("/"))):
            yield Problem(ascii(path), "the name does not work on every computer")
        first = known.setdefault(path.casefold(), path)
        if first != path:
            yield Problem(path, f"on many computers it would be the same file as {first}")
