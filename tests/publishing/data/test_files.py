"""The files of open data: valid by the published profile and by their own schema, the same bytes each time, nothing that must not leave."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pybtex.database
import pypandoc
import pytest
import rispy

from golocal.checks.run import check
from golocal.content.catalogue import Catalogue
from golocal.publishing.data import files as files_module
from golocal.publishing.data.files import DataTooLarge, data_files
from golocal.reading.settings import read_settings
from golocal.rendering.csv_table import original
from golocal.rendering.identity import Identity, identity_of

REPOSITORY = Path(__file__).resolve().parents[3]
PROFILE = json.loads((REPOSITORY / "tests/vendor/datapackage-2.0.json").read_text(encoding="utf-8"))
IDENTITY = Identity("The invented guide", "Independent.", "CC BY-SA 4.0")
READERS: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": datetime.date.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}


@pytest.fixture(scope="module")
def described(open_data: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((open_data / "datapackage.json").read_text(encoding="utf-8"))
    return loaded


def tables(described: dict[str, Any]) -> list[dict[str, Any]]:
    return [resource for resource in described["resources"] if resource["format"] == "csv"]


def rows_of(folder: Path, table: dict[str, Any]) -> list[dict[str, str]]:
    text = (folder / table["path"]).read_text(encoding=table["encoding"])
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_package_is_valid_by_the_published_profile(described: dict[str, Any]) -> None:
    jsonschema.Draft7Validator.check_schema(PROFILE)
    assert [error.message for error in jsonschema.Draft7Validator(PROFILE).iter_errors(described)] == []


def test_the_profile_refuses_a_package_that_is_none(described: dict[str, Any]) -> None:
    """Otherwise the test above could not fail."""
    assert list(jsonschema.Draft7Validator(PROFILE).iter_errors({**described, "resources": [{"name": "x"}]}))


def test_the_package_describes_every_file_with_its_size_hash_and_encoding(
    open_data: Path, described: dict[str, Any]
) -> None:
    assert {resource["path"] for resource in described["resources"]} == {path.name for path in open_data.iterdir()} - {
        "datapackage.json",
        "catalogue.schema.json",
        "go-local-data.zip",
        "plan-workbook.xlsx",
    }
    for resource in described["resources"]:
        data = (open_data / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource.get("encoding") == (None if resource["format"] == "xlsx" else "utf-8")


def test_every_cell_is_of_the_type_that_its_column_says(open_data: Path, described: dict[str, Any]) -> None:
    for table in tables(described):
        rows = rows_of(open_data, table)
        assert len(rows) == table["rows"]
        for field in table["schema"]["fields"]:
            cells = [row[field["name"]] for row in rows]
            assert not field.get("constraints", {}).get("required") or all(cells), (table["name"], field["name"])
            for cell in filter(None, cells):
                READERS[field["type"]](cell)


def test_keys_are_unique_and_lead_to_rows(open_data: Path, described: dict[str, Any]) -> None:
    rows = {table["name"]: rows_of(open_data, table) for table in tables(described)}
    for table in tables(described):
        keys = [tuple(row[name] for name in table["schema"]["primaryKey"]) for row in rows[table["name"]]]
        assert len(keys) == len(set(keys)), table["name"]
        for foreign in table["schema"].get("foreignKeys", []):
            target = foreign["reference"]
            there = {tuple(row[name] for name in target["fields"]) for row in rows[target["resource"]]}
            used = {tuple(row[name] for name in foreign["fields"]) for row in rows[table["name"]]}
            assert {one for one in used if any(one)} <= there, (table["name"], foreign)


def test_every_end_of_a_relation_is_a_row(open_data: Path, described: dict[str, Any]) -> None:
    by_name = {table["name"]: rows_of(open_data, table) for table in tables(described)}
    catalogue = json.loads((open_data / "catalogue.json").read_text(encoding="utf-8"))
    known = {f"{record['kind']}:{record['id']}" for records in catalogue["records"].values() for record in records}
    known |= {f"standard:{row['standard']}#{row['anchor']}" for row in by_name["provisions"]}
    known |= {f"{row['vocabulary']}:{row['id']}" for row in by_name["vocabularies"]}
    ends = {row[end] for row in by_name["relations"] for end in ("subject", "object")}
    assert {end for end in ends - known if not end.startswith("sdg-target:")} == set()


def test_the_catalogue_follows_its_schema(open_data: Path) -> None:
    schema = json.loads((open_data / "catalogue.schema.json").read_text(encoding="utf-8"))
    catalogue = json.loads((open_data / "catalogue.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert [error.message for error in validator.iter_errors(catalogue)] == []
    catalogue["records"]["practice"][0]["started"] = "2019"
    assert list(validator.iter_errors(catalogue)), "a number as text is refused"


def test_the_archive_holds_the_package(open_data: Path, described: dict[str, Any]) -> None:
    with zipfile.ZipFile(open_data / "go-local-data.zip") as archive:
        inside = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    assert inside.keys() >= {"datapackage.json", "catalogue.schema.json"} | {r["path"] for r in described["resources"]}
    assert all(content == (open_data / name).read_bytes() for name, content in inside.items())


def test_the_same_sources_give_the_same_bytes(world: Path, tmp_path: Path) -> None:
    shutil.copytree(world, tmp_path / "elsewhere")
    first = data_files(check(world).catalogue, IDENTITY)
    assert first == data_files(check(tmp_path / "elsewhere").catalogue, IDENTITY)
    assert len(first) > 40


def test_drafts_and_pages_of_the_site_are_no_data(world: Path) -> None:
    files = data_files(check(world).catalogue, IDENTITY)
    assert not any(b"draft-task" in content for name, content in files.items() if name.endswith((".csv", ".json")))
    assert b"docs/contribute" not in files["relations.csv"]


def test_remarks_between_editors_do_not_leave(world: Path) -> None:
    source = world / "docs/data/terms/core.yml"
    source.write_text("# editor_note: secret remark\n" + source.read_text(encoding="utf-8"), encoding="utf-8")
    files = data_files(check(world).catalogue, IDENTITY)
    assert not any(b"secret remark" in content for content in files.values())


def test_a_hostile_text_is_text_in_every_form(world: Path) -> None:
    source = world / "docs/data/terms/core.yml"
    hostile = "=HYPERLINK(1)+cmd|' /C calc'!A0"
    source.write_text(
        source.read_text(encoding="utf-8") + f'\nhostile:\n  title: "{hostile}"\n  definition: "@SUM(1) is text."\n',
        encoding="utf-8",
    )
    files = data_files(check(world).catalogue, IDENTITY)
    row = next(
        row for row in csv.DictReader(io.StringIO(files["terms.csv"].decode(), newline="")) if row["id"] == "hostile"
    )
    assert row["title"] == f"'{hostile}"
    assert original(row["title"]) == hostile
    with zipfile.ZipFile(io.BytesIO(files["terms.xlsx"])) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/")]
        assert "@SUM(1) is text." in book.read("xl/sharedStrings.xml").decode()
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)


def test_files_that_grow_out_of_hand_stop_the_build(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_module, "MOST_BYTES", 1000)
    with pytest.raises(DataTooLarge, match="at most 1,000"):
        data_files(check(world).catalogue, IDENTITY)


def test_sources_can_be_read_by_citation_programs(open_data: Path, catalogue: Catalogue) -> None:
    keys = {entry.key.id for entry in catalogue.of_kind("reference")}
    assert set(pybtex.database.parse_file(str(open_data / "sources.bib")).entries) == keys
    records = rispy.loads((open_data / "sources.ris").read_text(encoding="utf-8"))
    assert {record["id"] for record in records} == keys
    items = json.loads((open_data / "sources.csl.json").read_text(encoding="utf-8"))
    assert {item["id"] for item in items} == keys
    back = pypandoc.convert_file(str(open_data / "sources.csl.json"), "biblatex", format="csljson")
    assert len(re.findall(r"^@", back, re.MULTILINE)) == len(keys)


def test_the_three_forms_of_a_source_say_the_same(open_data: Path) -> None:
    entries = pybtex.database.parse_file(str(open_data / "sources.bib")).entries
    records = {r["id"]: r for r in rispy.loads((open_data / "sources.ris").read_text(encoding="utf-8"))}
    for item in json.loads((open_data / "sources.csl.json").read_text(encoding="utf-8")):
        ris, tex = records[item["id"]], entries[item["id"]]
        year = str(item["issued"]["date-parts"][0][0]) if "issued" in item else None
        assert ris["title"] == " ".join(item["title"].split())
        assert (ris.get("year"), tex.fields.get("year")) == (year, year)
        assert len(ris.get("authors", [])) == len(tex.persons.get("author", [])) == len(item.get("author", []))
        assert ris.get("doi") == item.get("DOI") == tex.fields.get("doi")


def test_the_publisher_is_named_and_no_address_invented(described: dict[str, Any]) -> None:
    identity = identity_of(read_settings(REPOSITORY))
    assert described["title"] == identity.name
    assert identity.independence in described["description"]
    assert "homepage" not in described or described["homepage"] == identity.site
    assert described["licenses"][0]["name"] == "CC0-1.0"
