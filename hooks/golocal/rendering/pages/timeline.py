"""Standards and practices year by year, under the decade in which they were adopted or began."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator

from golocal.content.catalogue import Entry
from golocal.content.locations import TIMELINE
from golocal.rendering.atlas.bars import Pair, bars
from golocal.rendering.layout import from_figure
from golocal.rendering.pages.page import GeneratedPage, Workshop
from golocal.rendering.pages.rows import place_of
from golocal.rendering.text import bullets, escape, listing

TITLE = "Timeline"
SUMMARY = "Standards by the year in which they were adopted, and practices by the year in which they began."
FIGURE = f"{posixpath.dirname(TIMELINE)}/timeline.svg"
NOTE = "The years are those of the records. The figure counts what this library holds, not what there is in the world."


def pages(workshop: Workshop) -> Iterator[GeneratedPage]:
    """The timeline."""
    by_decade: dict[int, list[Entry]] = defaultdict(list)
    for entry in sorted(_dated(workshop), key=lambda entry: (year_of(entry), entry.key.kind, entry.title.casefold())):
        by_decade[year_of(entry) // 10 * 10].append(entry)
    sections = (
        listing(_name(decade), bullets(_row(workshop, entry) for entry in entries), _anchor(decade))
        for decade, entries in by_decade.items()
    )
    image = f"![{TITLE}]({workshop.layout.link(TIMELINE, FIGURE)})\n" if by_decade else ""
    figures = {FIGURE: _figure(by_decade)} if by_decade else {}
    text = "\n".join([f"{NOTE}\n", image, *sections])
    yield GeneratedPage(TIMELINE, "collection", TITLE, SUMMARY, text, of_data=False, figures=figures)


def _dated(workshop: Workshop) -> list[Entry]:
    return [*workshop.catalogue.of_kind("standard"), *workshop.catalogue.of_kind("practice")]


def year_of(entry: Entry) -> int:
    """Year in which a standard was adopted or a practice began."""
    return int(str(entry.data["started" if entry.key.kind == "practice" else "adopted"])[:4])


def _name(decade: int) -> str:
    return f"{decade}s"


def _anchor(decade: int) -> str:
    return f"from-{decade}"


def _row(workshop: Workshop, entry: Entry) -> str:
    link = workshop.link(TIMELINE, *entry.key)
    if entry.key.kind == "practice":
        return f"**{year_of(entry)}** Practice in {place_of(workshop, entry.data)}: {link}"
    form = workshop.label("standard-forms", entry.data["form"])
    return f"**{year_of(entry)}** {form}: {link}, {escape(entry.data['body'])}"


def _figure(by_decade: dict[int, list[Entry]]) -> str:
    pairs = (
        Pair(
            _name(decade),
            from_figure(TIMELINE, _anchor(decade)),
            sum(entry.key.kind == "standard" for entry in entries),
            sum(entry.key.kind == "practice" for entry in entries),
        )
        for decade, entries in by_decade.items()
    )
    return bars(TITLE, "Standards and practices by decade.", ("Standards", "Practices"), pairs)
