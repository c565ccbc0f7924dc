"""Links and anchors: every address inside the site leads to a file, every fragment to an anchor of that file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from golocal.publishing.manifest import Problem
from golocal.verifying.page import PageFacts, Reference
from golocal.verifying.tree import Tree, scheme_of

FOLLOWED = frozenset({"", "http", "https", "mailto", "tel", "geo"})
LOADED = frozenset({"", "data"})


def broken_links(tree: Tree, pages: Mapping[str, PageFacts]) -> Iterator[Problem]:
    """Yield a problem for each address in a page that leads nowhere."""
    for path, facts in pages.items():
        for reference in dict.fromkeys(facts.references):
            trouble = _trouble(tree, pages, path, reference)
            if trouble:
                yield Problem(path, f"{reference.found_in} {reference.address!r}: {trouble}")


def broken_addresses(tree: Tree, path: str, references: tuple[Reference, ...]) -> Iterator[Problem]:
    """Yield a problem for each file that a style sheet or figure loads and that is not there."""
    for reference in dict.fromkeys(references):
        if not scheme_of(reference.address) and not reference.address.startswith("#"):
            target = tree.resolve(path, reference.address)
            if target.trouble:
                yield Problem(path, f"{reference.found_in} {reference.address!r}: {target.trouble}")


def _trouble(tree: Tree, pages: Mapping[str, PageFacts], path: str, reference: Reference) -> str:
    scheme = scheme_of(reference.address)
    if scheme:
        accepted = LOADED | {"http", "https", "//"} if reference.loaded else FOLLOWED
        return "" if scheme in accepted else f"addresses of the type {scheme}: are refused"
    if tree.offline and reference.address.startswith("/"):
        return "offline, an address cannot begin with a slash"
    target = tree.resolve(path, reference.address)
    if target.trouble or not target.path.endswith(".html") or _needs_no_anchor(target.fragment):
        return target.trouble
    known = pages.get(target.path)
    return "" if known is None or target.fragment in known.anchors else f"{target.path} has no such anchor"


def _needs_no_anchor(fragment: str) -> bool:
    return fragment in ("", "top") or fragment.startswith(":~:")
