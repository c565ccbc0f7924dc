"""Marks on a map: places that would lie on one another become one mark, so that each can be read and touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot
from typing import Generic, TypeVar

from golocal.rendering.atlas.land import Point

APART = 54.0
"""Least distance of two marks. On a phone 320 pixels wide it is 24 pixels, the least size of a target (WCAG 2.2, 2.5.8)."""
Item = TypeVar("Item")


@dataclass(frozen=True)
class Mark(Generic[Item]):
    """A mark at a place of the map, for one item or several."""

    place: Point
    items: tuple[Item, ...]


def gathered(placed: Iterable[tuple[Point, Item]], apart: float = APART) -> list[Mark[Item]]:
    """Marks that are at least `apart` from one another, from top to bottom; the order of the items in each is kept."""
    marks = _in_cells(list(placed), apart)
    while pair := _closest(marks, apart):
        first, second = pair
        marks = [mark for mark in marks if mark is not first and mark is not second] + [_joined(first, second)]
    return sorted(marks, key=lambda mark: (mark.place[1], mark.place[0]))


def kept_apart(places: list[Point], apart: float) -> list[Point]:
    """The places, those too close to one another pushed away from each other, each as little as it takes."""
    moved = list(places)
    for _ in range(100):
        pairs = ((first, second) for first in range(len(moved)) for second in range(first + 1, len(moved)))
        close = [pair for pair in pairs if _distance(moved[pair[0]], moved[pair[1]]) < apart]
        if not close:
            break
        for first, second in close:
            moved[first], moved[second] = _pushed(moved[first], moved[second], apart)
    return moved


def _pushed(one: Point, other: Point, apart: float) -> tuple[Point, Point]:
    distance = _distance(one, other)
    x, y = ((other[0] - one[0]) / distance, (other[1] - one[1]) / distance) if distance else (0.0, 1.0)
    push = (apart - distance) / 2 + 0.5
    return (one[0] - x * push, one[1] - y * push), (other[0] + x * push, other[1] + y * push)


def _distance(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _in_cells(placed: list[tuple[Point, Item]], apart: float) -> list[Mark[Item]]:
    """A mark for each cell of a grid of half the distance: the number of marks depends on the map, not on the items."""
    cells: dict[tuple[int, int], list[tuple[Point, Item]]] = defaultdict(list)
    for place, item in placed:
        cells[int(place[0] // (apart / 2)), int(place[1] // (apart / 2))].append((place, item))
    return [Mark(_middle([place for place, _ in found]), tuple(item for _, item in found)) for found in cells.values()]


def _middle(places: list[Point]) -> Point:
    return sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places)


def _closest(marks: list[Mark[Item]], apart: float) -> tuple[Mark[Item], Mark[Item]] | None:
    pairs = (
        (_distance(one.place, other.place), index, second)
        for index, one in enumerate(marks)
        for second, other in enumerate(marks[index + 1 :], index + 1)
    )
    distance, first, second = min(pairs, default=(apart, 0, 0))
    return (marks[first], marks[second]) if distance < apart else None


def _joined(first: Mark[Item], second: Mark[Item]) -> Mark[Item]:
    sizes = len(first.items), len(second.items)
    x, y = (
        (one * sizes[0] + other * sizes[1]) / sum(sizes) for one, other in zip(first.place, second.place, strict=True)
    )
    return Mark((x, y), first.items + second.items)
