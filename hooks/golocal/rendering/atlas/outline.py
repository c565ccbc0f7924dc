"""The land of a map as one SVG path: cut to the map's edge, and no finer than the eye can see."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from golocal.rendering.atlas.land import Point, Ring

Frame = tuple[float, float, float, float]
"""Least x, least y, greatest x, greatest y."""


TURNS = (-360.0, 0.0, 360.0)
"""How far a ring may have to be taken around the world to be seen on a map, in degrees."""


def land_path(rings: Iterable[Ring], project: Callable[[Point], Point], frame: Frame, tolerance: float) -> str:
    """The `d` of a path. Whole numbers, each point as a step from the one before.

    Args:
        rings: edges of the land in degrees.
        project: place on the map of a point in degrees.
        frame: what the map shows, in degrees; land outside is cut off.
        tolerance: how far the drawn edge may be from the real one; islands smaller than its square twice over are left out.
    """
    seen = (_clipped(ring, turn, box, frame) for ring in rings for box in [_box(ring)] for turn in TURNS)
    shown = (_thinned([project(point) for point in ring], tolerance) for ring in seen if ring)
    return "".join(_drawn(ring) for ring in shown if _area(ring) > 2 * tolerance**2)


def _box(ring: Ring) -> Frame:
    """The frame that a ring fills."""
    xs, ys = zip(*ring, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _clipped(ring: Ring, turn: float, box: Frame, frame: Frame) -> Ring:
    """The part of a ring inside the frame, edge by edge (Sutherland and Hodgman 1974).

    Most rings lie on one side of an edge as a whole, which their box shows without a look at their points.
    """
    low_x, low_y, high_x, high_y = box[0] + turn, box[1], box[2] + turn, box[3]
    if high_x < frame[0] or low_x > frame[2] or high_y < frame[1] or low_y > frame[3]:
        return []
    ring = [(x + turn, y) for x, y in ring]
    for axis, edge, bound, sign in (
        (0, low_x, frame[0], 1),
        (0, high_x, frame[2], -1),
        (1, low_y, frame[1], 1),
        (1, high_y, frame[3], -1),
    ):
        if sign * (edge - bound) < 0:
            ring = _cut(ring, axis, bound, sign)
    return ring


def _cut(ring: Ring, axis: int, bound: float, sign: int) -> Ring:
    kept: Ring = []
    for here, following in pairwise([*ring, *ring[:1]]):
        inside, next_inside = sign * (here[axis] - bound) >= 0, sign * (following[axis] - bound) >= 0
        if inside:
            kept.append(here)
        if inside != next_inside:
            share = (bound - here[axis]) / (following[axis] - here[axis])
            kept.append((here[0] + share * (following[0] - here[0]), here[1] + share * (following[1] - here[1])))
    return kept


def _thinned(ring: Ring, tolerance: float) -> Ring:
    """The ring with fewer points (Douglas and Peucker 1973), cut in two at the point farthest from the first one."""
    if len(ring) < 4:
        return ring
    far = max(range(len(ring)), key=lambda index: abs(ring[index][0] - ring[0][0]) + abs(ring[index][1] - ring[0][1]))
    halves = ring[: far + 1], [*ring[far:], ring[0]]
    return [point for half in halves for point in _simplified(half, tolerance)[:-1]]


def _simplified(line: Ring, tolerance: float) -> Ring:
    keep = {0, len(line) - 1}
    parts = [(0, len(line) - 1)]
    while parts:
        start, end = parts.pop()
        distances = [(_distance(line[index], line[start], line[end]), index) for index in range(start + 1, end)]
        farthest, index = max(distances, default=(0.0, start))
        if farthest > tolerance:
            keep.add(index)
            parts += [(start, index), (index, end)]
    return [line[index] for index in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to the line through two others; to the first where both are one."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx**2 + dy**2) ** 0.5
    if not length:
        return float(((point[0] - start[0]) ** 2 + (point[1] - start[1]) ** 2) ** 0.5)
    return float(abs(dx * (start[1] - point[1]) - dy * (start[0] - point[0])) / length)


def _area(ring: Ring) -> float:
    """Area by the shoelace formula; 0 for fewer than three points."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, *ring[:1]]))) / 2 if len(ring) > 2 else 0.0


def _drawn(ring: Ring) -> str:
    whole = [(round(x), round(y)) for x, y in ring]
    points = [point for point, before in zip(whole, [whole[-1], *whole], strict=False) if point != before] or whole[:1]
    steps = "".join(f"{_number(b[0] - a[0], ' ')}{_number(b[1] - a[1])}" for a, b in pairwise(points))
    return f"M{points[0][0]}{_number(points[0][1])}l{steps.lstrip()}z" if len(points) > 2 else ""


def _number(value: int, before: str = " ") -> str:
    """A number after another one: its sign parts them where it has one."""
    return str(value) if value < 0 else f"{before}{value}"
