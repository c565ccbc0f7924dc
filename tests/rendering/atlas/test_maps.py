"""Maps: the land, where points stand on it, marks that can be touched, figures that pages accept."""

from __future__ import annotations

import gzip
import re
from itertools import combinations, pairwise
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golocal.reading.figures import lacking, trouble_of
from golocal.rendering.atlas.bars import Pair, bars
from golocal.rendering.atlas.drawing import Sign, part_map, world_map
from golocal.rendering.atlas.land import rings
from golocal.rendering.atlas.marks import APART, gathered, kept_apart
from golocal.rendering.atlas.outline import land_path
from golocal.rendering.atlas.projection import LEAST_SPAN, TALLEST, Part, World, unwrapped

GRAZ, WELLINGTON, APIA, REYKJAVIK = (15.44, 47.07), (174.78, -41.29), (-171.76, -13.83), (-21.94, 64.15)
PLACES = st.lists(st.tuples(st.floats(-180, 180), st.floats(-60, 80)), min_size=1, max_size=40)


def points_of(path: str) -> list[list[tuple[int, int]]]:
    """The rings that a path draws."""
    found = []
    for ring in path.split("M")[1:]:
        start, _, steps = ring.partition("l")
        x, y = map(int, re.findall(r"-?\d+", start))
        drawn = [(x, y)]
        numbers = list(map(int, re.findall(r"-?\d+", steps)))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            drawn.append((x, y))
        found.append(drawn)
    return found


def test_land_is_closed_and_does_not_jump_around_the_world() -> None:
    assert len(rings()) > 1000
    for ring in rings():
        assert len(ring) >= 3
        assert all(abs(a[0] - b[0]) < 180 for a, b in pairwise(ring))


def test_the_path_stays_on_the_map_and_shows_a_square_as_it_is() -> None:
    square = [(0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0)]
    path = land_path([square], lambda point: (point[0], 20 - point[1]), (5.0, 0.0, 20.0, 20.0), 0.5)
    assert sorted(points_of(path)[0]) == [(5, 10), (5, 20), (10, 10), (10, 20)]


def test_what_is_smaller_than_the_eye_sees_is_left_out() -> None:
    island = [(0.0, 0.0), (0.0, 0.5), (0.5, 0.5), (0.5, 0.0)]
    assert land_path([island], lambda point: point, (-5.0, -5.0, 5.0, 5.0), 1.0) == ""


def test_the_world_lies_inside_its_frame_and_is_light() -> None:
    world = World()
    path = land_path(rings(), world, world.frame, 0.7)
    width, height = world.size
    assert all(0 <= x <= width and -1 <= y <= height + 1 for ring in points_of(path) for x, y in ring)
    assert 1000 < len(gzip.compress(path.encode())) < 8_000


def test_areas_of_the_world_are_in_proportion() -> None:
    """A degree by a degree at 60 degrees north has half the area of one at the equator."""

    def area(latitude: float) -> float:
        world = World()
        (west, south), (east, _) = world((0, latitude - 0.5)), world((1, latitude - 0.5))
        return (east - west) * (south - world((0, latitude + 0.5))[1])

    assert area(60) / area(0) == pytest.approx(0.5, rel=0.01)


@settings(deadline=None)
@given(PLACES)
def test_a_part_of_the_world_shows_all_its_places(places: list[tuple[float, float]]) -> None:
    part = Part.around(places)
    width, height = part.size
    for place in places:
        x, y = part(part.turned(place))
        assert -0.001 <= x <= width + 0.001
        assert -0.001 <= y <= height + 0.001


def test_a_part_across_the_date_line_stays_together() -> None:
    assert unwrapped([174.78, -171.76]) == pytest.approx([174.78, 188.24])
    part = Part.around([WELLINGTON, APIA])
    assert part.east - part.west < 40
    assert part(part.turned(APIA))[0] > part(part.turned(WELLINGTON))[0]
    assert land_path(rings(), part, part.frame, 0.7).count("M") >= 2


def test_one_place_is_shown_with_what_is_around_it() -> None:
    part = Part.around([GRAZ])
    assert part.east - part.west == pytest.approx(LEAST_SPAN)
    assert part.size[1] <= part.size[0] * TALLEST + 0.001
    assert "z" in land_path(rings(), part, part.frame, 0.7)


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 640), st.floats(0, 600)), max_size=60))
def test_marks_lose_nobody_and_can_be_told_apart(places: list[tuple[float, float]]) -> None:
    marks = gathered((place, index) for index, place in enumerate(places))
    assert sorted(item for mark in marks for item in mark.items) == list(range(len(places)))
    for one, other in combinations(marks, 2):
        assert hypot(one.place[0] - other.place[0], one.place[1] - other.place[1]) >= APART


def test_places_far_apart_keep_their_own_mark() -> None:
    marks = gathered([((0.0, 0.0), "a"), ((300.0, 0.0), "b"), ((305.0, 0.0), "c")])
    assert [(mark.place, mark.items) for mark in marks] == [((0.0, 0.0), ("a",)), ((302.5, 0.0), ("b", "c"))]


def test_signs_are_pushed_apart_as_little_as_it_takes() -> None:
    moved = kept_apart([(0.0, 0.0), (0.0, 0.0), (50.0, 0.0), (500.0, 0.0)], 80.0)
    assert all(hypot(a[0] - b[0], a[1] - b[1]) >= 80 for a, b in combinations(moved, 2))
    assert moved[3] == (500.0, 0.0)


def test_figures_are_accepted_and_described() -> None:
    sign = Sign((100.0, 100.0), "A", 'Graz & "others": a <council>', "../practices/graz.md", False)
    many = Sign((300.0, 200.0), "5", "5 practices", "#europe-mark-1", True)
    figures = [
        world_map("The world", "Dots.", [GRAZ, APIA], [many]),
        part_map(Part.around([GRAZ, REYKJAVIK]), "Europe", "Marks.", [sign, many]),
        bars("Timeline", "Two counts.", ("First", "Second"), [Pair("1990s", "#from-1990", 3, 0)]),
    ]
    for figure in figures:
        assert trouble_of(figure.encode()) == ""
        assert lacking(figure.encode()) == []
        assert len(gzip.compress(figure.encode())) < 12_000
    assert figures[0].count('class="map-dot"') == 2
    assert '<circle class="map-one"' in figures[1]
    assert '<rect class="map-many"' in figures[1]


def test_a_bar_has_its_number_and_a_nought_no_bar() -> None:
    figure = bars("T", "D", ("First", "Second"), [Pair("1990s", "#a", 90, 1), Pair("2000s", "#b", 0, 45)])
    widths = dict(re.findall(r'class="(bar-\w+)" x="130" y="\d+" width="(\d+)"', figure)[:2])
    assert (int(widths["bar-first"]), int(widths["bar-second"])) == (450, 5)
    assert figure.count("<rect") == 2 + 3
    assert all(f">{number}</text>" in figure for number in (90, 1, 0, 45))
