"""Posts by day and by category."""

from __future__ import annotations

from collections.abc import Iterator

from golocal.content.catalogue import Entry
from golocal.rendering.pages.page import GeneratedPage, Workshop
from golocal.rendering.text import bullets, escape, long_date, section

VOCABULARY = "news-categories"
INDEX = "docs/news/index.md"
LATEST = 3


def category_page(category: str) -> str:
    """Repository path of the generated page of a category."""
    return f"docs/news/category/{category}.md"


def category_link(workshop: Workshop, page: str, category: str) -> str:
    """A link from a page to the page of a category, which has a post."""
    target = workshop.layout.link(page, category_page(category))
    return f"[{workshop.label(VOCABULARY, category)}]({target})"


def category_pages(workshop: Workshop) -> Iterator[GeneratedPage]:
    """A page for each category that has posts, in the order of the vocabulary."""
    for category in _used(workshop):
        page = category_page(category)
        entry = workshop.catalogue.corpus.vocabularies.get(VOCABULARY, {}).get(category, {})
        label = str(entry.get("label") or category)
        back = (
            f"[All news]({workshop.layout.link(page, INDEX)})\n" if INDEX in workshop.catalogue.corpus.documents else ""
        )
        summary = str(entry.get("description") or f"News of the category {label}, newest first.")
        rows = _rows(workshop, page, _posts(workshop, category), with_category=False)
        yield GeneratedPage(page, "collection", f"News: {label}", summary, f"{rows}\n\n{back}", of_data=False)


def all_posts(workshop: Workshop, page: str) -> str:
    """All posts, newest first, then the categories."""
    counted = (
        f"{category_link(workshop, page, category)} ({len(_posts(workshop, category))})" for category in _used(workshop)
    )
    return f"{_rows(workshop, page, _posts(workshop))}\n\n{section('By category', bullets(counted))}"


def latest(workshop: Workshop, page: str) -> str:
    """The newest posts."""
    return _rows(workshop, page, _posts(workshop)[:LATEST]) or "There is no news yet."


def _posts(workshop: Workshop, category: str = "") -> list[Entry]:
    posts = [entry for entry in workshop.catalogue.of_kind("news") if category in ("", str(entry.data["category"]))]
    return sorted(posts, key=lambda entry: (str(entry.data["date"]), entry.key.id), reverse=True)


def _used(workshop: Workshop) -> list[str]:
    named = {str(entry.data["category"]) for entry in workshop.catalogue.of_kind("news")}
    known = list(workshop.catalogue.corpus.vocabularies.get(VOCABULARY, {}))
    return sorted(named, key=lambda category: (known.index(category) if category in known else len(known), category))


def _rows(workshop: Workshop, page: str, posts: list[Entry], *, with_category: bool = True) -> str:
    return bullets(_row(workshop, page, post, with_category) for post in posts)


def _row(workshop: Workshop, page: str, post: Entry, with_category: bool) -> str:
    category = f" · {category_link(workshop, page, str(post.data['category']))}" if with_category else ""
    title = workshop.link(page, *post.key)
    return f"{escape(long_date(post.data['date']))}{category}: **{title}**. {escape(post.summary)}"
