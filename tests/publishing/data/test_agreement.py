"""All exports of a record say the same, and the same as its page."""

from __future__ import annotations

import csv
import datetime
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from golocal.content.catalogue import Catalogue
from golocal.reading.settings import read_settings
from golocal.rendering.csv_table import original
from golocal.rendering.identity import identity_of
from golocal.rendering.page_tree import MarkdownSettings, page_tree, plain_text
from golocal.rendering.site import Site
from golocal.rendering.text import long_date

NOT_ON_THE_PAGE = {
    "academies": {"themes", "policy_stages", "audience", "see_also", "as_summarised_by"},
    "chains": set[str](),
    "indicators": {"sources"},
    "measures": {"town"},
    "practices": {"region", "coordinates_latitude", "coordinates_longitude", "policy_stages", "audience", "see_also"},
    "rights": {"tier", "sources"},
    "standards": {"source"},
    "terms": {"source", "see_also", "also"},
    "volumes": {"themes", "policy_stages", "audience", "see_also", "rights", "as_summarised_by"},
}
"""Columns that a page shows otherwise, such as a formatted source for its key, or not at all."""
ALWAYS = {"id", "address", "status", "review_due", "provenance", "reviewed", "in_short_objective", "in_short_baseline"}
KINDS = {
    "academies": "academy",
    "chains": "chain",
    "indicators": "indicator",
    "measures": "measure",
    "practices": "practice",
    "rights": "right",
    "standards": "standard",
    "terms": "term",
    "volumes": "volume",
}


@pytest.fixture(scope="module")
def described(open_data: Path) -> dict[str, dict[str, Any]]:
    resources = json.loads((open_data / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    return {resource["name"]: resource for resource in resources if resource["format"] == "csv"}


@pytest.fixture(scope="module")
def words(open_data: Path) -> dict[str, str]:
    """What readers see for each end of a relation: titles of records and provisions, labels of vocabularies."""
    rows = read_csv(open_data / "relations.csv")
    return {row[end]: row[f"{end}_title"] for row in rows for end in ("subject", "object")}


@pytest.fixture(scope="module")
def site(repository: Path, catalogue: Catalogue) -> Site:
    return Site(repository, catalogue, identity_of(read_settings(repository)))


def read_csv(path: Path) -> list[dict[str, str]]:
    rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    return [{name: original(cell) for name, cell in row.items()} for row in rows]


def typed(cell: str, field: dict[str, Any]) -> Any:
    """A cell of a CSV file as the description says it is to be read."""
    if "separator" in field:
        return cell.split(field["separator"])
    if field["type"] == "boolean":
        return cell == "true"
    return {"integer": int, "number": float}.get(field["type"], str)(cell)


def vocabulary(field: dict[str, Any]) -> str:
    return str(field["description"]).partition(" Values: vocabulary ")[2].rstrip(".")


def test_csv_and_json_hold_the_same_rows(open_data: Path, described: dict[str, dict[str, Any]]) -> None:
    for name, table in described.items():
        fields = {field["name"]: field for field in table["schema"]["fields"]}
        rows = [
            {column: typed(cell, fields[column]) for column, cell in row.items() if cell}
            for row in read_csv(open_data / f"{name}.csv")
        ]
        assert rows == json.loads((open_data / f"{name}.json").read_text(encoding="utf-8")), name


def test_the_catalogue_holds_what_the_tables_hold(open_data: Path) -> None:
    records = json.loads((open_data / "catalogue.json").read_text(encoding="utf-8"))["records"]
    for name in (*KINDS, "sources", "questions", "documents", "outcomes", "meetings"):
        for row in json.loads((open_data / f"{name}.json").read_text(encoding="utf-8")):
            kind = (
                row.get("kind")
                or KINDS.get(name)
                or {"sources": "reference", "questions": "self-check"}.get(name)
                or name[:-1]
            )
            (record,) = (one for one in records[kind] if one["id"] == row["id"])
            for column, cell in row.items():
                key = column.replace("_", "-") if column.replace("_", "-") in record else column
                if isinstance(record.get(key), str | int | float | bool) and not isinstance(cell, list):
                    assert cell == record[key] or cell == "\n".join(str(record[key]).splitlines()), (
                        name,
                        row["id"],
                        column,
                    )
                elif isinstance(record.get(key), list) and isinstance(record[key][0], str):
                    assert cell == [" ".join(item.split()) for item in record[key]]


def test_the_file_beside_a_page_is_the_record_of_the_catalogue(open_data: Path, site: Site) -> None:
    records = json.loads((open_data / "catalogue.json").read_text(encoding="utf-8"))["records"]
    assert len(site.data_files) > 50
    for text in site.data_files.values():
        beside = json.loads(text)
        (record,) = (one for one in records[beside["kind"]] if one["id"] == beside["id"])
        assert {k: v for k, v in beside.items() if k not in ("licence", "publisher")} == {
            k: v for k, v in record.items() if k != "address"
        }


def test_workbooks_show_the_rows_with_labels(
    open_data: Path, described: dict[str, dict[str, Any]], words: dict[str, str]
) -> None:
    rights = {row["id"]: row["title"] for row in read_csv(open_data / "rights.csv")}
    labels = {(row["vocabulary"], row["id"]): row["label"] for row in read_csv(open_data / "vocabularies.csv")}
    labels |= {("rights", id): title for id, title in rights.items()} | {("rights", "all-rights"): "All rights"}
    for name, table in described.items():
        book = openpyxl.load_workbook(open_data / table["workbook"])
        sheet = book[table["title"][:31]]
        head, *lines = [list(line) for line in sheet.iter_rows(values_only=True)]
        fields = table["schema"]["fields"]
        assert head == [field["title"] for field in fields]
        rows = json.loads((open_data / f"{name}.json").read_text(encoding="utf-8"))
        for row, line in zip(rows, lines, strict=True):
            for field, cell in zip(fields, line, strict=True):
                assert cell == in_sheet(row.get(field["name"]), field, labels, words), (name, row, field["name"])


def in_sheet(value: Any, field: dict[str, Any], labels: dict[tuple[str, str], str], words: dict[str, str]) -> Any:
    if value is None:
        return None
    if isinstance(value, list):
        return "\n".join(str(in_sheet(item, field, labels, words)) for item in value)
    if field["type"] == "boolean":
        return "yes" if value else "no"
    if field["type"] == "date":
        return datetime.datetime.fromisoformat(value)
    if vocabulary(field):
        return labels[vocabulary(field), value]
    named = field["name"] not in ("subject", "object", "id", "address") and isinstance(value, str) and value in words
    return words[value] if named else value


@pytest.mark.parametrize("name", sorted(KINDS))
def test_the_page_of_a_record_shows_what_its_row_holds(
    name: str,
    open_data: Path,
    described: dict[str, dict[str, Any]],
    words: dict[str, str],
    site: Site,
    catalogue: Catalogue,
) -> None:
    settings = MarkdownSettings.from_config(read_settings(site.root))
    fields = {field["name"]: field for field in described[name]["schema"]["fields"]}
    vocabularies = catalogue.corpus.vocabularies
    texts: dict[str, str] = {}
    for row in json.loads((open_data / f"{name}.json").read_text(encoding="utf-8")):
        entry = catalogue.get(KINDS[name], row["id"])
        assert entry
        if entry.page not in texts:
            texts[entry.page] = squeezed(plain_text(page_tree(site.page(entry.page), site.root, settings)))
        shown = texts[entry.page]
        for column in row.keys() - NOT_ON_THE_PAGE[name] - ALWAYS:
            for value in row[column] if isinstance(row[column], list) else [row[column]]:
                said = on_page(value, fields[column], words, vocabularies)
                parts = [one.split(", ") if "#" in str(value) else [one] for one in said]
                found = any(all(squeezed(part) in shown for part in parts_of_one) for parts_of_one in parts)
                assert found, (row["id"], column, value)


def squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def on_page(value: Any, field: dict[str, Any], words: dict[str, str], vocabularies: Any) -> list[str]:
    """Ways in which a page may show a value."""
    if isinstance(value, bool):
        return ["yes", "independent"] if value else ["no", "not independent"]
    if isinstance(value, float) and value.is_integer():
        return [f"{value:,.0f}", f"{value:.0f}"]
    text = str(value)
    if vocabulary(field):
        entry = vocabularies[vocabulary(field)].get(text, {})
        return [str(entry.get("label") or entry.get("title") or text.replace("-", " "))]
    if text[:4].isdigit() and text.count("-") in (1, 2) and len(text) in (7, 10):
        return [long_date(text)]
    if text.startswith(("http://", "https://")):
        return [text.split("/")[2].removeprefix("www.")]
    return [words.get(text) or words.get(f"{field['name']}:{text}", text), text]
