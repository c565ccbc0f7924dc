"""The practice atlas: a map of the world and one of each region, and the same as tables."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from golocal.content.catalogue import Entry
from golocal.content.locations import ATLAS, topic_page
from golocal.rendering.atlas.drawing import Sign, part_map, world_map
from golocal.rendering.atlas.land import Point
from golocal.rendering.atlas.marks import Mark, gathered, kept_apart
from golocal.rendering.atlas.projection import Part, World
from golocal.rendering.layout import from_figure
from golocal.rendering.pages.page import GeneratedPage, Workshop
from golocal.rendering.pages.rows import count, place_of
from golocal.rendering.pages.topics import by_place, entries_of
from golocal.rendering.text import bullets, escape, listing, section

TITLE = "Practice atlas"
SUMMARY = "Where the practices of this library are: on a map of the world, on maps of its regions, and as tables."
DISCLAIMER = (
    "The maps show land without borders, after Natural Earth. Names and places on them, and what they leave out, say nothing "
    "about the legal status of any country, territory, city or area. A network, a region or a State is shown as one point."
)
HOW = (
    "A disc stands for one practice; its letter is that of the first theme of the practice, as listed under “Letters”. "
    "A square stands for as many practices as its number says and leads to their list below the map."
)


SIGNS_APART = 84.0
"""Least distance of the signs of two regions, in units of the map of the world: they are drawn larger on a phone."""


class Region(NamedTuple):
    """The practices of a region."""

    id: str
    label: str
    practices: list[Entry]


def pages(workshop: Workshop) -> Iterator[GeneratedPage]:
    """The atlas."""
    regions = list(_regions(workshop))
    figures: dict[str, str] = {}
    parts = [_world(workshop, regions, figures), _letters(workshop, regions)]
    parts += [_region(workshop, region, figures) for region in regions]
    text = "\n".join(part for part in parts if part)
    yield GeneratedPage(ATLAS, "collection", TITLE, SUMMARY, text, of_data=False, figures=figures)


def _regions(workshop: Workshop) -> Iterator[Region]:
    practices = by_place(workshop.catalogue.of_kind("practice"))
    named = dict.fromkeys([*entries_of(workshop, "regions"), *(str(entry.data["region"]) for entry in practices)])
    for id in named:
        found = [entry for entry in practices if entry.data["region"] == id]
        if found:
            entry = workshop.catalogue.corpus.vocabularies.get("regions", {}).get(id, {})
            yield Region(id, str(entry.get("label") or id), found)


def point_of(entry: Entry) -> Point:
    """Longitude and latitude of a practice."""
    place = entry.data["coordinates"]
    return float(place["longitude"]), float(place["latitude"])


def _figure_path(name: str) -> str:
    return f"{posixpath.dirname(ATLAS)}/atlas-{name}.svg"


def _image(workshop: Workshop, alternative: str, path: str) -> str:
    return f"![{escape(alternative)}]({workshop.layout.link(ATLAS, path)})"


def _world(workshop: Workshop, regions: list[Region], figures: dict[str, str]) -> str:
    if not regions:
        return "There is no practice yet.\n"
    total = sum(len(region.practices) for region in regions)
    title = f"Map of the world with {count(total, 'practice')}"
    says = "A dot for each place; a number for each region, which leads to the map of the region."
    dots = [point_of(entry) for region in regions for entry in region.practices]
    path = _figure_path("world")
    places = kept_apart([World()(_middle(region)) for region in regions], SIGNS_APART)
    figures[path] = world_map(title, says, dots, map(_region_sign, regions, places))
    named = " · ".join(f"[{escape(region.label)}](#{region.id}) {len(region.practices)}" for region in regions)
    return f"{DISCLAIMER}\n\n## The world {{: #world }}\n\n{_image(workshop, title, path)}\n\n{named}\n"


def _middle(region: Region) -> Point:
    """The median of longitudes and of latitudes."""
    points = [point_of(entry) for entry in region.practices]
    return median(longitude for longitude, _ in points), median(latitude for _, latitude in points)


def _region_sign(region: Region, place: Point) -> Sign:
    name = f"{region.label}: {count(len(region.practices), 'practice')}"
    return Sign(place, str(len(region.practices)), name, from_figure(ATLAS, region.id), True)


def letter_of(workshop: Workshop, entry: Entry) -> str:
    """The letter of the first theme of a practice: its place in the vocabulary of themes; two letters after the first 26."""
    known = entries_of(workshop, "themes")
    theme = str((entry.data.get("themes") or [""])[0])
    place = known.index(theme) if theme in known else -1
    tens, ones = divmod(place, 26)
    return "?" if place < 0 else (chr(64 + tens) if tens else "") + chr(65 + ones)


def _letters(workshop: Workshop, regions: list[Region]) -> str:
    firsts = {
        letter_of(workshop, entry): str((entry.data.get("themes") or [""])[0])
        for region in regions
        for entry in region.practices
    }
    named = (
        f"**{letter}** {workshop.topic_link(ATLAS, 'themes', firsts[letter])}"
        for letter in sorted(firsts, key=lambda letter: (len(letter), letter))
    )
    return section("Letters", f"{HOW}\n\n" + " · ".join(named)) if firsts else ""


def _region(workshop: Workshop, region: Region, figures: dict[str, str]) -> str:
    part = Part.around([point_of(entry) for entry in region.practices])
    marks = gathered((part(part.turned(point_of(entry))), entry) for entry in region.practices)
    many = [mark for mark in marks if len(mark.items) > 1]
    signs = [_sign(workshop, region, mark, many) for mark in marks]
    title = f"Map of {region.label} with {count(len(region.practices), 'practice')} in {count(len(marks), 'mark')}"
    path = _figure_path(region.id)
    figures[path] = part_map(part, title, "The table below the map has the same practices.", signs)
    lists = bullets(_list(workshop, region, number, mark) for number, mark in enumerate(many, 1))
    more = f"By country: [{escape(region.label)}]({workshop.layout.link(ATLAS, topic_page('regions', region.id))})."
    pieces = [_image(workshop, title, path), lists, _table(workshop, region), more]
    heading = f"{escape(region.label)} ({len(region.practices)})"
    return listing(heading, "\n\n".join(piece for piece in pieces if piece), region.id)


def _sign(workshop: Workshop, region: Region, mark: Mark[Entry], many: list[Mark[Entry]]) -> Sign:
    first = mark.items[0]
    if len(mark.items) == 1:
        name = f"{first.data['city']}: {first.title}"
        target = workshop.layout.link(ATLAS, first.page)
        return Sign(mark.place, letter_of(workshop, first), name, target, False)
    places = ", ".join(dict.fromkeys(str(entry.data["city"]) for entry in mark.items))
    name = f"{count(len(mark.items), 'practice')}: {places}"
    return Sign(mark.place, str(len(mark.items)), name, from_figure(ATLAS, _anchor(region, many.index(mark) + 1)), True)


def _anchor(region: Region, number: int) -> str:
    return f"{region.id}-mark-{number}"


def _list(workshop: Workshop, region: Region, number: int, mark: Mark[Entry]) -> str:
    """What a square stands for."""
    links = "; ".join(f"{escape(str(entry.data['city']))}: {workshop.link(ATLAS, *entry.key)}" for entry in mark.items)
    return f"**{len(mark.items)}** {links}\n    {{: #{_anchor(region, number)} }}"


def _table(workshop: Workshop, region: Region) -> str:
    rows = (_row(workshop, entry) for entry in region.practices)
    return "\n".join(("| Place | Practice | Size | Themes | Since |", "| --- | --- | --- | --- | --- |", *rows))


def _row(workshop: Workshop, entry: Entry) -> str:
    data = entry.data
    cells = (
        place_of(workshop, data),
        workshop.link(ATLAS, *entry.key),
        workshop.label("population-classes", data["population_class"]),
        f"{letter_of(workshop, entry)}: {workshop.labels('themes', data.get('themes'))}",
        str(data["started"]),
    )
    return f"| {' | '.join(cells)} |"
