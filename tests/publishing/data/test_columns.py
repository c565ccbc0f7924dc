"""Columns follow the models: a field more is a column more, and nothing of a record is lost on the way to its tables."""

from __future__ import annotations

import pytest

from golocal.content.kinds import ALL_MODELS
from golocal.content.relations import OUTSIDE
from golocal.publishing.data.columns import Column, shape_of
from golocal.publishing.data.tables import COLLECTIONS


def column(kind: str, name: str) -> Column:
    return next(one for one in shape_of(kind).columns if one.name == name)


@pytest.mark.parametrize("kind", sorted(ALL_MODELS))
def test_every_key_of_a_kind_is_a_column_or_a_table(kind: str) -> None:
    shape = shape_of(kind)
    there = {".".join(one.path) for one in shape.columns} | {part.name for part in shape.parts}
    inside = {f"{part.name}.{'.'.join(one.path)}" for part in shape.parts for one in part.columns}
    objects = {one.path[0] for one in shape.columns if len(one.path) > 1}
    keys = {field.alias or name for name, field in ALL_MODELS[kind].model_fields.items()}
    assert keys - objects - there - inside == set()


def test_a_column_has_the_type_of_its_field() -> None:
    assert column("practice", "started").type == "integer"
    assert column("practice", "coordinates_latitude").type == "number"
    assert column("practice", "evidence_independent").type == "boolean"
    assert column("practice", "review_due").type == "date"
    assert column("standard", "adopted").type == "string", "a year alone is no date"
    assert column("right", "owes").many
    assert column("indicator", "type").vocabulary == "indicator-types"
    assert column("indicator", "right").vocabulary == "rights"
    assert column("practice", "themes").vocabulary == "themes"


def test_a_column_says_what_its_field_says() -> None:
    assert column("indicator", "cautions").meaning == "How it misleads."
    assert column("reference", "title_short").path == ("title-short",)


def test_a_field_that_may_be_left_out_may_be_empty() -> None:
    assert column("indicator", "cautions").needed
    assert not column("indicator", "denominator").needed
    assert not column("chain", "in_short_target").needed, "the mapping around it may be left out"


def test_every_kind_but_pages_of_the_site_stands_in_exactly_one_collection() -> None:
    kinds = [kind for collection in COLLECTIONS for kind in collection.kinds]
    assert sorted(kinds) == sorted(ALL_MODELS.keys() - OUTSIDE - {"vocabulary"})
