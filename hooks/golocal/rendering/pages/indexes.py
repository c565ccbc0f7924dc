"""Lists of records on the pages that introduce them: each list follows the text of its index page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

from golocal.content.catalogue import Entry
from golocal.content.locations import identify
from golocal.content.mentions import RecordKey, named
from golocal.content.sequences import articles, tasks
from golocal.rendering.identity import Identity
from golocal.rendering.pages import news, paths, rows, topics, ways
from golocal.rendering.pages.page import Workshop
from golocal.rendering.text import bullets, escape, first_sentence, listing, section


def for_page(workshop: Workshop, path: str) -> str:
    """The list that belongs to an index page; empty for every other page."""
    maker = _LISTS.get(path)
    if maker:
        return maker(workshop, path)
    if path.startswith("volumes/papers-") and path.endswith("/index.md"):
        return _articles(workshop, path)
    return ""


def _rows(workshop: Workshop, page: str, entries: list[Entry]) -> str:
    return bullets(workshop.entry_row(page, entry) for entry in entries)


def _practices(workshop: Workshop, page: str) -> str:
    """Ways to look for one, then all of them by region."""
    regions = topics.entries_of(workshop, "regions")
    by_region: dict[str, list[Entry]] = {region: [] for region in regions}
    for entry in topics.by_place(workshop.catalogue.of_kind("practice")):
        by_region.setdefault(str(entry.data.get("region")), []).append(entry)
    lists = [
        listing(
            f"{workshop.label('regions', region)} ({len(entries)})",
            rows.practices_to_filter(workshop, page, entries),
            region,
        )
        for region, entries in by_region.items()
        if entries
    ]
    return "\n".join([f"{ways.to_practices(workshop, page)}\n", *lists])


def _contact(workshop: Workshop, page: str) -> str:
    return contact_in_words(workshop.identity)


def contact_in_words(identity: Identity) -> str:
    """Where to write to the publisher, in a sentence of Markdown."""
    contact = identity.contact
    if not contact:
        return "The publisher of this copy has named none here. Ask whoever runs its address or gave you the copy."
    if re.fullmatch(r"[^@\s]+@[^@\s]+", contact):
        return f"Write to [{escape(contact)}](mailto:{contact})."
    return (
        f"Write to [{escape(contact)}]({contact})."
        if contact.startswith("https://")
        else f"Write to: {escape(contact)}"
    )


def _tasks(workshop: Workshop, page: str) -> str:
    """Each task with its situation, the first sentence of the summary."""
    return bullets(
        f"**{workshop.link(page, *task.key)}**. {escape(first_sentence(task.summary))}"
        for task in tasks(workshop.catalogue)
    )


def _of_kind(kind: str) -> Callable[[Workshop, str], str]:
    def make(workshop: Workshop, page: str) -> str:
        return _rows(workshop, page, workshop.catalogue.of_kind(kind))

    return make


def _chapters(workshop: Workshop, page: str) -> str:
    chapters = sorted(workshop.catalogue.of_kind("chapter"), key=lambda entry: int(entry.data["number"]))
    return listing("The chapters one by one", _rows(workshop, page, chapters))


def _academies(workshop: Workshop, page: str) -> str:
    editions = listing("Records of the editions", _of_kind("academy")(workshop, page))
    return f"{editions}\n{listing('Digests of the outcome documents', _of_kind('outcome')(workshop, page))}"


def _volumes(workshop: Workshop, page: str) -> str:
    ours = _unnamed(workshop, page, workshop.catalogue.of_kind("paper"))
    return (
        f"{section('Our own papers', ours)}\n"
        f"{section('Records of the Centre’s series', _of_kind('volume')(workshop, page))}"
    )


def _articles(workshop: Workshop, page: str) -> str:
    found = articles(workshop.catalogue.corpus.documents, posixpath.dirname(page))
    keys = (RecordKey(*identify(path)) for path in found)
    entries = [workshop.catalogue.entries[key] for key in keys if key in workshop.catalogue.entries]
    return section("Articles", _unnamed(workshop, page, entries))


def _unnamed(workshop: Workshop, page: str, entries: list[Entry]) -> str:
    """Rows for what the text of the page does not lead to itself; nothing stands on a page twice."""
    targets = {link.target for link in workshop.catalogue.corpus.documents[page].source.links}
    return _rows(workshop, page, [entry for entry in entries if named(entry.key) not in targets])


_LISTS: dict[str, Callable[[Workshop, str], str]] = {
    "docs/practices/index.md": _practices,
    "docs/tasks/index.md": _tasks,
    "docs/news/index.md": news.all_posts,
    "docs/academy/index.md": _academies,
    "docs/meetings/index.md": _of_kind("meeting"),
    "docs/contribute/report.md": _contact,
    "docs/learn/index.md": paths.all_paths,
    "toolkit/index.md": _chapters,
    "volumes/index.md": _volumes,
}
