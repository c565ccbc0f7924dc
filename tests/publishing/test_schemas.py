"""JSON Schemas: they accept what the reader accepts, refuse what it refuses, and are valid themselves."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from golocal.checks.run import check
from golocal.content.kinds import ALL_MODELS, RECORD_MODELS
from golocal.publishing.schemas import DIALECT, all_schemas, as_json


class Core(yaml.SafeLoader):
    """Reads numbers as numbers, as most tools do; dates and words stay text, as in YAML 1.2."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        sign: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] in ("int", "float", "null")]
        for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def records(root: Path) -> dict[str, list[Any]]:
    """Front matter and data files of a repository by kind, as another tool reads them."""
    corpus = check(root, rules=[]).catalogue.corpus
    found: dict[str, list[Any]] = {}
    for source in corpus.sources():
        text = (root / source.path).read_text(encoding="utf-8")
        if source.path.endswith(".md"):
            text = text.split("---\n")[1]
        found.setdefault(source.kind, []).append(yaml.load(text, Core))
    return found


@pytest.fixture
def schemas(world: Path) -> dict[str, dict[str, Any]]:
    return all_schemas(check(world, rules=[]).catalogue.corpus.vocabularies)


def test_every_kind_has_a_valid_schema(schemas: dict[str, dict[str, Any]]) -> None:
    assert schemas.keys() == ALL_MODELS.keys()
    for kind, schema in schemas.items():
        Draft202012Validator.check_schema(schema)
        assert (schema["$schema"], schema["$id"]) == (DIALECT, f"{kind}.schema.json")


def test_all_sources_of_the_world_are_accepted(world: Path, schemas: dict[str, dict[str, Any]]) -> None:
    found = records(world)
    assert found.keys() == ALL_MODELS.keys(), "the world has a document or file of every kind"
    for kind, values in found.items():
        for value in values:
            assert list(Draft202012Validator(schemas[kind]).iter_errors(value)) == []


def test_what_the_reader_refuses_is_refused(world: Path, schemas: dict[str, dict[str, Any]]) -> None:
    practice = records(world)["practice"][0]
    validator = Draft202012Validator(schemas["practice"])
    changes: list[dict[str, Any]] = [
        {"unknown": "x"},
        {"region": "atlantis"},
        {"rights": ["no-such-right"]},
        {"rights": []},
        {"summary": "short"},
        {"evidence": {"report": "rumour", "independent": "no"}},
    ]
    for change in changes:
        assert not validator.is_valid({**practice, **change}), change
    for key in ("title", "city", "evidence"):
        wanting = copy.deepcopy(practice)
        del wanting[key]
        assert not validator.is_valid(wanting), key


def test_a_data_file_is_an_object_of_records(world: Path, schemas: dict[str, dict[str, Any]]) -> None:
    for kind in RECORD_MODELS:
        assert schemas[kind]["additionalProperties"]["$ref"].startswith("#/$defs/")
        assert not Draft202012Validator(schemas[kind]).is_valid({"some-id": {"unknown": "x"}})


def test_vocabularies_are_written_out_in_order(schemas: dict[str, dict[str, Any]]) -> None:
    region = schemas["practice"]["properties"]["region"]
    assert region["enum"] == sorted(region["enum"])
    assert '"vocabulary":' not in as_json(schemas["practice"])


def test_numbers_pass_where_text_is_asked_for(schemas: dict[str, dict[str, Any]]) -> None:
    work = {"type": "report", "title": 1984, "issued": 2019, "number": 12, "read": "whole"}
    values = set(schemas["reference"]["$defs"]["Reference"]["properties"]["type"]["enum"])
    assert "report" in values
    assert list(Draft202012Validator(schemas["reference"]).iter_errors({"orwell1949": work})) == []
