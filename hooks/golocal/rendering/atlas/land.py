"""Land of the world without borders: rings of longitude and latitude, read from Natural Earth as the package world-atlas holds it.

The file is TopoJSON (Bostock and others, 2013): arcs of whole numbers, each point as a step from the one before.
"""

from __future__ import annotations

import json
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("vendor") / "land-50m.json"
Point = tuple[float, float]
"""Longitude and latitude in degrees, or x and y on a map."""
Ring = list[Point]


@cache
def rings() -> tuple[Ring, ...]:
    """Outer and inner edges of all land, in degrees; the first point is not repeated at the end.

    A ring that crosses the line where dates change goes on beyond 180 degrees.
    """
    topology = json.loads(FILE.read_text(encoding="utf-8"))
    arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    return tuple(
        _unbroken(_joined(ring, arcs))
        for geometry in topology["objects"]["land"]["geometries"]
        for polygon in geometry["arcs"]
        for ring in polygon
    )


def _decoded(arc: list[list[int]], transform: dict[str, Any]) -> Ring:
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    steps = accumulate(arc, lambda here, step: [here[0] + step[0], here[1] + step[1]])
    return [(x * scale_x + move_x, y * scale_y + move_y) for x, y in steps]


def _unbroken(ring: Ring) -> Ring:
    """The ring without jumps around the world."""
    turned, turn = ring[:1], 0.0
    for (before, _), (longitude, latitude) in pairwise(ring):
        turn += 360 * ((before - longitude > 180) - (longitude - before > 180))
        turned.append((longitude + turn, latitude))
    return turned


def _joined(ring: list[int], arcs: list[Ring]) -> Ring:
    """Arcs put end to end; `~n` means arc n from its end. The last point of an arc is the first of the next one."""
    points: Ring = []
    for index in ring:
        points += (arcs[index] if index >= 0 else arcs[~index][::-1])[:-1]
    return points
