"""The menu: chapters, volumes and the indexes of collections. Records stay outside, or every page would carry them all."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from itertools import pairwise
from typing import Any

from markupsafe import escape
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from golocal.content.catalogue import Catalogue
from golocal.content.locations import (
    ATLAS,
    COVERAGE,
    CROSSWALK,
    FIND,
    HOME,
    I_LIVE_HERE,
    SELF_CHECKS,
    TIMELINE,
    sequence_of,
    topic_page,
)
from golocal.content.sequences import articles, chapter_pages, tasks
from golocal.rendering.site import Site

NavItem = dict[str, Any] | str


def menu(site: Site) -> list[NavItem]:
    """The menu as MkDocs takes it, pages named by repository path, titles as HTML; only pages that exist."""
    catalogue = site.catalogue
    entries: list[NavItem] = [
        _page("Home", HOME),
        {"Tasks": ["docs/tasks/index.md", *(task.path for task in tasks(catalogue))]},
        _page("I live here", I_LIVE_HERE),
        {"Toolkit": ["toolkit/index.md", *_chapters(catalogue)]},
        {
            "Practices": [
                "docs/practices/index.md",
                _page("By size", topic_page("size-groups")),
                _page("By theme", topic_page("themes")),
                _page("By country", topic_page("regions")),
                _page("Atlas", ATLAS),
            ]
        },
        {"Learn": ["docs/learn/index.md", _page("Test yourself", SELF_CHECKS)]},
        {"Library": [*_library()]},
        {"Series": [*_series(catalogue)]},
        {"News": ["docs/news/index.md"]},
        {"About": [*_folder(catalogue, "docs/about"), _page("Download", "docs/download.md")]},
        {
            "Contribute": [
                *_folder(catalogue, "docs/contribute"),
                _page("Kinds", "docs/contribute/kinds/index.md"),
                _page("Rules", "docs/contribute/rules/index.md"),
                _page("Coverage", COVERAGE),
            ]
        },
    ]
    return _existing(entries, site)


def _page(title: str, path: str) -> NavItem:
    return {title: path}


def _chapters(catalogue: Catalogue) -> list[NavItem]:
    chapters = sorted(catalogue.of_kind("chapter"), key=lambda entry: int(entry.data["number"]))
    return [{escape(entry.title): _chapter(catalogue, posixpath.dirname(entry.path))} for entry in chapters]


def _chapter(catalogue: Catalogue, folder: str) -> list[NavItem]:
    parts, sheets = chapter_pages(catalogue.corpus.documents, folder)
    return [f"{folder}/index.md", *parts, *([{"Worksheets": sheets}] if sheets else [])]


def _library() -> list[NavItem]:
    return [
        "docs/library/index.md",
        _page("Find", FIND),
        _page("Rights", "docs/library/rights/index.md"),
        _page("Standards", "docs/library/standards/index.md"),
        _page("Indicators", "docs/library/indicators/index.md"),
        _page("Terms", "docs/library/terms.md"),
        _page("Sources", "docs/library/sources/index.md"),
        _page("Crosswalk", CROSSWALK),
        _page("Timeline", TIMELINE),
        _page("Our proposals", "docs/library/our-proposals.md"),
        _page("Data", "docs/library/data.md"),
    ]


def _series(catalogue: Catalogue) -> list[NavItem]:
    issues: list[NavItem] = []
    for entry in catalogue.of_kind("paper"):
        folder = posixpath.dirname(entry.path)
        inside = articles(catalogue.corpus.documents, folder)
        issues.append({escape(entry.title): [entry.path, *inside]} if inside else entry.path)
    return [
        "volumes/index.md",
        *issues,
        *(_page(f"HRGL Volume {entry.data['number']} (record)", entry.path) for entry in catalogue.of_kind("volume")),
        _page("Academies", "docs/academy/index.md"),
        _page("Meetings and reports", "docs/meetings/index.md"),
        _page("Toolkit for Equality", "docs/library/toolkit-for-equality.md"),
        _page("Ten commitments", "docs/library/ten-commitments.md"),
    ]


def _folder(catalogue: Catalogue, folder: str) -> list[NavItem]:
    paths = [path for path in catalogue.corpus.documents if posixpath.dirname(path) == folder]
    return [*sorted(paths, key=lambda path: (not path.endswith("/index.md"), path))]


def _existing(items: list[NavItem], site: Site) -> list[NavItem]:
    kept: list[NavItem] = []
    for item in items:
        if isinstance(item, str):
            kept += [item] if item in site else []
            continue
        title, value = next(iter(item.items()))
        if isinstance(value, list):
            inside = _existing(value, site)
            kept += [{title: inside}] if inside else []
        elif value in site:
            kept.append(item)
    return kept


def keep_records_outside(files: Files, nav: list[NavItem]) -> None:
    """Mark every page that the menu does not name as meant to be outside of it."""
    named = titles(nav)
    for file in files.documentation_pages():
        if file.src_uri not in named:
            file.inclusion = InclusionLevel.NOT_IN_NAV


def titles(nav: list[NavItem]) -> dict[str, str | None]:
    """All pages that the menu names, by repository path, each with the title that it has there and nowhere else."""
    found: dict[str, str | None] = {}
    for item in nav:
        title, value = (None, item) if isinstance(item, str) else next(iter(item.items()))
        found |= titles(value) if isinstance(value, list) else {value: title}
    return found


def place_records(nav: Navigation, files: Files, site: Site, config: Any) -> None:
    """Give each page outside the menu the list of its collection as parent, for breadcrumbs and the active tab."""
    indexes = {page.file.src_uri: page for page in nav.pages}
    for file in files.documentation_pages(inclusion=InclusionLevel.is_not_in_nav):
        page = file.page or Page(escape(site.page(file.src_uri).title), file, config)
        folder = posixpath.dirname(file.src_uri)
        while folder and page.parent is None:
            index = indexes.get(f"{folder}/index.md")
            page.parent = _level_of(index) if index and index is not page else None
            folder = posixpath.dirname(folder)


def _level_of(index: Page) -> Any:
    """The section that an index page opens; the page itself where it is one of several in a section."""
    section = index.parent
    opens = isinstance(section, Section) and bool(section.children) and section.children[0] is index
    return section if opens else index


def link_neighbours(nav: Navigation, files: Files) -> None:
    """Let previous and next run inside one chapter, volume or edition of the Academy, and nowhere else."""
    sequences: dict[str, list[Page]] = defaultdict(list)
    pages = [*nav.pages, *(file.page for file in files.documentation_pages() if file.page)]
    for page in {page.file.src_uri: page for page in pages}.values():
        page.previous_page = page.next_page = None
        sequences[sequence_of(page.file.src_uri)].append(page)
    sequences.pop("", None)
    for row in sequences.values():
        for page, following in pairwise(row):
            page.next_page, following.previous_page = following, page
