"""From degrees to places on a map: the whole world with areas in proportion, and parts of it in the proportions of their middle."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from golocal.rendering.atlas.land import Point
from golocal.rendering.atlas.outline import Frame

WORLD_WIDTH, PART_WIDTH = 1000.0, 640.0
_A = (1.340264, -0.081106, 0.000893, 0.003796)
"""Coefficients of the Equal Earth projection (Šavrič, Patterson and Jenny 2018)."""
_HALF_WIDTH, _NORTH, _SOUTH = 2.7066300, 84.0, -57.0
MARGIN, LEAST_SPAN = 0.08, 16.0
"""Room at each side by the span of the outermost points, and the least width of a part of the world in degrees."""
TALLEST, FLATTEST = 1.05, 0.62
"""Height of a part of the world by its width."""


@dataclass(frozen=True)
class World:
    """The whole world without the Antarctic."""

    @property
    def frame(self) -> Frame:
        """Edges of the map in degrees."""
        return -180.0, _SOUTH, 180.0, _NORTH

    @property
    def size(self) -> Point:
        """Width and height of the map."""
        return WORLD_WIDTH, self._y(_SOUTH)

    def __call__(self, point: Point) -> Point:
        """Place of a point in degrees."""
        longitude, latitude = math.radians(point[0]), self._angle(point[1])
        a1, a2, a3, a4 = _A
        shrunk = 3 * (9 * a4 * latitude**8 + 7 * a3 * latitude**6 + 3 * a2 * latitude**2 + a1)
        x = 2 * math.sqrt(3) * longitude * math.cos(latitude) / shrunk
        return WORLD_WIDTH / 2 + x * self._scale, self._y(point[1])

    @property
    def _scale(self) -> float:
        return WORLD_WIDTH / 2 / _HALF_WIDTH

    def _angle(self, latitude: float) -> float:
        return math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))

    def _height(self, latitude: float) -> float:
        angle = self._angle(latitude)
        return sum(factor * angle**power for factor, power in zip(_A, (1, 3, 7, 9), strict=True)) * self._scale

    def _y(self, latitude: float) -> float:
        return self._height(_NORTH) - self._height(latitude)


@dataclass(frozen=True)
class Part:
    """A part of the world, in degrees; `east` is over 180 where it lies across the line where dates change."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def around(cls, points: Sequence[Point]) -> Part:
        """The part that shows all points, given in degrees, with some room around them."""
        west, east = _with_margin(unwrapped([longitude for longitude, _ in points]), LEAST_SPAN)
        south, north = _with_margin([latitude for _, latitude in points], 0.0)
        shrink = math.cos(math.radians((south + north) / 2))
        south, north = _spread(south, north, (east - west) * shrink * FLATTEST)
        west, east = _spread(west, east, (north - south) / shrink / TALLEST)
        return cls(west, south, east, north)

    @property
    def frame(self) -> Frame:
        """Edges of the map in degrees."""
        return self.west, self.south, self.east, self.north

    @property
    def size(self) -> Point:
        """Width and height of the map."""
        return PART_WIDTH, (self.north - self.south) * self._scale / self._shrink

    def __call__(self, point: Point) -> Point:
        """Place of a point in degrees."""
        return (point[0] - self.west) * self._scale, (self.north - point[1]) * self._scale / self._shrink

    def turned(self, point: Point) -> Point:
        """The point, if need be once around the world, so that it is not west of the map."""
        return (point[0] + 360 if point[0] < self.west else point[0]), point[1]

    @property
    def _scale(self) -> float:
        return PART_WIDTH / (self.east - self.west)

    @property
    def _shrink(self) -> float:
        return math.cos(math.radians((self.south + self.north) / 2))


def unwrapped(longitudes: Sequence[float]) -> list[float]:
    """Longitudes without the widest gap between them: those west of it are taken once around the world."""
    ordered = sorted(set(longitudes))
    gaps = [(after - before, after) for before, after in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)]
    start = max(gaps)[1]
    return [value + 360 if value < start <= 180 else value for value in longitudes]


def _with_margin(values: Sequence[float], least: float) -> tuple[float, float]:
    low, high = min(values), max(values)
    room = (high - low) * MARGIN
    return _spread(low - room, high + room, least)


def _spread(low: float, high: float, least: float) -> tuple[float, float]:
    missing = max(0.0, least - (high - low)) / 2
    return low - missing, high + missing
