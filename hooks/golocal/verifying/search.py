"""The search: all its files are there and of one edition, and what it finds is a page with that anchor."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from golocal.publishing.manifest import Problem
from golocal.rendering.search.index import FOLDER
from golocal.rendering.search.scripts import FACETS, START
from golocal.rendering.search.terms import shard_file
from golocal.verifying.page import PageFacts
from golocal.verifying.tree import Tree

BOX = "__search"
"""Anchor that every page with a search has."""

FIRST = f"{FOLDER}/{START}"
_CALL = re.compile(r"golocalSearch\.start\((\{.*\})\);\n", re.DOTALL)
_EDITION = re.compile(r'golocalSearch\.\w+\("([0-9a-f]+)"')


def search_problems(tree: Tree, pages: Mapping[str, PageFacts]) -> Iterator[Problem]:
    """Yield a problem where pages offer a search that is not there or does not fit them."""
    if not any(BOX in facts.anchors for facts in pages.values()):
        return
    given = _start(tree) if FIRST in tree.files else None
    if given is None:
        yield Problem(FIRST, "the search of the site is not there, or cannot be read")
        return
    yield from _files(tree, given)
    for address in given["addresses"]:
        target = tree.resolve("index.html", address or "./")
        if target.trouble:
            yield Problem(FIRST, f"it finds {address!r}: {target.trouble}")
        elif target.fragment and target.path in pages and target.fragment not in pages[target.path].anchors:
            yield Problem(FIRST, f"it finds {address!r}: {target.path} has no such anchor")


def _start(tree: Tree) -> dict[str, Any] | None:
    found = _CALL.fullmatch((tree.folder / FIRST).read_text(encoding="utf-8", errors="replace"))
    try:
        given: dict[str, Any] = json.loads(found[1]) if found else {}
    except json.JSONDecodeError:
        return None
    return given if {"addresses", "edition", "shards", "chunks"} <= given.keys() else None


def _files(tree: Tree, given: Mapping[str, Any]) -> Iterator[Problem]:
    names = [FACETS, *map(shard_file, given["shards"].split())]
    names += [f"text/{number}.js" for number in range(len(given["chunks"]))]
    for path in (f"{FOLDER}/{name}" for name in names):
        if path not in tree.files:
            yield Problem(path, "the search asks for it, and it is not there")
            continue
        with (tree.folder / path).open(encoding="utf-8", errors="replace") as file:
            edition = _EDITION.match(file.read(80))
        if not edition or edition[1] != given["edition"]:
            yield Problem(path, "it is of another edition than the search")
