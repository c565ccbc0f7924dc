"""One verification of a built tree: manifest, links, foreign requests, security policies, search, sources that slipped in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from golocal.publishing.manifest import NAME, ManifestUnreadable, Problem, differences, read_manifest
from golocal.verifying.links import broken_addresses, broken_links
from golocal.verifying.names import strange_names
from golocal.verifying.page import PageFacts, Reference, parse_page, read_figure, read_page, read_style
from golocal.verifying.policy import policy_problems
from golocal.verifying.requests import foreign_requests
from golocal.verifying.search import search_problems
from golocal.verifying.sources import TEXT, editor_notes, raw_files
from golocal.verifying.tree import Tree


def verify(folder: Path) -> list[Problem]:
    """Everything wrong in the tree, by path. Whether it is an offline tree, its manifest says.

    Raises:
        OSError: the folder or a file in it cannot be read.
    """
    try:
        manifest = read_manifest(folder)
    except ManifestUnreadable as error:
        return sorted([Problem(NAME, str(error)), *verify_files(folder, offline=False)])
    return sorted({*differences(folder, manifest), *verify_files(folder, offline=manifest.offline)})


def verify_files(folder: Path, *, offline: bool) -> list[Problem]:
    """Everything wrong in the files themselves, whatever the manifest says."""
    tree = Tree(folder, offline=offline)
    problems = [*strange_names(tree), *raw_files(tree)]
    pages: dict[str, PageFacts] = {}
    for path in tree.ending(*TEXT):
        data = (folder / path).read_bytes()
        problems += editor_notes(path, data)
        if path.endswith(".html"):
            page = parse_page(data)
            pages[path] = read_page(page)
            problems += policy_problems(path, page, offline=offline)
        else:
            problems += _assets(tree, path, data)
    problems += broken_links(tree, pages)
    problems += search_problems(tree, pages)
    for path, facts in pages.items():
        problems += foreign_requests(path, facts.references)
    return sorted(problems)


def _assets(tree: Tree, path: str, data: bytes) -> Iterator[Problem]:
    references: tuple[Reference, ...] = ()
    if path.endswith(".css"):
        references = tuple(read_style(data.decode("utf-8", "replace")))
    elif path.endswith(".svg"):
        references = read_figure(data)
    yield from foreign_requests(path, references)
    yield from broken_addresses(tree, path, references)
