"""All files of open data: made in memory, written into one folder."""

from __future__ import annotations

import datetime
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from golocal.content.catalogue import Catalogue
from golocal.content.dates import newest_date
from golocal.publishing.archive import entry_of
from golocal.publishing.data import catalogue as catalogue_file
from golocal.publishing.data.package import NAME, descriptor
from golocal.publishing.data.records import Records
from golocal.publishing.data.sheets import CellTooLong
from golocal.publishing.data.tables import all_tables
from golocal.publishing.data.text import as_csv, as_rows
from golocal.publishing.data.workbook import workbook
from golocal.publishing.plan.workbook import plan_workbook
from golocal.reading.settings import SettingsUnreadable
from golocal.rendering.citing.csl import csl_item
from golocal.rendering.citing.works import works_as_bibtex, works_as_csl, works_as_ris
from golocal.rendering.identity import Identity
from golocal.rendering.opendata import DESCRIPTION, PACKAGE, PLAN
from golocal.rendering.pandoc import CitationsUnavailable

MOST_BYTES = 64 * 1024 * 1024
"""Of all files together; a folder that is larger no longer fits the offline copy, and something has gone wrong."""
_OTHERS = {
    catalogue_file.NAME: "All records, whole",
    "sources.bib": "Sources as BibTeX",
    "sources.csl.json": "Sources as CSL-JSON",
    "sources.ris": "Sources as RIS",
}


class DataTooLarge(Exception):
    """The files together are larger than the site can carry; the text names both sizes."""


DATA_TROUBLES = (CellTooLong, CitationsUnavailable, DataTooLarge, SettingsUnreadable)
"""Why the files, or what they say of the publisher, cannot be made; the text of each says what to do."""


def data_files(catalogue: Catalogue, identity: Identity) -> dict[str, bytes]:
    """Content of every file by its name: the same catalogue gives the same bytes.

    Raises:
        CitationsUnavailable: pandoc could not be run.
        CellTooLong: a cell of a workbook cannot hold a value.
        DataTooLarge: the files are larger than the site can carry.
    """
    edition, records = newest_date(catalogue), Records(catalogue)
    tables = all_tables(records)
    files: dict[str, bytes] = {}
    for table in tables:
        files |= {f"{table.name}.csv": as_csv(table), f"{table.name}.json": as_rows(table)}
        if not table.belongs_to:
            together = [table, *(other for other in tables if other.belongs_to == table.name)]
            files[f"{table.name}.xlsx"] = workbook(together, records, identity, edition)
    files |= _sources(records)
    files[catalogue_file.NAME] = catalogue_file.catalogue_json(records, identity, edition)
    described = descriptor(identity, edition, tables, files, _OTHERS)
    files[catalogue_file.SCHEMA] = catalogue_file.catalogue_schema(records)
    files[DESCRIPTION] = (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()
    files[PACKAGE] = _packed(files, edition)
    files[PLAN] = plan_workbook(records, identity, edition)
    _require_size(files)
    return files


def write_data(catalogue: Catalogue, identity: Identity, folder: Path) -> dict[str, int]:
    """Write all files into a folder, which is made if it is missing; returns the size of each by its name.

    Raises:
        OSError: a file cannot be written. Otherwise as `data_files`.
    """
    files = data_files(catalogue, identity)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return {name: len(content) for name, content in sorted(files.items())}


def _sources(records: Records) -> dict[str, bytes]:
    items = [csl_item(record.key.id, record.data) for record in records.by_kind["reference"]]
    texts = {"bib": works_as_bibtex(items), "csl.json": works_as_csl(items), "ris": works_as_ris(items)}
    return {f"sources.{ending}": text.encode() for ending, text in texts.items()}


def _packed(files: Mapping[str, bytes], edition: datetime.date) -> bytes:
    """All files in one archive, as the standard has a package in a zip file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in sorted(files.items()):
            packed.writestr(entry_of(f"{NAME}-data/{name}", edition), content)
    return stream.getvalue()


def _require_size(files: Mapping[str, bytes]) -> None:
    size = sum(map(len, files.values()))
    if size > MOST_BYTES:
        raise DataTooLarge(f"the data files have {size:,} bytes together; the site carries at most {MOST_BYTES:,}")
