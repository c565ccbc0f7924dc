"""All families of generated pages: what makes each, one line a family."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from golocal.rendering.pages import (
    atlas,
    collections,
    coverage,
    crosswalk,
    find,
    library,
    news,
    self_checks,
    sources,
    timeline,
    topics,
)
from golocal.rendering.pages.page import GeneratedPage, Workshop

FAMILIES: tuple[Callable[[Workshop], Iterator[GeneratedPage]], ...] = (
    library.pages,
    self_checks.pages,
    sources.pages,
    collections.pages,
    topics.pages,
    atlas.pages,
    timeline.pages,
    crosswalk.pages,
    coverage.pages,
    news.category_pages,
    find.pages,
)
