"""The crosswalk: for each right its standards, targets of the 2030 Agenda, indicators and practices; as a page and as a table to download."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from golocal.content.catalogue import Entry
from golocal.content.locations import CROSSWALK
from golocal.content.mentions import RecordKey
from golocal.content.neighbours import targets
from golocal.rendering.csv_table import csv_table
from golocal.rendering.licence import CC0
from golocal.rendering.pages.collections import by_tier
from golocal.rendering.pages.page import GeneratedPage, Workshop
from golocal.rendering.pages.related import in_order
from golocal.rendering.pages.rows import count, facet, place_of, row
from golocal.rendering.text import bullets, escape, folded, listing

TITLE = "Crosswalk"
SUMMARY = "For each right the standards that hold it, the targets of the 2030 Agenda, the indicators that measure it and the practices that serve it."
FILE = f"{posixpath.dirname(CROSSWALK)}/crosswalk.csv"
COLUMNS = ("right", "right_title", "tier", "kind", "id", "title", "provisions", "detail", "place", "size", "region")
KINDS = {"standard": "standard", "indicator": "indicator", "practice": "practice"}
TARGET = "sdg-target"


class Crossing(NamedTuple):
    """One pair of a right and what hangs together with it.

    Attributes:
        provisions: anchors of the exact provisions of a standard.
    """

    right: Entry
    key: RecordKey
    provisions: frozenset[str] = frozenset()


def pages(workshop: Workshop) -> Iterator[GeneratedPage]:
    """The crosswalk with its table."""
    rights = [entry for _, _, entries in by_tier(workshop) for entry in entries]
    crossings = {right.key: list(crossings_of(workshop, right)) for right in rights}
    link = workshop.layout.link(CROSSWALK, FILE)
    above = f"The same as a table: [{posixpath.basename(FILE)}]({link}), {CC0}.\n{{: .filter-place .many }}\n"
    text = "\n".join([above, *(_section(workshop, right, crossings[right.key]) for right in rights)])
    rows = (cells for right in rights for crossing in crossings[right.key] for cells in [_cells(workshop, crossing)])
    files = {FILE: csv_table(COLUMNS, rows)}
    yield GeneratedPage(CROSSWALK, "collection", TITLE, SUMMARY, text, files=files)


def crossings_of(workshop: Workshop, right: Entry) -> Iterator[Crossing]:
    """All pairs of a right: standards, targets, indicators, practices."""
    ends = workshop.neighbours.get(right.key, {})
    for kind in ("standard", TARGET, "indicator", "practice"):
        if kind == TARGET:
            yield from (Crossing(right, RecordKey(TARGET, id)) for id in targets(workshop.relations).get(right.key, []))
        for key in sorted(ends, key=lambda key: in_order(workshop, key)):
            if key.kind == kind:
                yield Crossing(right, key, ends[key].there)


def _section(workshop: Workshop, right: Entry, crossings: list[Crossing]) -> str:
    goals = [facet("target", crossing.key.id) for crossing in crossings if crossing.key.kind == TARGET]
    link, tier = workshop.link(CROSSWALK, *right.key), workshop.label("tiers", right.data["tier"])
    named = f"Targets of the 2030 Agenda: {', '.join(goals)}" if goals else ""
    panel = " · ".join(filter(None, [link, tier, named]))
    folds = (_fold(workshop, kind, [found for found in crossings if found.key.kind == kind]) for kind in KINDS)
    text = "\n\n".join([panel, *filter(None, folds)])
    return listing(escape(right.title), text, right.key.id)


def _fold(workshop: Workshop, kind: str, crossings: list[Crossing]) -> str:
    rows = [_line(workshop, crossing) for crossing in crossings]
    return folded(count(len(rows), KINDS[kind]), bullets(rows), "crossings") if rows else f"No {KINDS[kind]} yet."


def _line(workshop: Workshop, crossing: Crossing) -> str:
    entry = workshop.catalogue.entries[crossing.key]
    first = row(workshop, CROSSWALK, crossing.key, crossing.provisions, detailed=False)
    facets = (facet(name, value) for name, value in _facets(workshop, entry))
    return " · ".join([first, *([place_of(workshop, entry.data)] if crossing.key.kind == "practice" else []), *facets])


def _facets(workshop: Workshop, entry: Entry) -> list[tuple[str, str]]:
    """What one filters by, each with its name: classes in the page that the script reads."""
    data = entry.data
    if entry.key.kind == "standard":
        return [("standards", workshop.label("standard-regions", data["region"]))]
    if entry.key.kind == "indicator":
        return [("type", workshop.label("indicator-types", data["type"]))]
    size = workshop.label("population-classes", data["population_class"])
    return [("size", size), ("region", workshop.label("regions", data["region"]))]


def _cells(workshop: Workshop, crossing: Crossing) -> list[str]:
    right, (kind, id) = crossing.right, crossing.key
    vocabularies = workshop.catalogue.corpus.vocabularies
    entry = workshop.catalogue.entries.get(crossing.key)
    data = entry.data if entry else {}
    known = data.get("provisions") or {} if kind == "standard" else {}
    exact = "; ".join(known[anchor]["label"] for anchor in known if anchor in crossing.provisions)

    def label(vocabulary: str, field: str) -> str:
        value = str(data.get(field) or "")
        return str(vocabularies.get(vocabulary, {}).get(value, {}).get("label") or value)

    detail = {"standard": label("standard-forms", "form"), "indicator": label("indicator-types", "type")}.get(kind, "")
    regions = "standard-regions" if kind == "standard" else "regions"
    place = f"{data['city']}, {label('countries', 'country_or_area')}" if kind == "practice" else ""
    first = [right.key.id, right.title, str(right.data["tier"]), kind, id, entry.title if entry else id, exact]
    return [*first, detail, place, label("population-classes", "population_class"), label(regions, "region")]
