"""A copy of each page as plain Markdown beside it, and `llms.txt`, the short list of texts that programs may start from (llmstxt.org).

The copies are the same expanded text that the pages are made of, with links from copy to copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from golocal.content.catalogue import Entry
from golocal.content.locations import collection_page, record_page, staged_path
from golocal.rendering.layout import FLAT
from golocal.rendering.site import Site

LIST = "llms.txt"
FIGURES = ".svg"
_SECTIONS = {
    "Toolkit": ("chapter",),
    "Tasks": ("task",),
    "Our papers": ("paper", "article"),
    "Learning paths": ("learning-path",),
}
_LISTS = (
    "docs/practices/index.md",
    *map(collection_page, ("right", "standard", "indicator")),
    record_page("term", "")[0],
    "docs/library/data.md",
    "docs/about/index.md",
    "docs/about/method.md",
)


def write_copies(site: Site, folder: Path) -> None:
    """Write all copies, their figures and the list into the folder of the site. Raises OSError."""
    for path in site.paths:
        _write(folder / staged_path(path), site.page_for(path, FLAT).with_front_matter())
    for path, text in site.figures_for(FLAT).items():
        _write(folder / staged_path(path), text)
    for path in sorted(site.catalogue.corpus.publishable):
        if PurePosixPath(path).suffix == FIGURES and not (folder / staged_path(path)).exists():
            _write(folder / staged_path(path), (site.root / path).read_text(encoding="utf-8"))
    _write(folder / LIST, "\n".join(_list(site)))


def _list(site: Site) -> Iterator[str]:
    identity = site.workshop.identity
    yield f"# {identity.name}\n"
    yield f"> {identity.independence} Licence of the texts: {identity.licence}. Every page says its sources; cite them, not only the page.\n"
    for heading, kinds in _SECTIONS.items():
        rows = [_row(site, entry.page) for kind in kinds for entry in _in_order(site, kind)]
        if rows:
            yield f"## {heading}\n\n" + "\n".join(rows) + "\n"
    yield "## Lists, data and how we work\n\n" + "\n".join(_row(site, path) for path in _LISTS if path in site) + "\n"


def _in_order(site: Site, kind: str) -> list[Entry]:
    """By number where the kind has one, else by id."""
    entries = [entry for entry in site.catalogue.of_kind(kind) if entry.status != "draft"]
    return sorted(entries, key=lambda entry: int(entry.data.get("number") or 0))


def _row(site: Site, path: str) -> str:
    page = site.page(path)
    return f"- [{page.title}]({staged_path(path)}): {page.summary}"


def _write(place: Path, text: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8", newline="\n")
