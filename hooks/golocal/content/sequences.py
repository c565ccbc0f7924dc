"""In which order pages are read: those of a chapter or a volume as its first page lists them, tasks along the policy cycle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from golocal.content.catalogue import Catalogue, Entry
from golocal.content.corpus import Document
from golocal.content.locations import document_path
from golocal.reading.parts import record_reference

PART_ORDER = ("why", "prepare", "practise", "sustain", "easy")
"""Parts of a chapter in the order in which they are read."""
_PAGES = ("worksheet", "article")
"""Kinds whose order the first page decides."""


def chapter_pages(known: Mapping[str, Document], folder: str) -> tuple[list[str], list[str]]:
    """Paths of the parts of a chapter and of its worksheets, in their order; `known` are all documents by their paths."""
    parts = [path for part in PART_ORDER if (path := f"{folder}/{part}.md") in known]
    sheets = (path for path in known if path.startswith(f"{folder}/worksheets/"))
    return parts, _as_listed(known.get(f"{folder}/index.md"), sheets)


def articles(known: Mapping[str, Document], folder: str) -> list[str]:
    """Paths of the articles of a volume, in their order; `known` are all documents by their paths."""
    index = f"{folder}/index.md"
    return _as_listed(known.get(index), (path for path in known if path.startswith(f"{folder}/") and path != index))


def tasks(catalogue: Catalogue) -> list[Entry]:
    """All tasks in the order of the first stage of the policy cycle that each names, then by title; those without a stage come last."""
    stages = [*catalogue.corpus.vocabularies.get("policy-stages", {})]

    def place(task: Entry) -> tuple[int, str]:
        first = next(iter(task.data.get("policy_stages") or []), "")
        return (stages.index(first) if first in stages else len(stages), task.title.casefold())

    return sorted(catalogue.of_kind("task"), key=place)


def _as_listed(index: Document | None, paths: Iterable[str]) -> list[str]:
    """The paths in the order of the list on the first page; what is not listed follows by name."""
    order = {path: place for place, path in reversed(list(enumerate(_listed(index))))} if index else {}
    return sorted(paths, key=lambda path: (order.get(path, len(order)), path))


def _listed(index: Document) -> Iterator[str]:
    """Paths of the pages that a page lists: a link without words of its own shows the title. A link in a sentence may stand anywhere."""
    for link in index.source.links:
        reference = record_reference(link.target)
        if reference and reference[0] in _PAGES and not link.text:
            yield document_path(*reference[:2])
