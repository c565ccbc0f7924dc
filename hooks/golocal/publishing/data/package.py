"""`datapackage.json`: what the files hold, as version 2 of the Data Package standard has it."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from typing import Any

from golocal.publishing.data.columns import Column
from golocal.publishing.data.table import Table
from golocal.publishing.data.text import ENCODING, SEPARATOR
from golocal.publishing.media_types import MEDIA_TYPES
from golocal.rendering.identity import Identity

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
NAME = "go-local"
CC0 = {"name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/", "title": "CC0 1.0 Universal"}
_DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}


def descriptor(
    identity: Identity,
    edition: datetime.date,
    tables: list[Table],
    files: Mapping[str, bytes],
    titles: Mapping[str, str],
) -> dict[str, Any]:
    """The whole description.

    Args:
        files: content of every file by its name.
        titles: of files that no table stands behind, by their name; every such file is named there.
    """
    by_name = {table.name: table for table in tables}
    resources = []
    for name, data in sorted(files.items()):
        table = by_name.get(name.partition(".")[0]) if name not in titles else None
        resources.append(_resource(name, data, titles.get(name, "")) | (_of_table(name, table) if table else {}))
    return {
        "$schema": PROFILE,
        "name": NAME,
        "title": identity.name,
        "description": f"Records of {identity.name} as data. {identity.independence}",
        **({"homepage": identity.site} if identity.site else {}),
        "version": edition.isoformat(),
        "created": f"{edition.isoformat()}T00:00:00Z",
        "licenses": [CC0],
        "contributors": [{"title": identity.name, "roles": ["publisher"]}],
        "resources": resources,
    }


def _resource(name: str, data: bytes, title: str) -> dict[str, Any]:
    ending = name.rpartition(".")[2]
    encoding = {} if ending == "xlsx" else {"encoding": ENCODING}
    return {
        "name": name.removesuffix(".csv").replace(".", "-"),
        "path": name,
        "title": title,
        "format": ending,
        "mediatype": MEDIA_TYPES[ending],
        **encoding,
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }


def _of_table(name: str, table: Table) -> dict[str, Any]:
    """What is said of a table in one of its forms. JSON needs no schema: its values carry their types."""
    facts: dict[str, Any] = {"title": table.title, "description": table.meaning}
    if name.endswith(".json"):
        return {
            **facts,
            "description": f"{table.meaning} The rows of {table.name}.csv with types; empty cells left out.",
        }
    facts["rows"] = len(table.rows)
    if name.endswith(".xlsx"):
        return {**facts, "type": "table", "schema": {"fields": [_shown(column) for column in table.columns]}}
    home = {"workbook": f"{table.belongs_to or table.name}.xlsx"}
    return {**facts, **home, "type": "table", "dialect": _DIALECT, "schema": _schema(table)}


def _schema(table: Table) -> dict[str, Any]:
    references = [
        {"fields": list(columns), "reference": {"resource": name, "fields": list(keys)}}
        for columns, name, keys in table.references
    ]
    return {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        **({"foreignKeys": references} if references else {}),
    }


def _field(column: Column) -> dict[str, Any]:
    """A column of a CSV file. A list is text with a line for each item: the profile knows no lists, so `separator` names the sign."""
    meaning = column.meaning + (f" Values: vocabulary {column.vocabulary}." if column.vocabulary else "")
    answers = {"trueValues": ["true"], "falseValues": ["false"]} if column.type == "boolean" else {}
    return {
        "name": column.name,
        "title": column.title,
        "description": meaning,
        "type": "string" if column.many else column.type,
        **({"separator": SEPARATOR} if column.many else {}),
        **answers,
        **({"constraints": {"required": True}} if column.needed else {}),
    }


def _shown(column: Column) -> dict[str, Any]:
    """A column of a workbook, which holds labels in place of ids."""
    kind = "string" if column.many or column.type == "boolean" else column.type
    return {"name": column.title, "description": column.meaning, "type": kind}
