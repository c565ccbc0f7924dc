"""Maps as SVG of the short list of elements that pages accept; classes of the style sheet give colours and sizes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from golocal.rendering.atlas.land import Point, rings
from golocal.rendering.atlas.outline import land_path
from golocal.rendering.atlas.projection import Part, World

FINENESS = 0.7
"""How far a drawn coast may be from the real one, in units of the map."""
HALF = 27
"""Half of the side of what can be touched."""


@dataclass(frozen=True)
class Sign:
    """A mark as it is drawn.

    Attributes:
        text: one letter or a number.
        name: what the link is called.
        target: where the link leads.
        many: whether it stands for several records: it is then a square, not a disc.
    """

    place: Point
    text: str
    name: str
    target: str
    many: bool


def world_map(title: str, description: str, dots: Iterable[Point], signs: Iterable[Sign]) -> str:
    """The world with a dot for each place, given in degrees, and signs, whose places are given on the map."""
    world = World()
    points = "".join(f'<circle class="map-dot" cx="{x:.0f}" cy="{y:.0f}" r="5"/>' for x, y in map(world, dots))
    return _svg("map map-world", world, title, description, points + "".join(map(_sign, signs)))


def part_map(part: Part, title: str, description: str, signs: Iterable[Sign]) -> str:
    """A part of the world with signs, whose places are given on the map."""
    return _svg("map", part, title, description, "".join(map(_sign, signs)))


def _svg(classes: str, area: World | Part, title: str, description: str, inside: str) -> str:
    width, height = area.size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{classes}" viewBox="0 0 {width:.0f} {height:.0f}">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
        f'<path class="map-land" d="{_land(area)}"/>{inside}</svg>\n'
    )


@lru_cache(maxsize=64)
def _land(area: World | Part) -> str:
    """The path of the land; it does not change while somebody writes a page."""
    return land_path(rings(), area, area.frame, FINENESS)


def _sign(sign: Sign) -> str:
    x, y = map(round, sign.place)
    shape = (
        f'<rect class="map-many" x="{x - HALF}" y="{y - HALF}" width="{2 * HALF}" height="{2 * HALF}" rx="6"/>'
        if sign.many
        else f'<circle class="map-one" cx="{x}" cy="{y}" r="{HALF}"/>'
    )
    return (
        f'<a class="map-mark" href={quoteattr(sign.target)}><title>{escape(sign.name)}</title>{shape}'
        f'<text x="{x}" y="{y}" text-anchor="middle" dominant-baseline="central">{escape(sign.text)}</text></a>'
    )
