"""Worksheets as office files: the tables of the page, marked so that a screen reader finds its way, the same bytes each time."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from golocal.checks.run import check
from golocal.content.catalogue import Catalogue
from golocal.publishing.office.docx import docx
from golocal.publishing.office.files import write_office
from golocal.publishing.office.form import forms
from golocal.publishing.office.reference import write_reference
from golocal.publishing.office.widths import widths
from golocal.publishing.office.xlsx import FIRST, MOST_NAME, sheet_names
from golocal.reading.settings import read_settings
from golocal.rendering.identity import identity_of
from golocal.rendering.page_tree import MarkdownSettings
from golocal.rendering.published import office_name
from golocal.rendering.site import Site
from golocal.rendering.worksheet_tables import WorksheetTables

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = "toolkit/warm-homes/worksheets/list-of-rooms.md"
SITE = "site_name: The invented world\nsite_url: https://guide.example/town/\n"
NAME = "worksheet-warm-homes-list-of-rooms"
TEXT = """---
title: List of rooms
summary: One line for each room, an invented sheet.
status: draft
provenance: original
version: "1.0"
---

Have your legal office check: competence.

Licence: CC0. It belongs to [the chapter](../practise.md).

> [!CAUTION] Stop
> Nobody is named.

## Rooms

| Room | Degrees, [Article 4](standard:warm-covenant#art-4) | Who |
| --- | --- | --- |
| =HYPERLINK(1) | -3 | |
| | @home | Übelbach |

## Rooms

| Item | Sum | SUM |
| --- | --- | --- |
| | | |

### A list: [wide] and with a name that no tab can hold

| One | Two | Three | Four | Five | Six |
| --- | --- | --- | --- | --- | --- |
| | | | | | |
"""


@dataclass(frozen=True)
class Office:
    """The office files of a site.

    Attributes:
        made: whether each file had to be made.
    """

    site: Site
    folder: Path
    made: dict[str, bool]

    @property
    def sheets(self) -> Iterator[tuple[str, WorksheetTables]]:
        """Each worksheet by the name of its files."""
        return ((office_name(path), sheet) for path, sheet in self.site.workshop.worksheets.items())

    def part(self, name: str, part: str) -> etree._Element:
        """A part of a text document."""
        with zipfile.ZipFile(self.folder / f"{name}.docx") as packed:
            return etree.fromstring(packed.read(part))

    def book(self, name: str) -> openpyxl.Workbook:
        """A workbook."""
        return openpyxl.load_workbook(self.folder / f"{name}.xlsx")


def office_of(root: Path, catalogue: Catalogue, folder: Path, cache: Path) -> Office:
    settings = read_settings(root)
    site = Site(root, catalogue, identity_of(settings))
    folder.mkdir()
    return Office(site, folder, write_office(site, MarkdownSettings.from_config(settings), folder, cache))


@pytest.fixture(scope="module")
def library(repository: Path, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The office files of this repository."""
    place = tmp_path_factory.mktemp("office")
    return office_of(repository, catalogue, place / "files", place / "cache")


def one_sheet(root: Path, folder: Path, cache: Path, text: str = TEXT) -> Office:
    """The office files of the invented world with a sheet of its own."""
    (root / SHEET).write_text(text, encoding="utf-8")
    settings = (Path(__file__).parents[3] / "mkdocs.yml").read_text("utf-8").partition("\nmarkdown_extensions:")[2]
    (root / "mkdocs.yml").write_text(
        f"{SITE}markdown_extensions:{settings.partition(chr(10) + 'plugins:')[0]}\n", "utf-8"
    )
    report = check(root)
    assert not report.failed, report.findings
    return office_of(root, report.catalogue, folder, cache)


def text_of(element: etree._Element) -> str:
    return " ".join(" ".join(str(text.text or "") for text in element.iter(f"{W}t")).split())


def language_of(run: etree._Element) -> str:
    mark = run.find(f"{W}rPr/{W}lang")
    return "" if mark is None else str(mark.get(f"{W}val"))


def squeezed(text: str) -> str:
    return "".join(text.split())


def styled(document: etree._Element, style: str) -> list[str]:
    """Texts of the paragraphs of a style."""
    return [text_of(p) for p in document.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='{style}']") is not None]


def test_every_worksheet_is_a_text_document_and_a_workbook(library: Office) -> None:
    names = {office_name(entry.path) for entry in library.site.catalogue.of_kind("worksheet")}
    assert {path.name for path in library.folder.iterdir()} == {f"{n}.{end}" for n in names for end in ("docx", "xlsx")}


def test_text_documents_have_the_tables_of_the_page_with_a_head_that_repeats(library: Office) -> None:
    for name, sheet in library.sheets:
        tables = [*library.part(name, "word/document.xml").iter(f"{W}tbl")]
        assert len(tables) == len(sheet.tables), name
        for table, model in zip(tables, sheet.tables, strict=True):
            head, *rows = table.findall(f"{W}tr")
            found = [[squeezed(text_of(cell)) for cell in row.findall(f"{W}tc")] for row in (head, *rows)]
            assert found == [[*map(squeezed, row)] for row in (model.head, *model.rows)], name
            assert head.find(f"{W}trPr/{W}tblHeader") is not None, name
            assert not any(row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows), name
            caption = table.find(f"{W}tblPr/{W}tblCaption")
            assert (caption.get(f"{W}val") if caption is not None else "") == model.heading, name


def test_text_documents_have_title_headings_and_language_and_no_merged_cells(library: Office) -> None:
    for name, sheet in library.sheets:
        document = library.part(name, "word/document.xml")
        assert styled(document, "Title") == [sheet.title], name
        headings = [text for level in (1, 2, 3) for text in map(squeezed, styled(document, f"Heading{level}"))]
        assert {squeezed(table.heading) for table in sheet.tables if table.heading} <= set(headings), name
        assert [*document.iter(f"{W}gridSpan", f"{W}vMerge")] == [], name
        core = library.part(name, "docProps/core.xml")
        assert core.findtext("{http://purl.org/dc/elements/1.1/}title") == sheet.title
        assert core.findtext("{http://purl.org/dc/elements/1.1/}language") == "en-GB"
        language = library.part(name, "word/styles.xml").find(f"{W}docDefaults//{W}lang")
        assert language is not None
        assert language.get(f"{W}val") == "en-GB"


def test_rows_to_fill_in_are_high_enough_for_a_hand(library: Office) -> None:
    for name, _ in library.sheets:
        for row in library.part(name, "word/document.xml").iter(f"{W}tr"):
            if not all(text_of(cell) for cell in row.findall(f"{W}tc")):
                height = row.find(f"{W}trPr/{W}trHeight")
                assert height is not None, name
                assert int(height.get(f"{W}val", "0")) >= 500


def test_workbooks_have_a_sheet_for_each_table_with_its_head_and_rows(library: Office) -> None:
    for name, sheet in library.sheets:
        book = library.book(name)
        assert book.properties.title == sheet.title
        assert book.properties.language == "en"
        assert book.sheetnames[0] == FIRST
        assert len(book.sheetnames) == 1 + len(sheet.tables), name
        for tab, model in zip(book.worksheets[1:], sheet.tables, strict=True):
            (table,) = tab.tables.values()
            assert table.headerRowCount == 1
            found = [[cell.value or "" for cell in row] for row in tab[table.ref]]
            assert found == [[*row] for row in (model.head, *model.rows)], (name, tab.title)
            assert tab["A1"].value.startswith(sheet.title)
            assert sheet.notes[0].startswith(tab["A2"].value) or tab["A3"].value
            top = tab[table.ref][0][0].row
            assert (tab.freeze_panes, tab.print_title_rows) == (f"A{top + 1}", f"$1:${top}"), name
            assert (tab.sheet_properties.pageSetUpPr.fitToPage, tab.page_setup.fitToHeight) == (True, 0)
            assert not tab.merged_cells.ranges


def test_no_cell_of_a_workbook_is_computed(world: Path, tmp_path: Path) -> None:
    office = one_sheet(world, tmp_path / "files", tmp_path / "cache")
    cells = [cell for tab in office.book(NAME).worksheets for row in tab.iter_rows() for cell in row]
    assert "=HYPERLINK(1)" in {cell.value for cell in cells}
    assert {cell.data_type for cell in cells if cell.value} == {"s"}


def test_what_must_be_known_first_stands_on_the_first_sheet(world: Path, tmp_path: Path) -> None:
    first = one_sheet(world, tmp_path / "files", tmp_path / "cache").book(NAME)[FIRST]
    lines = [row[0].value for row in first.iter_rows()]
    assert lines[0] == "List of rooms"
    assert {"Have your legal office check: competence.", "Stop: Nobody is named."} <= set(lines)
    assert any("not yet reviewed by a practitioner" in (line or "") for line in lines)


def test_links_lead_to_the_site_and_marks_are_text(world: Path, tmp_path: Path) -> None:
    office = one_sheet(world, tmp_path / "files", tmp_path / "cache")
    targets = [row.get("Target", "") for row in office.part(NAME, "word/_rels/document.xml.rels")]
    links = [target for target in targets if "guide.example" in target]
    assert "https://guide.example/town/toolkit/warm-homes/practise/" in links
    assert len(links) == 2


def test_titles_in_other_languages_say_so_to_a_voice(world: Path, tmp_path: Path) -> None:
    office = one_sheet(world, tmp_path / "files", tmp_path / "cache")
    tree = etree.fromstring(
        '<div><p><em lang="fr">La ville</em>, <em class="upright" lang="es">El pueblo</em></p></div>'
    )
    (tmp_path / "aside").mkdir()
    reference = write_reference(tmp_path / "aside")
    form = next(
        each for each in forms(office.site, MarkdownSettings.from_config(read_settings(world))) if each.name == NAME
    )
    (tmp_path / "files" / f"{NAME}.docx").write_bytes(
        docx(replace(form, tree=tree), reference, tmp_path / "aside/a.docx")
    )
    runs = [*office.part(NAME, "word/document.xml").iter(f"{W}r")]
    assert [(text_of(run), language_of(run), run.find(f"{W}rPr/{W}i") is None) for run in runs if language_of(run)] == [
        ("La ville", "fr", False),
        ("El pueblo", "es", True),
    ]


def test_what_is_to_be_written_gets_the_room_that_is_left() -> None:
    assert widths([["Field", "A service"], ["Entry", ""]], 90) == [9, 81]
    assert widths([["Field", "word " * 40], ["Entry", ""]], 90) == [45, 45]
    assert widths([["Supercalifragilistic"], ["Incomprehensibilities"]], 10) == [22, 23], "no word is broken"


def test_in_place_of_a_figure_stands_what_it_says(world: Path, tmp_path: Path) -> None:
    shutil.copyfile(world / "docs/about/chain.svg", (world / SHEET).with_name("chain.svg"))
    text = TEXT.replace("## Rooms", "![Four steps to a warm house](chain.svg)\n\n## Rooms", 1)
    office = one_sheet(world, tmp_path / "files", tmp_path / "cache", text)
    assert "[Figure: Four steps to a warm house]" in text_of(office.part(NAME, "word/document.xml"))
    with zipfile.ZipFile(office.folder / f"{NAME}.docx") as packed:
        assert not any("media" in name for name in packed.namelist())


def test_paper_lies_on_its_side_where_a_table_is_wide(world: Path, tmp_path: Path) -> None:
    wide = one_sheet(world, tmp_path / "files", tmp_path / "cache").part(NAME, "word/document.xml")
    assert [size.get(f"{W}orient") for size in wide.iter(f"{W}pgSz")] == ["landscape"]
    narrow = TEXT.partition("### A list")[0]
    upright = one_sheet(world, tmp_path / "other", tmp_path / "cache", narrow).part(NAME, "word/document.xml")
    assert [size.get(f"{W}orient") for size in upright.iter(f"{W}pgSz")] == [None]


def test_the_same_sheet_gives_the_same_bytes_and_is_made_once(world: Path, tmp_path: Path) -> None:
    first = one_sheet(world, tmp_path / "one", tmp_path / "cache")
    again = office_of(world, first.site.catalogue, tmp_path / "two", tmp_path / "cache")
    anew = office_of(world, first.site.catalogue, tmp_path / "three", tmp_path / "empty")
    assert set(first.made.values()) == set(anew.made.values()) == {True}
    assert set(again.made.values()) == {False}
    files = [{path.name: path.read_bytes() for path in each.folder.iterdir()} for each in (first, again, anew)]
    assert files[0] == files[1] == files[2]


def test_a_changed_sheet_is_made_again_and_nothing_old_is_kept(world: Path, tmp_path: Path) -> None:
    one_sheet(world, tmp_path / "one", tmp_path / "cache")
    office = one_sheet(world, tmp_path / "two", tmp_path / "cache", TEXT.replace("Übelbach", "Oberbach"))
    assert {name for name, made in office.made.items() if made} == {f"{NAME}.docx", f"{NAME}.xlsx"}
    assert len([*(tmp_path / "cache").iterdir()]) == len(office.made)


def test_nothing_in_a_file_tells_when_it_was_packed(world: Path, tmp_path: Path) -> None:
    office = one_sheet(world, tmp_path / "files", tmp_path / "cache")
    for ending in ("docx", "xlsx"):
        data = (office.folder / f"{NAME}.{ending}").read_bytes()
        assert {entry.date_time[:3] for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {(1980, 1, 1)}


def test_names_of_sheets_are_short_allowed_and_each_once() -> None:
    names = sheet_names(
        ["Map", "map", "", "What [else]: who/what?", "A" * 40, "Read first", "'Quoted' words and more of them here"]
    )
    assert names == [
        "Map",
        "map (2)",
        "Table 3",
        "What else who what",
        "A" * 31,
        "Read first (2)",
        "Quoted' words and more of them",
    ]
    assert all(len(name) <= MOST_NAME for name in names)
