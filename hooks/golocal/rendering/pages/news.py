"""Posts by day and by category."""

from __future__ import annotations

from collections.abc import Iterator

from golocal.content.catalogue import Entry
from golocal.rendering.pages.page import GeneratedPage, Workshop
from golocal.rendering.text import bullets, escape, long_date, section

VOCABULARY = "news-categories"
INDEX = "docs/news/index.md"
LATEST = 3
OF_THIS_SITE = "site"
"""Category of the posts on changes of the site itself."""


def category_page(category: str) -> str:
    """Repository path of the generated page of a category."""
    return f"docs/news/category/{category}.md"


def category_link(workshop: Workshop, page: str, category: str) -> str:
    """A link from a page to the page of a category, which has a post."""
    target = workshop.layout.link(page, category_page(category))
    return f"[{workshop.label(VOCABULARY, category)}]({target})"


def category_pages(workshop: Workshop) -> Iterator[GeneratedPage]:
    """A page for each category that has posts, in the order of the vocabulary."""
    for category in used(workshop):
        page = category_page(category)
        entry = workshop.catalogue.corpus.vocabularies.get(VOCABULARY, {}).get(category, {})
        label = str(entry.get("label") or category)
        back = (
            f"[All news]({workshop.layout.link(page, INDEX)})\n" if INDEX in workshop.catalogue.corpus.documents else ""
        )
        summary = str(entry.get("description") or f"News of the category {label}, newest first.")
        rows = _rows(workshop, page, posts(workshop, category), with_category=False)
        text = f"{rows}\n\n{back}{_feeds(workshop, page, feed_path(category))}"
        yield GeneratedPage(page, "collection", f"News: {label}", summary, text, of_data=False)


def all_posts(workshop: Workshop, page: str) -> str:
    """All posts, newest first, then the categories."""
    counted = (
        f"{category_link(workshop, page, category)} ({len(posts(workshop, category))})" for category in used(workshop)
    )
    categories = section("By category", bullets(counted))
    return f"{_rows(workshop, page, posts(workshop))}\n\n{categories}{_feeds(workshop, page, feed_path())}"


def feed_path(category: str = "") -> str:
    """Repository path, without its ending, that the address of a feed would have; of all news, or of a category."""
    return category_page(category).removesuffix(".md") if category else "docs/news/feed"


def _feeds(workshop: Workshop, page: str, feed: str) -> str:
    """Where a feed reader follows the list; a site without an address has no feeds."""
    if not workshop.identity.site:
        return ""
    atom, of_json = (workshop.layout.link(page, f"{feed}.{ending}") for ending in ("xml", "json"))
    return f"\nFollow this list with a feed reader: [Atom]({atom}), [JSON]({of_json}).\n"


def latest(workshop: Workshop, page: str) -> str:
    """The newest posts from the field, then the newest on the site itself: a reader comes for the one and checks the other."""
    own = posts(workshop, OF_THIS_SITE)[:1]
    others = [post for post in posts(workshop) if str(post.data["category"]) != OF_THIS_SITE]
    return _rows(workshop, page, others[:LATEST] + own) or "There is no news yet."


def posts(workshop: Workshop, category: str = "") -> list[Entry]:
    """Posts of a category, or all, newest first."""
    found = [entry for entry in workshop.catalogue.of_kind("news") if category in ("", str(entry.data["category"]))]
    return sorted(found, key=lambda entry: (str(entry.data["date"]), entry.key.id), reverse=True)


def used(workshop: Workshop) -> list[str]:
    """Categories that have posts, in the order of the vocabulary."""
    named = {str(entry.data["category"]) for entry in workshop.catalogue.of_kind("news")}
    known = list(workshop.catalogue.corpus.vocabularies.get(VOCABULARY, {}))
    return sorted(named, key=lambda category: (known.index(category) if category in known else len(known), category))


def _rows(workshop: Workshop, page: str, shown: list[Entry], *, with_category: bool = True) -> str:
    return bullets(_row(workshop, page, post, with_category) for post in shown)


def _row(workshop: Workshop, page: str, post: Entry, with_category: bool) -> str:
    category = f" · {category_link(workshop, page, str(post.data['category']))}" if with_category else ""
    title = workshop.link(page, *post.key)
    return f"{escape(long_date(post.data['date']))}{category}: **{title}**. {escape(post.summary)}"
