"""Worksheets as files to fill in: the tables of the page and no others, harmless in a spreadsheet, offered where people look for them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from golocal.checks.run import check
from golocal.content.catalogue import Catalogue
from golocal.rendering.csv_table import MARK, original
from golocal.rendering.identity import Identity
from golocal.rendering.made import NOTHING_MADE, Made
from golocal.rendering.pages.worksheets import NO_TABLE, file_of
from golocal.rendering.published import Published
from golocal.rendering.site import Site

IDENTITY = Identity("The world", "Independent of everybody.", "CC BY-SA 4.0")
SHEET = "toolkit/warm-homes/worksheets/list-of-rooms.md"
FRONT = "---\ntitle: List of rooms\nsummary: One line for each room, an invented sheet.\nstatus: draft\nprovenance: original\n"
OPENING = 'version: "1.0"\n---\n\nHave your legal office check: competence.\n\nLicence: CC0.\n'
TABLES = """
## Rooms

| Room | Degrees, [Article 4](standard:warm-covenant#art-4) | Who |
| --- | --- | --- |
| =HYPERLINK(1) | -3 | |
| | @home | Übelbach |

## Costs

| Item | Sum |
| --- | --- |
| | |
"""
Rows = list[list[str]]


def site_with(root: Path, body: str, made: Made = NOTHING_MADE) -> Site:
    (root / SHEET).parent.mkdir(parents=True, exist_ok=True)
    (root / SHEET).write_text(FRONT + OPENING + body, encoding="utf-8")
    report = check(root)
    assert not report.failed, report.findings
    return Site(root, report.catalogue, IDENTITY, made=made)


def rows_of(text: str) -> Rows:
    assert text.startswith(MARK)
    return list(csv.reader(io.StringIO(text.removeprefix(MARK), newline="")))


def blocks_of(text: str) -> list[Rows]:
    """Rows of a file between blank lines, without empty cells at the end: the opening, then the tables with their headings."""
    blocks: list[Rows] = [[]]
    rows = rows_of(text)
    for row, after in zip(rows, [*rows[1:], [""]], strict=True):
        is_heading_next = bool(after[0]) and not any(after[1:])
        if not any(row) and is_heading_next:
            blocks.append([])
        else:
            blocks[-1].append(row)
    return blocks


@pytest.fixture(scope="module")
def library(repository: Path, catalogue: Catalogue) -> Site:
    return Site(repository, catalogue, IDENTITY)


def test_every_worksheet_has_the_heads_and_the_rows_of_its_page(
    library: Site, render: Callable[..., html.HtmlElement]
) -> None:
    paths = [entry.path for entry in library.catalogue.of_kind("worksheet")]
    assert len(paths) >= 15
    for path in paths:
        rows = rows_of(library.files[file_of(path)])
        width, at = len(rows[0]), 0
        assert {len(row) for row in rows} == {width}, path
        for table in render(library.page(path).text).iterfind(".//table"):
            head = [" ".join(cell.text_content().split()) for cell in table.iterfind("./thead/tr/th")]
            padded = head + [""] * (width - len(head))
            at = next(place for place in range(at, len(rows)) if list(map(original, rows[place])) == padded) + 1
            first = [
                " ".join(row[0].xpath("string(.//text()[not(ancestor::*[@role='tooltip'])])").split())[:20]
                for row in table.iterfind("./tbody/tr")
            ]
            shown = [original(row[0])[: len(start)] for row, start in zip(rows[at:], first, strict=False)]
            assert shown == first, path
            at += len(first)
            assert at == len(rows) or not any(rows[at]), f"{path}: the table ends where that of the page ends"


def test_tables_stand_under_their_headings_below_title_and_licence(world: Path) -> None:
    site = site_with(world, TABLES)
    opening, rooms, costs = blocks_of(site.files[file_of(SHEET)])
    assert [row[0] for row in opening] == [
        "List of rooms",
        "Have your legal office check: competence.",
        "Licence: CC0.",
        "The world. Independent of everybody. CC0 1.0.",
    ]
    assert rooms[:2] == [["Rooms", "", ""], ["Room", "Degrees, Article 4", "Who"]]
    assert costs == [["Costs", "", ""], ["Item", "Sum", ""], ["", "", ""]]


def test_a_cell_that_a_program_could_compute_is_marked(world: Path) -> None:
    rows = blocks_of(site_with(world, TABLES).files[file_of(SHEET)])[1][2:]
    assert rows == [["'=HYPERLINK(1)", "'-3", ""], ["", "'@home", "Übelbach"]]


def test_the_page_offers_the_file_with_its_size(world: Path) -> None:
    text = site_with(world, TABLES).page(SHEET).text
    assert "\nFill in: [CSV, 1 kB](list-of-rooms.csv)\n{: .fill-in " in text


def made_of(folder: Path, *endings: str) -> Made:
    folder.mkdir()
    for ending in endings:
        (folder / f"worksheet-warm-homes-list-of-rooms{ending}").write_bytes(b" " * 14_000)
    return Made(publications=Published.of(folder))


def test_office_files_are_offered_where_they_were_made(world: Path, tmp_path: Path) -> None:
    text = site_with(world, TABLES, made_of(tmp_path / "made", ".docx", ".xlsx")).page(SHEET).text
    place = "../../../docs/downloads/worksheet-warm-homes-list-of-rooms"
    office = f"[DOCX, 14 kB]({place}.docx) · [XLSX, 14 kB]({place}.xlsx)"
    assert f"\nFill in: {office} · [CSV, 1 kB](list-of-rooms.csv)\n" in text


def test_a_sheet_without_a_table_may_still_be_a_text_document(world: Path, tmp_path: Path) -> None:
    text = site_with(world, "\n## Text\n\nOnly words.\n", made_of(tmp_path / "made", ".docx")).page(SHEET).text
    assert f"list-of-rooms.docx). {NO_TABLE}\n" in text


def test_a_sheet_without_a_table_says_so_and_has_no_file(world: Path) -> None:
    site = site_with(world, "\n## Text\n\nOnly words.\n")
    assert file_of(SHEET) not in site.files
    assert f"\n{NO_TABLE}\n" in site.page(SHEET).text


def test_a_table_without_a_heading_stands_alone(world: Path) -> None:
    site = site_with(world, "\n| Item | Sum |\n| --- | --- |\n| a | |\n")
    assert rows_of(site.files[file_of(SHEET)])[-3:] == [["", ""], ["Item", "Sum"], ["a", ""]]


def test_the_page_of_the_data_lists_every_worksheet(library: Site) -> None:
    text = library.page("docs/library/data.md").text
    linked = set(re.findall(r"\]\(\.\./\.\./(toolkit/[a-z0-9/-]+\.csv)\)", text))
    assert linked == {file_of(entry.path) for entry in library.catalogue.of_kind("worksheet")}
