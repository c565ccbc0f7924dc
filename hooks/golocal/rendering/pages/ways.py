"""Ways through the library: links to the pages by which one looks for records."""

from __future__ import annotations

from golocal.content.locations import ATLAS, CROSSWALK, I_LIVE_HERE, TIMELINE, topic_page
from golocal.content.neighbours import Topic
from golocal.rendering.pages.page import Workshop
from golocal.rendering.pages.topics import SHELVES, entries_of
from golocal.rendering.text import bullets


def through_the_library(workshop: Workshop, page: str) -> str:
    """Other ways through the library: by topic, and the pages that look at all records at once."""
    shelves = (_linked(workshop, page, shelf.title, topic_page(name), shelf.summary) for name, shelf in SHELVES.items())
    wholes = (_linked(workshop, page, name, target, says) for name, target, says in OVERVIEWS)
    return bullets([*shelves, *wholes])


SIZES = "size-groups"
OVERVIEWS = (
    ("Practice atlas", ATLAS, "All practices on maps, and the same as tables."),
    ("Timeline", TIMELINE, "Standards and practices, year by year."),
    (
        "Crosswalk",
        CROSSWALK,
        "For each right its standards, goals, indicators and practices, to filter and to download.",
    ),
)


def _linked(workshop: Workshop, page: str, name: str, target: str, says: str) -> str:
    return f"**[{name}]({workshop.layout.link(page, target)})**. {says}"


def to_practices(workshop: Workshop, page: str) -> str:
    """One line with the other ways to find a practice."""
    links = ", ".join(
        f"[{name}]({workshop.layout.link(page, target)})"
        for name, target in (
            ("by size of the place", topic_page(SIZES)),
            ("by theme", topic_page("themes")),
            ("by country", topic_page("regions")),
            ("by what the city is in it", topic_page("functions")),
            ("on maps", ATLAS),
            ("by year", TIMELINE),
        )
    )
    return f"Find one {links}.\n{{: .filter-place }}"


def by_size(workshop: Workshop, page: str) -> str:
    """The pages of places by size that have practices, each with their number."""
    return bullets(
        f"{workshop.topic_link(page, SIZES, id)} ({sum(key.kind == 'practice' for key in members)})"
        for id in entries_of(workshop, SIZES)
        if (members := workshop.topics.get(Topic(SIZES, id)))
    )


def for_residents(workshop: Workshop, page: str, before: str) -> str:
    """A sentence that leads residents to their entry, with what comes before it; empty where there is no such page."""
    if I_LIVE_HERE not in workshop.catalogue.corpus.documents:
        return ""
    return f"{before} [Start from what happened]({workshop.layout.link(page, I_LIVE_HERE)})."
