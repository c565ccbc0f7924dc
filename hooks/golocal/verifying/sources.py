"""Sources stay out: no raw data file, no remark between editors, in any file of the tree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from golocal.publishing.manifest import Problem
from golocal.verifying.tree import Tree

RAW = (".yml", ".yaml", ".py", ".pyc")
TEXT = (".css", ".csv", ".html", ".js", ".json", ".map", ".md", ".svg", ".txt", ".xml", ".yaml", ".yml", ".webmanifest")
_EDITOR_NOTE = re.compile(rb"""\beditor_note\\?(?:["']|&quot;|&#34;|&#39;)?\s*:""")


def raw_files(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each file of a type that only sources have."""
    for path in tree.ending(*RAW):
        yield Problem(path, "a raw source file; data are published as tables and JSON")


def editor_notes(path: str, data: bytes) -> Iterator[Problem]:
    """Yield a problem where a text file holds a key `editor_note`."""
    if path.endswith(TEXT) and b"editor_note" in data and _EDITOR_NOTE.search(data):
        yield Problem(path, "it holds a key `editor_note`: remarks between editors are not published")
