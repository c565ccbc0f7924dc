"""Rights by what happens to people: the entry for residents, and the way to it from each right."""

from __future__ import annotations

from collections import defaultdict

from golocal.content.catalogue import Entry
from golocal.rendering.pages.collections import by_tier
from golocal.rendering.pages.page import Workshop
from golocal.rendering.pages.ways import for_residents
from golocal.rendering.text import bullets, escape, listing

AREAS = "life-areas"


def by_area(workshop: Workshop, page: str) -> str:
    """All situations under the area of life in which they happen; each line leads to its right. Areas keep the order of their vocabulary."""
    lines: dict[str, list[str]] = defaultdict(list)
    for right in (entry for _, _, entries in by_tier(workshop) for entry in entries):
        for situation in right.data.get("situations") or []:
            lines[str(situation["area"])].append(_line(workshop, page, right, str(situation["says"])))
    areas = [area for area in workshop.catalogue.corpus.vocabularies.get(AREAS, {}) if area in lines]
    jumps = " · ".join(f"[{workshop.label(AREAS, area)}](#{area})" for area in areas) + "\n{: .jumps }"
    found = (f"### {workshop.label(AREAS, area)} {{: #{area} }}\n\n{bullets(lines[area])}" for area in areas)
    return listing("What happened?", "\n\n".join([jumps, *found]), "what-happened") if areas else ""


def _line(workshop: Workshop, page: str, right: Entry, says: str) -> str:
    return f"{workshop.link(page, *right.key, text=escape(says.rstrip('.')))} · {escape(right.title)}"


def of_right(workshop: Workshop, right: Entry) -> str:
    """What somebody says whose right this is, and the way to other situations; empty for a right without any."""
    said = " ".join(f"“{escape(str(situation['says']))}”" for situation in right.data.get("situations") or [])
    return f"In everyday words: {said} {for_residents(workshop, right.page, 'Something else?')}\n" if said else ""
