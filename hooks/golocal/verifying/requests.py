"""Foreign requests: nothing in the tree makes a browser ask another host. Links that a reader follows are free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from golocal.publishing.manifest import Problem
from golocal.verifying.page import Reference
from golocal.verifying.tree import is_foreign


def foreign_requests(path: str, references: Iterable[Reference]) -> Iterator[Problem]:
    """Yield a problem for each address in a file that is loaded from another host."""
    for reference in dict.fromkeys(references):
        if reference.loaded and is_foreign(reference.address):
            yield Problem(path, f"{reference.found_in} asks another host: {reference.address}")
